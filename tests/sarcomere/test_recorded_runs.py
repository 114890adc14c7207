"""The runs in files are what the model gives now."""

import pytest

from tests.sarcomere.recorded_runs import RATES_HZ, recorded_run, solved_run

# Solvers on other machines differ by less; a changed model differs by more.
SHARE_OF_RANGE = 0.005


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_recorded_run_is_in_step_with_the_model(rate_hz):
    recorded, solved = recorded_run(rate_hz), solved_run(rate_hz)
    assert recorded.keys() == solved.keys()
    assert [name for name in solved if not _same(recorded[name], solved[name])] == []


def _same(recorded: list[float], solved: list[float]) -> bool:
    nearness = SHARE_OF_RANGE * max(max(solved) - min(solved), 0.01 * max(solved))
    return recorded == pytest.approx(solved, rel=1e-4, abs=nearness)

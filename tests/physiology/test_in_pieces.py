"""Work that can be left and taken up again, and a contraction solved that way."""

from collections.abc import Generator
from typing import TypeVar

import pytest

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import contraction_in_pieces, simulate_contraction
from widgets.physiology.copasi_simulator import CopasiSimulator, SimulationError
from widgets.physiology.experiment import Experiment
from widgets.physiology.in_pieces import Pause, in_pieces
from widgets.reference_data.control_values import ControlError

Result = TypeVar("Result")
LONG = Experiment.from_values({"impulse_rate_Hz": 20, "command_duration_ms": 3000, "recording_length_ms": 21_000})


def whole(pieces: Generator[float, None, Result]) -> tuple[list[float], Result]:
    """Go through all pieces: the shares, and the result."""
    shares = []
    while True:
        try:
            shares.append(next(pieces))
        except StopIteration as end:
            return shares, end.value


def assert_same(one: Contraction, other: Contraction) -> None:
    assert one.time_ms == other.time_ms
    # The solver's last digits depend on where its arrays lie in memory.
    for trace, values in one.traces.items():
        assert values == pytest.approx(other.traces[trace], rel=1e-6, abs=1e-9), trace


def test_a_contraction_in_pieces_is_the_same_as_in_one():
    shares, pieces = whole(contraction_in_pieces(LONG))
    assert_same(pieces, simulate_contraction(LONG))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == pytest.approx((0, 1), abs=0.01)


def test_other_runs_can_be_solved_between_two_pieces():
    alone = simulate_contraction(LONG)
    pieces = contraction_in_pieces(LONG)
    next(pieces)
    twitch = simulate_contraction(Experiment.from_values({}))
    assert twitch.measures == simulate_contraction(Experiment.from_values({})).measures
    assert_same(whole(pieces)[1], alone)


def test_a_run_that_was_left_does_not_touch_the_next():
    alone = simulate_contraction(LONG)
    pieces = contraction_in_pieces(LONG)
    for _ in range(100):
        next(pieces)
    pieces.close()
    assert_same(simulate_contraction(LONG), alone)


def test_a_short_recording_is_solved_without_a_pause():
    assert whole(contraction_in_pieces(Experiment.from_values({})))[0] == []


def test_where_the_solver_gives_up_between_pieces_the_reason_is_told(monkeypatch):
    def give_up(*_args: object) -> None:
        raise SimulationError("step too small")

    monkeypatch.setattr(CopasiSimulator, "run", give_up)
    with pytest.raises(ControlError, match="step too small"):
        whole(contraction_in_pieces(LONG))


def test_work_goes_on_only_while_somebody_waits_and_ends_where_it_is_left():
    reached = []

    def work(pause: Pause) -> None:
        for piece in range(5):
            reached.append(piece)
            if not pause(piece / 5):
                break

    pieces = in_pieces(work)
    next(pieces)
    assert reached == [0]
    assert next(pieces) == 1 / 5
    pieces.close()
    assert reached == [0, 1]

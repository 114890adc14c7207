"""Each quantity of the filaments' proteins on runs whose answer is known by construction."""

import pytest

from tests.physiology.made_up_runs import EXPERIMENT, read, run
from widgets.physiology import filament_quantities as filaments


@pytest.mark.parametrize("pCa", [5.2, 6.7])
def test_half_filled_troponin_is_found_on_a_binding_curve(pCa):
    def solve(experiment):
        calcium_M = experiment.number("bath_calcium_uM") * 1e-6
        return run({"troponin_sites_filled_percent": lambda _: 100 / (1 + 10**-pCa / calcium_M)}, length_ms=2)

    assert filaments.pCa_at_half_troponin_filled(EXPERIMENT, solve) == pytest.approx(pCa, abs=0.005)


def test_light_chains_are_counted_when_the_recording_stops():
    made_up = run({"light_chains_phosphorylated_percent": lambda t: 10 + t / 100})
    assert read(filaments.light_chains_phosphorylated_percent, made_up) == pytest.approx(20)

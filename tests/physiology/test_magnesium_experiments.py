"""What a student measures in three experiments: magnesium in the fibre, magnesium in the blood, a cramp and stretching.

The numbers are those of today's model; each test leaves the room that another good fit of the same facts would need.
"""

from functools import cache

import pytest

from widgets.physiology.after_discharge import after_discharge, margin_lost, with_calcium_switched
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.magnesium_in_fibre import force_calcium_curve, unasked_force_percent

LONG = {"impulse_rate_Hz": 30.0, "command_duration_ms": 2000.0, "recording_length_ms": 18_000.0}
CRAMP = {
    "impulse_rate_Hz": 20.0,
    "command_duration_ms": 7500.0,
    "recording_length_ms": 70_000.0,
    "cramp_susceptibility": 1.0,
}


@cache
def _solved(values: tuple[tuple[str, float], ...]) -> Contraction:
    return simulate_contraction(Experiment.from_values(dict(values)))


def run(**values: float) -> Contraction:
    return _solved(tuple(sorted(values.items())))


def peak_force(**values: float) -> float:
    return run(**values).measures["peak_force_percent"]


def after(magnesium_mM: float, **values: float) -> float:
    return after_discharge(run(**LONG, plasma_magnesium_mM=magnesium_mM, **values)).duration_s


class TestMagnesiumInTheFibre:
    @pytest.mark.parametrize(("magnesium_mM", "percent"), [(0.4, 78), (0.56, 74), (1, 58), (3, 7.8), (10, 0.5)])
    def test_more_magnesium_weakens_a_pull_at_20_Hz(self, magnesium_mM, percent):
        assert peak_force(impulse_rate_Hz=20.0, free_magnesium_mM=magnesium_mM) == pytest.approx(percent, rel=0.1)

    @pytest.mark.parametrize(
        ("switch", "percent"), [("magnesium_at_troponin", 34), ("magnesium_at_release_channel", 36)]
    )
    def test_at_3_mM_each_of_two_brakes_holds_force_back(self, switch, percent):
        freed = peak_force(impulse_rate_Hz=20.0, free_magnesium_mM=3.0, **{switch: False})
        assert freed == pytest.approx(percent, rel=0.15)

    def test_without_both_brakes_3_mM_is_as_strong_as_usual(self):
        off = {"magnesium_at_troponin": False, "magnesium_at_release_channel": False}
        freed = peak_force(impulse_rate_Hz=20.0, free_magnesium_mM=3.0, **off)
        assert freed == pytest.approx(peak_force(impulse_rate_Hz=20.0), rel=0.05)

    def test_a_fibre_at_less_than_a_tenth_of_usual_contracts_unasked(self):
        assert 40 < unasked_force_percent({"free_magnesium_mM": 0.05}) < 75

    @pytest.mark.parametrize("magnesium_mM", [0.2, 0.4, 0.75, 1])
    def test_down_to_far_below_what_people_have_nothing_contracts_unasked(self, magnesium_mM):
        assert unasked_force_percent({"free_magnesium_mM": magnesium_mM}) < 1.5

    def test_less_magnesium_lets_the_fibre_relax_more_slowly(self):
        times = [
            run(impulse_rate_Hz=20.0, free_magnesium_mM=mM).measures["half_relaxation_time_ms"] for mM in (0.5, 1, 3)
        ]
        assert times == sorted(times, reverse=True)

    def test_less_magnesium_needs_less_calcium_for_half_force(self):
        halves = [force_calcium_curve({"free_magnesium_mM": mM}).half_calcium_uM for mM in (0.05, 0.4, 1, 2, 3)]
        assert halves == pytest.approx([1.03, 1.31, 1.73, 2.42, 3.11], rel=0.1)

    def test_the_most_force_of_a_skinned_fibre_does_not_depend_on_magnesium(self):
        most = [force_calcium_curve({"free_magnesium_mM": mM}).force_percent[-1] for mM in (0.05, 1, 2)]
        assert max(most) - min(most) < 3

    def test_without_the_action_at_troponin_half_force_needs_the_usual_calcium(self):
        off = force_calcium_curve({"free_magnesium_mM": 0.4, "magnesium_at_troponin": False}).half_calcium_uM
        assert off == pytest.approx(force_calcium_curve({}).half_calcium_uM, rel=0.02)


class TestMagnesiumInTheBlood:
    def test_with_usual_magnesium_the_nerve_stops_with_the_command(self):
        assert after(0.85) == 0

    @pytest.mark.parametrize("magnesium_mM", [0.6, 0.5])
    def test_the_usual_nerve_still_stops_at_half_a_millimole(self, magnesium_mM):
        assert after(magnesium_mM) == 0

    def test_at_0_45_mM_it_goes_on_for_some_seconds(self):
        assert 1 < after(0.45) < 10

    def test_at_0_4_mM_it_fires_unasked(self):
        assert after_discharge(run(**LONG, plasma_magnesium_mM=0.4)).unasked

    @pytest.mark.parametrize("magnesium_mM", [0.85, 0.6, 0.5])
    def test_above_that_it_waits_for_the_command(self, magnesium_mM):
        assert not after_discharge(run(**LONG, plasma_magnesium_mM=magnesium_mM)).unasked

    def test_at_0_4_mM_with_calcium_held_it_stops(self):
        assert after(0.4, parathyroid_response=False) == 0

    def test_low_calcium_is_by_far_the_larger_part_of_the_effect(self):
        lost = margin_lost(Experiment.from_values({"plasma_magnesium_mM": 0.4}))
        assert 0.8 < lost.calcium_share < 1

    def test_switching_calcium_twice_changes_nothing(self):
        experiment = Experiment.from_values({"plasma_magnesium_mM": 0.4})
        assert with_calcium_switched(with_calcium_switched(experiment)) == experiment

    def test_the_fibre_pulls_as_hard_as_ever(self):
        usual = peak_force(impulse_rate_Hz=20.0)
        assert peak_force(impulse_rate_Hz=20.0, plasma_magnesium_mM=0.5) == pytest.approx(usual, rel=0.02)


class TestCrampAndStretch:
    def test_a_cramp_with_normal_magnesium_lasts_most_of_a_minute(self):
        assert 36 < after_discharge(run(**CRAMP, muscle_stretch=0.0)).duration_s < 62

    def test_its_firing_rate_is_at_the_upper_end_of_measured_cramps(self):
        rates = [rate for rate in run(**CRAMP, muscle_stretch=0.0).traces["firing_rate_Hz"][-1600:-1000] if rate > 0]
        assert 14 < sum(rates) / len(rates) < 28

    def test_it_is_a_strong_pull(self):
        assert 40 < after_discharge(run(**CRAMP, muscle_stretch=0.0)).mean_force_percent < 75

    def test_stretching_in_the_middle_of_it_stops_it(self):
        stretched_s, command_end_s = 20.0, 7.55
        found = after_discharge(run(**CRAMP, muscle_stretch=0.0, stretch_start_ms=1000 * stretched_s))
        assert found.duration_s == pytest.approx(stretched_s - command_end_s, abs=0.3)

    def test_with_the_muscle_stretched_it_stops_at_once(self):
        assert after_discharge(run(**CRAMP, muscle_stretch=1.0)).duration_s < 0.3

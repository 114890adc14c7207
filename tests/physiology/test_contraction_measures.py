import math

import pytest

import widgets
from widgets.physiology.contraction_measures import (
    after_discharge_duration_ms,
    half_relaxation_time_ms,
    ripple_percent,
)
from widgets.physiology.experiment import Experiment

TIME = tuple(float(i) for i in range(101))


def triangle(peak_at: int, fall: float) -> tuple[float, ...]:
    """Rises by 1 a sample to its peak, then falls by `fall` a sample."""
    return tuple(float(i) if i <= peak_at else max(peak_at - fall * (i - peak_at), 0.0) for i in range(101))


def test_half_relaxation_is_counted_from_the_peak():
    assert half_relaxation_time_ms(TIME, triangle(20, 0.5), (0.0,)) == pytest.approx(20, abs=0.25)


def test_half_relaxation_falls_between_samples_where_it_must():
    rounded = [50 - (time - 20.3) ** 2 / 10 for time in TIME]
    assert half_relaxation_time_ms(TIME, rounded, (0.0,)) == pytest.approx(20.3 / math.sqrt(2), rel=0.01)


def test_half_relaxation_is_counted_from_the_rise_above_rest():
    force = tuple(value + 10 for value in triangle(20, 0.5))
    assert half_relaxation_time_ms(TIME, force, (0.0,)) == pytest.approx(20, abs=0.25)


@pytest.mark.parametrize(
    ("control", "values", "magnesium_mM"),
    [
        ("pump_activity", (0.5, 1, 1.5), 3),
        ("pump_activity", (0.5, 1, 1.5), 0.56),
        ("pump_activity", (1, 1.05, 1.1, 1.15), 0.56),
        ("parvalbumin_sites_uM", (0, 300, 1500), 0.56),
    ],
)
def test_what_clears_calcium_faster_never_relaxes_more_slowly(control, values, magnesium_mM):
    runs = [widgets.simulate(**{control: value, "free_magnesium_mM": magnesium_mM}) for value in values]
    times = [run.measures["half_relaxation_time_ms"] for run in runs]
    assert times == sorted(times, reverse=True)


def test_force_that_stays_has_no_half_relaxation():
    assert half_relaxation_time_ms(TIME, triangle(90, 0.1), (0.0,)) is None


def test_without_an_impulse_there_is_no_half_relaxation():
    assert half_relaxation_time_ms(TIME, triangle(20, 0.5), ()) is None


def test_ripple_is_the_dip_between_the_last_two_impulses():
    force = tuple(10.0 if i % 20 < 10 else 8.0 for i in range(101))
    assert ripple_percent(TIME, force, (0.0, 20.0, 40.0, 60.0)) == pytest.approx(20)


def test_two_twitches_have_no_ripple():
    assert ripple_percent(TIME, triangle(20, 0.5), (0.0, 10.0)) is None


def test_time_to_peak_is_counted_from_the_first_impulse(twitch):
    force = twitch.traces["force_percent"]
    highest_ms = twitch.time_ms[force.index(max(force))]
    assert twitch.measures["time_to_peak_force_ms"] == pytest.approx(highest_ms - twitch.impulse_times_ms[0], abs=3)


@pytest.mark.parametrize("rate_Hz", [1, 20, 50])
def test_a_fibre_without_reserve_is_not_stronger_than_the_most(rate_Hz):
    run = widgets.simulate(impulse_rate_Hz=rate_Hz, phosphocreatine_mM=0, command_duration_ms=900, muscle_stretch=1)
    assert run.measures["peak_force_percent"] <= 100


def test_a_train_of_the_fast_fibre_is_stronger_than_its_twitch():
    fast = {"fibre_type": "mouse_fast_16C", "parvalbumin_sites_uM": 1500, "command_duration_ms": 900}
    forces = [widgets.simulate(**fast, impulse_rate_Hz=rate).measures["peak_force_percent"] for rate in (1, 25, 50, 80)]
    assert forces == sorted(forces)
    assert 0.1 < forces[0] / forces[-1] < 0.28


def test_relaxing_slows_before_force_falls():
    def after(seconds: float):
        work = {"impulse_rate_Hz": 25, "command_duration_ms": 1000 * seconds, "muscle_stretch": 1}
        run = widgets.simulate(**work, recording_length_ms=1000 * seconds + 1500)
        return run.at(50 + 1000 * seconds)["force_percent"], run.measures["half_relaxation_time_ms"]

    (force, relaxing), (later_force, later_relaxing) = after(1), after(5)
    assert later_force > 0.98 * force
    assert later_relaxing > 1.05 * relaxing


def test_resting_force_is_steady():
    force = widgets.simulate(impulse_rate_Hz=0, recording_length_ms=2000).traces["force_percent"]
    assert max(force) - min(force) < 0.02 * force[0]


def test_calcium_peaks_long_before_force(twitch):
    assert twitch.measures["time_to_peak_calcium_ms"] < 0.1 * twitch.measures["time_to_peak_force_ms"]


def test_a_nerve_that_stops_with_its_command_has_no_after_discharge(twitch):
    assert twitch.measures["after_discharge_duration_ms"] == 0


@pytest.mark.parametrize(("last_impulse_ms", "lasts_ms"), [(448.0, 0.0), (480.0, 0.0), (690.0, 0.0), (710.0, 260.0)])
def test_stray_impulses_within_a_quarter_of_a_second_are_no_after_discharge(last_impulse_ms, lasts_ms):
    command = Experiment.from_values({"command_start_ms": 50.0, "command_duration_ms": 400.0})
    assert after_discharge_duration_ms(command, (51.0, last_impulse_ms)) == pytest.approx(lasts_ms)


def test_a_silent_fibre_has_no_times():
    silent = widgets.simulate(impulse_rate_Hz=0)
    assert silent.measures["time_to_peak_force_ms"] is None
    assert silent.measures["half_relaxation_time_ms"] is None

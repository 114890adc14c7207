import pytest

from widgets.physiology.after_discharge import (
    after_discharge,
    margin_lost,
    with_calcium_switched,
    with_muscle_stretched_at,
)
from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment

TIMES_MS = tuple(float(time) for time in range(0, 1010, 10))
COMMAND = {"command_start_ms": 100.0, "command_duration_ms": 200.0, "recording_length_ms": 1000.0}


def made_up(impulse_times_ms: tuple[float, ...], after_ms: float, force: float = 50.0) -> Contraction:
    """A run with a command from 100 to 300 ms and these impulses."""
    traces = {"force_percent": tuple(force for _ in TIMES_MS)}
    measures = {"after_discharge_duration_ms": after_ms}
    return Contraction(Experiment.from_values(COMMAND), TIMES_MS, traces, impulse_times_ms, measures)


def test_a_nerve_that_stops_with_the_command_goes_on_for_nothing():
    found = after_discharge(made_up((100.0, 200.0, 300.0), 0.0))
    assert (found.duration_s, found.still_firing, found.unasked) == (0.0, False, False)


def test_the_duration_is_in_seconds():
    assert after_discharge(made_up((100.0, 700.0), 400.0)).duration_s == pytest.approx(0.4)


def test_an_impulse_near_the_end_counts_as_still_firing():
    assert after_discharge(made_up((100.0, 950.0), 650.0)).still_firing


def test_an_impulse_well_before_the_end_does_not():
    assert not after_discharge(made_up((100.0, 700.0), 400.0)).still_firing


def test_impulses_long_before_the_command_are_unasked():
    assert after_discharge(made_up((5.0, 100.0), 0.0)).unasked


def test_the_first_impulse_of_the_command_is_not_unasked():
    assert not after_discharge(made_up((98.0, 200.0), 0.0)).unasked


def test_the_mean_force_is_that_after_the_command():
    assert after_discharge(made_up((100.0, 700.0), 400.0, force=40.0)).mean_force_percent == pytest.approx(40)


def test_without_firing_on_there_is_no_mean_force():
    assert after_discharge(made_up((), 0.0)).mean_force_percent == 0


def test_usual_blood_has_lost_no_margin():
    lost = margin_lost(Experiment.from_values({}))
    assert lost.total_mV == 0
    assert lost.calcium_share == 0


def test_with_calcium_held_steady_magnesium_alone_takes_the_margin():
    held = margin_lost(Experiment.from_values({"plasma_magnesium_mM": 0.4, "parathyroid_response": False}))
    assert held.by_calcium_mV == 0
    assert held.total_mV > 0


def test_the_two_parts_make_the_whole():
    experiment = Experiment.from_values({"plasma_magnesium_mM": 0.4})
    magnesium_alone = margin_lost(with_calcium_switched(experiment)).total_mV
    lost = margin_lost(experiment)
    # The calcium that falls even at usual magnesium is hardly any.
    assert magnesium_alone + lost.by_calcium_mV == pytest.approx(lost.total_mV, abs=0.05)


def test_stretching_changes_nothing_but_when_it_begins():
    experiment = Experiment.from_values({"cramp_susceptibility": 1.0})
    changed = dict(with_muscle_stretched_at(experiment, 5000.0).values)
    assert changed == {**experiment.values, "stretch_start_ms": 5000.0}

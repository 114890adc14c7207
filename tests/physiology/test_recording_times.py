from itertools import pairwise

import pytest

import widgets
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms


def times(**controls: object) -> list[float]:
    return recording_times_ms(Experiment.from_values(controls))


def test_times_rise_from_zero_to_the_recordings_length():
    recorded = times(impulse_rate_Hz=50, recording_length_ms=900)
    assert (recorded[0], recorded[-1]) == (0, 900)
    assert recorded == sorted(set(recorded))


def test_times_are_close_just_after_an_impulse():
    after = [time for time in times(impulse_rate_Hz=1, command_start_ms=50) if 51 <= time <= 54.5]
    assert len(after) >= 8


def test_no_sample_falls_into_the_instant_in_which_something_is_switched():
    recorded = times(command_start_ms=50, command_duration_ms=450, stretch_start_ms=600)
    assert {50, 500, 600} & set(recorded) == set()


def test_long_recordings_are_even():
    recorded = times(recording_length_ms=60_000)
    steps = [b - a for a, b in pairwise(recorded)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.01)


def test_two_times_that_almost_meet_are_recorded_once():
    run = widgets.simulate(
        impulse_rate_Hz=57.4886451387384, command_start_ms=0.6, command_duration_ms=5999, recording_length_ms=600
    )
    assert len(run.time_ms) == len(run.traces["force_percent"])

"""Each quantity of a nerve on runs whose answer is known by construction."""

import math

import pytest

from tests.physiology.made_up_runs import EXPERIMENT, read, run
from widgets.physiology import nerve_quantities as nerve


def test_the_lowest_cramp_rate_is_found_to_a_quarter_of_a_hertz():
    def solve(experiment):
        cramps = experiment.number("impulse_rate_Hz") >= 17.3
        return run(measures={"after_discharge_duration_ms": 1500.0 if cramps else 400.0})

    assert nerve.lowest_cramp_rate_Hz(EXPERIMENT, solve) == pytest.approx(17.3, abs=0.25)


def test_every_burst_has_150_impulses():
    counts = []

    def solve(experiment):
        seconds = experiment.number("command_duration_ms") / 1000
        counts.append(math.ceil(seconds * experiment.number("impulse_rate_Hz")))
        return run(measures={"after_discharge_duration_ms": 0.0})

    nerve.lowest_cramp_rate_Hz(EXPERIMENT, solve)
    assert set(counts) == {150}


def test_every_short_burst_lasts_two_seconds():
    lengths = set()

    def solve(experiment):
        lengths.add(experiment.number("command_duration_ms"))
        return run(measures={"after_discharge_duration_ms": 0.0})

    assert nerve.lowest_cramp_rate_of_short_bursts_Hz(EXPERIMENT, solve) == 45
    assert lengths == {2000}


def test_the_mean_rate_counts_what_comes_after_the_command():
    after = [1000 + 50.0 * i for i in range(1, 41)]
    made_up = run(impulses=[0, 500, *after], measures={"after_discharge_duration_ms": 2000.0})
    assert read(nerve.mean_rate_in_after_discharge_Hz, made_up) == pytest.approx(20)


def test_without_an_after_discharge_its_rate_is_zero():
    made_up = run(measures={"after_discharge_duration_ms": 0.0})
    assert read(nerve.mean_rate_in_after_discharge_Hz, made_up) == 0


def test_unasked_firing_adds_up_its_spells():
    made_up = run({"firing_rate_Hz": lambda t: 9.0 if 100 < t <= 300 or t > 900 else 0.0})
    assert read(nerve.firing_unasked_s, made_up) == pytest.approx(0.3)


def test_a_nerve_that_always_fires_does_so_for_the_whole_recording():
    assert read(nerve.firing_unasked_s, run({"firing_rate_Hz": lambda _: 9.0})) == 1.0

"""Each quantity of a train of signals on runs whose answer is known by construction."""

import pytest

from tests.physiology.made_up_runs import EXPERIMENT, read, run
from widgets.physiology import train_quantities as trains


def test_the_rate_of_half_force_is_found_on_a_hill_curve():
    def solve(experiment):
        rate = experiment.number("impulse_rate_Hz")
        return run({"force_percent": lambda _: rate**2 / (rate**2 + 12**2)}, length_ms=10)

    full = 80**2 / (80**2 + 12**2)
    half_rate = 12 * (full / 2 / (1 - full / 2)) ** 0.5
    assert trains.half_force_rate_Hz(EXPERIMENT, solve) == pytest.approx(half_rate, rel=0.005)


def test_a_staircase_compares_the_last_twitch_with_the_first():
    made_up = run({"force_percent": lambda t: (10 + t / 100) * (t % 100) / 100}, impulses=[0, 100, 200, 300, 400])
    assert read(trains.last_twitch_share, made_up) == pytest.approx(15 / 11, rel=0.02)


def test_a_twitch_counts_from_the_force_at_its_signal():
    made_up = run({"force_percent": lambda t: 2 * (t // 100) + 10 * (t % 100) / 100}, impulses=[0, 100, 200])
    assert read(trains.last_twitch_share, made_up) == pytest.approx(1, rel=0.05)

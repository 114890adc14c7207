"""Each quantity of a working muscle's fuel and force on runs whose answer is known by construction."""

import math

import pytest

from tests.physiology.made_up_runs import read, run
from widgets.physiology import energy_quantities as energy
from widgets.physiology.experiment import Experiment


def test_what_is_left_of_phosphocreatine_counts_from_the_start_of_the_command():
    experiment = Experiment.from_values({"command_start_ms": 200, "command_duration_ms": 1000})
    made_up = run({"phosphocreatine_mM": lambda t: 40 - t / 100}, length_ms=2000)
    assert read(energy.phosphocreatine_left_percent, made_up, experiment) == pytest.approx(100 * 28 / 38)


def test_what_is_left_of_ATP_counts_all_of_it():
    made_up = run({"total_ATP_mM": lambda t: 8 - t / 1000})
    assert read(energy.ATP_left_percent, made_up) == pytest.approx(100 * 7 / 8)


def test_acid_is_read_at_the_end_of_the_command():
    assert read(energy.pH_at_command_end, run({"pH": lambda t: 7 - t / 5000}, length_ms=3000)) == pytest.approx(6.8)


def test_the_time_of_recovery_is_that_of_its_exponential():
    made_up = run(
        {"phosphocreatine_mM": lambda t: 30 - 10 * math.exp(-max(t - 1000, 0) / 4000)}, length_ms=21_000, step_ms=20
    )
    assert read(energy.phosphocreatine_recovery_time_s, made_up) == pytest.approx(4, rel=0.01)


def test_the_loss_of_force_is_a_share_of_the_top_in_each_second():
    experiment = Experiment.from_values({"command_start_ms": 0, "command_duration_ms": 30_000})
    made_up = run(
        {"force_percent": lambda t: 80 * (1 - max(t - 1000, 0) / 100_000) if t >= 1000 else t / 100},
        length_ms=31_000,
        step_ms=20,
    )
    assert read(energy.force_loss_percent_per_s, made_up, experiment) == pytest.approx(1, rel=0.01)


def test_a_short_command_ends_the_loss():
    made_up = run({"force_percent": lambda t: 80 - 0.04 * t if t <= 1000 else 0}, length_ms=2000)
    assert read(energy.force_loss_percent_per_s, made_up) == pytest.approx(50, rel=0.01)

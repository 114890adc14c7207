"""What makes a cramp easier or longer, what makes it harder or shorter, and what makes no difference."""

from itertools import pairwise

import pytest

from widgets import simulate
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_quantities import lowest_cramp_rate_Hz
from widgets.reference_data.experiment_controls import experiment_presets

CRAMP_PRONE = experiment_presets()["cramp_prone"].values
SIGNALS_PER_S = float(CRAMP_PRONE["impulse_rate_Hz"])
LONGEST_MS = 120_000.0
# When the last signal of a cramp falls is a matter of chance: a few signals of a thousand.
CHANCE = 0.02


def cramp_s(**changed: float) -> float:
    """How long the easily cramping calf of the set-up goes on, in s."""
    run = simulate(**{**CRAMP_PRONE, "recording_length_ms": LONGEST_MS, **changed})
    return (run.measures["after_discharge_duration_ms"] or 0.0) / 1000


def threshold_Hz(**changed: float) -> float:
    """The lowest rate of a laboratory's burst that sets off a cramp with the muscle held short."""
    experiment = Experiment.from_values({"muscle_stretch": 0.0, "cramp_susceptibility": 1.0, **changed})
    return lowest_cramp_rate_Hz(experiment, simulate_contraction)


@pytest.fixture(scope="module")
def usual_threshold_Hz() -> float:
    return threshold_Hz()


def test_twenty_signals_are_too_few_for_a_cramp():
    assert cramp_s(command_duration_ms=20_000 / SIGNALS_PER_S) == 0


def test_longer_work_before_never_makes_the_cramp_shorter():
    durations = [cramp_s(command_duration_ms=1000.0 * seconds) for seconds in (7.5, 15, 30, 60)]
    assert all(after >= before * (1 - CHANCE) for before, after in pairwise(durations))
    assert durations[-1] > durations[0]


def test_a_nerve_block_cuts_the_cramp_short():
    assert cramp_s(spinal_cord_connected=False) < cramp_s() / 10


@pytest.mark.parametrize("changed", [{"sweat_loss_percent": 3.0}, {"plasma_sodium_mM": 125.0}], ids=["sweat", "sodium"])
def test_lost_water_and_low_sodium_leave_the_threshold_as_it_is(usual_threshold_Hz, changed):
    assert threshold_Hz(**changed) == usual_threshold_Hz


@pytest.mark.parametrize(
    "changed", [{"sweat_loss_percent": 6.0}, {"plasma_sodium_mM": 120.0}, {"plasma_sodium_mM": 160.0}]
)
def test_nor_do_they_protect_from_a_cramp(changed):
    assert cramp_s(**changed) == pytest.approx(cramp_s(), rel=CHANCE)


@pytest.mark.parametrize("sweat_loss_percent", [0.0, 2.0, 2.5, 3.0])
def test_sweat_leaves_no_stray_signal_after_a_short_strong_command(sweat_loss_percent):
    run = simulate(
        impulse_rate_Hz=50,
        command_duration_ms=1000,
        recording_length_ms=3000,
        sweat_loss_percent=sweat_loss_percent,
    )
    assert run.measures["after_discharge_duration_ms"] == 0


def test_holding_calcium_steady_changes_nothing_at_usual_magnesium():
    assert cramp_s(parathyroid_response=False) == pytest.approx(cramp_s(), rel=1e-3)


@pytest.mark.parametrize(
    ("control", "values"),
    [
        ("cramp_susceptibility", (0.0, 0.5, 1.0)),
        ("nerve_irritation", (0.0, 0.1, 0.2)),
    ],
)
def test_the_threshold_falls_with_what_excites_the_nerve(control, values):
    thresholds = [threshold_Hz(**{control: value}) for value in values]
    assert all(before > after for before, after in pairwise(thresholds))


def test_the_threshold_rises_with_stretch():
    thresholds = [threshold_Hz(muscle_stretch=stretch) for stretch in (0.0, 0.2, 0.4)]
    assert all(before < after for before, after in pairwise(thresholds))


@pytest.mark.parametrize(
    ("control", "values"),
    [("plasma_magnesium_mM", (0.5, 0.85, 3.0)), ("plasma_ionised_calcium_mM", (0.9, 1.2, 2.0))],
)
def test_the_threshold_rises_with_what_calms_the_nerve(control, values):
    thresholds = [threshold_Hz(**{control: value}) for value in values]
    assert all(before < after for before, after in pairwise(thresholds))

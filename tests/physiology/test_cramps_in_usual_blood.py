"""In usual blood a little more or less of an ion neither starts nor ends cramps, beyond what trials allow."""

from functools import cache

import pytest

from widgets.evidence.trials import pooled_results
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_population import NervePopulation, nerve_population
from widgets.reference_data.experiment_controls import experiment_presets

CRAMP_PRONE = dict(experiment_presets()["cramp_prone"].values)
_, LOW_PERCENT, HIGH_PERCENT, _ = pooled_results()["cochrane_2020_change_percent"].numbers
# What the trials leave possible when magnesium is given: so many percent fewer cramps, or more.
FEWER, MORE = (1 + percent / 100 for percent in (LOW_PERCENT, HIGH_PERCENT))
MAGNESIUM_STEPS_MM = ((0.75, 0.85), (0.85, 0.95))
RANGES = {
    "plasma_ionised_calcium_mM": (1.15, 1.33),
    "plasma_potassium_mM": (3.5, 5.0),
    "plasma_sodium_mM": (135.0, 145.0),
}


def people(**values: float) -> NervePopulation:
    return nerve_population(Experiment.from_values({**CRAMP_PRONE, **values}))


@pytest.fixture(scope="module", params=[0.5, 1.0], ids=["halfway prone", "prone"])
def with_blood(request):
    """The hundred at one tendency to cramp, with one value of the blood changed; each computed once."""
    known: dict[tuple[tuple[str, float], ...], NervePopulation] = {}

    def found(**blood: float) -> NervePopulation:
        key = tuple(blood.items())
        if key not in known:
            known[key] = people(cramp_susceptibility=request.param, **blood)
        return known[key]

    return found


@pytest.fixture(scope="module")
def other_ions():
    """The hundred at both ends of an ion's usual range."""

    @cache
    def found(control: str) -> tuple[NervePopulation, NervePopulation]:
        low, high = (people(**{control: value}) for value in RANGES[control])
        return low, high

    return found


def changes(before: NervePopulation, after: NervePopulation) -> dict[str, float]:
    """How many times as many cramp, and how many times as long half of those who do go on."""
    return {
        "share": after.cramping / before.cramping,
        "duration": (after.median_cramp_s or 0.0) / (before.median_cramp_s or 1.0),
    }


def test_some_people_cramp_in_these_set_ups_and_some_do_not(with_blood):
    assert 10 < with_blood().cramping < 95


@pytest.mark.parametrize(("low_mM", "high_mM"), MAGNESIUM_STEPS_MM)
@pytest.mark.parametrize("measure", ["share", "duration"])
def test_a_tenth_of_a_millimole_of_magnesium_changes_no_more_than_trials_allow(with_blood, low_mM, high_mM, measure):
    before, after = with_blood(plasma_magnesium_mM=low_mM), with_blood(plasma_magnesium_mM=high_mM)
    assert FEWER <= changes(before, after)[measure] <= MORE


@pytest.mark.parametrize("control", RANGES)
@pytest.mark.parametrize("measure", ["share", "duration"])
def test_within_its_usual_range_no_other_ion_changes_more(other_ions, control, measure):
    low, high = other_ions(control)
    assert FEWER <= changes(low, high)[measure] <= 1 / FEWER


def test_at_half_a_millimole_of_magnesium_most_nerves_stop_with_the_command():
    command = {"impulse_rate_Hz": 30.0, "command_duration_ms": 2000.0, "recording_length_ms": 12_000.0}
    counts = {
        magnesium: nerve_population(Experiment.from_values({**command, "plasma_magnesium_mM": magnesium})).cramping
        for magnesium in (0.85, 0.5, 0.4, 0.3)
    }
    assert counts[0.85] <= counts[0.5] < 25
    assert counts[0.4] > 50
    assert counts[0.3] > 75

"""What a fibre with a closed membrane cannot gain or lose, counted over whole runs at the tolerance of the pages."""

from collections.abc import Mapping, Sequence
from functools import cache

import libsbml
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import widgets
from tests.physiology.any_settings import settings_of
from widgets.physiology.contraction_model import MODEL_FILE, parameter_values
from widgets.physiology.copasi_simulator import CopasiSimulator
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.data_package import read_text

SHARE_THAT_MAY_GET_LOST = 1e-6

# How many of each are in one molecule of a species. Calcium of the myoplasm is free, on ATP or on troponin's first site
# and that of the store free or on calsequestrin; ADP is what ATP became. A new species of the model must be put here.
CALCIUM = {
    "myoplasmic_calcium": 1,
    "store_calcium": 1,
    "troponin_with_two_calcium": 2,
    "parvalbumin_with_calcium": 1,
}
# The model counts magnesium that is free, on ATP and on parvalbumin; that on troponin is left out of the sum.
MAGNESIUM = {"free_magnesium": 1, "magnesium_ATP": 1, "parvalbumin_with_magnesium": 1}
PHOSPHATE = {"total_ATP": 3, "ADP": 2, "phosphocreatine": 1, "inorganic_phosphate": 1}
PARVALBUMIN = {"parvalbumin_without_ions": 1, "parvalbumin_with_calcium": 1, "parvalbumin_with_magnesium": 1}
HEADS = {"heads_waiting": 1, "heads_before_pull": 1, "heads_after_pull": 1}
NUCLEOTIDES = {"total_ATP": 1, "ADP": 1}
SUMS = {
    "calcium": CALCIUM,
    "magnesium": MAGNESIUM,
    "phosphate": PHOSPHATE,
    "parvalbumin": PARVALBUMIN,
    "myosin heads": HEADS,
    "adenine nucleotides": NUCLEOTIDES,
}
# Acid is made and cleared for good.
OPEN = {"lactic_acid"}
CALCIUM_IN_THE_MYOPLASM = ("myoplasmic_calcium", "free_calcium", "calcium_on_ATP_factor", "troponin_with_one_calcium")

RUNS = {
    "twitch": Experiment.from_preset("single_signal"),
    "train": Experiment.from_preset("smooth_pull"),
    "mouse": Experiment.from_preset("mouse_fast_fibre"),
    "cramp": Experiment.from_preset("cramp_prone"),
    "fatigue": Experiment.from_values(
        {"impulse_rate_Hz": 30, "command_duration_ms": 60_000, "recording_length_ms": 60_000}
    ),
}


@cache
def simulator() -> CopasiSimulator:
    return CopasiSimulator(read_text(MODEL_FILE))


def species() -> set[str]:
    model = libsbml.readSBMLFromString(read_text(MODEL_FILE)).getModel()
    return {one.getId() for one in model.getListOfSpecies()}


RECORDED: Sequence[str] = sorted(
    species() | {name for contents in SUMS.values() for name in contents} | set(CALCIUM_IN_THE_MYOPLASM)
)


def recorded_run(experiment: Experiment) -> Mapping[str, np.ndarray]:
    columns = simulator().run(parameter_values(experiment), RECORDED, recording_times_ms(experiment))
    return {name: np.array(column) for name, column in zip(RECORDED, columns, strict=True)}


def shares_lost(run: Mapping[str, np.ndarray]) -> dict[str, float]:
    """The largest distance of each sum from where it began, as a share of it."""
    sums = {name: sum(count * run[one] for one, count in contents.items()) for name, contents in SUMS.items()}
    return {name: float(np.max(np.abs(total - total[0])) / max(total[0], 1e-3)) for name, total in sums.items()}


def least_concentrations(run: Mapping[str, np.ndarray]) -> dict[str, float]:
    """The lowest value of each species, as a share of its highest (or of a thousandth of a µM)."""
    return {name: float(values.min() / max(values.max(), 1e-3)) for name, values in run.items()}


def test_every_species_of_the_model_is_counted_or_known_to_be_open():
    assert species() - {name for contents in SUMS.values() for name in contents} == OPEN


@pytest.mark.parametrize("name", RUNS)
def test_nothing_gets_lost(name):
    lost = shares_lost(recorded_run(RUNS[name]))
    assert {what: share for what, share in lost.items() if share > SHARE_THAT_MAY_GET_LOST} == {}


@pytest.mark.parametrize("name", RUNS)
def test_no_concentration_falls_below_zero(name):
    least = least_concentrations(recorded_run(RUNS[name]))
    assert {what: low for what, low in least.items() if low < -SHARE_THAT_MAY_GET_LOST} == {}


@pytest.mark.parametrize("name", RUNS)
def test_calcium_of_the_myoplasm_is_free_or_on_ATP_or_on_troponin(name):
    run = recorded_run(RUNS[name])
    whole, free, on_ATP_factor, on_troponin = (run[part] for part in CALCIUM_IN_THE_MYOPLASM)
    assert free * on_ATP_factor + on_troponin == pytest.approx(whole, rel=SHARE_THAT_MAY_GET_LOST)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(settings_of(skinned_fibre=False))
def test_nothing_gets_lost_whatever_is_set(values):
    lost = shares_lost(recorded_run(Experiment.from_values(values)))
    assert {what: share for what, share in lost.items() if share > SHARE_THAT_MAY_GET_LOST} == {}


def test_a_bath_brings_calcium_into_a_skinned_fibre():
    bathed = Experiment.from_values({"skinned_fibre": True, "bath_calcium_uM": 10, "impulse_rate_Hz": 0})
    assert shares_lost(recorded_run(bathed))["calcium"] > 1e-3


def test_a_store_beside_much_calcium_does_not_fill_without_end():
    run = widgets.simulate(skinned_fibre=True, bath_calcium_uM=100, impulse_rate_Hz=0, recording_length_ms=20_000)
    assert max(run.traces["store_calcium_percent"]) < 220

"""The situations, and whether the reasons for not running some of them still hold for the model."""

import pytest

from widgets import simulate
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.reference_data.experiment_controls import experiment_presets

SITUATIONS = magnesium_situations()
A_LITTLE_MV = 0.2


@pytest.fixture(scope="module")
def margin_mV():
    """How far the resting nerve is from firing by itself, with one value of the blood changed."""
    return lambda **blood: simulate(impulse_rate_Hz=0, **blood).traces["nerve_safety_margin_mV"][0]


def test_there_are_the_eight_that_the_article_names():
    assert set(SITUATIONS) == {
        "low_potassium",
        "high_potassium",
        "calcification",
        "low_sodium",
        "statins",
        "beta2_agonists",
        "low_calcium",
        "proton_pump_inhibitors",
    }


def test_what_can_be_run_has_a_preset_and_says_what_it_shows():
    runnable = [situation for situation in SITUATIONS.values() if situation.runnable]
    assert {situation.id for situation in runnable} == {"low_calcium", "proton_pump_inhibitors"}
    assert all(situation.preset in experiment_presets() and situation.model_can_show for situation in runnable)


def test_what_cannot_be_run_has_no_preset_and_says_why():
    others = [situation for situation in SITUATIONS.values() if not situation.runnable]
    assert all(not situation.preset and situation.model_cannot_show for situation in others)


def test_low_potassium_only_makes_the_nerve_of_the_model_calmer(margin_mV):
    assert margin_mV() < margin_mV(plasma_potassium_mM=2.5) < margin_mV() + A_LITTLE_MV


def test_high_potassium_makes_the_nerve_of_the_model_a_little_jumpier(margin_mV):
    assert margin_mV() - A_LITTLE_MV < margin_mV(plasma_potassium_mM=7) < margin_mV()


def test_low_sodium_does_nothing_to_the_nerve_of_the_model(margin_mV):
    assert margin_mV(plasma_sodium_mM=120) == pytest.approx(margin_mV(), abs=1e-9)

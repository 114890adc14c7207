"""The situations, and whether the reasons for not running some of them still hold for the model."""

import pytest

from widgets import simulate
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.reference_data.experiment_controls import experiment_presets

SITUATIONS = magnesium_situations()
COMMAND = {"impulse_rate_Hz": 30, "command_duration_ms": 2000, "recording_length_ms": 6000}


@pytest.fixture(scope="module")
def nerve_goes_on_ms():
    """How long the nerve goes on after a command, with one value of the blood changed."""
    return lambda **blood: simulate(**COMMAND, **blood).measures["after_discharge_duration_ms"]


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


def test_low_potassium_only_makes_the_nerve_of_the_model_calmer(nerve_goes_on_ms):
    assert nerve_goes_on_ms(plasma_potassium_mM=2.5) <= nerve_goes_on_ms()


def test_high_potassium_makes_the_nerve_of_the_model_a_little_jumpier(nerve_goes_on_ms):
    assert nerve_goes_on_ms() < nerve_goes_on_ms(plasma_potassium_mM=7) < 3000


def test_low_sodium_makes_the_nerve_of_the_model_calmer(nerve_goes_on_ms):
    assert nerve_goes_on_ms(plasma_sodium_mM=120) < nerve_goes_on_ms()

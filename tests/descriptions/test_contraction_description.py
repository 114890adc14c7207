import re

import pytest

import widgets
from widgets.descriptions.contraction_description import (
    compare_contractions,
    contraction_finding,
    describe_contraction,
    many_settings_that_differ,
)
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.experiment_controls import experiment_presets


@pytest.fixture(scope="module")
def twitch():
    return widgets.simulate(impulse_rate_Hz=1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0001, "0"),
        (1, "1"),
        (1.14, "1.1"),
        (87.94, "88"),
        (96.4, "96"),
        (118.48, "118"),
        (12345.0, "12,300"),
        (0.05, "0.05"),
        (100, "100"),
    ],
)
def test_numbers_have_two_or_three_digits(value, text):
    assert number_in_words(value) == text


def test_a_number_stays_with_its_unit():
    assert amount(12, "ms") == "12\N{NO-BREAK SPACE}ms"


def test_the_finding_of_one_signal_says_when_calcium_and_force_peak(twitch):
    finding = contraction_finding(twitch)
    assert number_in_words(twitch.measures["time_to_peak_calcium_ms"]) in finding
    assert number_in_words(twitch.measures["time_to_peak_force_ms"]) in finding


@pytest.mark.parametrize(
    ("controls", "words"),
    [
        ({"impulse_rate_Hz": 0}, "calcium stays in the store"),
        ({"impulse_rate_Hz": 1, "free_magnesium_mM": 10}, "hardly pulls"),
        ({"impulse_rate_Hz": 8}, "still show"),
        ({"impulse_rate_Hz": 50}, "one smooth pull"),
        ({"impulse_rate_Hz": 3, "command_duration_ms": 400}, "Two signals add up"),
        ({"impulse_rate_Hz": 0, "free_magnesium_mM": 0.05, "recording_length_ms": 3000}, "without any signal"),
    ],
)
def test_the_finding_fits_the_run(controls, words):
    assert words in contraction_finding(widgets.simulate(**controls))


def test_a_nerve_that_fires_on_is_the_finding():
    run = widgets.simulate(
        impulse_rate_Hz=30, command_duration_ms=2000, recording_length_ms=8000, plasma_magnesium_mM=0.4
    )
    assert "the nerve does not" in contraction_finding(run)


@pytest.mark.parametrize("preset", experiment_presets())
def test_every_preset_has_a_full_description(preset):
    text = describe_contraction(widgets.simulate(**experiment_presets()[preset].values))
    assert not re.search(r"[{}]|None|nan", text)
    assert text.endswith(".")


def test_the_description_says_when_force_does_not_fall():
    run = widgets.simulate(impulse_rate_Hz=50, command_duration_ms=900, recording_length_ms=900)
    assert "does not fall half of the way back" in describe_contraction(run)


def test_a_comparison_names_what_was_changed_and_by_how_much(twitch):
    slow = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    sentence = compare_contractions(slow, twitch, other_is_kept=True)
    assert "Calcium pump activity 0.5 instead of 1\N{NO-BREAK SPACE}× normal" in sentence
    change = slow.measures["half_relaxation_time_ms"] / twitch.measures["half_relaxation_time_ms"] - 1
    assert f"Relaxing by half takes {number_in_words(100 * change)}\N{NO-BREAK SPACE}% longer" in sentence


def test_a_comparison_works_in_both_directions(twitch):
    slow = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    assert "% less time" in compare_contractions(twitch, slow, other_is_kept=True)


def test_a_comparison_says_what_it_compares_with(twitch):
    other = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    assert "differs from your kept run" in compare_contractions(other, twitch, other_is_kept=True)
    assert "differs from the starting run" in compare_contractions(other, twitch, other_is_kept=False)


def test_a_comparison_tells_the_result_first(twitch):
    other = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    assert compare_contractions(other, twitch, other_is_kept=True).startswith("Peak force is ")


def test_a_force_several_times_as_great_is_told_in_times(twitch):
    train = widgets.simulate(impulse_rate_Hz=20)
    times = train.measures["peak_force_percent"] / twitch.measures["peak_force_percent"]
    said = compare_contractions(train, twitch, other_is_kept=True)
    assert said.startswith(f"The pull is about {round(times)} times as strong")


def test_a_long_time_is_told_in_seconds(twitch):
    longer = widgets.simulate(impulse_rate_Hz=1, recording_length_ms=9000)
    said = compare_contractions(longer, twitch, other_is_kept=True)
    assert "Recording lasts 9 instead of 0.7\N{NO-BREAK SPACE}s" in said


def test_a_nerve_that_goes_on_is_compared_with_one_that_stops_in_words(twitch):
    cramp = widgets.simulate(
        impulse_rate_Hz=30, command_duration_ms=2000, recording_length_ms=8000, plasma_magnesium_mM=0.4
    )
    assert "Before, it stopped with the command." in compare_contractions(cramp, twitch, other_is_kept=True)
    assert "The nerve stops with the command. Before, it fired on" in compare_contractions(
        twitch, cramp, other_is_kept=True
    )


def test_many_settings_stand_behind_the_sentence_and_few_in_it(twitch):
    few = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    many = widgets.simulate(impulse_rate_Hz=10, command_duration_ms=900, muscle_stretch=1)
    assert many_settings_that_differ(few, twitch, other_is_kept=False) == ""
    assert "What differs" not in compare_contractions(many, twitch, other_is_kept=False)
    behind = many_settings_that_differ(many, twitch, other_is_kept=False)
    assert "Nerve signals 10 instead of 1\N{NO-BREAK SPACE}Hz; Command lasts 900 instead of 400" in behind


def test_the_same_set_up_is_said_to_be_the_same(twitch):
    assert "same settings" in compare_contractions(twitch, twitch, other_is_kept=True)


def test_a_change_without_effect_is_said_to_have_none(twitch):
    other = widgets.simulate(impulse_rate_Hz=1, plasma_sodium_mM=139)
    assert "no change that you could see" in compare_contractions(other, twitch, other_is_kept=True)


def test_a_change_that_rounds_to_the_same_number_is_not_told(twitch):
    slow = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    assert "calcium is" not in compare_contractions(slow, twitch, other_is_kept=True)


def test_a_lost_half_relaxation_is_said(twitch):
    held = widgets.simulate(impulse_rate_Hz=50, command_duration_ms=900, recording_length_ms=900)
    assert "no longer falls half of the way back" in compare_contractions(held, twitch, other_is_kept=True)


def test_a_share_of_almost_nothing_is_not_given(twitch):
    silent = widgets.simulate(impulse_rate_Hz=0)
    assert re.search(
        r"Peak force is 10\s% of maximum instead of", compare_contractions(twitch, silent, other_is_kept=True)
    )

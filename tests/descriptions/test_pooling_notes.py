"""Notes below the trials: what they give together, and why a review printed another number."""

import pytest

from widgets.descriptions.pooling_notes import good_side, pooling_notes
from widgets.evidence.trial_answer import TrialQuestion, trial_answer
from widgets.evidence.trials import trial_outcomes


def notes(population, outcome, **choice):
    return {note.key: note.text for note in pooling_notes(trial_answer(TrialQuestion(population, outcome, **choice)))}


def test_a_review_with_another_number_is_no_contradiction_and_the_note_says_why():
    text = notes("older_adults", "cramps_a_week")["review_differs"]
    assert "from 5 trials" in text
    assert "The 2 trials that count here" in text
    assert "never published" in text
    assert "None of these contradicts another" in text


def test_the_intervals_are_not_called_nested_where_they_are_not():
    text = notes("older_adults", "cramps_a_week", method="fixed")["review_differs"]
    assert "contradict" not in text


def test_a_printed_number_that_can_be_made_again_needs_no_excuse():
    assert "contradict" not in notes("pregnancy", "cramps_in_two_weeks")["review_differs"]


def test_every_trial_that_stays_out_says_why():
    text = notes("older_adults", "cramps_a_week", left_out=("frusso_1999",))["kept_out"]
    assert "Roffe 2002 stays out. Only middle values" in text
    assert "Frusso 1999 stays out. You left it out." in text


@pytest.mark.parametrize("population", ["exercise", "measured_lack"])
def test_without_trials_there_are_no_notes(population):
    assert notes(population, "cramps_a_week") == {}


@pytest.mark.parametrize(
    ("outcome", "side"),
    [("cramps_a_week", "Below zero"), ("helped", "Above 1"), ("minor_side_effects", "Below 1")],
)
def test_the_good_side_is_that_of_the_outcome(outcome, side):
    assert good_side(trial_outcomes()[outcome]).startswith(side)

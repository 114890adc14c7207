"""The answer of trials in one line, which stands on the head of their section."""

import pytest

from widgets.descriptions.outcome_description import outcome_notes
from widgets.descriptions.outcome_head import outcome_head
from widgets.evidence.trial_answer import TrialQuestion, trial_answer
from widgets.evidence.trials import trial_outcomes


def head(population, outcome, **choice):
    return outcome_head(trial_answer(TrialQuestion(population, outcome, **choice)))


def test_the_published_value_is_told_and_not_that_of_the_few_trials_with_published_numbers():
    said = head("older_adults", "cramps_a_week")
    assert said == (
        "Older adults. Cramps a week: 0.18 fewer with magnesium, perhaps 0.84 fewer, perhaps 0.49 more (Cochrane 2020)"
    )


def test_what_cannot_be_counted_one_by_one_is_lower_or_higher():
    assert "9.59 % lower with magnesium" in head("older_adults", "change_percent").replace("\xa0", " ")


def test_a_share_is_so_many_times_that_of_the_others():
    said = head("older_adults", "quarter_fewer").replace("\xa0", " ")
    assert "1.04 times as many with magnesium, perhaps 0.84 times, perhaps 1.29 times" in said


def test_a_review_with_fewer_trials_than_have_numbers_now_gives_way_to_all_of_them():
    assert "3 trials together" in head("pregnancy", "cramp_free")


def test_a_trial_left_out_does_not_change_what_was_published():
    assert head("older_adults", "cramps_a_week") == head("older_adults", "cramps_a_week", left_out=("frusso_1999",))


@pytest.mark.parametrize(
    ("population", "people"), [("exercise", "People who cramp in sport"), ("measured_lack", "People with")]
)
def test_where_there_is_no_trial_the_line_says_for_whom(population, people):
    said = head(population, "cramps_a_week")
    assert said.startswith(people)
    assert "No trial has been made" in said


@pytest.mark.parametrize("population", ["older_adults", "pregnancy", "liver_disease", "exercise", "measured_lack"])
@pytest.mark.parametrize("outcome", sorted(trial_outcomes()))
def test_a_published_ratio_is_told_under_the_name_of_what_it_counts(population, outcome):
    answer = trial_answer(TrialQuestion(population, outcome))
    told = " ".join(note.text for note in outcome_notes(answer, 4.5))
    for row in (*answer.on_axis, *answer.in_words):
        if row.measure in ("risk_ratio", "odds_ratio") and row.trials:
            assert trial_outcomes()[row.outcome].label in told


def test_a_person_is_told_with_the_decimals_of_the_slider():
    answer = trial_answer(TrialQuestion("older_adults", "cramps_a_week"))
    (person,) = [note.text for note in outcome_notes(answer, 12.5) if note.key == "person"]
    assert person.startswith("Somebody with 12.5 cramps a week")

"""What trials answer to a question: which outcome, which rows, and an axis that does not move."""

import pytest

from widgets.evidence.trial_answer import TrialQuestion, trial_answer

OLDER = TrialQuestion("older_adults", "cramps_a_week")


def counted(answer):
    return {row.trial for row in answer.pooling.included}


def test_an_outcome_without_numbers_for_these_people_gives_way_to_one_that_has_them():
    answer = trial_answer(TrialQuestion("pregnancy", "cramps_a_week"))
    assert (answer.outcome.id, answer.is_other_outcome) == ("cramp_free", True)


@pytest.mark.parametrize("population", ["exercise", "measured_lack"])
def test_people_whom_no_trial_took_have_no_rows_and_a_reason(population):
    answer = trial_answer(TrialQuestion(population, "cramps_a_week"))
    assert answer.results == ()
    assert answer.review.certainty_why


def test_a_trial_left_out_does_not_count_but_keeps_its_place_on_the_axis():
    left_out = trial_answer(TrialQuestion("older_adults", "cramps_a_week", left_out=("frusso_1999",)))
    assert counted(trial_answer(OLDER)) - counted(left_out) == {"frusso_1999"}
    assert left_out.all_intervals() == trial_answer(OLDER).all_intervals()


def test_with_a_least_dose_a_trial_of_unknown_dose_does_not_count():
    assert counted(trial_answer(TrialQuestion("older_adults", "cramps_a_week", least_dose_mg=50))) == {"frusso_1999"}


def test_the_review_that_was_graded_comes_first():
    assert trial_answer(OLDER).review.id == "cochrane_2020_cramps_a_week"

import pytest

from widgets.descriptions.open_questions_description import (
    open_questions_finding,
    open_questions_table,
    searches_table,
)
from widgets.descriptions.other_treatments_description import (
    beside_finding,
    describe_beside,
    of_a_hundred,
    people_finding,
    publication_lesson,
    result_in_numbers,
    treatment_facts,
)
from widgets.evidence.open_questions import open_questions
from widgets.evidence.other_treatments import all_treatment_results, other_treatments, treatment_results
from widgets.evidence.treatments_beside_magnesium import treatments_beside_magnesium

RESULTS = {result.id: result for result in all_treatment_results()}
ROWS = treatments_beside_magnesium()


@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_every_result_says_how_sure_it_is(result):
    assert "ertainty" in result_in_numbers(result)
    assert result_in_numbers(result).startswith(result.outcome)


def test_a_difference_is_told_with_both_groups_where_they_are_known():
    told = result_in_numbers(RESULTS["quinine_cramps"])
    assert "8.8 with dummy tablets, 6.35 with the treatment" in told
    assert "from −3.54 to −1.36" in told


def test_people_are_counted_in_hundreds_for_a_picture():
    assert of_a_hundred(RESULTS["quinine_minor"]) == (9, 13)
    assert "9 of 100 with dummy tablets, 13 of 100" in people_finding(RESULTS["quinine_minor"])


def test_what_is_no_count_of_people_is_not_drawn_as_people():
    with pytest.raises(ValueError, match="quinine_cramps"):
        of_a_hundred(RESULTS["quinine_cramps"])


def test_unpublished_trials_are_a_lesson_of_quinine_alone():
    with_lesson = [name for name in other_treatments() if publication_lesson(treatment_results(name))]
    assert with_lesson == ["quinine"]


def test_what_no_regulator_said_has_no_heading():
    labels = {name: [label for label, _ in treatment_facts(each)] for name, each in other_treatments().items()}
    assert "What regulators say" in labels["quinine"]
    assert "What regulators say" not in labels["stretching"]


def test_the_finding_names_what_is_beyond_chance_and_what_is_not():
    clear, unclear = beside_finding(ROWS).split(". Not beyond chance")
    assert ("Quinine" in clear, "Vitamin K2" in clear) == (True, True)
    assert ("Magnesium" in unclear, "Stretching" in unclear) == (True, True)


def test_what_rests_on_one_trial_is_said():
    assert "Vitamin K2 and Stretching rest on one trial each" in describe_beside(ROWS)


def test_every_missing_trial_has_a_row_with_its_sources():
    table = open_questions_table()
    assert [row[0] for row in table.rows] == [question.title for question in open_questions()]
    assert all(row[-1] for row in table.rows)


def test_our_own_search_is_no_review():
    assert "2026" not in open_questions_finding()
    assert searches_table().rows[0][1] == "27 November 2026"

import pytest

from widgets.explorers.parts.prediction import SKIPPED, Prediction, labels


@pytest.fixture
def shown():
    return {"calcium": "2 ms", "force": "40 ms"}


@pytest.fixture
def question(shown):
    return Prediction("first_riser", labels("first_riser", "calcium", "force", "together"), lambda: shown or None)


def test_nothing_is_told_while_the_question_is_open(question):
    assert question.is_open
    assert question.result == ""


def test_an_answer_is_held_against_the_run(question):
    question.answer = "force"
    assert question.result.startswith("You expected: Force. The model shows")
    assert "40 ms" in question.result


def test_a_skipped_question_tells_what_is_so_and_no_expectation(question):
    question.answer = SKIPPED
    assert "You expected" not in question.result
    assert "40 ms" in question.result


def test_another_run_changes_what_is_told(question, shown):
    question.answer = "force"
    shown["force"] = "90 ms"
    question.tell()
    assert "90 ms" in question.result


def test_a_run_that_cannot_tell_is_said_to_be_one(question, shown):
    shown.clear()
    question.answer = "force"
    assert question.result.startswith("This run cannot tell")


def test_an_answer_that_there_is_not_leaves_the_question_open(question):
    question.answer = "forty-two"
    assert question.is_open


def test_the_question_can_be_asked_again(question):
    question.answer = "force"
    question.answer = ""
    assert question.is_open
    assert question.result == ""

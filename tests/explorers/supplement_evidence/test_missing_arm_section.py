"""The trial whose share is quoted alone: what is told before and after a guess."""

import csv
import io

import pytest

from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.supplement_evidence.missing_arm_section import NOT_TOLD, MissingArmSection
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.evidence_controls import evidence_controls


@pytest.fixture
def section():
    return MissingArmSection(PageRecord("supplement_evidence", evidence_controls()))


def test_the_dummy_tablets_are_told_nowhere_before_the_guess(section):
    section.record.set(expected_placebo_percent=20)
    said = [section.people.finding, section.people.description, section.record.sentence, str(section.people.table)]
    assert section.people.arms[1]["marked"] == NOT_TOLD
    assert not [text for text in said if "54" in text]
    assert "54" not in section.people.plain_output().text
    assert "25" not in section.people.data_as_csv().decode()


def test_a_guess_is_held_against_the_same_trial(section):
    section.record.set(expected_placebo_percent=20)
    section.steps.press("answer")
    assert section.people.arms[1]["marked"] == 54
    assert section.people.arms[1]["guessed"] == 20
    assert section.record.sentence == (
        "You expected 20 of 100. In the same trial 54 of 100 said that dummy tablets had helped: 25 of 46 people. "
        "With magnesium it was 24 more of 100."
    )


def test_each_step_tells_more(section):
    counts = []
    for step in ("guess", "answer", "count", "nights"):
        section.steps.press(step)
        counts.append(len(section.notes.notes))
    assert counts == [0, 2, 3, 4]


def test_what_was_counted_is_told_for_both_orders(section):
    section.steps.press("count")
    text = section.notes.notes[2]["text"]
    assert "Dummy tablets first (29 people): 9 cramps, then 5 on magnesium." in text
    assert "Magnesium first (17 people): 9 cramps, then 8 on dummy tablets." in text


def test_who_has_not_guessed_is_told_no_guess(section):
    section.steps.press("answer")
    assert section.record.sentence == (
        "In the same trial 54 of 100 said that dummy tablets had helped: 25 of 46 people. "
        "With magnesium it was 24 more of 100."
    )
    assert "guessed" not in [entry["look"] for entry in section.people.key]


def test_a_look_can_be_taken_back(section):
    section.steps.press("answer")
    section.record.undo()
    assert section.people.arms[1]["marked"] == NOT_TOLD
    assert section.steps.pressed == ["guess"]


def test_a_guess_of_more_than_everybody_is_refused_in_one_sentence(section):
    with pytest.raises(ControlError, match="Your guess for dummy tablets"):
        section.record.set(expected_placebo_percent=130)


def test_the_file_holds_both_groups_once_they_are_told(section):
    section.steps.press("answer")
    rows = list(csv.DictReader(io.StringIO(section.people.data_as_csv().decode())))
    assert [(row["group"], row["people"], row["said_that_it_helped"]) for row in rows] == [
        ("magnesium", "46", "36"),
        ("placebo", "46", "25"),
    ]

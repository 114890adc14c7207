"""The section on every trial: its head, the words beside the axis, and the notes below the plot."""

import pytest

from widgets.explorers.supplement_evidence.evidence_explorer import EvidenceExplorer
from widgets.explorers.supplement_evidence.outcome_section import OutcomeSection


@pytest.fixture(scope="module")
def page() -> EvidenceExplorer:
    return EvidenceExplorer()


@pytest.fixture
def section(page) -> OutcomeSection:
    page.record.set(trial_population="older_adults", trial_outcome="cramps_a_week", pooling_method="now")
    return page.outcomes


def test_the_head_tells_what_was_published_and_follows_the_question(page, section):
    assert section.found.published
    assert "0.18 fewer with magnesium" in page.findings["part_outcomes"]
    page.record.set(trial_population="exercise")
    assert "No trial has been made" in page.findings["part_outcomes"]


@pytest.mark.parametrize(
    ("outcome", "start", "end"),
    [
        ("cramps_a_week", "less on magnesium (better)", "more on magnesium (worse)"),
        ("helped", "less on magnesium (worse)", "more on magnesium (better)"),
    ],
)
def test_the_axis_says_which_side_is_good(section, outcome, start, end):
    section.record.set(trial_outcome=outcome)
    assert (section.plot.forest["axis"]["start"], section.plot.forest["axis"]["end"]) == (start, end)


def test_a_finding_with_a_direction_says_whether_it_is_good(section):
    section.record.set(trial_outcome="helped")
    assert section.plot.finding.endswith("more is better")


def test_the_notes_below_follow_a_trial_that_is_left_out(section):
    section.record.set(left_out_frusso_1999=True)
    said = {note["key"]: note["text"] for note in section.pooling.notes}
    section.record.set(left_out_frusso_1999=False)
    assert "The one trial that counts here" in said["review_differs"]

import csv
import io

import pytest

from tests.browser.asking import answer_of
from widgets.evidence.open_questions import open_questions
from widgets.evidence.other_treatments import other_treatments, treatment_results
from widgets.explorers.supplement_evidence.evidence_explorer import EvidenceExplorer
from widgets.explorers.supplement_evidence.open_questions_section import last_searches, missing_trials
from widgets.explorers.supplement_evidence.other_treatments_section import OtherTreatmentsSection


@pytest.fixture(scope="module")
def page() -> EvidenceExplorer:
    return EvidenceExplorer()


@pytest.fixture
def section(page) -> OtherTreatmentsSection:
    page.record.set(other_treatment="quinine")
    return page.other_treatments


def test_the_section_opens_on_what_works_a_little_and_is_warned_against():
    section = EvidenceExplorer().other_treatments
    assert section.found.treatment.id == "quinine"
    assert "8.8 with dummy tablets" in section.arms.finding
    assert not section.arms.waiting


@pytest.mark.parametrize("treatment", other_treatments())
def test_a_picture_of_both_groups_is_shown_where_they_are_known(section, treatment):
    section.record.set(other_treatment=treatment)
    assert section.arms.waiting == (not any(result.arms for result in treatment_results(treatment)))


def test_a_choice_is_told_in_a_sentence_with_its_numbers(section):
    section.record.set(other_treatment="vitamin_k2")
    assert section.record.sentence.startswith(other_treatments()["vitamin_k2"].said)
    assert "3.63 with dummy capsules, 0.96 with the treatment" in section.record.sentence


def test_the_people_are_those_with_side_effects_of_quinine(section):
    assert [arm["marked"] for arm in section.people.arms] == [9, 13]


def test_only_quinine_counts_people(section):
    assert [each["id"] for each in section.picker.treatments if each["counts_people"]] == ["quinine"]


def test_the_chosen_treatment_is_tinted_beside_magnesium(section):
    section.record.set(other_treatment="vitamin_k2")
    (_, ground) = section.beside.figure_layout["shapes"]
    assert (ground["y0"], ground["y1"]) == (1.5, 2.5)


def test_the_download_has_every_result_of_the_treatment(section):
    section.record.set(other_treatment="stretching")
    rows = list(csv.DictReader(io.StringIO(answer_of(section.arms, "csv").decode())))
    assert [row["id"] for row in rows] == [result.id for result in treatment_results("stretching")]
    assert {row["estimate"] for row in rows} == {"1.95", "-1.2", "-1.3"}


def test_every_card_has_its_sources(section):
    assert [each["id"] for each in section.picker.treatments if not each["sources"]] == []


def test_without_a_browser_every_treatment_is_told(section):
    told = section.picker.plain_output().text
    assert [each.name for each in other_treatments().values() if each.name not in told or each.said not in told] == []


def test_missing_trials_and_last_searches_are_tables():
    assert len(missing_trials().rows) == len(open_questions())
    assert last_searches().rows[0][1] == "27 November 2026"

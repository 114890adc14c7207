"""What the five articles say, to look through: filters, counts, contradictions, files, and plain output."""

import csv
import io

import pytest

from widgets.descriptions.claim_browser_description import claims_counted, claims_finding
from widgets.evidence.article_claims import ARTICLES, all_article_claims, claims_asked_for, contradictions
from widgets.explorers.causes_of_cramps import causes_explorer
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.view_controls import choice_control
from widgets.explorers.low_magnesium_and_cramps import low_magnesium_explorer
from widgets.explorers.supplement_evidence.claims_section import NAMES, ClaimsSection
from widgets.reference_data.control_values import ControlError

CHOICES = {
    "claim_topic": sorted({claim.topic for claim in all_article_claims().values()}),
    "claim_article": ARTICLES,
    "claim_verdict": ("right", "partly", "wrong", "not_shown"),
}


@pytest.fixture
def section():
    controls = {name: choice_control(name, name, ("all", *CHOICES[name]), "all") for name in NAMES}
    return ClaimsSection(PageRecord("supplement_evidence", controls), ("missing_arm",))


def ids(**asked):
    return [claim.id for claim in claims_asked_for(**asked)]


def test_every_statement_is_shown_at_first(section):
    assert section.browser.shown == list(all_article_claims())


def test_filters_leave_what_fits_all_of_them(section):
    section.record.set(claim_article="d", claim_verdict="right")
    assert section.browser.shown == ids(article="d", verdict="right")


def test_a_filter_is_said_and_can_be_taken_back(section):
    section.record.set(claim_topic="forms")
    assert section.record.sentence == claims_counted(len(ids(topic="forms")))
    section.record.undo()
    assert section.browser.shown == ids()


def test_a_filter_that_there_is_not_changes_nothing(section):
    with pytest.raises(ControlError):
        section.record.set(claim_topic="weather")
    assert section.browser.shown == ids()


def test_every_contradiction_is_told_from_both_sides(section):
    claims = {claim["id"]: claim for claim in section.browser.claims}
    assert len(section.browser.pairs) == len(contradictions())
    for one, other in section.browser.pairs:
        assert other in claims[one]["opposites"]
        assert one in claims[other]["opposites"]


def test_contradictions_on_trials_come_first(section):
    topics = [all_article_claims()[one].topic == "trials" for one, _other in section.browser.pairs]
    assert topics == sorted(topics, reverse=True)


@pytest.mark.parametrize("article", ARTICLES)
def test_each_article_is_counted_in_numbers_and_in_words(section, article):
    tally = next(tally for tally in section.browser.tallies if tally["article"] == article)
    assert sum(count["count"] for count in tally["counts"]) == len(ids(article=article))
    assert all(str(count["count"]) in tally["said"] for count in tally["counts"])


def test_the_finding_counts_statements_and_contradictions():
    for number in (len(ids()), len(ids(verdict="right")), len(contradictions())):
        assert str(number) in claims_finding()


@pytest.mark.parametrize(("shown", "said"), [(0, "None of the"), (1, "1 of"), (len(ids()), "All ")])
def test_what_is_shown_is_counted_in_words(shown, said):
    assert claims_counted(shown).startswith(said)


def test_every_statement_has_evidence_that_can_be_followed(section):
    assert [claim["id"] for claim in section.browser.claims if not (claim["found"] and claim["sources"])] == []


def test_a_statement_that_a_page_shows_says_where_its_link_leads(section):
    assert [claim["id"] for claim in section.browser.claims if bool(claim["page"]) != bool(claim["see"])] == []


def test_a_statement_leads_to_no_section_that_its_page_has_not(section):
    assert {claim["section"] for claim in section.browser.claims if claim["page"] == "supplement_evidence"} == {
        "missing_arm"
    }


def test_the_sections_that_statements_lead_to_are_on_their_pages():
    named = {tuple(claim.link.split("#")) for claim in all_article_claims().values() if "#" in claim.link}
    sections = {
        "causes_of_cramps": causes_explorer.SECTIONS,
        "low_magnesium_and_cramps": low_magnesium_explorer.SECTIONS,
    }
    assert {(page, part) for page, part in named if part not in sections.get(page, (part,))} == set()


def test_the_file_holds_what_is_asked_for_with_its_sources(section):
    rows = list(csv.DictReader(io.StringIO(section.browser.to_csv("statins no_such_statement").decode())))
    assert [(row["id"], row["articles"], row["source"]) for row in rows] == [("statins", "e", "ctt2022")]


def test_without_a_browser_the_same_can_be_read(section):
    section.record.set(claim_verdict="wrong")
    plain = section.browser.plain_output()
    for claim in claims_asked_for(verdict="wrong"):
        assert claim.found in plain.text
    assert all(str(tally["said"]) in plain.text for tally in section.browser.tallies)
    assert plain.html.count("<table") == 2

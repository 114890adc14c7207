"""What articles say, and what the sources say to it."""

import re
from dataclasses import replace

import pytest

from widgets.descriptions import claims_description
from widgets.descriptions.claims_description import claims_table
from widgets.evidence.article_claims import article_claims
from widgets.reference_data.data_package import read_table

PAGES = ("contraction_cycle", "low_magnesium_and_cramps", "causes_of_cramps", "intake_table")
# What was said in the five articles and stood nowhere; what they say of trials is not here.
SUBJECTS = (
    "binding sites of troponin and myosin",
    "out of its store and back in",
    "enters the cell",
    "normal muscle function",
    "short temper",
    "take up more potassium",
    "Potassium taken every day",
    "watch their sodium",
    "not get enough",
    "Exercise raises the need",
    "diabetes",
    "nausea",
    "Food first",
    "blood clot",
    "harms heart",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_tells_what_articles_say_on_its_subject(page):
    assert len(article_claims(page)) >= 3


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_statement_is_left_out(subject):
    assert [claim for page in PAGES for claim in article_claims(page) if subject in claim.claim] != []


def test_no_answer_comes_from_the_articles_themselves_or_from_memory():
    rows = read_table("article_claims")
    assert [row["id"] for row in rows if re.search(r"\bseed|\brecall\b", str(row["source"]))] == []
    assert {row["checked"] for row in rows} == {"page"}


def test_the_caption_counts_what_is_right():
    right = sum(claim.verdict == "right" for claim in article_claims("intake_table"))
    assert f"{right} are right as they stand" in claims_table("intake_table").caption


@pytest.mark.parametrize(("verdict", "said"), [("wrong", "none of them is right"), ("right", "all of them are right")])
def test_the_caption_counts_no_zero_and_not_all_one_by_one(monkeypatch, verdict, said):
    claims = tuple(replace(claim, verdict=verdict) for claim in article_claims("intake_table"))
    monkeypatch.setattr(claims_description, "article_claims", lambda _page: claims)
    assert said in claims_table("intake_table").caption


def test_a_table_lists_the_sources_of_all_its_rows():
    for page in PAGES:
        keys = {key for claim in article_claims(page) for key in claim.source}
        assert {source.key for source in claims_table(page).sources} == keys

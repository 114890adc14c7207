"""What articles say, and what the sources say to it."""

import re
from dataclasses import replace

import pytest

from widgets.descriptions import claims_description
from widgets.descriptions.claims_description import claims_table
from widgets.evidence import article_claims as module
from widgets.evidence.article_claims import (
    ARTICLES,
    all_article_claims,
    article_claims,
    claims_asked_for,
    contradictions,
    opposites,
    verdict_counts,
)
from widgets.reference_data.data_package import DataError, Row, read_table
from widgets.reference_data.page_path import PATH

PAGES = ("contraction_cycle", "low_magnesium_and_cramps", "causes_of_cramps", "intake_table")
CLAIMS = tuple(all_article_claims().values())
# What the five articles say that a reader will look for here.
SUBJECTS = (
    "binding sites of troponin and myosin",
    "out of its store and back in",
    "enters the cell",
    "normal muscle function",
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
    "no promise against cramps",
    "short temper",
    "malate and glycinate are especially good",
    "gluconate or glucoheptonate",
    "Given into a vein",
    "Oestrogen",
    "lies behind restless legs",
    "78 % said",
    "In short: yes",
    "common cause of cramps",
    "useful gain is unlikely",
    "Statins|statins",
    "fibromyalgia",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_tells_what_articles_say_on_its_subject(page):
    assert len(article_claims(page)) >= 3


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_statement_is_left_out(subject):
    assert [claim for claim in CLAIMS if re.search(subject, claim.claim)] != []


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


def test_every_article_has_its_statements():
    assert all(len(claims_asked_for(article=article)) >= 10 for article in ARTICLES)


def test_no_statement_stands_twice():
    said = [claim.claim.casefold() for claim in CLAIMS]
    assert sorted(set(said)) == sorted(said)


def test_a_statement_leads_to_a_page_where_one_shows_it():
    assert {claim.link.split("#")[0] for claim in CLAIMS if claim.link} <= {*PATH, "supplement_evidence"}
    assert len([claim for claim in CLAIMS if not claim.link]) < len(CLAIMS) / 20


def test_what_a_page_tells_can_be_looked_up_there():
    assert [claim.id for page in PAGES for claim in article_claims(page) if claim.link != page] == []


@pytest.mark.parametrize(
    "asked", [{"topic": "trials"}, {"article": "c"}, {"verdict": "wrong"}, {"topic": "causes", "article": "e"}]
)
def test_statements_are_found_by_topic_article_and_verdict(asked):
    found = claims_asked_for(**asked)
    assert found
    for claim in found:
        assert asked.get("topic", claim.topic) == claim.topic
        assert asked.get("article", claim.articles[0]) in claim.articles
        assert asked.get("verdict", claim.verdict) == claim.verdict


def test_all_statements_are_found_where_nothing_is_asked():
    assert claims_asked_for() == CLAIMS


def test_the_counts_of_an_article_make_up_all_that_it_says():
    counts = verdict_counts(claims_asked_for(article="a"))
    assert list(counts) == ["right", "partly", "wrong", "not_shown"]
    assert sum(counts.values()) == len(claims_asked_for(article="a"))


def test_both_sides_of_a_contradiction_come_from_different_articles():
    assert len(contradictions()) >= 5
    assert [pair for pair in contradictions() if set(pair.one.articles) & set(pair.other.articles)] == []


def test_at_most_one_side_of_a_contradiction_is_right():
    assert [pair.one.id for pair in contradictions() if pair.one.verdict == pair.other.verdict == "right"] == []


def test_an_opposite_is_found_from_either_side():
    for pair in contradictions():
        assert pair.other in opposites(pair.one)
        assert pair.one in opposites(pair.other)


@pytest.mark.parametrize(
    ("opposites_of", "fault"),
    [
        ({"atp_usable": "nothing_known"}, "it must be the id of a statement of another article"),
        ({"atp_usable": "ion_flow"}, "it must be the id of a statement of another article"),
        ({"said_better": "single_cramp", "single_cramp": "said_better"}, "said_better names this pair already"),
    ],
    ids=["an unknown statement", "one of the same article", "a pair that is named twice"],
)
def test_a_contradiction_that_is_none_is_named_by_file_row_and_column(monkeypatch, opposites_of, fault):
    rows = [
        Row(row.file_name, row.number, {**row, "contradicts": opposites_of.get(row["id"])})
        for row in read_table("article_claims")
    ]
    monkeypatch.setattr(module, "read_table", lambda _table: rows)
    first = next(row.number for row in rows if row["contradicts"])
    with pytest.raises(DataError, match=rf"data/article_claims\.csv, row {first}, column contradicts: .+; {fault}"):
        all_article_claims.__wrapped__()

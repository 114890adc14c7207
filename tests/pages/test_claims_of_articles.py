"""What the five articles say, on the page of trials, in a real browser served by Voila."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.pages.claims_on_page import ClaimsOnPage
from tests.pages.opened_page import READY, READY_LIMIT_MS
from tests.pages.page_checks import height_of_all_px, width_beyond_the_screen_px
from widgets.evidence.article_claims import claims_asked_for, contradictions, verdict_counts


@pytest.fixture
def claims(look_at) -> ClaimsOnPage:
    claims = ClaimsOnPage(look_at("supplement_evidence", 1280, 800))
    claims.start_over()
    return claims


@pytest.fixture
def claims_on_phone(look_at) -> ClaimsOnPage:
    claims = ClaimsOnPage(look_at("supplement_evidence", 390, 844))
    claims.start_over()
    return claims


def claim_ids(**asked):
    return [claim.id for claim in claims_asked_for(**asked)]


def test_contradictions_of_the_articles_stand_side_by_side_and_first(claims):
    first = contradictions()[0]
    pair = claims.part.locator(".claim-pair").first
    expect(pair.locator(".claim-side")).to_contain_text([first.one.claim, first.other.claim])
    expect(pair.locator(".claim-side")).to_contain_text([first.one.found, first.other.found])
    one, other = (side.bounding_box() for side in pair.locator(".claim-side").all())
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"] + 1


def test_the_other_contradictions_and_all_statements_unfold(open_voila_page):
    page = ClaimsOnPage(open_voila_page("supplement_evidence"))
    assert len(page.pairs()) < len(contradictions())
    page.button("more_pairs").click()
    assert len(page.pairs()) == len(contradictions())
    assert page.shown() == []
    page.button("unfold").press("Enter")
    page.part.get_by_role("button", name="Show the other").press("Enter")
    assert page.shown() == claim_ids()


def test_typing_finds_statements_at_once_and_counts_them_aloud(claims):
    claims.search.press_sequentially("statin")
    expect(claims.statement("statins")).to_be_visible()
    expect(claims.counted).to_have_text(f"1 of {len(claim_ids())} statements.")
    expect(claims.counted).to_have_role("status")


def test_a_word_that_stands_nowhere_is_said_to(claims):
    claims.search.fill("xylophone")
    expect(claims.counted).to_contain_text(f"None of the {len(claim_ids())} statements.")


def test_filters_go_together_and_are_taken_back_one_by_one(claims):
    claims.filter("article", "d")
    claims.assert_soon(lambda: claims.shown() == claim_ids(article="d")[:12])
    claims.filter("verdict", "wrong")
    claims.assert_soon(lambda: claims.shown() == claim_ids(article="d", verdict="wrong"))
    claims.part.locator("[data-step=undo]").click()
    claims.assert_soon(lambda: claims.shown() == claim_ids(article="d")[:12])


def test_a_statement_opens_by_keyboard_with_evidence_opposite_and_sources(claims):
    claims.search.fill("In short: yes")
    line = claims.statement("short_answer_yes")
    line.locator("summary").first.press("Enter")
    expect(line.locator(".claim-story")).to_contain_text("The opposite is said as well")
    line.get_by_text("Sources").click()
    expect(line.locator("ol a").first).to_be_visible()


def test_a_statement_leads_to_the_page_that_shows_it(claims):
    claims.filter("verdict", "wrong")
    line = claims.statement("calcium_enters")
    line.locator("summary").first.click()
    assert line.locator(".claim-way").get_attribute("href").endswith("contraction_cycle.ipynb")


def test_a_statement_leads_into_the_section_of_another_page(open_voila_page):
    page = open_voila_page("supplement_evidence", 390, 844)
    claims = ClaimsOnPage(page)
    claims.unfold()
    claims.search.fill("statins report")
    line = claims.statement("statins")
    line.locator("summary").first.click()
    line.locator(".claim-way").click()
    page.wait_for_url("**/causes_of_cramps.ipynb*")
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)
    expect(page.locator("[data-section=situations] .section-button")).to_be_focused()
    expect(page.locator("[data-section=situations] .section-body")).to_be_visible()


def test_the_statements_on_show_can_be_taken_away_as_a_table(claims):
    claims.filter("verdict", "wrong")
    claims.assert_soon(lambda: claims.shown() == claim_ids(verdict="wrong"))
    with claims.page.expect_download() as waiting:
        claims.button("csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == claim_ids(verdict="wrong")


def test_each_article_is_counted_in_a_bar_and_in_a_sentence(claims):
    row = claims.part.locator(".claim-rows li[data-article=d]")
    counts = [count for count in verdict_counts(claims_asked_for(article="d")).values() if count]
    expect(row.locator(".claim-bar > span")).to_have_text([str(count) for count in counts])
    expect(row.locator(".visually-hidden")).to_contain_text(f"{counts[0]} right")


def test_on_a_phone_what_is_found_stands_below_the_search(claims_on_phone):
    claims_on_phone.search.fill("statin")
    assert height_of_all_px(claims_on_phone.page, ".claim-browser [type=search]", ".claim[data-claim=statins]") <= 740
    assert width_beyond_the_screen_px(claims_on_phone.page) == 0


def test_on_paper_the_evidence_of_what_is_shown_is_open(claims):
    claims.filter("verdict", "wrong")
    claims.assert_soon(lambda: claims.shown() == claim_ids(verdict="wrong"))
    claims.page.emulate_media(media="print")
    expect(claims.statement("diabetes").locator(".claim-story")).to_be_visible()
    claims.page.emulate_media(media="screen")
    expect(claims.statement("diabetes").locator(".claim-story")).to_be_hidden()


def test_the_filters_of_statements_come_back_after_a_reload(open_voila_page):
    page = open_voila_page("supplement_evidence")
    ClaimsOnPage(page).filter("topic", "forms")
    ClaimsOnPage(page).assert_soon(lambda: ClaimsOnPage(page).shown() == claim_ids(topic="forms"))
    page.reload()
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)
    assert ClaimsOnPage(page).shown() == claim_ids(topic="forms")

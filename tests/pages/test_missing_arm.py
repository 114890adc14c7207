"""The group that nobody quotes, in a browser: a guess, then the other tablets, and a picture to keep."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.opened_page import opened_voila_page


@pytest.fixture(scope="module")
def page(browser, voila_server):
    with opened_voila_page(browser, voila_server, "supplement_evidence", 1280, 800) as page:
        yield page


def filled(page: Page, arm: str):
    return page.locator(f".part-missing_arm .people-group[data-arm={arm}] [data-look=marked]")


def test_the_other_group_is_empty_until_it_is_asked_for(page):
    page.locator("[data-choice=guess]").click()
    expect(filled(page, "magnesium")).to_have_count(78)
    expect(filled(page, "placebo")).to_have_count(0)


def test_a_guess_and_a_look_tell_what_both_groups_said(page):
    guess = page.locator("input[type=range][data-control=expected_placebo_percent]")
    for _ in range(2):
        guess.press("PageUp")
    expect(page.locator(".part-missing_arm .people-group[data-arm=placebo] .group-said")).to_have_text(
        "Your guess: 20 of 100"
    )
    page.locator("[data-choice=answer]").click()
    expect(filled(page, "placebo")).to_have_count(54)
    expect(page.locator(".part-missing_arm_notes")).to_contain_text("You expected 20 of 100.")


def test_the_picture_that_is_saved_holds_both_groups(page, tmp_path: Path):
    page.locator("[data-choice=answer]").click()
    expect(filled(page, "placebo")).to_have_count(54)
    with page.expect_download() as saved:
        page.locator(".part-missing_arm").get_by_role("button", name="Download picture").click()
    saved.value.save_as(tmp_path / "people.svg")
    text = (tmp_path / "people.svg").read_text()
    assert len(re.findall(r"data-look=\"(?:marked|unmarked)\"", text)) == 200
    assert 'fill="rgb(0, 114, 178)"' in text

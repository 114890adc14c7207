"""The walk through all pages by their large links, from the vote to home again, and the questions on the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.opened_page import READY, READY_LIMIT_MS, opened_jupyterlab_page
from widgets.reference_data.page_path import HOME, PATH, next_page
from widgets.reference_data.wording import words

NEXT = ".way-on-next"


def wait_until_ready(page: Page) -> None:
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)


@pytest.fixture
def contraction(open_voila_page):
    return open_voila_page(PATH[0], 390, 844)


def test_next_leads_from_the_vote_through_every_page_and_home_again(browser, voila_server):
    with browser.new_context(viewport={"width": 390, "height": 844}) as window:
        page = window.new_page()
        page.goto(f"{voila_server.url}voila/render/{HOME}.ipynb?language=en")
        wait_until_ready(page)
        page.get_by_role("radio", name="Yes", exact=True).check(force=True)
        page.locator(".page-card a").first.click()
        for name in PATH:
            page.wait_for_url(re.compile(rf"/{name}\.ipynb\?language=en"))
            wait_until_ready(page)
            expect(page.locator(".page-path [aria-current=page] .path-title")).to_have_text(words("pages")[name])
            expect(page.locator(".page-path .seen")).to_have_count(PATH.index(name))
            expect(page.locator(".way-on-takeaway")).to_contain_text(words("path")[f"takeaway_{name}"])
            page.locator(NEXT).click()
        page.wait_for_url(re.compile(rf"/{HOME}\.ipynb\?language=en"))
        wait_until_ready(page)
        expect(page.locator(".page-path .seen")).to_have_count(len(PATH))
        expect(page.locator(".home-question legend")).to_contain_text("You voted “Yes”")
        page.get_by_role("radio", name="Sometimes", exact=True).check(force=True)
        expect(page.locator(".answer-said")).to_contain_text("At the start: Yes. Now: Sometimes.")
        expect(page.locator(".answer-parts li:visible")).to_have_count(3)
        page.goto("about:blank")


def test_a_notebook_shows_the_path_and_leads_on(browser, jupyterlab_server):
    with opened_jupyterlab_page(browser, jupyterlab_server, PATH[0], 1280, 800) as page:
        expect(page.locator(".page-path [aria-current=page] .path-title")).to_have_text(words("pages")[PATH[0]])
        expect(page.locator(NEXT)).to_have_attribute("href", f"{next_page(PATH[0])}.ipynb")


def test_finding_is_told_once_the_question_is_answered(contraction):
    panel = contraction.locator(".part-traces")
    finding = panel.locator(".figure-finding:not(.figure-neutral)")
    expect(finding).to_be_hidden()
    panel.get_by_role("button", name="Force", exact=True).click()
    expect(panel.get_by_role("status")).to_contain_text("You expected: Force.")
    expect(finding).to_be_visible()


def test_paper_tells_the_finding_of_an_open_question(contraction):
    contraction.emulate_media(media="print")
    expect(contraction.locator(".part-traces .figure-finding:not(.figure-neutral)")).to_be_visible()


def test_an_answer_is_there_after_a_reload_and_can_be_asked_again(contraction):
    panel = contraction.locator(".part-traces")
    panel.get_by_role("button", name="Skip").click()
    expect(panel.get_by_role("status")).to_contain_text("The model shows")
    contraction.reload()
    wait_until_ready(contraction)
    expect(panel.get_by_role("status")).to_contain_text("The model shows")
    panel.get_by_role("button", name=words("prediction")["again"]).click()
    expect(panel.get_by_role("button", name="Free calcium")).to_be_focused()
    contraction.goto("about:blank")

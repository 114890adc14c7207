"""The language of a page: chosen in its settings, kept in the browser, carried by every address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.pages.servers import PageServer
from widgets.reference_data.language import PSEUDO

# Nothing but the frame is looked at, so nothing but the frame is waited for.
NO_SCRIPTS_OF_THE_SERVER = re.compile(r"/voila/(static/.*voila\.js|labextensions/)")


@pytest.fixture
def visit(browser, frame_server: PageServer):
    """Visits pages of one browser, by the end of their address."""
    with browser.new_context() as window:
        page = window.new_page()
        page.route(NO_SCRIPTS_OF_THE_SERVER, lambda route: route.abort())

        def at(address: str) -> Page:
            page.goto(frame_server.url + address)
            return page

        yield at
        page.goto("about:blank")


def choose(page: Page, language: str) -> None:
    page.locator(".site-settings summary").click()
    page.locator(".site-settings select").select_option(language)
    page.locator(".site-settings button").click()
    page.wait_for_url(f"**/*language={language}*")


def language(page: Page) -> tuple[str, str]:
    return page.evaluate("[document.documentElement.lang, document.documentElement.dir]")


SMALL = "voila/render/small.ipynb"


def test_the_settings_open_the_page_in_the_chosen_language(visit: Callable[[str], Page]):
    page = visit(SMALL)
    choose(page, PSEUDO)
    assert language(page) == [PSEUDO, "rtl"]


def test_the_choice_holds_for_the_next_visit(visit):
    choose(visit(SMALL), PSEUDO)
    assert language(visit(SMALL)) == [PSEUDO, "rtl"]


def test_the_choice_can_be_taken_back(visit):
    choose(visit(SMALL), PSEUDO)
    choose(visit(SMALL), "en")
    assert language(visit(SMALL)) == ["en", "ltr"]


def test_links_carry_the_language_on_where_nothing_is_kept(visit):
    page = visit(f"{SMALL}?language={PSEUDO}")
    page.context.clear_cookies()
    page.get_by_role("navigation").get_by_role("link").first.click()
    assert language(page)[0] == PSEUDO


def test_prose_is_in_the_language_and_code_is_not_shown(visit):
    prose = visit(f"{SMALL}?language={PSEUDO}").locator(".prose").first
    expect(prose).not_to_contain_text("small page")
    expect(prose.locator("h1")).to_be_visible()


def test_an_unknown_language_gives_english_and_one_sentence(visit):
    page = visit(f"{SMALL}?language=tlh")
    assert language(page) == ["en", "ltr"]
    expect(page.get_by_role("status").first).to_have_text(re.compile("does not speak the language “tlh”"))


def test_an_address_that_leads_nowhere_gets_a_page_in_the_language(visit):
    page = visit(f"nowhere?language={PSEUDO}")
    assert language(page) == [PSEUDO, "rtl"]
    expect(page.get_by_role("main").get_by_role("link")).to_have_attribute("href", f"/?language={PSEUDO}")

"""The first page as a reader meets it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.opened_page import READY, READY_LIMIT_MS, opened_jupyterlab_page, opened_voila_page
from tests.pages.page_checks import assert_no_console_errors, let_frames_pass
from tests.pages.servers import NOTEBOOKS, running_voila
from widgets.reference_data.page_path import PATH
from widgets.reference_data.wording import words

PAGES = list(PATH)
TIME_SHOWN = ".sarcomere-drawing"


def picture_time_ms(page: Page) -> float:
    return float(page.locator(TIME_SHOWN).get_attribute("data-time-ms"))


def answer(page: Page, name: str):
    return page.get_by_role("radio", name=name, exact=True)


@pytest.fixture
def home(open_voila_page):
    return open_voila_page("home")


def test_address_of_the_site_shows_the_question(browser, voila_server):
    with browser.new_context() as window:
        page = window.new_page()
        page.goto(voila_server.url)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Does magnesium stop cramps?")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        page.goto("about:blank")


def test_home_stands_at_the_base_of_a_site_that_is_not_at_the_root(browser, tmp_path):

    with (
        running_voila(NOTEBOOKS, tmp_path, "--base_url=/muscle/", "--server_url=/") as server,
        browser.new_context() as window,
    ):
        page = window.new_page()
        page.goto(server.url, wait_until="domcontentloaded")
        assert page.get_by_role("link", name="Contraction").get_attribute("href").startswith("/muscle/voila/render/")
        page.goto("about:blank")


def test_every_page_is_one_link_away(look_at):
    links = look_at("home").locator(".page-card a").evaluate_all("(links) => links.map((link) => link.pathname)")
    assert links == [f"/voila/render/{page}.ipynb" for page in PAGES]


@pytest.fixture(scope="module")
def cards(browser, voila_server):
    """The first page, for tests that only ask where a click would lead."""
    with opened_voila_page(browser, voila_server, "home", 1280, 800) as page:
        yield page


@pytest.fixture(scope="module")
def cards_in_jupyterlab(browser, jupyterlab_server):
    with opened_jupyterlab_page(browser, jupyterlab_server, "home", 1280, 800) as page:
        assert_no_console_errors(page)
        yield page


def address_after_a_click(page: Page, name: str) -> str:
    """Where a click on a card leads; the journey is called off, so that the next card can be tried."""
    page.route("**/*.ipynb", lambda route: route.abort("aborted"))
    with page.expect_request(lambda request: request.is_navigation_request()) as asked:
        page.get_by_role("link", name=words("home")[f"card_{name}_title"]).click()
    page.unroute("**/*.ipynb")
    return asked.value.url


@pytest.mark.parametrize("name", PAGES)
def test_card_leads_to_its_page(cards, voila_server, name):
    assert address_after_a_click(cards, name) == f"{voila_server.url}voila/render/{name}.ipynb"


@pytest.mark.parametrize("name", PAGES)
def test_card_leads_to_its_notebook_in_jupyterlab(cards_in_jupyterlab, jupyterlab_server, name):
    assert address_after_a_click(cards_in_jupyterlab, name).startswith(jupyterlab_server.url)
    assert address_after_a_click(cards_in_jupyterlab, name).endswith(f"/{name}.ipynb")
    assert cards_in_jupyterlab.request.get(f"{jupyterlab_server.url}api/contents/{name}.ipynb?content=0").ok


def test_muscle_plays_by_itself(look_at):
    home = look_at("home")
    before = picture_time_ms(home)
    let_frames_pass(home)
    assert picture_time_ms(home) != before


def test_muscle_can_be_stopped(home):
    home.get_by_role("button", name="Pause").click()
    before = picture_time_ms(home)
    let_frames_pass(home)
    assert picture_time_ms(home) == before


def test_muscle_stands_still_where_motion_is_unwanted(browser, voila_server):
    with browser.new_context(reduced_motion="reduce") as window:
        page = window.new_page()
        page.goto(voila_server.url)
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        before = picture_time_ms(page)
        let_frames_pass(page)
        assert picture_time_ms(page) == before
        page.goto("about:blank")


def test_no_answer_is_chosen_for_the_reader(look_at):
    expect(look_at("home").get_by_role("radio", checked=True)).to_have_count(0)


def test_answer_is_kept_over_a_reload(home):
    for name in ("Yes", "No", "Sometimes", "I don’t know"):
        answer(home, name).check(force=True)
        home.reload()
        home.wait_for_function(READY, timeout=READY_LIMIT_MS)
        expect(answer(home, name)).to_be_checked()
        expect(home.locator(".answer-said")).to_contain_text("ask yourself again")
    home.goto("about:blank")


def test_keyboard_reaches_the_answers_and_chooses(home):
    home.locator(".skip-link").focus()
    for _ in range(12):
        home.keyboard.press("Tab")
        if home.evaluate("document.activeElement.type === 'radio'"):
            break
    home.keyboard.press("ArrowDown")
    expect(home.get_by_role("radio", checked=True)).to_have_count(1)


def test_keyboard_opens_a_page(home):
    home.locator(".page-card a").first.focus()
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile(PAGES[0]))
    home.goto("about:blank")


def test_reader_sees_question_answers_and_muscle_at_once(look_at):
    home = look_at("home")
    for part in (".answers", ".sarcomere-drawing", ".page-card >> nth=0"):
        box = home.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 800


def test_phone_shows_question_and_answers_at_once(look_at):
    box = look_at("home", 390, 844).locator(".answers").bounding_box()
    assert box["y"] + box["height"] <= 844


def test_answers_are_large_enough_to_touch(look_at):
    boxes = (
        look_at("home", 390, 844)
        .locator(".answers label")
        .evaluate_all("(labels) => labels.map((label) => label.getBoundingClientRect().height)")
    )
    assert min(boxes) >= 44

"""Words that a learner may not know are explained where a page first uses them, however the page is used."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pages.moved_page import MovedPage
from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.servers import PageServer
from widgets.reference_data.glossary import glossary

MEANINGS = {term.id: term.meaning for term in glossary()}
PAGE = "contraction_cycle"
# A word of the prose of a served page, and one of a part.
IN_PROSE, IN_A_PART = "ATP", "free_calcium"


@pytest.fixture(scope="module")
def phone(browser: Browser, voila_server: PageServer) -> Iterator[Page]:
    with opened_voila_page(browser, voila_server, PAGE, 390, 844) as page:
        page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        yield page


@pytest.fixture(scope="module")
def notebook(browser: Browser, jupyterlab_server: PageServer) -> Iterator[Page]:
    with opened_jupyterlab_page(browser, jupyterlab_server, PAGE, 1280, 900) as page:
        yield page


def word(page: Page, term: str) -> Locator:
    """The button of a word outside what is folded away."""
    return page.locator(f"button[data-term={term}]").locator("xpath=self::*[not(ancestor::details)]")


def meaning(page: Page) -> Locator:
    """What is explained now."""
    return page.get_by_role("note")


def tap(page: Page, at: Locator) -> None:
    """Puts a finger on the middle of something, and takes it away."""
    at.scroll_into_view_if_needed()
    box = at.bounding_box()
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("term", [IN_PROSE, IN_A_PART])
def test_a_tap_explains_a_word_inside_the_screen_and_a_second_one_ends_it(phone, term):
    tap(phone, word(phone, term))
    expect(meaning(phone)).to_have_text(MEANINGS[term])
    expect(meaning(phone)).to_be_in_viewport(ratio=1)
    tap(phone, word(phone, term))
    expect(meaning(phone)).to_have_count(0)


def test_a_tap_elsewhere_ends_the_explanation(phone):
    tap(phone, word(phone, IN_PROSE))
    expect(meaning(phone)).to_be_visible()
    tap(phone, phone.locator("h1"))
    expect(meaning(phone)).to_have_count(0)


def test_keys_open_and_close_an_explanation_and_the_word_keeps_the_focus(phone):
    word(phone, IN_A_PART).focus()
    phone.keyboard.press("Enter")
    expect(meaning(phone)).to_have_text(MEANINGS[IN_A_PART])
    expect(word(phone, IN_A_PART)).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Escape")
    expect(meaning(phone)).to_have_count(0)
    expect(word(phone, IN_A_PART)).to_have_attribute("aria-expanded", "false")
    expect(word(phone, IN_A_PART)).to_be_focused()


def test_who_listens_hears_what_a_word_means_without_opening_it(phone):
    expect(word(phone, IN_A_PART)).to_have_role("button")
    expect(word(phone, IN_A_PART)).to_have_accessible_name("free calcium")
    expect(word(phone, IN_A_PART)).to_have_accessible_description(MEANINGS[IN_A_PART])


def test_a_word_is_marked_once_outside_what_is_folded_away(phone):
    twice = """() => Object.entries(Object.groupBy(
        [...document.querySelectorAll("button[data-term]")].filter((word) => !word.closest("details, [data-fold]")),
        (word) => word.dataset.term)).filter(([, words]) => words.length > 1).map(([term]) => term)"""
    assert phone.evaluate(twice) == []


def test_every_word_that_is_marked_stands_in_the_list_at_the_end(phone):
    words = phone.locator("[data-word-list]")
    expect(words.locator("dl")).to_be_hidden()
    words.locator("summary").click()
    marked = set(phone.evaluate("[...document.querySelectorAll('button[data-term]')].map((word) => word.dataset.term)"))
    listed = set(words.locator("dd > span").all_inner_texts())
    assert {MEANINGS[term] for term in marked} <= listed
    words.locator("summary").click()


def test_paper_has_the_list_of_words(phone):
    phone.emulate_media(media="print")
    expect(phone.locator("[data-word-list] dl")).to_be_visible()
    phone.emulate_media(media="screen")


def test_a_text_that_is_written_anew_is_looked_through_again(phone):
    phone.locator(".part-traces").get_by_role("button", name="Skip").click()
    told = phone.locator(".part-traces .figure-words")
    told.locator("summary").click()
    marked = told.locator(f"button[data-term={IN_A_PART}]")
    expect(marked).to_have_count(1)
    before = told.inner_text()
    phone.locator("[data-action=send_single_signal]").click()
    expect(told).not_to_have_text(before)
    expect(marked).to_have_count(1)
    phone.get_by_role("button", name="Pause").click()
    phone.get_by_role("button", name="Ask me again").first.click()


def test_no_word_is_marked_where_nobody_sees_it(phone):
    hidden = """() => [...document.querySelectorAll("button[data-term]")].filter(
        (word) => !word.closest("details, [hidden]") && word.closest(".visually-hidden, .sarcomere-description")
    ).map((word) => word.dataset.term)"""
    assert phone.evaluate(hidden) == []


def test_a_word_in_jupyterlab_is_explained_by_mouse_and_by_key(notebook):
    word(notebook, IN_A_PART).click()
    expect(meaning(notebook)).to_have_text(MEANINGS[IN_A_PART])
    notebook.keyboard.press("Escape")
    expect(meaning(notebook)).to_have_count(0)
    word(notebook, IN_A_PART).press("Enter")
    expect(meaning(notebook)).to_have_text(MEANINGS[IN_A_PART])


def test_nothing_is_looked_through_while_a_slider_moves(phone):
    page = MovedPage(phone, PAGE)
    page.show()
    phone.evaluate(
        """() => {
            window.marked = 0;
            const isWord = ({ addedNodes }) => [...addedNodes].some((node) => node.className === "explainer-term-held");
            new MutationObserver((all) => { window.marked += all.filter(isWord).length; })
                .observe(document.body, { childList: true, subtree: true });
        }"""
    )
    for _ in range(20):
        page.control.press("ArrowRight")
    assert phone.evaluate("window.marked") == 0
    phone.wait_for_function("window.marked > 0")

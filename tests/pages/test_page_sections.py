"""Sections of a page fold and open, however a reader comes to them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.page_checks import assert_no_console_errors, let_frames_pass
from tests.pages.servers import PageServer
from tests.pages.shown_page import ShownPage

NAME = "low_magnesium_and_cramps"
PHONE = (390, 844)
# How high a page may be on a phone when it is first opened.
HIGHEST_ON_A_PHONE_PX = {"low_magnesium_and_cramps": 6500, "causes_of_cramps": 6500, "model_credibility": 7000}
# What the browser's own search does when it finds something in what is folded.
FOUND = """(section) => section.querySelector(".section-body")
    .dispatchEvent(new Event("beforematch", { bubbles: true }))"""
DRAWN_WIDTHS = """(section) => [...section.querySelectorAll(".figure-stage")].map((stage) =>
    [stage.clientWidth, stage.querySelector(".js-plotly-plot")?._fullLayout.width])"""


@pytest.fixture
def phone(browser: Browser, voila_server: PageServer) -> Iterator[Page]:
    with opened_voila_page(browser, voila_server, NAME, *PHONE) as page:
        yield page


def section(page: Page, name: str) -> Locator:
    return page.locator(f"[data-section={name}]")


def head(page: Page, name: str) -> Locator:
    return section(page, name).locator(".section-button")


def body(page: Page, name: str) -> Locator:
    return section(page, name).locator(".section-body")


def opened(page: Page) -> list[bool]:
    return [one.get_attribute("aria-expanded") == "true" for one in page.locator(".section-button").all()]


def test_on_a_phone_the_first_section_alone_starts_open_and_the_others_say_what_they_show(phone):
    states = opened(phone)
    assert states == [True] + [False] * (len(states) - 1)
    for one in phone.locator(".section[data-open=false] .section-finding").all():
        expect(one).to_be_visible()
        expect(one).not_to_be_empty()
    expect(section(phone, "cell_controls").locator(".section-finding")).to_be_hidden()


@pytest.mark.parametrize(("name", "highest_px"), HIGHEST_ON_A_PHONE_PX.items())
def test_a_page_is_not_too_high_on_a_phone(look_at, name, highest_px):
    assert look_at(name, *PHONE).evaluate("document.documentElement.scrollHeight") <= highest_px


def test_in_a_wide_window_every_section_starts_open(look_at):
    assert all(opened(look_at(NAME, 1280, 800)))


def test_a_section_is_opened_and_folded_by_keys_and_says_so(phone):
    head(phone, "map_work").focus()
    expect(head(phone, "map_work")).to_have_accessible_description(
        section(phone, "map_work").locator(".section-finding").inner_text()
    )
    phone.keyboard.press("Enter")
    expect(head(phone, "map_work")).to_have_attribute("aria-expanded", "true")
    expect(body(phone, "map_work").locator(".figure-stage")).to_be_visible()
    phone.keyboard.press("Space")
    expect(head(phone, "map_work")).to_have_attribute("aria-expanded", "false")
    expect(body(phone, "map_work").locator(".figure-stage")).not_to_be_visible()
    expect(head(phone, "map_work")).to_be_focused()


def test_a_head_is_a_heading_with_a_button_that_names_what_it_opens(phone):
    expect(phone.get_by_role("heading", level=2, name="In the nerve", exact=True).get_by_role("button")).to_have_count(
        1
    )
    assert head(phone, "nerve_quick").get_attribute("aria-controls") == body(phone, "nerve_quick").get_attribute("id")


def test_figures_of_a_folded_section_are_as_wide_as_their_place_when_it_opens(phone):
    head(phone, "nerve_quick").click()
    let_frames_pass(phone, 2)
    widths = section(phone, "nerve_quick").evaluate(DRAWN_WIDTHS)
    assert widths
    assert all(place == drawn > 0 for place, drawn in widths)


def test_the_head_of_a_folded_section_follows_its_figure(phone):
    head(phone, "nerve_quick").click()
    phone.locator("[data-choice='0.4']").click()
    head(phone, "nerve_quick").click()
    expect(section(phone, "nerve_quick").locator(".section-finding")).to_contain_text("Nobody asked")


def test_what_a_reader_has_opened_and_folded_stays_so_after_a_reload(phone):
    head(phone, "cell_controls").click()
    head(phone, "limits").click()
    phone.reload()
    phone.wait_for_selector(".explainer[data-ready=true]")
    assert head(phone, "cell_controls").get_attribute("aria-expanded") == "false"
    assert head(phone, "limits").get_attribute("aria-expanded") == "true"


def test_the_list_of_sections_opens_what_it_leads_to(phone):
    phone.locator(".section-list button").filter(has_text="What this page cannot tell").click()
    expect(head(phone, "limits")).to_be_focused()
    expect(body(phone, "limits").locator(".note").first).to_be_in_viewport()


def test_the_search_of_the_browser_opens_what_it_finds(phone):
    expect(body(phone, "limits")).to_have_attribute("hidden", "until-found")
    section(phone, "limits").evaluate(FOUND)
    expect(head(phone, "limits")).to_have_attribute("aria-expanded", "true")


def test_a_link_opens_what_it_leads_to(phone):
    address = body(phone, "signs").evaluate("(node) => node.querySelector('li').id = 'a-sign'")
    phone.evaluate("(id) => { location.hash = id; }", address)
    expect(head(phone, "signs")).to_have_attribute("aria-expanded", "true")
    expect(phone.locator("#a-sign")).to_be_in_viewport()


def test_paper_has_every_section(phone):
    phone.emulate_media(media="print")
    for one in phone.locator(".section-body").all():
        assert one.evaluate("(node) => node.firstElementChild.checkVisibility({ contentVisibilityAuto: true })")
        assert one.bounding_box()["height"] > 0


def test_words_are_explained_in_a_section_that_is_opened(phone):
    head(phone, "nerve_quick").click()
    word = body(phone, "nerve_quick").locator("button[data-term]").first
    word.click()
    expect(phone.get_by_role("note")).to_be_visible()


def test_a_window_that_grows_wide_opens_the_rest_and_one_that_grows_narrow_folds_nothing(phone):
    head(phone, "cell_controls").click()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(head(phone, "signs")).to_have_attribute("aria-expanded", "true")
    expect(head(phone, "cell_controls")).to_have_attribute("aria-expanded", "false")
    phone.set_viewport_size({"width": 390, "height": 844})
    let_frames_pass(phone, 4)
    expect(head(phone, "signs")).to_have_attribute("aria-expanded", "true")


def test_sections_fold_in_a_narrow_column_of_jupyterlab(browser, jupyterlab_server):
    with opened_jupyterlab_page(browser, jupyterlab_server, NAME, 640, 800) as page:
        states = opened(page)
        assert states == [True] + [False] * (len(states) - 1)
        head(page, "nerve_quick").click()
        widths = lambda: section(page, "nerve_quick").evaluate(DRAWN_WIDTHS)  # noqa: E731
        ShownPage(page).assert_soon(lambda: all(place == drawn > 0 for place, drawn in widths()))
        assert_no_console_errors(page)

"""What surrounds every page."""

import re

import plotly.offline
from playwright.sync_api import Page, expect

from tests.pages.page_checks import (
    assert_all_requests_local,
    assert_no_console_errors,
    axe_violations,
    watch,
    width_beyond_the_screen_px,
)
from tests.pages.servers import CHECKOUT

BUNDLES = CHECKOUT / "widgets" / "bundles"


def test_page_says_its_language(framed_page):
    expect(framed_page.locator("html")).to_have_attribute("lang", "en")


def test_page_has_the_title_of_its_notebook(framed_page):
    expect(framed_page).to_have_title("Small \N{EN DASH} Magnesium and muscle")


def test_page_links_to_the_other_pages(framed_page):
    link = framed_page.get_by_role("navigation").get_by_role("link", name="Contraction")
    expect(link).to_have_attribute("href", "/voila/render/contraction_cycle.ipynb")


def test_cells_are_inside_the_main_landmark(framed_page):
    expect(framed_page.get_by_role("main").get_by_role("heading", level=1)).to_contain_text("A small page")


def test_view_is_drawn_in_its_place(framed_page):
    expect(framed_page.get_by_role("main").get_by_text("drawn", exact=True)).to_be_visible()


def test_prose_after_the_view_is_shown(framed_page):
    expect(framed_page.get_by_role("heading", name="Afterwards")).to_be_visible()


def test_code_is_not_shown(framed_page):
    assert "anywidget" not in framed_page.locator("body").inner_text()


def test_first_tab_key_leads_to_the_skip_link(open_framed_page):
    page = open_framed_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_skip_link_moves_the_focus_to_the_content(open_framed_page):
    page = open_framed_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_page_asks_nothing_of_other_machines(framed_page):
    assert_all_requests_local(framed_page)


def test_page_with_a_formula_asks_nothing_of_other_machines(open_framed_page):
    page = open_framed_page("formula")
    page.locator("mjx-container").wait_for(state="attached")
    assert_all_requests_local(page)


def test_page_writes_no_error(framed_page):
    assert_no_console_errors(framed_page)


def test_page_breaks_no_serious_accessibility_rule(framed_page):
    assert axe_violations(framed_page) == []


def test_narrow_page_cannot_be_pushed_sideways(open_framed_page):
    assert width_beyond_the_screen_px(open_framed_page(width=390, height=844)) == 0


def test_lines_of_prose_stay_readable_on_a_wide_screen(framed_page):
    letters = "n" * 70
    allowed = framed_page.evaluate(
        """(letters) => {
          const ruler = document.createElement("span");
          ruler.textContent = letters;
          document.querySelector(".prose p").append(ruler);
          const width = ruler.getBoundingClientRect().width;
          ruler.remove();
          return width;
        }""",
        letters,
    )
    assert framed_page.locator(".prose p").first.bounding_box()["width"] <= allowed


def test_plotly_is_there_without_being_sent_by_the_kernel(framed_page):
    assert framed_page.evaluate("typeof window.Plotly.newPlot") == "function"


def test_plotly_in_the_page_is_the_one_that_python_draws_for(framed_page):
    assert framed_page.evaluate("window.Plotly.version") == plotly.offline.get_plotlyjs_version()


def test_vendored_plotly_carries_its_licence():
    assert "MIT License" in (BUNDLES / "plotly-cartesian.min.js.LICENSE.txt").read_text(encoding="utf-8")


def test_starting_line_goes_away_when_the_page_is_ready(framed_page):
    expect(framed_page.locator("#starting")).to_have_count(0)


def test_page_that_stays_silent_says_that_it_is_slow(browser, frame_server):
    with browser.new_context() as window:
        page = window.new_page()
        page.clock.install()
        page.route("**/voila.js", lambda route: route.abort())
        page.goto(f"{frame_server.url}voila/render/small.ipynb")
        page.clock.run_for(25_000)
        expect(page.get_by_role("status")).to_contain_text("longer than it should")


def test_starting_picture_stands_still_where_motion_is_unwanted(browser, frame_server):
    with browser.new_context(reduced_motion="reduce") as window:
        page = window.new_page()
        page.route("**/voila.js", lambda route: route.abort())
        page.goto(f"{frame_server.url}voila/render/small.ipynb")
        assert page.locator("#starting").evaluate("(line) => line.getAnimations({ subtree: true }).length") == 0


def test_reader_without_scripts_is_told_what_is_missing(framed_page):
    # Chromium hides <noscript> even where a test switches scripts off, so its words are looked for, not its look.
    assert "need JavaScript" in framed_page.get_by_role("main").locator("noscript").text_content()


def test_cell_that_fails_is_reported_in_plain_words(open_framed_page):
    page = open_framed_page("broken", wait_until_ready=False)
    expect(page.get_by_role("alert")).to_contain_text("did not start")


def test_cell_that_fails_shows_no_inner_workings(open_framed_page):
    page = open_framed_page("broken", wait_until_ready=False)
    assert "inner workings" not in page.locator("body").inner_text()


def test_first_page_lists_the_pages(browser, frame_server):
    page = _plain_page(browser, frame_server.url)
    expect(page.get_by_role("main").get_by_role("link", name="Contraction")).to_be_visible()
    page.close()


def test_first_page_breaks_no_serious_accessibility_rule(browser, frame_server):
    page = _plain_page(browser, frame_server.url)
    assert axe_violations(page) == []
    page.close()


def test_wrong_address_gives_a_page_that_leads_back(browser, frame_server):
    page = _plain_page(browser, f"{frame_server.url}voila/render/no_such_page.ipynb")
    expect(page.get_by_role("heading")).to_have_text(re.compile("no page at this address"))
    expect(page.get_by_role("link", name="All pages")).to_have_attribute("href", "/")
    page.close()


def test_wrong_address_asks_nothing_of_other_machines(browser, frame_server):
    page = _plain_page(browser, f"{frame_server.url}voila/render/no_such_page.ipynb")
    assert_all_requests_local(page)
    page.close()


def _plain_page(browser, address: str) -> Page:
    page = browser.new_page()
    watch(page)
    page.goto(address)
    return page

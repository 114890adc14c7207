"""What is set on a page can be taken back, and comes back: after a reload, a link and back, or a lost kernel."""

import contextlib
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.chromium import ARGUMENTS
from tests.pages.moved_page import PATIENCE_MS, SETTINGS, MovedPage
from tests.pages.opened_page import READY, READY_LIMIT_MS, opened_voila_page
from tests.pages.page_checks import assert_no_console_errors, watch
from tests.pages.servers import LIST_OF_PAGES, PageServer

KERNEL_ID = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
# What a browser does with all cookies blocked, or in a frame of another site.
REFUSE_STORAGE = """
for (const name of ["sessionStorage", "localStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied.", "SecurityError"); } });
}
Object.defineProperty(document, "cookie", { get: () => "", set: () => {} });
"""
# The same as a setting of Chromium.
ALL_COOKIES_BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
# Everything that was on show between the drawing of the page and its being ready.
NOTE_FIRST_VALUE = """
new MutationObserver((_, observer) => {
    if (!document.querySelector(".explainer[data-ready=true]")) return;
    observer.disconnect();
    window.firstValue = document.querySelector(%r)?.value;
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
"""


@pytest.fixture(scope="module", params=sorted(SETTINGS))
def opened(request, browser: Browser, voila_server: PageServer) -> Iterator[MovedPage]:
    with opened_voila_page(browser, voila_server, request.param, 1280, 800) as page:
        yield MovedPage(page, request.param)


def kill_kernel(server: PageServer, page: Page) -> None:
    """Ends the Python behind this page alone."""
    kernel_id = page.evaluate(KERNEL_ID)
    (kernel,) = [kernel for kernel in server.kernels() if kernel_id in " ".join(kernel.cmdline())]
    kernel.kill()


def test_a_move_is_taken_back_and_brought_again_by_buttons(opened):
    before, after = opened.move_from_start()
    opened.step("undo").click()
    opened.expect_value(before)
    opened.step("redo").click()
    opened.expect_value(after)


def test_a_move_is_taken_back_and_brought_again_by_keys(opened):
    before, after = opened.move_from_start()
    opened.page.locator("h1").click()
    opened.page.keyboard.press("Control+z")
    opened.expect_value(before)
    opened.control.press("Control+Shift+Z")
    opened.expect_value(after)


def test_with_nothing_to_take_back_the_button_says_so_and_keeps_the_focus(opened):
    before, _ = opened.move_from_start()
    undo = opened.step("undo")
    undo.press("Enter")
    expect(undo).to_have_attribute("aria-disabled", "true", timeout=PATIENCE_MS)
    opened.expect_value(before)
    expect(undo).to_be_focused()


def test_what_is_set_survives_a_reload_and_is_there_before_the_page_is_ready(opened):
    _, after = opened.move_from_start()
    opened.page.add_init_script(NOTE_FIRST_VALUE % opened.setting.selector)
    opened.page.reload()
    opened.wait_until_ready()
    assert opened.page.evaluate("window.firstValue") == after


def test_what_is_set_survives_another_page_and_back(opened, voila_server):
    _, after = opened.move_from_start()
    opened.page.goto(f"{voila_server.url}{LIST_OF_PAGES}")
    opened.page.go_back()
    opened.wait_until_ready()
    opened.expect_value(after)


def test_what_is_set_survives_a_lost_kernel(opened, voila_server):
    _, after = opened.move_from_start()
    kill_kernel(voila_server, opened.page)
    opened.page.reload()
    opened.wait_until_ready()
    opened.expect_value(after)


def test_nothing_of_all_this_is_an_error(opened):
    """Last of the tests that share a page. A killed kernel alone may be complained of."""
    assert opened.page.record.page_errors == []


@pytest.mark.parametrize("page_name", sorted(SETTINGS))
def test_where_storage_is_refused_the_page_works_and_says_that_nothing_is_kept(browser, voila_server, page_name):
    with browser.new_context() as window:
        page = window.new_page()
        watch(page)
        page.add_init_script(REFUSE_STORAGE)
        page.goto(f"{voila_server.url}voila/render/{page_name}.ipynb")
        opened = MovedPage(page, page_name)
        opened.wait_until_ready()
        expect(page.locator(".not-kept")).to_have_text(
            "This browser lets the page keep nothing: after a reload it begins at its start."
        )
        before, after = opened.move_from_start()
        assert before != after
        assert_no_console_errors(page)


def test_where_the_browser_itself_refuses_storage_the_page_works_too(playwright, chromium_path, voila_server, tmp_path):
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(ALL_COOKIES_BLOCKED))
    with playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=chromium_path, args=list(ARGUMENTS)
    ) as window:
        page = window.new_page()
        watch(page)
        page.goto(f"{voila_server.url}voila/render/intake_table.ipynb")
        opened = MovedPage(page, "intake_table")
        opened.wait_until_ready()
        expect(page.locator(".not-kept")).to_have_count(1)
        before, after = opened.move_from_start()
        assert before != after
        assert_no_console_errors(page)


@pytest.fixture
def cycle(browser, voila_server) -> Iterator[MovedPage]:
    with opened_voila_page(browser, voila_server, "contraction_cycle", 1280, 800) as page:
        yield MovedPage(page, "contraction_cycle")


def test_kept_run_and_level_survive_too(cycle):
    cycle.move_from_start()
    cycle.page.locator("[data-action=keep]").click()
    cycle.move()
    said = cycle.page.locator(".what-changed")
    expect(said).to_contain_text("What differs from your kept run", timeout=PATIENCE_MS)
    before = said.text_content()
    cycle.page.reload()
    cycle.wait_until_ready()
    expect(said).to_have_text(before)
    expect(cycle.page.locator(".control-panel")).to_have_attribute("data-level", "try")
    expect(cycle.page.locator("[data-action=drop]")).to_be_visible()


def test_reset_can_be_taken_back(cycle):
    _, after = cycle.move_from_start()
    cycle.page.locator("[data-action=reset]").click()
    expect(cycle.control).not_to_have_value(after, timeout=PATIENCE_MS)
    cycle.step("undo").click()
    cycle.expect_value(after)


def test_once_a_typed_value_is_taken_the_keys_are_the_pages(cycle):
    _, after = cycle.move_from_start()
    typed = cycle.page.locator("[data-typed=impulse_rate_Hz]")
    typed.fill("12")
    typed.press("Enter")
    cycle.expect_value("12")
    typed.press("Control+z")
    cycle.expect_value(after)
    expect(typed).to_have_value(after)


def test_in_a_text_field_the_keys_take_back_what_was_typed(cycle):
    _, after = cycle.move_from_start()
    typed = cycle.page.locator("[data-typed=impulse_rate_Hz]")
    typed.press_sequentially("1")
    typed.press("Control+z")
    cycle.expect_value(after)


def test_a_new_tab_begins_at_the_start_and_a_duplicated_one_goes_its_own_way(cycle):
    before, after = cycle.move_from_start()
    # Kept a moment after the last move.
    cycle.page.wait_for_function(
        "([name, value]) => JSON.parse(sessionStorage.getItem(name))?.values.impulse_rate_Hz == value",
        arg=["explainer-record-contraction_cycle", after],
    )
    window = cycle.page.context
    with contextlib.ExitStack() as opened, window.expect_page() as duplicating:
        # A tab that a page opens begins with a copy of the page's storage, as a duplicated one does.
        cycle.page.evaluate("window.open(location.href)")
        duplicate = MovedPage(opened.enter_context(contextlib.closing(duplicating.value)), "contraction_cycle")
        duplicate.wait_until_ready()
        duplicate.expect_value(after)
        duplicate.step("redo").wait_for()
        duplicate.move()
        expect(duplicate.step("undo")).to_have_attribute("aria-disabled", "false", timeout=PATIENCE_MS)
        further = duplicate.value()
        duplicate.page.reload()
        duplicate.wait_until_ready()
        duplicate.expect_value(further)
        cycle.page.reload()
        cycle.wait_until_ready()
        cycle.expect_value(after)
        new = MovedPage(opened.enter_context(contextlib.closing(window.new_page())), "contraction_cycle")
        new.page.goto(cycle.page.url)
        new.wait_until_ready()
        new.expect_value(before)


def test_a_page_that_slept_while_its_kernel_was_stopped_comes_back(cycle, voila_server):
    _, after = cycle.move_from_start()
    session = cycle.page.context.new_cdp_session(cycle.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    kill_kernel(voila_server, cycle.page)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    cycle.page.get_by_role("button", name="Reload the page").click(timeout=40_000)
    cycle.page.wait_for_function(f"!document.querySelector('.page-lost button') && {READY}", timeout=READY_LIMIT_MS)
    cycle.expect_value(after)

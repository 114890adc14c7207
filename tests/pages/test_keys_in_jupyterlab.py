"""Which keys a page leaves to JupyterLab, and which it keeps for what has the focus."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.moved_page import MovedPage
from tests.pages.opened_page import opened_jupyterlab_page
from tests.pages.servers import PageServer

# Keys that come as far as JupyterLab listens for its shortcuts.
NOTE_KEYS = """() => {
    window.heardKeys = [];
    document.addEventListener("keydown", ({ key }) => window.heardKeys.push(key));
}"""


@pytest.fixture(scope="module")
def notebook(browser: Browser, jupyterlab_server: PageServer) -> Iterator[MovedPage]:
    with opened_jupyterlab_page(browser, jupyterlab_server, "contraction_cycle", 1280, 900) as page:
        page.evaluate(NOTE_KEYS)
        moved = MovedPage(page, "contraction_cycle")
        moved.show()
        yield moved


def heard(page: Page) -> list[str]:
    """The keys that JupyterLab has heard since the last time."""
    return page.evaluate("window.heardKeys.splice(0)")


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowUp", "Home", "PageUp"])
def test_a_slider_keeps_the_keys_that_move_it(notebook, key):
    notebook.control.focus()
    heard(notebook.page)
    notebook.page.keyboard.press(key)
    assert heard(notebook.page) == []
    expect(notebook.control).to_be_focused()


@pytest.mark.parametrize("key", ["Control+s", "Escape"])
def test_a_slider_leaves_jupyterlab_its_own_keys(notebook, key):
    notebook.control.focus()
    heard(notebook.page)
    notebook.page.keyboard.press(key)
    assert key.removeprefix("Control+") in heard(notebook.page)


def test_a_text_field_keeps_letters_and_enter(notebook):
    typed = notebook.page.locator("[data-typed=impulse_rate_Hz]")
    typed.click()
    heard(notebook.page)
    typed.press("Control+a")
    typed.press_sequentially("12")
    typed.press("Enter")
    assert heard(notebook.page) == ["Control"]
    expect(typed).to_have_value("12")


def test_the_page_takes_its_last_step_back(notebook):
    before, _ = notebook.move_from_start()
    notebook.control.press("Control+z")
    notebook.expect_value(before)


def test_running_the_cell_again_by_its_shortcut_brings_the_set_up_back(notebook):
    _, after = notebook.move_from_start()
    notebook.page.evaluate("document.querySelector('.explainer').dataset.ready = 'of the run before'")
    notebook.control.press("Shift+Enter")
    notebook.wait_until_ready()
    notebook.expect_value(after)

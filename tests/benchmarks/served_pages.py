"""Our pages and the stock ones beside each other, served by one Voila, each opened in a browser of its own."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, Playwright
from playwright.sync_api import TimeoutError as TooLateError

from tests.pages.chromium import find_chromium, launch_chromium
from tests.pages.page_checks import watch
from tests.pages.servers import NOTEBOOKS, PageServer, running_voila, stop_kernel

TEXT_WITHIN_MS = 40_000
ATTEMPTS = 4
STOCK_PAGES = Path(__file__).parent / "pages"


@contextlib.contextmanager
def served_pages(*options: str) -> Iterator[PageServer]:
    """Serves copies of all notebooks from one folder; `options` are further words of the command line of Voila."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        notebooks = scratch / "notebooks"
        notebooks.mkdir()
        for notebook in [*NOTEBOOKS.glob("*.ipynb"), *STOCK_PAGES.glob("*.ipynb")]:
            shutil.copy(notebook, notebooks)
        with running_voila(notebooks, scratch, *options) as server:
            yield server


@contextlib.contextmanager
def fresh_page(playwright: Playwright) -> Iterator[Page]:
    """An empty page at 1280 × 800 in a browser that has never been used."""
    browser = launch_chromium(playwright, find_chromium(playwright))
    try:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        watch(page)
        yield page
    finally:
        browser.close()


def go_to(page: Page, server: PageServer, name: str) -> None:
    """Goes to the page of a notebook; returns when the browser has all of its text.

    Tries again where that takes too long: a page whose cell fills an Output widget, as `interact` does, was seen never
    to end, perhaps for the reason of nbclient's issue 312. Our own pages have no such cell.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            page.goto(f"{server.url}voila/render/{name}.ipynb", timeout=TEXT_WITHIN_MS)
        except TooLateError:
            if attempt == ATTEMPTS:
                raise
        else:
            return


def end_kernel_of(page: Page, server: PageServer) -> None:
    """Ends the Python behind a page, so that it does not disturb the next measurement."""
    config = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    stop_kernel(server, page.evaluate(config))

"""One browser for the whole test run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.pages.chromium import NoBrowserError, find_chromium, launch_chromium
from widgets.reference_data.language import ENGLISH, use_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A test that speaks another language leaves none of it to the next."""
    yield
    use_language(ENGLISH)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium_path(playwright: Playwright) -> Path:
    """The browser program; one is installed where there is none."""
    try:
        return find_chromium(playwright)
    except NoBrowserError as reason:
        pytest.fail(str(reason), pytrace=False)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """A headless browser that reaches nothing but this machine."""
    running = launch_chromium(playwright, chromium_path)
    yield running
    running.close()

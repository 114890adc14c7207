"""One browser for the whole test run, and the order in which the tests are run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.pages.chromium import NoBrowserError, find_chromium, launch_chromium
from widgets.reference_data.language import ENGLISH, use_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A test that speaks another language leaves none of it to the next."""
    yield
    use_language(ENGLISH)


# How long an example takes says more about what else the machine does than about what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
expect.set_options(timeout=20_000)

# Parameters by which tests of one module look at different windows.
WINDOWS = ("opened", "page", "page_name")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs no browser comes first: it says soonest what is wrong.

    Where several processes share the work (`pytest -n 2 --dist loadgroup`), one of them gets all tests of a window.
    """
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
    for item in items:
        given = item.callspec.params if hasattr(item, "callspec") else {}
        window = next((str(given[name]) for name in WINDOWS if name in given), "")
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {window}"))


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

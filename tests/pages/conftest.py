"""Servers of the project's own notebooks, and ways to open their pages."""

import contextlib
import functools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.servers import NOTEBOOKS, PageServer, running_jupyterlab, running_voila


@pytest.fixture(scope="session")
def voila_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """The pages, served as the README says."""
    with running_voila(NOTEBOOKS, tmp_path_factory.mktemp("voila")) as server:
        yield server


@pytest.fixture(scope="session")
def jupyterlab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """A copy of the notebooks in JupyterLab."""
    with running_jupyterlab(NOTEBOOKS, tmp_path_factory.mktemp("jupyterlab")) as server:
        yield server


@pytest.fixture
def open_voila_page(browser: Browser, voila_server: PageServer) -> Iterator[Callable[..., Page]]:
    """Opens a page by its notebook's name, without ending, and gives it when it is ready; closed after the test.

    The page carries its record (`page.record`) for the functions of `tests.pages.page_checks`.
    """
    with contextlib.ExitStack() as opened:

        def open_page(name: str, width: int = 1280, height: int = 800, *, wait_until_ready: bool = True) -> Page:
            window = opened_voila_page(browser, voila_server, name, width, height, wait_until_ready=wait_until_ready)
            return opened.enter_context(window)

        yield open_page


@pytest.fixture(scope="module")
def look_at(browser: Browser, voila_server: PageServer) -> Iterator[Callable[..., Page]]:
    """Gives a served page, opened once at each size for all tests of a module, which look or begin with a reset."""
    with contextlib.ExitStack() as opened:

        @functools.cache
        def open_page(name: str, width: int = 1280, height: int = 800) -> Page:
            return opened.enter_context(opened_voila_page(browser, voila_server, name, width, height))

        yield open_page


@pytest.fixture
def open_jupyterlab_page(browser: Browser, jupyterlab_server: PageServer) -> Iterator[Callable[..., Page]]:
    """Opens a notebook in JupyterLab by its name, without ending, runs it and gives it when it is ready."""
    with contextlib.ExitStack() as opened:

        def open_page(name: str, width: int = 1280, height: int = 800, *, wait_until_ready: bool = True) -> Page:
            window = opened_jupyterlab_page(
                browser, jupyterlab_server, name, width, height, wait_until_ready=wait_until_ready
            )
            return opened.enter_context(window)

        yield open_page

"""A tiny page in the site's frame, so that the frame is tested without any explorer."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from tests.pages.opened_page import opened_voila_page
from tests.pages.servers import PageServer, running_voila

SMALL_VIEW = '''
import anywidget


class SmallView(anywidget.AnyWidget):
    _esm = """
    export default {
      render({ el }) {
        el.textContent = "drawn";
        el.classList.add("explainer");
        el.dataset.ready = "true";
        document.body.dataset.explainerReady = "true";
      }
    };
    """


SmallView()
'''

PROSE = "# A small page\n\nA long word for narrow screens: sarcoplasmatic-reticulum-calcium-adenosine-triphosphatase.\n"


@pytest.fixture(scope="session")
def frame_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """Serves `small` (prose and one view), `formula` (prose with a formula), `broken` (a cell that fails)."""
    notebooks = tmp_path_factory.mktemp("small_pages")
    _write(notebooks / "small.ipynb", PROSE, SMALL_VIEW)
    _write(notebooks / "formula.ipynb", "# A formula\n\n$x^2$", SMALL_VIEW)
    _write(notebooks / "broken.ipynb", "# A page that fails", "raise ValueError('inner workings')")
    with running_voila(notebooks, tmp_path_factory.mktemp("frame_server")) as server:
        yield server


@pytest.fixture
def open_framed_page(browser: Browser, frame_server: PageServer) -> Iterator[Callable[..., Page]]:
    """Opens one of the small pages by name, and gives it when it is ready; closed after the test."""
    with contextlib.ExitStack() as opened:

        def open_page(name: str = "small", width: int = 1280, height: int = 800, *, wait_until_ready=True) -> Page:
            window = opened_voila_page(browser, frame_server, name, width, height, wait_until_ready=wait_until_ready)
            return opened.enter_context(window)

        yield open_page


@pytest.fixture(scope="module")
def framed_page(browser: Browser, frame_server: PageServer) -> Iterator[Page]:
    """The small page, ready, shared by tests that only look."""
    with opened_voila_page(browser, frame_server, "small", 1280, 800) as page:
        yield page


def _write(path: Path, prose: str, code: str) -> None:
    notebook = nbformat.v4.new_notebook(
        metadata={
            "title": path.stem.capitalize(),
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        },
        cells=[
            nbformat.v4.new_markdown_cell(prose),
            nbformat.v4.new_code_cell(code),
            nbformat.v4.new_markdown_cell("## Afterwards\n\nMore to read."),
        ],
    )
    nbformat.write(notebook, path)

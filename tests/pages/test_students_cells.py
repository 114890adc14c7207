"""A run in a student's own cell shows its figure, in JupyterLab and in a page of their own."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

import widgets
from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.page_checks import assert_all_requests_local, assert_no_console_errors
from tests.pages.servers import running_jupyterlab, running_voila

CELL = "import widgets\nrun = widgets.simulate(impulse_rate_Hz=20)\nrun"
DRAWN_FORCE = """() => Array.from(document.querySelector(".js-plotly-plot").data
    .find((line) => line.meta.trace === "force_percent" && line.meta.run === "this_run").y)"""


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    notebooks: Path = tmp_path_factory.mktemp("own")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, notebooks / "mine.ipynb")
    serve, open_page = {
        "voila": (running_voila, opened_voila_page),
        "jupyterlab": (running_jupyterlab, opened_jupyterlab_page),
    }[request.param]
    with (
        serve(notebooks, tmp_path_factory.mktemp("server")) as server,
        open_page(browser, server, "mine", 1280, 900, wait_until_ready=False) as opened,
    ):
        opened.locator(".figure-panel[data-drawn=true]").wait_for(timeout=30_000)
        yield opened


def test_the_cell_draws_the_run(page):
    force = np.array(widgets.simulate(impulse_rate_Hz=20).traces["force_percent"], dtype=np.float32)
    assert np.allclose(page.evaluate(DRAWN_FORCE), force, rtol=1e-5)


def test_the_cell_states_the_finding(page):
    expect(page.locator(".figure-finding")).to_contain_text("twitches pile up and still show")


def test_the_cell_asks_nothing_of_other_machines(page):
    assert_all_requests_local(page)


def test_the_cell_complains_about_nothing(page):
    assert_no_console_errors(page)

"""What stands behind the widgets: notebooks that a program runs and exports, without browser and network."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from tests.pages.opened_page import opened_jupyterlab_page
from tests.pages.servers import running_jupyterlab
from widgets.cells.pages import PAGES

CELLS = ("import widgets", "widgets.simulate(impulse_rate_Hz=20)", "widgets.sweep(impulse_rate_Hz=[5, 50])")
SHOWN_PAGES = [page for page in PAGES if page != "home"]
VIEW = "application/vnd.jupyter.widget-view+json"
PICTURE = 'src="data:image/svg+xml;base64,'


def converted(notebook: Path, *options: str) -> Path:
    command = [sys.executable, "-m", "nbconvert", "--output-dir", notebook.parent, *options, notebook]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return notebook.parent


@pytest.fixture(scope="module")
def run_notebook(tmp_path_factory) -> Path:
    """A student's cells and every page, run by a program."""
    path = tmp_path_factory.mktemp("own") / "mine.ipynb"
    cells = [*CELLS, *(f'widgets.open_page("{page}")' for page in SHOWN_PAGES)]
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells]), path)
    return converted(path, "--execute", "--to", "notebook", "--output", "run") / "run.ipynb"


@pytest.fixture(scope="module")
def shown(run_notebook) -> list[dict[str, str]]:
    cells = json.loads(run_notebook.read_text(encoding="utf-8"))["cells"]
    bundles = [output["data"] for cell in cells for output in cell["outputs"]]
    return [{kind: "".join(content) for kind, content in bundle.items()} for bundle in bundles]


@pytest.mark.parametrize(("kind", "ending"), [("html", "html"), ("markdown", "md")])
def test_an_export_has_the_figures_and_asks_no_other_machine_for_widgets(run_notebook, kind, ending):
    exported = (converted(run_notebook, "--to", kind) / f"run.{ending}").read_text(encoding="utf-8")
    assert exported.count(PICTURE) > 10
    assert VIEW not in exported
    assert "html-manager" not in exported


def test_no_state_of_widgets_is_kept(run_notebook):
    assert "widgets" not in json.loads(run_notebook.read_text(encoding="utf-8"))["metadata"]


def test_a_run_shows_its_sentence_its_picture_and_its_measures(shown):
    assert "twitches pile up and still show" in shown[0]["text/html"]
    assert PICTURE in shown[0]["text/html"]
    assert "Half-relaxation time" in shown[0]["text/html"]
    assert shown[0]["image/svg+xml"].startswith("<svg")
    assert len(shown[0]["text/plain"].splitlines()) == 3


def test_a_sweep_shows_its_sentence_its_picture_and_its_numbers(shown):
    assert "Peak force goes from" in shown[1]["text/html"]
    assert PICTURE in shown[1]["text/html"]
    assert "96.16" in shown[1]["text/html"]


@pytest.mark.parametrize("page", SHOWN_PAGES)
def test_a_page_shows_what_it_can_and_says_where_it_lives(shown, page):
    bundle = shown[2 + SHOWN_PAGES.index(page)]
    assert VIEW not in bundle
    assert bundle["text/plain"].startswith("This is a still copy of a live page.")
    assert len(bundle["text/html"]) > 2000


def test_a_jupyterlab_without_widgets_shows_the_picture(browser, tmp_path):
    notebooks = tmp_path / "own"
    notebooks.mkdir()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS[:2]])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, notebooks / "mine.ipynb")
    with (
        running_jupyterlab(notebooks, tmp_path / "server", "@jupyter-widgets/jupyterlab-manager") as server,
        opened_jupyterlab_page(browser, server, "mine", 1280, 900, wait_until_ready=False) as page,
    ):
        expect(page.locator(".jp-OutputArea-output img")).to_have_attribute(
            "alt", re.compile("pile up"), timeout=30_000
        )
        assert page.locator(".jp-OutputArea-output img").evaluate("(image) => image.naturalWidth") > 700

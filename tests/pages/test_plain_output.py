"""What stands behind the widgets: notebooks that a program runs and exports, without browser and network."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.pages.servers import NOTEBOOKS
from widgets.cells.pages import PAGES

CELLS = ("import widgets", "widgets.simulate(impulse_rate_Hz=20)", "widgets.sweep(impulse_rate_Hz=[5, 50])")
VIEW = "application/vnd.jupyter.widget-view+json"


def exported(notebook: Path, folder: Path, kind: str) -> str:
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", kind, "--output-dir", folder, notebook]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    endings = {"html": ".html", "markdown": ".md", "notebook": ".ipynb"}
    return (folder / f"{notebook.stem}{endings[kind]}").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("own") / "mine.ipynb"
    cells = [nbformat.v4.new_code_cell(cell) for cell in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_a_students_notebook_exports_its_figures_and_numbers(own, tmp_path, kind):
    shown = exported(own, tmp_path, kind)
    assert "twitches pile up and still show" in shown
    assert shown.count("data:image/svg+xml;base64,") == 2
    assert "Half-relaxation time" in shown
    assert "Peak force goes from" in shown


def test_an_export_asks_no_other_machine_for_widgets(own, tmp_path):
    shown = exported(own, tmp_path, "html")
    assert VIEW not in shown
    assert "html-manager" not in shown


@pytest.mark.parametrize("page", [page for page in PAGES if page != "home"])
def test_every_page_exports_what_it_shows(tmp_path, page):
    notebook = json.loads(exported(NOTEBOOKS / f"{page}.ipynb", tmp_path, "notebook"))
    shown = [output["data"] for cell in notebook["cells"] for output in cell.get("outputs", ()) if "data" in output]
    assert "widgets" not in notebook["metadata"]
    assert VIEW not in shown[-1]
    assert "This is a still copy of a live page." in "".join(shown[-1]["text/plain"])
    assert len("".join(shown[-1]["text/html"])) > 2000

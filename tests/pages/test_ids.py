"""Everything that is named in a document is named once: also beside another notebook, and beside a copy of itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from tests.pages.opened_page import opened_jupyterlab_page
from tests.pages.page_checks import ids_given_twice, names_that_lead_astray
from tests.pages.servers import running_jupyterlab

LEFT = ("causes_of_cramps", "causes_of_cramps", "contraction_cycle", "home")
RIGHT = ("low_magnesium_and_cramps", "model_credibility", "intake_table", "contraction_cycle")
PLUGIN = "@jupyterlab/notebook-extension"
# All cells are in the document, also those that are scrolled out of sight.
SETTINGS = {"windowingMode": "none"}

OPEN_BESIDE = """async (path) => {
  const notebook = await jupyterapp.commands.execute("docmanager:open", { path, options: { mode: "split-right" } });
  await notebook.context.ready;
  await notebook.revealed;
  await notebook.sessionContext.ready;
  await notebook.sessionContext.session.kernel.info;
  jupyterapp.shell.activateById(notebook.id);
  jupyterapp.commands.execute("notebook:run-all-cells");
}"""
ALL_DRAWN = """(pages) => document.querySelectorAll(".explorer-grid").length === pages
  && [...document.querySelectorAll(".explorer-grid .place")].every((place) => place.dataset.drawn)"""

# A radio button is one of those of its name in the whole document.
MIXED_RADIOS = """() => {
  const groups = Map.groupBy(document.querySelectorAll(".explainer input[type=radio]"), (radio) => radio.name);
  return [...groups].filter(([, radios]) => new Set(radios.map((radio) => radio.closest(".place"))).size > 1)
    .map(([name]) => name);
}"""


@pytest.fixture(scope="module")
def two_notebooks(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Two notebooks beside each other in one JupyterLab window; one has a page twice."""
    notebooks, scratch = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("server")
    _write(notebooks / "left.ipynb", LEFT)
    _write(notebooks / "right.ipynb", RIGHT)
    settings = scratch / "lab_settings" / PLUGIN / "tracker.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
    with (
        running_jupyterlab(notebooks, scratch) as server,
        opened_jupyterlab_page(browser, server, "left", 1600, 900, wait_until_ready=False, place="lab") as page,
    ):
        page.evaluate(OPEN_BESIDE, "right.ipynb")
        page.wait_for_function(ALL_DRAWN, arg=len(LEFT) + len(RIGHT), timeout=120_000)
        yield page


def test_no_id_is_given_twice(two_notebooks):
    assert ids_given_twice(two_notebooks, ".explainer") == []


def test_every_label_and_description_leads_into_its_own_page(two_notebooks):
    assert names_that_lead_astray(two_notebooks) == []


def test_no_choice_takes_away_the_choice_of_another_part(two_notebooks):
    assert two_notebooks.evaluate(MIXED_RADIOS) == []


def _write(path: Path, pages: tuple[str, ...]) -> None:
    cells = ["import widgets", *(f'widgets.open_page("{page}")' for page in pages)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)

"""Rules of the house that no other tool checks; style, docstrings and names inside files are ruff's."""

import json
import re
from pathlib import Path

import pytest

from tests.pages.servers import CHECKOUT
from widgets.cells.pages import PAGES

MOST_LINES = 400
PARTS_OF_EVERY_PAGE = {"frame", "parts"}
NAMES_THAT_SAY_NOTHING = {"common", "data", "helper", "helpers", "manager", "misc", "tools", "util", "utils"}
MOST_CODE_CELLS = 3
MOST_LINES_IN_A_CODE_CELL = 5
TESTS_OF_THE_WHOLE = {"benchmarks", "data", "notebooks", "pages", "reading"}

WORDS_OF_A_CDN = re.compile(
    r"//(?:[\w-]+\.)*(?:cdn[\w-]*\.|jsdelivr|unpkg|cloudflare|googleapis|gstatic|bootstrapcdn|esm\.sh|skypack)", re.I
)
ADDRESS = re.compile(r"https?://([\w.-]+)")
# A namespace is a name that looks like an address; a DOI or a number in PubMed is the name of a source.
NAMES_OF_THINGS = {"doi.org", "pubmed.ncbi.nlm.nih.gov", "www.sbml.org", "www.w3.org"}
TEXT_ENDINGS = {".ant", ".css", ".csv", ".html", ".ipynb", ".j2", ".js", ".json", ".md", ".py", ".svg", ".ts", ".xml"}


def _files(*folders: str, endings: set[str]) -> list[Path]:
    return [
        file
        for folder in folders
        for file in sorted((CHECKOUT / folder).rglob("*"))
        if file.suffix in endings and not _is_not_ours(file)
    ]


def _is_not_ours(file: Path) -> bool:
    return file.parent.name == "bundles" or ".ipynb_checkpoints" in file.parts or "__pycache__" in file.parts


MODULES = _files("widgets", "tests", endings={".py", ".ts"})
CODE = _files("widgets", endings={".css", ".html", ".j2", ".js", ".py", ".ts"})
SHIPPED = _files("widgets", "notebooks", "data", endings=TEXT_ENDINGS)
NOTEBOOKS = _files("notebooks", endings={".ipynb"})
FOLDERS_OF_CODE = sorted(
    folder.name for folder in (CHECKOUT / "widgets").iterdir() if folder.is_dir() and any(folder.glob("*.py"))
)
FOLDERS_OF_TESTS = sorted(
    folder.name for folder in (CHECKOUT / "tests").iterdir() if folder.is_dir() and any(folder.rglob("*.py"))
)


def test_every_module_is_short_enough_to_read():
    assert [module for module in MODULES if len(_text(module).splitlines()) > MOST_LINES] == []


def test_every_module_has_a_name_that_says_what_is_in_it():
    assert [module for module in MODULES if module.stem.strip("_").lower() in NAMES_THAT_SAY_NOTHING] == []


def test_code_names_no_other_machine():
    assert {file: hosts for file in CODE if (hosts := set(ADDRESS.findall(_text(file))) - NAMES_OF_THINGS)} == {}


def test_no_shipped_file_asks_a_cdn():
    assert {file: found for file in SHIPPED if (found := WORDS_OF_A_CDN.findall(_text(file)))} == {}


def test_every_page_has_a_folder_named_as_its_notebook():
    explorers = CHECKOUT / "widgets" / "explorers"
    folders = {folder.name for folder in explorers.iterdir() if (folder / "__init__.py").exists()}
    assert folders - PARTS_OF_EVERY_PAGE == {notebook.stem for notebook in NOTEBOOKS} == set(PAGES)


def test_every_table_and_model_is_described_in_the_data_package():
    package = json.loads(_text(CHECKOUT / "data" / "datapackage.json"))
    described = {resource["path"] for resource in package["resources"]}
    there = {file.name for file in (CHECKOUT / "data").iterdir() if file.suffix in {".ant", ".csv", ".xml"}}
    assert described == there


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.stem)
class TestNotebook:
    def test_leaves_the_code_to_the_package(self, notebook):
        assert len(_code_cells(notebook)) <= MOST_CODE_CELLS

    def test_has_short_code_cells(self, notebook):
        longest = max(len("".join(cell["source"]).splitlines()) for cell in _code_cells(notebook))
        assert longest <= MOST_LINES_IN_A_CODE_CELL

    def test_is_stored_as_if_never_run(self, notebook):
        assert [cell for cell in _code_cells(notebook) if cell["outputs"] or cell["execution_count"] is not None] == []

    def test_has_a_title_for_its_page(self, notebook):
        assert json.loads(_text(notebook))["metadata"].get("title")


def test_every_part_has_tests_in_a_folder_of_its_name():
    assert [part for part in FOLDERS_OF_CODE if not list((CHECKOUT / "tests" / part).rglob("test_*.py"))] == []


def test_every_folder_of_tests_is_named_after_what_it_tests():
    assert set(FOLDERS_OF_TESTS) - set(FOLDERS_OF_CODE) - TESTS_OF_THE_WHOLE == set()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _code_cells(notebook: Path) -> list[dict]:
    return [cell for cell in json.loads(_text(notebook))["cells"] if cell["cell_type"] == "code"]

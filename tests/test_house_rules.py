"""Rules of the house that no other tool checks; style, docstrings and names inside files are ruff's."""

import json
import re
from pathlib import Path

import pytest

from tests.pages.servers import CHECKOUT

MOST_LINES = 400
NAMES_THAT_SAY_NOTHING = {"common", "data", "helper", "helpers", "manager", "misc", "tools", "util", "utils"}
MOST_CODE_CELLS = 3
MOST_LINES_IN_A_CODE_CELL = 5
TESTS_OF_THE_WHOLE = {"benchmarks", "notebooks", "pages", "reading"}

WORDS_OF_A_CDN = re.compile(
    r"//(?:[\w-]+\.)*(?:cdn[\w-]*\.|jsdelivr|unpkg|cloudflare|googleapis|gstatic|bootstrapcdn|esm\.sh|skypack)", re.I
)
ADDRESS = re.compile(r"https?://([\w.-]+)")
# A namespace is a name that looks like an address; a DOI is the name of a source.
NAMES_OF_THINGS = {"doi.org", "www.w3.org"}
TEXT_ENDINGS = {".ant", ".css", ".csv", ".html", ".ipynb", ".j2", ".js", ".json", ".md", ".py", ".svg", ".xml"}


def _files(*folders: str, endings: set[str]) -> list[Path]:
    return [
        file
        for folder in folders
        for file in sorted((CHECKOUT / folder).rglob("*"))
        if file.suffix in endings and not _is_not_ours(file)
    ]


def _is_not_ours(file: Path) -> bool:
    return file.name.endswith(".min.js") or ".ipynb_checkpoints" in file.parts or "__pycache__" in file.parts


def _named(files: list[Path]) -> dict[str, list]:
    return {"argvalues": files, "ids": [str(file.relative_to(CHECKOUT)) for file in files]}


MODULES = _files("widgets", "tests", endings={".py", ".js"})
CODE = _files("widgets", endings={".css", ".html", ".j2", ".js", ".py"})
SHIPPED = _files("widgets", "notebooks", "data", endings=TEXT_ENDINGS)
NOTEBOOKS = _files("notebooks", endings={".ipynb"})
FOLDERS_OF_CODE = sorted(
    folder.name for folder in (CHECKOUT / "widgets").iterdir() if folder.is_dir() and any(folder.glob("*.py"))
)
FOLDERS_OF_TESTS = sorted(
    folder.name for folder in (CHECKOUT / "tests").iterdir() if folder.is_dir() and any(folder.rglob("*.py"))
)


@pytest.mark.parametrize("module", **_named(MODULES))
def test_module_is_short_enough_to_read(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", **_named(MODULES))
def test_module_has_a_name_that_says_what_is_in_it(module):
    assert module.stem.strip("_").lower() not in NAMES_THAT_SAY_NOTHING


@pytest.mark.parametrize("file", **_named(CODE))
def test_code_names_no_other_machine(file):
    hosts = set(ADDRESS.findall(file.read_text(encoding="utf-8")))
    assert hosts <= NAMES_OF_THINGS


@pytest.mark.parametrize("file", **_named(SHIPPED))
def test_shipped_file_asks_no_cdn(file):
    assert WORDS_OF_A_CDN.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("notebook", **_named(NOTEBOOKS))
def test_notebook_leaves_the_code_to_the_package(notebook):
    assert len(_code_cells(notebook)) <= MOST_CODE_CELLS


@pytest.mark.parametrize("notebook", **_named(NOTEBOOKS))
def test_code_cells_of_a_notebook_are_short(notebook):
    longest = max(len("".join(cell["source"]).splitlines()) for cell in _code_cells(notebook))
    assert longest <= MOST_LINES_IN_A_CODE_CELL


@pytest.mark.parametrize("notebook", **_named(NOTEBOOKS))
def test_notebook_is_stored_as_if_never_run(notebook):
    assert [cell for cell in _code_cells(notebook) if cell["outputs"] or cell["execution_count"] is not None] == []


@pytest.mark.parametrize("notebook", **_named(NOTEBOOKS))
def test_notebook_has_a_title_for_its_page(notebook):
    assert json.loads(notebook.read_text(encoding="utf-8"))["metadata"].get("title")


@pytest.mark.parametrize("folder", FOLDERS_OF_CODE)
def test_part_has_tests_in_a_folder_of_its_name(folder):
    assert list((CHECKOUT / "tests" / folder).glob("test_*.py"))


@pytest.mark.parametrize("folder", FOLDERS_OF_TESTS)
def test_folder_of_tests_is_named_after_what_it_tests(folder):
    assert folder in {*FOLDERS_OF_CODE, *TESTS_OF_THE_WHOLE}


def _code_cells(notebook: Path) -> list[dict]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]

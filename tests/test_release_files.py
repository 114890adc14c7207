"""What says who made this, how to cite it and what changed: one version in all of them."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.api_reference import modules, write_reference
from tests.pages.servers import CHECKOUT

VERSION = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("CITATION.cff", r"^version: (\S+)$"),
        ("CHANGELOG.md", r"^## (\d\S*) \("),
        ("data/datapackage.json", r'^  "version": "(\S+)"'),
    ],
)
def test_the_version_is_the_same_everywhere(file, named):
    found = re.search(named, (CHECKOUT / file).read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    assert found[1] == VERSION


def test_the_api_reference_has_a_page_for_every_module(tmp_path):
    write_reference(tmp_path)
    pages = {file.relative_to(tmp_path).with_suffix("") for file in tmp_path.rglob("*.html")}
    assert [module for module in modules() if Path(module.replace(".", "/")) not in pages] == []

"""What pip installs beside the package, so that `voila notebooks` needs no option."""

import json
import sysconfig
from pathlib import Path

import pytest

from tests.pages.servers import CHECKOUT, SITE_BUNDLES
from widgets.reference_data.page_path import PATH

SITE = CHECKOUT / "widgets" / "site"
PREFIX = Path(sysconfig.get_path("data"))
TEMPLATE_FILES = [file.relative_to(SITE) for file in sorted((SITE / "templates").rglob("*")) if file.is_file()]


@pytest.mark.parametrize("file", TEMPLATE_FILES, ids=str)
def test_template_file_is_where_voila_looks(file):
    assert (PREFIX / "share" / "jupyter" / "voila" / file).read_bytes() == (SITE / file).read_bytes()


@pytest.mark.parametrize("bundle", SITE_BUNDLES, ids=lambda bundle: bundle.name)
def test_script_of_the_frame_is_where_voila_looks(bundle):
    installed = PREFIX / "share/jupyter/voila/templates/explainer/static" / bundle.name
    assert installed.read_bytes() == bundle.read_bytes()


def test_server_settings_are_where_voila_looks():
    assert json.loads((PREFIX / "etc/jupyter/voila.json").read_text()) == json.loads((SITE / "voila.json").read_text())


def test_every_page_of_the_navigation_is_a_notebook():
    notebooks = {notebook.stem for notebook in (CHECKOUT / "notebooks").glob("*.ipynb")}
    assert set(PATH) | {"home"} == notebooks

"""The page behind a notebook: by its name, in its language, or one sentence."""

import pytest

import widgets
from widgets.cells import pages
from widgets.reference_data.data_package import DataError
from widgets.reference_data.language import PSEUDO, current_language


def test_an_unknown_page_is_answered_with_the_pages_there_are():
    with pytest.raises(ValueError, match="the pages are home, contraction_cycle"):
        widgets.open_page("contraction")


def test_a_page_with_a_broken_table_says_so_in_one_sentence(monkeypatch):
    def broken() -> None:
        raise DataError("data/sources.csv, row 3, column year: 'x' is not allowed; an integer is needed.")

    monkeypatch.setattr("widgets.explorers.contraction_cycle.contraction_explorer.ContractionExplorer", broken)
    page = pages.open_page("contraction_cycle")
    assert "data/sources.csv, row 3, column year: 'x'" in page.value


class TestLanguage:
    @pytest.fixture(autouse=True)
    def _no_settings(self, monkeypatch):
        for setting in ("QUERY_STRING", "EXPLAINER_LANGUAGE"):
            monkeypatch.delenv(setting, raising=False)

    def test_a_page_opens_in_english(self):
        widgets.open_page("home")
        assert current_language() == "en"

    def test_a_page_opens_in_the_language_of_its_cell(self):
        widgets.open_page("home", language=PSEUDO)
        assert current_language() == PSEUDO

    def test_the_address_of_a_page_may_name_a_language(self, monkeypatch):
        monkeypatch.setenv("QUERY_STRING", f"language={PSEUDO}")
        monkeypatch.setenv("EXPLAINER_LANGUAGE", "en")
        assert pages.language_asked_for() == PSEUDO

    def test_a_server_may_have_a_language(self, monkeypatch):
        monkeypatch.setenv("EXPLAINER_LANGUAGE", PSEUDO)
        assert pages.language_asked_for() == PSEUDO

    def test_an_address_with_an_unknown_language_opens_the_servers_own(self, monkeypatch):
        monkeypatch.setenv("QUERY_STRING", "language=xx")
        assert pages.language_asked_for() == "en"

    def test_a_server_with_an_unknown_language_says_so_in_one_sentence(self, monkeypatch):
        monkeypatch.setenv("EXPLAINER_LANGUAGE", "xx")
        assert widgets.open_page("home").value.startswith("There is no language 'xx'; there are en")

    def test_a_cell_with_an_unknown_language_is_told_which_there_are(self):
        with pytest.raises(ValueError, match="There is no language 'xx'; there are en"):
            widgets.open_page("home", language="xx")

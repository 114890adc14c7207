"""A language is a folder: one that is put beside English is spoken, with its own plural forms, numbers and lists."""

import json
import shutil
from functools import partial

import pytest

from tests.reference_data.cldr import number_facts
from widgets.reference_data import data_package, language, table_texts, wording
from widgets.reference_data.amounts import amount, list_in_words, paragraph
from widgets.reference_data.data_files import DATA_FOLDER, read_text
from widgets.reference_data.data_package import read_table
from widgets.reference_data.language import PSEUDO, direction, languages, use_language
from widgets.reference_data.wording import sentence, words

FACTS = json.loads((DATA_FOLDER / "wording" / "en" / "language.json").read_text(encoding="utf-8"))
LISTS = {kind: {**joined, "two": "{start} i {last}"} for kind, joined in FACTS["lists"].items()}
POLISH = {**FACTS, "name": "polski", "lists": LISTS, **number_facts("pl")}
ARABIC = {**FACTS, "name": "العربية", "direction": "rtl", **number_facts("ar")}
CASES = {
    "one": "{count} przyczyna.",
    "few": "{count} przyczyny.",
    "many": "{count} przyczyn.",
    "other": "{count} przyczyny.",
}
DAYS = {
    "zero": "0 يوم",
    "one": "يوم واحد",
    "two": "يومان",
    "few": "{count} أيام",
    "many": "{count} يومًا",
    "other": "{count} يوم",
}


@pytest.fixture(autouse=True)
def _beside_english(monkeypatch, tmp_path):
    """Two small languages in a copy of the folder of wording."""
    shutil.copytree(DATA_FOLDER / "wording", tmp_path / "wording")
    files = {
        "pl/language.json": POLISH,
        "pl/causes.json": {"case_counted": CASES, "case_clear": "Od nowa"},
        "pl/tables/contraction_traces.json": {"force_percent": {"label": "Siła"}},
        "ar/language.json": ARABIC,
        "ar/causes.json": {"case_counted": DAYS},
    }
    for name, content in files.items():
        file = tmp_path / "wording" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
    kept = (languages, wording.texts, wording._of_one_form, data_package._rows)
    for module in (language, table_texts):
        monkeypatch.setattr(module, "DATA_FOLDER", tmp_path)
    for module in (language, table_texts, wording):
        monkeypatch.setattr(module, "read_text", partial(read_text, folder=tmp_path))
    for function in kept:
        function.cache_clear()
    yield
    for function in kept:
        function.cache_clear()


def test_a_folder_makes_a_language():
    assert {"en", "ar", "pl", PSEUDO} <= set(languages())
    assert languages()["pl"].name == "polski"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 przyczyna."), (3, "3 przyczyny."), (5, "5 przyczyn."), (22, "22 przyczyny."), (12345, "12 345 przyczyn.")],
)
def test_polish_has_four_forms(count, said):
    use_language("pl")
    assert sentence("causes", "case_counted", count=count).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 يوم"), (1, "يوم واحد"), (2, "يومان"), (3, "3 أيام"), (11, "11 يومًا"), (100, "100 يوم")],
)
def test_arabic_has_six_forms(count, said):
    use_language("ar")
    assert sentence("causes", "case_counted", count=count) == said


def test_numbers_and_lists_are_written_as_the_language_does():
    use_language("pl")
    assert amount(1.5, "mM") == "1,5\N{NO-BREAK SPACE}mM"
    assert list_in_words(["wapń", "magnez"]) == "wapń i magnez"
    assert paragraph(["Tak.", "Nie."]) == "Tak. Nie."


def test_arabic_runs_from_right_to_left():
    assert direction("ar") == "rtl"


def test_what_is_not_translated_is_said_in_english():
    english = words("causes")["case_end"]
    use_language("pl")
    assert words("causes")["case_clear"] == "Od nowa"
    assert words("causes")["case_end"] == english


def test_tables_speak_it_too():
    use_language("pl")
    row = next(row for row in read_table("contraction_traces") if row["trace"] == "force_percent")
    assert row["label"] == "Siła"

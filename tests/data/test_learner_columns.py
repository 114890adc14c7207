"""Which columns of the tables learners read is said in the data package, so that they can be translated."""

import json

import pytest

from tests.data.conftest import DATA
from widgets.reference_data import data_package, table_texts
from widgets.reference_data.data_files import DataError
from widgets.reference_data.data_package import read_table
from widgets.reference_data.language import PSEUDO, use_language
from widgets.reference_data.pseudo_language import left_in_english, pseudo

# Texts that are no names for programs and that no page shows.
NOT_SHOWN = {
    ("sources", "kind"): "a kind, for those who use the tables alone",
    ("sources", "authors"): "a name, the same in every language",
    ("sources", "title"): "a title, the same in every language",
    ("sources", "publisher"): "a name, the same in every language",
    ("sources", "note"): "for those who use the tables alone",
    ("upper_levels", "authority"): "a key",
    ("upper_levels", "applies_to"): "for those who use the tables alone",
    ("dietary_reference_intakes", "authority"): "a key",
    ("plasma_reference_ranges", "analyte"): "a key",
    ("plasma_reference_ranges", "symptoms_low"): "for those who use the tables alone",
    ("plasma_reference_ranges", "symptoms_high"): "for those who use the tables alone",
    ("magnesium_scales", "meaning"): "for those who use the tables alone",
    ("cramp_facts", "meaning"): "for those who use the tables alone",
    ("trials", "study"): "a name, the same in every language",
    ("pooled_results", "review"): "a name, the same in every language",
    ("pooled_results", "placebo_unit"): "a unit",
    **{(table, "note"): "for those who use the tables alone" for table in ("trials", "trial_results", "trial_changes")},
    ("pooled_results", "note"): "for those who use the tables alone",
    ("other_treatment_results", "note"): "for those who use the tables alone",
    ("intake_surveys", "survey"): "a name, the same in every language",
    ("intake_surveys", "note"): "for those who use the tables alone",
    ("cramp_thresholds", "muscle"): "for those who use the tables alone",
    ("cramp_thresholds", "note"): "for those who use the tables alone",
    ("engine_agreement", "engine"): "a name, the same in every language",
    ("engine_agreement", "version"): "a number",
}
NAMES_FOR_PROGRAMS = {"unit", "source", "symbol", "value", "default", "control"}


def schemas(package):
    return {resource["name"]: resource["schema"] for resource in package["resources"] if "schema" in resource}


def test_every_text_of_a_table_is_translated_or_said_to_be_read_by_nobody(package):
    open_questions = [
        (table, field["name"])
        for table, schema in schemas(package).items()
        for field in schema["fields"]
        if field["type"] == "string"
        and not field.get("translate")
        and not {"enum", "pattern"} & field.get("constraints", {}).keys()
        and field["name"] not in NAMES_FOR_PROGRAMS
        and (table, field["name"]) not in NOT_SHOWN
    ]
    assert open_questions == []


def test_rows_that_share_a_name_share_their_texts(package, tables):
    for table, schema in schemas(package).items():
        texts = {}
        for row in tables[table]:
            name = table_texts.row_name(schema, row)
            said = {column: row[column] for column in table_texts.translated_columns(schema)}
            assert texts.setdefault(name, said) == said, (table, name)


def test_in_the_pseudo_language_every_text_of_every_table_is_changed(package):
    use_language(PSEUDO)
    left = [
        (table, column, row[column])
        for table, schema in schemas(package).items()
        for row in read_table(table)
        for column in table_texts.translated_columns(schema)
        if row[column] and left_in_english(str(row[column]))
    ]
    assert left == []


def test_what_programs_read_stays_as_it_is():
    before = read_table("experiment_controls")[0]
    use_language(PSEUDO)
    now = read_table("experiment_controls")[0]
    assert {column for column in before if before[column] != now[column]} == {"label", "help"}
    assert now["label"] == pseudo(before["label"])


class TestTranslatedTable:
    @pytest.fixture
    def speak(self, monkeypatch, tmp_path):
        """A function that gives a language texts for the traces, and speaks it."""

        def texts(content):
            file = tmp_path / "wording" / "sjn" / "tables" / "contraction_traces.json"
            file.parent.mkdir(parents=True)
            file.write_text(content, encoding="utf-8")
            monkeypatch.setattr(table_texts, "DATA_FOLDER", tmp_path)
            monkeypatch.setattr(table_texts, "read_text", lambda path: (tmp_path / path).read_text(encoding="utf-8"))
            monkeypatch.setattr(data_package, "current_language", lambda: "sjn")

        yield texts
        data_package._rows.cache_clear()

    def test_speaks_its_language_and_english_where_a_text_is_missing(self, speak):
        english = read_table("contraction_traces")
        speak(json.dumps({"force_percent": {"label": "Bellas"}}))
        row = next(row for row in read_table("contraction_traces") if row["trace"] == "force_percent")
        assert row["label"] == "Bellas"
        assert row["help"] == next(row for row in english if row["trace"] == "force_percent")["help"]

    @pytest.mark.parametrize("content", ["{", "[]", '{"force_percent": {"label": 3}}'])
    def test_a_damaged_file_is_named(self, speak, content):
        speak(content)
        with pytest.raises(DataError, match=r"^data/wording/sjn/tables/contraction_traces\.json"):
            read_table("contraction_traces")


def test_the_package_is_where_it_is_said_to_be():
    assert (DATA / "wording" / "en" / "language.json").is_file()

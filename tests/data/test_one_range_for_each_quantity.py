"""What is usual in people is said once, in the tables of ranges; all else takes it from there."""

import json
import re
from pathlib import Path

import pytest

from tests.data.conftest import DATA
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.usual_ranges import usual_ranges

NOTEBOOKS = DATA.parent / "notebooks"
# Constants of the model that stand for the usual value of a control.
REFERENCES = {
    "reference_plasma_magnesium": "plasma_magnesium_mM",
    "reference_plasma_ionised_calcium": "plasma_ionised_calcium_mM",
    "reference_plasma_potassium": "plasma_potassium_mM",
    "reference_plasma_sodium": "plasma_sodium_mM",
}
A_TYPED_RANGE = re.compile(r"\d[\d.]*\s*(?:to|–|-|and)\s*\d[\d.]*\s*(?:mM|mmol)")
USUAL = re.compile(r"\b(?:usual(?:ly)?|normal(?:ly)?|healthy|in people)\b", re.IGNORECASE)


def typed_ranges(texts):
    """Return the sentences that say, in digits of their own, what is usual."""
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.:;?!])\s", text)]
    return [sentence for sentence in sentences if A_TYPED_RANGE.search(sentence) and USUAL.search(sentence)]


def test_a_range_of_its_own_is_found():
    said = "Magnesium matters. Normal is about 0.70 to 1.05 mM."
    assert typed_ranges([said, "Usual is {low} to {high} mM."]) == ["Normal is about 0.70 to 1.05 mM."]


def texts_in(value):
    """Every text of a JSON file, plural forms among them."""
    return [value] if isinstance(value, str) else [text for part in value.values() for text in texts_in(part)]


def test_no_quantity_has_two_ranges(tables):
    controls = [
        row["control"]
        for table in ("plasma_reference_ranges", "magnesium_scales")
        for row in tables[table]
        if row["control"]
    ]
    assert sorted(controls) == sorted(usual_ranges())
    names = [row["analyte"].partition(" (")[0] for row in tables["plasma_reference_ranges"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("control", sorted(usual_ranges()))
def test_the_help_of_a_control_says_the_range_of_the_table(control):
    usual = usual_ranges()[control]
    assert f"{usual.low:g} to {usual.high:g} " in experiment_controls()[control].help


def test_the_model_states_the_same_ranges(tables):
    rows = {row["id"]: row for row in tables["physiology_parameters"] if row["id"] in REFERENCES}
    stated = {REFERENCES[name]: (float(row["low"]), float(row["high"])) for name, row in rows.items()}
    assert stated == {control: (usual_ranges()[control].low, usual_ranges()[control].high) for control in stated}


def test_no_sentence_of_a_page_has_a_range_of_its_own():
    texts = [
        text
        for path in (DATA / "wording" / "en").glob("*.json")
        if path.name != "language.json"
        for text in texts_in(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert typed_ranges(texts) == []


def test_no_learner_text_of_a_table_has_a_range_of_its_own(tables, package):
    shown = {
        (resource["name"], field["name"])
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", ())
        if field.get("translate")
    }
    texts = [row[column] for table, column in shown for row in tables[table] if row[column]]
    assert typed_ranges(texts) == []


@pytest.mark.parametrize("notebook", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: Path(path).stem)
def test_no_notebook_has_a_range_of_its_own(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert typed_ranges("".join(cell["source"]) for cell in cells) == []

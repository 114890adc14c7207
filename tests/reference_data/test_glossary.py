import csv
import json
import re
from itertools import combinations

import pytest

from widgets.reference_data.data_files import DATA_FOLDER
from widgets.reference_data.glossary import glossary
from widgets.reference_data.language import PSEUDO, use_language
from widgets.reference_data.pseudo_language import pseudo
from widgets.reference_data.table_texts import translated_columns

NOTEBOOKS = DATA_FOLDER.parent / "notebooks"


@pytest.fixture(scope="module")
def learner_texts() -> str:
    """Everything that learners read, in one text: wording, tables with their units, prose."""
    texts = [file.read_text(encoding="utf-8") for file in (DATA_FOLDER / "wording" / "en").glob("*.json")]
    for resource in json.loads((DATA_FOLDER / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        if "schema" not in resource or resource["name"] == "glossary":
            continue
        columns = (*translated_columns(resource["schema"]), "unit")
        with (DATA_FOLDER / resource["path"]).open(encoding="utf-8", newline="") as file:
            texts += [row.get(column) or "" for row in csv.DictReader(file) for column in columns]
    for file in NOTEBOOKS.glob("*.ipynb"):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        texts += ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    return "\n".join(texts)


def test_no_two_words_are_written_alike():
    alike = [
        (one.id, other.id)
        for one, other in combinations(glossary(), 2)
        if {form.lower() for form in one.forms} & {form.lower() for form in other.forms}
    ]
    assert alike == []


def test_every_word_is_used_somewhere(learner_texts):
    patterns = {term.id: "|".join(map(re.escape, term.forms)) for term in glossary()}
    used = {word for word, forms in patterns.items() if re.search(rf"(?i)(?<!\w)({forms})(?!\w)", learner_texts)}
    assert patterns.keys() - used == set()


def test_every_meaning_is_one_sentence():
    assert [term.id for term in glossary() if not re.fullmatch(r"[^.?!]+( %| 1 mM)?[^.?!]*\.", term.meaning)] == []


def test_a_word_is_found_in_a_translated_text():
    use_language(PSEUDO)
    troponin = next(term for term in glossary() if term.id == "troponin")
    assert troponin.forms[0] in pseudo("Calcium sits on troponin and ATP.")

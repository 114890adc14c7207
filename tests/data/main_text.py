"""The main text of the pages, paragraph by paragraph, and the US school grade that it is written for.

Main text is what a learner reads in whole sentences: the prose of the notebooks, every text of the wording, and the
columns of tables that pages show as sentences (helps, reasons, causes and their like). It is not: names, labels and
headings (texts without the end of a sentence, or of a few words), the table of the model's constants, which is looked
up and not read, sources and the small print on them, and what only programmers meet.

    python -m tests.data.main_text        lists every page with its grade, and the hardest paragraphs
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import readability

from tests.data.conftest import DATA
from widgets.reference_data.data_package import read_table
from widgets.reference_data.table_texts import translated_columns

NOTEBOOKS = DATA.parent / "notebooks"
# Names of quantities, messages to programmers, and what a language says of itself.
WORDING_LEFT_OUT = {"language", "model_names", "controls", "pages"}
# The model's constants, and what is named and not told.
TABLES_LEFT_OUT = {"physiology_parameters", "sources"}
# How words of the glossary are written, and the small print on a source.
COLUMNS_LEFT_OUT = {"forms", "note"}
FEWEST_WORDS = 6
# A title that tells what was found ends without a full stop, and is longer than a label.
FEWEST_WORDS_OF_A_FINDING = 9
SENTENCE = re.compile(r"[.?!…][”)*_]*$")
SENTENCE_END = re.compile(r"(?<=[.?!…])[”)*_]*\s+(?=\S)")
CODE = re.compile(r"`[^`]*`")
BREAK = "<br>"
MARKUP = re.compile(r"<[^>]*>|[*#]|\[([^]]*)\]\([^)]*\)")
WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*", re.UNICODE)
NAMED_VALUE = re.compile(r"\{(\w+)\}")
# A formula over fewer words says more of one long word than of the text.
FEWEST_WORDS_TO_MEASURE = 15
# What a value of a sentence typically is, where it is no amount.
TEXTS = re.compile(
    r"label|title|name|names|caption|settings|changes|titles|typed|known|quantity|engine|animal|group|ages"
)
AMOUNT, TEXT = "12", "free magnesium"
# Read out, a number has at least a syllable; the library gives it none.
NUMBER, READ_OUT = re.compile(r"[−-]?\d[\d.,]*"), "twelve"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: the page or file that it belongs to, where it stands there, and its text."""

    page: str
    place: str
    text: str


def main_text() -> Iterator[Paragraph]:
    """Every paragraph of the main text, with typical values in the places of named ones."""
    for page, place, text in (*_prose(), *_wording(), *_tables()):
        said = MARKUP.sub(r"\1", CODE.sub("run", text.replace(BREAK, " ")))
        said = NAMED_VALUE.sub(lambda value: TEXT if TEXTS.search(value[1]) else AMOUNT, said).strip()
        fewest = FEWEST_WORDS if SENTENCE.search(said) else FEWEST_WORDS_OF_A_FINDING
        if len(WORD.findall(said)) >= fewest:
            yield Paragraph(page, place, said)


def is_long(paragraph: Paragraph) -> bool:
    """Whether a paragraph is long enough for its own grade to say something."""
    return len(WORD.findall(paragraph.text)) >= FEWEST_WORDS_TO_MEASURE


def grade(*texts: str) -> float:
    """The US school grade of texts together: the higher one of two formulas.

    One goes by syllables (Flesch and Kincaid), the other by letters (ARI), both by the length of sentences; the library
    counts the syllables of some words too low. Names such as magnesium count as the long words that they are.
    """
    sentences = [NUMBER.sub(READ_OUT, sentence) for text in texts for sentence in SENTENCE_END.split(text)]
    words = [" ".join(WORD.findall(sentence)) for sentence in sentences]
    grades = readability.getmeasures("\n".join(filter(None, words)), lang="en")["readability grades"]
    return float(max(grades["Kincaid"], grades["ARI"]))


def _prose() -> Iterator[tuple[str, str, str]]:
    for file in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        prose = "\n".join("".join(cell["source"]) + "\n" for cell in cells if cell["cell_type"] == "markdown")
        for number, paragraph in enumerate(re.split(r"\n\s*\n|\n(?=- )", prose)):
            yield f"{file.stem}.ipynb", str(number), paragraph.removeprefix("- ").replace("\n", " ")


def _wording() -> Iterator[tuple[str, str, str]]:
    for file in sorted((DATA / "wording" / "en").glob("*.json")):
        if file.stem in WORDING_LEFT_OUT:
            continue
        for key, text in json.loads(file.read_text(encoding="utf-8")).items():
            yield file.name, key, text if isinstance(text, str) else text["other"]


def _tables() -> Iterator[tuple[str, str, str]]:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if "schema" not in resource or resource["name"] in TABLES_LEFT_OUT:
            continue
        columns = [column for column in translated_columns(resource["schema"]) if column not in COLUMNS_LEFT_OUT]
        told = {}
        for number, row in enumerate(read_table(resource["name"]), start=1):
            # Several rows of a preset share a text.
            told |= {str(row[column]): f"row {number}, {column}" for column in columns if row[column]}
        for text, place in told.items():
            yield resource["path"], place, text


def _report() -> None:
    paragraphs = list(main_text())
    for page in dict.fromkeys(paragraph.page for paragraph in paragraphs):
        texts = [paragraph.text for paragraph in paragraphs if paragraph.page == page]
        print(f"{grade(*texts):5.1f}  {page} ({len(texts)})")
    print(f"{grade(*(paragraph.text for paragraph in paragraphs)):5.1f}  all of them ({len(paragraphs)})")
    for paragraph in sorted(filter(is_long, paragraphs), key=lambda one: -grade(one.text))[:40]:
        print(f"{grade(paragraph.text):5.1f}  {paragraph.page}, {paragraph.place}: {paragraph.text}")


if __name__ == "__main__":
    _report()

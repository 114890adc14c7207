"""What a learner reads on the causes page: plain, short, without a diagnosis and without an amount."""

import re

import pytest

from widgets.reference_data.data_package import read_table
from widgets.reference_data.wording import words

COLUMNS = {
    "causes": ("name", "mechanism", "who", "magnesium_can", "magnesium_cannot", "red_flag"),
    "magnesium_situations": ("title", "why", "model_can_show", "model_cannot_show"),
    "cramp_circumstances": ("ask", "magnesium_known", "red_flag"),
    "magnesium_interactions": ("medicine", "effect", "ask"),
    "clinician_signs": ("sign", "why"),
    "cramp_look_alikes": ("name", "difference"),
    "article_claims": ("claim", "found"),
    "other_treatments": ("name", "people", "compared", "said", "how_sure", "harm", "regulator", "ask", "left_open"),
    "open_questions": ("title", "people", "known", "would_show", "why"),
    "causes_controls": ("label", "help"),
    "causes_presets": ("label", "why"),
    "trials": ("people", "salt_text", "comparator_text", "risk_why", "period_effect", "conclusion"),
    "trial_outcomes": ("label", "help"),
    "trial_results": ("why_not",),
    "pooled_results": ("certainty_why", "rederived_why"),
}
# Texts of several sentences on one subject; single names and labels are too short for a grade.
PASSAGES = {
    table: [column for column in columns if column not in ("name", "title", "medicine", "label", "sign")]
    for table, columns in COLUMNS.items()
}
MOST_WORDS = 28
MOST_GRADE = 9.0


def texts(columns):
    return [
        str(row[name]) for table, names in columns.items() for row in read_table(table) for name in names if row[name]
    ]


TEXTS = texts(COLUMNS) + [
    text for part in ("causes", "cramp", "claims", "evidence_claims") for text in words(part).values()
]


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and len(groups) > 1
    return max(1, len(groups) - silent)


def grade(text):
    """The Flesch-Kincaid school grade of a text."""
    sentences = [part for part in re.split(r"[.:;?!]+(?:\s|$)", text) if part.strip()]
    spoken = re.findall(r"[A-Za-z’]+", text)
    return 0.39 * len(spoken) / len(sentences) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


@pytest.mark.parametrize("table", PASSAGES)
def test_every_table_reads_at_grade_nine_or_below(table):
    assert grade(" ".join(texts({table: PASSAGES[table]}))) <= MOST_GRADE


def test_no_sentence_is_too_long_to_read_aloud():
    sentences = [part for text in TEXTS for part in re.split(r"(?<=[.:;?!])\s", text)]
    assert [part for part in sentences if len(part.split()) > MOST_WORDS] == []


def test_no_text_names_an_amount_to_take():
    assert [
        text for text in TEXTS if re.search(r"\b\d+\s?(mg|g|mmol|tablets?)\b|\bdos(e|age)", text, re.IGNORECASE)
    ] == []


def test_no_text_tells_what_somebody_has():
    assert [
        text for text in TEXTS if re.search(r"\byou (have|suffer|lack)\b|\byour diagnosis\b", text, re.IGNORECASE)
    ] == []


def test_no_text_promises_a_cure():
    assert [text for text in TEXTS if re.search(r"\b(cures?|proven|miracle|boosts?)\b", text, re.IGNORECASE)] == []


def test_texts_are_written_for_people():
    slips = r"\w_\w|\buM\b|\b(Ca|Mg)2\+|  (?!\s?<)"
    told = [text for text in TEXTS if "<span" not in text and not text.startswith("{")]
    assert [text for text in told if re.search(slips, re.sub(r"\{\w+\}", "x", text))] == []

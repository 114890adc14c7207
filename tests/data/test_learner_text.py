import re

import pytest

LEARNER_COLUMNS = {
    "experiment_controls": ("label", "help"),
    "experiment_presets": ("label", "why"),
    "contraction_traces": ("label", "help"),
    "contraction_measures": ("label", "help"),
    "fibre_types": ("label",),
    "intake_controls": ("label", "help"),
    "intake_choices": ("label",),
    "intake_presets": ("label", "why"),
    "published_measurements": ("title", "fibre", "published_text"),
    "known_directions": ("statement", "note"),
}
# The page of intakes cannot do without the word: its upper limit counts supplements only.
MAY_NAME_SUPPLEMENTS = ("intake_controls", "intake_presets")
MACHINE_WRITING = {
    "an underscore": r"\w_\w",
    "uM for µM": r"\buM\b",
    "Ca2+ for Ca²⁺": r"\b(Ca|Mg)2\+",
    "two spaces": r"  ",
}
JARGON = r"SERCA|RyR|sarcoplasmic(?! reticulum\))|myoplasm|isoform|stoichiometr|kinetic|hypomagnes|hypocalc"


def learner_texts(tables):
    return [
        (table, column, row[column])
        for table, columns in LEARNER_COLUMNS.items()
        for row in tables[table]
        for column in columns
    ]


@pytest.mark.parametrize("slip", MACHINE_WRITING)
def test_learners_read_real_characters_and_plain_writing(tables, slip):
    assert [text for *_, text in learner_texts(tables) if re.search(MACHINE_WRITING[slip], text)] == []


def test_learners_meet_no_laboratory_jargon(tables):
    assert [text for *_, text in learner_texts(tables) if re.search(JARGON, text)] == []


def test_help_is_whole_sentences(tables):
    texts = [text for _, column, text in learner_texts(tables) if column in ("help", "why")]
    assert [text for text in texts if not re.fullmatch(r"[A-Z].*[.]", text)] == []


def test_no_sentence_is_too_long_to_read_aloud(tables):
    long = [
        sentence
        for *_, text in learner_texts(tables)
        for sentence in re.split(r"(?<=[.:;?!])\s", text)
        if len(sentence.split()) > 28
    ]
    assert long == []


def test_no_text_tells_a_learner_what_to_take(tables):
    advice = r"\byou should\b|\btakes? \d|\bdose"
    assert [text for *_, text in learner_texts(tables) if re.search(advice, text, re.IGNORECASE)] == []


def test_only_the_page_of_intakes_speaks_of_supplements(tables):
    others = [text for table, _, text in learner_texts(tables) if table not in MAY_NAME_SUPPLEMENTS]
    assert [text for text in others if re.search("supplement", text, re.IGNORECASE)] == []

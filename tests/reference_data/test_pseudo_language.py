import re

import pytest

from widgets.reference_data.data_files import DATA_FOLDER
from widgets.reference_data.language import PSEUDO
from widgets.reference_data.pseudo_language import (
    AS_BEFORE,
    CLOSES,
    KEPT,
    OPENS,
    RIGHT_TO_LEFT,
    left_in_english,
    pseudo,
)
from widgets.reference_data.wording import texts

PARTS = sorted(path.stem for path in (DATA_FOLDER / "wording" / "en").glob("*.json") if path.stem != "language")


def forms(part, language):
    return [
        form
        for text in texts(part, language).values()
        for form in ([text] if isinstance(text, str) else [said for key, said in text.items() if key != "by"])
    ]


def shown(text):
    return re.sub(f"[{RIGHT_TO_LEFT}{AS_BEFORE}]", "", text)


@pytest.mark.parametrize(
    "kept",
    [
        "{peak_force}",
        "<b>",
        '<span style="color:{healthy}">',
        "Ca²⁺",
        "Mg²⁺",
        "Mg-ATP",
        "12 ms",
        "0.5 mM",
        "86 %",
        "37 °C",
        "3.5",
        "&lt;",
        "https://doi.org/10.1/x",
    ],
)
def test_what_every_language_keeps_is_left_alone(kept):
    assert kept in pseudo(f"The calcium {kept} rises.")


@pytest.mark.parametrize("text", ["12 ms", "{value} µM", "Ca²⁺", "", "–", "{start}; {last}"])
def test_what_has_no_letters_to_change_stays_as_it_is(text):
    assert pseudo(text) == text


def test_letters_are_accented_and_vowels_doubled():
    assert shown(pseudo("Calcium")) == f"{OPENS}Çååļçîîûûɱ{CLOSES}"


@pytest.mark.parametrize("part", PARTS)
def test_nothing_of_a_part_is_left_in_english(part):
    assert [text for text in forms(part, PSEUDO) if left_in_english(text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_two_keys_of_a_part_become_the_same_that_were_not(part):
    assert len(set(forms(part, PSEUDO))) == len(set(forms(part, "en")))


def test_texts_get_about_two_fifths_longer():
    english, pseudo_language = (
        "".join("".join(KEPT.split(shown(text))) for part in PARTS for text in forms(part, language))
        for language in ("en", PSEUDO)
    )
    assert 1.3 < len(pseudo_language) / len(english) < 1.5

import json
from pathlib import Path

import pytest

from widgets.reference_data import wording
from widgets.reference_data.data_package import DATA_FOLDER, DataError
from widgets.reference_data.language import ENGLISH, PSEUDO, languages
from widgets.reference_data.wording import browser_words, sentence, words

PARTS = sorted(path.stem for path in (DATA_FOLDER / "wording" / "en").glob("*.json") if path.stem != "language")


def test_a_sentence_gets_its_named_values():
    assert "12 ms" in sentence(
        "contraction", "finding_one_signal", time_to_peak_calcium_ms="12 ms", time_to_peak_force_ms="9 ms"
    )


def test_an_unknown_sentence_is_named():
    with pytest.raises(DataError, match="has no sentence named 'nonsense'"):
        sentence("contraction", "nonsense")


def test_a_sentence_that_lacks_a_value_is_named():
    with pytest.raises(DataError, match="needs the value 'time_to_peak_calcium_ms'"):
        sentence("contraction", "finding_one_signal")


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_of_a_part_is_well_formed(part):
    assert browser_words(part)


@pytest.mark.parametrize("part", PARTS)
def test_no_key_of_a_part_is_given_twice(part):
    pairs = json.loads(Path(DATA_FOLDER / "wording" / "en" / f"{part}.json").read_text("utf-8"), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys))


def test_numbers_in_a_sentence_are_written_as_the_language_does(told):
    told({"found": "{count} of {total}"})
    assert sentence("part", "found", count=3, total=16000) == "3 of 16,000"


@pytest.mark.parametrize(("count", "said"), [(1, "One cause."), (4, "4 causes.")])
def test_a_sentence_takes_the_plural_form_of_its_count(told, count, said):
    told({"causes": {"one": "One cause.", "other": "{count} causes."}})
    assert sentence("part", "causes", count=count) == said


def test_another_value_can_pick_the_form(told):
    told({"left": {"by": "minutes", "one": "{minutes} minute", "other": "{minutes} minutes"}})
    assert sentence("part", "left", minutes=1, count=9) == "1 minute"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (3, "key 'said': a text is needed"),
        ({"one": "One."}, "plural forms with the form 'other'"),
        ("{a:,}", "must hold the name of a value and nothing else"),
        ("{a", "expected '}'"),
    ],
)
def test_a_damaged_sentence_is_named_with_its_file(told, text, fault):
    told({"said": text})
    with pytest.raises(DataError, match=r"^data/wording/en/part\.json") as told_fault:
        words("part")
    assert fault in str(told_fault.value)


def test_a_damaged_file_is_named(monkeypatch):
    monkeypatch.setattr(wording, "read_text", lambda _path: "{")
    with pytest.raises(DataError, match=r"^data/wording/en/part\.json is not JSON"):
        words("part")


def test_what_is_not_translated_yet_is_said_in_english(told):
    told({"a": "Calcium", "b": "Force"}, elvish={"a": "Calad"})
    assert words("part", "elvish") == {"a": "Calad", "b": "Force"}


@pytest.mark.parametrize("part", PARTS)
def test_every_language_says_all_that_english_says(part):
    keys = {code: wording.read_texts(part, code).keys() for code in languages() if code != PSEUDO}
    assert {code: told ^ keys[ENGLISH] for code, told in keys.items() if told != keys[ENGLISH]} == {}


@pytest.fixture
def told(monkeypatch):
    """A function that makes a part of its own, in English and in other languages."""

    def tell(english, **others):
        files = {f"wording/{code}/part.json": json.dumps(table) for code, table in {"en": english, **others}.items()}
        monkeypatch.setattr(wording, "read_text", files.__getitem__)

    yield tell
    for kept in (wording.texts, wording._of_one_form):
        kept.cache_clear()

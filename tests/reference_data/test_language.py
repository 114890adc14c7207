import pytest

from widgets.reference_data import language
from widgets.reference_data.data_files import DataError
from widgets.reference_data.language import (
    PSEUDO,
    LanguageError,
    current_language,
    direction,
    kept_for_each_language,
    languages,
    use_language,
)


def test_a_process_begins_in_english():
    assert current_language() == "en"


def test_every_language_has_a_name_of_its_own():
    assert languages()["en"].name == "English"
    assert len({known.name for known in languages().values()}) == len(languages())


def test_the_pseudo_language_runs_from_right_to_left():
    assert (direction("en"), direction(PSEUDO)) == ("ltr", "rtl")


def test_direction_is_that_of_the_language_spoken():
    use_language(PSEUDO)
    assert direction() == "rtl"


@pytest.mark.parametrize("ask", [use_language, direction])
def test_an_unknown_language_is_answered_with_those_there_are(ask):
    with pytest.raises(LanguageError, match=f"There is no language 'xx'; there are {', '.join(languages())}"):
        ask("xx")


def test_what_is_kept_is_kept_for_each_language():
    said = kept_for_each_language(lambda word: f"{word} in {current_language()}")
    assert said("calm") == "calm in en"
    use_language(PSEUDO)
    assert said("calm") == f"calm in {PSEUDO}"


def test_a_language_that_lacks_something_is_named(monkeypatch):
    monkeypatch.setattr(language, "read_text", lambda _path: '{"name": "Elvish"}')
    with pytest.raises(DataError, match=r"data/wording/elvish/language\.json must hold exactly amount, "):
        language.read_language("elvish")

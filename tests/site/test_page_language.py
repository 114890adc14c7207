import pytest

from widgets.reference_data.language import ENGLISH, PSEUDO
from widgets.reference_data.pseudo_language import pseudo
from widgets.reference_data.wording import words
from widgets.site.page_language import frame_of


def test_a_page_that_asks_for_no_language_is_in_english():
    frame = frame_of(None)
    assert (frame["language"], frame["direction"], frame["query"], frame["notice"]) == (ENGLISH, "ltr", "", "")


def test_a_page_speaks_the_language_that_it_is_asked_for():
    frame = frame_of(PSEUDO)
    assert (frame["language"], frame["direction"]) == (PSEUDO, "rtl")
    assert frame["words"]["footer"] == pseudo(words("site", ENGLISH)["footer"])


def test_links_carry_the_language_on():
    assert frame_of(PSEUDO)["query"] == f"?language={PSEUDO}"


def test_the_names_of_the_pages_are_in_the_language():
    assert frame_of(PSEUDO)["pages"]["intake_table"] == pseudo(words("pages", ENGLISH)["intake_table"])


@pytest.mark.parametrize("asked", ["xx", "EN", "../en", "x" * 1000])
class TestUnknownLanguage:
    def test_gives_english(self, asked):
        assert (frame_of(asked)["language"], frame_of(asked)["query"]) == (ENGLISH, "")

    def test_is_said_in_one_short_sentence(self, asked):
        notice = frame_of(asked)["notice"]
        assert f"“{asked[:20]}”" in notice
        assert len(notice) < 120

import re
from datetime import date

from widgets.evidence.open_questions import OUR_SEARCH, evidence_searches, open_questions
from widgets.reference_data.data_package import read_table

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def in_words(searched_on):
    year, month, *day = map(int, searched_on.split("-"))
    # A date that is none would raise here.
    date(year, month, *(day or [1]))
    return " ".join([*map(str, day), MONTHS[month - 1], str(year)])


def test_trials_are_missing_for_those_whom_no_trial_has_tested():
    assert {"exercise", "pregnancy", "measured_lack", "water_tablets"} <= {row.id for row in open_questions()}


def test_every_question_says_what_a_trial_would_have_to_show():
    texts = [text for row in open_questions() for text in (row.known, row.would_show, row.why)]
    assert [text for text in texts if not re.fullmatch(r"[A-Z“].*\.", text)] == []


def test_the_newest_search_stands_first_and_is_ours():
    searched = [search.searched_on for search in evidence_searches()]
    assert searched == sorted(searched, reverse=True)
    assert evidence_searches()[0].id == OUR_SEARCH


def test_dates_in_words_are_the_dates():
    assert [row for row in evidence_searches() if row.searched_in_words != in_words(row.searched_on)] == []


def test_only_our_own_search_rests_on_ourselves():
    own = {row.text("id") for row in read_table("evidence_searches") if row["checked"] == "own"}
    assert own == {OUR_SEARCH}

"""The trials that are missing, and the last searches, as tables."""

from collections.abc import Iterable

from widgets.descriptions.table_of_texts import TableOfTexts
from widgets.evidence.open_questions import OUR_SEARCH, evidence_searches, open_questions
from widgets.reference_data.amounts import list_in_words, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import sentence

QUESTION_COLUMNS = ("title", "people", "known", "would_show", "why", "sources")
SEARCH_COLUMNS = ("about", "searched")


def open_questions_finding() -> str:
    """Return how many trials are missing, and between when and when the reviews last looked."""
    reviews = [search for search in evidence_searches() if search.id != OUR_SEARCH]
    return _said(
        "finding",
        count=len(open_questions()),
        oldest=reviews[-1].searched_in_words,
        newest=reviews[0].searched_in_words,
    )


def open_questions_table() -> TableOfTexts:
    """Return every missing trial: for whom, what is known, what it would have to show, and why it matters."""
    questions = open_questions()
    keys = _keys(question.source for question in questions)
    return TableOfTexts(
        _said("caption", count=len(questions)),
        tuple(_said(f"column_{column}") for column in QUESTION_COLUMNS),
        tuple((q.title, q.people, q.known, q.would_show, q.why, _numbers(q.source, keys)) for q in questions),
        _said("region"),
        (),
        tuple(map(cite, keys)),
        _said("sources"),
    )


def searches_table() -> TableOfTexts:
    """Return when each review, and this project, last searched, and how the table is brought up to date."""
    searches = evidence_searches()
    newest = next(search for search in searches if search.id != OUR_SEARCH)
    keys = _keys(search.source for search in searches if search.id != OUR_SEARCH)
    return TableOfTexts(
        _said("searches_caption", newest=newest.searched_in_words),
        tuple(_said(f"column_{column}") for column in SEARCH_COLUMNS),
        tuple((search.about, search.searched_in_words) for search in searches),
        _said("searches_region"),
        (_said("searches_note"), _said("update_note")),
        tuple(map(cite, keys)),
        _said("sources"),
    )


def _keys(sources: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(key for source in sources for key in source))


def _numbers(source: tuple[str, ...], keys: list[str]) -> str:
    return list_in_words(number_in_words(keys.index(key) + 1) for key in source)


def _said(key: str, **values: object) -> str:
    return sentence("open_questions", key, **values)

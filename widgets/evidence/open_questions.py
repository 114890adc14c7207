"""Which trials of magnesium against cramps are missing, and when anybody last looked for new ones."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

OUR_SEARCH = "our_search"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One row of `open_questions.csv`: a trial that is missing, in words for learners."""

    id: str
    title: str
    people: str
    known: str
    would_show: str
    why: str
    source: tuple[str, ...]
    checked: Literal["page"]


@dataclass(frozen=True, slots=True)
class EvidenceSearch:
    """One row of `evidence_searches.csv`; `searched_on` is a year and a month, and a day where one is told."""

    id: str
    about: str
    searched_on: str
    searched_in_words: str
    source: tuple[str, ...]
    checked: Literal["page", "own"]

    @property
    def year(self) -> int:
        """Return the year of the search."""
        return int(self.searched_on[:4])


@kept_for_each_language
def open_questions() -> tuple[OpenQuestion, ...]:
    """Return every missing trial, in the order of the table.

    Raises:
        DataError: a row of `open_questions.csv` breaks its schema.
    """
    return rows_as(OpenQuestion, "open_questions")


@kept_for_each_language
def evidence_searches() -> tuple[EvidenceSearch, ...]:
    """Return the last searches, the newest first.

    Raises:
        DataError: a row of `evidence_searches.csv` breaks its schema.
    """
    return tuple(sorted(rows_as(EvidenceSearch, "evidence_searches"), key=_searched_on, reverse=True))


def _searched_on(search: EvidenceSearch) -> str:
    return search.searched_on

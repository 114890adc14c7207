"""The words that a learner may not know, each with a plain meaning."""

import re
from dataclasses import dataclass

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

# What parts the forms of a word in their cell.
_PARTING = ";"
# Signs of order that letters of another direction come between; they are no letters of a word.
_ORDER = re.compile("[⟦⟧\u2066-\u2069\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the glossary.

    Attributes:
        id: its name, the same in every language.
        term: the word as a list of words calls it.
        forms: how it is written in texts; one that begins with a small letter also stands for the same with a capital.
        meaning: one plain sentence.
        source: keys of sources, where the sentence states more than what a word means.
    """

    id: str
    term: str
    forms: tuple[str, ...]
    meaning: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    term: str
    forms: str
    meaning: str
    source: tuple[str, ...]


@kept_for_each_language
def glossary() -> tuple[Term, ...]:
    """Return every word of `glossary.csv` in the language that is spoken, in the order of the table.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return tuple(
        Term(row.id, row.term, _forms(row.forms), row.meaning, row.source) for row in rows_as(_Row, "glossary")
    )


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in _ORDER.sub("", cell).split(_PARTING))

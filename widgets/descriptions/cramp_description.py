"""What a cramp is, in words: notes for what is known, and a table of what only feels like one."""

from dataclasses import dataclass

from widgets.descriptions.table_of_texts import TableOfTexts
from widgets.evidence.cramp_facts import cramp_facts, look_alikes
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import sentence

NOTES = ("what", "duration", "common", "inside", "after")
# What the notes rest on beside the sources of their numbers.
NOTE_SOURCES = ("minetto2013",)
# Enough for every number of the table.
DIGITS = 3


@dataclass(frozen=True, slots=True)
class CrampNote:
    """A short note: a key that stays the same, a title and a text."""

    key: str
    title: str
    text: str


def cramp_notes() -> tuple[CrampNote, ...]:
    """Return what is known of cramps: what one is, how long, how common, what happens in it, and what comes after."""
    facts = cramp_facts().values()
    # Of 100 people, 7.3 are no more than 7.
    values = {
        fact.fact: number_in_words(round(fact.value) if fact.unit == "%" else fact.value, DIGITS) for fact in facts
    }
    amounts = {f"{fact.fact}_amount": amount(fact.value, fact.unit, DIGITS) for fact in facts}
    return tuple(
        CrampNote(key, _said(f"note_{key}_title"), sentence("cramp", f"note_{key}", **values, **amounts))
        for key in NOTES
    )


def look_alike_table() -> TableOfTexts:
    """Return what feels like a cramp and is none, with the sources of the whole section."""
    rows = look_alikes()
    facts = (fact.source for fact in cramp_facts().values())
    keys = dict.fromkeys([*NOTE_SOURCES, *facts, *(key for row in rows for key in row.source)])
    return TableOfTexts(
        _said("look_alikes_caption"),
        (_said("look_alikes_name"), _said("look_alikes_difference")),
        tuple((row.name, row.difference) for row in rows),
        _said("look_alikes_region"),
        sources=tuple(cite(key) for key in keys),
        sources_label=_said("sources"),
    )


def _said(key: str) -> str:
    return sentence("cramp", key)

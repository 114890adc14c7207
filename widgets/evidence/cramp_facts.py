"""What is known of cramps in people: how long, how common, what comes after; and what looks like one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as, rows_by_key


@dataclass(frozen=True, slots=True)
class CrampFact:
    """One number of `cramp_facts.csv`, in `unit`."""

    fact: str
    value: float
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    """One row of `cramp_look_alikes.csv`: what people call a cramp that is none, and how it differs."""

    id: str
    name: str
    difference: str
    source: tuple[str, ...]


@cache
def cramp_facts() -> Mapping[str, CrampFact]:
    """Return every number that is known of cramps, by name.

    Raises:
        DataError: a row of `cramp_facts.csv` breaks its schema.
    """
    return rows_by_key(CrampFact, "cramp_facts")


@kept_for_each_language
def look_alikes() -> tuple[LookAlike, ...]:
    """Return what looks like a cramp, in the order of the table.

    Raises:
        DataError: a row of `cramp_look_alikes.csv` breaks its schema.
    """
    return rows_as(LookAlike, "cramp_look_alikes")

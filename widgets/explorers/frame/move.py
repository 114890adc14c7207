"""One move of a page: everything that follows from it, solved before anything is assigned or shown."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from widgets.explorers.frame.history import SetUp
from widgets.explorers.frame.section import Section, Values
from widgets.reference_data.control_values import checked_values
from widgets.reference_data.controls import Control


@dataclass(frozen=True, slots=True)
class Move:
    """The values as they can stand, and what changes with them: section -> what it found, and what it has kept."""

    set_up: SetUp
    found: "Mapping[Section[Any, Any], Any]"
    kept: "Mapping[Section[Any, Any], Any]"

    def assign(self) -> None:
        """Hand the results to their sections."""
        for section, result in self.found.items():
            section.found = result
        for section, result in self.kept.items():
            section.kept = result


def settled_values(
    sections: "Iterable[Section[Any, Any]]", controls: Mapping[str, Control], given: Mapping[str, object]
) -> Values:
    """Return values as they can stand together: checked, and settled by each section in turn.

    Raises:
        ControlError: a value cannot be used.
    """
    values: Values = checked_values(controls, given)
    for section in sections:
        values = section.settled(values)
    return values


def solved_move(
    sections: "Iterable[Section[Any, Any]]", before: SetUp, wanted: SetUp
) -> "Generator[float, None, Move]":
    """Yield the share that is solved, 0 to 1, where a section takes long, and return what follows from a set-up.

    Args:
        sections: those of the page, in order.
        before: the set-up on show.
        wanted: the set-up to come; its values are settled.

    Raises:
        ControlError: a section cannot be solved; nothing has changed.
    """
    sections = tuple(sections)
    moved = [each for each in sections if each.own(wanted.values) != each.own(before.values)]
    kept_moved = [each for each in sections if each.own_kept(wanted.kept) != each.own_kept(before.kept)]
    found: dict[Section[Any, Any], Any] = {}
    kept_found: dict[Section[Any, Any], Any] = {}
    count = len(moved) + len(kept_moved)
    for i, section in enumerate(moved):
        pieces = section.solve_in_pieces(section.own(wanted.values))
        found[section] = yield from _of_all(pieces, i, count)
    for i, section in enumerate(kept_moved, start=len(moved)):
        kept_found[section] = yield from _of_all(_kept_of(section, wanted, found), i, count)
    return Move(wanted, found, kept_found)


def _of_all(pieces: "Generator[float, None, Any]", place: int, count: int) -> "Generator[float, None, Any]":
    """Do one piece of work of several: its share becomes that of all of them."""
    with closing(pieces):
        while True:
            try:
                share = next(pieces)
            except StopIteration as end:
                return end.value
            yield (place + share) / count


def _kept_of(
    section: "Section[Any, Any]", wanted: SetUp, found: "Mapping[Section[Any, Any], Any]"
) -> "Generator[float, None, Any]":
    own = section.own_kept(wanted.kept)
    if own is None:
        return None
    if own == {name: wanted.values[name] for name in own}:
        return section.keep(found.get(section, section.found))
    return (yield from section.solve_kept_in_pieces(own))

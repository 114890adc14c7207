"""One move of a page: everything that follows from it, solved before anything is assigned or shown."""

from collections.abc import Iterable, Mapping
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


def solved_move(
    sections: "Iterable[Section[Any, Any]]",
    controls: Mapping[str, Control],
    before: SetUp,
    given: Mapping[str, object],
    kept: Values,
) -> Move:
    """Return what follows from the values given and from what is kept.

    Args:
        sections: those of the page, in order.
        controls: control name -> control.
        before: the set-up on show.
        given: values as they were set; each section may settle them.
        kept: values of the set-up that is to be kept.

    Raises:
        ControlError: a value cannot be used, or a section cannot be solved; nothing has changed.
    """
    sections = tuple(sections)
    values: Values = checked_values(controls, given)
    for section in sections:
        values = section.settled(values)
    found: dict[Section[Any, Any], Any] = {}
    for section in sections:
        if section.own(values) != section.own(before.values):
            found[section] = section.solve(section.own(values))
    kept_found: dict[Section[Any, Any], Any] = {}
    for section in sections:
        own = section.own_kept(kept)
        if own != section.own_kept(before.kept):
            kept_found[section] = _kept_of(section, own, values, found)
    return Move(SetUp(values, kept), found, kept_found)


def _kept_of(
    section: "Section[Any, Any]", own: Values | None, values: Values, found: "Mapping[Section[Any, Any], Any]"
) -> Any:  # noqa: ANN401 - whatever the section keeps
    if own is None:
        return None
    if own == {name: values[name] for name in own}:
        return section.keep(found.get(section, section.found))
    return section.solve_kept(own)

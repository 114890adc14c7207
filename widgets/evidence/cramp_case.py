"""A case: the circumstances of a person with cramps, and what they bring into play. Never a diagnosis or an amount."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from widgets.evidence.cramp_causes import Cause, cramp_causes
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import Column, rows_by_key


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One row of `cramp_circumstances.csv`; `id` is the control that turns it on, a number from `at_least` on."""

    id: Annotated[str, Column("circumstance")]
    causes: tuple[str, ...]
    ask: str
    magnesium_known: str
    red_flag: str
    at_least: float | None
    source: tuple[str, ...]
    checked: Literal["page"]

    def holds(self, value: ControlValue) -> bool:
        """Return whether the circumstance is so, for the value of its control."""
        return bool(value) if self.at_least is None else float(value) >= self.at_least


@dataclass(frozen=True, slots=True)
class CauseInPlay:
    """A cause that a case brings into play, and the circumstances (ids) that do so."""

    cause: Cause
    because_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrampCase:
    """The circumstances that are so, in the order of the table, and the causes they bring into play.

    A cause that more circumstances point to stands first; after that the order of the circumstances counts.
    """

    circumstances: tuple[Circumstance, ...]
    in_play: tuple[CauseInPlay, ...]


@kept_for_each_language
def circumstances() -> Mapping[str, Circumstance]:
    """Return every circumstance by the name of its control, in the order of the table.

    Raises:
        DataError: a row of `cramp_circumstances.csv` breaks its schema.
    """
    return rows_by_key(Circumstance, "cramp_circumstances")


def case_of(values: Mapping[str, ControlValue]) -> CrampCase:
    """Return the case in a flat record of control values; controls that are no circumstance are passed over."""
    so = tuple(each for each in circumstances().values() if each.id in values and each.holds(values[each.id]))
    because: dict[str, list[str]] = {}
    for circumstance in so:
        for cause in circumstance.causes:
            because.setdefault(cause, []).append(circumstance.id)
    strongest_first = sorted(because, key=lambda cause: -len(because[cause]))
    in_play = tuple(CauseInPlay(cramp_causes()[cause], tuple(because[cause])) for cause in strongest_first)
    return CrampCase(so, in_play)

"""Medicines that change magnesium, or that magnesium changes."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

Direction = Literal[
    "medicine_weaker", "medicine_stronger", "magnesium_lower", "magnesium_higher", "effects_add", "more_harm"
]


@dataclass(frozen=True, slots=True)
class Interaction:
    """One row of `magnesium_interactions.csv`: what happens between a medicine and magnesium, and whom to ask."""

    id: str
    medicine: str
    examples: str
    direction: Direction
    effect: str
    ask: str
    source: tuple[str, ...]
    checked: Literal["page"]


@kept_for_each_language
def magnesium_interactions() -> tuple[Interaction, ...]:
    """Return every interaction, in the order of the table.

    Raises:
        DataError: a row of `magnesium_interactions.csv` breaks its schema.
    """
    return rows_as(Interaction, "magnesium_interactions")

"""Signs that are no ordinary cramp, and how soon a clinician is needed."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

Urgency = Literal["now", "right_away", "soon", "ask"]

URGENT_FIRST: tuple[Urgency, ...] = ("now", "right_away", "soon", "ask")


@dataclass(frozen=True, slots=True)
class ClinicianSign:
    """One row of `clinician_signs.csv`.

    `urgency`: now = an emergency; right_away = on the same day; soon = in a day or two; ask = at the next visit.
    """

    id: str
    urgency: Urgency
    sign: str
    why: str
    source: tuple[str, ...]
    checked: Literal["page"]


@kept_for_each_language
def clinician_signs() -> tuple[ClinicianSign, ...]:
    """Return every sign, the most urgent first.

    Raises:
        DataError: a row of `clinician_signs.csv` breaks its schema.
    """
    return rows_as(ClinicianSign, "clinician_signs")

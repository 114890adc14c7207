"""Signs that are no ordinary cramp, and how soon a clinician is needed."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

Urgency = Literal["now", "soon", "ask"]


@dataclass(frozen=True, slots=True)
class ClinicianSign:
    """One row of `clinician_signs.csv`: now = get help at once; soon = in a day or two; ask = at the next visit."""

    id: str
    urgency: Urgency
    sign: str
    why: str
    source: tuple[str, ...]
    checked: Literal["page", "recall"]


@kept_for_each_language
def clinician_signs() -> tuple[ClinicianSign, ...]:
    """Return every sign, the most urgent first.

    Raises:
        DataError: a row of `clinician_signs.csv` breaks its schema.
    """
    return rows_as(ClinicianSign, "clinician_signs")

"""Signs that are no ordinary cramp, and how soon a clinician is needed."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from widgets.reference_data.data_package import read_table

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


@cache
def clinician_signs() -> tuple[ClinicianSign, ...]:
    """Return every sign, the most urgent first.

    Raises:
        DataError: a row of `clinician_signs.csv` breaks its schema.
    """
    return tuple(
        ClinicianSign(
            id=str(row["id"]),
            urgency=cast(Urgency, row["urgency"]),
            sign=str(row["sign"]),
            why=str(row["why"]),
            source=tuple(str(row["source"]).split()),
            checked=cast(Literal["page", "recall"], row["checked"]),
        )
        for row in read_table("clinician_signs")
    )

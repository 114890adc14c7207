"""What people take against cramps and had better not, each with a regulator's or a clinician's word."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as


@dataclass(frozen=True, slots=True)
class CrampWarning:
    """One row of `cramp_warnings.csv`: what it is about, and the warning in a few sentences."""

    id: str
    title: str
    text: str
    source: tuple[str, ...]
    checked: Literal["page"]


@kept_for_each_language
def cramp_warnings() -> tuple[CrampWarning, ...]:
    """Return every warning, in the order of the table.

    Raises:
        DataError: a row of `cramp_warnings.csv` breaks its schema.
    """
    return rows_as(CrampWarning, "cramp_warnings")

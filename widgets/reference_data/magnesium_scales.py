"""What is known of magnesium in the blood and inside muscle fibres, and of how the two hang together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from widgets.reference_data.data_package import DataError, read_table


@dataclass(frozen=True, slots=True)
class ScaleFact:
    """One number with its range, in `unit`; `low` and `high` are None where no range is given."""

    value: float
    low: float | None
    high: float | None
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class BloodRange:
    """The usual range of one analyte in blood, and the value below which it is dangerous, in `unit`."""

    low: float
    high: float
    severe_low: float | None
    unit: str
    source: str


@cache
def magnesium_scale_facts() -> Mapping[str, ScaleFact]:
    """Return every row of `magnesium_scales.csv` by name.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return MappingProxyType(
        {
            str(row["fact"]): ScaleFact(
                cast(float, row["value"]),
                cast(float | None, row["low"]),
                cast(float | None, row["high"]),
                str(row["unit"]),
                str(row["source"]),
            )
            for row in read_table("magnesium_scales")
        }
    )


@cache
def blood_range(analyte: str) -> BloodRange:
    """Return the row of `plasma_reference_ranges.csv` whose analyte is called so.

    Raises:
        DataError: the table has no such analyte.
    """
    for row in read_table("plasma_reference_ranges"):
        if row["analyte"] == analyte:
            return BloodRange(
                cast(float, row["low"]),
                cast(float, row["high"]),
                cast(float | None, row["severe_low"]),
                str(row["unit"]),
                str(row["source"]),
            )
    raise DataError(f"data/plasma_reference_ranges.csv has no analyte named {analyte!r}.")

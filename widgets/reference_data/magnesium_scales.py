"""What is known of magnesium in the blood and inside muscle fibres, and of how the two hang together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from widgets.reference_data.data_package import DataError
from widgets.reference_data.typed_rows import rows_by_key


@dataclass(frozen=True, slots=True)
class ScaleFact:
    """One number with its range, in `unit`; `low` and `high` are None where no range is given."""

    fact: str
    value: float
    low: float | None
    high: float | None
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class BloodRange:
    """The usual range of one analyte in blood, and the value below which it is dangerous, in `unit`."""

    analyte: str
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
    return rows_by_key(ScaleFact, "magnesium_scales")


@cache
def blood_range(analyte: str) -> BloodRange:
    """Return the row of `plasma_reference_ranges.csv` whose analyte is called so.

    Raises:
        DataError: the table has no such analyte.
    """
    ranges = rows_by_key(BloodRange, "plasma_reference_ranges")
    if analyte not in ranges:
        raise DataError(f"data/plasma_reference_ranges.csv has no analyte named {analyte!r}.")
    return ranges[analyte]

"""The usual range in people of what a control sets: the one place that texts, strips and maps take it from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from widgets.reference_data.data_package import read_table
from widgets.reference_data.typed_rows import row_as

TABLES = ("plasma_reference_ranges", "magnesium_scales")


@dataclass(frozen=True, slots=True)
class UsualRange:
    """What is usual in healthy people for the quantity that `control` sets, from `low` to `high`, in `unit`."""

    control: str
    low: float
    high: float
    unit: str
    source: str


@cache
def usual_ranges() -> Mapping[str, UsualRange]:
    """Return the usual range of every control of the experiment that has one, by the control's name.

    Raises:
        DataError: a row of `plasma_reference_ranges.csv` or `magnesium_scales.csv` breaks its schema.
    """
    rows = [row_as(UsualRange, row) for table in TABLES for row in read_table(table) if row["control"]]
    return MappingProxyType({row.control: row for row in rows})

"""What trials of magnesium against cramps found, pooled, and how far from it the truth may lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from widgets.reference_data.typed_rows import rows_by_key


@dataclass(frozen=True, slots=True)
class TrialLimit:
    """A pooled difference between magnesium and dummy tablets in `unit`, with the ends of its 95 % interval."""

    id: str
    estimate: float
    low: float
    high: float
    unit: str
    people: int
    source: str


@cache
def trial_limits() -> Mapping[str, TrialLimit]:
    """Return every row of `trial_limits.csv` by its id.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_by_key(TrialLimit, "trial_limits")

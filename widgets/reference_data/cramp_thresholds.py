"""How easily people cramp: the signal rates at which laboratories set off cramps, and the nerve that has each."""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Literal

from widgets.reference_data.typed_rows import rows_as


@dataclass(frozen=True, slots=True)
class ThresholdGroup:
    """A group of people whose lowest cramp-setting rate was measured; `mean_Hz` and `spread_Hz` as published."""

    group: str
    mean_Hz: float
    spread_Hz: float
    spread_kind: Literal["standard_deviation", "standard_error"]
    people: int
    source: str

    @property
    def standard_deviation_Hz(self) -> float:
        """How far people of the group differ, in Hz."""
        return self.spread_Hz * (sqrt(self.people) if self.spread_kind == "standard_error" else 1)


@dataclass(frozen=True, slots=True)
class ThresholdMargin:
    """The `safety_margin_at_rest`, in mV, with which a burst of `threshold_Hz` just sets off a cramp in the model."""

    threshold_Hz: float
    margin_mV: float


@cache
def threshold_groups() -> tuple[ThresholdGroup, ...]:
    """Return every row of `cramp_thresholds.csv`.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_as(ThresholdGroup, "cramp_thresholds")


@cache
def threshold_margins() -> tuple[ThresholdMargin, ...]:
    """Return every row of `cramp_threshold_margins.csv`, both numbers rising; a test holds them in step with the model.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_as(ThresholdMargin, "cramp_threshold_margins")


@cache
def threshold_spread_Hz() -> float:
    """Return the standard deviation among alike people, in Hz: pooled within the published groups."""
    groups = threshold_groups()
    freedom = [group.people - 1 for group in groups]
    squares = (n * group.standard_deviation_Hz**2 for n, group in zip(freedom, groups, strict=True))
    return sqrt(sum(squares) / sum(freedom))

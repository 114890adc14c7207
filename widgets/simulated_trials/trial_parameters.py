"""What the simulated people are like, and the published placebo arms that they are held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from widgets.reference_data.typed_rows import Column, rows_by_key

# A published value and the simulation agree within so many standard errors of the published value.
BAND_STANDARD_ERRORS = 2.0


@dataclass(frozen=True, slots=True)
class TrialParameter:
    """One number of the simulation: `value` in `unit`, and where it comes from.

    `low` and `high` are the ends between which it meets the published placebo arms about as well; None where that was
    not looked at.
    """

    id: Annotated[str, Column("parameter")]
    label: str
    value: float
    low: float | None
    high: float | None
    unit: str
    made_from: Literal["calibrated", "derived", "chosen"]
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PlaceboArmCheck:
    """What was published of people on dummy tablets, in `unit`, and how sure that number of people can make it.

    `calibrated` says whether the parameters were moved until the simulation met it; the others are checks alone.
    """

    id: Annotated[str, Column("check")]
    label: str
    published: float
    standard_error: float
    unit: str
    people: int
    calibrated: bool
    source: tuple[str, ...]
    note: str

    @property
    def low(self) -> float:
        """The lower end of the band in which the simulation has to lie."""
        return self.published - BAND_STANDARD_ERRORS * self.standard_error

    @property
    def high(self) -> float:
        """The upper end of that band."""
        return self.published + BAND_STANDARD_ERRORS * self.standard_error


@cache
def trial_parameters() -> Mapping[str, TrialParameter]:
    """Return every row of `simulated_trial_parameters.csv` by its id.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_by_key(TrialParameter, "simulated_trial_parameters")


@cache
def placebo_arm_checks() -> Mapping[str, PlaceboArmCheck]:
    """Return every row of `simulated_trial_checks.csv` by its id.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_by_key(PlaceboArmCheck, "simulated_trial_checks")

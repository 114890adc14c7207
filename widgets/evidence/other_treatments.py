"""What else was tried against cramps, and what was found, as published."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import row_as, rows_by_key

PeopleKind = Literal["adults", "pregnancy", "exercise", "liver_disease"]
Control = Literal["dummy", "nothing", "other"]
Measure = Literal["mean_difference", "per_thousand", "odds_ratio", "each_arm", "none"]
Certainty = Literal["high", "moderate", "low", "very_low", "not_rated"]

THOUSAND = 1000.0
# How far two printed means and their printed difference may be apart, from rounding.
ROUNDING = 0.011


@dataclass(frozen=True, slots=True)
class OtherTreatment:
    """One row of `other_treatments.csv`; the texts are for learners, `regulator` and `left_open` may be empty."""

    id: str
    name: str
    people: str
    compared: str
    said: str
    how_sure: str
    harm: str
    regulator: str
    ask: str
    left_open: str
    source: tuple[str, ...]
    checked: Literal["page"]


@dataclass(frozen=True, slots=True)
class TreatmentResult:
    """One row of `other_treatment_results.csv`, as published; None where no number was published or read.

    `estimate`, `low` and `high` are in `unit`, the values of the two groups in `value_unit`. `better` says which way is
    good for people; `weeks_counted` is the time in which cramps were counted, in weeks.
    """

    id: str
    treatment: str
    outcome: str
    people_kind: PeopleKind
    control: Control
    control_text: str
    measure: Measure
    better: Literal["lower", "higher"]
    estimate: float | None
    low: float | None
    high: float | None
    unit: str
    without_value: float | None
    with_value: float | None
    value_unit: str
    p_value: str
    weeks_counted: float | None
    trials: int | None
    people: int | None
    certainty: Certainty
    primary: bool
    source: tuple[str, ...]
    checked: Literal["page"]

    @property
    def value_with(self) -> float | None:
        """Return what the treated had: as printed, or the others' value and the difference together."""
        if self.with_value is not None or self.measure != "mean_difference":
            return self.with_value
        return None if self.without_value is None or self.estimate is None else self.without_value + self.estimate

    @property
    def arms(self) -> tuple[float, float] | None:
        """Return how the others and the treated did, None where that is not known of both."""
        without, treated = self.without_value, self.value_with
        return None if without is None or treated is None else (without, treated)


@kept_for_each_language
def other_treatments() -> Mapping[str, OtherTreatment]:
    """Return every treatment by its id, in the order of the table.

    Raises:
        DataError: a row of `other_treatments.csv` breaks its schema.
    """
    return rows_by_key(OtherTreatment, "other_treatments")


@kept_for_each_language
def all_treatment_results() -> tuple[TreatmentResult, ...]:
    """Return every result, in the order of the table.

    Raises:
        DataError: a row of `other_treatment_results.csv` breaks its schema, or contradicts itself; the message names
            the row, the column and the value.
    """
    return tuple(treatment_result(row) for row in read_table("other_treatment_results"))


def treatment_results(treatment: str) -> tuple[TreatmentResult, ...]:
    """Return the results of one treatment, the one that it is judged by first.

    Raises:
        DataError: as `all_treatment_results`.
    """
    results = [result for result in all_treatment_results() if result.treatment == treatment]
    return tuple(sorted(results, key=lambda result: not result.primary))


def treatment_result(row: Row) -> TreatmentResult:
    """Return one row as a result.

    Raises:
        DataError: as `all_treatment_results`.
    """
    result = row_as(TreatmentResult, row)
    if result.treatment not in {other.text("id") for other in read_table("other_treatments")}:
        raise row.fault("treatment", result.treatment, "the table other_treatments has no such id")
    _check_interval(row, result)
    _check_arms(row, result)
    if result.people is not None and result.people < (result.trials or 0):
        raise row.fault("people", result.people, f"{result.trials} trials have at least as many people")
    return result


def _check_interval(row: Row, result: TreatmentResult) -> None:
    estimate, low, high = result.estimate, result.low, result.high
    if (estimate is None) != (result.measure in ("each_arm", "none")):
        raise row.fault("estimate", "" if estimate is None else estimate, f"it does not go with {result.measure}")
    if (low is None) != (high is None):
        raise row.fault("low", "" if low is None else low, "an interval has two ends")
    if low is None or high is None:
        return
    if estimate is None:
        raise row.fault("low", low, "an interval belongs to an estimate")
    if not low <= estimate <= high:
        raise row.fault("estimate", estimate, f"it must lie in its interval, from {low} to {high}")
    if result.measure == "odds_ratio" and low <= 0:
        raise row.fault("low", low, "a ratio is above 0")


def _check_arms(row: Row, result: TreatmentResult) -> None:
    without, treated = result.without_value, result.with_value
    if result.measure in ("each_arm", "per_thousand"):
        for column, value in (("without_value", without), ("with_value", treated)):
            if value is None:
                raise row.fault(column, "", f"{result.measure} needs both groups")
            if result.measure == "per_thousand" and not 0 <= value <= THOUSAND:
                raise row.fault(column, value, "of 1000 people there are from 0 to 1000")
    if result.measure == "mean_difference" and without is not None and treated is not None:
        difference = treated - without
        if abs(difference - (result.estimate or 0)) > ROUNDING:
            raise row.fault("estimate", result.estimate, f"the two groups differ by {difference:.2f}")
    if result.measure == "per_thousand" and treated != result.estimate:
        raise row.fault("estimate", result.estimate, "it is the value of the treated group")

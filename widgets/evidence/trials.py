"""Trials of magnesium against cramps: who took part, what each one found, and what reviews made of them together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.evidence.trial_faults import whole_change, whole_pooled_result, whole_result, whole_trial
from widgets.reference_data.data_package import DataError, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field, row_as, rows_by_key

Population = Literal["older_adults", "pregnancy", "liver_disease", "measured_lack", "exercise"]
Salt = Literal["citrate", "oxide", "lactate", "lactate_citrate", "glycinate", "aspartate", "hydroxide", "sulfate"]
Certainty = Literal["high", "moderate", "low", "very_low", "none"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One row of `trials.csv`; None and "" where something was not seen in a source."""

    id: str
    study: str
    year: int
    population: Population
    people: str
    design: Literal["parallel", "crossover", "open", "case_reports"]
    blinded: Literal["double", "open", "unclear"]
    randomised: int | None
    analysed: int | None
    salt: Salt | None
    salt_text: str
    dose_mg_per_day: float | None
    route: Literal["oral", "intravenous"]
    weeks: float | None
    comparator: Literal["placebo", "no_treatment", "other_treatment", "none"]
    comparator_text: str
    risk_of_bias: Literal["low", "some", "high", "unclear"]
    risk_why: str
    cochrane_2020: Literal["in", "not_in", "later"]
    period_effect: str
    conclusion: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """One row of `trial_outcomes.csv`: what is counted, and in which direction it is good."""

    id: str
    label: str
    unit: str
    measure: Literal["mean_difference", "risk_ratio"]
    fewer_is_better: bool
    help: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialResult:
    """One row of `trial_results.csv`: what one trial found for one outcome.

    `kind` says which numbers there are. Means are medians where it is "medians". `effect`, `low` and `high` are as
    published, magnesium against comparison. What is "not_poolable" says why in `why_not`.
    """

    id: str
    trial: str
    outcome: str
    kind: Literal["means", "counts", "difference", "medians", "none"]
    n_magnesium: int | None
    mean_magnesium: float | None
    sd_magnesium: float | None
    events_magnesium: int | None
    n_placebo: int | None
    mean_placebo: float | None
    sd_placebo: float | None
    events_placebo: int | None
    effect: float | None
    low: float | None
    high: float | None
    p_value: str
    unit: str
    pooling: Literal["pooled", "not_poolable"]
    why_not: str
    made_from: Literal["published", "from_percentages", "derived"]
    primary: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialChange:
    """One row of `trial_changes.csv`: one group before and after, in `unit`; `controlled` if beside another."""

    id: str
    trial: str
    arm: Literal["magnesium", "placebo"]
    controlled: bool
    period: str
    people: int | None
    before: float | None
    sd_before: float | None
    after: float | None
    sd_after: float | None
    change: float | None
    sd_change: float | None
    unit: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PooledResult:
    """One row of `pooled_results.csv`: what a review printed, how sure it was and why, and if it can be made again."""

    id: str
    review: str
    year: int
    population: Population | None
    outcome: str
    measure: Literal["mean_difference", "median_difference", "risk_ratio", "odds_ratio", "risk_difference", "none"]
    estimate: float | None
    low: float | None
    high: float | None
    unit: str
    trials: int
    people: int | None
    i2_percent: float | None
    certainty: Certainty | None
    certainty_why: str
    placebo_value: float | None
    placebo_unit: str
    rederived: Literal["yes", "no", "partly"]
    rederived_why: str
    source: tuple[str, ...]

    @property
    def numbers(self) -> tuple[float, float, float, int]:
        """The estimate, the lower and the upper end of its interval, and the people in it.

        Raises:
            DataError: one of them is not known.
        """
        if self.estimate is None or self.low is None or self.high is None or self.people is None:
            raise DataError(f"data/pooled_results.csv: {self.id} needs an estimate with interval and people.")
        return self.estimate, self.low, self.high, self.people


@kept_for_each_language
def trials() -> Mapping[str, Trial]:
    """Return every trial by its id, in the order of the table.

    Raises:
        DataError: a row of `trials.csv` breaks its schema, or counts more people than took part.
    """
    return by_first_field(row_as(Trial, whole_trial(row)) for row in read_table("trials"))


@kept_for_each_language
def trial_outcomes() -> Mapping[str, TrialOutcome]:
    """Return every outcome by its id, in the order of the table.

    Raises:
        DataError: a row of `trial_outcomes.csv` breaks its schema.
    """
    return rows_by_key(TrialOutcome, "trial_outcomes")


@kept_for_each_language
def _all_results() -> tuple[TrialResult, ...]:
    randomised = {trial.id: trial.randomised for trial in trials().values()}
    crossed = {trial.id for trial in trials().values() if trial.design == "crossover"}
    rows = read_table("trial_results")
    return tuple(row_as(TrialResult, whole_result(row, randomised, crossed, trial_outcomes())) for row in rows)


def trial_results(outcome: str | None = None, population: Population | None = None) -> tuple[TrialResult, ...]:
    """Return the results of the trials in the order of the table.

    Args:
        outcome: only those of this outcome, an id of `trial_outcomes.csv`.
        population: only those of trials on this group of people.

    Raises:
        DataError: a row of `trial_results.csv` breaks its schema, names a trial or an outcome that is not there, has an
            arm, numbers or a reason missing, events above the total, or an interval that does not hold its effect.
    """
    return tuple(
        result
        for result in _all_results()
        if outcome in (None, result.outcome) and population in (None, trials()[result.trial].population)
    )


@kept_for_each_language
def trial_changes() -> Mapping[str, TrialChange]:
    """Return what changed from before to after in single groups, by its id, in the order of the table.

    Raises:
        DataError: a row of `trial_changes.csv` breaks its schema, names a trial that is not there, or has no change.
    """
    rows = read_table("trial_changes")
    return by_first_field(row_as(TrialChange, whole_change(row, trials())) for row in rows)


@kept_for_each_language
def pooled_results() -> Mapping[str, PooledResult]:
    """Return what reviews found by putting trials together, by its id, in the order of the table.

    Raises:
        DataError: a row of `pooled_results.csv` breaks its schema, names an outcome that is not there, or has an
            interval that is half there or does not hold its estimate.
    """
    rows = read_table("pooled_results")
    return by_first_field(row_as(PooledResult, whole_pooled_result(row, trial_outcomes())) for row in rows)

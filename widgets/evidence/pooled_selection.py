"""Which results of trials are put together for a choice of trials, which cannot be and why, and what comes out."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from widgets.meta_analysis.effect_sizes import (
    Counts,
    Effect,
    Means,
    NotEstimableError,
    from_interval,
    log_risk_ratio,
    mean_difference,
    needs_continuity,
)
from widgets.meta_analysis.pooling import Method, Pooled, pool, pool_mantel_haenszel

Measure = Literal["mean_difference", "risk_ratio"]
# Why a result is not in: its row says so, the reader left it out or filtered it away, or its numbers give nothing.
Reason = Literal[
    "not_poolable", "left_out", "population", "salt", "dose", "dose_unknown", "risk_of_bias", "not_estimable"
]


class ChosenTrial(Protocol):
    """What a choice asks of a trial; see `trials.csv`."""

    @property
    def population(self) -> str: ...  # noqa: D102
    @property
    def design(self) -> str: ...  # noqa: D102
    @property
    def salt(self) -> str | None: ...  # noqa: D102
    @property
    def dose_mg_per_day(self) -> float | None: ...  # noqa: D102
    @property
    def risk_of_bias(self) -> str: ...  # noqa: D102


class ChosenResult(Protocol):
    """What pooling asks of a result; see `trial_results.csv`."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def trial(self) -> str: ...  # noqa: D102
    @property
    def outcome(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def n_magnesium(self) -> int | None: ...  # noqa: D102
    @property
    def mean_magnesium(self) -> float | None: ...  # noqa: D102
    @property
    def sd_magnesium(self) -> float | None: ...  # noqa: D102
    @property
    def events_magnesium(self) -> int | None: ...  # noqa: D102
    @property
    def n_placebo(self) -> int | None: ...  # noqa: D102
    @property
    def mean_placebo(self) -> float | None: ...  # noqa: D102
    @property
    def sd_placebo(self) -> float | None: ...  # noqa: D102
    @property
    def events_placebo(self) -> int | None: ...  # noqa: D102
    @property
    def effect(self) -> float | None: ...  # noqa: D102
    @property
    def low(self) -> float | None: ...  # noqa: D102
    @property
    def high(self) -> float | None: ...  # noqa: D102
    @property
    def pooling(self) -> str: ...  # noqa: D102
    @property
    def why_not(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Selection:
    """Which trials are put together, and how. An empty tuple or None lets everything through.

    `left_out` holds ids of trials. `dose_mg` is the band of elemental magnesium a day, both ends in it.
    """

    outcome: str
    measure: Measure
    method: Method = "now"
    population: str | None = None
    salts: tuple[str, ...] = ()
    risks_of_bias: tuple[str, ...] = ()
    dose_mg: tuple[float, float] | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultIn:
    """A result that is put together, with its effect on the scale of the pooling.

    `as_two_groups`: a crossover trial whose two results of one person are counted as those of two people, because how
    alike they are was not published. That is cautious: the trial weighs less than it should. `continuity`: half a
    person was added to each cell.
    """

    result: str
    trial: str
    effect: Effect
    as_two_groups: bool
    continuity: bool


@dataclass(frozen=True, slots=True)
class ResultOut:
    """A result that is not put together: the reason, and for `not_poolable` the words of its row."""

    result: str
    trial: str
    reason: Reason
    why: str


@dataclass(frozen=True, slots=True)
class PooledSelection:
    """What is in, what is not, and what comes out: None where nothing is in."""

    selection: Selection
    included: tuple[ResultIn, ...]
    excluded: tuple[ResultOut, ...]
    pooled: Pooled | None

    def shown(self, value: float) -> float:
        """Return a value of `pooled` or of an effect as people read it: ratios are no longer logarithms."""
        return math.exp(value) if self.selection.measure == "risk_ratio" else value


def pooled_selection(
    selection: Selection, trials: Mapping[str, ChosenTrial], results: Iterable[ChosenResult]
) -> PooledSelection:
    """Return what a choice of trials gives for one outcome; rows of other outcomes are passed over.

    A fixed risk ratio is that of Mantel and Haenszel where every trial in it has counts, else by inverse variance.
    """
    included: list[ResultIn] = []
    excluded: list[ResultOut] = []
    counted: list[Counts] = []
    for row in results:
        if row.outcome != selection.outcome:
            continue
        reason = _reason(selection, row, trials[row.trial])
        if reason is None:
            try:
                effect, counts = _effect(row, selection.measure)
            except NotEstimableError:
                reason = "not_estimable"
            else:
                crossover = trials[row.trial].design == "crossover"
                half = counts is not None and needs_continuity(counts)
                included.append(ResultIn(row.id, row.trial, effect, crossover, half))
                counted += [counts] if counts else []
        if reason is not None:
            excluded.append(ResultOut(row.id, row.trial, reason, row.why_not))
    return PooledSelection(selection, tuple(included), tuple(excluded), _pooled(selection, included, counted))


def _pooled(selection: Selection, included: list[ResultIn], counted: list[Counts]) -> Pooled | None:
    effects = tuple(row.effect for row in included)
    if not effects:
        return None
    if selection.method == "fixed" and len(counted) == len(effects):
        return pool_mantel_haenszel(tuple(counted), effects)
    return pool(effects, selection.method)


def _reason(selection: Selection, row: ChosenResult, trial: ChosenTrial) -> Reason | None:
    dose, band = trial.dose_mg_per_day, selection.dose_mg
    found: dict[Reason, bool] = {
        "population": selection.population not in (None, trial.population),
        "salt": bool(selection.salts) and trial.salt not in selection.salts,
        "risk_of_bias": bool(selection.risks_of_bias) and trial.risk_of_bias not in selection.risks_of_bias,
        "dose_unknown": band is not None and dose is None,
        "dose": band is not None and dose is not None and not band[0] <= dose <= band[1],
        "not_poolable": row.pooling == "not_poolable",
        "left_out": row.trial in selection.left_out,
    }
    return next((reason for reason, holds in found.items() if holds), None)


def _effect(row: ChosenResult, measure: Measure) -> tuple[Effect, Counts | None]:
    arms = row.n_magnesium, row.n_placebo
    match (measure, row.kind, arms):
        case ("risk_ratio", "counts", (int(people), int(others))):
            if row.events_magnesium is not None and row.events_placebo is not None:
                counts = Counts(people, row.events_magnesium, others, row.events_placebo)
                return log_risk_ratio(counts), counts
        case ("mean_difference", "means", (int(people), int(others))):
            numbers = row.mean_magnesium, row.sd_magnesium, row.mean_placebo, row.sd_placebo
            if None not in numbers:
                mean, sd, other_mean, other_sd = (float(number or 0) for number in numbers)
                return mean_difference(Means(people, mean, sd, others, other_mean, other_sd)), None
        case (_, "difference", _):
            if row.effect is not None and row.low is not None and row.high is not None:
                ends = row.effect, row.low, row.high
                return from_interval(*(map(math.log, ends) if measure == "risk_ratio" else ends)), None
    raise NotEstimableError("no_numbers")

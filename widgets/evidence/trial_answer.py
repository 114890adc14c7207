"""What trials answer to a question: who took part and what was counted, put together as a reader wants it."""

from dataclasses import dataclass, replace
from math import inf

from widgets.evidence.pooled_selection import PooledSelection, Selection, pooled_selection
from widgets.evidence.trials import (
    PooledResult,
    Population,
    TrialOutcome,
    TrialResult,
    pooled_results,
    trial_outcomes,
    trial_results,
    trials,
)
from widgets.meta_analysis.pooling import METHODS, Method

# What a reader can choose as to bias -> the judgements that still count; () lets everything through.
BIAS_CHOICES = {"all": (), "not_high": ("low", "some", "unclear"), "low": ("low",)}


@dataclass(frozen=True, slots=True)
class TrialQuestion:
    """Which trials, which outcome, and how they are put together.

    `outcome` is an id of the outcomes, `left_out` holds ids of trials.
    `salt` is "all" or one salt, `bias` a key of `BIAS_CHOICES`. A least dose of 0 mg lets unknown doses through.
    """

    population: Population
    outcome: str
    method: Method = "now"
    salt: str = "all"
    bias: str = "all"
    least_dose_mg: float = 0.0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialAnswer:
    """What there is on a question.

    Attributes:
        question: as it was asked.
        outcome: what is shown: the one asked for, or one that this population has numbers for.
        results: the trials' results for it, in the order of the table.
        pooling: what is put together and what comes out.
        uncut: the same by the same method with every trial that can be put together.
        on_axis: published values that the axis of the outcome can show.
        in_words: published values that it cannot, for the outcome shown or asked for.
        other_trials: ids of trials on the same people that have no row for this outcome.
    """

    question: TrialQuestion
    outcome: TrialOutcome
    results: tuple[TrialResult, ...]
    pooling: PooledSelection
    uncut: PooledSelection
    on_axis: tuple[PooledResult, ...]
    in_words: tuple[PooledResult, ...]
    other_trials: tuple[str, ...]

    @property
    def is_other_outcome(self) -> bool:
        """Whether something else is shown than was asked for."""
        return self.outcome.id != self.question.outcome

    @property
    def review(self) -> PooledResult | None:
        """The published value that was graded, or the first one, or None."""
        found = (*self.on_axis, *self.in_words)
        return next((result for result in found if result.certainty), found[0] if found else None)

    def all_intervals(self) -> tuple[tuple[float, float, float], ...]:
        """Return estimate and ends of all that may stand on the axis, whichever trials count and by which method."""
        own = [
            ends_as_shown(self.uncut, row.effect.estimate, row.effect.low, row.effect.high)
            for row in self.uncut.included
        ]
        together = [
            ends_as_shown(found, found.pooled.estimate, found.pooled.low, found.pooled.high)
            for method in METHODS
            if (found := _selected(self.question, self.outcome, self.results, uncut=True, method=method)).pooled
        ]
        return (*own, *together, *map(_published_ends, self.on_axis))


def trial_answer(question: TrialQuestion) -> TrialAnswer:
    """Return what the trials answer; where this population has no numbers for the outcome, another is taken."""
    outcome = _outcome_with_numbers(question)
    results = trial_results(outcome.id, question.population)
    published = [row for row in pooled_results().values() if row.population == question.population]
    on_axis = tuple(row for row in published if row.outcome == outcome.id and _fits_axis(row, outcome))
    told = {outcome.id, question.outcome}
    shown = {result.trial for result in results}
    return TrialAnswer(
        question,
        outcome,
        results,
        _selected(question, outcome, results),
        _selected(question, outcome, results, uncut=True),
        on_axis,
        tuple(row for row in published if row.outcome in told and row not in on_axis),
        tuple(
            trial.id for trial in trials().values() if trial.population == question.population and trial.id not in shown
        ),
    )


def ends_as_shown(found: PooledSelection, estimate: float, low: float, high: float) -> tuple[float, float, float]:
    """Return an interval of the pooling as people read it: ratios are no longer logarithms."""
    return found.shown(estimate), found.shown(low), found.shown(high)


def _published_ends(row: PooledResult) -> tuple[float, float, float]:
    if row.estimate is None or row.low is None or row.high is None:
        raise LookupError(f"{row.id} has no interval.")
    return row.estimate, row.low, row.high


def _fits_axis(row: PooledResult, outcome: TrialOutcome) -> bool:
    return row.measure == outcome.measure and None not in (row.estimate, row.low, row.high)


def _outcome_with_numbers(question: TrialQuestion) -> TrialOutcome:
    """Return the outcome asked for; else the one that most trials of this population can be put together for."""

    def counted(outcome: TrialOutcome) -> int:
        return sum(row.pooling == "pooled" for row in trial_results(outcome.id, question.population))

    def graded(outcome: TrialOutcome) -> bool:
        return any(
            row.population == question.population and row.outcome == outcome.id and row.certainty and row.estimate
            for row in pooled_results().values()
        )

    asked = trial_outcomes()[question.outcome]

    def has_numbers(outcome: TrialOutcome) -> bool:
        return bool(counted(outcome)) or graded(outcome)

    if has_numbers(asked):
        return asked
    best = max(trial_outcomes().values(), key=counted)
    if has_numbers(best):
        return best
    rows = (row for row in pooled_results().values() if row.population == question.population)
    return next((trial_outcomes()[row.outcome] for row in rows), asked)


def _selected(
    question: TrialQuestion,
    outcome: TrialOutcome,
    results: tuple[TrialResult, ...],
    *,
    uncut: bool = False,
    method: Method | None = None,
) -> PooledSelection:
    whole = Selection(outcome.id, outcome.measure, method or question.method, question.population)
    cut = replace(
        whole,
        salts=() if question.salt == "all" else (question.salt,),
        risks_of_bias=BIAS_CHOICES[question.bias],
        dose_mg=(question.least_dose_mg, inf) if question.least_dose_mg > 0 else None,
        left_out=question.left_out,
    )
    return pooled_selection(whole if uncut else cut, trials(), results)

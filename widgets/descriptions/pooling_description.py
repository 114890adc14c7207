"""What trials give together, how far they differ, and what the way of putting them together changes, in sentences."""

from dataclasses import replace

from widgets.evidence.pooled_selection import PooledSelection, ResultIn, ResultOut, pooled_selection
from widgets.evidence.trials import PooledResult, TrialOutcome, trial_results, trials
from widgets.meta_analysis.pooling import Pooled, pool
from widgets.reference_data.amounts import amount, number_in_words, paragraph
from widgets.reference_data.wording import sentence

# As many decimals as the reviews print; where few trials leave nearly everything open, no more than three digits.
DECIMALS = 2
_LARGE = 100
# What a review printed keeps the digits it was printed with.
PRINTED_DIGITS = 4
# With so few trials, how far they differ cannot be told.
FEW_TRIALS = 3


def pooled_in_words(found: PooledSelection, outcome: TrialOutcome) -> str:
    """Return the pooled value with its interval, and how many trials and people it rests on."""
    if found.pooled is None:
        return _said("pooled_none")
    people = sum(map(_people, found.included))
    key = f"pooled_{outcome.measure}"
    effect = _interval(found, found.pooled, outcome)
    return paragraph([_said(key, effect=effect), _said("rests_on", count=found.pooled.trials, people=people)])


def spread_in_words(found: PooledSelection) -> str:
    """Return how unlike the trials are: I² with its interval, and how little a few trials tell; "" for no trial."""
    if found.pooled is None:
        return ""
    differ = found.pooled.heterogeneity
    if differ is None:
        return _said("spread_one")
    share, low, high = (amount(round(value), "%") for value in (differ.i2_percent, differ.i2_low, differ.i2_high))
    few = _said("spread_few", count=found.pooled.trials) if found.pooled.trials <= FEW_TRIALS else ""
    return paragraph([_said("spread", share=share, low=low, high=high), few])


def prediction_in_words(found: PooledSelection, outcome: TrialOutcome) -> str:
    """Return where the true effect of a further trial may lie, or why it is not told; "" for no trial."""
    pooled = found.pooled
    if pooled is None:
        return ""
    if pooled.predicted_low is None or pooled.predicted_high is None:
        return _said("prediction_fixed" if pooled.method == "fixed" else "prediction_few")
    low, high = (found.shown(end) for end in (pooled.predicted_low, pooled.predicted_high))
    return _said("prediction", low=_number(low), high=_amount(high, outcome))


def methods_in_words(found: PooledSelection, outcome: TrialOutcome) -> str:
    """Return the interval as it was made until 2024 beside the one that is advised now; "" for no trial."""
    effects = tuple(row.effect for row in found.included)
    if not effects:
        return ""
    if len(effects) == 1:
        return _said("methods_one")
    then, now = pool(effects, "then"), pool(effects, "now")
    times = (now.high - now.low) / (then.high - then.low)
    return paragraph(
        [
            _said("methods_then", effect=_interval(found, then, outcome)),
            _said("methods_now", effect=_interval(found, now, outcome), times=number_in_words(times)),
            _said(f"methods_width_{outcome.measure}"),
            _said("methods_held") if now.held_wide else "",
        ]
    )


def left_out_in_words(found: PooledSelection, outcome: TrialOutcome) -> str:
    """Return what comes out without each trial in turn; "" for fewer than two trials."""
    told = [
        _said("without", study=_study(row), effect=_interval(found, rest, outcome))
        for row in found.included
        if (rest := without_trial(found, row.trial).pooled) is not None
    ]
    return paragraph(told)


def without_trial(found: PooledSelection, trial: str) -> PooledSelection:
    """Return the same choice with one more trial left out, by its id."""
    left_out = (*found.selection.left_out, trial)
    return pooled_selection(replace(found.selection, left_out=left_out), trials(), trial_results())


def kept_out_in_words(found: PooledSelection) -> str:
    """Return which trials on the people chosen stay out, and why; "" where all are in."""
    rows = [row for row in found.excluded if row.reason != "population"]
    return paragraph(_said("kept_out", study=_study(row), why=why_kept_out(row)) for row in rows)


def why_kept_out(row: ResultOut) -> str:
    """Return why a result is not put together, as a sentence."""
    return row.why if row.reason == "not_poolable" else _said(f"out_{row.reason}")


def published_in_words(row: PooledResult, found: PooledSelection, outcome: TrialOutcome) -> str:
    """Return what a review printed beside what comes out here, and whether it can be made again from public numbers."""
    if row.estimate is None or row.low is None or row.high is None:
        return paragraph([_said("published_none", review=row.review), row.rederived_why])
    ratio = row.measure in ("risk_ratio", "odds_ratio")
    printed = _said(
        "interval",
        estimate=amount(row.estimate, "" if ratio else row.unit, PRINTED_DIGITS),
        low=number_in_words(row.low, PRINTED_DIGITS),
        high=number_in_words(row.high, PRINTED_DIGITS),
    )
    ours = ""
    if found.pooled is not None and row.measure == outcome.measure and row.outcome == outcome.id:
        ours = _said("published_ours", count=found.pooled.trials, effect=_interval(found, found.pooled, outcome))
    return paragraph(
        [
            _said("published", review=row.review, count=row.trials, effect=printed),
            ours if row.measure == outcome.measure else _said("published_other_measure"),
            _said(f"rederived_{row.rederived}"),
            row.rederived_why,
        ]
    )


def _interval(found: PooledSelection, pooled: Pooled, outcome: TrialOutcome) -> str:
    estimate, low, high = (found.shown(end) for end in (pooled.estimate, pooled.low, pooled.high))
    return _said("interval", estimate=_amount(estimate, outcome), low=_number(low), high=_number(high))


def _people(row: ResultIn) -> int:
    result = next(result for result in trial_results() if result.id == row.result)
    magnesium, others = result.n_magnesium or 0, result.n_placebo or 0
    # Everybody in a crossover trial stands on both sides.
    return max(magnesium, others) if row.as_two_groups else magnesium + others


def _study(row: ResultIn | ResultOut) -> str:
    return trials()[row.trial].study


def _amount(value: float, outcome: TrialOutcome) -> str:
    unit = "" if outcome.measure == "risk_ratio" else outcome.unit
    return amount(value, unit) if abs(value) >= _LARGE else amount(value, unit, decimals=DECIMALS)


def _number(value: float) -> str:
    return number_in_words(value) if abs(value) >= _LARGE else number_in_words(value, decimals=DECIMALS)


def _said(key: str, **values: object) -> str:
    return sentence("evidence_pooling", key, **values)

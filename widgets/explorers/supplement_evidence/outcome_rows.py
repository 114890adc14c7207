"""Rows of a forest plot from what trials answer: each trial, all together, the next one, and what was published."""

from widgets.descriptions.outcome_description import (
    arm_in_words,
    effect_in_words,
    interval_in_words,
    no_difference,
    outcome_finding,
    unit_of,
)
from widgets.evidence.pooled_selection import ResultIn, ResultOut
from widgets.evidence.trial_answer import TrialAnswer, ends_as_shown
from widgets.evidence.trials import Trial, TrialResult, trials
from widgets.explorers.supplement_evidence.forest_plot import SWITCH
from widgets.figures.forest import Forest, ForestFact, ForestMark, ForestScale, ForestSummary, ForestTrial, TrialState
from widgets.reference_data.amounts import amount, unit_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence


def forest_of(answer: TrialAnswer) -> Forest:
    """Return the whole table; its axis is that of all trials, whichever of them count."""
    intervals = answer.all_intervals()
    scale = ForestScale.of(
        (estimate for estimate, _, _ in intervals),
        ((low, high) for _, low, high in intervals),
        is_ratio=answer.outcome.measure == "risk_ratio",
    )
    rows = [_trial(answer, result, scale) for result in answer.results]
    review = answer.review
    return {
        "caption": _said("caption", outcome=answer.outcome.label),
        "nothing": "" if rows else (review.certainty_why if review else _said("finding_no_trial")),
        "axis": {
            "ticks": scale.ticks(),
            "none": scale.place(no_difference(answer.outcome)),
            "start": _said("axis_less"),
            "end": _said("axis_more"),
            "scale": _said(
                "axis_ratio" if scale.is_ratio else "axis_difference", unit=unit_in_words(unit_of(answer.outcome))
            ),
        },
        "trials": rows,
        "summaries": [*_together(answer, scale), *_published(answer, scale)],
    }


def _trial(answer: TrialAnswer, result: TrialResult, scale: ForestScale) -> ForestTrial:
    trial, found = trials()[result.trial], answer.pooling
    weights = found.pooled.weights if found.pooled else ()
    weight = {row.result: share for row, share in zip(found.included, weights, strict=True)}.get(result.id)
    out = next((row for row in found.excluded if row.result == result.id), None)
    own = next((row for row in answer.uncut.included if row.result == result.id), None)
    effect = effect_in_words(answer.uncut, result.id, "")
    why = _why(out)
    return {
        "key": result.id,
        "study": trial.study,
        "state": _state(out),
        "switch": f"{SWITCH}{trial.id}" if own else "",
        "magnesium": arm_in_words(result, trial, magnesium=True),
        "placebo": arm_in_words(result, trial, magnesium=False),
        "dose": _said("unknown") if trial.dose_mg_per_day is None else amount(trial.dose_mg_per_day, "mg", 3),
        "salt": _salt(trial),
        "weeks": _said("unknown") if trial.weeks is None else _said("weeks", count=trial.weeks),
        "bias": trial.risk_of_bias,
        "bias_label": _said(f"bias_{trial.risk_of_bias}"),
        "effect": effect,
        "weight": "" if weight is None else amount(100 * weight, "%", 2),
        "why": why,
        "said": row_in_words(trial.study, effect, why),
        "marks": [_own_mark(answer, own, scale, weight or 0.0)] if own else [],
        "facts": _facts(trial),
        "sources": [{"reference": cite(key).reference, "link": cite(key).link} for key in result.source],
    }


def row_in_words(study: str, effect: str, why: str) -> str:
    """Return a trial's row as a sentence."""
    return _said("row_said_why", study=study, why=why) if why else _said("row_said", study=study, effect=effect)


def _own_mark(answer: TrialAnswer, own: ResultIn, scale: ForestScale, weight: float) -> ForestMark:
    estimate, low, high = ends_as_shown(answer.uncut, own.effect.estimate, own.effect.low, own.effect.high)
    return scale.mark(low, estimate, high, weight)


def _state(out: ResultOut | None) -> TrialState:
    if out is None:
        return "counted"
    if out.reason == "left_out":
        return "left_out"
    return "not_pooled" if out.reason in ("not_poolable", "not_estimable") else "filtered"


def _why(out: ResultOut | None) -> str:
    if out is None:
        return ""
    if out.reason == "not_poolable":
        return out.why
    return _said(f"why_{out.reason}" if out.reason in ("left_out", "not_estimable") else "why_filtered")


def _salt(trial: Trial) -> str:
    choices = evidence_controls()["trial_salt"].choices
    return choices.get(trial.salt or "", _said("unknown"))


def _facts(trial: Trial) -> list[ForestFact]:
    texts = {
        "people": trial.people,
        "compared": trial.comparator_text,
        "found": trial.conclusion,
        "crossover": _said("crossover") if trial.design == "crossover" else "",
        "bias": trial.risk_why,
    }
    return [{"label": _said(f"fact_{fact}"), "text": text} for fact, text in texts.items() if text]


def _together(answer: TrialAnswer, scale: ForestScale) -> list[ForestSummary]:
    found = answer.pooling.pooled
    if found is None:
        return []
    estimate, low, high = ends_as_shown(answer.pooling, found.estimate, found.low, found.high)
    method = evidence_controls()["pooling_method"].choices[answer.question.method]
    rows: list[ForestSummary] = [
        {
            "kind": "pooled",
            "label": _said("row_together"),
            "effect": interval_in_words((estimate, low, high), ""),
            "note": method,
            "said": outcome_finding(answer),
            "marks": [scale.mark(low, estimate, high)],
        }
    ]
    if found.predicted_low is not None and found.predicted_high is not None:
        ends = ends_as_shown(answer.pooling, found.estimate, found.predicted_low, found.predicted_high)
        effect = interval_in_words(ends, "")
        rows.append(
            {
                "kind": "prediction",
                "label": _said("row_next"),
                "effect": effect,
                "note": _said("row_next_note"),
                "said": row_in_words(_said("row_next"), effect, ""),
                "marks": [scale.mark(ends[1], ends[0], ends[2])],
            }
        )
    return rows


def _published(answer: TrialAnswer, scale: ForestScale) -> list[ForestSummary]:
    rows: list[ForestSummary] = []
    for row in answer.on_axis:
        if row.estimate is None or row.low is None or row.high is None:
            continue
        effect = interval_in_words((row.estimate, row.low, row.high), "")
        rows.append(
            {
                "kind": "published",
                "label": row.review,
                "effect": effect,
                "note": _said("row_published_note", count=row.trials),
                "said": row_in_words(row.review, effect, ""),
                "marks": [scale.mark(row.low, row.estimate, row.high)],
            }
        )
    return rows


def _said(key: str, **values: object) -> str:
    return sentence("evidence_outcomes", key, **values)

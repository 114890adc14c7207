"""Notes on trials put together: what comes out, why a review's number differs, and what it hangs on."""

from widgets.descriptions.outcome_description import OutcomeNote
from widgets.descriptions.pooling_description import (
    kept_out_in_words,
    left_out_in_words,
    methods_in_words,
    pooled_in_words,
    prediction_in_words,
    published_in_words,
    spread_in_words,
)
from widgets.evidence.pooled_selection import PooledSelection
from widgets.evidence.trial_answer import TrialAnswer
from widgets.evidence.trials import PooledResult, TrialOutcome
from widgets.reference_data.amounts import paragraph
from widgets.reference_data.wording import sentence


def pooling_notes(answer: TrialAnswer) -> list[OutcomeNote]:
    """Return the notes that apply, in reading order; none where no trial has a row."""
    if not answer.results:
        return []
    found, outcome = answer.pooling, answer.outcome
    texts = {
        "together": paragraph([pooled_in_words(found, outcome), good_side(outcome) if found.pooled else ""]),
        "review_differs": _beside_ours(answer),
        "kept_out": kept_out_in_words(found),
        "spread": paragraph([spread_in_words(found), prediction_in_words(found, outcome)]),
        "methods": methods_in_words(found, outcome),
        "without": left_out_in_words(found, outcome),
    }
    return [OutcomeNote(key, _said(f"note_{key}"), text) for key, text in texts.items() if text]


def good_side(outcome: TrialOutcome) -> str:
    """Return on which side of no difference people are better off."""
    side = "below" if outcome.fewer_is_better else "above"
    return _said(f"good_side_{side}_{outcome.measure}")


def _beside_ours(answer: TrialAnswer) -> str:
    printed = [published_in_words(row, answer.pooling, answer.outcome) for row in answer.on_axis]
    if printed and all(_holds(answer.pooling, row) for row in answer.on_axis):
        printed.append(_said("no_contradiction", count=len(printed)))
    return paragraph(printed)


def _holds(found: PooledSelection, row: PooledResult) -> bool:
    """Whether what comes out here, from fewer numbers, leaves room for all of the printed interval."""
    pooled = found.pooled
    if pooled is None or row.low is None or row.high is None or row.rederived != "no" or row.trials <= pooled.trials:
        return False
    return found.shown(pooled.low) <= row.low and row.high <= found.shown(pooled.high)


def _said(key: str, **values: object) -> str:
    return sentence("evidence_outcomes", key, **values)

"""The answer of trials in one line: what a review published, or what the trials give together where they say more."""

from widgets.descriptions.outcome_description import DECIMALS, no_difference, outcome_finding, unit_of
from widgets.evidence.trial_answer import TrialAnswer
from widgets.evidence.trials import TrialOutcome
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence

# What is counted one by one can be "fewer"; points and percent can only be lower.
_NOT_COUNTED = ("%", "points")


def outcome_head(answer: TrialAnswer) -> str:
    """Return who took part, what was counted and the difference, with the review that says so."""
    people = evidence_controls()["trial_population"].choices[answer.question.population]
    row = answer.published
    if row is None or row.estimate is None or row.low is None or row.high is None:
        return _said("head_own", people=people, finding=outcome_finding(answer))
    middle, low, high = (_difference(answer.outcome, value) for value in (row.estimate, row.low, row.high))
    return _said(
        f"head_published_{answer.outcome.measure}",
        people=people,
        outcome=answer.outcome.label,
        middle=middle,
        low=low,
        high=high,
        review=row.review,
    )


def _difference(outcome: TrialOutcome, value: float) -> str:
    if outcome.measure == "risk_ratio":
        return amount(value, "ratio", decimals=DECIMALS)
    way = "less" if value < no_difference(outcome) else "more"
    size = abs(value)
    if unit_of(outcome) in _NOT_COUNTED:
        return _said(f"head_{way}_high", amount=amount(size, unit_of(outcome), decimals=DECIMALS))
    return _said(f"head_{way}_many", amount=number_in_words(size, decimals=DECIMALS))


def _said(key: str, **values: object) -> str:
    return sentence("evidence_outcomes", key, **values)

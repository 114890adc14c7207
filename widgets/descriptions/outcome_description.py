"""What trials found for one group of people and one outcome, in sentences: the answer, its certainty, and a shift."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.evidence.pooled_selection import PooledSelection
from widgets.evidence.trial_answer import TrialAnswer, ends_as_shown
from widgets.evidence.trials import PooledResult, Trial, TrialOutcome, TrialResult, trial_outcomes, trials
from widgets.reference_data.amounts import amount, list_in_words, number_in_words, paragraph
from widgets.reference_data.wording import sentence

SHIFTED = "cramps a week"
# As many as the reviews print.
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class OutcomeNote:
    """One note of the answer."""

    key: str
    title: str
    text: str


def outcome_notes(answer: TrialAnswer, cramps_before: float) -> list[OutcomeNote]:
    """Return what reviews found, what else is published, and what it means for a person; only what applies."""
    texts = {
        "review": paragraph([_other_outcome(answer), _review(answer)]),
        "person": shift_in_words(answer, cramps_before),
        "also": paragraph(_published(row) for row in _others(answer)),
    }
    return [OutcomeNote(key, _said(f"note_{key}"), text) for key, text in texts.items() if text]


def outcome_finding(answer: TrialAnswer) -> str:
    """Return in one sentence what the trials that count give together."""
    found = answer.pooling
    if found.pooled is None:
        if answer.results:
            return _said("finding_cannot")
        return _said("finding_cases_only") if answer.other_trials else _said("finding_no_trial")
    low, high = found.shown(found.pooled.low), found.shown(found.pooled.high)
    none = no_difference(answer.outcome)
    way = "more" if low > none else "less" if high < none else ""
    return _said(
        f"finding_{way}_{side_of(answer.outcome, way)}" if way else "finding_open",
        count=found.pooled.trials,
        outcome=answer.outcome.label,
        effect=pooled_effect(answer),
    )


def describe_outcome(answer: TrialAnswer, rows: Sequence[str]) -> str:
    """Return the plot in words: what is put together, then each row."""
    return paragraph([answer.outcome.help, outcome_finding(answer), *rows])


def outcome_changed(before: TrialAnswer | None, after: TrialAnswer) -> str:
    """Return what a trial left out, or another method, does to the interval; the finding where the question changed."""
    asked = (after.question.population, after.question.outcome)
    if before is None or (before.question.population, before.question.outcome) != asked:
        return paragraph([_other_outcome(after), outcome_finding(after)])
    if before.pooling.pooled is None or after.pooling.pooled is None or before.pooling == after.pooling:
        return outcome_finding(after)
    return _said("changed", before=pooled_effect(before), after=pooled_effect(after), finding=outcome_finding(after))


def pooled_effect(answer: TrialAnswer) -> str:
    """Return the pooled value with its interval, or nothing where nothing is put together."""
    found = answer.pooling.pooled
    if found is None:
        return ""
    ends = ends_as_shown(answer.pooling, found.estimate, found.low, found.high)
    return interval_in_words(ends, unit_of(answer.outcome))


def unit_of(outcome: TrialOutcome) -> str:
    """Return the unit of a difference of this outcome; a ratio is so many times."""
    return "ratio" if outcome.measure == "risk_ratio" else outcome.unit


def effect_in_words(found: PooledSelection, result: str, unit: str) -> str:
    """Return a trial's own effect with its interval, or nothing where its numbers give none."""
    effect = next((row.effect for row in found.included if row.result == result), None)
    if effect is None:
        return ""
    return interval_in_words(ends_as_shown(found, effect.estimate, effect.low, effect.high), unit)


def interval_in_words(ends: Sequence[float], unit: str) -> str:
    """Return estimate, unit and both ends of an interval."""
    estimate, low, high = ends
    return _said(
        "interval",
        estimate=amount(estimate, unit, decimals=DECIMALS),
        low=number_in_words(low, decimals=DECIMALS),
        high=number_in_words(high, decimals=DECIMALS),
    )


def shift_in_words(answer: TrialAnswer, cramps_before: float) -> str:
    """Return what the difference means for a person with so many cramps a week, or nothing for other outcomes."""
    if answer.outcome.unit != SHIFTED or (ends := shift_ends(answer)) is None:
        return ""
    estimate, low, high = (number_in_words(max(0.0, cramps_before + end), decimals=1) for end in ends)
    return _said("shift", before=number_in_words(cramps_before, decimals=1), after=estimate, low=low, high=high)


def shift_ends(answer: TrialAnswer) -> tuple[float, float, float] | None:
    """Return the difference to shift by: the published one that was graded, else what is put together here."""
    row = answer.review
    if row in answer.on_axis and row and row.certainty:
        return row.estimate or 0.0, row.low or 0.0, row.high or 0.0
    found = answer.pooling.pooled
    return None if found is None else (found.estimate, found.low, found.high)


def arm_in_words(result: TrialResult, trial: Trial, *, magnesium: bool) -> str:
    """Return how many people were in a group and what came out, and what it got if no dummy tablets."""
    people = result.n_magnesium if magnesium else result.n_placebo
    events = result.events_magnesium if magnesium else result.events_placebo
    mean = result.mean_magnesium if magnesium else result.mean_placebo
    if people is None:
        text = ""
    elif events is not None:
        text = _said("arm_counts", events=events, people=people)
    elif mean is not None:
        text = _said(
            "arm_medians" if result.kind == "medians" else "arm_means", people=people, mean=number_in_words(mean, 3)
        )
    else:
        text = number_in_words(people)
    if magnesium or trial.comparator == "placebo":
        return text
    return paragraph([text, _said(f"compared_{trial.comparator}")])


def no_difference(outcome: TrialOutcome) -> float:
    """Return the value that means no difference."""
    return 1.0 if outcome.measure == "risk_ratio" else 0.0


def side_of(outcome: TrialOutcome, way: str) -> str:
    """Return whether "less" or "more" of an outcome is "better" or "worse" for people."""
    return "better" if outcome.fewer_is_better == (way == "less") else "worse"


def trials_without_row(answer: TrialAnswer) -> str:
    """Return which trials on the same people counted something else, or nothing."""
    names = [trials()[trial].study for trial in answer.other_trials]
    return _said("other_trials", count=len(names), names=list_in_words(names)) if names and answer.results else ""


def _other_outcome(answer: TrialAnswer) -> str:
    if not answer.is_other_outcome or not answer.results:
        return ""
    return _said("other_outcome", outcome=answer.outcome.label)


def _review(answer: TrialAnswer) -> str:
    row = answer.review
    return paragraph([_published(row), row.certainty_why]) if row else ""


def _others(answer: TrialAnswer) -> list[PooledResult]:
    return [row for row in (*answer.on_axis, *answer.in_words) if row != answer.review]


def _published(row: PooledResult) -> str:
    outcome = trial_outcomes()[row.outcome]
    certainty = _said(f"certainty_{row.certainty}") if row.certainty else _said("certainty_not_graded")
    if not row.trials:
        return ""
    counted = _said("published_people", count=row.trials, people=row.people) if row.people else ""
    if row.estimate is None or row.low is None or row.high is None:
        return paragraph([_said("published_words", review=row.review, count=row.trials), certainty])
    ratio = row.measure in ("risk_ratio", "odds_ratio")
    effect = interval_in_words((row.estimate, row.low, row.high), "" if ratio else row.unit)
    key = f"published_{row.measure}"
    return paragraph([_said(key, review=row.review, outcome=outcome.label, effect=effect), counted, certainty])


def _said(key: str, **values: object) -> str:
    return sentence("evidence_outcomes", key, **values)

"""A simulated trial, and a thousand of them, in sentences: what was found, and how often "it works" is concluded."""

from dataclasses import dataclass

from widgets.reference_data.amounts import amount, number_in_words, paragraph
from widgets.reference_data.wording import sentence
from widgets.simulated_trials.many_trials import TRIALS, ManyTrials
from widgets.simulated_trials.people_needed import POWER, change_by_itself, people_needed
from widgets.simulated_trials.simulated_trial import SimulatedTrial, TabletGroup
from widgets.simulated_trials.t_interval import CONFIDENCE
from widgets.simulated_trials.trial_parameters import placebo_arm_checks, trial_parameters
from widgets.simulated_trials.trial_plan import PERCENT, TrialPlan

MEAN_DECIMALS = 1
LEFT_OUT = ("apart", "by_hand", "months", "people")


@dataclass(frozen=True, slots=True)
class TrialNote:
    """One thing to know of these trials: a short heading and its text."""

    key: str
    title: str
    text: str


def trial_finding(trial: SimulatedTrial) -> str:
    """Return in one sentence, without its full stop, how the people of one trial did."""
    magnesium, placebo = (_means(group) for group in (trial.magnesium, trial.placebo))
    values = {f"{when}_magnesium": mean for when, mean in magnesium.items()}
    if trial.plan.design == "uncontrolled":
        return _said("finding_alone", **values)
    values |= {f"{when}_placebo": mean for when, mean in placebo.items()}
    both_fell = trial.magnesium.change < 0 and trial.placebo.change < 0
    return _said("finding_both_better" if both_fell else "finding_both", **values)


def trial_in_words(trial: SimulatedTrial) -> str:
    """Return what the trial found, its interval, and what it would conclude."""
    found = trial.found
    ends = {end: _number(getattr(found, end)) for end in ("estimate", "low", "high")}
    ends["confidence"] = amount(PERCENT * CONFIDENCE, "%")
    alone = trial.plan.design == "uncontrolled"
    conclusion = _said(f"concludes_{found.verdict}")
    wrong = found.verdict == "works" and trial.plan.effect_percent == 0
    return paragraph(
        [
            _said("trial_found_alone" if alone else "trial_found", number=trial.number, **ends),
            conclusion,
            _said("concludes_wrongly") if wrong else "",
        ]
    )


def describe_trial(trial: SimulatedTrial) -> str:
    """Return the picture of the people in words."""
    said = [_said("describe_people", people=trial.plan.people), *(_group_in_words(group) for group in trial.groups)]
    return paragraph([*said, trial_in_words(trial)])


def counts_finding(trials: ManyTrials) -> str:
    """Return in one sentence, without its full stop, how often "it works" is concluded."""
    if not trials.done:
        return _said("counts_none")
    if not trials.is_complete:
        return _said("counts_so_far", done=trials.done, total=TRIALS)
    alone = "_alone" if trials.plan.design == "uncontrolled" else ""
    key = f"counts_finding{alone}" if trials.plan.effect_percent else f"counts_finding{alone}_nothing"
    counts = trials.counts
    return _said(key, total=TRIALS, works=counts.works, alone=counts.works_without_control)


def describe_counts(trials: ManyTrials) -> str:
    """Return the bars in words."""
    verdicts = {verdict: trials.verdicts.count(verdict) for verdict in ("works", "open", "harms")}
    if not trials.done:
        return _said("describe_counts_waiting")
    ends = {"low": _number(min(trials.found)), "high": _number(max(trials.found))}
    return _said("describe_counts", done=trials.done, **verdicts, **ends)


def trial_notes(trial: SimulatedTrial, trials: ManyTrials) -> list[TrialNote]:
    """Return what these trials teach; how often something is concluded once all are done."""
    plan = trials.plan
    return [
        _note("by_itself", paragraph([trial_in_words(trial), _by_itself(plan)])),
        *(_how_often(trials) if trials.is_complete else ()),
        _note("needed", _needed(plan)),
        *([_note("carried", _carried(plan))] if plan.design == "crossover" else ()),
    ]


def what_is_left_out() -> list[TrialNote]:
    """Return what the simulation leaves out, or has from nobody's measurement."""
    response, checks = trial_parameters()["placebo_response_percent"], placebo_arm_checks()
    half_time = trial_parameters()["carry_over_half_time_weeks"]
    values: dict[str, dict[str, object]] = {
        "apart": {
            "low": amount(response.low or 0.0, "%"),
            "high": amount(response.high or 0.0, "%"),
            "people": checks["mean_before"].people,
        },
        "by_hand": {"half_time": amount(half_time.value, "weeks")},
    }
    return [_note(f"left_out_{key}", _said(f"left_out_{key}", **values.get(key, {}))) for key in LEFT_OUT]


def compare_trials(trial: SimulatedTrial, kept: SimulatedTrial) -> str:
    """Return what the kept trial found, beside the one on show."""
    return _said("kept_found", kept=_number(kept.found.estimate), now=_number(trial.found.estimate))


def _by_itself(plan: TrialPlan) -> str:
    before, after = change_by_itself(plan)
    if not plan.entry_percent:
        return _said("by_itself_any_month", month=_number(after))
    fall = {"before": _number(before), "after": _number(after), "tablet": amount(plan.placebo_percent, "%")}
    return _said("by_itself", entry=amount(plan.entry_percent, "%"), **fall)


def _how_often(trials: ManyTrials) -> list[TrialNote]:
    plan, counts, without = trials.plan, trials.counts, trials.counts_without_effect
    asked = _often("asked", plan, counts.works_by_answers, without.works_by_answers)
    why = _said("asked_why", noticing=amount(plan.noticing_percent, "%")) if plan.noticing_percent else ""
    alone = counts.works_without_control, without.works_without_control
    return [
        _note("with_control", _often("with_control", plan, counts.works, without.works)),
        _note("without_control", _often("without_control", plan, *alone)),
        _note("asked", paragraph([asked, why])),
    ]


def _often(key: str, plan: TrialPlan, works: int, without: int) -> str:
    if not plan.effect_percent:
        return _said(f"{key}_nothing", works=works, total=TRIALS)
    return _said(f"{key}_effect", works=works, without=without, total=TRIALS)


def _needed(plan: TrialPlan) -> str:
    needed = people_needed(plan)
    if needed is None:
        return _said("needed_nothing")
    share = number_in_words(round(PERCENT * POWER))
    key = "needed_crossover" if plan.design == "crossover" else "needed"
    return _said(key, needed=needed, now=plan.people_per_arm, share=share, effect=amount(plan.effect_percent, "%"))


def _carried(plan: TrialPlan) -> str:
    still = amount(PERCENT * plan.carried_over, "%")
    return _said("carried", weeks=amount(plan.washout_weeks, "weeks"), still=still)


def _note(key: str, text: str) -> TrialNote:
    return TrialNote(key, _said(f"{key}_title"), text)


def _group_in_words(group: TabletGroup) -> str:
    counted = {"people": group.people, "quarter": group.quarter_fewer, "helped": group.helped}
    return _said(f"describe_{group.tablet}", **_means(group), **counted)


def _means(group: TabletGroup) -> dict[str, str]:
    return {"before": _number(group.mean_before), "after": _number(group.mean_after)}


def _number(value: float) -> str:
    return number_in_words(value, decimals=MEAN_DECIMALS)


def _said(key: str, **values: object) -> str:
    return sentence("simulated_trials", key, **values)

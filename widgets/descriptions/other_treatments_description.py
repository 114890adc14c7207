"""What was found on a treatment other than magnesium, in sentences and with its numbers."""

from collections.abc import Sequence

from widgets.evidence.other_treatments import OtherTreatment, TreatmentResult, treatment_results
from widgets.evidence.treatments_beside_magnesium import BesideMagnesium
from widgets.reference_data.amounts import amount, list_in_words, number_in_words, paragraph
from widgets.reference_data.wording import sentence

FACTS = ("people", "compared", "how_sure", "harm", "regulator", "ask", "left_open")
PUBLISHED, WITH_UNPUBLISHED = "quinine_published", "quinine_with_unpublished"
# As many as the papers print.
DIGITS = 4
DECIMALS_A_WEEK = 2


def treatment_facts(treatment: OtherTreatment) -> list[tuple[str, str]]:
    """Return heading and text of all that is to know of a treatment; what nobody told is left out."""
    return [(_said(f"fact_{fact}"), text) for fact in FACTS if (text := getattr(treatment, fact))]


def result_in_numbers(result: TreatmentResult) -> str:
    """Return one result as whole sentences: both groups, difference, trials and people, certainty."""
    p_value = _said("p_value", p=result.p_value) if result.p_value else ""
    return paragraph([_numbers(result), p_value, _trials(result), _said(f"certainty_{result.certainty}")])


def publication_lesson(results: Sequence[TreatmentResult]) -> str:
    """Return what happens where unpublished trials are left out, or nothing where these results do not tell it."""
    told = {result.id: result.estimate for result in results}
    published, all_of_them = told.get(PUBLISHED), told.get(WITH_UNPUBLISHED)
    if published is None or all_of_them is None:
        return ""
    return _said("publication", published=_number(published), all=_number(all_of_them))


def arms_finding(result: TreatmentResult) -> str:
    """Return in one sentence how both groups did; the result must know both."""
    return _said("arms_finding", outcome=result.outcome, control=result.control_text, **_both(result))


def describe_arms(result: TreatmentResult) -> str:
    """Return both groups and where chance leaves room, in words."""
    return paragraph([result_in_numbers(result), _said("arms_interval") if result.low is not None else ""])


def people_finding(result: TreatmentResult) -> str:
    """Return in one sentence how many of 100 people of each group had it; the result must be per thousand."""
    without, treated = of_a_hundred(result)
    return _said(
        "people_finding", outcome=result.outcome, control=result.control_text, without=without, treated=treated
    )


def of_a_hundred(result: TreatmentResult) -> tuple[int, int]:
    """Return how many of 100 people without and with the treatment had it, to the nearest person."""
    if result.measure != "per_thousand" or result.arms is None:
        raise ValueError(f"{result.id} does not count people.")
    without, treated = result.arms
    return round(without / 10), round(treated / 10)


def treatment_in_short(treatment: OtherTreatment) -> str:
    """Return what was found, and the numbers of the result that the treatment is judged by, where it has any."""
    results = treatment_results(treatment.id)
    return paragraph([treatment.said, result_in_numbers(results[0]) if results else ""])


def beside_finding(rows: Sequence[BesideMagnesium]) -> str:
    """Return which treatments brought fewer cramps beyond chance, and which did not."""
    clear = [row.name for row in rows if row.high < 0]
    if not clear:
        return _said("beside_finding_none")
    unclear = [row.name for row in rows if row.high >= 0]
    return _said("beside_finding", clear=list_in_words(clear), unclear=list_in_words(unclear))


def describe_beside(rows: Sequence[BesideMagnesium]) -> str:
    """Return every row in words, what to be careful with, and what is left out."""
    told = [
        _said("beside_row", name=row.name, **{end: _a_week(getattr(row, end)) for end in ("estimate", "low", "high")})
        for row in rows
    ]
    alone = [row.name for row in rows if row.trials == 1]
    one_trial = _said("beside_one_trial", count=len(alone), names=list_in_words(alone)) if alone else ""
    return paragraph([*told, one_trial, _said("beside_care"), _said("beside_left_out")])


def _numbers(result: TreatmentResult) -> str:
    said = {"outcome": result.outcome, "control": result.control_text}
    if result.measure == "none":
        return _said("numbers_none", **said)
    if result.measure == "each_arm":
        return _said("numbers_both", **said, **_both(result))
    ends = {end: _number(getattr(result, end)) for end in ("estimate", "low", "high")}
    if result.measure == "per_thousand":
        return _said("numbers_per_thousand", **said, **_both(result), **ends)
    if result.measure == "odds_ratio":
        return _said("numbers_ratio", **said, **ends)
    if result.arms:
        return _said("numbers_both_and_interval", **said, **_both(result), **ends)
    return _said("numbers_difference", **said, **ends)


def _both(result: TreatmentResult) -> dict[str, str]:
    """Return both groups as amounts; cramps go without their unit, which the outcome names."""
    unit = result.value_unit if result.value_unit in ("Hz", "%") else ""
    if result.arms is None:
        raise ValueError(f"{result.id} does not tell how both groups did.")
    without, treated = result.arms
    return {"without": amount(without, unit, DIGITS), "treated": amount(treated, unit, DIGITS)}


def _trials(result: TreatmentResult) -> str:
    if result.trials is None:
        return _said("trials_not_told")
    if result.people is None:
        return _said("trials_alone", trials=result.trials)
    return _said("trials_and_people", trials=result.trials, people=result.people)


def _number(value: float) -> str:
    return number_in_words(value, DIGITS)


def _a_week(value: float) -> str:
    return number_in_words(value, decimals=DECIMALS_A_WEEK)


def _said(key: str, **values: object) -> str:
    return sentence("other_treatments", key, **values)

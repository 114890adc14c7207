"""A day's magnesium in words: what the two yardsticks say, what they do not say, and when to ask a clinician."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from widgets.evidence.clinician_signs import clinician_signs
from widgets.nutrition.intake_check import IntakeCheck
from widgets.nutrition.intake_reference import (
    AgeGroup,
    AuthorityKey,
    LifeStage,
    NoReference,
    ReferenceIntake,
    UpperLimit,
    intake_measures,
    reference_intakes,
    upper_limits,
)
from widgets.reference_data.amounts import amount, ended, list_in_words, number_in_words, paragraph
from widgets.reference_data.intake_controls import MONTHS_IN_A_YEAR, intake_controls
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.wording import sentence

# A difference that the read-outs of the bar round away is told as none.
NOTICEABLE_MG = 0.05
# What somebody has set is said as exactly as it was typed.
SETTING_DIGITS = 6


@dataclass(frozen=True, slots=True)
class IntakeNote:
    """One thing to know beside the numbers: a short heading and its text."""

    key: str
    title: str
    text: str


def intake_finding(check: IntakeCheck) -> str:
    """Return one sentence that states what counts towards which yardstick: the title of the figure."""
    reference = "no_reference_" if isinstance(check.reference, NoReference) else ""
    limit = "no_limit" if check.limit.mg_per_day is None else "limit"
    return sentence("intake", f"finding_{reference}{limit}", **_values(check))


def describe_intake(check: IntakeCheck) -> str:
    """Return what both yardsticks say about the day, each in a sentence or two."""
    if isinstance(check.reference, NoReference):
        first = paragraph([sentence("intake", "total_alone", **_values(check)), no_reference_reason(check.reference)])
    else:
        first = sentence("intake", f"total_{_against_reference(check)}", **_values(check))
    return paragraph([first, sentence("intake", f"limit_{_against_limit(check)}", **_values(check))])


def compare_intakes(check: IntakeCheck, kept: IntakeCheck) -> str:
    """Return what the kept day was, or that nothing differs."""
    if check.day == kept.day:
        return sentence("intake", "compare_kept_same")
    no_group = isinstance(kept.reference, NoReference)
    return sentence("intake", "compare_kept_no_group" if no_group else "compare_kept", **_values(kept))


def intake_notes(check: IntakeCheck) -> tuple[IntakeNote, ...]:
    """Return what to know for this person and day, most telling first, the clinician always among them."""
    keys = []
    if check.reference_is_above_limit:
        keys.append(("yardsticks", f"yardsticks_{check.day.authority}"))
    above_limit, above = check.above_limit_mg, check.above_reference_mg
    if above_limit is not None and above_limit > 0:
        keys.append(("over", "over"))
    if isinstance(check.reference, ReferenceIntake):
        measure = check.reference.measure
        if above is not None and above < 0:
            keys.append(("below", f"below_{measure}"))
        keys.append((measure, measure))
        if above is not None and above > 0:
            keys.append(("more", "more"))
    if check.limit.mg_per_day is None:
        keys.append(("infants", "infants"))
    if check.day.authority == "efsa":
        keys.append(("authority", "authority_efsa"))
    keys.append(("clinician", "clinician"))
    values = _values(check) | {"before_tablets": _before_tablets()}
    return tuple(
        IntakeNote(
            title, sentence("intake", f"note_title_{title}", **values), sentence("intake", f"note_{text}", **values)
        )
        for title, text in keys
    )


def no_reference_reason(found: NoReference) -> str:
    """Return the sentence that says why a table has no row."""
    ages = ""
    if found.ages is not None:
        to_the_end = found.reason == "age" or found.ages.max_years is None
        ages = (
            age_group_in_words(_first_group(found.authority), found.authority)
            if to_the_end
            else sentence(
                "intake",
                "none_childbearing_ages",
                range=_range(found.ages.min_years, cast(float, found.ages.max_years) - 1),
            )
        )
    return sentence("intake", f"none_{found.reason}", authority=authority_in_words(found.authority), ages=ages)


def authority_in_words(authority: AuthorityKey) -> str:
    """Return the name of an authority as its choice shows it."""
    return intake_controls()["authority"].choices[authority]


def age_group_in_words(ages: AgeGroup, authority: AuthorityKey) -> str:
    """Return an age group as the printed table of the authority names it: "Birth to 6 months", "51 years and older"."""
    if ages.max_years is None:
        return sentence("intake", "ages_from", first=ages.min_years)
    if ages.max_years > 1:
        return sentence("intake", "ages_years", range=_range(ages.min_years, ages.max_years - 1))
    months = month_names(ages)
    if not ages.min_years:
        return sentence("intake", "ages_birth", **months)
    first, last = ("next_month", "last_month") if authority == "nam" else ("first_month", "before_last_month")
    return sentence("intake", "ages_months", range=_range(months[first], months[last]))


def month_names(ages: AgeGroup) -> Mapping[str, int]:
    """Return the months that bound an age group within the first year, in the ways tables count them.

    The American table counts months of life (its "7–12 months" starts at the age of 6 full months), the European one
    full months ("7–11 months").
    """
    first, last = (round(cast(float, years) * MONTHS_IN_A_YEAR) for years in (ages.min_years, ages.max_years))
    return {"first_month": first, "next_month": first + 1, "before_last_month": last - 1, "last_month": last}


def row_in_words(ages: AgeGroup, life_stage: LifeStage, authority: AuthorityKey) -> str:
    """Return the heading of a row of the table."""
    said = age_group_in_words(ages, authority)
    if ages.max_years is not None:
        # A line may end after "Pregnant,", not within a range of ages.
        said = said.replace(" ", "\N{NO-BREAK SPACE}").replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")
    return sentence("intake", f"row_{life_stage}", ages=said)


def milligrams(mg: float) -> str:
    """Return an amount with its unit, kept on one line, as exact as it was set."""
    return amount(mg, "mg", SETTING_DIGITS)


def _against_reference(check: IntakeCheck) -> str:
    above = check.above_reference_mg
    if above is None or abs(above) < NOTICEABLE_MG:
        return "exactly"
    return "more" if above > 0 else "less"


def _against_limit(check: IntakeCheck) -> str:
    above = check.above_limit_mg
    nothing = check.day.magnesium_from_supplements_mg == 0
    if above is None:
        return "none" if nothing else "none_but_supplement"
    if nothing:
        return "nothing"
    if above == 0:
        return "at"
    return "over" if above > 0 else "under"


def _before_tablets() -> str:
    """Return who has to ask before taking magnesium, in the words of the list that every page shows."""
    sign = next(sign for sign in clinician_signs() if sign.id == "kidneys")
    return paragraph([ended(sign.sign), sign.why])


def _values(check: IntakeCheck) -> dict[str, str]:
    """Return everything that a sentence about this day may name."""
    day, reference, limit = check.day, check.reference, check.limit.mg_per_day
    values = {
        "total": milligrams(day.total_mg),
        "supplement": milligrams(day.magnesium_from_supplements_mg),
        "authority": authority_in_words(day.authority),
        **_limits_of_both(),
    }
    if isinstance(reference, ReferenceIntake):
        values |= {
            "measure": reference.measure,
            "reference": milligrams(reference.mg_per_day),
            "share": _share(check),
            "difference": milligrams(abs(check.above_reference_mg or 0.0)),
            "group": _group(reference),
            **_covered(reference.measure),
        }
    if limit is not None:
        values |= {"limit": milligrams(limit), "over": milligrams(abs(check.above_limit_mg or 0.0))}
    return values


def _share(check: IntakeCheck) -> str:
    share = check.share_of_reference_percent or 0.0
    # 99.6 % is not "100 %" beside the word "less".
    return amount(min(share, 99.0) if share < 100 else share, "%", decimals=0)  # noqa: PLR2004


def ruler_in_words(check: IntakeCheck) -> str:
    """Return what the ruler of all magnesium counts, and whose row of the table the need on it comes from."""
    if isinstance(check.reference, NoReference):
        return sentence("intake", "strip_axis_total")
    return sentence("intake", "strip_axis_total_of_row", group=_group(check.reference))


def _group(reference: ReferenceIntake) -> str:
    ages = age_group_in_words(reference.ages, reference.authority)
    key: str = reference.sex if reference.life_stage == "general" else reference.life_stage
    if reference.ages.max_years is not None and reference.ages.max_years <= 1:
        key = "baby" if reference.ages.min_years else "baby_from_birth"
        return sentence("intake", f"group_{key}", ages=ages, **month_names(reference.ages))
    return sentence("intake", f"group_{key}", ages=ages)


def _range(first: float, last: float) -> str:
    return list_in_words([number_in_words(end) for end in (first, last)], "range")


def _first_group(authority: AuthorityKey) -> AgeGroup:
    return min((row.ages for row in reference_intakes(authority)), key=lambda ages: ages.min_years)


@kept_for_each_language
def _covered(measure: str) -> dict[str, str]:
    least, most = intake_measures()[measure].least_covered_percent, intake_measures()[measure].most_covered_percent
    return {} if least is None or most is None else {"least": number_in_words(least), "most": number_in_words(most)}


@kept_for_each_language
def _limits_of_both() -> dict[str, str]:
    """Return the limit for grown-ups of each authority and the age from which it holds, by name."""
    values: dict[str, str] = {}
    authorities: tuple[AuthorityKey, ...] = ("nam", "efsa")
    for authority in authorities:
        limits = [limit for limit in upper_limits(authority) if limit.mg_per_day is not None]
        grown: UpperLimit = limits[-1]
        first = min(limit.ages.min_years for limit in limits if limit.mg_per_day == grown.mg_per_day)
        values |= {
            f"{authority}_limit": milligrams(cast(float, grown.mg_per_day)),
            f"{authority}_age": number_in_words(first),
        }
    return values

"""The three scales of magnesium in words: what is usual on each, and what follows from one to the next."""

from collections.abc import Mapping
from typing import TypedDict

from widgets.descriptions.fibre_magnesium_description import MagnesiumNote
from widgets.descriptions.table_of_texts import TableOfTexts
from widgets.nutrition.intake_reference import reference_values
from widgets.reference_data.amounts import amount, list_in_words, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.magnesium_scales import blood_range, magnesium_scale_facts
from widgets.reference_data.wording import sentence

ADULT_YEARS = 19
BLOOD_MAGNESIUM = "magnesium, total"
STEPS = ("diet_blood", "blood_fibre", "blood_nerve", "cramp_blood")
LIMITS = ("limit_normal", "limit_toy", "limit_one", "limit_potassium")
# How far each ruler reaches: wide enough for its slider and its bands.
DIET_ENDS_MG = (0.0, 600.0)
BLOOD_ENDS_mM = (0.2, 1.5)
FIBRE_ENDS_mM = (0.05, 10.0)


class ScaleRuler(TypedDict):
    """A ruler as a plain record: its ends, the band, the zone and the mark on it, and all of it said in one text."""

    key: str
    title: str
    value: str
    ends: tuple[float, float]
    log: bool
    band: tuple[float | None, float | None]
    zone: tuple[float | None, float | None] | None
    mark: float | None
    band_text: str
    zone_text: str
    said: str


def scale_rulers(blood_mM: float, fibre_mM: float) -> list[ScaleRuler]:
    """Return the three rulers, for diet, blood and fibre."""
    facts, blood = magnesium_scale_facts(), blood_range(BLOOD_MAGNESIUM)
    people = facts["fibre_in_people"]
    diet_low, diet_high = adult_intake_mg("RDA")
    half_low, half_high = adult_intake_mg("EAR")
    diet = {
        "low": number_in_words(diet_low),
        "high": number_in_words(diet_high),
        "half_low": number_in_words(half_low),
        "half_high": number_in_words(half_high),
    }
    blood_said = {
        "value": amount(blood_mM, "mM"),
        "low": number_in_words(blood.low),
        "high": number_in_words(blood.high),
        "severe": number_in_words(blood.severe_low or 0.0),
    }
    fibre_said = {
        "value": amount(fibre_mM, "mM"),
        "low": number_in_words(people.low or 0),
        "high": number_in_words(people.high or 0),
    }
    return [
        _ruler("diet", DIET_ENDS_MG, band=(diet_low, diet_high), value=_sentence("scale_diet_value"), said=diet),
        _ruler(
            "blood",
            BLOOD_ENDS_mM,
            band=(blood.low, blood.high),
            zone=(BLOOD_ENDS_mM[0], blood.severe_low),
            mark=blood_mM,
            value=blood_said["value"],
            said=blood_said,
        ),
        _ruler(
            "fibre",
            FIBRE_ENDS_mM,
            log=True,
            band=(people.low, people.high),
            zone=(FIBRE_ENDS_mM[0], people.low),
            mark=fibre_mM,
            value=fibre_said["value"],
            said=fibre_said,
        ),
    ]


def adult_intake_mg(measure: str) -> tuple[float, float]:
    """Return the lowest and the highest of one kind of reference value, of adults in the US table, in mg a day."""
    amounts = [
        row.mg_per_day
        for row in reference_values("nam", measure)
        if row.life_stage == "general" and row.ages.min_years >= ADULT_YEARS
    ]
    return min(amounts), max(amounts)


def conclusions() -> TableOfTexts:
    """Return the table of what may and may not be concluded."""
    facts, blood = magnesium_scale_facts(), blood_range(BLOOD_MAGNESIUM)
    told = {
        name: number_in_words(facts[name].value, 3)
        for name in ("people_measured", "in_body_fluids", "low_diet_weeks", "low_diet_people")
    }
    changes = {
        name: amount(facts[name].value, facts[name].unit, 3)
        for name in (
            "blood_before_low_diet",
            "blood_after_low_diet",
            "red_cells_before_low_diet",
            "red_cells_after_low_diet",
        )
    }
    values = {**told, **changes, "severe": number_in_words(blood.severe_low or 0.0)}
    keys = (*(facts[name].source for name in ("blood_and_fibre", *changes, "in_body_fluids", "in_bone")), blood.source)
    return TableOfTexts(
        _sentence("conclusions_caption"),
        tuple(_sentence(f"conclusions_{column}") for column in ("from", "may", "may_not")),
        tuple(
            tuple(_sentence(f"conclusions_{step}{end}", **values) for end in ("", "_may", "_may_not")) for step in STEPS
        ),
        _sentence("conclusions_region"),
        sources=tuple(cite(key) for key in dict.fromkeys(keys)),
        sources_label=_sentence("conclusions_sources"),
    )


def low_magnesium_limits() -> tuple[MagnesiumNote, ...]:
    """Return what the page cannot tell."""
    return tuple(MagnesiumNote(key, _sentence(f"{key}_title"), _sentence(key)) for key in LIMITS)


def _ruler(
    key: str,
    ends: tuple[float, float],
    *,
    band: tuple[float | None, float | None],
    value: str,
    said: Mapping[str, str],
    zone: tuple[float, float | None] | None = None,
    mark: float | None = None,
    log: bool = False,
) -> ScaleRuler:
    return {
        "key": key,
        "title": _sentence(f"scale_{key}"),
        "value": value,
        "ends": ends,
        "log": log,
        "band": band,
        "zone": zone,
        "mark": mark,
        "band_text": _sentence(f"scale_{key}_band", range=_unbroken(said["low"], said["high"])),
        "zone_text": _sentence(f"scale_{key}_zone", **said) if zone else "",
        "said": _sentence(f"scale_{key}_said", **said),
    }


def _unbroken(low: str, high: str) -> str:
    """Return a range that no line ends within."""
    return list_in_words((low, high), "range").replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")


def _sentence(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)

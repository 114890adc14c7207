"""The answer to the question of the site, in three parts on three scales: in the cell, on the plate, in trials."""

from dataclasses import dataclass
from typing import Literal

from widgets.evidence.trials import pooled_results
from widgets.nutrition.intake_reference import NoReference, ReferenceIntake, Sex, reference_intake
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.magnesium_scales import magnesium_scale_facts
from widgets.reference_data.wording import sentence

AGE_YEARS = 16.0

Scale = Literal["cell", "plate", "trial"]


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What is known on one scale, and the sources that it was read in."""

    scale: Scale
    title: str
    text: str
    sources: tuple[Citation, ...]


def answer_in_parts() -> tuple[AnswerPart, ...]:
    """Return the three parts, from the cell to the trial.

    Raises:
        DataError: a table that an answer needs has a fault.
    """
    return _in_cell(), _on_plate(), _in_trials()


def _in_cell() -> AnswerPart:
    people, leak = magnesium_scale_facts()["fibre_in_people"], magnesium_scale_facts()["fibre_leak"]
    low, high = number_in_words(people.low or 0.0), amount(people.high or 0.0, "mM")
    return _part("cell", (people.source, leak.source), low=low, high=high, leak=amount(leak.value, "mM"))


def _on_plate() -> AnswerPart:
    boys, girls = _need("male"), _need("female")
    given = {"boys": amount(boys.mg_per_day, "mg"), "girls": amount(girls.mg_per_day, "mg")}
    return _part("plate", (boys.source,), age=number_in_words(AGE_YEARS), **given)


def _need(sex: Sex) -> ReferenceIntake:
    found = reference_intake(AGE_YEARS, sex, "nam")
    if isinstance(found, NoReference):
        raise TypeError(f"There is no need for the age of {AGE_YEARS}.")
    return found


def _in_trials() -> AnswerPart:
    found = pooled_results()["cochrane_2020_cramps_a_week"]
    estimate, low, high, people = found.numbers
    told = {"fewer": -estimate, "fewest": -low, "more": high}
    numbers = {name: number_in_words(number) for name, number in told.items()}
    return _part("trial", found.source, people=people, **numbers)


def _part(scale: Scale, sources: tuple[str, ...], **values: object) -> AnswerPart:
    title, text = sentence("home", f"part_{scale}_title"), sentence("home", f"part_{scale}", **values)
    return AnswerPart(scale, title, text, tuple(map(cite, dict.fromkeys(sources))))

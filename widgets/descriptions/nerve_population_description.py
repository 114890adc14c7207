"""A hundred people with one set-up, in sentences: how many cramp and how long, and what a little magnesium changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_population import (
    LONG_CRAMP_S,
    PEOPLE,
    SHORTEST_CRAMP_S,
    NervePopulation,
    PersonKind,
)
from widgets.reference_data.amounts import amount, list_in_words, number_in_words, paragraph
from widgets.reference_data.controls import Control
from widgets.reference_data.cramp_thresholds import threshold_groups, threshold_spread_Hz
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

KINDS: tuple[PersonKind, ...] = ("none", "short", "long", "unasked")
# Among a hundred people, a difference of so few is hardly one.
HARDLY_PEOPLE = 5
# The command is the same for everybody; what these groups hold makes the person.
PERSONAL_GROUPS = ("blood", "nerve", "mechanisms")
SETTING_DIGITS = 4

CompareWith = Literal["usual", "kept"]


@dataclass(frozen=True, slots=True)
class PeopleCompared:
    """People with a set-up, and the same people with something else.

    Attributes:
        now: with the set-up on show, as far as they are counted.
        usual: with usual blood magnesium; None where that is what they have, or while it is not known who cramps.
        other: with a little more or less magnesium, still in the usual range; None where there is none, or not yet.
        kept: with the kept set-up, where there is one and it is known who cramps.
        to_count: how many of these are to be counted yet.
    """

    now: NervePopulation
    usual: NervePopulation | None = None
    other: NervePopulation | None = None
    kept: NervePopulation | None = None
    to_count: int = 0


def people_finding(people: PeopleCompared) -> str:
    """Return the title: how many cramp and for how long, and how many would with usual blood magnesium."""
    now = people.now
    if not now.is_complete:
        return _said("finding_counting", people=PEOPLE) if now.runs else _said("finding_waiting", people=PEOPLE)
    return paragraph([people_sentence(now), _compared("usual", people.usual)])


def people_sentence(population: NervePopulation) -> str:
    """Return how many of these people cramp, and for how long half of them do."""
    half_s, cramping = population.median_cramp_s, population.cramping
    if half_s is None:
        return _said("finding_nobody", people=PEOPLE)
    lasting = 2 * population.still_firing >= cramping
    key = "finding_to_the_end" if lasting else "finding_cramping"
    return _said(key, people=PEOPLE, cramping=cramping, half=amount(half_s, "s"))


def people_status(people: PeopleCompared) -> str:
    """Return how far the counting is, and once it is done what a little magnesium changes, where that is known."""
    if people.now.is_complete:
        return _said("progress_compared") if people.to_count else little_magnesium_sentence(people)
    return _said("progress", known=len(people.now.known), people=PEOPLE) if people.now.runs else ""


def people_sentences(people: PeopleCompared) -> list[str]:
    """Return what stands below the marks: what sets this group apart, the kept set-up, and what people these are."""
    said = [
        settings_sentence(people.now.experiment),
        _compared("kept", people.kept),
        _said("what_people"),
    ]
    return [one for one in said if one]


def settings_sentence(experiment: Experiment) -> str:
    """Return what sets this group apart from usual people with usual blood."""
    controls = experiment_controls()
    different = [
        _said("setting", label=control.label, value=_value(control, experiment))
        for name, control in controls.items()
        if control.group in PERSONAL_GROUPS and experiment.values[name] != control.default
    ]
    return _said("settings", settings=list_in_words(different, "clauses")) if different else _said("settings_usual")


def little_magnesium_sentence(people: PeopleCompared) -> str:
    """Return what a little more or less magnesium within the usual range changes, empty where it is not known."""
    if people.other is None or not people.now.is_complete:
        return ""
    magnesium, before = (one.experiment.number("plasma_magnesium_mM") for one in (people.other, people.now))
    way = "more" if magnesium > before else "less"
    difference = abs(people.other.cramping - people.now.cramping)
    change = "differs" if difference > HARDLY_PEOPLE else "hardly" if difference else "same"
    return _said(
        f"little_{way}_{change}",
        step=amount(abs(magnesium - before), "mM"),
        cramping=people.other.cramping,
        before=people.now.cramping,
    )


def describe_people(people: PeopleCompared) -> str:
    """Return the strip in words: who stands where, what the marks count, and how far people are apart and why."""
    groups = threshold_groups()
    counts = people.now.counts()
    counted = _said(
        "describe_counts",
        shortest=amount(SHORTEST_CRAMP_S, "s"),
        long=amount(LONG_CRAMP_S, "s"),
        none=counts["none"],
        short=counts["short"],
        longer=counts["long"],
        unasked=counts["unasked"],
    )
    spread = _said(
        "describe_spread",
        count=len(groups),
        spread=amount(threshold_spread_Hz(), "Hz"),
        measured=sum(group.people for group in groups),
    )
    return paragraph(
        [_said("describe_order"), counted if people.now.is_complete else "", spread, _said("describe_same")]
    )


def mark_labels() -> Mapping[PersonKind, str]:
    """Return what each kind of mark means."""
    shortest, long = amount(SHORTEST_CRAMP_S, "s"), amount(LONG_CRAMP_S, "s")
    return {kind: _said(f"kind_{kind}", shortest=shortest, long=long) for kind in KINDS}


def also_label(people: PeopleCompared) -> str:
    """Return what the line under a mark means, empty where no mark has one."""
    beside = people.kept or people.usual
    if not beside or not beside.cramping:
        return ""
    return _said("also_kept" if people.kept else "also_usual")


def people_rows(people: PeopleCompared) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows of a table: what people do with this set-up, and how many cramp with those beside it."""
    now, labels = people.now, mark_labels()
    rows = [[labels[kind], number_in_words(now.counts()[kind])] for kind in KINDS]
    rows.append([_said("row_cramp"), number_in_words(now.cramping)])
    rows.append([_said("row_still_firing"), number_in_words(now.still_firing)])
    rows.append([_said("row_half_cramp"), "–" if now.median_cramp_s is None else amount(now.median_cramp_s, "s")])
    rows.append([_said("row_half_all"), amount(now.median_s, "s")])
    for key, population in (("usual", people.usual), ("other", people.other), ("kept", people.kept)):
        if population:
            magnesium = amount(population.experiment.number("plasma_magnesium_mM"), "mM", SETTING_DIGITS)
            rows.append([_said(f"row_{key}", magnesium=magnesium), number_in_words(population.cramping)])
    return [_said("column_what"), _said("column_how_many")], rows


def _compared(against: CompareWith, population: NervePopulation | None) -> str:
    if population is None:
        return ""
    return _said(
        f"with_{against}_cramping" if population.cramping else f"with_{against}_nobody", cramping=population.cramping
    )


def _value(control: Control, experiment: Experiment) -> str:
    if control.scale == "switch":
        return sentence("contraction", "on" if experiment.values[control.name] else "off")
    return amount(experiment.number(control.name), control.unit, SETTING_DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("nerve_population", key, **values)

"""A hundred people beside the one nerve: how many of them cramp with its set-up."""

import csv
import io
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from widgets.descriptions.nerve_population_description import (
    PeopleCompared,
    also_label,
    describe_people,
    mark_labels,
    people_finding,
    people_rows,
    people_sentences,
    people_status,
)
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.low_magnesium_and_cramps.nerve_section import RUN
from widgets.explorers.low_magnesium_and_cramps.people_strip import MarkKey, PeopleStrip, PeopleStripWords
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_population import NervePopulation
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.usual_ranges import usual_ranges
from widgets.reference_data.wording import words

MAGNESIUM = "plasma_magnesium_mM"
# A small step within the usual range, to show how little it changes.
LITTLE_MAGNESIUM_MM = 0.1
# No more decimals than the slider has.
MAGNESIUM_DECIMALS = 3
MOST_KNOWN = 64
CSV_DECIMALS = 3


class PeopleSection(Section[PeopleCompared, Experiment]):
    """The hundred people, counted from when a reader first comes near; each set-up is counted once.

    Attributes:
        found: the people on show, and those that they are compared with.
        kept: the kept set-up, or None.
        strip: the people as marks, with words, table and download.
    """

    def __init__(self, record: PageRecord) -> None:
        """Be ready; nobody is counted yet."""
        self._is_near = False
        self._known: OrderedDict[tuple[tuple[str, object], ...], NervePopulation] = OrderedDict()
        super().__init__(record, RUN)
        said = words("nerve_population")
        self.strip = PeopleStrip(
            cast(PeopleStripWords, {key: said[key] for key in PeopleStripWords.__annotations__}),
            file_name="hundred_people",
            to_csv=self._as_csv,
            on_seen=self.come_near,
        )
        self.show()

    def solve(self, values: Values) -> PeopleCompared:
        """Return the people of these values, as far as they are known."""
        return self._compared(Experiment.from_values(values))

    def rest(self, found: PeopleCompared) -> Iterator[PeopleCompared | None]:
        """Count the people, then those that they are compared with, one run of a nerve at a time."""
        if not self._is_near:
            return
        experiment = found.now.experiment
        while not (population := self._population(experiment)).is_complete:
            self._remember(population.with_next())
            yield self._compared(experiment)
        for one in _beside(experiment):
            while not (population := self._population(one)).is_counted:
                self._remember(population.with_next(only_count=True))
                yield None
            yield self._compared(experiment)

    def keep(self, found: PeopleCompared) -> Experiment:
        """Return the set-up."""
        return found.now.experiment

    def solve_kept(self, values: Values) -> Experiment:
        """Return a kept set-up that comes back."""
        return Experiment.from_values(values)

    def come_near(self) -> None:
        """Count the people, because somebody comes to see them."""
        if not self._is_near:
            self._is_near = True
            self.record.go_on(self)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - a strip has no axes
        """Show the people."""
        people = replace(self.found, kept=self._counted(self.kept))
        counts, labels = people.now.counts(), mark_labels()
        beside = people.kept or people.usual
        columns, rows = people_rows(people)
        self.strip.show(
            finding=people_finding(people),
            marks=[outcome.kind if outcome else "unknown" for outcome in people.now.outcomes],
            also=beside.cramping if beside else 0,
            also_label=also_label(people),
            key=[
                MarkKey(kind=kind, label=label, count=number_in_words(counts[kind]) if people.now.runs else "")
                for kind, label in labels.items()
            ],
            sentences=people_sentences(people),
            description=describe_people(people),
            status=people_status(people),
            counting=bool(people.now.runs) and not (people.now.is_complete and not people.to_count),
            table={"columns": columns, "rows": rows},
        )

    def _compared(self, experiment: Experiment) -> PeopleCompared:
        return PeopleCompared(
            now=self._population(experiment),
            usual=self._counted(_with_usual_magnesium(experiment)),
            other=self._counted(_with_a_little_magnesium(experiment)),
            to_count=sum(not self._population(one).is_counted for one in _beside(experiment)),
        )

    def _population(self, experiment: Experiment) -> NervePopulation:
        return self._known.get(_key(experiment)) or NervePopulation.of(experiment)

    def _counted(self, experiment: Experiment | None) -> NervePopulation | None:
        population = self._population(experiment) if experiment else None
        return population if population and population.is_counted else None

    def _remember(self, population: NervePopulation) -> None:
        key = _key(population.experiment)
        self._known[key] = population
        self._known.move_to_end(key)
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)

    def _as_csv(self) -> str:
        text = io.StringIO()
        now = self.found.now
        for name, value in now.experiment.values.items():
            text.write(f"# {name}: {value}\n")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(
            ["person", "cramp_threshold_Hz", "margin_offset_mV", "after_discharge_s", "still_firing", "kind"]
        )
        for place, (person, outcome) in enumerate(zip(now.people, now.outcomes, strict=True), start=1):
            found = (
                (round(outcome.after_discharge_s, CSV_DECIMALS), str(outcome.still_firing).lower(), outcome.kind)
                if outcome
                else ("", "", "")
            )
            writer.writerow(
                [
                    place,
                    *(round(number, CSV_DECIMALS) for number in (person.threshold_Hz, person.margin_offset_mV)),
                    *found,
                ]
            )
        return text.getvalue()


def _beside(experiment: Experiment) -> tuple[Experiment, ...]:
    """Return the set-ups that this one is compared with."""
    wanted = (_with_usual_magnesium(experiment), _with_a_little_magnesium(experiment))
    return tuple(one for one in wanted if one)


def _with_usual_magnesium(experiment: Experiment) -> Experiment | None:
    """Return the same with usual blood magnesium, None where it has that already."""
    usual = float(experiment_controls()[MAGNESIUM].default)
    return None if experiment.number(MAGNESIUM) == usual else _with_magnesium(experiment, usual)


def _with_a_little_magnesium(experiment: Experiment) -> Experiment | None:
    """Return the same with a little more magnesium, or less where more is not usual; None outside the usual range."""
    usual, magnesium = usual_ranges()[MAGNESIUM], experiment.number(MAGNESIUM)
    beside = [round(magnesium + step, MAGNESIUM_DECIMALS) for step in (LITTLE_MAGNESIUM_MM, -LITTLE_MAGNESIUM_MM)]
    within = [value for value in beside if usual.low <= value <= usual.high]
    return _with_magnesium(experiment, within[0]) if within and usual.low <= magnesium <= usual.high else None


def _with_magnesium(experiment: Experiment, magnesium_mM: float) -> Experiment:
    return Experiment.from_values({**experiment.values, MAGNESIUM: magnesium_mM})


def _key(experiment: Experiment) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(experiment.values.items()))

"""The same experiment on a hundred people who differ in how easily their nerve cramps: how many cramp, and how long.

People stand in order, the most easily cramping first, at evenly spaced quantiles of a normal distribution of cramp
thresholds: the same set-up always meets the same hundred. What the nerve does changes in one direction along that
order, so a few dozen runs tell what all do.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from statistics import NormalDist, median
from types import MappingProxyType
from typing import Literal, Self

from widgets.physiology.after_discharge import MS_IN_S, STILL_FIRING_MS
from widgets.physiology.contraction_measures import after_discharge_duration_ms
from widgets.physiology.contraction_model import fired_impulses_ms
from widgets.physiology.cramp_map import LOOK_EVERY_MS
from widgets.physiology.curve_readings import value_at
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_quantities import CRAMP_LASTS_MS
from widgets.reference_data.cramp_thresholds import threshold_margins, threshold_spread_Hz
from widgets.reference_data.model_parameters import model_parameters

MARGIN = "safety_margin_at_rest"
SUSCEPTIBILITY = "susceptibility_depolarisation"
PEOPLE = 100
# The published thresholds count a cramp from here on; less is a nerve that sends a few signals more.
SHORTEST_CRAMP_S = CRAMP_LASTS_MS / MS_IN_S
LONG_CRAMP_S = 10.0
# Two people this alike need nobody between them to be computed.
ALIKE_S = 0.5
ALIKE_SHARE = 0.5

PersonKind = Literal["none", "short", "long", "unasked"]


@dataclass(frozen=True, slots=True)
class Person:
    """One of the hundred: the rate that sets off a cramp, and what that adds to the resting margin of the nerve."""

    threshold_Hz: float
    margin_offset_mV: float


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What one person's nerve does.

    Attributes:
        after_discharge_s: how long it fires on after the command, at most until the recording ends.
        fires_unasked: whether it fires before the command.
        still_firing: whether the recording ends first.
    """

    after_discharge_s: float
    fires_unasked: bool
    still_firing: bool

    @property
    def cramps(self) -> bool:
        """Whether it fires unasked, or for longer after the command than the shortest that counts as a cramp."""
        return self.fires_unasked or self.after_discharge_s > SHORTEST_CRAMP_S

    @property
    def kind(self) -> PersonKind:
        """What it does in a word; a cramp that the end of the recording cuts off counts as long."""
        if self.fires_unasked:
            return "unasked"
        if not self.cramps:
            return "none"
        return "long" if self.still_firing or self.after_discharge_s > LONG_CRAMP_S else "short"


@dataclass(frozen=True, slots=True)
class NervePopulation:
    """What is known of the hundred.

    Attributes:
        experiment: what is done with each; the person in the middle is its own nerve.
        people: the most easily cramping first.
        runs: place in that order -> what was computed; all others follow from their neighbours.
    """

    experiment: Experiment
    people: tuple[Person, ...]
    runs: Mapping[int, PersonOutcome] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, experiment: Experiment) -> Self:
        """Return the hundred, with nothing computed."""
        return cls(experiment, _people(experiment.number("cramp_susceptibility")))

    @property
    def outcomes(self) -> tuple[PersonOutcome | None, ...]:
        """What each person's nerve does, None where it is not known yet."""
        found: list[PersonOutcome | None] = [self.runs.get(place) for place in range(len(self.people))]
        for before, after in self._gaps():
            one, other = self.runs[before], self.runs[after]
            for place in range(before + 1, after if _alike(one, other) else before + 1):
                found[place] = self._between(place, before, after)
        return tuple(found)

    @property
    def is_complete(self) -> bool:
        """Whether it is known what everybody's nerve does."""
        return self._next_place(_alike) is None

    @property
    def is_counted(self) -> bool:
        """Whether it is known who cramps, though perhaps not yet for how long."""
        return self._next_place(_both_cramp_or_none) is None

    @property
    def known(self) -> tuple[PersonOutcome, ...]:
        """The outcomes that are known, in the order of the people."""
        return tuple(outcome for outcome in self.outcomes if outcome)

    @property
    def cramping(self) -> int:
        """How many are known to cramp."""
        both = sum(b - a - 1 for a, b in self._gaps() if self.runs[a].cramps and self.runs[b].cramps)
        return both + sum(outcome.cramps for outcome in self.runs.values())

    @property
    def firing_unasked(self) -> int:
        """How many of them fire before the command."""
        return sum(outcome.fires_unasked for outcome in self.known)

    @property
    def still_firing(self) -> int:
        """How many of them still fire when the recording ends."""
        return sum(outcome.cramps and outcome.still_firing for outcome in self.known)

    @property
    def median_cramp_s(self) -> float | None:
        """Half of those who cramp do so for longer than this, in s; None where nobody does."""
        return median([outcome.after_discharge_s for outcome in self.known if outcome.cramps] or [0.0]) or None

    @property
    def median_s(self) -> float:
        """Half of all people's nerves fire on for longer than this, in s."""
        return median([outcome.after_discharge_s for outcome in self.known] or [0.0])

    def counts(self) -> Mapping[PersonKind, int]:
        """Return how many people do what."""
        kinds = [outcome.kind for outcome in self.known]
        return MappingProxyType({kind: kinds.count(kind) for kind in ("none", "short", "long", "unasked")})

    def with_next(self, *, only_count: bool = False) -> "NervePopulation":
        """Return the population with one more person computed, unless all is known.

        Args:
            only_count: whether it is enough to know who cramps; that takes fewer and shorter runs.

        Raises:
            ControlError: the solver gave up.
        """
        place = self._next_place(_both_cramp_or_none if only_count else _alike)
        if place is None:
            return self
        outcome = _outcome(self.experiment, self.people[place].margin_offset_mV)
        return replace(self, runs=MappingProxyType({**self.runs, place: outcome}))

    def _next_place(self, alike: Callable[[PersonOutcome, PersonOutcome], bool]) -> int | None:
        """Return whom to compute next: both ends, then the middle of the widest gap between two unlike people."""
        last = len(self.people) - 1
        if missing := [place for place in (0, last) if place not in self.runs]:
            return missing[0]
        gaps = [(a, b) for a, b in self._gaps() if b - a > 1 and not alike(self.runs[a], self.runs[b])]
        before, after = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0, 0))
        return (before + after) // 2 if gaps else None

    def _gaps(self) -> Iterator[tuple[int, int]]:
        return pairwise(sorted(self.runs))

    def _between(self, place: int, before: int, after: int) -> PersonOutcome:
        share = (place - before) / (after - before)
        one, other = self.runs[before].after_discharge_s, self.runs[after].after_discharge_s
        return replace(self.runs[before], after_discharge_s=one * (1 - share) + other * share)


def nerve_population(experiment: Experiment) -> NervePopulation:
    """Return what all hundred do; it takes up to some seconds.

    Raises:
        ControlError: the solver gave up.
    """
    population = NervePopulation.of(experiment)
    while not population.is_complete:
        population = population.with_next()
    return population


@cache
def _people(cramp_susceptibility: float) -> tuple[Person, ...]:
    """Return the hundred around the nerve of this tendency to cramp; the rarest count as the ends of the table do."""
    thresholds_Hz = [row.threshold_Hz for row in threshold_margins()]
    margins_mV = [row.margin_mV for row in threshold_margins()]
    constants = model_parameters()
    middle_mV = constants[MARGIN].value - constants[SUSCEPTIBILITY].value * cramp_susceptibility
    middle_Hz = value_at(margins_mV, thresholds_Hz, middle_mV)
    spread = NormalDist(middle_Hz, threshold_spread_Hz())
    people = []
    for place in range(PEOPLE):
        threshold_Hz = spread.inv_cdf((place + 0.5) / PEOPLE)
        offset_mV = value_at(thresholds_Hz, margins_mV, threshold_Hz) - value_at(thresholds_Hz, margins_mV, middle_Hz)
        people.append(Person(threshold_Hz, offset_mV))
    return tuple(people)


def _outcome(experiment: Experiment, margin_offset_mV: float) -> PersonOutcome:
    end_ms = experiment.number("recording_length_ms")
    looks_ms = [LOOK_EVERY_MS * look for look in range(int(end_ms / LOOK_EVERY_MS) + 1)]
    margin_mV = model_parameters()[MARGIN].value + margin_offset_mV
    impulses = fired_impulses_ms(experiment, looks_ms, {MARGIN: margin_mV})
    duration_ms = after_discharge_duration_ms(experiment, impulses)
    return PersonOutcome(
        after_discharge_s=duration_ms / MS_IN_S,
        fires_unasked=bool(impulses) and impulses[0] < experiment.number("command_start_ms"),
        still_firing=duration_ms > 0 and looks_ms[-1] - impulses[-1] < STILL_FIRING_MS,
    )


def _alike(one: PersonOutcome, other: PersonOutcome) -> bool:
    difference_s = abs(one.after_discharge_s - other.after_discharge_s)
    same = (one.kind, one.still_firing) == (other.kind, other.still_firing)
    return same and difference_s <= max(ALIKE_S, ALIKE_SHARE * one.after_discharge_s)


def _both_cramp_or_none(one: PersonOutcome, other: PersonOutcome) -> bool:
    return one.cramps == other.cramps

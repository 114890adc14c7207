"""One simulated trial: the same number always meets the same people, whatever is done with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Literal

from widgets.simulated_trials.cramp_months import CrampMonths, Months
from widgets.simulated_trials.t_interval import (
    Interval,
    Verdict,
    answers_differ,
    one_sample,
    shares_differ,
    two_samples,
)
from widgets.simulated_trials.trial_plan import PERCENT, TrialPlan

Tablet = Literal["magnesium", "placebo"]
QUARTER_FEWER = 0.75


@dataclass(frozen=True, slots=True)
class TabletGroup:
    """Those who took one kind of tablet: in a crossover all, each in the period in which they did.

    Attributes:
        tablet: what they took.
        before: cramps a week when they joined, a number for each person.
        after: cramps a week while they took it, in the same order.
        said_it_helped: what each said when asked.
    """

    tablet: Tablet
    before: Sequence[float]
    after: Sequence[float]
    said_it_helped: Sequence[bool]

    @property
    def people(self) -> int:
        """How many they are."""
        return len(self.before)

    @property
    def mean_before(self) -> float:
        """Cramps a week when they joined, on average."""
        return sum(self.before) / self.people

    @property
    def mean_after(self) -> float:
        """Cramps a week on the tablet, on average."""
        return sum(self.after) / self.people

    @property
    def change(self) -> float:
        """Mean change in cramps a week; below zero means fewer."""
        return self.mean_after - self.mean_before

    @property
    def changes(self) -> list[float]:
        """Each person's change in cramps a week."""
        return [after - before for before, after in zip(self.before, self.after, strict=True)]

    @property
    def quarter_fewer(self) -> int:
        """How many had at least a quarter fewer cramps than when they joined."""
        return sum(after <= QUARTER_FEWER * before for before, after in zip(self.before, self.after, strict=True))

    @property
    def helped(self) -> int:
        """How many said that the tablet had helped."""
        return sum(self.said_it_helped)


@dataclass(frozen=True)
class SimulatedTrial:
    """A trial of this plan, with the people of this number.

    Attributes:
        plan: how it is set up.
        number: which people join; 1 or more.
        magnesium: those who took magnesium.
        placebo: those who took dummy tablets. A trial without a control group does not see them; they are what it
            lacks.
    """

    plan: TrialPlan
    number: int
    magnesium: TabletGroup
    placebo: TabletGroup

    @property
    def groups(self) -> tuple[TabletGroup, ...]:
        """The groups that the trial sees."""
        return (self.magnesium,) if self.plan.design == "uncontrolled" else (self.magnesium, self.placebo)

    @cached_property
    def before_and_after(self) -> Interval:
        """The change on magnesium by itself: all that a trial without a control group has."""
        return one_sample(self.magnesium.changes)

    @cached_property
    def against_placebo(self) -> Interval:
        """The change on magnesium less that on dummy tablets; in a crossover, freed of what the order did."""
        if self.plan.design != "crossover":
            return two_samples(self.magnesium.changes, self.placebo.changes)
        half = self.plan.people_per_arm
        on_magnesium, on_placebo = self.magnesium.after, self.placebo.after
        later = [now - then for now, then in zip(on_magnesium[:half], on_placebo[:half], strict=True)]
        earlier = [then - now for now, then in zip(on_magnesium[half:], on_placebo[half:], strict=True)]
        return two_samples(later, earlier, scale=0.5)

    @property
    def found(self) -> Interval:
        """What the trial reports."""
        return self.before_and_after if self.plan.design == "uncontrolled" else self.against_placebo

    @property
    def verdict_of_answers(self) -> Verdict:
        """What would be concluded from what people say, magnesium against dummy tablets."""
        if self.plan.design != "crossover":
            return shares_differ(self.magnesium.helped, self.placebo.helped, self.plan.people_per_arm)
        both = list(zip(self.magnesium.said_it_helped, self.placebo.said_it_helped, strict=True))
        return answers_differ(both.count((True, False)), both.count((False, True)))


@dataclass(frozen=True, slots=True)
class Recruits:
    """The people of one trial before any tablet: their months, and a number from 0 to 1 that says who notices."""

    months: Months
    noticing: list[float]


def recruits(plan: TrialPlan, number: int) -> Recruits:
    """Return the people who join a trial of this number; effects, tablets and design do not change who they are."""
    chance = Random(number)
    people = 2 * plan.people_per_arm
    months = CrampMonths(plan.habits, plan.entry_percent).draw(chance, people)
    return Recruits(months, [chance.random() for _ in range(people)])


def simulate_trial(plan: TrialPlan, number: int, people: Recruits | None = None) -> SimulatedTrial:
    """Return the trial of this plan and number.

    Args:
        plan: how it is set up.
        number: see `SimulatedTrial`.
        people: those who join, where they are known already.
    """
    people = people or recruits(plan, number)
    half, months = plan.people_per_arm, people.months
    on_placebo, on_magnesium = plan.left_on_tablets, plan.left_on_tablets * (1 - plan.effect)
    if plan.design != "crossover":
        magnesium = _group(plan, "magnesium", people, 0, [on_magnesium * month for month in months.first[:half]])
        placebo = _group(plan, "placebo", people, half, [on_placebo * month for month in months.first[half:]])
        return SimulatedTrial(plan, number, magnesium, placebo)
    later = plan.habits.second_period_ratio
    lingering = on_placebo * (1 - plan.effect * plan.carried_over) * later
    # The first half takes magnesium first, and dummy tablets after the wash-out.
    magnesium_after = [
        *(on_magnesium * month for month in months.first[:half]),
        *(on_magnesium * later * month for month in months.second[half:]),
    ]
    placebo_after = [
        *(lingering * month for month in months.second[:half]),
        *(on_placebo * month for month in months.first[half:]),
    ]
    magnesium = _group(plan, "magnesium", people, 0, magnesium_after)
    return SimulatedTrial(plan, number, magnesium, _group(plan, "placebo", people, 0, placebo_after))


def _group(plan: TrialPlan, tablet: Tablet, people: Recruits, start: int, after: list[float]) -> TabletGroup:
    before = people.months.joining[start : start + len(after)]
    enough = 1 - plan.habits.helped_from_percent / PERCENT
    noticing = plan.noticing_percent / PERCENT if tablet == "magnesium" else 0.0
    helped = [
        now <= enough * then or chance < noticing
        for then, now, chance in zip(before, after, people.noticing[start:], strict=False)
    ]
    return TabletGroup(tablet, before, after, helped)

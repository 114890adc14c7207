"""How a simulated trial is set up, and what its people are like."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, Self, cast

from widgets.reference_data.controls import ControlValue
from widgets.simulated_trials.trial_parameters import trial_parameters

Design = Literal["parallel", "crossover", "uncontrolled"]
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class CrampHabits:
    """What people's cramps are like without any tablet.

    A person has a long-term mean of cramps a week; a month is worse or better than that by a factor. Both, the means of
    different people and the months of one person, are lognormal; months are independent of each other.

    Attributes:
        middle_cramps_a_week: the long-term mean of the person in the middle.
        people_spread: standard deviation, among people, of the natural logarithm of their long-term means.
        months_spread: standard deviation, among the months of one person, of the natural logarithm of cramps a week.
        helped_from_percent: by how much cramps must have fallen before somebody says that a tablet helped, in %.
        second_period_ratio: cramps in the second period of a crossover over those in the first, on the same tablets.
        carry_over_half_time_weeks: after how many weeks half of magnesium's effect is gone.
    """

    middle_cramps_a_week: float
    people_spread: float
    months_spread: float
    helped_from_percent: float
    second_period_ratio: float
    carry_over_half_time_weeks: float


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """A trial as a learner sets it up.

    Attributes:
        effect_percent: by how much magnesium lowers the cramps that its people would have on dummy tablets, in %.
        people_per_arm: in each of two groups; a crossover has as many people in all, half in each order.
        design: two groups; everybody takes both, one after the other; or magnesium for all and nothing to compare with.
        washout_weeks: between the two periods of a crossover.
        entry_percent: people join in a month with at least so many cramps, in % of their own long-term mean.
        placebo_percent: by how much any tablet lowers the cramps that people write down, in %.
        noticing_percent: how many of those who take magnesium notice it, and so say that it helped, in %.
        habits: see `CrampHabits`.
    """

    effect_percent: float
    people_per_arm: int
    design: Design
    washout_weeks: float
    entry_percent: float
    placebo_percent: float
    noticing_percent: float
    habits: CrampHabits

    @classmethod
    def from_values(cls, values: Mapping[str, ControlValue]) -> Self:
        """Return the plan of these values of the controls `trial_...`."""
        return cls(
            effect_percent=float(values["trial_effect_percent"]),
            people_per_arm=round(float(values["trial_people_per_arm"])),
            design=cast(Design, values["trial_design"]),
            washout_weeks=float(values["trial_washout_weeks"]),
            entry_percent=float(values["trial_entry_percent"]),
            placebo_percent=float(values["trial_placebo_percent"]),
            noticing_percent=float(values["trial_noticing_percent"]),
            habits=usual_habits(),
        )

    @property
    def people(self) -> int:
        """How many people take part in all."""
        return self.people_per_arm if self.design == "uncontrolled" else 2 * self.people_per_arm

    @property
    def left_on_tablets(self) -> float:
        """The share of their cramps that people write down while they take any tablet."""
        return 1 - self.placebo_percent / PERCENT

    @property
    def effect(self) -> float:
        """The true effect as a share."""
        return self.effect_percent / PERCENT

    @property
    def carried_over(self) -> float:
        """The share of magnesium's effect that is still there in the period after it."""
        return float(0.5 ** (self.washout_weeks / self.habits.carry_over_half_time_weeks))


@cache
def usual_habits() -> CrampHabits:
    """Return the people of `simulated_trial_parameters.csv`.

    Raises:
        DataError: a row of the table breaks its schema, or one is missing.
    """
    known = trial_parameters()
    return CrampHabits(**{name: known[name].value for name in CrampHabits.__dataclass_fields__})

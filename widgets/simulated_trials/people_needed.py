"""How large a trial has to be for a fair answer: from the true effect and the spread of the simulated people."""

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from widgets.simulated_trials.cramp_months import CrampMonths
from widgets.simulated_trials.t_interval import Z_95
from widgets.simulated_trials.trial_plan import TrialPlan

POWER = 0.8
_Z_POWER = NormalDist().inv_cdf(POWER)


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """What a trial with a control group finds on average, in cramps a week, and how far its people differ.

    Attributes:
        difference: magnesium less dummy tablets; below zero means fewer cramps.
        spreads: standard deviations, in each of the two groups, of what the trial compares.
    """

    difference: float
    spreads: tuple[float, float]

    @property
    def standardised(self) -> float:
        """The size of the difference in standard deviations, as books on power have it."""
        return abs(self.difference) / sqrt(sum(spread**2 for spread in self.spreads) / 2)


def expected_result(plan: TrialPlan) -> ExpectedResult:
    """Return the result in closed form. A plan without a control group is given one."""
    months = CrampMonths(plan.habits, plan.entry_percent)
    placebo, magnesium = plan.left_on_tablets, plan.left_on_tablets * (1 - plan.effect)
    if plan.design == "crossover":
        later = plan.habits.second_period_ratio
        lingering = placebo * (1 - plan.effect * plan.carried_over)
        # Each half compares its first period with its second; what the trial reports is half of how they differ.
        orders = ((0.0, magnesium / 2, -lingering * later / 2), (0.0, placebo / 2, -magnesium * later / 2))
    else:
        orders = ((-1.0, magnesium, 0.0), (-1.0, placebo, 0.0))
    one, other = (months.own_moment(1) * (first + second) for _, first, second in orders)
    return ExpectedResult(one - other, (sqrt(months.variance(orders[0])), sqrt(months.variance(orders[1]))))


def people_needed(plan: TrialPlan) -> int | None:
    """Return how many people in each of two groups let 80 of 100 trials find this effect; None where there is none.

    It is the normal approximation with Guenther's correction for Student's t; a plan without a control group is given
    one. The effect has to be found in the right direction by a two-sided 95 % interval.
    """
    expected = expected_result(plan)
    if expected.difference == 0:
        return None
    return ceil(2 * ((Z_95 + _Z_POWER) / expected.standardised) ** 2 + Z_95**2 / 4)


def change_by_itself(plan: TrialPlan) -> tuple[float, float]:
    """Return cramps a week when people join, and in a month of no tablet after it: regression to the mean alone."""
    months = CrampMonths(plan.habits, plan.entry_percent)
    return months.own_moment(1) * months.joining_moment(1), months.own_moment(1)

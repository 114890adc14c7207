"""Months of people with cramps: drawn by chance, and their means and spreads in closed form.

People join in a bad month of their own. The months after it are like any other, so on average they are better: that is
regression to the mean, and the closed forms say how much of it there is.
"""

from dataclasses import dataclass
from math import exp, log
from random import Random
from statistics import NormalDist

from widgets.simulated_trials.trial_plan import PERCENT, CrampHabits

_NORMAL = NormalDist()
# A share that is no end of the normal distribution's 0 to 1.
_NEXT_TO_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Months:
    """Cramps a week of some people without any tablet: in the month they joined in, and in two months after it."""

    joining: list[float]
    first: list[float]
    second: list[float]


@dataclass(frozen=True, slots=True)
class CrampMonths:
    """Who joins, and what their months are like.

    Attributes:
        habits: see `CrampHabits`.
        entry_percent: see `TrialPlan`.
    """

    habits: CrampHabits
    entry_percent: float

    @property
    def _bar(self) -> float:
        """How bad a month must be, in standard deviations above the middle month."""
        spread = self.habits.months_spread
        return (log(self.entry_percent / PERCENT) + spread**2 / 2) / spread if self.entry_percent > 0 else -float("inf")

    def draw(self, chance: Random, people: int) -> Months:
        """Return the months of so many people who join; they are the same however else a trial is set up."""
        habits, uniform, normal, place = self.habits, chance.random, chance.gauss, _NORMAL.inv_cdf
        spread, among_people = habits.months_spread, habits.people_spread
        middle = habits.middle_cramps_a_week * exp(-(spread**2) / 2)
        kept_out = _NORMAL.cdf(self._bar)
        lowest, width = kept_out + _NEXT_TO_NOTHING, (1 - kept_out) * (1 - 2 * _NEXT_TO_NOTHING)
        joining, first, second = [], [], []
        for _ in range(people):
            own = middle * exp(among_people * normal(0.0, 1.0))
            joining.append(own * exp(spread * place(lowest + width * uniform())))
            first.append(own * exp(spread * normal(0.0, 1.0)))
            second.append(own * exp(spread * normal(0.0, 1.0)))
        return Months(joining, first, second)

    def own_moment(self, power: int) -> float:
        """Return the mean, over people, of a power of their long-term mean of cramps a week."""
        spread = power * self.habits.people_spread
        return float(self.habits.middle_cramps_a_week**power * exp(spread**2 / 2))

    def month_moment(self, power: int) -> float:
        """Return the mean of a power of a month, as a multiple of the person's long-term mean."""
        return exp(power * (power - 1) * self.habits.months_spread**2 / 2)

    def joining_moment(self, power: int) -> float:
        """Return the same of the month in which people join: the mean of a lognormal that is cut off from below."""
        share_let_in = _NORMAL.cdf(-self._bar)
        return self.month_moment(power) * _NORMAL.cdf(power * self.habits.months_spread - self._bar) / share_let_in

    def variance(self, factors: tuple[float, float, float]) -> float:
        """Return the variance, over people, of a weighted sum of their months: joining, first, second."""
        joining, first, second = factors
        mean = joining * self.joining_moment(1) + first + second
        square = (
            joining**2 * self.joining_moment(2)
            + (first**2 + second**2) * self.month_moment(2)
            + 2 * joining * self.joining_moment(1) * (first + second)
            + 2 * first * second
        )
        return self.own_moment(2) * square - (self.own_moment(1) * mean) ** 2

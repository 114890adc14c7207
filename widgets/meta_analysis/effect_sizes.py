"""What one trial found, as a number with its standard error: from the means or the counts of its two arms.

Every difference is magnesium minus comparator. Ratios are taken as natural logarithms, where they pool and where their
intervals are alike on both sides.
"""

import math
from dataclasses import dataclass

from widgets.meta_analysis.distributions import normal_quantile

INTERVAL_SHARE = 0.95
# How far an interval of 95 % reaches on each side of a normal estimate, in standard errors.
REACH = normal_quantile((1 + INTERVAL_SHARE) / 2)
# What is added to each of the four cells of a trial where a zero would make its ratio or its error endless.
CONTINUITY = 0.5


class NotEstimableError(ValueError):
    """A trial whose numbers give no effect size, said as a reason: "no_events", "no_spread", "no_numbers"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Effect:
    """An estimate with its standard error, on the scale on which it is pooled (ratios: as logarithms).

    Raises:
        ValueError: a number is not finite, or the standard error is not above 0.
    """

    estimate: float
    standard_error: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.estimate) and math.isfinite(self.standard_error) and self.standard_error > 0):
            raise ValueError(f"No effect size: estimate {self.estimate}, standard error {self.standard_error}.")

    @property
    def variance(self) -> float:
        """The standard error squared."""
        return self.standard_error**2

    @property
    def low(self) -> float:
        """The lower end of the 95 % interval."""
        return self.estimate - REACH * self.standard_error

    @property
    def high(self) -> float:
        """The upper end of the 95 % interval."""
        return self.estimate + REACH * self.standard_error


@dataclass(frozen=True, slots=True)
class Means:
    """Mean, standard deviation and people of each arm; of a crossover trial each person counts in both."""

    people_magnesium: int
    mean_magnesium: float
    sd_magnesium: float
    people_placebo: int
    mean_placebo: float
    sd_placebo: float


@dataclass(frozen=True, slots=True)
class Counts:
    """People and how many of them had the event, in each arm.

    Raises:
        ValueError: an arm has nobody, or more events than people.
    """

    people_magnesium: int
    events_magnesium: int
    people_placebo: int
    events_placebo: int

    def __post_init__(self) -> None:
        for people, events in (
            (self.people_magnesium, self.events_magnesium),
            (self.people_placebo, self.events_placebo),
        ):
            if people <= 0 or not 0 <= events <= people:
                raise ValueError(f"An arm of {people} people cannot have {events} events.")


def mean_difference(means: Means, within_person_correlation: float = 0.0) -> Effect:
    """Return the difference between two means, in their unit.

    In a crossover trial each person is their own comparison, and the error shrinks with the correlation between a
    person's two results. Where that was not published, 0 treats the arms as two groups of people. That is cautious:
    with any correlation above 0 the true interval is narrower, and the trial should have had more weight.

    Args:
        means: the two arms.
        within_person_correlation: for a crossover trial whose correlation is known, from -1 to 1.

    Raises:
        NotEstimableError: no spread, so no error can be told.

    Source: the variance of a difference of two means, paired where a correlation is given.
    """
    first, second = (
        means.sd_magnesium / math.sqrt(means.people_magnesium),
        means.sd_placebo / math.sqrt(means.people_placebo),
    )
    variance = first**2 + second**2 - 2 * within_person_correlation * first * second
    if not variance > 0:
        raise NotEstimableError("no_spread")
    return Effect(means.mean_magnesium - means.mean_placebo, math.sqrt(variance))


def log_risk_ratio(counts: Counts) -> Effect:
    """Return the logarithm of the risk with magnesium over the risk without.

    Where one arm has no event, or nobody in either arm is without one, half a person is added to each of the four
    cells. A crossover trial counts as two groups of people, which is cautious (see `mean_difference`).

    Raises:
        NotEstimableError: nobody in either arm had the event, so the trial says nothing about the ratio.

    Source: the well-known formula, held against published ratios of Cochrane 2020 (pregnancy) in the tests.
    """
    if counts.events_magnesium == counts.events_placebo == 0:
        raise NotEstimableError("no_events")
    add = CONTINUITY if needs_continuity(counts) else 0.0
    events, others = counts.events_magnesium + add, counts.events_placebo + add
    people, other_people = counts.people_magnesium + 2 * add, counts.people_placebo + 2 * add
    variance = 1 / events - 1 / people + 1 / others - 1 / other_people
    return Effect(math.log(events / people) - math.log(others / other_people), math.sqrt(variance))


def needs_continuity(counts: Counts) -> bool:
    """Return whether half a person is added to each cell: an arm without events, or both arms full of them."""
    full = counts.events_magnesium == counts.people_magnesium and counts.events_placebo == counts.people_placebo
    return full or 0 in (counts.events_magnesium, counts.events_placebo)


def from_interval(estimate: float, low: float, high: float) -> Effect:
    """Return a published difference with the standard error that its 95 % interval tells (ratios: give logarithms).

    Raises:
        NotEstimableError: the interval has no width.
    """
    if not high > low:
        raise NotEstimableError("no_spread")
    return Effect(estimate, (high - low) / (2 * REACH))

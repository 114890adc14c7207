"""95 % intervals by Student's t, and what somebody would conclude from one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Literal

from widgets.meta_analysis.distributions import student_t_quantile

# What the interval says of magnesium: fewer cramps, more cramps, or neither for sure.
Verdict = Literal["works", "harms", "open"]

CONFIDENCE = 0.95
Z_95 = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the ends of its 95 % interval; below zero means fewer cramps."""

    estimate: float
    low: float
    high: float

    @property
    def verdict(self) -> Verdict:
        """What would be concluded: an interval that holds no difference leaves it open."""
        return "works" if self.high < 0 else "harms" if self.low > 0 else "open"


def one_sample(values: Sequence[float]) -> Interval:
    """Return the mean of at least two values."""
    count = len(values)
    mean, squares = _mean_and_squares(values)
    return _interval(mean, sqrt(squares / (count - 1) / count), count - 1)


def two_samples(values: Sequence[float], others: Sequence[float], scale: float = 1.0) -> Interval:
    """Return the mean of values less that of others, times `scale`, with the spread that both share."""
    count, other_count = len(values), len(others)
    mean, squares = _mean_and_squares(values)
    other_mean, other_squares = _mean_and_squares(others)
    freedom = count + other_count - 2
    error = sqrt((squares + other_squares) / freedom * (1 / count + 1 / other_count))
    return _interval(scale * (mean - other_mean), scale * error, freedom)


def shares_differ(events: int, other_events: int, people: int) -> Verdict:
    """Return what is concluded from two shares of as many people each; more events speak for magnesium."""
    pooled = (events + other_events) / (2 * people)
    error = sqrt(2 * pooled * (1 - pooled) / people)
    return _by_z((events - other_events) / people, error)


def answers_differ(only: int, only_other: int) -> Verdict:
    """Return what is concluded where the same people answer twice: McNemar's test of those who changed their mind."""
    return _by_z(only - only_other, sqrt(only + only_other))


def _by_z(difference: float, error: float) -> Verdict:
    if error == 0 or abs(difference) <= Z_95 * error:
        return "open"
    return "works" if difference > 0 else "harms"


def _interval(estimate: float, error: float, freedom: int) -> Interval:
    reach = student_t_quantile(0.5 + CONFIDENCE / 2, freedom) * error
    return Interval(estimate, estimate - reach, estimate + reach)


def _mean_and_squares(values: Sequence[float]) -> tuple[float, float]:
    mean = sum(values) / len(values)
    return mean, sum([(value - mean) ** 2 for value in values])

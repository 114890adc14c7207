"""How far trials differ beyond chance: Q, I² with its interval, tau² with its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from widgets.meta_analysis.between_trials import tau2_interval, typical_variance, weighted_spread
from widgets.meta_analysis.distributions import chi_square_tail
from widgets.meta_analysis.effect_sizes import Effect


@dataclass(frozen=True, slots=True)
class Heterogeneity:
    """How far two or more trials differ.

    `tau2` is the variance of the true effects, on the scale of the effects squared; `i2_percent` is its share of all
    variance. Both come with the ends of their 95 % intervals, which for few trials are wide. `p_value` is that of Q.
    """

    q: float
    degrees: int
    p_value: float
    tau2: float
    tau2_low: float
    tau2_high: float
    i2_percent: float
    i2_low: float
    i2_high: float

    @property
    def tau(self) -> float:
        """The standard deviation of the true effects."""
        return math.sqrt(self.tau2)


def heterogeneity(effects: Sequence[Effect], tau2: float) -> Heterogeneity | None:
    """Return how far trials differ, for an estimate of tau²; None for fewer than two trials.

    I² is tau² against the typical variance within trials, as Cochrane has it since 2024, and its interval is that of
    tau² carried over. With tau² by DerSimonian and Laird it is the well-known (Q - degrees) / Q.

    Source: methods.cochrane.org, random-effects methods (May 2024).
    """
    ends = tau2_interval(effects)
    if ends is None:
        return None
    within, degrees, q = typical_variance(effects), len(effects) - 1, weighted_spread(effects)
    share, low, high = (100 * value / (value + within) for value in (tau2, *ends))
    return Heterogeneity(q, degrees, chi_square_tail(q, degrees), tau2, *ends, share, low, high)

"""Several trials put together into one value, by the method of the day, of today, or as if all measured the same."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from widgets.meta_analysis.between_trials import (
    tau2_dersimonian_laird,
    tau2_restricted_likelihood,
    weighted_mean,
    weighted_spread,
)
from widgets.meta_analysis.distributions import normal_quantile, student_t_quantile
from widgets.meta_analysis.effect_sizes import CONTINUITY, INTERVAL_SHARE, Counts, Effect
from widgets.meta_analysis.heterogeneity import Heterogeneity, heterogeneity

# "fixed": inverse variance (counts: Mantel-Haenszel). "then": DerSimonian-Laird with a normal interval, as reviews
# were made until 2024. "now": restricted likelihood with the interval of Hartung and Knapp, as Cochrane has it since.
Method = Literal["fixed", "then", "now"]
METHODS: tuple[Method, ...] = ("fixed", "then", "now")

_UPPER = (1 + INTERVAL_SHARE) / 2
# A prediction needs an idea of how far trials differ, and two trials give none.
_TRIALS_TO_PREDICT = 3


@dataclass(frozen=True, slots=True)
class Pooled:
    """Trials put together, on the scale of their effects (ratios: as logarithms); ends are those of 95 % intervals.

    `weights` are shares of 1 in the order of the trials. `tau2` is what the weights allow for (0 where fixed).
    Between `predicted_low` and `predicted_high` lies the true effect of a further trial in another place; None for
    fewer than three trials and where fixed. `spread_factor` is the factor of Hartung and Knapp on the squared standard
    error before it is held at 1 or above; None for the other methods and for one trial.
    """

    method: Method
    estimate: float
    standard_error: float
    low: float
    high: float
    weights: tuple[float, ...]
    tau2: float
    heterogeneity: Heterogeneity | None
    predicted_low: float | None = None
    predicted_high: float | None = None
    spread_factor: float | None = None

    @property
    def trials(self) -> int:
        """How many trials went in."""
        return len(self.weights)

    @property
    def held_wide(self) -> bool:
        """Whether the factor of Hartung and Knapp would have made the interval too narrow, and was held at 1."""
        return self.spread_factor is not None and self.spread_factor < 1


@lru_cache(maxsize=1024)
def pool(effects: tuple[Effect, ...], method: Method) -> Pooled:
    """Return trials put together. One trial gives its own estimate and interval, whatever the method.

    By "now", the squared standard error is multiplied by how far the trials lie apart for their weights (Hartung and
    Knapp), and the interval takes Student's t with one degree less than there are trials. Trials that agree more
    closely than chance would make that factor less than 1, and the interval narrower than their own precision: it is
    then held at 1 (Röver, Knapp & Friede 2015, who recommend it for few trials). `Pooled.held_wide` says so.

    The interval of a prediction takes Student's t with two degrees less than trials by "then" (Higgins 2009), one less
    by "now", as the R package meta does for Hartung and Knapp with the same hold at 1. Others take two less there too
    (its "HK-PR", after Partlett & Riley), which with three trials is wider still. Cochrane names t and leaves it open.

    Raises:
        ValueError: no trials.

    Source: methods.cochrane.org, random-effects methods (REML, Hartung-Knapp, Q profile, t for predictions); Röver,
    Knapp & Friede 2015, 10.1186/s12874-015-0091-1 (summary read); manual and code (metagen) of the R package meta,
    which name DerSimonian & Laird 1986, Hartung & Knapp 2001 and Higgins 2009 (themselves not read).
    """
    if not effects:
        raise ValueError("Nothing to pool: no trials.")
    if method == "fixed":
        tau2, found = 0.0, tau2_dersimonian_laird(effects)
    else:
        tau2 = found = tau2_dersimonian_laird(effects) if method == "then" else tau2_restricted_likelihood(effects)
    estimate, total = weighted_mean(effects, tau2)
    weights = tuple(1 / (effect.variance + tau2) / total for effect in effects)
    differ = heterogeneity(effects, found)
    standard_error, reach, factor = math.sqrt(1 / total), normal_quantile(_UPPER), None
    if method == "now" and len(effects) > 1:
        factor = weighted_spread(effects, tau2) / (len(effects) - 1)
        standard_error *= math.sqrt(max(1.0, factor))
        reach = student_t_quantile(_UPPER, len(effects) - 1)
    off = _prediction_reach(len(effects), method, math.hypot(standard_error, math.sqrt(tau2)))
    return Pooled(
        method,
        estimate,
        standard_error,
        estimate - reach * standard_error,
        estimate + reach * standard_error,
        weights,
        tau2,
        differ,
        None if off is None else estimate - off,
        None if off is None else estimate + off,
        factor,
    )


def _prediction_reach(trials: int, method: Method, deviation: float) -> float | None:
    if method == "fixed" or trials < _TRIALS_TO_PREDICT:
        return None
    return student_t_quantile(_UPPER, trials - 2 if method == "then" else trials - 1) * deviation


@lru_cache(maxsize=1024)
def pool_mantel_haenszel(counts: tuple[Counts, ...], effects: tuple[Effect, ...]) -> Pooled:
    """Return the logarithm of the risk ratio of Mantel and Haenszel: fixed, and steady where events are few.

    A trial without events in either arm weighs nothing. Only where one arm has no event in any trial is half a person
    added to each cell. Its interval is that of Greenland and Robins.

    Args:
        counts: the arms of each trial.
        effects: the same trials' own log risk ratios, from which Q, I² and tau² are told.

    Raises:
        ValueError: no trials, or nobody in any had the event.

    Source: the well-known formulas, held against the package pimeta in the tests; Greenland & Robins 1985 was not read.
    """
    without = not any(row.events_magnesium for row in counts), not any(row.events_placebo for row in counts)
    if all(without):
        raise ValueError("Nothing to pool: nobody had the event in any trial.")
    add = CONTINUITY if any(without) else 0.0
    above: list[float] = []
    below: list[float] = []
    doubt: list[float] = []
    for row in counts:
        a, c = row.events_magnesium + add, row.events_placebo + add
        n, m = row.people_magnesium + 2 * add, row.people_placebo + 2 * add
        above.append(a * m / (n + m))
        below.append(c * n / (n + m))
        doubt.append((n * m * (a + c) - a * c * (n + m)) / (n + m) ** 2)
    top, base = math.fsum(above), math.fsum(below)
    estimate = math.log(top / base)
    variance = math.fsum(doubt) / (top * base)
    reach = normal_quantile(_UPPER) * math.sqrt(variance)
    differ = heterogeneity(effects, tau2_dersimonian_laird(effects))
    weights = tuple(weight / base for weight in below)
    return Pooled("fixed", estimate, math.sqrt(variance), estimate - reach, estimate + reach, weights, 0.0, differ)

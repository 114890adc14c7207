"""How far the true effects of trials lie apart: estimates of their variance tau², and its interval."""

import math
from collections.abc import Callable, Sequence

from widgets.meta_analysis.distributions import chi_square_quantile
from widgets.meta_analysis.effect_sizes import INTERVAL_SHARE, Effect

_HALVINGS = 200
_GRID = 48
_FINEST = 1e-6


def weighted_mean(effects: Sequence[Effect], tau2: float) -> tuple[float, float]:
    """Return the mean of effects weighted by 1 / (variance + tau²), and the sum of the weights."""
    weights = [1 / (effect.variance + tau2) for effect in effects]
    total = math.fsum(weights)
    return math.fsum(w * effect.estimate for w, effect in zip(weights, effects, strict=True)) / total, total


def weighted_spread(effects: Sequence[Effect], tau2: float = 0.0) -> float:
    """Return the weighted sum of squared distances from the weighted mean; Cochran's Q where tau² is 0."""
    mean, _ = weighted_mean(effects, tau2)
    return math.fsum((effect.estimate - mean) ** 2 / (effect.variance + tau2) for effect in effects)


def tau2_dersimonian_laird(effects: Sequence[Effect]) -> float:
    """Return tau² by the moments of Q, 0 where the trials differ less than chance would have it, or are fewer than two.

    Source: named by the manual of the R package meta (DerSimonian & Laird 1986, not read).
    """
    degrees = len(effects) - 1
    if degrees < 1:
        return 0.0
    return max(0.0, (weighted_spread(effects) - degrees) / _moment_scale(effects))


def typical_variance(effects: Sequence[Effect]) -> float:
    """Return the "typical" variance within trials that I² sets tau² against.

    Source: the value that makes I² of DerSimonian and Laird's tau² the well-known (Q - degrees) / Q.
    """
    return (len(effects) - 1) / _moment_scale(effects)


def _moment_scale(effects: Sequence[Effect]) -> float:
    weights = [1 / effect.variance for effect in effects]
    total = math.fsum(weights)
    # Never the difference of two like numbers: each trial's weight times the weight of all others.
    return math.fsum(w * math.fsum(weights[:i] + weights[i + 1 :]) for i, w in enumerate(weights)) / total


def tau2_restricted_likelihood(effects: Sequence[Effect]) -> float:
    """Return tau² of the greatest restricted likelihood (REML), 0 or above.

    The slope of the likelihood is looked through on a fine grid up to a bound above which it always falls, and each
    place where it turns from rising to falling is closed in on by halving. So an answer is always found, the highest
    of several peaks among them; no iteration can fail to settle.

    Source: worked out here from the likelihood; the manual of the R package meta names Viechtbauer 2005 (not read).
    """
    if len(effects) < 2:  # noqa: PLR2004 - one trial has no others to differ from
        return 0.0
    variances = [effect.variance for effect in effects]
    middle = math.fsum(effect.estimate for effect in effects) / len(effects)
    spread = math.fsum((effect.estimate - middle) ** 2 for effect in effects)
    if spread == 0:
        return 0.0
    # For tau² above this the slope is below 0: w is then at least half and at most once 1 / tau².
    bound = max(*variances, 4 * spread / (len(effects) - 1))
    finest = _FINEST * min(*variances, bound)
    ratio = (bound / finest) ** (1 / _GRID)
    grid = [0.0, *(finest * ratio**step for step in range(_GRID + 1))]
    slopes = [_slope(effects, tau2) for tau2 in grid]
    peaks = [] if slopes[0] > 0 else [0.0]
    peaks += [
        _crossing(lambda tau2: _slope(effects, tau2), grid[i], grid[i + 1])
        for i in range(len(grid) - 1)
        if slopes[i] > 0 >= slopes[i + 1]
    ]
    return max(peaks, key=lambda tau2: restricted_likelihood(effects, tau2)) if len(peaks) > 1 else peaks[0]


def restricted_likelihood(effects: Sequence[Effect], tau2: float) -> float:
    """Return the logarithm of the restricted likelihood of tau², up to a constant."""
    _, total = weighted_mean(effects, tau2)
    logs = math.fsum(math.log(effect.variance + tau2) for effect in effects)
    return -0.5 * (logs + math.log(total) + weighted_spread(effects, tau2))


def _slope(effects: Sequence[Effect], tau2: float) -> float:
    """Return twice the slope of the restricted likelihood with tau²."""
    weights = [1 / (effect.variance + tau2) for effect in effects]
    total = sum(weights)
    mean = sum(w * effect.estimate for w, effect in zip(weights, effects, strict=True)) / total
    return sum(
        w * (w * (effect.estimate - mean) ** 2 - (1 - w / total)) for w, effect in zip(weights, effects, strict=True)
    )


def tau2_interval(effects: Sequence[Effect]) -> tuple[float, float] | None:
    """Return the ends of the 95 % interval of tau² by the Q profile; None for fewer than two trials.

    An end that no tau² reaches is 0: the trials then differ less than chance would have it.

    Source: methods.cochrane.org, random-effects methods (May 2024), whose way it is.
    """
    degrees = len(effects) - 1
    if degrees < 1:
        return None
    tail = (1 - INTERVAL_SHARE) / 2
    ends = [_where_spread_is(effects, chi_square_quantile(share, degrees)) for share in (1 - tail, tail)]
    return ends[0], ends[1]


def _where_spread_is(effects: Sequence[Effect], wanted: float) -> float:
    if weighted_spread(effects) <= wanted:
        return 0.0
    middle = math.fsum(effect.estimate for effect in effects) / len(effects)
    # No weight is above 1 / tau², so that the spread has fallen to what is wanted at the latest here.
    high = math.fsum((effect.estimate - middle) ** 2 for effect in effects) / wanted
    return _crossing(lambda tau2: weighted_spread(effects, tau2) - wanted, 0.0, high)


def _crossing(falling: Callable[[float], float], low: float, high: float) -> float:
    """Return where a value that is above 0 at `low` and at or below 0 at `high` passes 0, to the last digits."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high) or high - low < 1e-13 * high:
            break
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2

"""Student's t and chi-square: shares below a value, and the value that has a given share below it."""

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

_STEPS = 500
_CLOSE = 1e-15
_SMALLEST = 1e-300
_NORMAL = NormalDist()


@lru_cache
def normal_quantile(share: float) -> float:
    """Return the value below which a standard normal distribution has the share, between 0 and 1."""
    return _NORMAL.inv_cdf(share)


def student_t_share(value: float, degrees: float) -> float:
    """Return the share of Student's t distribution below a value.

    Args:
        value: the value; infinite ones have the share 0 or 1.
        degrees: degrees of freedom, above 0.
    """
    if math.isinf(value):
        return float(value > 0)
    squared = value * value
    # Each from the side where no digits are lost: far out the tail itself, near the middle what is missing to it.
    if squared > degrees:
        tail = 0.5 * _beta_share(degrees / (degrees + squared), degrees / 2, 0.5)
    else:
        tail = 0.5 - 0.5 * _beta_share(squared / (degrees + squared), 0.5, degrees / 2)
    return 1 - tail if value > 0 else tail


@lru_cache
def student_t_quantile(share: float, degrees: float) -> float:
    """Return the value below which Student's t distribution has the share, between 0 and 1."""
    if share == 0.5:  # noqa: PLR2004 - the middle of a distribution that is alike on both sides
        return 0.0
    if share < 0.5:  # noqa: PLR2004
        return -_where_share(lambda value: student_t_share(-value, degrees), share, falls=True)
    return _where_share(lambda value: 1 - student_t_share(-value, degrees), share)


def chi_square_share(value: float, degrees: float) -> float:
    """Return the share of a chi-square distribution below a value; 0 for values that are not above 0.

    Args:
        value: the value.
        degrees: degrees of freedom, above 0.
    """
    return 1 - chi_square_tail(value, degrees)


def chi_square_tail(value: float, degrees: float) -> float:
    """Return the share of a chi-square distribution above a value, precise where it is small."""
    half = value / 2
    return 1.0 if half <= 0 else _gamma_tail(degrees / 2, half)


@lru_cache
def chi_square_quantile(share: float, degrees: float) -> float:
    """Return the value below which a chi-square distribution has the share, between 0 and 1."""
    return _where_share(lambda value: chi_square_share(value, degrees), share)


def _where_share(share_at: Callable[[float], float], share: float, *, falls: bool = False) -> float:
    """Return where a share that rises (or falls) over positive values has a given size."""

    def too_low(value: float) -> bool:
        return (share_at(value) > share) if falls else (share_at(value) < share)

    low, high = 0.0, 1.0
    while too_low(high) and high < 1 / _SMALLEST:
        low, high = high, 2 * high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high) or high - low <= _CLOSE * high:
            break
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return (low + high) / 2


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by the continued fraction of Lentz's method."""
    if x in (0.0, 1.0):
        return x
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    # The fraction closes in fast on this side of the mean only.
    if x > (a + 1) / (a + b + 2):
        return 1 - front * _beta_fraction(1 - x, b, a) / b
    return front * _beta_fraction(x, a, b) / a


def _beta_fraction(x: float, a: float, b: float) -> float:
    def terms(step: int) -> float:
        m, odd = divmod(step, 2)
        if odd:
            return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))

    return 1 / _fraction(1.0, lambda step: (terms(step), 1.0))


def _gamma_tail(a: float, x: float) -> float:
    """Return the regularised upper incomplete gamma function: a series below the mean, a fraction above it."""
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for step in range(1, _STEPS):
            term *= x / (a + step)
            total += term
            if term < total * _CLOSE:
                break
        return 1 - front * total
    return front / _fraction(x + 1 - a, lambda step: (step * (a - step), x + 2 * step + 1 - a))


def _fraction(first: float, terms: Callable[[int], tuple[float, float]]) -> float:
    """Return a continued fraction `first + a1 / (b1 + a2 / (b2 + ...))` from its terms (a, b) for 1, 2, ..."""
    value = first or _SMALLEST
    above, below = value, 0.0
    for step in range(1, _STEPS):
        a, b = terms(step)
        below = 1 / ((b + a * below) or _SMALLEST)
        above = (b + a / above) or _SMALLEST
        value *= above * below
        if abs(above * below - 1) < _CLOSE:
            break
    return value

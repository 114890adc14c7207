"""What one reads off a recorded curve with a ruler: its peak, crossings, area and slope, between the samples too."""

import math
from bisect import bisect_left
from collections.abc import Sequence

Curve = Sequence[float]

# Lower neighbours than this share of the top mean that it was recorded too coarsely for a parabola.
ROUND_TOP_SHARE = 0.75
GOLDEN_SHARE = (math.sqrt(5) - 1) / 2
# Of the logarithm of a fitted rate.
RATE_RESOLUTION = 1e-5


def value_at(time_ms: Curve, values: Curve, at_ms: float) -> float:
    """Return the value at one time, linear between samples; a time outside the recording gives its end."""
    right = min(max(bisect_left(time_ms, at_ms), 1), len(time_ms) - 1)
    before, after = time_ms[right - 1], time_ms[right]
    share = min(max((at_ms - before) / (after - before), 0.0), 1.0)
    return values[right - 1] * (1 - share) + values[right] * share


def peak(time_ms: Curve, values: Curve, start_ms: float = 0.0, end_ms: float = float("inf")) -> tuple[float, float]:
    """Return when the curve is highest from start to end, and how high: the top of the parabola through three samples.

    The highest sample itself where it is the first or last of all, or where its neighbours lie far below.

    Raises:
        ValueError: no sample lies between start and end.
    """
    top = max((i for i, time in enumerate(time_ms) if start_ms <= time <= end_ms), key=values.__getitem__)
    if not 0 < top < len(values) - 1:
        return time_ms[top], values[top]
    beside = (values[top - 1], values[top + 1])
    if max(beside) >= values[top] or min(beside) < ROUND_TOP_SHARE * values[top]:
        return time_ms[top], values[top]
    before, after = time_ms[top] - time_ms[top - 1], time_ms[top + 1] - time_ms[top]
    rise, fall = values[top] - values[top - 1], values[top + 1] - values[top]
    bend = (fall / after - rise / before) / (before + after)
    slope = (fall * before / after + rise * after / before) / (before + after)
    return time_ms[top] - slope / (2 * bend), values[top] - slope**2 / (4 * bend)


def crossing_ms(time_ms: Curve, values: Curve, level: float, start_ms: float, step: int = 1) -> float | None:
    """Return when the curve, followed from `start_ms` (backwards for step -1), first comes down to the level.

    None where it stays above it within the recording. Linear between samples.
    """
    start = bisect_left(time_ms, start_ms)
    indices = range(start, len(time_ms)) if step > 0 else range(min(start, len(time_ms) - 1), -1, -1)
    above: int | None = None
    for i in indices:
        if values[i] > level:
            above = i
        elif above is not None:
            share = (values[above] - level) / (values[above] - values[i])
            return time_ms[above] + share * (time_ms[i] - time_ms[above])
    return None


def area(time_ms: Curve, values: Curve, start_ms: float, end_ms: float, floor: float = 0.0) -> float:
    """Return the area between the curve and the level `floor` from start to end, in unit × ms (trapezia)."""
    inner = [i for i, time in enumerate(time_ms) if start_ms < time < end_ms]
    times = [start_ms, *(time_ms[i] for i in inner), end_ms]
    heights = [
        value_at(time_ms, values, start_ms) - floor,
        *(values[i] - floor for i in inner),
        value_at(time_ms, values, end_ms) - floor,
    ]
    return sum((times[i + 1] - times[i]) * (heights[i] + heights[i + 1]) / 2 for i in range(len(times) - 1))


def straight_line(x: Curve, y: Curve) -> tuple[float, float]:
    """Return slope and intercept of the least-squares line.

    Raises:
        ZeroDivisionError: fewer than two different x.
    """
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)
    return slope, mean_y - slope * mean_x


def exponential_rate(x: Curve, y: Curve) -> float:
    """Return the rate k of the least-squares fit of a constant and one exponential, exp(-k x), for x from 0 on.

    Found within 1/100 to 100 over the length of x, by golden section on the logarithm of the rate.
    """

    def misfit(log_rate: float) -> float:
        falling = [math.exp(-math.exp(log_rate) * value) for value in x]
        slope, intercept = straight_line(falling, y)
        return sum((b - intercept - slope * a) ** 2 for a, b in zip(falling, y, strict=True))

    middle = -math.log(x[-1] - x[0])
    low, high = middle + math.log(0.01), middle + math.log(100)
    while high - low > RATE_RESOLUTION:
        left, right = high - GOLDEN_SHARE * (high - low), low + GOLDEN_SHARE * (high - low)
        low, high = (low, right) if misfit(left) < misfit(right) else (left, high)
    return math.exp((low + high) / 2)

"""Published results, single or whole curves: what the model makes of each, and how much that proves."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from widgets.physiology.published_measurements import (
    Band,
    Comparison,
    PublishedMeasurement,
    Sign,
    published_measurements,
)
from widgets.reference_data.language import kept_for_each_language

Verdict = Literal["met", "near", "missed"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
# What a result proves, most first.
Strength = Literal["predicted_number", "predicted_direction", "fitted", "missed"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)

# "Near" is outside the band by no more than this share of its width.
NEAR_SHARE_OF_BAND = 0.25
_EDGE = 0.5
# The second run's answer, as the comparison gives it where both runs answer the same.
_ALIKE: Mapping[Comparison, float] = {"value": 0.0, "ratio": 1.0, "difference": 0.0, "share_lost": 0.0}


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """One published result: a single measurement, or the points of one curve, in the order of the table."""

    points: tuple[PublishedMeasurement, ...]

    @property
    def first(self) -> PublishedMeasurement:
        """The measurement, or the first point of the curve: all that points have in common can be read off it."""
        return self.points[0]

    @property
    def id(self) -> str:
        """The id of the first row."""
        return self.first.id

    @property
    def is_curve(self) -> bool:
        """Whether this is a curve."""
        return bool(self.first.curve)


@kept_for_each_language
def published_results() -> tuple[PublishedResult, ...]:
    """Return every published result, in the order of the table.

    Raises:
        DataError: as `published_measurements`.
    """
    return results_of(published_measurements())


def results_of(measurements: Iterable[PublishedMeasurement]) -> tuple[PublishedResult, ...]:
    """Return measurements as results, the points of a curve together."""
    grouped = groupby(measurements, lambda measurement: measurement.curve or measurement.id)
    return tuple(PublishedResult(tuple(points)) for _, points in grouped)


def verdict(result: PublishedResult, values: Mapping[str, float]) -> Verdict:
    """Return whether the model's values meet a result, are near it, or miss it.

    A number is met inside its band, near outside by at most a quarter of the band's width. A curve is judged in
    the same way, by the root mean square of its points' distances from the middle of their bands, each in widths of its
    own band. A direction is met or missed.

    Args:
        result: what was published.
        values: the model's value by the measurement's id, in its unit; those of the result at least.
    """
    left = margin(result, values)
    if left >= 0:
        return "met"
    is_near = isinstance(result.first.accepted, Band) and left >= -NEAR_SHARE_OF_BAND
    return "near" if is_near else "missed"


def margin(result: PublishedResult, values: Mapping[str, float]) -> float:
    """Return how far a result is from the edge where it would no longer be met; negative where it is not met.

    In widths of the band; for a direction, in smallest differences that count.
    """
    if not isinstance(result.first.accepted, Sign):
        return _EDGE - distance_from_middle(result, values)
    sign = result.first.accepted
    found = difference_found(result.first, values[result.id]) / sign.smallest_difference
    if sign.direction == "none":
        return 1 - abs(found)
    return (-found if sign.direction == "lower" else found) - 1


def distance_from_middle(result: PublishedResult, values: Mapping[str, float]) -> float:
    """Return how far the model is from the middle of the band, in widths of the band: the edge is at 0.5.

    Of a curve, the root mean square over its points.

    Raises:
        TypeError: only a direction was published.
    """
    offs = [place_on_band(point, values[point.id]) - _EDGE for point in result.points]
    # The square root of the one square would take the edge itself out of the band.
    return abs(offs[0]) if len(offs) == 1 else math.sqrt(math.fsum(off**2 for off in offs) / len(offs))


def place_on_band(measurement: PublishedMeasurement, value: float) -> float:
    """Return where a value lies on the measurement's band: 0 at its lower end, 1 at its upper end.

    Raises:
        TypeError: only a direction was published.
    """
    if not isinstance(measurement.accepted, Band):
        raise TypeError(f"{measurement.id} has no band.")
    if value in (measurement.accepted.low, measurement.accepted.high):
        return float(value == measurement.accepted.high)
    return (value - measurement.accepted.low) / measurement.accepted.width


def difference_found(measurement: PublishedMeasurement, value: float) -> float:
    """Return the difference that a value stands for: from no difference, or from nothing where there is one run."""
    return value - _ALIKE[measurement.comparison]


def strength(result: PublishedResult, values: Mapping[str, float]) -> Strength:
    """Return what the model's values for a result prove; one that is only near is missed."""
    if verdict(result, values) != "met":
        return "missed"
    if result.first.relation == "fitted":
        return "fitted"
    return "predicted_direction" if isinstance(result.first.accepted, Sign) else "predicted_number"


def counted_by_strength(results: Sequence[PublishedResult], values: Mapping[str, float]) -> Mapping[Strength, int]:
    """Return how many results there are of each strength, zeros among them."""
    counted = Counter(strength(result, values) for result in results)
    return {kind: counted[kind] for kind in STRENGTHS}

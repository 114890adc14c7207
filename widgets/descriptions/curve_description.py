"""A published curve against the model's in words."""

from collections.abc import Mapping

from widgets.physiology.published_results import PublishedResult, distance_from_middle, place_on_band, verdict
from widgets.reference_data.amounts import number_in_words, paragraph
from widgets.reference_data.wording import sentence


def curve_finding(curve: PublishedResult, values: Mapping[str, float]) -> str:
    """Return whether the model follows a curve, in one sentence; `values` holds its value by the measurement's id."""
    return _said(f"curve_finding_{verdict(curve, values)}", title=curve.first.title)


def describe_curve(curve: PublishedResult, values: Mapping[str, float]) -> str:
    """Return at how many points the model is inside the band, and how far off they are together."""
    count = len(curve.points)
    inside = sum(0 <= place_on_band(point, values[point.id]) <= 1 for point in curve.points)
    off = number_in_words(2 * distance_from_middle(curve, values), 2)
    return paragraph(
        [
            _said("describe_curve", count=count),
            _said("describe_curve_inside", inside=inside, count=count),
            _said("describe_curve_off", off=off),
        ]
    )


def _said(key: str, **values: object) -> str:
    return sentence("measurements", key, **values)

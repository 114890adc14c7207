"""A published curve beside the model's: at each point the published value, its band, and what the model gives."""

import math
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from widgets.figures.chart_style import INK, base_layout, in_unit, panel_heading, time_axis, value_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.measurement_chart import BAND, VERDICT_COLORS
from widgets.figures.timed_panels import key_note
from widgets.physiology.published_measurements import Band, PublishedMeasurement
from widgets.physiology.published_results import PublishedResult, verdict
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.controls import Control
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 280
DOMAIN = (0.0, 0.86)
BAND_WIDTH_PX = 12
DIGITS = 3
_ROOM_ABOVE = 1.06
# Room at both ends of the axis: as a share of it, or in tenfolds.
_BESIDE_ENDS, _TENFOLDS_BESIDE_ENDS = 0.06, 0.15


def draw_published_curve(result: PublishedResult, values: Mapping[str, float]) -> dict[str, Any]:
    """Return the figure of a curve: x is the control along its axis, y is in the unit of the measurements.

    There are always three lines: bands, published points and the model's. They are empty for a single value.

    Args:
        result: the curve.
        values: the model's value by the measurement's id, in its unit.
    """
    points = result.points if result.is_curve else ()
    bands = [point.accepted for point in points if isinstance(point.accepted, Band)]
    along = tuple(float(point.settings[point.curve_axis]) for point in points)
    model = tuple(values[point.id] for point in points)
    published = tuple(math.nan if point.published_value is None else point.published_value for point in points)
    color = VERDICT_COLORS[verdict(result, values)]
    symbol = "circle" if result.first.relation == "predicted" else "circle-open"
    lines = [
        _line("line_band", tuple(chain.from_iterable((x, x, math.nan) for x in along)), _upright(bands))
        | {"mode": "lines", "line": {"color": BAND, "width": BAND_WIDTH_PX}, "connectgaps": False},
        _line("line_published", along, published)
        | {"mode": "markers", "marker": _marker(INK, "line-ew-open", size=13)},
        _line("line_model", along, model)
        | {
            "mode": "lines+markers",
            "line": {"color": color, "width": 2, "dash": "solid"},
            "marker": _marker(color, symbol, size=9),
        },
    ]
    layout = base_layout(FIGURE_HEIGHT_PX)
    return {"data": lines, "layout": layout | _axes(points, bands, model) if points else layout}


def _axes(points: Sequence[PublishedMeasurement], bands: Sequence[Band], model: Sequence[float]) -> dict[str, Any]:
    first = points[0]
    control = experiment_controls()[first.curve_axis]
    top = _ROOM_ABOVE * max(*(band.high for band in bands), *model)
    unit = first.unit_text
    heading = in_unit(_said("curve_values"), unit) if unit else _said("curve_values")
    return {
        "margin": {"l": 44, "r": 12, "t": 54, "b": 48},
        "xaxis": time_axis(in_unit(control.label, control.unit), _limits(points, control), "y")
        | {"type": "log" if control.scale == "log" else "linear", "nticks": 6},
        "yaxis": value_axis(DOMAIN, (min(0.0, *(band.low for band in bands), *model), top)),
        "annotations": [panel_heading(heading, INK, DOMAIN[1]), key_note(_said("curve_key"))],
        "meta": {"table": _table(points, model, control)},
    }


def _limits(points: Sequence[PublishedMeasurement], control: Control) -> tuple[float, float]:
    """Return the ends of the axis as plotly counts them: in tenfolds where the control does."""
    low, high = (float(point.settings[point.curve_axis]) for point in (points[0], points[-1]))
    if control.scale == "log":
        return math.log10(low) - _TENFOLDS_BESIDE_ENDS, math.log10(high) + _TENFOLDS_BESIDE_ENDS
    room = _BESIDE_ENDS * (high - low)
    return low - room, high + room


def _upright(bands: Sequence[Band]) -> tuple[float, ...]:
    return tuple(chain.from_iterable((band.low, band.high, math.nan) for band in bands))


def _line(name: str, x: Sequence[float], y: Sequence[float]) -> dict[str, Any]:
    meta = LineMeta(run="this_run", readout=False, line=name)
    axes = {"xaxis": "x", "yaxis": "y", "cliponaxis": False, "hoverinfo": "skip"}
    return {"type": "scatter", "name": _said(name), "meta": meta, "x": x, "y": y, **axes}


def _marker(color: str, symbol: str, size: float) -> dict[str, Any]:
    return {"color": color, "size": size, "symbol": symbol, "line": {"width": 2.5, "color": color}}


def _table(points: Sequence[PublishedMeasurement], model: Sequence[float], control: Control) -> dict[str, Any]:
    columns = [
        in_unit(control.label, control.unit),
        *(_said(f"table_{name}") for name in ("published", "band", "model")),
    ]
    return {
        "columns": columns,
        "rows": [
            [
                number_in_words(float(point.settings[point.curve_axis]), DIGITS),
                point.published_text,
                _band_text(point),
                amount(value, point.unit_text, DIGITS),
            ]
            for point, value in zip(points, model, strict=True)
        ],
    }


def _band_text(point: PublishedMeasurement) -> str:
    if not isinstance(point.accepted, Band):
        return ""
    high = amount(point.accepted.high, point.unit_text, DIGITS)
    return _said("table_band_text", low=number_in_words(point.accepted.low, DIGITS), high=high)


def _said(key: str, **values: object) -> str:
    return sentence("measurements", key, **values)

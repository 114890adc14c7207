"""The model against published results: one row each, with every accepted band drawn equally wide."""

import math
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import FONT_SIZE_PX, GRID, INK, QUIET_INK, base_layout, in_lines
from widgets.figures.figure_meta import LineMeta
from widgets.physiology.published_measurements import Direction, PublishedMeasurement, Sign
from widgets.physiology.published_results import (
    NEAR_SHARE_OF_BAND,
    VERDICTS,
    PublishedResult,
    Verdict,
    difference_found,
    distance_from_middle,
    place_on_band,
    verdict,
)
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.wording import sentence

ROW_HEIGHT_PX = 46
HEAD_PX, FOOT_PX = 80, 14
# In widths of the band, from its lower end: where the figure ends, and where a mark further off is drawn.
AXIS = (-0.5, 1.5)
FARTHEST = (-0.42, 1.42)
# Leaves room at the right for the verdict in words.
PLOT_DOMAIN = (0.0, 0.82)
BAND_WIDTH_PX = 14
DIGITS = 3
BAND = colour("band")
NEAR_BAND = colour("near-band")
CHOSEN_GROUND = colour("accent-soft")
# No colour of a substance; each verdict has a shape of its own as well.
VERDICT_COLORS: Mapping[Verdict, str] = {"met": colour("accent"), "near": colour("near"), "missed": INK}
_TITLE_OFFSET_ROWS = -0.44
_MARK_OFFSET_ROWS = 0.18
# Where the arrow of a published direction begins and ends, and where the model then stands: lower, alike, higher.
_ARROWS: Mapping[Direction, tuple[float, float]] = {
    "higher": (0.5, 0.82),
    "present": (0.5, 0.82),
    "lower": (0.5, 0.18),
    "none": (0.36, 0.64),
}
_ARROW_ENDS: Mapping[Direction, tuple[str, str]] = {
    "higher": ("line-ns-open", "triangle-right"),
    "present": ("line-ns-open", "triangle-right"),
    "lower": ("line-ns-open", "triangle-left"),
    "none": ("line-ns-open", "line-ns-open"),
}
_BESIDE_ARROW = (0.0, 0.5, 1.0)
_SHAPES: Mapping[Verdict, str] = {"met": "circle", "near": "diamond"}


def measurement_chart(
    results: Sequence[PublishedResult], values: Mapping[str, float], chosen: str = ""
) -> dict[str, Any]:
    """Return the figure: for each result its band, the published value and the model's value.

    A row's band runs from 0 to 1, so that bands of all units can be compared; the first result is on top, at y = 0, the
    next at y = 1. Where only a direction was published there is an arrow and no band, and the model stands at the left
    end (lower), in the middle (alike) or at the right end (higher). A curve has a mark for each of its points. What is
    far outside is drawn at the edge. The number and order of the lines is always the same; the height follows the
    number of rows.

    Args:
        results: the rows, at least one.
        values: the model's value by the measurement's id, in its unit.
        chosen: id of the result whose row has a tinted ground, if it is among them.
    """
    found = [verdict(result, values) for result in results]
    banded = [float(row) for row, result in enumerate(results) if not isinstance(result.first.accepted, Sign)]
    published = [
        (_at_edge_at_most(place_on_band(result.first, result.first.published_value)), float(row), "line-ns-open")
        for row, result in enumerate(results)
        if result.first.published_value is not None and not result.is_curve
    ]
    lines = [
        _bars("line_near", NEAR_BAND, (-NEAR_SHARE_OF_BAND, 1 + NEAR_SHARE_OF_BAND), banded),
        _bars("line_band", BAND, (0.0, 1.0), banded),
        _arrows(results),
        _marks("line_published", published, {"color": INK, "size": 13, "line": {"width": 3.5, "color": INK}}),
        *(_model_marks(kind, results, values, found) for kind in VERDICTS),
    ]
    layout = _layout(results, values, found)
    ids = [result.id for result in results]
    if chosen in ids:
        layout["shapes"] = [_row_ground(ids.index(chosen))]
    return {"data": lines, "layout": layout}


def _row_ground(row: int) -> dict[str, Any]:
    ends = {"x0": 0, "x1": 1, "y0": row - 0.5, "y1": row + 0.5, "xref": "paper", "yref": "y"}
    return {"type": "rect", **ends, "layer": "below", "fillcolor": CHOSEN_GROUND, "line": {"width": 0}}


def _place(point: PublishedMeasurement, value: float) -> float:
    if not isinstance(point.accepted, Sign):
        return _at_edge_at_most(place_on_band(point, value))
    difference, least = difference_found(point, value), point.accepted.smallest_difference
    return _BESIDE_ARROW[0 if difference < -least else 2 if difference > least else 1]


def _at_edge_at_most(place: float) -> float:
    return min(max(place, FARTHEST[0]), FARTHEST[1])


def _bars(name: str, color: str, ends: tuple[float, float], rows: Sequence[float]) -> dict[str, Any]:
    x = tuple(chain.from_iterable((*ends, math.nan) for _ in rows))
    y = tuple(chain.from_iterable((_marked(row), _marked(row), math.nan) for row in rows))
    line = {"color": color, "width": BAND_WIDTH_PX, "dash": "solid"}
    return _line(name, x, y) | {"mode": "lines", "line": line, "connectgaps": False}


def _marks(name: str, points: Sequence[tuple[float, float, str]], marker: Mapping[str, Any]) -> dict[str, Any]:
    x, y = tuple(x for x, _, _ in points), tuple(_marked(row) for _, row, _ in points)
    return _line(name, x, y) | {"mode": "markers", "marker": {**marker, "symbol": [symbol for *_, symbol in points]}}


def _arrows(results: Sequence[PublishedResult]) -> dict[str, Any]:
    arrows = [
        (result.first.accepted.direction, _marked(float(row)))
        for row, result in enumerate(results)
        if isinstance(result.first.accepted, Sign)
    ]
    x = tuple(chain.from_iterable((*_ARROWS[direction], math.nan) for direction, _ in arrows))
    y = tuple(chain.from_iterable((row, row, math.nan) for _, row in arrows))
    symbols = list(chain.from_iterable((*_ARROW_ENDS[direction], "circle") for direction, _ in arrows))
    line = {"color": INK, "width": 2.5, "dash": "solid"}
    marker = {"color": INK, "size": 11, "symbol": symbols, "line": {"width": 2.5, "color": INK}}
    return _line("line_direction", x, y) | {
        "mode": "lines+markers",
        "line": line,
        "marker": marker,
        "connectgaps": False,
    }


def _model_marks(
    kind: Verdict,
    results: Sequence[PublishedResult],
    values: Mapping[str, float],
    found: Sequence[Verdict],
) -> dict[str, Any]:
    points = [
        (_place(point, values[point.id]), float(row), _shape(result, kind, _place(point, values[point.id])))
        for row, result in enumerate(results)
        if found[row] == kind
        for point in result.points
    ]
    color = VERDICT_COLORS[kind]
    marker = {"color": color, "size": 13, "line": {"width": 2.5, "color": color}}
    return _marks("line_near_model" if kind == "near" else f"line_{kind}", points, marker)


def _shape(result: PublishedResult, kind: Verdict, place: float) -> str:
    if kind == "missed" and isinstance(result.first.accepted, Sign):
        shape = "x"
    # One point of a curve may lie inside where the curve as a whole does not.
    elif kind in ("near", "missed") and result.is_curve and 0 <= place <= 1:
        shape = "circle"
    else:
        shape = _SHAPES.get(kind, f"triangle-{'left' if place < 0 else 'right'}")
    return shape if result.first.relation == "predicted" else f"{shape}-open"


def _line(name: str, x: Sequence[float], y: Sequence[float]) -> dict[str, Any]:
    meta = LineMeta(run="this_run", readout=False, line=name)
    axes = {"xaxis": "x", "yaxis": "y", "cliponaxis": False, "hoverinfo": "skip"}
    return {"type": "scatter", "name": sentence("measurements", name), "meta": meta, "x": x, "y": y, **axes}


def _marked(row: float) -> float:
    """Return where in its row the band lies: below the title."""
    return row + _MARK_OFFSET_ROWS


def _layout(
    results: Sequence[PublishedResult], values: Mapping[str, float], found: Sequence[Verdict]
) -> dict[str, Any]:
    height = HEAD_PX + ROW_HEIGHT_PX * len(results) + FOOT_PX
    annotations = [
        *(_title(result.first.title, row) for row, result in enumerate(results)),
        *(_verdict_in_words(kind, row) for row, kind in enumerate(found)),
        *(_above_plot(key, x) for key, x in (("too_low", -0.25), ("band", 0.5), ("too_high", 1.25))),
        _key(),
    ]
    return base_layout(height) | {
        "margin": {"l": 6, "r": 6, "t": HEAD_PX, "b": FOOT_PX},
        "xaxis": {
            "range": list(AXIS),
            "domain": list(PLOT_DOMAIN),
            "fixedrange": True,
            "visible": False,
            "anchor": "y",
        },
        "yaxis": {
            "range": [len(results) - 0.5, -0.5],
            "fixedrange": True,
            "showticklabels": False,
            "tickvals": [row + 0.5 for row in range(len(results) - 1)],
            "gridcolor": GRID,
            "zeroline": False,
            "anchor": "x",
        },
        "annotations": annotations,
        "meta": {"table": _as_table(results, values, found)},
    }


def _title(text: str, row: int) -> dict[str, Any]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": row + _TITLE_OFFSET_ROWS, "yanchor": "top"}
    return {"text": text, "font": {"color": INK, "size": FONT_SIZE_PX - 1}, "showarrow": False, **place}


def _verdict_in_words(kind: Verdict, row: int) -> dict[str, Any]:
    place = {"xref": "paper", "x": 1, "xanchor": "right", "yref": "y", "y": _marked(row), "yanchor": "middle"}
    font = {"color": VERDICT_COLORS[kind], "size": FONT_SIZE_PX - 1}
    return {"text": sentence("measurements", f"verdict_{kind}"), "font": font, "showarrow": False, **place}


def _above_plot(key: str, x: float) -> dict[str, Any]:
    place = {"xref": "x", "x": x, "xanchor": "center", "yref": "paper", "y": 1, "yanchor": "bottom"}
    font = {"color": QUIET_INK, "size": FONT_SIZE_PX - 1}
    return {"text": sentence("measurements", key), "font": font, "showarrow": False, **place}


def _key() -> dict[str, Any]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 20}
    font = {"color": QUIET_INK, "size": FONT_SIZE_PX - 1}
    text = in_lines(sentence("measurements", key) for key in ("key_published", "key_marks", "key_filling"))
    return {"text": text, "font": font, "align": "left", "showarrow": False, **place}


def _as_table(
    results: Sequence[PublishedResult], values: Mapping[str, float], found: Sequence[Verdict]
) -> dict[str, Any]:
    """Return the same as rows of text, for those who would rather read a table."""
    columns = ("title", "published", "band", "model", "verdict", "relation")
    return {
        "columns": [sentence("measurements", f"table_{column}") for column in columns],
        "rows": [
            [
                result.first.title,
                result.first.published_text,
                _accepted_text(result),
                _model_text(result, values),
                sentence("measurements", f"verdict_{kind}"),
                sentence("measurements", f"relation_{result.first.relation}"),
            ]
            for result, kind in zip(results, found, strict=True)
        ],
    }


def _accepted_text(result: PublishedResult) -> str:
    first = result.first
    if result.is_curve:
        return sentence("measurements", "table_curve", count=len(result.points))
    if isinstance(first.accepted, Sign):
        return sentence("measurements", f"direction_{first.accepted.direction}")
    high = amount(first.accepted.high, first.unit_text, DIGITS)
    return sentence("measurements", "table_band_text", low=number_in_words(first.accepted.low, DIGITS), high=high)


def _model_text(result: PublishedResult, values: Mapping[str, float]) -> str:
    if not result.is_curve:
        return amount(values[result.id], result.first.unit_text, DIGITS)
    off = number_in_words(2 * distance_from_middle(result, values), 2)
    return sentence("measurements", "table_curve_model", off=off)

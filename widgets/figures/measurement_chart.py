"""The model against published measurements: one row each, with every accepted band drawn equally wide."""

import math
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, get_args

from widgets.figures.chart_style import FONT_SIZE_PX, GRID, INK, QUIET_INK, base_layout, in_lines
from widgets.figures.figure_meta import LineMeta
from widgets.physiology.published_measurements import (
    NEAR_SHARE_OF_BAND,
    PublishedMeasurement,
    Verdict,
    verdict,
)
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.wording import sentence

ROW_HEIGHT_PX = 46
HEAD_PX, FOOT_PX = 62, 14
# In widths of the band, from its lower end: where the figure ends, and where a mark further off is drawn.
AXIS = (-0.5, 1.5)
FARTHEST = (-0.42, 1.42)
# Leaves room at the right for the verdict in words.
PLOT_DOMAIN = (0.0, 0.82)
BAND_WIDTH_PX = 14
DIGITS = 3
BAND = "#CFC8B8"
NEAR_BAND = "#EFEAE0"
CHOSEN_GROUND = "#E4EFED"
# No colour of a substance; each verdict has a shape of its own as well.
VERDICT_COLORS: Mapping[Verdict, str] = {"inside": "#1F5F5B", "near": "#8A6500", "outside": INK}
_TITLE_OFFSET_ROWS = -0.44
_MARK_OFFSET_ROWS = 0.18


def measurement_chart(
    measurements: Sequence[PublishedMeasurement], values: Mapping[str, float], chosen: str = ""
) -> dict[str, Any]:
    """Return the figure: for each measurement its band, the published value and the model's value.

    A row's band runs from 0 to 1, so that bands of all units can be compared; the first measurement is on top, at
    y = 0, the next at y = 1. A model's mark far outside is drawn at the edge. The number and order of the lines is
    always the same; the height follows the number of rows.

    Args:
        measurements: the rows, at least one.
        values: the model's value by the measurement's id, in its unit.
        chosen: id of the measurement whose row has a tinted ground, if it is among them.
    """
    found = [verdict(measurement, values[measurement.id]) for measurement in measurements]
    rows = [float(row) for row in range(len(measurements))]
    published = [(_published_place(measurement), row) for measurement, row in zip(measurements, rows, strict=True)]
    lines = [
        _bars("line_near", NEAR_BAND, (-NEAR_SHARE_OF_BAND, 1 + NEAR_SHARE_OF_BAND), rows),
        _bars("line_band", BAND, (0.0, 1.0), rows),
        _marks(
            "line_published",
            [(place, row, "line-ns-open") for place, row in published if place is not None],
            {"color": INK, "size": 13, "line": {"width": 3.5, "color": INK}},
        ),
        *(_model_marks(kind, measurements, values, found) for kind in get_args(Verdict)),
    ]
    layout = _layout(measurements, values, found)
    ids = [measurement.id for measurement in measurements]
    if chosen in ids:
        layout["shapes"] = [_row_ground(ids.index(chosen))]
    return {"data": lines, "layout": layout}


def _row_ground(row: int) -> dict[str, Any]:
    ends = {"x0": 0, "x1": 1, "y0": row - 0.5, "y1": row + 0.5, "xref": "paper", "yref": "y"}
    return {"type": "rect", **ends, "layer": "below", "fillcolor": CHOSEN_GROUND, "line": {"width": 0}}


def _place(measurement: PublishedMeasurement, value: float) -> float:
    low, high = measurement.accepted_low, measurement.accepted_high
    return min(max((value - low) / (high - low), FARTHEST[0]), FARTHEST[1])


def _published_place(measurement: PublishedMeasurement) -> float | None:
    return None if measurement.published_value is None else _place(measurement, measurement.published_value)


def _bars(name: str, color: str, ends: tuple[float, float], rows: Sequence[float]) -> dict[str, Any]:
    x = tuple(chain.from_iterable((*ends, math.nan) for _ in rows))
    y = tuple(chain.from_iterable((_marked(row), _marked(row), math.nan) for row in rows))
    line = {"color": color, "width": BAND_WIDTH_PX, "dash": "solid"}
    return _line(name, x, y) | {"mode": "lines", "line": line, "connectgaps": False}


def _marks(name: str, points: Sequence[tuple[float, float, str]], marker: Mapping[str, Any]) -> dict[str, Any]:
    x, y = tuple(x for x, _, _ in points), tuple(_marked(row) for _, row, _ in points)
    return _line(name, x, y) | {"mode": "markers", "marker": {**marker, "symbol": [symbol for *_, symbol in points]}}


def _model_marks(
    kind: Verdict,
    measurements: Sequence[PublishedMeasurement],
    values: Mapping[str, float],
    found: Sequence[Verdict],
) -> dict[str, Any]:
    points = []
    for row, measurement in enumerate(measurements):
        if found[row] == kind:
            place = _place(measurement, values[measurement.id])
            shape = {"inside": "circle", "near": "diamond", "outside": f"triangle-{'left' if place < 0 else 'right'}"}
            filling = "" if measurement.relation == "predicted" else "-open"
            points.append((place, float(row), shape[kind] + filling))
    color = VERDICT_COLORS[kind]
    marker = {"color": color, "size": 13, "line": {"width": 2.5, "color": color}}
    return _marks("line_near_model" if kind == "near" else f"line_{kind}", points, marker)


def _line(name: str, x: Sequence[float], y: Sequence[float]) -> dict[str, Any]:
    meta = LineMeta(run="this_run", readout=False, line=name)
    axes = {"xaxis": "x", "yaxis": "y", "cliponaxis": False, "hoverinfo": "skip"}
    return {"type": "scatter", "name": sentence("measurements", name), "meta": meta, "x": x, "y": y, **axes}


def _marked(row: float) -> float:
    """Return where in its row the band lies: below the title."""
    return row + _MARK_OFFSET_ROWS


def _layout(
    measurements: Sequence[PublishedMeasurement], values: Mapping[str, float], found: Sequence[Verdict]
) -> dict[str, Any]:
    height = HEAD_PX + ROW_HEIGHT_PX * len(measurements) + FOOT_PX
    annotations = [
        *(_title(measurement.title, row) for row, measurement in enumerate(measurements)),
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
            "range": [len(measurements) - 0.5, -0.5],
            "fixedrange": True,
            "showticklabels": False,
            "tickvals": [row + 0.5 for row in range(len(measurements) - 1)],
            "gridcolor": GRID,
            "zeroline": False,
            "anchor": "x",
        },
        "annotations": annotations,
        "meta": {"table": _as_table(measurements, values, found)},
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
    text = in_lines(sentence("measurements", key) for key in ("key_marks", "key_filling"))
    return {"text": text, "font": font, "align": "left", "showarrow": False, **place}


def _as_table(
    measurements: Sequence[PublishedMeasurement], values: Mapping[str, float], found: Sequence[Verdict]
) -> dict[str, Any]:
    """Return the same as rows of text, for those who would rather read a table."""
    columns = ("title", "published", "band", "model", "verdict", "relation")
    return {
        "columns": [sentence("measurements", f"table_{column}") for column in columns],
        "rows": [
            [
                measurement.title,
                measurement.published_text,
                _band_text(measurement),
                amount(values[measurement.id], measurement.unit_text, DIGITS),
                sentence("measurements", f"verdict_{kind}"),
                sentence("measurements", f"relation_{measurement.relation}"),
            ]
            for measurement, kind in zip(measurements, found, strict=True)
        ],
    }


def _band_text(measurement: PublishedMeasurement) -> str:
    high = amount(measurement.accepted_high, measurement.unit_text, DIGITS)
    return sentence("measurements", "table_band_text", low=number_in_words(measurement.accepted_low, DIGITS), high=high)

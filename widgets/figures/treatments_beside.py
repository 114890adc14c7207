"""Magnesium and what else was tried, counted alike: one row each, as a difference from the dummy in cramps a week."""

import math
from collections.abc import Sequence
from itertools import chain
from typing import Any

from widgets.browser.colours import colour
from widgets.evidence.treatments_beside_magnesium import MAGNESIUM, BesideMagnesium
from widgets.figures.chart_style import FONT_SIZE_PX, GRID, INK, QUIET_INK, base_layout, time_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import MAGNESIUM as MAGNESIUM_INK
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

ROW_HEIGHT_PX = 54
HEAD_PX, FOOT_PX = 30, 48
MARK_OFFSET_ROWS = 0.2
NAME_OFFSET_ROWS = -0.42
ROOM = 0.4
DIGITS = 2


def draw_treatments_beside(rows: Sequence[BesideMagnesium], chosen: str = "") -> dict[str, Any]:
    """Return the figure, the first row on top; the row of the treatment `chosen` has a tinted ground.

    Magnesium has its own colour and shape. Below zero means fewer cramps than with the dummy.
    """
    places = {row.id: place for place, row in enumerate(rows)}
    lowest, highest = min(row.low for row in rows) - ROOM, max(row.high for row in rows) + ROOM
    layout = base_layout(HEAD_PX + ROW_HEIGHT_PX * len(rows) + FOOT_PX) | {
        "margin": {"l": 8, "r": 8, "t": HEAD_PX, "b": FOOT_PX},
        "xaxis": time_axis("", (lowest, highest), "y") | {"title": _small(_said("beside_axis"))},
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "fixedrange": True,
            "showticklabels": False,
            "tickvals": [place + 0.5 for place in range(len(rows) - 1)],
            "gridcolor": GRID,
            "zeroline": False,
        },
        "shapes": [_zero(), *([_ground(places[chosen])] if chosen in places else [])],
        "annotations": [
            _direction("beside_fewer", lowest, "left"),
            _direction("beside_more", highest, "right"),
            *chain.from_iterable(_names(row, place) for place, row in enumerate(rows)),
        ],
        "meta": {"table": _as_table(rows)},
    }
    return {
        "data": [_intervals(rows), _marks(rows, places, magnesium=True), _marks(rows, places, magnesium=False)],
        "layout": layout,
    }


def _small(title: str) -> dict[str, Any]:
    """Return the title of an axis, small enough for one line on a phone."""
    return {"text": title, "standoff": 6, "font": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK}}


def _intervals(rows: Sequence[BesideMagnesium]) -> dict[str, Any]:
    line = {"color": INK, "width": 2, "dash": "solid"}
    x = tuple(chain.from_iterable((row.low, row.high, math.nan) for row in rows))
    y = tuple(chain.from_iterable((place + MARK_OFFSET_ROWS,) * 3 for place in range(len(rows))))
    return _line("beside_line_interval", x, y) | {"mode": "lines", "line": line, "connectgaps": False}


def _marks(rows: Sequence[BesideMagnesium], places: dict[str, int], *, magnesium: bool) -> dict[str, Any]:
    shown = [row for row in rows if (row.id == MAGNESIUM) == magnesium]
    color, symbol = (MAGNESIUM_INK.line, "hexagon") if magnesium else (colour("accent"), "square")
    marker = {"color": color, "size": 13, "symbol": symbol, "line": {"width": 1, "color": INK}}
    x, y = tuple(row.estimate for row in shown), tuple(places[row.id] + MARK_OFFSET_ROWS for row in shown)
    return _line("beside_line_estimate", x, y) | {"mode": "markers", "marker": marker}


def _line(key: str, x: tuple[float, ...], y: tuple[float, ...]) -> dict[str, Any]:
    meta = LineMeta(run="this_run", readout=False, line=key)
    return {
        "type": "scatter",
        "name": _said(key),
        "meta": meta,
        "x": x,
        "y": y,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _names(row: BesideMagnesium, place: int) -> list[dict[str, Any]]:
    at = {"yref": "y", "y": place + NAME_OFFSET_ROWS, "yanchor": "top", "xref": "paper", "showarrow": False}
    ink = MAGNESIUM_INK.text if row.id == MAGNESIUM else INK
    numbers = _said("beside_numbers", **_ends(row))
    return [
        {"text": row.name, "x": 0, "xanchor": "left", "font": {"color": ink, "size": FONT_SIZE_PX - 1}, **at},
        {"text": numbers, "x": 1, "xanchor": "right", "font": {"color": INK, "size": FONT_SIZE_PX - 1}, **at},
    ]


def _direction(key: str, x: float, anchor: str) -> dict[str, Any]:
    place = {"xref": "x", "x": x, "xanchor": anchor, "yref": "paper", "y": 1, "yanchor": "bottom"}
    return {"text": _said(key), "font": {"color": QUIET_INK, "size": FONT_SIZE_PX - 1}, "showarrow": False, **place}


def _zero() -> dict[str, Any]:
    place = {"x0": 0, "x1": 0, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "line", **place, "layer": "below", "line": {"color": INK, "dash": "dot", "width": 1.5}}


def _ground(place: int) -> dict[str, Any]:
    ends = {"x0": 0, "x1": 1, "y0": place - 0.5, "y1": place + 0.5, "xref": "paper", "yref": "y"}
    return {"type": "rect", **ends, "layer": "below", "fillcolor": colour("accent-soft"), "line": {"width": 0}}


def _as_table(rows: Sequence[BesideMagnesium]) -> dict[str, Any]:
    return {
        "columns": [_said(f"beside_column_{column}") for column in ("what", "estimate", "interval", "people")],
        "rows": [
            [
                row.name,
                _number(row.estimate),
                _said("beside_range", low=_number(row.low), high=_number(row.high)),
                number_in_words(row.people),
            ]
            for row in rows
        ],
    }


def _ends(row: BesideMagnesium) -> dict[str, str]:
    return {end: _number(getattr(row, end)) for end in ("estimate", "low", "high")}


def _number(value: float) -> str:
    return number_in_words(value, decimals=DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("other_treatments", key, **values)

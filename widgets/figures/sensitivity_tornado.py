"""The constants that matter most, each with what its low and its high end do to force and to relaxing."""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import (
    FONT_SIZE_PX,
    GRID,
    INK,
    QUIET_INK,
    base_layout,
    bold,
    panel_heading,
    upper_limit,
)
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import Ink
from widgets.physiology.sensitivity import ENDS, MEASURES, End, Measure, ParameterEffect, strongest_first
from widgets.reference_data.amounts import amount, number_in_words, precise_amount
from widgets.reference_data.model_parameters import ASSUMED_SHARE
from widgets.reference_data.wording import sentence

MOST_ROWS = 15
ROW_HEIGHT_PX = 42
# Neither is the colour of a substance. The ends differ in shape as well: down for low, up for high.
LOW_END = Ink(line=colour("low-end"), text=colour("low-end-text"), dash="dash", width_px=2.5)
HIGH_END = Ink(line=colour("accent"), text=colour("accent"), dash="dot", width_px=2.5)
_DOMAINS: dict[Measure, tuple[float, float]] = {
    "peak_force_percent": (0.0, 0.46),
    "half_relaxation_time_ms": (0.54, 1.0),
}
_MARKS = {"low": ("triangle-down", LOW_END), "high": ("triangle-up", HIGH_END)}
_TOP_PX, _BOTTOM_PX = 104, 28


def draw_sensitivity_tornado(effects: Iterable[ParameterEffect]) -> dict[str, Any]:
    """Return the figure of the `MOST_ROWS` strongest effects, strongest on top, for one kind of pull.

    Two panels with zero at their left: peak force in % and half-relaxation time in ms. A constant's name stands above
    its row, with a remark where its range is assumed; the row is then dotted. The number and order of the lines is
    always the same, and the height too, so that it can be drawn while it fills.
    """
    rows = strongest_first(effects)[:MOST_ROWS]
    lines = chain.from_iterable(_panel(rows, measure, number) for number, measure in enumerate(MEASURES, start=1))
    return {"data": list(lines), "layout": _layout(rows)}


def _panel(rows: Sequence[ParameterEffect], measure: Measure, panel: int) -> list[dict[str, Any]]:
    found = [i for i, effect in enumerate(rows) if not effect.parameter.range.assumed]
    assumed = [i for i, effect in enumerate(rows) if effect.parameter.range.assumed]
    return [
        _spans(rows, found, measure, panel, "solid"),
        _spans(rows, assumed, measure, panel, "dot"),
        *(_ends(rows, measure, panel, end) for end in ("low", "high")),
    ]


def _spans(
    rows: Sequence[ParameterEffect], places: Sequence[int], measure: Measure, panel: int, dash: str
) -> dict[str, Any]:
    """Return one line with a gap after each row: from the least to the greatest of a row's three values."""
    x: list[float] = []
    y: list[float] = []
    for place in places:
        known = [value for end in ENDS if (value := getattr(rows[place], measure)[end]) is not None]
        if known:
            x += [min(known), max(known), math.nan]
            y += [place, place, math.nan]
    line = {"color": QUIET_INK, "dash": dash, "width": 3}
    return _line(x, y, panel) | {"mode": "lines", "line": line, "connectgaps": False}


def _ends(rows: Sequence[ParameterEffect], measure: Measure, panel: int, end: End) -> dict[str, Any]:
    symbol, ink = _MARKS[end]
    points = [(value, i) for i, effect in enumerate(rows) if (value := getattr(effect, measure)[end]) is not None]
    marker = {"symbol": symbol, "size": 13, "color": ink.line, "line": {"color": colour("card"), "width": 1}}
    line = _line([value for value, _ in points], [float(i) for _, i in points], panel)
    return line | {"mode": "markers", "marker": marker, "name": sentence("credibility", f"end_{end}")}


def _line(x: Sequence[float], y: Sequence[float], panel: int) -> dict[str, Any]:
    number = "" if panel == 1 else str(panel)
    meta = LineMeta(run="this_run", readout=False)
    axes = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    return {"type": "scatter", "x": x, "y": y, **axes, "meta": meta, "hoverinfo": "skip", "cliponaxis": False}


def _layout(rows: Sequence[ParameterEffect]) -> dict[str, Any]:
    layout = base_layout(_TOP_PX + MOST_ROWS * ROW_HEIGHT_PX + _BOTTOM_PX) | {
        "margin": {"l": 12, "r": 16, "t": _TOP_PX, "b": _BOTTOM_PX},
        "shapes": [_row_ground(i) for i in range(len(rows))],
        "annotations": [*_headings(), *(_row_label(effect, i) for i, effect in enumerate(rows))],
        "meta": {"table": _as_table(rows)},
    }
    for panel, measure in enumerate(MEASURES, start=1):
        number = "" if panel == 1 else str(panel)
        layout[f"xaxis{number}"] = _value_axis(rows, measure, f"y{number}")
        layout[f"yaxis{number}"] = {
            "range": [MOST_ROWS - 0.4, -0.75],
            "anchor": f"x{number}",
            "fixedrange": True,
            "visible": False,
        }
        usual = next((effect for effect in rows if getattr(effect, measure)["usual"] is not None), None)
        if usual:
            layout["shapes"].append(_usual_line(getattr(usual, measure)["usual"], number))
    return layout


def _value_axis(rows: Sequence[ParameterEffect], measure: Measure, anchor: str) -> dict[str, Any]:
    known = [value for effect in rows for end in ENDS if (value := getattr(effect, measure)[end]) is not None]
    return {
        "domain": list(_DOMAINS[measure]),
        "anchor": anchor,
        "range": [0.0, upper_limit(max(known, default=100.0))],
        "fixedrange": True,
        "nticks": 5,
        "gridcolor": GRID,
        "zerolinecolor": GRID,
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }


def _headings() -> list[dict[str, Any]]:
    """Return the key of the marks, on three lines, and below it the name of each panel."""
    inks = {"low": LOW_END.text, "high": HIGH_END.text}
    key = sentence("credibility", "tornado_key", **inks, share=amount(100 * ASSUMED_SHARE, "%"))
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    font = {"color": INK, "size": FONT_SIZE_PX}
    lines = {"text": key, "font": font, **place, "yshift": 32, "align": "left", "showarrow": False}
    panels = [
        panel_heading(bold(sentence("credibility", f"axis_{measure}")), INK, 1.0) | {"x": domain[0], "yshift": 4}
        for measure, domain in _DOMAINS.items()
    ]
    return [lines, *panels]


def _row_label(effect: ParameterEffect, place: int) -> dict[str, Any]:
    name = bold(effect.parameter.name)
    if effect.parameter.range.assumed:
        name = sentence(
            "credibility", "tornado_assumed", name=name, quiet=QUIET_INK, share=amount(100 * ASSUMED_SHARE, "%")
        )
    at = {"xref": "paper", "yref": "y", "x": 0, "y": place - 0.24, "xanchor": "left", "yanchor": "bottom"}
    # On white, or the line of the usual fibre would run through the letters.
    font = {"color": INK, "size": FONT_SIZE_PX - 1}
    return {"text": name, "font": font, **at, "bgcolor": colour("card"), "borderpad": 0, "showarrow": False}


def _row_ground(place: int) -> dict[str, Any]:
    """Return the thin line that parts a row from the next."""
    ends = {"x0": 0, "x1": 1, "y0": place + 0.28, "y1": place + 0.28, "xref": "paper", "yref": "y", "layer": "below"}
    return {"type": "line", **ends, "line": {"color": GRID, "width": 1}}


def _usual_line(at: float, number: str) -> dict[str, Any]:
    ends = {"x0": at, "x1": at, "y0": 0, "y1": 1, "xref": f"x{number}", "yref": "paper", "layer": "below"}
    return {"type": "line", **ends, "line": {"color": INK, "dash": "longdash", "width": 1.5}}


def _as_table(rows: Sequence[ParameterEffect]) -> dict[str, Any]:
    """Return the numbers of the figure as rows of text: name, range, then the three values of each measure."""
    columns = [sentence("credibility", key) for key in ("table_constant", "table_range")]
    columns += [sentence("credibility", f"table_{measure}_{end}") for measure in MEASURES for end in ENDS]
    return {"columns": columns, "rows": [_table_row(effect) for effect in rows]}


def _table_row(effect: ParameterEffect) -> list[str]:
    span = effect.parameter.range
    key = "table_range_assumed" if span.assumed else "table_range_found"
    known = {"low": precise_amount(span.low, ""), "high": precise_amount(span.high, effect.parameter.unit)}
    values = (getattr(effect, measure)[end] for measure in MEASURES for end in ENDS)
    said = ["–" if value is None else number_in_words(value, 3) for value in values]
    return [effect.parameter.name, sentence("credibility", key, **known), *said]

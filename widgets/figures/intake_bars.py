"""Two strips for a day's magnesium: all of it against the need, and, apart from it, the supplement against its limit.

Each strip has an axis of its own, drawn to another scale, so that a number on one is not read off the other.
"""

import math
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import FONT_SIZE_PX, GRID, INK, QUIET_INK, base_layout, bold, panel_heading
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.figures.ion_palette import KEPT_RUN, MAGNESIUM
from widgets.nutrition.intake_check import IntakeCheck
from widgets.nutrition.intake_reference import NoReference
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.wording import sentence

# Low enough to stay in view while sliders are moved.
FIGURE_HEIGHT_PX = 264
MARGIN_PX = {"l": 14, "r": 22, "t": 4, "b": 44}
TOTAL_DOMAIN = (0.67, 0.815)
SUPPLEMENT_DOMAIN = (0.0, 0.145)
# The need stands past the middle of its strip, the limit before the middle of its own: two rulers, at a glance. Only a
# bar that outgrows its strip moves them.
ROOM_BEYOND_REFERENCE = 1.35
ROOM_BEYOND_LIMIT = 2.6
ROOM_BEYOND_BAR = 1.05
SHORTEST_AXIS_MG = 50.0
MOST_TICKS = 6
MG_DIGITS = 6
BAR_WIDTH = 0.62
KEPT_BAR_WIDTH = 0.88
FOOD_TINT = colour("magnesium-tint")
ON_MAGNESIUM = colour("on-accent")
MARK_WIDTH_PX = 2.5
# Above the names of need and limit, which stand on the strips.
HEADING_SHIFT_PX = 17


def draw_intake_bars(check: IntakeCheck, kept: IntakeCheck | None = None, *, ruler: str = "") -> dict[str, Any]:
    """Return the figure of one day, in mg a day: food + supplement above, supplement alone below, each with its ruler.

    A kept day is drawn as thin grey outlines. The number and order of the bars is always the same. `ruler` says what
    the first ruler counts, and for whom.
    """
    ends = (_total_axis_end(check, kept), _supplement_axis_end(check, kept))
    return {"data": _bars(check, kept, ends[1]), "layout": _layout(check, kept, ends, ruler)}


def _bars(check: IntakeCheck, kept: IntakeCheck | None, supplement_end: float) -> list[dict[str, Any]]:
    day, limit = check.day, check.limit.mg_per_day
    food, supplement = day.magnesium_from_food_mg, day.magnesium_from_supplements_mg
    beyond = supplement_end - limit if limit is not None else 0.0
    outline = {"color": "rgba(0,0,0,0)", "line": {"color": KEPT_RUN.line, "width": KEPT_RUN.width_px}}
    lines = {"shape": "/", "fgcolor": colour("limit-hatch"), "size": 7, "solidity": 0.18}
    hatch = {"color": "rgba(0,0,0,0)", "pattern": lines}
    whole = {"color": MAGNESIUM.line}
    tint = {"color": FOOD_TINT, "line": {"color": MAGNESIUM.line, "width": 1}}
    kept_day = kept.day if kept else None
    return [
        _bar("strip_beyond", 2, beyond, hatch, base=limit or 0.0, width=1.0),
        _bar("strip_kept_total", 1, kept_day.total_mg if kept_day else 0.0, outline, width=KEPT_BAR_WIDTH),
        _bar(
            "strip_kept_supplement",
            2,
            kept_day.magnesium_from_supplements_mg if kept_day else 0.0,
            outline,
            width=KEPT_BAR_WIDTH,
        ),
        _bar("strip_food", 1, food, tint, label="strip_food_bar", ink=MAGNESIUM.text),
        _bar("strip_supplement", 1, supplement, whole, base=food, label="strip_supplement_bar", ink=ON_MAGNESIUM),
        _bar("strip_supplement", 2, supplement, whole, label="strip_supplement_bar", ink=ON_MAGNESIUM),
    ]


def _bar(
    key: str,
    strip: int,
    length_mg: float,
    marker: dict[str, Any],
    *,
    base: float = 0.0,
    width: float = BAR_WIDTH,
    label: str = "",
    ink: str = INK,
) -> dict[str, Any]:
    number = "" if strip == 1 else str(strip)
    return {
        "type": "bar",
        "orientation": "h",
        "name": sentence("intake", key),
        "meta": LineMeta(run="kept_run" if "kept" in key else "this_run", readout=False, bar=key, strip=strip),
        "x": (length_mg,) if length_mg > 0 else (),
        "y": (0.0,) if length_mg > 0 else (),
        "base": base,
        "width": width,
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
        "marker": marker,
        "text": sentence("intake", label, mg=_mg(length_mg)) if label else "",
        "textposition": "inside",
        # Where neither mark is likely to cross it.
        "insidetextanchor": "end" if (key, strip) == ("strip_supplement", 1) else "start",
        "textangle": 0,
        "insidetextfont": {"color": ink, "size": FONT_SIZE_PX},
        "cliponaxis": True,
        "hoverinfo": "skip",
    }


def _layout(check: IntakeCheck, kept: IntakeCheck | None, ends: tuple[float, float], ruler: str) -> dict[str, Any]:
    day, reference, limit = check.day, check.reference, check.limit.mg_per_day
    total, supplement = (_amount(mg) for mg in (day.total_mg, day.magnesium_from_supplements_mg))
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": MARGIN_PX,
        "barmode": "overlay",
        "uniformtext": {"minsize": FONT_SIZE_PX - 1, "mode": "hide"},
        "xaxis": _ruler(ruler or sentence("intake", "strip_axis_total"), ends[0], "y"),
        "xaxis2": _ruler(sentence("intake", "strip_axis_supplement"), ends[1], "y2"),
        "yaxis": _strip(TOTAL_DOMAIN, "x"),
        "yaxis2": _strip(SUPPLEMENT_DOMAIN, "x2"),
        "shapes": [_ground(TOTAL_DOMAIN), _ground(SUPPLEMENT_DOMAIN)],
        "annotations": [
            _heading(sentence("intake", "strip_heading_total", total=total), TOTAL_DOMAIN),
            _heading(sentence("intake", "strip_heading_supplement", supplement=supplement), SUPPLEMENT_DOMAIN),
        ],
        "meta": {"table": _as_table(check)},
    }
    if isinstance(reference, NoReference):
        layout["annotations"].append(_said_on_strip("strip_no_reference", 1))
    else:
        at = reference.mg_per_day
        label = sentence("intake", "strip_reference", measure=reference.measure, mg=_amount(at))
        layout["shapes"].append(_mark(at, 1, "solid"))
        layout["annotations"].append(_mark_label(label, at, 1, ends[0]))
    if limit is None:
        layout["annotations"].append(_said_on_strip("strip_no_limit", 2))
    else:
        layout["shapes"].append(_mark(limit, 2, "longdash"))
        label = sentence("intake", "strip_limit", mg=_amount(limit))
        layout["annotations"].append(_mark_label(label, limit, 2, ends[1]))
    if kept:
        note = panel_heading(sentence("intake", "strip_kept_note"), KEPT_RUN.text, SUPPLEMENT_DOMAIN[1])
        layout["annotations"].append(note | {"x": 1, "xanchor": "right", "yshift": HEADING_SHIFT_PX})
    return layout


def _as_table(check: IntakeCheck) -> TableMeta:
    """Return the numbers of the figure as rows of text, for those who would rather read a table."""
    day, reference, limit = check.day, check.reference, check.limit.mg_per_day
    none = sentence("intake", "figure_none")
    rows = [
        [sentence("intake", "figure_row_food"), _mg(day.magnesium_from_food_mg)],
        [sentence("intake", "figure_row_supplement"), _mg(day.magnesium_from_supplements_mg)],
        [sentence("intake", "figure_row_total"), _mg(day.total_mg)],
    ]
    if not isinstance(reference, NoReference):
        row = sentence("intake", "figure_row_reference", measure=reference.measure)
        rows.append([row, _mg(reference.mg_per_day)])
    rows.append([sentence("intake", "figure_row_limit"), none if limit is None else _mg(limit)])
    return {
        "columns": [sentence("intake", "figure_table_what"), sentence("intake", "figure_table_mg")],
        "rows": rows,
    }


def _mg(value: float) -> str:
    return number_in_words(round(value, 1), MG_DIGITS)


def _amount(value: float) -> str:
    return amount(round(value, 1), "mg", MG_DIGITS)


def _ruler(title: str, end: float, anchor: str) -> dict[str, Any]:
    return {
        "range": [0.0, end],
        "fixedrange": True,
        "anchor": anchor,
        "dtick": _tick(end),
        "title": {"text": title, "standoff": 4, "font": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK}},
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": QUIET_INK,
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }


def _strip(domain: tuple[float, float], anchor: str) -> dict[str, Any]:
    return {"domain": list(domain), "range": [-0.5, 0.5], "anchor": anchor, "fixedrange": True, "visible": False}


def _ground(domain: tuple[float, float]) -> dict[str, Any]:
    box = {"x0": 0, "x1": 1, "y0": domain[0], "y1": domain[1], "xref": "paper", "yref": "paper", "layer": "below"}
    return {"type": "rect", **box, "fillcolor": colour("soft"), "line": {"color": GRID, "width": 1}}


def _mark(at: float, strip: int, dash: str) -> dict[str, Any]:
    number = "" if strip == 1 else str(strip)
    place = {"x0": at, "x1": at, "y0": 0, "y1": 1, "xref": f"x{number}", "yref": f"y{number} domain"}
    return {"type": "line", **place, "line": {"color": INK, "dash": dash, "width": MARK_WIDTH_PX}}


def _mark_label(text: str, at: float, strip: int, end: float) -> dict[str, Any]:
    number = "" if strip == 1 else str(strip)
    return {
        "text": bold(text),
        "font": {"color": INK, "size": FONT_SIZE_PX},
        "xref": f"x{number}",
        "yref": f"y{number} domain",
        "x": at,
        "y": 1,
        "xanchor": "right" if at > end / 2 else "left",
        "yanchor": "bottom",
        "showarrow": False,
    }


def _heading(text: str, domain: tuple[float, float]) -> dict[str, Any]:
    return panel_heading(text, MAGNESIUM.text, domain[1]) | {"yshift": HEADING_SHIFT_PX}


def _said_on_strip(key: str, strip: int) -> dict[str, Any]:
    number = "" if strip == 1 else str(strip)
    place = {"xref": f"x{number} domain", "yref": f"y{number} domain", "x": 0.98, "y": 0.5, "xanchor": "right"}
    text = bold(sentence("intake", key))
    return {
        "text": text,
        **place,
        "font": {"color": INK, "size": FONT_SIZE_PX},
        "bgcolor": colour("soft"),
        "showarrow": False,
    }


def _total_axis_end(check: IntakeCheck, kept: IntakeCheck | None) -> float:
    most = max(check.day.total_mg, kept.day.total_mg if kept else 0.0) * ROOM_BEYOND_BAR
    if not isinstance(check.reference, NoReference):
        most = max(most, ROOM_BEYOND_REFERENCE * check.reference.mg_per_day)
    return _round_end(most)


def _supplement_axis_end(check: IntakeCheck, kept: IntakeCheck | None) -> float:
    most = max(check.day.magnesium_from_supplements_mg, kept.day.magnesium_from_supplements_mg if kept else 0.0)
    return _round_end(max(most * ROOM_BEYOND_BAR, ROOM_BEYOND_LIMIT * (check.limit.mg_per_day or 0.0)))


def _round_end(most: float) -> float:
    """Return the least whole number of ticks that holds `most`."""
    most = max(most, SHORTEST_AXIS_MG)
    return math.ceil(most / _tick(most)) * _tick(most)


def _tick(end: float) -> float:
    """Return the least of 10, 20, 50, 100, 200 ... mg that leaves no more than `MOST_TICKS` ticks."""
    tenfold = 10.0
    while True:
        for step in (1.0, 2.0, 5.0):
            if end <= step * tenfold * MOST_TICKS:
                return step * tenfold
        tenfold *= 10

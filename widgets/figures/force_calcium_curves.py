"""Force of a skinned fibre against the calcium around it, at two levels of magnesium, each with its half force."""

from typing import Any

from widgets.figures.chart_style import base_layout, panel_heading, time_axis, value_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import FORCE, KEPT_RUN, MAGNESIUM, Ink
from widgets.figures.timed_panels import key_note
from widgets.physiology.magnesium_in_fibre import ForceCalciumCurve
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 360
DOMAIN = (0.0, 0.9)
FORCE_LIMITS = (0.0, 110.0)
# As plotly counts on an axis in tenfolds: 0.1 to 100 µM.
TENFOLDS = (-1.0, 2.0)
TICKS_uM = (0.1, 1, 10, 100)
CHOSEN = Ink(line=FORCE.line, text=FORCE.text, dash="solid", width_px=3)


def draw_force_calcium_curves(chosen: ForceCalciumCurve, usual: ForceCalciumCurve) -> dict[str, Any]:
    """Return the figure: the usual curve thin and grey, the chosen one full, each with its half-force calcium."""
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "xaxis": time_axis(_said("axis_calcium_in_bath"), TENFOLDS, anchor="y")
        | {"type": "log", "tickvals": list(TICKS_uM), "ticktext": [number_in_words(tick) for tick in TICKS_uM]},
        "yaxis": value_axis(DOMAIN, FORCE_LIMITS),
        "annotations": [
            panel_heading(_said("axis_force"), FORCE.text, DOMAIN[1]),
            key_note(_said("curve_key")),
        ],
        "meta": {"table": _table(chosen, usual)},
    }
    lines = [
        _curve(usual, "usual_run", KEPT_RUN, _said("usual_line")),
        _half(usual, "usual_half", KEPT_RUN),
        _curve(chosen, "this_run", CHOSEN, _said("chosen_line")),
        _half(chosen, "this_half", MAGNESIUM),
    ]
    return {"data": lines, "layout": layout}


def _curve(curve: ForceCalciumCurve, key: str, ink: Ink, name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "meta": LineMeta(run=key, readout=False, trace="force_percent"),
        "x": curve.calcium_uM,
        "y": curve.force_percent,
        "line": {"color": ink.line, "dash": ink.dash, "width": ink.width_px},
        "marker": {"color": ink.line, "size": 6, "symbol": "circle" if key == "this_run" else "circle-open"},
    }


def _half(curve: ForceCalciumCurve, key: str, ink: Ink) -> dict[str, Any]:
    """Return the line that leads from the curve, at half its force, down to the calcium that this needs."""
    half = curve.force_percent[-1] / 2
    return {
        "type": "scatter",
        "mode": "lines",
        "name": _said("half_line"),
        "meta": LineMeta(run=key, readout=False, trace="half_calcium_uM"),
        "x": (curve.calcium_uM[0], curve.half_calcium_uM, curve.half_calcium_uM),
        "y": (half, half, 0.0),
        "line": {"color": ink.line, "dash": "dot", "width": 1.5},
    }


def _table(chosen: ForceCalciumCurve, usual: ForceCalciumCurve) -> dict[str, Any]:
    points = zip(chosen.calcium_uM, usual.force_percent, chosen.force_percent, strict=True)
    rows = [[number_in_words(value, 3) for value in (calcium, before, now)] for calcium, before, now in points]
    return {
        "columns": [_said("column_calcium"), _said("column_force_usual"), _said("column_force_chosen")],
        "rows": rows,
    }


def _said(key: str) -> str:
    return sentence("low_magnesium", key)

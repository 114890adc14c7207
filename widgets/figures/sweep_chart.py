"""A measure of many runs against the one or two controls that tell them apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import FONT_SIZE_PX, INK, QUIET_INK, base_layout, in_unit, panel_heading, upper_limit
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.figures.ion_palette import FORCE
from widgets.physiology.swept_measure import SweptMeasure
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.experiment_controls import experiment_controls

FIGURE_HEIGHT_PX = 380
# From light to dark all the way, so that it reads as a photocopy too.
SHADES = (
    (0.0, colour("map-stops")),
    (0.35, colour("map-short")),
    (0.65, colour("map-lasts")),
    (1.0, colour("map-goes-on")),
)
# A share of a whole needs no more room than the whole and its line.
PERCENT_TOP = 105.0
_BESIDE_ENDS = 0.03
_MOST_NAMED = 8
_DIGITS = 4


def draw_sweep(swept: SweptMeasure) -> dict[str, Any]:
    """Return the figure: a line for one control, shades for two, the first of them to the right."""
    return _line(swept) if len(swept.controls) == 1 else _grid(swept)


def swept_label(swept: SweptMeasure) -> str:
    """Return the name of the measure with its unit."""
    name = contraction_measures()[swept.measure]
    return in_unit(name.label, name.unit)


def _line(swept: SweptMeasure) -> dict[str, Any]:
    axis = _Axis.of(swept, 0)
    known = [value for value in swept.values if value is not None]
    low, high = min([0.0, *known]), upper_limit(max([1e-6, *known]))
    if contraction_measures()[swept.measure].unit == "%" and max(known, default=0.0) <= PERCENT_TOP:
        high = min(high, PERCENT_TOP)
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": swept_label(swept),
        "meta": LineMeta(run="this_run", readout=False),
        "x": tuple(axis.place(point[0]) for point in swept.points),
        "y": tuple(math.nan if value is None else value for value in swept.values),
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": FORCE.line, "dash": FORCE.dash, "width": 2},
        "marker": {"color": FORCE.line, "size": 6, "symbol": "circle"},
    }
    upright = {
        "domain": [0.0, 0.94],
        "range": [low, high],
        "fixedrange": True,
        "nticks": 6,
        "gridcolor": colour("line"),
        "zerolinecolor": colour("line"),
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": {"l": 54, "r": 20, "t": 30, "b": 50},
        "xaxis": axis.drawn(grid=True),
        "yaxis": upright,
        "annotations": [panel_heading(swept_label(swept), INK, 0.95)],
        "meta": {"table": _table(swept)},
    }
    return {"data": [line], "layout": layout}


def _grid(swept: SweptMeasure) -> dict[str, Any]:
    along, up = _Axis.of(swept, 0), _Axis.of(swept, 1)
    found = {point: value for point, value in zip(swept.points, swept.values, strict=True) if value is not None}
    rows = [[found.get((x, y), math.nan) for x in along.values] for y in up.values]
    shades = {
        "type": "heatmap",
        "name": swept_label(swept),
        "meta": LineMeta(run="this_run", readout=False),
        "x": tuple(map(along.place, along.values)),
        "y": tuple(map(up.place, up.values)),
        "z": rows,
        "hoverinfo": "skip",
        "colorscale": [list(shade) for shade in SHADES],
        "zmin": min(found.values(), default=0.0),
        "zmax": max(found.values(), default=1.0),
        "colorbar": {
            "thickness": 16,
            "len": 1,
            "outlinewidth": 1,
            "outlinecolor": QUIET_INK,
            "tickfont": {"size": FONT_SIZE_PX - 1, "color": INK},
        },
    }
    layout = base_layout(FIGURE_HEIGHT_PX + 60) | {
        "margin": {"l": 64, "r": 84, "t": 34, "b": 50},
        "xaxis": along.drawn(grid=False),
        "yaxis": up.drawn(grid=False) | {"title": {"text": up.title, "standoff": 6}},
        "annotations": [panel_heading(swept_label(swept), INK, 1.0)],
        "meta": {"table": _table(swept)},
    }
    return {"data": [shades], "layout": layout}


@dataclass(frozen=True, slots=True)
class _Axis:
    """The axis of one control, with its different values in rising order, or in the given one for switch and choice."""

    control: Control
    values: Sequence[ControlValue]

    @classmethod
    def of(cls, swept: SweptMeasure, place: int) -> "_Axis":
        control = experiment_controls()[swept.controls[place]]
        values = list(dict.fromkeys(point[place] for point in swept.points))
        return cls(control, values if control.scale in ("switch", "choice") else sorted(values))

    @property
    def title(self) -> str:
        named = self.control.scale in ("switch", "choice")
        return self.control.label if named else in_unit(self.control.label, self.control.unit)

    def place(self, value: ControlValue) -> float:
        """Return where a value stands: its own number, or for a switch or choice that of its name."""
        named = self.control.scale in ("switch", "choice")
        return float(self.values.index(value)) if named else float(value)

    def drawn(self, *, grid: bool) -> dict[str, Any]:
        log = self.control.scale == "log" and self.place(self.values[0]) > 0
        places = [math.log10(place) if log else place for place in map(self.place, self.values)]
        step = (places[-1] - places[0]) / max(1, len(places) - 1)
        room = (_BESIDE_ENDS * (places[-1] - places[0]) if grid else step / 2) or 0.5
        axis: dict[str, Any] = {
            "type": "log" if log else "linear",
            "range": [min(places) - room, max(places) + room],
            "fixedrange": True,
            "nticks": 8,
            "title": {"text": self.title, "standoff": 6},
            "showgrid": grid,
            "gridcolor": colour("line"),
            "zeroline": False,
            "ticks": "outside",
            "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
        }
        if log and len(self.values) <= _MOST_NAMED:
            axis |= {"tickvals": list(self.values), "ticktext": [_text(value) for value in self.values]}
        elif log:
            axis["dtick"] = "D2"
        if self.control.scale in ("switch", "choice"):
            names = [self.control.choices.get(str(value), str(value)) for value in self.values]
            axis |= {"tickvals": list(range(len(names))), "ticktext": names}
        return axis


def _table(swept: SweptMeasure) -> TableMeta:
    columns = [_Axis.of(swept, place).title for place in range(len(swept.controls))]
    rows = [
        [*(_text(part) for part in point), "–" if value is None else number_in_words(value, _DIGITS)]
        for point, value in zip(swept.points, swept.values, strict=True)
    ]
    return {"columns": [*columns, swept_label(swept)], "rows": rows}


def _text(value: ControlValue) -> str:
    named = isinstance(value, bool | str)
    return str(value) if named else number_in_words(float(value), _DIGITS)

"""One pull three times over: with a constant at its low end, as usual, and at its high end."""

import math
from collections.abc import Mapping
from typing import Any

from widgets.figures.chart_style import FONT_SIZE_PX, base_layout, panel_heading, time_axis, upper_limit, value_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import FORCE, Ink
from widgets.figures.sensitivity_tornado import HIGH_END, LOW_END
from widgets.physiology.contraction import Contraction
from widgets.physiology.sensitivity import ENDS, End
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 300
# Below this share of the axis, a line cannot be told from zero.
QUIET_SHARE = 0.02
_INKS: Mapping[End, Ink] = {"low": LOW_END, "usual": FORCE, "high": HIGH_END}


def draw_parameter_pulls(pulls: Mapping[End, Contraction | None]) -> dict[str, Any]:
    """Return the figure of up to three pulls: force in % over time in ms, each line named beside its peak.

    The axes start at zero. There are always three lines; one whose run could not be solved is empty.
    """
    solved = {end: pull for end, pull in pulls.items() if pull is not None}
    top = upper_limit(max(max(pull.traces["force_percent"]) for pull in solved.values()))
    longest = max(_relaxed_ms(pull, top) for pull in solved.values())
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": {"l": 44, "r": 14, "t": 54, "b": 44},
        "xaxis": time_axis(sentence("credibility", "axis_time"), (0.0, longest), "y"),
        "yaxis": value_axis((0.0, 1.0), (0.0, top)),
        "annotations": [_key(), panel_heading(sentence("credibility", "axis_force"), FORCE.text, 1.0)],
    }
    return {"data": [_line(end, pulls[end]) for end in ENDS], "layout": layout}


def _relaxed_ms(pull: Contraction, top: float) -> float:
    """Return when force has fallen for good to next to nothing on an axis that ends at `top`, in whole 100 ms."""
    force = pull.traces["force_percent"]
    last = max((i for i, value in enumerate(force) if value > QUIET_SHARE * top), default=len(force) - 1)
    return math.ceil(pull.time_ms[last] / 100) * 100.0


def _line(end: End, pull: Contraction | None) -> dict[str, Any]:
    ink = _INKS[end]
    label = sentence("credibility", f"end_{end}")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": label,
        "x": pull.time_ms if pull else (),
        "y": pull.traces["force_percent"] if pull else (),
        "line": {"color": ink.line, "dash": ink.dash, "width": ink.width_px, "simplify": False},
        "xaxis": "x",
        "yaxis": "y",
        "hoverinfo": "skip",
        "meta": LineMeta(run="this_run", readout=True, label=label, unit="%", text=ink.text),
    }


def _key() -> dict[str, Any]:
    """Return the key of the three lines, at the upper right: near a peak their names would run into each other."""
    text = sentence("credibility", "pulls_key", low=LOW_END.text, usual=FORCE.text, high=HIGH_END.text)
    place = {"xref": "paper", "yref": "paper", "x": 1, "y": 1, "xanchor": "right", "yanchor": "bottom", "yshift": 22}
    return {"text": text, "font": {"size": FONT_SIZE_PX}, **place, "align": "right", "showarrow": False}

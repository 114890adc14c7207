"""The force of a contraction alone, low enough to stay in view while controls are moved."""

from typing import Any

from widgets.figures.chart_style import base_layout, time_axis
from widgets.figures.contraction_traces import PANELS, Limits, draw_contraction_traces
from widgets.physiology.contraction import Contraction

FIGURE_HEIGHT_PX = 150
MARGIN_PX = {"l": 44, "r": 12, "t": 42, "b": 24}
TRACE = "force_percent"


def draw_force_strip(run: Contraction, kept: Contraction | None, limits: Limits) -> dict[str, Any]:
    """Return the force of one run over time, a kept run grey below it, as one low panel with the axes of `limits`.

    It is the panel of force of `draw_contraction_traces`, line for line.
    """
    figure = draw_contraction_traces(run, kept, limits)
    number = next(n for n, panel in enumerate(PANELS, start=2) if panel.trace == TRACE)
    axis, heading = f"yaxis{number}", figure["layout"]["annotations"][number - 1]
    lines = [line | {"yaxis": "y"} for line in figure["data"] if line["meta"]["trace"] == TRACE]
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": MARGIN_PX,
        "xaxis": time_axis("", limits["time_ms"], anchor="y"),
        "yaxis": figure["layout"][axis] | {"domain": [0.0, 1.0], "nticks": 3},
        "annotations": [heading | {"y": 1.0}],
    }
    return {"data": lines, "layout": layout}

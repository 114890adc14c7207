"""Two runs beside each other: what a nerve fires and how a fibre pulls, in a situation and in a healthy fibre."""

from typing import Any

from widgets.figures.chart_style import FONT_SIZE_PX, base_layout, panel_heading, time_axis, upper_limit, value_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import FORCE, KEPT_RUN, NERVE, Ink
from widgets.physiology.contraction import Contraction
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 380
COMMAND_OPACITY = 0.1
# Trace, its band of the figure, and the ink of the situation's line; the healthy run is thin grey in both.
PANELS = (("firing_rate_Hz", (0.60, 0.94), NERVE), ("force_percent", (0.0, 0.40), FORCE))


def draw_runs_beside_each_other(situation: Contraction, healthy: Contraction) -> dict[str, Any]:
    """Return the figure of two runs over time in ms: nerve signals per second above, force in % below.

    The time of the command is shaded; both axes start at zero. The healthy run is a thin grey dashed line.
    """
    lines, axes, headings = [], {}, []
    for number, (trace, domain, ink) in enumerate(PANELS, start=1):
        axis = "y" if number == 1 else f"y{number}"
        label = sentence("causes", f"beside_{trace}")
        top = upper_limit(max(max(run.traces[trace]) for run in (situation, healthy)))
        axes[f"yaxis{'' if number == 1 else number}"] = value_axis(domain, (0.0, top))
        headings.append(panel_heading(label, ink.text, domain[1]))
        lines.append(_line(healthy, trace, axis, KEPT_RUN, "healthy"))
        lines.append(_line(situation, trace, axis, ink, "situation"))
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "xaxis": time_axis(sentence("causes", "beside_time"), (0.0, situation.time_ms[-1]), f"y{len(PANELS)}")
        | {"tickformat": ",d", "nticks": 5},
        "annotations": [*headings, _key()],
        "shapes": [_command(situation)],
        **axes,
    }
    return {"data": lines, "layout": layout}


def _line(run: Contraction, trace: str, axis: str, ink: Ink, which: str) -> dict[str, Any]:
    label = sentence("causes", f"beside_{which}_{trace}")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": label,
        "x": run.time_ms,
        "y": run.traces[trace],
        "xaxis": "x",
        "yaxis": axis,
        "line": {"color": ink.line, "width": ink.width_px, "dash": "dash" if which == "healthy" else "solid"},
        "hoverinfo": "skip",
        "meta": LineMeta(
            trace=trace,
            run="this_run",
            readout=True,
            label=label,
            unit="Hz" if trace.endswith("_Hz") else "%",
            text=ink.text,
        ),
    }


def _key() -> dict[str, Any]:
    """Return the key of the lines, at the upper right above both panels."""
    text = sentence("causes", "beside_key", healthy=KEPT_RUN.text, situation=FORCE.text)
    place = {"xref": "paper", "yref": "paper", "x": 1, "y": 1, "xanchor": "right", "yanchor": "bottom", "yshift": 8}
    return {"text": text, "font": {"size": FONT_SIZE_PX}, **place, "align": "right", "showarrow": False}


def _command(run: Contraction) -> dict[str, Any]:
    """Return the shaded time in which the nerve is told to fire."""
    start_ms = run.experiment.number("command_start_ms")
    ends = {
        "x0": start_ms,
        "x1": run.experiment.command_end_ms,
        "y0": 0,
        "y1": PANELS[0][1][1],
        "xref": "x",
        "yref": "paper",
    }
    look = {"fillcolor": KEPT_RUN.line, "opacity": COMMAND_OPACITY, "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", **ends, **look}

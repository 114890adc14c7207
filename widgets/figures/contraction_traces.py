"""The traces of a contraction as stacked panels that share one time axis, cause above effect."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from widgets.figures.chart_style import base_layout, in_unit, panel_heading, time_axis, upper_limit, value_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import CALCIUM, CALCIUM_IN_STORE, FORCE, KEPT_RUN, NERVE, Ink
from widgets.physiology.contraction import Contraction
from widgets.reference_data.contraction_names import contraction_traces
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.wording import sentence, words

FIGURE_HEIGHT_PX = 520


@dataclass(frozen=True, slots=True)
class Panel:
    """One band of the figure: the trace, its ink, its share of the height, and the top its axis never goes beyond."""

    trace: str
    ink: Ink
    domain: tuple[float, float]
    top: float


# A share of a whole needs no more room than the whole and its line.
PERCENT_TOP = 105.0
COMMAND_OPACITY = 0.06
SHADED_OPACITY = 0.16
SIGNAL_DOMAIN = (0.93, 0.965)
PANELS = (
    Panel("free_calcium_uM", CALCIUM, (0.70, 0.86), float("inf")),
    Panel("troponin_sites_filled_percent", CALCIUM, (0.48, 0.62), PERCENT_TOP),
    Panel("force_percent", FORCE, (0.20, 0.40), PERCENT_TOP),
    Panel("store_calcium_percent", CALCIUM_IN_STORE, (0.0, 0.12), PERCENT_TOP),
)

Limits = Mapping[str, tuple[float, float]]


def axis_limits(run: Contraction, previous: Limits | None = None) -> Limits:
    """Return the limits of every axis, by trace name and "time_ms".

    With `previous` limits an axis only grows, so that the shape of a run can be compared with the one before.
    """
    limits = {"time_ms": (0.0, run.time_ms[-1])}
    for panel in PANELS:
        before = (previous or {}).get(panel.trace, (0.0, 0.0))
        highest = upper_limit(max(run.traces[panel.trace]))
        limits[panel.trace] = (0.0, max(before[1], min(highest, panel.top)))
    return limits


def draw_contraction_traces(
    run: Contraction,
    kept: Contraction | None = None,
    limits: Limits | None = None,
    *,
    shaded_ms: tuple[float, float] | None = None,
) -> dict[str, Any]:
    """Return the figure of one run: nerve signals, free calcium, troponin sites, force and store calcium.

    A kept run is drawn as thin grey lines below. The number and order of the lines is always the same, so that a new
    run changes nothing but their points. `shaded_ms` marks a stretch of time.
    """
    limits = limits or axis_limits(run)
    lines = [_signal_line(run)]
    for number, panel in enumerate(PANELS, start=2):
        lines.append(_line(kept, panel, number, KEPT_RUN, "kept_run"))
        lines.append(_line(run, panel, number, panel.ink, "this_run"))
    layout = _layout(run, kept, limits)
    if shaded_ms:
        layout["shapes"].append(_band(shaded_ms, SHADED_OPACITY))
    return {"data": lines, "layout": layout}


def _line(run: Contraction | None, panel: Panel, number: int, ink: Ink, which: str) -> dict[str, Any]:
    label, unit = _trace_label(panel.trace)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": sentence("figures", "line_of_run", line=label, run=words("figures")[which]),
        "meta": LineMeta(run=which, readout=True, label=label, unit=unit, text=ink.text, trace=panel.trace),
        "x": run.time_ms if run else (),
        "y": run.traces[panel.trace] if run else (),
        "xaxis": "x",
        "yaxis": f"y{number}",
        "line": {"color": ink.line, "dash": ink.dash, "width": ink.width_px, "simplify": False},
    }


def _signal_line(run: Contraction) -> dict[str, Any]:
    gap = float("nan")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words("figures")["nerve_signals"],
        "meta": LineMeta(
            trace="impulse_times_ms",
            label=words("figures")["nerve_signals"],
            unit="ms",
            run="this_run",
            readout=False,
        ),
        "x": tuple(x for time in run.impulse_times_ms for x in (time, time, gap)),
        "y": (0.0, 1.0, gap) * len(run.impulse_times_ms),
        "connectgaps": False,
        "xaxis": "x",
        "yaxis": "y",
        "line": {"color": NERVE.line, "dash": NERVE.dash, "width": NERVE.width_px},
    }


def _layout(run: Contraction, kept: Contraction | None, limits: Limits) -> dict[str, Any]:
    signal_axis = value_axis(SIGNAL_DOMAIN, (0.0, 1.0)) | {
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
    }
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "xaxis": time_axis(words("figures")["time"], limits["time_ms"], anchor=f"y{len(PANELS) + 1}"),
        "yaxis": signal_axis,
        "annotations": [panel_heading(words("figures")["nerve_signals"], NERVE.text, SIGNAL_DOMAIN[1])],
        "shapes": [_command_band(run)],
    }
    for number, panel in enumerate(PANELS, start=2):
        label, unit = _trace_label(panel.trace)
        layout[f"yaxis{number}"] = value_axis(panel.domain, limits[panel.trace])
        layout["annotations"].append(panel_heading(in_unit(label, unit), panel.ink.text, panel.domain[1]))
    if kept:
        note = panel_heading(words("figures")["kept_run_note"], KEPT_RUN.text, SIGNAL_DOMAIN[1])
        layout["annotations"].append(note | {"x": 1, "xanchor": "right"})
    return layout


def _command_band(run: Contraction) -> dict[str, Any]:
    start_ms = float(run.controls["command_start_ms"])
    end_ms = min(start_ms + float(run.controls["command_duration_ms"]), run.time_ms[-1])
    return _band((start_ms, end_ms), COMMAND_OPACITY if run.controls["impulse_rate_Hz"] else 0)


def _band(span_ms: tuple[float, float], opacity: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": span_ms[0],
        "x1": span_ms[1],
        "y0": 0,
        "y1": SIGNAL_DOMAIN[1],
        "fillcolor": KEPT_RUN.line,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


@kept_for_each_language
def _trace_label(trace: str) -> tuple[str, str]:
    name = contraction_traces()[trace]
    return name.label, name.unit

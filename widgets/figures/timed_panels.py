"""Panels that share one time axis in seconds: the lines of several runs, and the command as a ground."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from widgets.figures.chart_style import (
    FONT_SIZE_PX,
    QUIET_INK,
    base_layout,
    panel_heading,
    time_axis,
    value_axis,
)
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.figures.ion_palette import KEPT_RUN, Ink
from widgets.physiology.contraction import Contraction
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

MS_IN_S = 1000.0
# Enough for any screen; a run of 12 s has three times as many.
MOST_POINTS = 1000
TABLE_ROWS = 40
COMMAND_OPACITY = 0.10
# Room for a key of two lines.
TOP_PX = 42


@dataclass(frozen=True, slots=True)
class TimedPanel:
    """One panel: its trace, heading, ink, share of the height and limits of its axis."""

    trace: str
    heading: str
    ink: Ink
    domain: tuple[float, float]
    limits: tuple[float, float]


@dataclass(frozen=True, slots=True)
class RunLines:
    """One run as it is drawn in every panel: its name, and its ink where that is not the panel's own.

    `run` is None where there is no such run now; its lines are then empty, so that their number stays.
    """

    key: str
    name: str
    run: Contraction | None
    ink: Ink | None


def draw_timed_panels(
    panels: Sequence[TimedPanel],
    runs: Sequence[RunLines],
    height_px: int,
    *,
    command_ms: tuple[float, float],
    seconds_title: str,
    table: TableMeta,
    notes: Sequence[Mapping[str, Any]] = (),
    narrow_height_px: int | None = None,
) -> dict[str, Any]:
    """Return the figure; later runs are drawn over earlier ones. `notes` are further annotations.

    `narrow_height_px` is its height in a narrow column, where its control is to stand on the screen with it.
    """
    end_s = max(run.run.time_ms[-1] for run in runs if run.run) / MS_IN_S
    lines = []
    for run in runs:
        step = _step(run.run)
        seconds = tuple(time / MS_IN_S for time in run.run.time_ms[::step]) if run.run else ()
        for number, panel in enumerate(panels, start=1):
            lines.append(_line(run, panel, number, seconds, step))
    last = "" if len(panels) == 1 else str(len(panels))
    layout = base_layout(height_px) | {
        "xaxis": time_axis(seconds_title, (0.0, end_s), anchor=f"y{last}"),
        "margin": {"l": 44, "r": 12, "t": TOP_PX, "b": 44},
        "annotations": [panel_heading(panel.heading, panel.ink.text, panel.domain[1]) for panel in panels],
        "shapes": [_command_ground(command_ms, end_s, panels[0].domain[1])],
        "meta": {"table": table, "narrow_height": narrow_height_px or height_px},
    }
    for number, panel in enumerate(panels, start=1):
        layout[f"yaxis{'' if number == 1 else number}"] = value_axis(panel.domain, panel.limits)
    layout["annotations"].extend(notes)
    return {"data": lines, "layout": layout}


def time_table(run: Contraction, columns: Mapping[str, str], seconds_column: str) -> TableMeta:
    """Return traces (name -> heading) at even times as rows of text."""
    times = [run.time_ms[-1] * i / TABLE_ROWS for i in range(TABLE_ROWS + 1)]
    values = [run.resampled(trace, times) for trace in columns]
    rows = [
        [number_in_words(time / MS_IN_S, 3), *(number_in_words(column[i], 3) for column in values)]
        for i, time in enumerate(times)
    ]
    return {"columns": [seconds_column, *columns.values()], "rows": rows}


def key_note(text: str) -> dict[str, Any]:
    """Return what tells the lines apart, in quiet letters at the top of a figure; `<br>` breaks it."""
    note = panel_heading(text, QUIET_INK, 1.0)
    return note | {"font": {"color": QUIET_INK, "size": FONT_SIZE_PX - 1}, "align": "left"}


def _step(run: Contraction | None) -> int:
    return max(1, len(run.time_ms) // MOST_POINTS) if run else 1


def _line(lines: RunLines, panel: TimedPanel, number: int, seconds: tuple[float, ...], step: int) -> dict[str, Any]:
    ink = lines.ink or panel.ink
    return {
        "type": "scatter",
        "mode": "lines",
        "name": sentence("figures", "line_of_panel", panel=panel.heading, line=lines.name),
        "meta": LineMeta(run=lines.key, readout=False, trace=panel.trace),
        "x": seconds,
        "y": lines.run.traces[panel.trace][::step] if lines.run else (),
        "xaxis": "x",
        "yaxis": f"y{'' if number == 1 else number}",
        "line": {"color": ink.line, "dash": ink.dash, "width": ink.width_px},
    }


def _command_ground(command_ms: tuple[float, float], end_s: float, panel_top: float) -> dict[str, Any]:
    start, end = (min(time / MS_IN_S, end_s) for time in command_ms)
    box = {"x0": start, "x1": end, "y0": 0, "y1": panel_top, "xref": "x", "yref": "paper", "layer": "below"}
    return {"type": "rect", **box, "fillcolor": KEPT_RUN.line, "opacity": COMMAND_OPACITY, "line": {"width": 0}}


def command_ms(run: Contraction) -> tuple[float, float]:
    """Return when the command of this run begins and ends, in ms."""
    return run.experiment.number("command_start_ms"), run.experiment.command_end_ms

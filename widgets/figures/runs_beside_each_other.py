"""Two runs beside each other: what a nerve fires and how a fibre pulls, in a situation and in a healthy fibre."""

from dataclasses import replace
from typing import Any

from widgets.figures.chart_style import FONT_SIZE_PX, upper_limit
from widgets.figures.figure_meta import TableMeta
from widgets.figures.ion_palette import FORCE, KEPT_RUN, NERVE
from widgets.figures.timed_panels import RunLines, TimedPanel, command_ms, draw_timed_panels, time_table
from widgets.physiology.contraction import Contraction
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 380
# Trace, its band of the figure, and the ink of the situation's line; the healthy run is thin and dashed in both.
PANELS = (("firing_rate_Hz", (0.60, 0.94), NERVE), ("force_percent", (0.0, 0.40), FORCE))
HEALTHY = replace(KEPT_RUN, dash="dash")


def draw_runs_beside_each_other(situation: Contraction, healthy: Contraction) -> dict[str, Any]:
    """Return the figure of two runs over time in s: nerve signals per second above, force in % below.

    The time of the command is shaded; both axes start at zero. The healthy run is a thin grey dashed line.
    """
    panels = [
        TimedPanel(
            trace,
            _said(trace),
            ink,
            domain,
            (0.0, upper_limit(max(max(run.traces[trace]) for run in (situation, healthy)))),
        )
        for trace, domain, ink in PANELS
    ]
    return draw_timed_panels(
        panels,
        (
            RunLines("other_run", _said("line_healthy"), healthy, HEALTHY),
            RunLines("this_run", _said("line_situation"), situation, None),
        ),
        FIGURE_HEIGHT_PX,
        command_ms=command_ms(situation),
        seconds_title=_said("time"),
        table=_table(situation, healthy),
        notes=[_key()],
    )


def _said(key: str) -> str:
    return sentence("causes", f"beside_{key}")


def _table(situation: Contraction, healthy: Contraction) -> TableMeta:
    """Return both runs at the same times, the situation first."""
    of_situation, of_healthy = (
        time_table(run, {trace: _said(f"{which}_{trace}") for trace, *_ in PANELS}, _said("time"))
        for which, run in (("situation", situation), ("healthy", healthy))
    )
    rows = zip(of_situation["rows"], of_healthy["rows"], strict=True)
    return {
        "columns": [*of_situation["columns"], *of_healthy["columns"][1:]],
        "rows": [[*row, *beside[1:]] for row, beside in rows],
    }


def _key() -> dict[str, Any]:
    """Return the key of the lines, at the upper right above both panels."""
    text = sentence("causes", "beside_key", healthy=KEPT_RUN.text, situation=FORCE.text)
    place = {"xref": "paper", "yref": "paper", "x": 1, "y": 1, "xanchor": "right", "yanchor": "bottom", "yshift": 8}
    return {"text": text, "font": {"size": FONT_SIZE_PX}, **place, "align": "right", "showarrow": False}

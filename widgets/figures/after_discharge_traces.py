"""A command that ends while force goes on: firing rate above, force below, on one time axis."""

from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import in_lines
from widgets.figures.ion_palette import FORCE, KEPT_RUN, NERVE, Ink
from widgets.figures.timed_panels import (
    MS_IN_S,
    RunLines,
    TimedPanel,
    command_ms,
    draw_timed_panels,
    key_note,
    time_table,
)
from widgets.physiology.contraction import Contraction
from widgets.reference_data.amounts import paragraph
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 400
NARROW_HEIGHT_PX = 236
FIRING_DOMAIN = (0.60, 0.90)
FORCE_DOMAIN = (0.0, 0.48)
FORCE_LIMITS = (0.0, 105.0)
# Commands on this page go to 50 Hz; a nerve by itself stays far below.
FIRING_TOP_HZ = 40.0
OTHER = Ink(line=colour("accent"), text=colour("accent"), dash="dash", width_px=2.5)


def draw_after_discharge(
    run: Contraction,
    kept: Contraction | None = None,
    other: Contraction | None = None,
    other_name: str = "",
    *,
    stretched_ms: float | None = None,
) -> dict[str, Any]:
    """Return the figure; a kept run is thin and grey, and `other` (the same command, one thing changed) is dashed.

    `stretched_ms` marks when the muscle of `other` is stretched.

    The number and order of the lines is always the same.
    """
    highest = max(max(shown.traces["firing_rate_Hz"]) for shown in (run, kept, other) if shown)
    panels = (
        TimedPanel(
            "firing_rate_Hz", _said("axis_firing"), NERVE, FIRING_DOMAIN, (0.0, max(FIRING_TOP_HZ, 1.1 * highest))
        ),
        TimedPanel("force_percent", _said("axis_force"), FORCE, FORCE_DOMAIN, FORCE_LIMITS),
    )
    runs = (
        RunLines("kept_run", _said("kept_line"), kept, KEPT_RUN),
        RunLines("other_run", other_name, other, OTHER),
        RunLines("this_run", _said("chosen_line"), run, None),
    )
    keys = [_said("command_key")]
    keys += [_said("kept_key")] if kept else []
    keys += [sentence("low_magnesium", "other_key", name=other_name)] if other else []
    columns = {"firing_rate_Hz": _said("column_firing"), "force_percent": _said("column_force")}
    figure = draw_timed_panels(
        panels,
        runs,
        FIGURE_HEIGHT_PX,
        command_ms=command_ms(run),
        seconds_title=_said("axis_seconds"),
        table=time_table(run, columns, _said("column_seconds")),
        notes=[key_note(_two_lines(keys))],
        narrow_height_px=NARROW_HEIGHT_PX,
    )
    if stretched_ms is not None:
        figure["layout"]["shapes"].append(_moment(stretched_ms / MS_IN_S))
    return figure


def _said(key: str) -> str:
    return sentence("low_magnesium", key)


def _moment(time_s: float) -> dict[str, Any]:
    place = {"x0": time_s, "x1": time_s, "y0": 0, "y1": FIRING_DOMAIN[1], "xref": "x", "yref": "paper"}
    return {"type": "line", **place, "line": {"color": OTHER.line, "dash": "dot", "width": 2}}


def _two_lines(keys: list[str]) -> str:
    """Return the keys in two lines, the last in a line of its own: that is the longest."""
    return in_lines([paragraph(keys[:-1]), keys[-1]])

"""A pull of a minute: force with and without by-products, phosphate and acid below it."""

from typing import Any

from widgets.browser.colours import colour
from widgets.figures.ion_palette import ATP, FORCE, KEPT_RUN, Ink
from widgets.figures.timed_panels import RunLines, TimedPanel, command_ms, draw_timed_panels, key_note, time_table
from widgets.physiology.sustained_pull import SustainedPull
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 460
NARROW_HEIGHT_PX = 340
FORCE_DOMAIN = (0.62, 0.91)
PHOSPHATE_DOMAIN = (0.33, 0.51)
ACID_DOMAIN = (0.0, 0.20)
# Two runs in three panels.
LINES = 6
WITHOUT = Ink(line=KEPT_RUN.line, text=KEPT_RUN.text, dash="dash", width_px=2)
ACID = Ink(line=colour("acid"), text=colour("acid"), dash="solid", width_px=2)


def no_sustained_pull_yet() -> dict[str, Any]:
    """Return a figure without points, with as many lines as the figure of a pull will have."""
    lines = [{"type": "scatter", "x": (), "y": ()} for _ in range(LINES)]
    return {"data": lines, "layout": {}}


def draw_sustained_pull(pull: SustainedPull) -> dict[str, Any]:
    """Return the figure of one minute's pull."""
    panels = (
        TimedPanel("force_percent", _said("axis_force"), FORCE, FORCE_DOMAIN, (0.0, 105.0)),
        TimedPanel("inorganic_phosphate_mM", _said("axis_phosphate"), ATP, PHOSPHATE_DOMAIN, (0.0, 40.0)),
        TimedPanel("pH", _said("axis_pH"), ACID, ACID_DOMAIN, (6.4, 7.2)),
    )
    runs = (
        RunLines("other_run", _said("fatigue_without"), pull.without, WITHOUT),
        RunLines("this_run", _said("fatigue_with"), pull.tired, None),
    )
    columns = {
        "force_percent": _said("column_force"),
        "inorganic_phosphate_mM": _said("axis_phosphate"),
        "pH": _said("axis_pH"),
    }
    return draw_timed_panels(
        panels,
        runs,
        FIGURE_HEIGHT_PX,
        command_ms=command_ms(pull.tired),
        seconds_title=_said("axis_seconds"),
        table=time_table(pull.tired, columns, _said("column_seconds")),
        notes=[key_note(_said("fatigue_key"))],
        narrow_height_px=NARROW_HEIGHT_PX,
    )


def _said(key: str) -> str:
    return sentence("low_magnesium", key)

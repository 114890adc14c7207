"""One pull at two levels of magnesium inside the fibre: free calcium above, force below."""

from typing import Any

from widgets.figures.chart_style import upper_limit
from widgets.figures.ion_palette import CALCIUM, FORCE, KEPT_RUN, Ink
from widgets.figures.timed_panels import RunLines, TimedPanel, command_ms, draw_timed_panels, key_note, time_table
from widgets.physiology.contraction import Contraction
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 380
NARROW_HEIGHT_PX = 236
CALCIUM_DOMAIN = (0.60, 0.90)
FORCE_DOMAIN = (0.0, 0.48)
FORCE_LIMITS = (0.0, 105.0)
KEPT = Ink(line=KEPT_RUN.line, text=KEPT_RUN.text, dash="dot", width_px=2)


def draw_fibre_pull(run: Contraction, usual: Contraction, kept: Contraction | None = None) -> dict[str, Any]:
    """Return the figure: the usual fibre as a thin grey line, a kept run dotted, the chosen one in full.

    The number and order of the lines is always the same.
    """
    highest = max(max(shown.traces["free_calcium_uM"]) for shown in (run, usual, kept) if shown)
    panels = (
        TimedPanel("free_calcium_uM", _said("axis_free_calcium"), CALCIUM, CALCIUM_DOMAIN, (0.0, upper_limit(highest))),
        TimedPanel("force_percent", _said("axis_force"), FORCE, FORCE_DOMAIN, FORCE_LIMITS),
    )
    runs = (
        RunLines("usual_run", _said("usual_line"), usual, KEPT_RUN),
        RunLines("kept_run", _said("kept_line"), kept, KEPT),
        RunLines("this_run", _said("chosen_line"), run, None),
    )
    columns = {"free_calcium_uM": _said("column_free_calcium"), "force_percent": _said("column_force")}
    return draw_timed_panels(
        panels,
        runs,
        FIGURE_HEIGHT_PX,
        command_ms=command_ms(run),
        seconds_title=_said("axis_seconds"),
        table=time_table(run, columns, _said("column_seconds")),
        notes=[key_note(_said("pull_key_kept" if kept else "pull_key"))],
        narrow_height_px=NARROW_HEIGHT_PX,
    )


def _said(key: str) -> str:
    return sentence("low_magnesium", key)

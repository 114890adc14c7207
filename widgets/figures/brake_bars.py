"""Which of magnesium's actions a change of force comes through: one bar for each, beside the pull as it is."""

from typing import Any

from widgets.figures.chart_style import FONT_SIZE_PX, INK, base_layout, panel_heading, time_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import FORCE, KEPT_RUN, MAGNESIUM
from widgets.physiology.magnesium_in_fibre import BRAKES, BrakeShares
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 400
BAR_WIDTH = 0.4
LIMITS = (0.0, 105.0)


def draw_brake_bars(shares: BrakeShares) -> dict[str, Any]:
    """Return the figure: as set, with each action of magnesium alone kept as usual, and at usual magnesium."""
    rows = brake_rows(shares)
    last = len(rows) - 1
    lines = [
        _bars([(last, rows[0][1])], "as_set", FORCE.line),
        _bars([(last - i, force) for i, (_, force) in enumerate(rows) if 0 < i < last], "frozen", MAGNESIUM.line),
        _bars([(0, rows[last][1])], "usual", KEPT_RUN.line),
    ]
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": {"l": 8, "r": 12, "t": 20, "b": 44},
        "barmode": "overlay",
        "xaxis": time_axis(sentence("low_magnesium", "brake_axis"), LIMITS, anchor="y"),
        # Each bar lies in the lower half of its row, and its name in the upper half.
        "yaxis": {"range": [-0.5, last + 0.62], "fixedrange": True, "visible": False},
        "annotations": [_name(text, last - i) for i, (text, _) in enumerate(rows)],
        "meta": {
            "table": {
                "columns": [sentence("low_magnesium", "column_brake"), sentence("low_magnesium", "column_peak")],
                "rows": [[text, "–" if force is None else number_in_words(force, 3)] for text, force in rows],
            }
        },
    }
    return {"data": lines, "layout": layout}


def brake_rows(shares: BrakeShares) -> list[tuple[str, float | None]]:
    """Return name and peak force of every row from the top; the force is None where that action is switched off."""
    rows: list[tuple[str, float | None]] = [(_row("as_it_is"), shares.peak_force_percent)]
    for brake in BRAKES:
        off = sentence("low_magnesium", "brake_row_off", label=_row(brake))
        rows.append((_row(brake), shares.frozen[brake]) if brake in shares.frozen else (off, None))
    return [*rows, (_row("usual"), shares.usual_percent)]


def _row(key: str) -> str:
    return sentence("low_magnesium", f"brake_row_{key}")


def _bars(places: list[tuple[int, float | None]], key: str, color: str) -> dict[str, Any]:
    drawn = [(place, force) for place, force in places if force is not None]
    return {
        "type": "bar",
        "orientation": "h",
        "meta": LineMeta(bar=key, run="this_run", readout=False),
        "x": tuple(force for _, force in drawn),
        "y": tuple(place - 0.2 for place, _ in drawn),
        "width": BAR_WIDTH,
        "marker": {"color": color},
        "hoverinfo": "skip",
    }


def _name(text: str, place: int) -> dict[str, Any]:
    label = panel_heading(text, INK, place + 0.02)
    return label | {"yref": "y", "font": {"color": INK, "size": FONT_SIZE_PX}}

"""A thousand simulated trials: what each found, and which of them conclude that magnesium works."""

from collections import Counter
from math import floor
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import (
    FONT_SIZE_PX,
    INK,
    QUIET_INK,
    base_layout,
    panel_heading,
    time_axis,
    upper_limit,
    value_axis,
)
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.figures.ion_palette import MAGNESIUM
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence
from widgets.simulated_trials.many_trials import ManyTrials
from widgets.simulated_trials.simulated_trial import SimulatedTrial
from widgets.simulated_trials.t_interval import Verdict

FIGURE_HEIGHT_PX = 300
MARGIN_PX = {"l": 38, "r": 10, "t": 46, "b": 48}
# The axis stays, so that bars come closer where trials grow; what lies beyond is counted in the last bar of its side.
LEAST, MOST, BAR_WIDTH = -8.0, 5.0, 0.25
BARS = round((MOST - LEAST) / BAR_WIDTH)
LOWEST_TOP = 75.0
VERDICTS: tuple[Verdict, ...] = ("works", "open", "harms")
TABLE_STEP = 4


def draw_simulated_trials(trials: ManyTrials, shown: SimulatedTrial) -> dict[str, Any]:
    """Return the figure: the number of trials over what they found, in cramps a week; below zero means fewer.

    The lines are always four: bars for "it works", "cannot tell" and "more cramps", and a mark for the trial on show.
    """
    counts = {verdict: _bars_of(trials, verdict) for verdict in VERDICTS}
    highest = max((sum(counts[verdict][bar] for verdict in VERDICTS) for bar in range(BARS)), default=0)
    top = max(LOWEST_TOP, upper_limit(max(highest, 1)))
    looks: dict[Verdict, dict[str, Any]] = {
        "works": {"color": MAGNESIUM.line},
        "open": {"color": colour("band")},
        "harms": {
            "color": "rgba(0,0,0,0)",
            "pattern": {"shape": "/", "fgcolor": INK, "size": 5, "solidity": 0.3},
        },
    }
    lines = [_bar(verdict, counts[verdict], looks[verdict]) for verdict in VERDICTS]
    return {"data": [*lines, _mark(shown, top)], "layout": _layout(counts, top)}


def _bars_of(trials: ManyTrials, verdict: Verdict) -> list[int]:
    found = (value for value, each in zip(trials.found, trials.verdicts, strict=True) if each == verdict)
    counted = Counter(min(max(floor((value - LEAST) / BAR_WIDTH), 0), BARS - 1) for value in found)
    return [counted[bar] for bar in range(BARS)]


def _bar(verdict: Verdict, counts: list[int], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": _said(f"verdict_{verdict}"),
        "meta": LineMeta(run="this_run", readout=False, bar=f"verdict_{verdict}"),
        "x": tuple(LEAST + (bar + 0.5) * BAR_WIDTH for bar in range(BARS)),
        "y": tuple(float(count) for count in counts),
        "width": BAR_WIDTH,
        "marker": marker,
        "hoverinfo": "skip",
    }


def _mark(shown: SimulatedTrial, top: float) -> dict[str, Any]:
    at = min(max(shown.found.estimate, LEAST), MOST)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _said("counts_mark"),
        "meta": LineMeta(run="this_run", readout=False, line="counts_mark"),
        "x": (at,),
        "y": (0.04 * top,),
        "marker": {"color": colour("calcium"), "size": 14, "symbol": "diamond", "line": {"width": 1.5, "color": INK}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _layout(counts: dict[Verdict, list[int]], top: float) -> dict[str, Any]:
    small = {"size": FONT_SIZE_PX - 1, "color": QUIET_INK}
    return base_layout(FIGURE_HEIGHT_PX) | {
        "margin": MARGIN_PX,
        "barmode": "stack",
        "bargap": 0,
        "xaxis": time_axis("", (LEAST, MOST), "y")
        | {"title": {"text": _said("counts_axis"), "standoff": 6, "font": small}},
        "yaxis": value_axis((0.0, 1.0), (0.0, top)),
        "shapes": [_zero()],
        "annotations": [
            _at_top(_said("counts_key"), 0.0, "left", 22),
            _at_top(_said("counts_fewer"), 0.0, "left", 0),
            _at_top(_said("counts_more"), 1.0, "right", 0),
        ],
        "meta": {"table": _as_table(counts)},
    }


def _at_top(text: str, x: float, anchor: str, shift_px: int) -> dict[str, Any]:
    label = panel_heading(text, QUIET_INK, 1.0) | {"x": x, "xanchor": anchor, "yshift": shift_px}
    return label | {"font": {"color": QUIET_INK, "size": FONT_SIZE_PX - 1}}


def _zero() -> dict[str, Any]:
    place = {"x0": 0, "x1": 0, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "line", **place, "line": {"color": INK, "dash": "dot", "width": 1.5}}


def _as_table(counts: dict[Verdict, list[int]]) -> TableMeta:
    """Return the counts as rows of text, a cramp a week to a row."""
    rows = []
    for start in range(0, BARS, TABLE_STEP):
        low = LEAST + start * BAR_WIDTH
        ends = _said("counts_row", low=round(low), high=round(low + TABLE_STEP * BAR_WIDTH))
        rows.append(
            [ends, *(number_in_words(sum(counts[verdict][start : start + TABLE_STEP])) for verdict in VERDICTS)]
        )
    columns = [_said("counts_column_found"), *(_said(f"verdict_{verdict}") for verdict in VERDICTS)]
    return {"columns": columns, "rows": rows}


def _said(key: str, **values: object) -> str:
    return sentence("simulated_trials", key, **values)

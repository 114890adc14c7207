"""One simulated trial, person by person: cramps a week before and on the tablets, and what is so on average."""

import math
from collections.abc import Sequence
from itertools import chain
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import (
    FONT_SIZE_PX,
    INK,
    QUIET_INK,
    base_layout,
    bold,
    in_lines,
    panel_heading,
    time_axis,
    value_axis,
)
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.figures.ion_palette import KEPT_RUN, MAGNESIUM, Ink
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence
from widgets.simulated_trials.simulated_trial import SimulatedTrial, TabletGroup

# Low enough to stay in view while sliders are moved.
FIGURE_HEIGHT_PX = 262
MARGIN_PX = {"l": 30, "r": 10, "t": 46, "b": 28}
# Where each tablet's people are before and on it; a little room lies between the two.
MAGNESIUM_AT, PLACEBO_AT = (0.0, 1.0), (1.6, 2.6)
ENDS = (-0.25, 2.85)
# The same for every trial, so that one is easily held against the next; the lines of those who have more leave it.
TOP = 20.0
PERSON_OPACITY = 0.32
MEAN_DECIMALS = 1

Place = tuple[float, float]


def draw_simulated_trial(trial: SimulatedTrial, kept: SimulatedTrial | None = None) -> dict[str, Any]:
    """Return the figure, in cramps a week: people who took magnesium, and beside them those on dummy tablets.

    The lines are always six: people, mean and kept mean of each; those of dummy tablets are empty where the trial has
    no control group.
    """
    control = None if trial.plan.design == "uncontrolled" else trial.placebo
    kept_control = None if kept is None or kept.plan.design == "uncontrolled" else kept.placebo
    lines = [
        _people("magnesium", trial.magnesium, MAGNESIUM_AT, MAGNESIUM),
        _people("placebo", control, PLACEBO_AT, KEPT_RUN),
        _mean("kept_magnesium", kept.magnesium if kept else None, MAGNESIUM_AT, colour("accent"), "dot"),
        _mean("kept_placebo", kept_control, PLACEBO_AT, colour("accent"), "dot"),
        _mean("mean_magnesium", trial.magnesium, MAGNESIUM_AT, MAGNESIUM.text, "solid"),
        _mean("mean_placebo", control, PLACEBO_AT, INK, "solid"),
    ]
    return {"data": lines, "layout": _layout(trial, control)}


def _layout(trial: SimulatedTrial, control: TabletGroup | None) -> dict[str, Any]:
    shown = [trial.magnesium, *([control] if control else [])]
    ticks = [*MAGNESIUM_AT, *(PLACEBO_AT if control else ())]
    names = [_said("people_before"), _said("people_after")] * 2
    return base_layout(FIGURE_HEIGHT_PX) | {
        "margin": MARGIN_PX,
        "xaxis": time_axis("", ENDS, "y")
        | {"tickvals": ticks, "ticktext": names[: len(ticks)], "showgrid": False, "tickangle": 0},
        "yaxis": value_axis((0.0, 1.0), (0.0, TOP)),
        "annotations": [
            _name("magnesium", trial.magnesium, MAGNESIUM_AT, MAGNESIUM.text),
            _name("placebo", control, PLACEBO_AT, INK) if control else _nobody(),
        ],
        "meta": {"table": _as_table(shown)},
    }


def _name(key: str, group: TabletGroup, place: Place, ink: str) -> dict[str, Any]:
    means = _said("people_means", before=_number(group.mean_before), after=_number(group.mean_after))
    text = in_lines([bold(_said(f"tablet_{key}")), means])
    return panel_heading(text, ink, 1.0) | {"xref": "x", "x": place[0] - 0.2, "align": "left"}


def _nobody() -> dict[str, Any]:
    text = panel_heading(_said("people_nobody"), QUIET_INK, 0.5)
    return text | {"xref": "x", "x": sum(PLACEBO_AT) / 2, "xanchor": "center", "font": {"size": FONT_SIZE_PX}}


def _people(key: str, group: TabletGroup | None, place: Place, ink: Ink) -> dict[str, Any]:
    each = zip(group.before, group.after, strict=True) if group else ()
    y = tuple(chain.from_iterable((before, after, math.nan) for before, after in each))
    x = (*place, math.nan) * (group.people if group else 0)
    style = {"color": ink.line, "width": 1, "dash": "solid"}
    return _line(f"people_{key}", x, y) | {"mode": "lines", "line": style, "opacity": PERSON_OPACITY}


def _mean(key: str, group: TabletGroup | None, place: Place, ink: str, dash: str) -> dict[str, Any]:
    y = (group.mean_before, group.mean_after) if group else ()
    style = {"color": ink, "width": 4 if dash == "solid" else 2.5, "dash": dash}
    marker = {"color": ink, "size": 9, "symbol": "circle"}
    line = _line(f"people_{key}", place if group else (), y, run="kept_run" if "kept" in key else "this_run")
    return line | {"mode": "lines+markers", "line": style, "marker": marker}


def _line(key: str, x: Sequence[float], y: Sequence[float], run: str = "this_run") -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": _said(key),
        "meta": LineMeta(run=run, readout=False, line=key),
        "x": x,
        "y": y,
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _as_table(groups: Sequence[TabletGroup]) -> TableMeta:
    rows = [
        [
            _said(f"tablet_{group.tablet}"),
            number_in_words(group.people),
            _number(group.mean_before),
            _number(group.mean_after),
            number_in_words(group.quarter_fewer),
            number_in_words(group.helped),
        ]
        for group in groups
    ]
    columns = ("tablet", "people", "before", "after", "quarter_fewer", "helped")
    return {"columns": [_said(f"people_column_{column}") for column in columns], "rows": rows}


def _number(value: float) -> str:
    return number_in_words(value, decimals=MEAN_DECIMALS)


def _said(key: str, **values: object) -> str:
    return sentence("simulated_trials", key, **values)

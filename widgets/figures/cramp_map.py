"""The map of firing on after a command: darker is longer, with usual ranges and the learner's point."""

import math
from collections.abc import Sequence
from typing import Any

from widgets.browser.colours import colour
from widgets.figures.chart_style import FONT_SIZE_PX, INK, QUIET_INK, base_layout, bold
from widgets.figures.figure_meta import LineMeta, TableMeta
from widgets.physiology.cramp_map import CALCIUM_MM, MAGNESIUM_MM, WATCHED_MS, CellOutcome, CrampMap, MapCell
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.magnesium_scales import blood_range
from widgets.reference_data.wording import sentence

MAGNESIUM_ANALYTE = "magnesium, total"
CALCIUM_ANALYTE = "calcium, ionised"
WATCHED_S = WATCHED_MS / 1000
CONTOURS_S = (0.5, 1.0, 2.0)
# What goes on past the time watched has no length, and has a step of the scale to itself; so has what starts unasked.
# Both steps are as wide as their names need on a phone.
GOES_ON_LEVEL, GOES_ON_ENDS = WATCHED_S + 0.5, WATCHED_S + 1.0
UNASKED_LEVEL, SCALE_ENDS = WATCHED_S + 1.8, WATCHED_S + 2.6
# From light to dark all the way, so that it reads as a photocopy too; the same on a dark page.
COLOUR_SCALE = (
    (0.0, colour("map-stops")),
    (1.0 / SCALE_ENDS, colour("map-short")),
    (2.0 / SCALE_ENDS, colour("map-lasts")),
    (WATCHED_S / SCALE_ENDS, colour("map-longer")),
    (WATCHED_S / SCALE_ENDS, colour("map-goes-on")),
    (GOES_ON_ENDS / SCALE_ENDS, colour("map-goes-on")),
    (GOES_ON_ENDS / SCALE_ENDS, colour("map-unasked")),
    (1.0, colour("map-unasked")),
)
LIGHTEST, DARKEST = colour("map-stops"), colour("map-unasked")
REGION_INKS = {
    "stops": (DARKEST, LIGHTEST),
    "goes_on": (LIGHTEST, colour("map-goes-on")),
    "unasked": (LIGHTEST, DARKEST),
}
HEIGHT_PX = 560
NARROW_HEIGHT_PX = 440
# A region smaller than this round its middle has no room for its name.
ROOM_FOR_A_NAME_CELLS = 3
HALF_A_NAME_CELLS = 11
CLEAR_OF_THE_RING_CELLS = 4
TABLE_MAGNESIUM_EVERY, TABLE_CALCIUM_EVERY = 6, 4


def draw_cramp_map(cramp_map: CrampMap, point: tuple[float, float]) -> dict[str, Any]:
    """Return the figure: magnesium to the right, calcium upwards, how long the nerve fires on as darkness.

    While the map fills, a cell that is not computed looks like the finest known one it belongs to. The number and order
    of the lines is always the same.

    Args:
        cramp_map: what is known.
        point: magnesium and ionised calcium of the learner's own run, in mM; drawn at the edge where it lies beside.
    """
    outcomes = [[cramp_map.best_known(MapCell(x, y)) for x in range(len(MAGNESIUM_MM))] for y in range(len(CALCIUM_MM))]
    levels = [[_level(outcome) for outcome in row] for row in outcomes]
    unasked = [[float(bool(outcome and outcome.starts_unasked)) for outcome in row] for row in outcomes]
    lasting = [[min(level, WATCHED_S) for level in row] for row in levels]
    return {
        "data": [
            _grid("heatmap", levels) | _shades(),
            *(
                _grid("contour", lasting) | _contour(seconds, dash)
                for seconds, dash in zip(CONTOURS_S, _DASHES, strict=True)
            ),
            _grid("contour", unasked) | _line_at(0.5, {"color": LIGHTEST, "width": 2, "dash": "dash"}),
            _learner(point),
        ],
        "layout": _layout(cramp_map, outcomes, point),
    }


def _level(outcome: CellOutcome | None) -> float:
    """Return the place of an outcome on the scale of darkness, NaN where it is unknown."""
    if outcome is None:
        return math.nan
    steps = {"unasked": UNASKED_LEVEL, "goes_on": GOES_ON_LEVEL}
    return steps.get(outcome.kind, outcome.after_discharge_s)


_DASHES = ("dot", "solid", "solid")


def _shades() -> dict[str, Any]:
    """Return how long the nerve fires on as darkness, with its scale below the picture."""
    steps = ("stops", "1_s", "2_s", "goes_on", "unasked")
    return {
        "zmin": 0,
        "zmax": SCALE_ENDS,
        "colorscale": [list(step) for step in COLOUR_SCALE],
        "colorbar": {
            "orientation": "h",
            "x": 0.5,
            "xanchor": "center",
            "y": -0.17,
            "yanchor": "top",
            "thickness": 16,
            "len": 1,
            "outlinecolor": QUIET_INK,
            "outlinewidth": 1,
            "tickmode": "array",
            "tickvals": [0, 1, 2, GOES_ON_LEVEL, UNASKED_LEVEL],
            "ticktext": [sentence("cramp_map", f"scale_{step}") for step in steps],
            "tickangle": 0,
            "tickfont": {"size": FONT_SIZE_PX - 1, "color": INK},
            "title": {"text": sentence("cramp_map", "scale"), "side": "bottom", "font": {"size": FONT_SIZE_PX}},
        },
    }


def _grid(kind: str, rows: Sequence[Sequence[float]]) -> dict[str, Any]:
    meta = LineMeta(run="this_run", readout=False)
    return {"type": kind, "x": MAGNESIUM_MM, "y": CALCIUM_MM, "z": rows, "meta": meta, "hoverinfo": "skip"}


def _contour(seconds: float, dash: str) -> dict[str, Any]:
    return _line_at(seconds, {"color": DARKEST, "width": 1.5, "dash": dash})


def _line_at(level: float, line: dict[str, Any]) -> dict[str, Any]:
    contours = {"coloring": "none", "start": level, "end": level, "size": 1}
    return {"autocontour": False, "contours": contours, "line": line | {"smoothing": 0.7}, "showscale": False}


def _learner(point: tuple[float, float]) -> dict[str, Any]:
    """Return the learner's point: a ring in both shades, so that it stands out on light and on dark."""
    x = min(max(point[0], MAGNESIUM_MM[0]), MAGNESIUM_MM[-1])
    y = min(max(point[1], CALCIUM_MM[0]), CALCIUM_MM[-1])
    ring = {"symbol": "circle", "size": 17, "color": LIGHTEST, "line": {"color": DARKEST, "width": 4}}
    meta = LineMeta(run="this_run", readout=False)
    line = {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": ring, "meta": meta}
    return line | {"hoverinfo": "skip", "cliponaxis": False}


def _layout(
    cramp_map: CrampMap, outcomes: Sequence[Sequence[CellOutcome | None]], point: tuple[float, float]
) -> dict[str, Any]:
    bands = [("x", blood_range(MAGNESIUM_ANALYTE)), ("y", blood_range(CALCIUM_ANALYTE))]
    return base_layout(HEIGHT_PX) | {
        "margin": {"l": 52, "r": 22, "t": 34, "b": 118},
        "xaxis": _axis(sentence("cramp_map", "axis_magnesium"), MAGNESIUM_MM, "y"),
        "yaxis": _axis(sentence("cramp_map", "axis_calcium"), CALCIUM_MM, "x"),
        "shapes": [edge for axis, usual in bands for edge in _edges(axis, usual.low, usual.high)],
        "annotations": [*_range_names(), *_region_names(outcomes, MapCell.nearest(*point))],
        "meta": {"table": _as_table(cramp_map), "narrow_height": NARROW_HEIGHT_PX},
    }


def _axis(title: str, values: Sequence[float], anchor: str) -> dict[str, Any]:
    half = (values[1] - values[0]) / 2
    return {
        "range": [values[0] - half, values[-1] + half],
        "anchor": anchor,
        "fixedrange": True,
        "nticks": 6,
        "ticks": "outside",
        "showgrid": False,
        "zeroline": False,
        "title": {"text": title, "standoff": 6},
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }


def _edges(axis: str, low: float, high: float) -> list[dict[str, Any]]:
    """Return the two edges of a usual range, each as a light line on a dark one."""
    other = "y" if axis == "x" else "x"
    along = {f"{other}ref": "paper", f"{other}0": 0, f"{other}1": 1}
    return [
        {"type": "line", f"{axis}ref": axis, f"{axis}0": at, f"{axis}1": at, **along, "line": line}
        for at in (low, high)
        for line in ({"color": colour("map-edge"), "width": 3}, {"color": LIGHTEST, "width": 1, "dash": "dot"})
    ]


def _range_names() -> list[dict[str, Any]]:
    """Return the names of the two usual ranges, outside the picture: above it, and beside it on end."""
    magnesium, calcium = blood_range(MAGNESIUM_ANALYTE), blood_range(CALCIUM_ANALYTE)
    name = {
        "text": bold(sentence("cramp_map", "usual_range")),
        "font": {"color": colour("accent"), "size": FONT_SIZE_PX},
        "showarrow": False,
    }
    above = {"xref": "x", "x": (magnesium.low + magnesium.high) / 2, "yref": "paper", "y": 1, "yanchor": "bottom"}
    beside = {"xref": "paper", "x": 1, "xanchor": "left", "yref": "y", "y": (calcium.low + calcium.high) / 2}
    return [name | above, name | beside | {"textangle": 90}]


def _region_names(outcomes: Sequence[Sequence[CellOutcome | None]], own: MapCell) -> list[dict[str, Any]]:
    kinds = [[outcome.kind if outcome else None for outcome in row] for row in outcomes]
    names = []
    for kind, (ink, ground) in REGION_INKS.items():
        depth, x, y = _deepest(kinds, kind)
        if depth >= ROOM_FOR_A_NAME_CELLS:
            name = {"text": sentence("cramp_map", f"region_{kind}"), "font": {"color": ink, "size": FONT_SIZE_PX}}
            y -= CLEAR_OF_THE_RING_CELLS if abs(y - own.calcium_place) < CLEAR_OF_THE_RING_CELLS <= y else 0
            # Near the edge a name begins there, so that it stays within the map.
            at_edge = x < HALF_A_NAME_CELLS
            x = 0 if at_edge else x
            place = {"xref": "x", "yref": "y", "x": MAGNESIUM_MM[x], "y": CALCIUM_MM[y]}
            place["xanchor"] = "left" if at_edge else "center"
            # On the region's own shade, so that no line runs through the letters.
            names.append({**name, **place, "bgcolor": ground, "borderpad": 1, "showarrow": False})
    return names


def _deepest(kinds: Sequence[Sequence[str | None]], kind: str) -> tuple[int, int, int]:
    """Return the cell of a kind that lies deepest in its region, and the depth in cells, 0 where there is none."""
    inside = {(x, y) for y, row in enumerate(kinds) for x, found in enumerate(row) if found == kind}
    depth, last = 0, inside
    while inside:
        depth, last = depth + 1, inside
        inside = {(x, y) for x, y in inside if {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} <= inside}
    ordered = sorted(last)
    return (depth, *ordered[len(ordered) // 2]) if ordered else (0, 0, 0)


def _as_table(cramp_map: CrampMap) -> TableMeta:
    """Return every few cells as text: a row for each calcium, highest first, a column for each magnesium."""
    magnesium = range(0, len(MAGNESIUM_MM), TABLE_MAGNESIUM_EVERY)
    calcium = range(1, len(CALCIUM_MM), TABLE_CALCIUM_EVERY)
    columns = [sentence("cramp_map", "table_calcium")]
    columns += [sentence("cramp_map", "table_magnesium", magnesium=amount(MAGNESIUM_MM[x], "mM", 4)) for x in magnesium]
    rows = [
        [
            number_in_words(CALCIUM_MM[y], decimals=2),
            *(outcome_text(cramp_map.outcomes.get(MapCell(x, y))) for x in magnesium),
        ]
        for y in reversed(calcium)
    ]
    return {"columns": columns, "rows": rows}


def outcome_text(outcome: CellOutcome | None) -> str:
    """Return an outcome in a word or two, a dash where it is unknown."""
    if outcome is None:
        return sentence("cramp_map", "cell_unknown")
    return sentence("cramp_map", f"cell_{outcome.kind}", seconds=amount(outcome.after_discharge_s, "s", decimals=1))

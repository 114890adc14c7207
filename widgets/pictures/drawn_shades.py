"""Shades of a grid of values, and the line on which a grid has one value."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from widgets.browser.colours import colour as palette_colour
from widgets.pictures.figure_axes import Axis
from widgets.pictures.svg_elements import DASHES, colour_or_none, element, path_through


def drawn_shades(line: Mapping[str, Any], x_axis: Axis, y_axis: Axis) -> str:
    """Return a heatmap: a rectangle for each stretch of a row that has one shade."""
    xs, ys = _edges(line["x"], x_axis), _edges(line["y"], y_axis)
    low, high = shade_range(line)
    drawn = []
    for row, (near, far) in zip(line["z"], pairwise(ys), strict=True):
        shades = [shade(line["colorscale"], (value - low) / (high - low)) for value in row]
        start = 0
        for colour, stretch in groupby(shades):
            end = start + len(list(stretch))
            if colour:
                top, bottom = sorted((near, far))
                # A little more than its own room, or light would come through between two of them.
                box: dict[str, Any] = {"x": min(xs[start], xs[end]), "y": top, "width": abs(xs[end] - xs[start]) + 0.3}
                drawn.append(
                    element("rect", **box, height=bottom - top + 0.3, fill=colour, shape_rendering="crispEdges")
                )
            start = end
    return "".join(drawn)


def drawn_contour(line: Mapping[str, Any], x_axis: Axis, y_axis: Axis) -> str:
    """Return the line on which the grid has the value that the contour is drawn at."""
    level, style = float(line["contours"]["start"]), line.get("line", {})
    pieces = "".join(path_through(piece) for piece in _crossings(line, level, x_axis, y_axis))
    return (
        element(
            "path",
            d=pieces,
            fill="none",
            stroke=colour_or_none(style.get("color", palette_colour("ink"))),
            stroke_width=style.get("width", 1),
            stroke_dasharray=DASHES.get(style.get("dash", "solid")),
        )
        if pieces
        else ""
    )


def shade_range(line: Mapping[str, Any]) -> tuple[float, float]:
    """Return the values of the lightest and of the darkest shade."""
    known = [value for row in line["z"] for value in row if math.isfinite(value)]
    low, high = line.get("zmin", min(known, default=0.0)), line.get("zmax", max(known, default=1.0))
    return float(low), float(high) if high > low else float(low) + 1.0


def shade(scale: Sequence[Sequence[Any]], share: float) -> str:
    """Return the colour at a share of a colour scale, nothing where there is no value."""
    if not math.isfinite(share):
        return ""
    share = min(max(share, 0.0), 1.0)
    for (start, first), (end, last) in pairwise(scale):
        if share <= end and end > start:
            return _between(first, last, (share - start) / (end - start))
    return str(scale[-1][1])


def _between(first: str, last: str, share: float) -> str:
    pairs = ((int(first[i : i + 2], 16), int(last[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(one + share * (other - one)):02X}" for one, other in pairs)


def _edges(values: Sequence[float], axis: Axis) -> list[float]:
    """Return the px of the edges between cells whose middles are given, and of both outer ones."""
    places = [axis.place(float(value)) for value in values]
    if len(places) == 1:
        return list(axis.px)
    between = [(one + other) / 2 for one, other in pairwise(places)]
    return [2 * places[0] - between[0], *between, 2 * places[-1] - between[-1]]


def _crossings(
    line: Mapping[str, Any], level: float, x_axis: Axis, y_axis: Axis
) -> Iterator[list[tuple[float, float]]]:
    """Yield the short piece in each square of four cells that the level runs through."""
    xs, ys = ([axis.place(float(v)) for v in line[way]] for way, axis in (("x", x_axis), ("y", y_axis)))
    rows = line["z"]
    for j, (low_y, high_y) in enumerate(pairwise(ys)):
        for i, (low_x, high_x) in enumerate(pairwise(xs)):
            corners = (
                (low_x, low_y, rows[j][i]),
                (high_x, low_y, rows[j][i + 1]),
                (high_x, high_y, rows[j + 1][i + 1]),
                (low_x, high_y, rows[j + 1][i]),
            )
            found = [
                point
                for one, other in zip(corners, (*corners[1:], corners[0]), strict=True)
                if (point := _where(one, other, level))
            ]
            yield from (found[k : k + 2] for k in range(0, len(found) - 1, 2))


def _where(
    one: tuple[float, float, float], other: tuple[float, float, float], level: float
) -> tuple[float, float] | None:
    low, high = one[2], other[2]
    if not (math.isfinite(low) and math.isfinite(high)) or (low < level) == (high < level):
        return None
    share = (level - low) / (high - low)
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])

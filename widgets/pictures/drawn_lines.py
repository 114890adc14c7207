"""What a figure shows, drawn: lines with their points, bars, shades and the lines between them."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from widgets.browser.colours import colour as palette_colour
from widgets.pictures.drawn_marks import drawn_marks
from widgets.pictures.drawn_shades import drawn_contour, drawn_shades
from widgets.pictures.figure_axes import Axis
from widgets.pictures.svg_elements import DASHES, colour_or_none, element, path_through, text_spans, text_width

# More points than this cannot be told apart on a picture.
MOST_POINTS = 500
_TEXT_ROOM_PX = 6
HATCH = "hatch"


def drawn_line(line: Mapping[str, Any], x_axis: Axis, y_axis: Axis, clip: str) -> str:
    """Return one of a figure's lines as SVG, in a group with its name.

    Args:
        line: as plotly has it.
        x_axis: the axis that its x belong to.
        y_axis: the axis that its y belong to.
        clip: id of the clip path of its panel.
    """
    kind = line.get("type", "scatter")
    if kind == "bar":
        drawn = _bars(line, x_axis, y_axis)
    elif kind == "heatmap":
        drawn = drawn_shades(line, x_axis, y_axis)
    elif kind == "contour":
        drawn = drawn_contour(line, x_axis, y_axis)
    else:
        return _scatter(line, x_axis, y_axis, clip)
    return _group(line, drawn, clip)


def _group(line: Mapping[str, Any], drawn: str, clip: str | None) -> str:
    named = element("title", _escaped(line["name"])) if line.get("name") else ""
    inner = named + drawn
    return (
        element("g", inner, class_="line", clip_path=f"url(#{clip})" if clip else None)
        if inner
        else element("g", class_="line")
    )


def _escaped(text: object) -> str:
    return str(text).replace("&", "&amp;").replace("<", "&lt;")


def _scatter(line: Mapping[str, Any], x_axis: Axis, y_axis: Axis, clip: str) -> str:
    pairs = zip(line.get("x", ()), line.get("y", ()), strict=True)
    points = [(x_axis.place(float(x)), y_axis.place(float(y))) for x, y in pairs]
    mode = line.get("mode", "lines")
    drawn = ""
    if "lines" in mode and (path := path_through(_thinned(points))):
        style = line.get("line", {})
        drawn += element(
            "path",
            d=path,
            fill="none",
            stroke=colour_or_none(style.get("color", palette_colour("ink"))),
            stroke_width=style.get("width", 2),
            stroke_dasharray=DASHES.get(style.get("dash", "solid")),
            stroke_linejoin="round",
        )
    if "markers" in mode:
        drawn += drawn_marks(line, points)
    return _group(line, drawn, clip if line.get("cliponaxis", True) else None)


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return few enough points: of each stretch the first, the lowest, the highest; gaps stay."""
    if len(points) <= MOST_POINTS or any(math.isnan(y) for _, y in points):
        return list(points)
    stretch = math.ceil(3 * len(points) / MOST_POINTS)
    kept: list[tuple[float, float]] = []
    for start in range(0, len(points), stretch):
        part = range(start, min(start + stretch, len(points)))
        chosen = {start, min(part, key=lambda i: points[i][1]), max(part, key=lambda i: points[i][1])}
        kept += [points[i] for i in sorted(chosen)]
    return [*kept, points[-1]]


def _bars(line: Mapping[str, Any], x_axis: Axis, y_axis: Axis) -> str:
    marker, base = line.get("marker", {}), float(line.get("base", 0.0) or 0.0)
    edge = marker.get("line", {})
    fill = colour_or_none(marker.get("color", palette_colour("kept-run")))
    if marker.get("pattern"):
        fill = f"url(#{HATCH})"
    drawn = []
    for along, place in zip(line.get("x", ()), line.get("y", ()), strict=True):
        half = float(line.get("width", 0.8)) / 2
        left, right = sorted((x_axis.place(base), x_axis.place(base + float(along))))
        top, bottom = sorted((y_axis.place(float(place) - half), y_axis.place(float(place) + half)))
        drawn.append(
            element(
                "rect",
                x=left,
                y=top,
                width=right - left,
                height=bottom - top,
                fill=fill,
                stroke=colour_or_none(edge.get("color", "none")),
                stroke_width=edge.get("width", 0),
            )
        )
        drawn.append(_inside(line, left, right, (top + bottom) / 2))
    return "".join(drawn)


def _inside(line: Mapping[str, Any], left: float, right: float, middle: float) -> str:
    text, font = line.get("text", ""), line.get("insidetextfont", {})
    size = font.get("size", 14)
    if not text or text_width(text, size) + 2 * _TEXT_ROOM_PX > right - left:
        return ""
    at_end = line.get("insidetextanchor") == "end"
    x = right - _TEXT_ROOM_PX if at_end else left + _TEXT_ROOM_PX
    return element(
        "text",
        text_spans(text, x, size),
        x=x,
        y=middle + size / 3,
        font_size=size,
        fill=font.get("color", palette_colour("ink")),
        text_anchor="end" if at_end else "start",
    )

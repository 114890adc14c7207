"""The signs of single points, as plotly names them."""

from collections.abc import Mapping, Sequence
from typing import Any

from widgets.browser.colours import colour as palette_colour
from widgets.pictures.svg_elements import colour_or_none, element

# Corners in half the size of the sign, y downwards.
_SHAPES: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond": ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle-up": ((0, -1.1), (1.0, 0.7), (-1.0, 0.7)),
    "triangle-down": ((0, 1.1), (1.0, -0.7), (-1.0, -0.7)),
    "triangle-left": ((-1.1, 0), (0.7, -1.0), (0.7, 1.0)),
    "triangle-right": ((1.1, 0), (-0.7, -1.0), (-0.7, 1.0)),
}
_STROKES: Mapping[str, Sequence[tuple[float, float, float, float]]] = {
    "line-ns": ((0, -1, 0, 1),),
    "line-ew": ((-1, 0, 1, 0),),
    "x": ((-0.8, -0.8, 0.8, 0.8), (-0.8, 0.8, 0.8, -0.8)),
    "cross": ((0, -1, 0, 1), (-1, 0, 1, 0)),
}
_SIZE_PX = 6


def drawn_marks(line: Mapping[str, Any], points: Sequence[tuple[float, float]]) -> str:
    """Return the sign of each point of a line, in px."""
    marker = line.get("marker", {})
    symbols = marker.get("symbol", "circle")
    return "".join(
        _mark(symbols if isinstance(symbols, str) else symbols[i], x, y, marker) for i, (x, y) in enumerate(points)
    )


def _mark(symbol: str, x: float, y: float, marker: Mapping[str, Any]) -> str:
    if x != x or y != y:  # noqa: PLR0124 - not a number is no place
        return ""
    shape, is_open = symbol.removesuffix("-open"), symbol.endswith("-open")
    half = marker.get("size", _SIZE_PX) / 2
    edge = marker.get("line", {})
    colour = colour_or_none(marker.get("color", palette_colour("ink")))
    fill, stroke = ("none", colour) if is_open else (colour, edge.get("color", colour))
    width = edge.get("width", 1 if is_open else 0)
    if shape in _STROKES:
        ends = ((x + a * half, y + b * half, x + c * half, y + d * half) for a, b, c, d in _STROKES[shape])
        return "".join(
            element("line", x1=a, y1=b, x2=c, y2=d, stroke=edge.get("color", colour), stroke_width=width or 2)
            for a, b, c, d in ends
        )
    style = {"fill": fill, "stroke": colour_or_none(stroke), "stroke_width": width}
    if shape in _SHAPES:
        corners = " ".join(f"{x + a * half:.1f},{y + b * half:.1f}" for a, b in _SHAPES[shape])
        return element("polygon", points=corners, **style)
    return element("circle", cx=x, cy=y, r=float(half), **style)

"""What stands round the lines of a figure: grid, ticks, titles of axes, shapes, and the scale of shades."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from widgets.browser.colours import colour as palette_colour
from widgets.pictures.drawn_shades import shade, shade_range
from widgets.pictures.drawn_texts import place_of
from widgets.pictures.figure_axes import Axis, Paper
from widgets.pictures.svg_elements import DASHES, LINE_HEIGHT, colour_or_none, element, text_spans, text_width

_TICK_GAP_PX, _TICK_PX = 5, 5
_SCALE_STEPS = 80
# Where plotly puts the title of an upright axis is left of its numbers.
_LEAST_X_PX = 2


@dataclass(frozen=True, slots=True)
class _Letters:
    """Size in px and colour of a text."""

    size: float
    colour: str


def drawn_grid(axes: Mapping[str, Axis], name: str) -> str:
    """Return the grid lines of one axis across the panel that it belongs to."""
    axis, other = axes[name], _across(axes, name)
    if axis.settings.get("visible") is False or axis.settings.get("showgrid") is False:
        return ""
    colour = axis.settings.get("gridcolor", palette_colour("line"))
    ends = sorted(other.px)
    return "".join(
        element("line", x1=px, x2=px, y1=ends[0], y2=ends[1], stroke=colour)
        if name[0] == "x"
        else element("line", x1=ends[0], x2=ends[1], y1=px, y2=px, stroke=colour)
        for px, _ in axis.ticks()
    )


def drawn_axis(axes: Mapping[str, Axis], name: str, canvas: tuple[float, float], ink: str) -> str:
    """Return the numbers of one axis, its short lines beside them, and its title."""
    axis, other = axes[name], _across(axes, name)
    if axis.settings.get("visible") is False:
        return ""
    font = axis.settings.get("tickfont", {})
    size, colour = float(font.get("size", 12)), font.get("color", ink)
    base = max(other.px) if name[0] == "x" else min(other.px)
    labels = axis.ticks() if axis.settings.get("showticklabels", True) else []
    drawn = [_tick_line(axis, name, px, base, ink) for px, _ in labels]
    if name[0] == "y":
        drawn += [
            _label(text, (base - _TICK_GAP_PX, px + size / 3), "end", _Letters(size, colour)) for px, text in labels
        ]
    else:
        below = base + _TICK_GAP_PX + size
        drawn += [
            _label(text, (_inside(px, text, size, canvas), below), "middle", _Letters(size, colour))
            for px, text in labels
        ]
    room = max((text_width(label, size) for _, label in labels), default=0.0)
    beside = base - room if name[0] == "y" else base
    return "".join(drawn) + _title(axis, name, beside, canvas, ink)


def drawn_shape(shape: Mapping[str, Any], axes: Mapping[str, Axis], paper: Paper) -> str:
    """Return a rectangle or a line of a layout."""
    x0, x1, y0, y1 = (
        place_of(shape.get(f"{way}ref", way), float(shape[f"{way}{end}"]), axes, paper, way)
        for way in "xy"
        for end in "01"
    )
    edge = shape.get("line", {})
    style = {
        "stroke": colour_or_none(edge.get("color", "none")),
        "stroke_width": edge.get("width", 1),
        "stroke_dasharray": DASHES.get(edge.get("dash", "solid")),
        "opacity": shape.get("opacity"),
    }
    if shape["type"] == "line":
        return element("line", x1=x0, x2=x1, y1=y0, y2=y1, **style)
    box: dict[str, Any] = {"x": min(x0, x1), "y": min(y0, y1), "width": abs(x1 - x0), "height": abs(y1 - y0)}
    return element("rect", **box, fill=colour_or_none(shape.get("fillcolor", "none")), **style)


def drawn_scale(line: Mapping[str, Any], paper: Paper, canvas: tuple[float, float], ink: str) -> str:
    """Return the scale of a heatmap: below the plot where it lies, at its right where it stands."""
    bar = line["colorbar"]
    lies = bar.get("orientation") == "h"
    thick = float(bar.get("thickness", 16))
    if lies:
        left, top, long = paper.left, paper.up(bar.get("y", -0.2)), paper.width
    else:
        left, top, long = paper.across(1.0) + 14, paper.top, paper.height
    low, high = shade_range(line)
    step = long / _SCALE_STEPS
    drawn = []
    for i in range(_SCALE_STEPS):
        colour = shade(line["colorscale"], (i + 0.5) / _SCALE_STEPS)
        place: dict[str, Any] = (
            {"x": left + i * step, "y": top} if lies else {"x": left, "y": top + long - (i + 1) * step}
        )
        size: dict[str, Any] = (
            {"width": step + 0.3, "height": thick} if lies else {"width": thick, "height": step + 0.3}
        )
        drawn.append(element("rect", **place, **size, fill=colour, shape_rendering="crispEdges"))
    font = bar.get("tickfont", {})
    size_px, colour = float(font.get("size", 13)), font.get("color", ink)
    ends = (left, left + long) if lies else (top + long, top)
    for px, text in Axis(bar, (low, high), ends).ticks():
        if lies:
            at = _inside(px, text, size_px, canvas)
            drawn.append(_label(text, (at, top + thick + size_px + 3), "middle", _Letters(size_px, colour)))
        else:
            drawn.append(
                _label(text, (left + thick + _TICK_GAP_PX, px + size_px / 3), "start", _Letters(size_px, colour))
            )
    title = bar.get("title", {}).get("text", "")
    if title and lies:
        size_px = float(bar["title"].get("font", {}).get("size", 14))
        below = top + thick + (2 * LINE_HEIGHT + 0.4) * size_px
        drawn.append(_label(title, (left + long / 2, min(below, canvas[1] - 4)), "middle", _Letters(size_px, ink)))
    return "".join(drawn)


def _across(axes: Mapping[str, Axis], name: str) -> Axis:
    """Return the axis that one stands at: the one that its settings name, else the first of the other way."""
    other = "y" if name[0] == "x" else "x"
    anchor = str(axes[name].settings.get("anchor", other))
    return axes[anchor] if anchor in axes else axes[other]


def _tick_line(axis: Axis, name: str, px: float, base: float, ink: str) -> str:
    if axis.settings.get("ticks") != "outside":
        return ""
    colour = axis.settings.get("tickcolor", ink)
    if name[0] == "x":
        return element("line", x1=px, x2=px, y1=base, y2=base + _TICK_PX, stroke=colour)
    return element("line", x1=base - _TICK_PX, x2=base, y1=px, y2=px, stroke=colour)


def _title(axis: Axis, name: str, base: float, canvas: tuple[float, float], ink: str) -> str:
    title = axis.settings.get("title", {})
    text = title.get("text", "") if isinstance(title, Mapping) else str(title)
    if not text:
        return ""
    font = title.get("font", {}) if isinstance(title, Mapping) else {}
    size, colour = float(font.get("size", 14)), font.get("color", ink)
    middle = sum(axis.px) / 2
    if name[0] == "x":
        below = base + _TICK_GAP_PX + 2 * LINE_HEIGHT * size
        return _label(text, (middle, min(below, canvas[1] - 4)), "middle", _Letters(size, colour))
    x = max(base - _TICK_GAP_PX - size / 2, size + _LEAST_X_PX)
    turned = f"rotate(-90 {x:.1f} {middle:.1f})"
    size = min(size, size * canvas[1] / text_width(text, size))
    spans = text_spans(text, x, LINE_HEIGHT * size)
    return element("text", spans, x=x, y=middle, text_anchor="middle", transform=turned, font_size=size, fill=colour)


def _inside(px: float, text: str, size: float, canvas: tuple[float, float]) -> float:
    half = text_width(text, size) / 2 + 2
    return min(max(px, half), canvas[0] - half)


def _label(text: str, at: tuple[float, float], anchor: str, letters: _Letters) -> str:
    spans = text_spans(text, at[0], LINE_HEIGHT * letters.size)
    size, colour = letters.size, letters.colour
    return element("text", spans, x=at[0], y=at[1], text_anchor=anchor, font_size=size, fill=colour)

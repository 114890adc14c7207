"""One figure as one SVG picture."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from widgets.browser.colours import colour as palette_colour
from widgets.pictures.drawn_frame import drawn_axis, drawn_grid, drawn_scale, drawn_shape
from widgets.pictures.drawn_lines import HATCH, drawn_line
from widgets.pictures.drawn_texts import drawn_annotation
from widgets.pictures.figure_axes import Axis, Paper, axes_of
from widgets.pictures.svg_elements import element

WIDTH_PX = 760.0
_HEIGHT_PX = 420.0
_GROUND = palette_colour("card")
_MARGIN = {"l": 60, "r": 20, "t": 40, "b": 60}


def figure_as_svg(figure: Mapping[str, Any], *, title: str = "", description: str = "") -> str:
    """Return a figure dict, as `figures` makes them, as a whole SVG document on white.

    It knows what our figures use of plotly: lines, points, bars, shades, contours at one level, shapes, texts, axes
    that count in tenfolds. Anything else is left out.

    Args:
        figure: the dict.
        title: the picture's name, for those who hear it.
        description: the picture in words, for those who hear it.
    """
    data, layout = figure["data"], figure["layout"]
    canvas = (WIDTH_PX, float(layout.get("height", _HEIGHT_PX)))
    margin = {**_MARGIN, **layout.get("margin", {})}
    paper = Paper(
        margin["l"], margin["t"], canvas[0] - margin["l"] - margin["r"], canvas[1] - margin["t"] - margin["b"]
    )
    axes = axes_of(layout, data, paper)
    font = layout.get("font", {})
    ink = font.get("color", palette_colour("ink"))
    shapes = layout.get("shapes", ())
    below = [drawn_shape(shape, axes, paper) for shape in shapes if shape.get("layer") == "below"]
    above = [drawn_shape(shape, axes, paper) for shape in shapes if shape.get("layer") != "below"]
    panels = {(line.get("xaxis", "x"), line.get("yaxis", "y")) for line in data}
    used = sorted({name for panel in panels for name in panel})
    parts = [
        element("title", escape(title)) if title else "",
        element("desc", escape(description)) if description else "",
        element("defs", _hatch() + "".join(_clip(axes, panel) for panel in sorted(panels))),
        element("rect", width="100%", height="100%", fill=_GROUND),
        *below,
        *(drawn_grid(axes, name) for name in used),
        *(_line(line, axes) for line in data),
        *(drawn_axis(axes, name, canvas, ink) for name in used),
        *above,
        *(drawn_scale(line, paper, canvas, ink) for line in data if line.get("colorbar")),
        *(drawn_annotation(note, axes, paper, canvas, ink) for note in layout.get("annotations", ())),
    ]
    size = {"width": canvas[0], "height": canvas[1], "viewBox": f"0 0 {canvas[0]:g} {canvas[1]:g}"}
    return element(
        "svg", "".join(parts), xmlns="http://www.w3.org/2000/svg", **size, role="img", font_family=font.get("family")
    )


def _line(line: Mapping[str, Any], axes: Mapping[str, Axis]) -> str:
    panel = (line.get("xaxis", "x"), line.get("yaxis", "y"))
    return drawn_line(line, axes[panel[0]], axes[panel[1]], _clip_id(panel))


def _clip_id(panel: tuple[str, str]) -> str:
    return f"panel-{'-'.join(panel)}"


def _clip(axes: Mapping[str, Axis], panel: tuple[str, str]) -> str:
    (left, right), (top, bottom) = (sorted(axes[name].px) for name in panel)
    # Room for the width of a line that runs along the edge.
    box = element("rect", x=left - 2, y=top - 2, width=right - left + 4, height=bottom - top + 4)
    return element("clipPath", box, id=_clip_id(panel))


def _hatch() -> str:
    stroke = element("path", d="M-1 8L8 -1", stroke=palette_colour("limit-hatch"), stroke_width=1.3)
    return element("pattern", stroke, id=HATCH, width=7, height=7, patternUnits="userSpaceOnUse")

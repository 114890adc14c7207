"""The texts of a figure: annotations, kept within the picture."""

from collections.abc import Mapping
from typing import Any

from widgets.pictures.figure_axes import Axis, Paper
from widgets.pictures.svg_elements import LINE_HEIGHT, colour_or_none, element, text_lines, text_spans, text_width

_LEFT_THIRD, _RIGHT_THIRD = 1 / 3, 2 / 3
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_EDGE_PX = 3


def place_of(reference: str, value: float, axes: Mapping[str, Axis], paper: Paper, way: str) -> float:
    """Return the px of a coordinate that is counted on an axis, along an axis, or on the paper."""
    if reference == "paper":
        return paper.across(value) if way == "x" else paper.up(value)
    name, _, along = reference.partition(" ")
    return axes[name].within(value) if along else axes[name].place_of_range(value)


def drawn_annotation(
    note: Mapping[str, Any], axes: Mapping[str, Axis], paper: Paper, canvas: tuple[float, float], ink: str
) -> str:
    """Return an annotation as SVG; one that would leave the picture is moved back, or set in smaller letters."""
    text, font = str(note["text"]), note.get("font", {})
    size = float(font.get("size", 14))
    size = min(size, size * (canvas[0] - 2 * _EDGE_PX) / max(1.0, text_width(text, size)))
    line_px, wide = LINE_HEIGHT * size, text_width(text, size)
    high = line_px * len(text_lines(text))
    x = place_of(note.get("xref", "x"), float(note["x"]), axes, paper, "x") + note.get("xshift", 0)
    y = place_of(note.get("yref", "y"), float(note["y"]), axes, paper, "y") - note.get("yshift", 0)
    anchor = _anchor(note, "x", ("left", "center", "right"))
    left = x - {"left": 0.0, "center": wide / 2, "right": wide}[anchor]
    top = y - {"top": 0.0, "middle": high / 2, "bottom": high}[_anchor(note, "y", ("bottom", "middle", "top"))]
    style = {"font_size": size, "fill": font.get("color", ink)}
    if note.get("textangle"):
        # On end, read from above: its middle stays where it is.
        x = min(x + line_px / 2, canvas[0] - line_px / 2)
        turned = f"rotate({note['textangle']} {x:.1f} {y:.1f})"
        return element("text", text_spans(text, x, line_px), x=x, y=y, text_anchor="middle", transform=turned, **style)
    left = min(max(left, _EDGE_PX), canvas[0] - wide - _EDGE_PX)
    top = min(max(top, _EDGE_PX), canvas[1] - high - _EDGE_PX)
    aligned = note.get("align", "left" if anchor == "left" else anchor)
    at = left + {"left": 0.0, "center": wide / 2, "right": wide}[aligned]
    ground = colour_or_none(note.get("bgcolor", "none"))
    behind = "" if ground == "none" else element("rect", x=left, y=top, width=wide, height=high, fill=ground)
    letters = text_spans(text, at, line_px)
    return behind + element("text", letters, x=at, y=top + size, text_anchor=_ANCHORS[aligned], **style)


def _anchor(note: Mapping[str, Any], way: str, thirds: tuple[str, str, str]) -> str:
    said = note.get(f"{way}anchor", "auto")
    if said != "auto":
        return str(said)
    if note.get(f"{way}ref", way) != "paper":
        return thirds[1]
    return thirds[0] if note[way] < _LEFT_THIRD else thirds[2] if note[way] > _RIGHT_THIRD else thirds[1]

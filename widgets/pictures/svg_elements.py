"""The few SVG elements that our pictures are made of."""

import math
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

DASHES = {"dash": "9 6", "dot": "2 4", "dashdot": "9 4 2 4", "longdash": "14 6", "longdashdot": "14 5 2 5"}
_TRANSPARENT = re.compile(r"rgba\(.*,\s*0\)|transparent|none")
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_PIECE = re.compile(r"(<[^>]*>)")
_STYLE_COLOUR = re.compile(r"color\s*:\s*([^;'\"]+)")
# Of the font's size; generous, so that a text that is thought to fit does.
LETTER_WIDTH, BOLD_LETTER_WIDTH = 0.53, 0.58
LINE_HEIGHT = 1.3


def element(name: str, inner: str = "", **attributes: object) -> str:
    """Return an element; "_" in a name of an attribute stands for "-", and None leaves it out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_text(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def colour_or_none(colour: object) -> str:
    """Return a colour as SVG takes it: "none" for what cannot be seen."""
    said = str(colour)
    return "none" if _TRANSPARENT.fullmatch(said) else said


def path_through(points: Iterable[tuple[float, float]]) -> str:
    """Return the path through points in px; one that is not a number is a gap."""
    words: list[str] = []
    drawing = False
    for x, y in points:
        if not (math.isfinite(x) and math.isfinite(y)):
            drawing = False
            continue
        words.append(f"{'L' if drawing else 'M'}{_text(x)} {_text(y)}")
        drawing = True
    return "".join(words)


def text_lines(marked_up: str) -> list[str]:
    """Return the lines of a text as plotly writes it, without markup."""
    return [_TAG.sub("", line) for line in _BREAK.split(marked_up)]


def text_width(marked_up: str, size_px: float) -> float:
    """Return about how wide a text is, in px: that of its longest line."""
    letter = BOLD_LETTER_WIDTH if "<b>" in marked_up else LETTER_WIDTH
    return max(len(line) for line in text_lines(marked_up)) * letter * size_px


def text_spans(marked_up: str, x: float, line_px: float) -> str:
    """Return the lines of a text as plotly writes it (bold, coloured pieces, line breaks) as SVG."""
    spans = []
    weight, colours = "", [""]
    for number, line in enumerate(_BREAK.split(marked_up)):
        place = f' x="{_text(x)}" dy="{_text(line_px) if number else 0}"'
        for piece in _PIECE.split(line):
            if piece.startswith("<"):
                weight, colours = _after_tag(piece, weight, colours)
            elif piece:
                colour = f" fill={quoteattr(colours[-1])}" if colours[-1] else ""
                spans.append(f"<tspan{place}{weight}{colour}>{escape(piece)}</tspan>")
                place = ""
    return "".join(spans)


def _after_tag(tag: str, weight: str, colours: Sequence[str]) -> tuple[str, list[str]]:
    if tag in ("<b>", "</b>"):
        return (' font-weight="700"' if tag == "<b>" else ""), list(colours)
    if tag == "</span>":
        return weight, list(colours[:-1]) or [""]
    if tag.startswith("<span"):
        found = _STYLE_COLOUR.search(tag)
        return weight, [*colours, found[1].strip() if found else colours[-1]]
    return weight, list(colours)


def _text(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)

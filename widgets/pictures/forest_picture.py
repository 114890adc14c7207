"""A forest plot as one SVG picture: study, people, what was given, the interval on its axis, and the numbers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from widgets.browser.colours import colour
from widgets.pictures.svg_elements import LETTER_WIDTH, element

_WIDTH, _EDGE, _ROW, _HEAD = 1040.0, 16.0, 32.0, 44.0
_LETTERS, _SMALL, _TITLE = 14.0, 12.5, 18.0
# Where each column begins, and where the axis lies.
_PEOPLE, _GIVEN, _AXIS, _AXIS_END, _EFFECT, _WEIGHT = 190.0, 300.0, 480.0, 800.0, 816.0, 1024.0
_BOX, _DIAMOND, _ARROW, _BAR = 15.0, 7.0, 6.0, 5.0
_LEAST_BOX = 6.0


def forest_as_svg(forest: Mapping[str, Any], columns: Sequence[str], *, title: str, description: str, font: str) -> str:
    """Return a forest plot (`figures.forest`) as a whole SVG document on the page's light ground.

    Args:
        forest: the rows, their axis, and what stands below them.
        columns: names of the columns study, people, given, effect and weight.
        title: the finding, set above the rows.
        description: the plot in words, for those who hear it.
        font: family of the letters.
    """
    lines = _wrapped(title, _TITLE, _WIDTH - 2 * _EDGE)
    top = _EDGE + len(lines) * _TITLE * 1.35 + _HEAD
    drawn = [
        _text(line, _EDGE, _EDGE + _TITLE * (1 + 1.35 * i), size=_TITLE, weight=600) for i, line in enumerate(lines)
    ]
    starts = (_EDGE, _PEOPLE, _GIVEN, _EFFECT)
    drawn += [_text(name, x, top - 12, size=_SMALL, quiet=True) for name, x in zip(columns[:4], starts, strict=True)]
    drawn.append(_text(columns[4], _WEIGHT, top - 12, size=_SMALL, quiet=True, anchor="end"))
    rows = len(forest["trials"]) + len(forest["summaries"])
    bottom = top + rows * _ROW
    drawn += _ground(forest["axis"], top, bottom)
    y = top
    for trial in forest["trials"]:
        drawn += _trial(trial, y + _ROW / 2)
        y += _ROW
    for summary in forest["summaries"]:
        drawn += _summary(summary, y + _ROW / 2)
        y += _ROW
    if forest["nothing"]:
        drawn.append(_text(forest["nothing"], _EDGE, top + 18))
        bottom += _ROW
    drawn += _axis(forest["axis"], bottom)
    height = bottom + 66
    inner = [
        element("title", escape(title)),
        element("desc", escape(description)),
        element("rect", width="100%", height="100%", fill=colour("card")),
        *drawn,
    ]
    size = {"width": _WIDTH, "height": height, "viewBox": f"0 0 {_WIDTH:g} {height:g}"}
    return element("svg", "".join(inner), xmlns="http://www.w3.org/2000/svg", **size, role="img", font_family=font)


def _trial(trial: Mapping[str, Any], y: float) -> Iterable[str]:
    counted = trial["state"] == "counted"
    yield element("line", x1=_EDGE, x2=_WEIGHT, y1=y + _ROW / 2, y2=y + _ROW / 2, stroke=colour("line"))
    yield _text(trial["study"], _EDGE, y + 5, weight=600, quiet=not counted)
    yield _text(" / ".join(filter(None, (trial["magnesium"], trial["placebo"]))), _PEOPLE, y + 5, quiet=not counted)
    yield _text(", ".join(filter(None, (trial["dose"], trial["salt"]))), _GIVEN, y + 5, size=_SMALL, quiet=True)
    for mark in trial["marks"]:
        side = _LEAST_BOX + (_BOX - _LEAST_BOX) * mark["size"]
        ink = colour("accent" if counted else "kept-run")
        yield from _interval(mark, y, ink, dashed=not counted)
        yield element(
            "rect",
            x=_across(mark["middle"]) - side / 2,
            y=y - side / 2,
            width=side,
            height=side,
            fill=ink if counted else colour("card"),
            stroke=ink,
            stroke_width=1.5,
        )
    if not trial["marks"]:
        yield _text(trial["why"], _AXIS, y + 5, size=_SMALL, quiet=True, room=_AXIS_END - _AXIS)
    yield _text(trial["effect"], _EFFECT, y + 5, quiet=not counted)
    yield _text(trial["weight"], _WEIGHT, y + 5, anchor="end")


def _summary(summary: Mapping[str, Any], y: float) -> Iterable[str]:
    yield _text(summary["label"], _EDGE, y + 5, weight=600, room=_AXIS - _EDGE)
    ours = summary["kind"] == "pooled"
    ink = colour("ink" if ours else "quiet-ink")
    for mark in summary["marks"]:
        if summary["kind"] == "prediction":
            ends: dict[str, Any] = {"x1": _across(mark["start"]), "x2": _across(mark["end"]), "y1": y, "y2": y}
            yield element("line", **ends, stroke=colour("kept-run"), stroke_width=_BAR)
        else:
            yield _diamond(mark, y, fill=ink if ours else colour("card"), stroke=ink)
        yield from _arrows(mark, y, ink)
    yield _text(summary["effect"], _EFFECT, y + 5, weight=600 if ours else 400)


def _ground(axis: Mapping[str, Any], top: float, bottom: float) -> Iterable[str]:
    x = _across(axis["none"])
    yield element("line", x1=x, x2=x, y1=top, y2=bottom, stroke=colour("control-line"), stroke_width=1.5)


def _axis(axis: Mapping[str, Any], y: float) -> Iterable[str]:
    yield element("line", x1=_AXIS, x2=_AXIS_END, y1=y, y2=y, stroke=colour("control-line"))
    for tick in axis["ticks"]:
        x = _across(tick["at"])
        yield element("line", x1=x, x2=x, y1=y, y2=y + 5, stroke=colour("control-line"))
        yield _text(tick["label"], x, y + 19, size=_SMALL, anchor="middle", quiet=True)
    half = (_AXIS_END - _AXIS) / 2 - 4
    yield _text(f"← {axis['start']}", _AXIS, y + 38, size=_SMALL, room=half)
    yield _text(f"{axis['end']} →", _AXIS_END, y + 38, size=_SMALL, room=half, anchor="end")
    yield _text(axis["scale"], (_AXIS + _AXIS_END) / 2, y + 56, size=_SMALL, anchor="middle", quiet=True)


def _interval(mark: Mapping[str, Any], y: float, ink: str, *, dashed: bool) -> Iterable[str]:
    ends: dict[str, Any] = {"x1": _across(mark["start"]), "x2": _across(mark["end"]), "y1": y, "y2": y}
    yield element("line", **ends, stroke=ink, stroke_width=2, stroke_dasharray="4 3" if dashed else None)
    yield from _arrows(mark, y, ink)


def _arrows(mark: Mapping[str, Any], y: float, ink: str) -> Iterable[str]:
    """Yield an arrow for each end that goes on beyond the axis."""
    if mark["beyond"] in ("start", "both"):
        yield element("path", d=f"M{_AXIS - 2:g} {y:g}l{_ARROW + 2:g} -{_ARROW:g}v{2 * _ARROW:g}z", fill=ink)
    if mark["beyond"] in ("end", "both"):
        yield element("path", d=f"M{_AXIS_END + 2:g} {y:g}l-{_ARROW + 2:g} -{_ARROW:g}v{2 * _ARROW:g}z", fill=ink)


def _diamond(mark: Mapping[str, Any], y: float, *, fill: str, stroke: str) -> str:
    start, middle, end = (_across(mark[name]) for name in ("start", "middle", "end"))
    corners = f"M{start:.1f} {y:.1f}L{middle:.1f} {y - _DIAMOND:.1f}L{end:.1f} {y:.1f}L{middle:.1f} {y + _DIAMOND:.1f}Z"
    return element("path", d=corners, fill=fill, stroke=stroke, stroke_width=1.5)


def _across(share: float) -> float:
    return _AXIS + share * (_AXIS_END - _AXIS)


def _text(
    text: str,
    x: float,
    y: float,
    *,
    size: float = _LETTERS,
    weight: int = 400,
    anchor: str = "start",
    quiet: bool = False,
    room: float = _WIDTH,
) -> str:
    """Return a text on one line, in smaller letters where it would need more room."""
    size = min(size, room / max(1.0, LETTER_WIDTH * len(text)))
    style = {"font_size": round(size, 1), "font_weight": weight, "fill": colour("quiet-ink" if quiet else "ink")}
    return element("text", escape(text), x=x, y=y, text_anchor=anchor, **style) if text else ""


def _wrapped(text: str, size: float, room: float) -> list[str]:
    most = int(room / (size * LETTER_WIDTH))
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines

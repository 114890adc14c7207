"""A figure's lines on their way to the browser: plotly's own properties, and what we add under `meta`."""

from typing import NotRequired, TypedDict

from widgets.figures.figure_meta import LineMeta


class LineStyle(TypedDict, total=False):
    """How a line is drawn."""

    color: str
    width: float
    dash: str


class MarkerStyle(TypedDict, total=False):
    """How a point is drawn."""

    color: str
    size: float
    symbol: str


class NamedLine(TypedDict):
    """A line in which names of traits stand for the columns: `x`, `y` and, where there are rows of values, `z`."""

    type: str
    x: str
    y: str
    z: NotRequired[str]
    mode: NotRequired[str]
    xaxis: NotRequired[str]
    yaxis: NotRequired[str]
    line: NotRequired[LineStyle]
    marker: NotRequired[MarkerStyle]
    fill: NotRequired[str]
    opacity: NotRequired[float]
    meta: NotRequired[LineMeta]

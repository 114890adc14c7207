"""A figure's lines on their way to the browser: plotly's own properties, and what we add under `meta`."""

from typing import NotRequired, TypedDict


class LineMeta(TypedDict):
    """What a line says about itself, beside plotly's properties.

    `run` is "this_run" for what the page shows now; a kept or a usual run has another name. With `readout` the line's
    value at the playhead is shown, and the line has a label, a unit, and `text`, the colour for that text. `trace` is
    the quantity by its name in the tables.
    """

    run: str
    readout: bool
    label: NotRequired[str]
    unit: NotRequired[str]
    text: NotRequired[str]
    trace: NotRequired[str]


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

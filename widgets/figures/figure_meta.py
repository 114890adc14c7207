"""What our figures add to plotly's own properties, under `meta`: for read-outs, tables and tests."""

from typing import NotRequired, TypedDict


class LineMeta(TypedDict):
    """What a line says about itself, beside plotly's properties.

    `run` is "this_run" for what the page shows now; a kept, usual or other run has a name of its own. With `readout`
    the line's value at the playhead is shown, and the line has a label, a unit, and `text`, the colour for that text.
    `trace`, `bar`, `strip` and `line` name the quantity, so that a line can be emphasised or found.
    """

    run: str
    readout: bool
    label: NotRequired[str]
    unit: NotRequired[str]
    text: NotRequired[str]
    trace: NotRequired[str]
    bar: NotRequired[str]
    strip: NotRequired[int]
    line: NotRequired[str]


class TableMeta(TypedDict):
    """Rows of text that stand for a figure where a reader wants a table; its layout has them as `meta["table"]`."""

    columns: list[str]
    rows: list[list[str]]

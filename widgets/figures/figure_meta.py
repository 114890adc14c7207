"""What our figures add to plotly's own properties, under `meta`: for read-outs, tables and tests.

The browser's side of these types is `widgets/explorers/parts/figure.ts`.
"""

from typing import Required, TypedDict


class LineMeta(TypedDict, total=False):
    """What a line says about itself.

    `run` is "this_run" for what the page shows now; a kept, usual or other run has a name of its own. Where `readout`
    is true, the value at the playhead is shown, and `label`, `unit` and `text` (the colour of the text) must be there.
    `trace`, `bar`, `strip` and `line` name the quantity, so that a line can be emphasised or found.
    """

    run: Required[str]
    readout: Required[bool]
    label: str
    unit: str
    text: str
    trace: str
    bar: str
    strip: int
    line: str


class TableMeta(TypedDict):
    """Rows of text that stand for a figure where a reader wants a table; its layout has them as `meta["table"]`."""

    columns: list[str]
    rows: list[list[str]]

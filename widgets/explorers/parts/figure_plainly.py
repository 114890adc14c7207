"""A figure where no browser draws it: its sentence, a picture, and its numbers as a table."""

import math
from collections.abc import Mapping
from typing import Any

from widgets.browser.plain_output import PlainOutput, figure_as_html, figure_as_text
from widgets.browser.written_table import WrittenTable
from widgets.pictures.figure_picture import figure_as_svg
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

# A longer table is for the page, where it folds away, and for the file that a reader can ask for.
MOST_ROWS = 16
DIGITS = 3


def plain_figure(
    figure: Mapping[str, Any], finding: str, description: str, table: WrittenTable | None = None
) -> PlainOutput:
    """Return a figure as plain output, with its own table, or that of the lowest and highest values of its lines."""
    numbers = table or _own_table(figure) or _ends_of_lines(figure)
    svg = figure_as_svg(figure, title=finding, description=description)
    text = figure_as_text(finding, description, numbers)
    return PlainOutput(text, figure_as_html(finding, description, svg, numbers), svg)


def _own_table(figure: Mapping[str, Any]) -> WrittenTable | None:
    table = figure["layout"].get("meta", {}).get("table")
    if not table:
        return None
    rows = table["rows"]
    return WrittenTable("", table["columns"], rows[:: math.ceil(len(rows) / MOST_ROWS)] if rows else ())


def _ends_of_lines(figure: Mapping[str, Any]) -> WrittenTable:
    rows = [
        [meta["label"], _number(min(line["y"])), _number(max(line["y"])), meta.get("unit", "")]
        for line in figure["data"]
        if (meta := line.get("meta", {})).get("readout") and meta.get("run") == "this_run" and len(line["y"])
    ]
    headings = [sentence("plain_output", f"column_{key}") for key in ("line", "lowest", "highest", "unit")]
    return WrittenTable("", headings, rows)


def _number(value: float) -> str:
    return number_in_words(value, DIGITS)

"""Rows of text as a table: in HTML for a notebook, in columns for a terminal."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

_STYLE = "text-align:start;vertical-align:top;max-width:34em;white-space:normal"
_GAP = "  "
# A column of sentences would else be as narrow as its longest word.
_SENTENCES, _ROOM_FOR_SENTENCES = 90, ";min-width:24em"


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """Caption, headings and rows of plain text; without rows there is nothing to write."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_html(self) -> str:
        """Return it in HTML."""
        rows = [[html.escape(cell, quote=False) for cell in row] for row in self.rows]
        return html_table(self.caption, self.columns, rows) if rows else ""

    def as_text(self) -> str:
        """Return it in letters of one width."""
        return plain_table(self.caption, self.columns, self.rows) if self.rows else ""


def html_table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in HTML; the cells may hold HTML of their own, headings and caption are plain."""
    head = "".join(f'<th scope="col" style="{_STYLE}">{html.escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    start = f'<caption style="text-align:start">{html.escape(caption)}</caption>' if caption else ""
    return f"<table>{start}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def plain_table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in letters of one width."""
    lines = [columns, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    drawn = [_GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([caption, *drawn] if caption else drawn)


def _cell(text: str) -> str:
    width = _ROOM_FOR_SENTENCES if len(text) > _SENTENCES else ""
    return f'<td style="{_STYLE}{width}">{text}</td>'

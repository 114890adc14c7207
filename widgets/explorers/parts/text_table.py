"""A small table of texts on a page, as a real HTML table that a screen reader can walk through."""

from collections.abc import Sequence
from typing import Self

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.plain_output import PlainOutput
from widgets.browser.source import Source, as_sources
from widgets.browser.written_html import below_one_another, lines, paragraph
from widgets.browser.written_table import WrittenTable
from widgets.descriptions.table_of_texts import TableOfTexts


class TextTable(Part):
    """Caption, column headings, rows whose first cell is their heading, notes below, and sources that fold out.

    Attributes:
        caption: what the table shows, as a sentence that states the finding.
        columns: headings.
        rows: lists of texts, each as long as `columns`.
        notes: sentences below the table.
        label: name of the region that scrolls where the screen is narrow.
        sources: what the rows rest on; a row can name one by its number, which begins at 1.
        sources_label: the name of the fold.
    """

    _esm = bundle("text_table.js")
    _css = bundle("text_table.css")
    caption = traitlets.Unicode().tag(sync=True)
    columns: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    rows: "traitlets.List[list[str]]" = traitlets.List().tag(sync=True)
    notes: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    sources: "traitlets.List[Source]" = traitlets.List().tag(sync=True)
    sources_label = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        caption: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: Sequence[str],
        label: str,
        *,
        sources: Sequence[Source] = (),
        sources_label: str = "",
    ) -> None:
        """Open the table; see the class."""
        super().__init__(
            caption=caption,
            columns=list(columns),
            rows=[list(row) for row in rows],
            notes=list(notes),
            label=label,
            sources=list(sources),
            sources_label=sources_label,
        )

    def plain_output(self) -> PlainOutput:
        """Return caption, rows and notes."""
        table = WrittenTable(str(self.caption), self.columns, self.rows)
        shown = [table.as_html(), *map(paragraph, self.notes)]
        return PlainOutput(lines([table.as_text(), *self.notes]), below_one_another(shown))

    @classmethod
    def of(cls, table: TableOfTexts) -> Self:
        """Return the part that shows a table."""
        return cls(
            table.caption,
            table.columns,
            table.rows,
            table.notes,
            table.region,
            sources=as_sources(table.sources),
            sources_label=table.sources_label,
        )

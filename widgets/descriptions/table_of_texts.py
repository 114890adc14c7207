"""A table of texts, as a page shows it."""

from dataclasses import dataclass

from widgets.reference_data.citations import Citation


@dataclass(frozen=True, slots=True)
class TableOfTexts:
    """Caption, headings, rows whose first text is their heading, notes below, and the sources of all of it.

    `region` names the table where it scrolls, `sources_label` the fold that holds the sources.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    region: str
    notes: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    sources_label: str = ""

"""The whole table of an authority on screen, with the row and the cell of one person marked."""

from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.descriptions.intake_description import no_reference_reason
from widgets.descriptions.intake_table_description import (
    PlaceInTable,
    TableOfAuthority,
    place_in_table,
    table_in_words,
)
from widgets.nutrition.intake_check import IntakeCheck
from widgets.nutrition.intake_reference import NoReference
from widgets.reference_data.wording import sentence


class IntakeTableWords(TypedDict):
    """The name of the region, the heading of the sources, and what marks a person's row and value."""

    region: str
    sources: str
    your_row: str
    your_value: str


class IntakeTable(Part):
    """A real HTML table: caption, column and row headings, notes below.

    Attributes:
        table: of the authority that the person's day names.
        place: where the person stands in it.
        missing: the sentence that says why there is no row, or empty.
        words: see their class.
    """

    _esm = bundle("intake_table.js")
    _css = bundle("intake_table.css")
    table = shaped(TableOfAuthority)
    place = shaped(PlaceInTable)
    missing = traitlets.Unicode().tag(sync=True)
    words = shaped(IntakeTableWords)

    def __init__(self, check: IntakeCheck) -> None:
        """Open the table at the row of one person."""
        own: IntakeTableWords = {
            "region": sentence("intake", "table_region"),
            "sources": sentence("intake", "table_sources"),
            "your_row": sentence("intake", "table_your_row"),
            "your_value": sentence("intake", "table_your_value"),
        }
        super().__init__(words=own, **_state(check))

    def show(self, check: IntakeCheck) -> None:
        """Mark the row of a person, in the table of the authority that the person's day names."""
        with self.hold_sync():
            for name, value in _state(check).items():
                setattr(self, name, value)


class _State(TypedDict):
    table: TableOfAuthority
    place: PlaceInTable
    missing: str


def _state(check: IntakeCheck) -> _State:
    found = check.reference
    missing = no_reference_reason(found) if isinstance(found, NoReference) else ""
    return {"table": table_in_words(check.day.authority), "place": place_in_table(check), "missing": missing}

"""Groups of a hundred people each, with a mark for how many of them did better: shares one can count."""

from collections.abc import Callable, Sequence
from typing import Literal, TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped
from widgets.browser.plain_output import PlainOutput
from widgets.browser.written_html import below_one_another, heading, lines, paragraph
from widgets.browser.written_table import WrittenTable
from widgets.reference_data.wording import words

PEOPLE = 100

Arm = Literal["magnesium", "placebo", "other"]


class PeopleArm(TypedDict):
    """One group as a hundred people.

    `marked` of them did better, or -1 where that is not told yet; `guessed` is what the reader expects, or -1.
    `said` is the group in a few words, with its numbers.
    """

    kind: Arm
    title: str
    said: str
    marked: int
    guessed: int


class PeopleKey(TypedDict):
    """What one look of a mark means."""

    look: Literal["marked", "unmarked", "unknown", "guessed"]
    label: str


class PeopleRows(TypedDict):
    """The groups as rows of texts."""

    columns: list[str]
    rows: list[list[str]]


class PeopleGridWords(TypedDict):
    """What stands on the tools."""

    in_words: str
    table_show: str
    table_hide: str
    table_name: str
    download_csv: str
    download_picture: str


class PeopleGrid(Part):
    """Groups beside or below each other, with a title that states the finding, a key, a table and downloads.

    Attributes:
        finding: the title.
        arms: the groups in the order shown; each kind has a shape and a colour of its own.
        key: what the marks mean.
        description: the picture in words.
        table: the groups as a table.
        file_name: name, without ending, of what is downloaded.
    """

    _esm = bundle("people_grid.js")
    _css = bundle("people_grid.css")
    finding = traitlets.Unicode().tag(sync=True)
    arms: "traitlets.List[PeopleArm]" = traitlets.List().tag(sync=True)
    key: "traitlets.List[PeopleKey]" = traitlets.List().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    table = shaped(PeopleRows)
    file_name = traitlets.Unicode().tag(sync=True)
    words = shaped(PeopleGridWords)

    def __init__(self, *, file_name: str, to_csv: Callable[[], str]) -> None:
        """Be ready to show people.

        Args:
            file_name: see the class.
            to_csv: returns the groups as CSV when they are asked for.
        """
        self._to_csv = to_csv
        said = words("figure_panel")
        super().__init__(
            file_name=file_name,
            table={"columns": [], "rows": []},
            words={name: said[name] for name in PeopleGridWords.__annotations__},
        )

    def show(
        self, *, finding: str, arms: Sequence[PeopleArm], key: Sequence[PeopleKey], description: str, table: PeopleRows
    ) -> None:
        """Show groups, in one message; see the class."""
        with self.hold_sync():
            self.finding, self.arms, self.key = finding, list(arms), list(key)
            self.description, self.table = description, table

    def plain_output(self) -> PlainOutput:
        """Return the finding, the words and the table."""
        table = WrittenTable("", self.table["columns"], self.table["rows"])
        shown = [heading(str(self.finding)), paragraph(str(self.description)), table.as_html()]
        return PlainOutput(lines([str(self.finding), str(self.description), table.as_text()]), below_one_another(shown))

    @answers("csv")
    def data_as_csv(self) -> bytes:
        """Return the groups as CSV."""
        return self._to_csv().encode()

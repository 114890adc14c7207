"""A hundred people as marks, the most easily cramping first, with a shape and a colour for what each nerve does."""

from collections.abc import Callable, Sequence
from typing import Literal, TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped

PersonMark = Literal["unknown", "none", "short", "long", "unasked"]


class MarkKey(TypedDict):
    """What one kind of mark means, and how many there are."""

    kind: PersonMark
    label: str
    count: str


class PeopleTable(TypedDict):
    """The people as rows of texts; the first cell of each is its heading."""

    columns: list[str]
    rows: list[list[str]]


class PeopleStripWords(TypedDict):
    """What stands at the two ends of the strip and on its tools."""

    first: str
    last: str
    in_words: str
    table_show: str
    table_hide: str
    table_name: str
    download_csv: str


class PeopleStrip(Part):
    """The marks with their key, a title that states the finding, further sentences, a table and a download.

    Attributes:
        finding: the title.
        marks: one for each person.
        also: how many of the first people would cramp in the comparison too; they are underlined.
        also_label: what the line under a mark means, or empty.
        key: what the marks mean.
        sentences: what else there is to say, below the marks.
        description: the strip in words.
        status: how far the counting is; once it is done, one sentence more, or nothing.
        counting: whether people are being counted.
        table: the people as a table.
        file_name: name, without ending, of what is downloaded.
    """

    _esm = bundle("people_strip.js")
    _css = bundle("people_strip.css")
    finding = traitlets.Unicode().tag(sync=True)
    marks: "traitlets.List[PersonMark]" = traitlets.List().tag(sync=True)
    also = traitlets.Int(0).tag(sync=True)
    also_label = traitlets.Unicode().tag(sync=True)
    key: "traitlets.List[MarkKey]" = traitlets.List().tag(sync=True)
    sentences: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)
    counting = traitlets.Bool(False).tag(sync=True)
    table = shaped(PeopleTable)
    file_name = traitlets.Unicode().tag(sync=True)
    words = shaped(PeopleStripWords)

    def __init__(
        self,
        words: PeopleStripWords,
        *,
        file_name: str,
        to_csv: Callable[[], str],
        on_seen: Callable[[], None],
    ) -> None:
        """Be ready to show people.

        Args:
            words: see the class.
            file_name: see the class.
            to_csv: returns the people as CSV when they are asked for.
            on_seen: called once, when a reader comes near.
        """
        self._to_csv, self._on_seen = to_csv, on_seen
        super().__init__(words=words, file_name=file_name, table={"columns": [], "rows": []})

    def show(
        self,
        *,
        finding: str,
        marks: Sequence[PersonMark],
        also: int,
        also_label: str,
        key: Sequence[MarkKey],
        sentences: Sequence[str],
        description: str,
        status: str,
        counting: bool,
        table: PeopleTable,
    ) -> None:
        """Show people, in one message; see the class."""
        with self.hold_sync():
            self.finding, self.marks, self.also, self.also_label = finding, list(marks), also, also_label
            self.key, self.sentences, self.description = list(key), list(sentences), description
            self.status, self.counting, self.table = status, counting, table

    @answers("csv")
    def data_as_csv(self) -> bytes:
        """Return the people as CSV."""
        return self._to_csv().encode()

    @answers("seen")
    def be_seen(self) -> None:
        """Take note that a reader has come near."""
        self._on_seen()

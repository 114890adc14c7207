"""Short notes beside a picture: what its numbers mean, and what they do not."""

from collections.abc import Iterable
from typing import Protocol, TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.plain_output import PlainOutput
from widgets.browser.written_html import below_one_another, heading, lines, paragraph


class Note(Protocol):
    """What a note needs: a key that stays the same, a title and a text."""

    @property
    def key(self) -> str:
        """What tells the note from the others."""
        ...

    @property
    def title(self) -> str:
        """A few words."""
        ...

    @property
    def text(self) -> str:
        """A few sentences."""
        ...


class NoteJson(TypedDict):
    """A note as the browser takes it."""

    key: str
    title: str
    text: str


class NoteList(Part):
    """A heading and the notes that fit what is on show.

    Attributes:
        heading: what the notes are about, or empty where a heading stands above them already.
        notes: in reading order.
        folds: whether each note is a line that opens where the column is narrow; not for what changes while something
            moves.
    """

    _esm = bundle("note_list.js")
    _css = bundle("note_list.css")
    heading = traitlets.Unicode().tag(sync=True)
    notes: "traitlets.List[NoteJson]" = traitlets.List().tag(sync=True)
    folds = traitlets.Bool(False).tag(sync=True)

    def __init__(self, heading: str, notes: Iterable[Note], *, folds: bool = False) -> None:
        """Open the list with its first notes; see the class."""
        super().__init__(heading=heading, notes=_as_json(notes), folds=folds)

    def plain_output(self) -> PlainOutput:
        """Return heading, titles and texts."""
        shown = [heading(str(self.heading)), *(paragraph(note["text"], note["title"]) for note in self.notes)]
        said = [part for note in self.notes for part in (note["title"], note["text"])]
        return PlainOutput(lines([str(self.heading), *said]), below_one_another(shown))

    def show(self, notes: Iterable[Note]) -> None:
        """Show other notes; those that stay keep their place in the page."""
        self.notes = _as_json(notes)


def _as_json(notes: Iterable[Note]) -> list[NoteJson]:
    return [{"key": note.key, "title": note.title, "text": note.text} for note in notes]

"""Errors that are one sentence: where a notebook shows one, the sentence comes first and our own code is left out."""

import traceback
from pathlib import Path

_PACKAGE = str(Path(__file__).parents[1])
# The machinery that runs a cell, and everything else that is installed.
_NOT_THE_READERS = (_PACKAGE, "site-packages", "dist-packages")


class PlainError(ValueError):
    """Something that was asked for cannot be; the message is one sentence that says what can."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""

    def _render_traceback_(self, *_asked: object) -> list[str]:
        """Return what a notebook shows: the sentence, then the reader's own lines that led to it."""
        frames = traceback.extract_tb(self.__traceback__)
        own = [frame for frame in frames if not any(place in frame.filename for place in _NOT_THE_READERS)]
        return [f"{type(self).__name__}: {self}", *(f"  {frame.lineno}: {frame.line}" for frame in own if frame.line)]


class UnknownNameError(PlainError, KeyError):
    """A name that a list does not have."""

"""Text that is given back or written to a file."""

from os import PathLike
from pathlib import Path


def given_or_written(text: str, path: str | PathLike[str] | None) -> str | None:
    """Return the text where there is no path; else write it there, in UTF-8.

    Raises:
        OSError: the file cannot be written.
    """
    if path is None:
        return text
    Path(path).write_text(text, encoding="utf-8", newline="")
    return None

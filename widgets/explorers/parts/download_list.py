"""Files of a page to take away: each with what is in it, sent by the kernel when it is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers


@dataclass(frozen=True, slots=True)
class Download:
    """One file: its name, its media type, what is in it in one sentence, and what gives its text."""

    file_name: str
    media_type: str
    about: str
    text: Callable[[], str]


class FileJson(TypedDict):
    """A file as the browser lists it."""

    file_name: str
    media_type: str
    about: str


class DownloadList(Part):
    """A button for each file; its content travels when it is asked for.

    Attributes:
        files: in reading order.
        verb: what each button says before the name of its file.
    """

    _esm = bundle("download_list.js")
    _css = bundle("download_list.css")
    files: "traitlets.List[FileJson]" = traitlets.List().tag(sync=True)
    verb = traitlets.Unicode().tag(sync=True)

    def __init__(self, downloads: Iterable[Download], verb: str) -> None:
        """Open the list; see the class."""
        self._downloads = {download.file_name: download for download in downloads}
        super().__init__(
            files=[
                {"file_name": download.file_name, "media_type": download.media_type, "about": download.about}
                for download in self._downloads.values()
            ],
            verb=verb,
        )

    @answers("file")
    def content(self, file_name: str) -> bytes | None:
        """Return what is in a file of the list, in UTF-8; None where the list has no such file."""
        wanted = self._downloads.get(file_name)
        return wanted.text().encode() if wanted else None

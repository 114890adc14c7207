"""Files of a page to take away: each with what is in it, sent by the kernel when it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.reference_data.wording import words


@dataclass(frozen=True, slots=True)
class Download:
    """One file: its name, its media type, what is in it in one sentence, and what gives its text."""

    file_name: str
    media_type: str
    about: str
    text: Callable[[], str]


class DownloadList(anywidget.AnyWidget):
    """A button for each file. The browser sends {"ask": file name} and gets {"answer": file name} with the content.

    Attributes:
        files: [{"file_name", "media_type", "about"}] in reading order.
    """

    _esm = bundle("download_list.js")
    _css = bundle("download_list.css")
    files: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(self, downloads: Iterable[Download]) -> None:
        """Open the list."""
        self._downloads = {download.file_name: download for download in downloads}
        super().__init__(
            files=[
                {"file_name": download.file_name, "media_type": download.media_type, "about": download.about}
                for download in self._downloads.values()
            ],
            words={key: text for key, text in words("credibility").items() if key.startswith("download_")},
        )
        self.on_msg(self._answer)

    def _answer(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        wanted = self._downloads.get(message.get("ask", ""))
        if wanted:
            self.send({"answer": wanted.file_name}, buffers=[wanted.text().encode()])

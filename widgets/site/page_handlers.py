"""Answers of the page server that differ from Voila's own; `page_routes` puts them in their places.

Runs in the page server, not in a page.
"""

import gzip
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from jupyter_server.base.handlers import FileFindHandler
from tornado.web import StaticFileHandler, authenticated
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

WORTH_COMPRESSING = {".css", ".html", ".js", ".json", ".svg", ".txt"}


class PageHandler(TornadoVoilaHandler):  # type: ignore[misc]
    """A page that may stop its own kernel when it closes: it carries the cookie that the XSRF check asks for."""

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Answer with the page made of the notebook at `path`, or of the one the route names."""
        # Reading the token sets the cookie, which is too late once the page has begun to flow.
        _ = self.xsrf_token
        await super().get(path)


class StopKernelHandler(VoilaShutdownKernelHandler):  # type: ignore[misc]
    """Stops the kernel of a page that closes; one that is gone already is no error."""

    @authenticated
    async def post(self, kernel_id: str) -> None:
        """Stop the kernel and answer 204; the XSRF check has been passed by then."""
        if kernel_id in self.kernel_manager:
            await super().post(kernel_id)
        else:
            self.set_status(204)


class CompressedFiles(StaticFileHandler):
    """Sends text files compressed to browsers that take it; each file is compressed once, not for each visitor."""

    _packed: bytes | None = None

    def set_headers(self) -> None:
        """Set the ordinary headers, and say when what follows is compressed."""
        super().set_headers()
        self.set_header("Vary", "Accept-Encoding")
        file = Path(self.absolute_path or "")
        takes_it = "gzip" in self.request.headers.get("Accept-Encoding", "")
        # A part of a file is a part of the plain one.
        if takes_it and file.suffix in WORTH_COMPRESSING and "Range" not in self.request.headers:
            self._packed = compressed(file, file.stat().st_mtime_ns)
            self.set_header("Content-Encoding", "gzip")

    def get_content_size(self) -> int:
        """Return the number of bytes that will be sent."""
        return super().get_content_size() if self._packed is None else len(self._packed)

    def get_content(  # type: ignore[override]
        self, abspath: str, start: int | None = None, end: int | None = None
    ) -> bytes | Iterator[bytes]:
        """Return what will be sent: the compressed file, or the asked-for part of the plain one."""
        if self._packed is not None:
            return self._packed
        return StaticFileHandler.get_content(abspath, start, end)


@lru_cache(maxsize=512)
def compressed(file: Path, _changed_ns: int) -> bytes:
    """Return the content of a file, compressed with gzip."""
    return gzip.compress(file.read_bytes(), mtime=0)


class CompressedStaticFiles(CompressedFiles, MultiStaticFileHandler):  # type: ignore[misc]
    """Voila's own scripts, and whatever else templates keep in their static folders."""


class CompressedTemplateFiles(CompressedFiles, TemplateStaticFileHandler):  # type: ignore[misc]
    """The frame's own files, under the name of their template."""


class CompressedExtensionFiles(CompressedFiles, FileFindHandler):
    """Front-end extensions. Their names carry the hash of what is in them, so a browser may keep them."""

    def set_headers(self) -> None:
        """Set the headers; a file whose name changes with its content may be kept for a year."""
        super().set_headers()
        if "/static/" in self.request.path:
            self.set_header("Cache-Control", "public, max-age=31536000, immutable")

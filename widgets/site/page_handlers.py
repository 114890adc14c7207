"""Answers of the page server that differ from Voila's own; `page_routes` puts them in their places.

Runs in the page server, not in a page.
"""

import gzip
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from tornado.httputil import url_concat
from tornado.web import HTTPError, StaticFileHandler, authenticated
from voila.handler import BaseVoilaHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from widgets.reference_data.language import ENGLISH, languages
from widgets.site.page_language import ASKED_BY, KEPT_AS, frame_of
from widgets.site.stop_token import may_stop

WORTH_COMPRESSING = {".css", ".html", ".js", ".json", ".svg", ".txt"}


class InALanguage(BaseVoilaHandler):  # type: ignore[misc]
    """Whatever the site answers with, its frame speaks the language that the visitor asks for."""

    @property
    def frame(self) -> dict[str, Any]:
        """What the templates need of the site, in the language of the address."""
        return frame_of(self.get_query_argument(ASKED_BY, None) or self.kept_language)

    @property
    def kept_language(self) -> str | None:
        """The language other than English that this browser keeps as its choice."""
        kept = self.get_cookie(KEPT_AS)
        return kept if kept in languages() and kept != ENGLISH else None

    @property
    def template_namespace(self) -> dict[str, Any]:
        """What every template sees."""
        return {**super().template_namespace, "site": self.frame}


class NoSuchPageHandler(InALanguage):
    """Answers at every address that nothing else answers at."""

    async def prepare(self) -> None:
        """Answer that there is no such page.

        Raises:
            HTTPError: always, with the code 404.
        """
        await super().prepare()
        raise HTTPError(404)


class ListOfPagesHandler(InALanguage, TornadoVoilaTreeHandler):  # type: ignore[misc]
    """The list of pages."""


class PageHandler(InALanguage, TornadoVoilaHandler):  # type: ignore[misc]
    """A page in the language that its visitor asks for.

    It carries the cookie that the XSRF check asks for, so that Jupyter's own scripts may stop its kernel.
    """

    def initialize(self, **kwargs: Any) -> None:  # noqa: ANN401 - whatever the address is given with
        """Take the page's own settings, and let the template see its frame."""
        super().initialize(**kwargs)
        self.notebook_path: str = self.notebook_path or ""
        self.page_config_hook = lambda page_config, **_: {**page_config, "site": self.frame}

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Answer with the page made of the notebook at `path`, or of the one the route names."""
        # Reading the token sets the cookie, which is too late once the page has begun to flow.
        _ = self.xsrf_token
        if self.kept_language and self.get_query_argument(ASKED_BY, None) is None:
            # The kernel learns the language from the address, so the address has to say it.
            self.redirect(url_concat(self.request.uri, {ASKED_BY: self.kept_language}))
            return
        if self.notebook_path:
            self.notebook_path = self._translated(self.notebook_path)
        await super().get(path and self._translated(path))

    def _translated(self, notebook: str) -> str:
        """Return the path of the notebook in the page's language, where there is one."""
        path = f"{self.frame['language']}/{notebook}"
        return path if self.contents_manager.file_exists(path) else notebook


class StopKernelHandler(VoilaShutdownKernelHandler):  # type: ignore[misc]
    """Stops the kernel of a page that closes; one that is gone already is no error."""

    def check_xsrf_cookie(self) -> None:
        """Let pass who has the kernel's own word from its page, also where the browser keeps no cookies.

        Raises:
            HTTPError: neither the word nor the token of the cookie is there.
        """
        if not may_stop(self.path_args[0], self.get_body_argument("stop_token", "")):
            super().check_xsrf_cookie()

    @authenticated
    async def post(self, kernel_id: str) -> None:
        """Stop the kernel and answer 204; who asks has been checked by then."""
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

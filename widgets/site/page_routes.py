"""Which address of the page server gives what; `voila.json` names the class.

Runs in the page server, not in a page.
"""

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.auth.identity import PasswordIdentityProvider
from jupyter_server.utils import url_path_join
from tornado.netutil import bind_sockets

from widgets.site.page_handlers import (
    CompressedExtensionFiles,
    CompressedStaticFiles,
    CompressedTemplateFiles,
    ListOfPagesHandler,
    NoSuchPageHandler,
    PageHandler,
    StopKernelHandler,
)
from widgets.site.page_language import frame_of

if TYPE_CHECKING:
    from voila.app import Voila

HOME = "home.ipynb"
PORT_IS_TAKEN = (
    "Port {port} is taken by another program. Choose another one, for instance: voila notebooks --port={other}"
)


class PageRoutes(PasswordIdentityProvider):
    """Lets everybody in whom the ordinary provider lets in, and adds the site's own answers.

    Voila reads one class from its settings that may add addresses of its own, the identity provider; the application
    asks for them once it is complete. Addresses added here come before Voila's own.
    """

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return the ordinary provider's own addresses, after adding the site's to the application."""
        voila: Voila = self.parent
        _end_if_port_is_taken(voila)
        _frame_other_answers(voila)
        voila.app.add_handlers(".*$", self._site_addresses(voila))
        return super().get_handlers()

    def _site_addresses(self, voila: "Voila") -> list[tuple[Any, ...]]:
        page = {
            "template_paths": voila.template_paths,
            "config": voila.config,
            "voila_configuration": voila.voila_configuration,
        }

        def under(address: str) -> str:
            return str(url_path_join(voila.server_url, address))

        addresses: list[tuple[Any, ...]] = [
            (under(r"/voila/api/shutdown/(.*)"), StopKernelHandler),
            (under(r"/voila/templates/(.*)"), CompressedTemplateFiles),
            (under(r"/voila/static/(.*)"), CompressedStaticFiles, {"paths": voila.static_paths}),
            (under(r"/voila/labextensions/(.*)"), CompressedExtensionFiles, {"path": voila.labextensions_path}),
        ]
        if not voila.notebook_path:
            tree = {"voila_configuration": voila.voila_configuration}
            addresses.append((under(r"/voila/tree()"), ListOfPagesHandler, tree))
            addresses.append((under(r"/voila/render/(.*)"), PageHandler, page))
            if (Path(voila.root_dir) / HOME).is_file():
                addresses.append((voila.server_url, PageHandler, {**page, "notebook_path": HOME}))
        return addresses


def _frame_other_answers(voila: "Voila") -> None:
    """An answer that knows no visitor's language is in English; an address without an answer gets a page too."""
    frame = frame_of(None)
    voila.app.settings["voila_jinja2_env"].globals["site"] = frame
    voila.voila_configuration.page_config_hook = lambda page_config, **_: {**page_config, "site": frame}
    voila.app.settings["default_handler_class"] = NoSuchPageHandler
    voila.app.settings["default_handler_args"] = {"voila_configuration": voila.voila_configuration}


def _end_if_port_is_taken(voila: "Voila") -> None:
    """Voila itself would say that it tries another port, and then that there is none."""
    if voila.port_retries:
        return
    try:
        sockets = bind_sockets(voila.port, voila.ip)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            voila.log.critical(PORT_IS_TAKEN.format(port=voila.port, other=voila.port + 1))
            voila.exit(1)
    else:
        for socket in sockets:
            socket.close()

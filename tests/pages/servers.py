"""The real servers that the page tests open pages from."""

import contextlib
import http.cookiejar
import json
import os
import shutil
import socket
import subprocess
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).resolve().parents[2]
NOTEBOOKS = CHECKOUT / "notebooks"
# Scripts of the site's frame that are made from TypeScript, or come from elsewhere.
SITE_BUNDLES = [
    CHECKOUT / "widgets" / "bundles" / name
    for name in (
        "leaving.js",
        "no_formulas.js",
        "page_start.js",
        "palette.css",
        "plotly-cartesian.min.js",
        "settings.js",
        "theme.js",
    )
]
# An answer that starts no Python: the first page is a notebook.
LIST_OF_PAGES = "voila/tree"


class ServerNotReadyError(Exception):
    """A server ended, or did not answer in time."""


@dataclass(frozen=True, slots=True)
class PageServer:
    """A running server on this machine."""

    url: str
    log_file: Path
    process: psutil.Process

    def log(self) -> str:
        """Everything the server has written so far."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def kernels(self) -> list[psutil.Process]:
        """The processes behind its open pages."""
        return [child for child in self.process.children(recursive=True) if _is_kernel(child)]


def _is_kernel(process: psutil.Process) -> bool:
    try:
        return any("ipykernel" in word for word in process.cmdline())
    except psutil.NoSuchProcess:  # it ends just now
        return False


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running_voila(notebooks: Path, scratch: Path, *options: str) -> Iterator[PageServer]:
    """Serves the notebooks of a folder as the README does: `voila notebooks`, from the checkout.

    Args:
        notebooks: the folder to serve.
        scratch: an empty folder for the log, and for settings that are nobody's own.
        options: further words of the command line.
    """
    _assert_installed_frame_is_the_checked_out_one()
    port = free_port()
    shown = notebooks.relative_to(CHECKOUT) if notebooks.is_relative_to(CHECKOUT) else notebooks
    command = [_program("voila"), str(shown), "--no-browser", f"--port={port}", *options]
    with _running(command, f"http://127.0.0.1:{port}/", scratch) as server:
        yield server


@contextlib.contextmanager
def running_jupyterlab(notebooks: Path, scratch: Path, *without: str) -> Iterator[PageServer]:
    """Serves a copy of a folder of notebooks in JupyterLab, without token, news, questions and some extensions."""
    port = free_port()
    copied = scratch / "notebooks"
    shutil.copytree(notebooks, copied, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    lab_settings = scratch / "config" / "labconfig"
    lab_settings.mkdir(parents=True)
    disabled = {"disabledExtensions": dict.fromkeys(("@jupyterlab/apputils-extension:announcements", *without), True)}
    (lab_settings / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")
    command = [
        _program("jupyter-lab"),
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={copied}",
        "--IdentityProvider.token=",
        "--ServerApp.disable_check_xsrf=True",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.extension_manager=readonly",
    ]
    with _running(command, f"http://127.0.0.1:{port}/", scratch) as server:
        yield server


def stop_kernel(server: PageServer, kernel_id: str) -> None:
    """Ends the Python behind a closed page, so that a long test run does not gather them."""
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    with contextlib.suppress(urllib.error.URLError):
        with contextlib.suppress(urllib.error.HTTPError):  # JupyterLab has no such page and asks for no token
            opener.open(f"{server.url}{LIST_OF_PAGES}", timeout=10).read()
        token = next((cookie.value for cookie in cookies if cookie.name == "_xsrf"), "") or ""
        request = urllib.request.Request(
            f"{server.url}api/kernels/{kernel_id}", method="DELETE", headers={"X-XSRFToken": token}
        )
        opener.open(request, timeout=10).read()


def _program(name: str) -> str:
    return str(Path(sysconfig.get_path("scripts")) / name)


@contextlib.contextmanager
def _running(command: list[str], url: str, scratch: Path) -> Iterator[PageServer]:
    log_file = scratch / "server.log"
    own_folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "lab_settings",
        "JUPYTERLAB_WORKSPACES_DIR": "lab_workspaces",
        "IPYTHONDIR": "ipython",
    }
    environment = {**os.environ, **{name: str(scratch / folder) for name, folder in own_folders.items()}}
    with log_file.open("w", encoding="utf-8") as log:
        started = subprocess.Popen(
            command, cwd=CHECKOUT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
    server = PageServer(url, log_file, psutil.Process(started.pid))
    try:
        _wait_until_it_answers(started, server)
        yield server
    finally:
        _end(started, server)


def _wait_until_it_answers(started: subprocess.Popen[bytes], server: PageServer, limit_s: float = 60) -> None:
    give_up = time.monotonic() + limit_s
    while time.monotonic() < give_up:
        if started.poll() is not None:
            raise ServerNotReadyError(f"The server ended with {started.returncode}:\n{server.log()}")
        with contextlib.suppress(OSError):
            with contextlib.suppress(urllib.error.HTTPError):  # an answer too
                urllib.request.urlopen(f"{server.url}{LIST_OF_PAGES}", timeout=5).read()
            return
        time.sleep(0.1)
    raise ServerNotReadyError(f"The server did not answer within {limit_s} s:\n{server.log()}")


def _end(started: subprocess.Popen[bytes], server: PageServer) -> None:
    try:
        family = server.process.children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    started.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        started.wait(timeout=10)
    if started.poll() is None:
        started.kill()
        started.wait()
    for left_over in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            left_over.kill()


def _assert_installed_frame_is_the_checked_out_one() -> None:
    source = CHECKOUT / "widgets" / "site"
    prefix = Path(sysconfig.get_path("data"))
    static = prefix / "share/jupyter/voila/templates/explainer/static"
    pairs = [(source / "voila.json", prefix / "etc/jupyter/voila.json")]
    pairs += [(bundle, static / bundle.name) for bundle in SITE_BUNDLES]
    for file in sorted((source / "templates").rglob("*")):
        if file.is_file():
            pairs.append((file, prefix / "share/jupyter/voila" / file.relative_to(source)))
    stale = [file.name for file, copy in pairs if not _same(file, copy)]
    if stale:
        raise ServerNotReadyError(
            f"The installed look of the pages is not the one checked out ({', '.join(stale[:5])}): "
            "run 'pip install -r requirements.txt' again."
        )


def _same(file: Path, copy: Path) -> bool:
    return copy.is_file() and file.read_bytes() == copy.read_bytes()

"""Where the browser of the tests comes from."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Playwright

INSTALLED_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Offline by construction: no name but this machine's resolves, and the browser does not phone home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class NoBrowserError(Exception):
    """No Chromium or Chrome is installed, and none could be installed."""


def launch_chromium(playwright: Playwright, executable: Path) -> Browser:
    """Gives a running headless browser that reaches nothing but this machine."""
    return playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))


def find_chromium(playwright: Playwright) -> Path:
    """Gives the program named by CHROMIUM, else an installed one, else one installed now.

    Raises:
        NoBrowserError: CHROMIUM names no program, or there is none and installing failed.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        program = shutil.which(named)
        if program is None:
            raise NoBrowserError(f"The environment variable CHROMIUM names {named!r}, which is not a program.")
        return Path(program)
    for name in INSTALLED_NAMES:
        program = shutil.which(name)
        if program:
            return Path(program)
    bundled = Path(playwright.chromium.executable_path)
    return bundled if bundled.exists() else _install_chromium(bundled)


def _install_chromium(bundled: Path) -> Path:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if _ran([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]) and bundled.exists():
        return bundled
    if is_root and shutil.which("apt-get"):
        _ran(["apt-get", "update"])
        if _ran(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]):
            program = shutil.which("chromium")
            if program:
                return Path(program)
    raise NoBrowserError(
        "The page tests need Chromium or Chrome and could not install one: install the package 'chromium' "
        "(or run 'playwright install --with-deps chromium'), or set CHROMIUM to the program."
    )


def _ran(command: Sequence[str]) -> bool:
    try:
        # A session of its own has no terminal, so that sudo fails instead of asking for a password.
        done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=600, check=False, start_new_session=True)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

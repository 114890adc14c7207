"""How far a long piece of work has come: a bar in a notebook, a line in a terminal, nothing where nobody looks."""

import sys
import time
from types import TracebackType
from typing import Any, Self

from widgets.reference_data.wording import sentence

# What takes less is over before it can be read.
QUIET_S = 0.7
EVERY_S = 0.1
_BACK_TO_THE_START = "\r\N{ESCAPE}[K"


class Progress:
    """Shows how many of `total` are done while its context is open, and then leaves nothing behind."""

    def __init__(self, total: int) -> None:
        """Begin; nothing is shown yet."""
        self._total = total
        self._next_s = time.monotonic() + QUIET_S
        self._bar: Any = None
        self._in_line = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _traceback: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.update({"text/plain": ""}, raw=True)
        elif self._in_line:
            sys.stderr.write(_BACK_TO_THE_START)

    def show(self, done: int) -> None:
        """Say how many are done, at most a few times a second."""
        if time.monotonic() < self._next_s:
            return
        self._next_s = time.monotonic() + EVERY_S
        said = sentence("cells", "sweep_progress", done=done, total=self._total)
        if _in_notebook():
            bar = f'<progress max="{self._total}" value="{done}"></progress> {said}'
            self._show_bar({"text/html": bar, "text/plain": said})
        elif sys.stderr.isatty():
            self._in_line = True
            sys.stderr.write(f"{_BACK_TO_THE_START}{said}")
            sys.stderr.flush()

    def _show_bar(self, shown: dict[str, str]) -> None:
        from IPython.display import display  # noqa: PLC0415 - a script may run without it

        if self._bar is None:
            self._bar = display(shown, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        else:
            self._bar.update(shown, raw=True)


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None

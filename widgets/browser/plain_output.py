"""What stands behind a widget where nobody can draw it: a picture, a sentence and a table, as HTML, SVG and text."""

import base64
import html
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from widgets.browser.written_table import WrittenTable

Bundle = Mapping[str, Any]
# What Voila says of itself to the Python behind each of its pages.
_SERVER_SETTING, _VOILA = "SERVER_SOFTWARE", "voila"


@dataclass(frozen=True, slots=True)
class PlainOutput:
    """What a reader gets without the widget; `svg` is empty where there is more than one picture, or none."""

    text: str
    html: str
    svg: str = ""

    def as_bundle(self) -> dict[str, str]:
        """Return it by kind, as notebooks keep it."""
        kinds = {"text/plain": self.text, "text/html": self.html, "image/svg+xml": self.svg}
        return {kind: content for kind, content in kinds.items() if content}


def with_plain_output(view: "tuple[Bundle, Bundle] | Bundle | None", plain: Callable[[], PlainOutput]) -> Any:  # noqa: ANN401 - IPython's own mix
    """Return what a cell shows: the widget's view, and behind it what can be read without it.

    Voila draws every widget, so there is the view alone. Where a program runs the cells and nobody watches (nbconvert,
    papermill), there is the plain output alone: an export that prefers the view would fetch scripts from another
    machine, and then wait for a Python that has gone.
    """
    if view is None or os.environ.get(_SERVER_SETTING, "").startswith(_VOILA):
        return view
    if runs_unwatched():
        return plain().as_bundle(), {}
    bundle, notes = view if isinstance(view, tuple) else (view, {})
    return {**bundle, **plain().as_bundle()}, notes


def runs_unwatched() -> bool:
    """Return whether a program runs this cell: it asks for it in a way that nobody could answer a question."""
    if os.environ.get(_SERVER_SETTING, "").startswith(_VOILA):
        return False
    ipython = sys.modules.get("IPython")
    kernel = getattr(ipython.get_ipython() if ipython else None, "kernel", None)
    if kernel is None:
        return False
    request = kernel.get_parent("shell").get("content", {})
    return request.get("allow_stdin") is False


@contextmanager
def without_a_front_end() -> Iterator[None]:
    """Make widgets that no front end hears of, where a program runs the cells: it would keep their state in vain."""
    if not runs_unwatched():
        yield
        return
    import comm  # noqa: PLC0415 - only where it is needed

    usual = comm.create_comm
    comm.create_comm = comm.DummyComm
    try:
        yield
    finally:
        comm.create_comm = usual


def figure_as_html(finding: str, description: str, svg: str, table: WrittenTable) -> str:
    """Return a picture with the sentence above it and its numbers below.

    The picture stands in an `img`: a notebook that is not trusted shows it too, and no id in it meets another one.
    """
    picture = base64.b64encode(svg.encode()).decode()
    drawn = f'<img alt="{html.escape(description)}" src="data:image/svg+xml;base64,{picture}" style="max-width:100%">'
    return f"<p><strong>{html.escape(finding)}</strong></p><p>{drawn}</p>{table.as_html()}"


def figure_as_text(finding: str, description: str, table: WrittenTable) -> str:
    """Return the same for a terminal."""
    said = [description] if description.startswith(finding) else [finding, description]
    return "\n".join(filter(None, [*said, table.as_text()]))

"""How far a sweep has come: a line in a terminal that goes away again, and nothing where nobody looks."""

import io
from types import SimpleNamespace

import pytest

from widgets.cells import progress
from widgets.cells.progress import Progress


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch) -> Screen:
    monkeypatch.setattr(progress, "QUIET_S", 0.0)
    monkeypatch.setattr(progress, "EVERY_S", 0.0)
    monkeypatch.setattr(progress, "_in_notebook", lambda: False)
    screen = Screen()
    # Not `sys.stderr` itself: pytest puts its own there for each phase of a test.
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=screen))
    return screen


def test_a_terminal_shows_how_many_are_done(screen):
    with Progress(50) as shown:
        shown.show(20)
    assert "20 of 50 runs" in screen.getvalue()


def test_the_line_is_gone_at_the_end(screen):
    with Progress(50) as shown:
        shown.show(20)
    assert screen.getvalue().endswith("\r\x1b[K")


def test_what_is_quick_shows_nothing(screen, monkeypatch):
    monkeypatch.setattr(progress, "QUIET_S", 60.0)
    with Progress(50) as shown:
        shown.show(20)
    assert screen.getvalue() == ""


@pytest.mark.usefixtures("screen")
def test_a_file_gets_nothing(monkeypatch):
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=(file := io.StringIO())))
    with Progress(50) as shown:
        shown.show(20)
    assert file.getvalue() == ""

"""What stands behind a widget, and where it is shown."""

import sys
from types import SimpleNamespace

import pytest

from widgets.browser.plain_output import PlainOutput, figure_as_html, runs_unwatched, with_plain_output
from widgets.browser.written_table import WrittenTable

VIEW = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/plain": "<Part>"}
PLAIN = PlainOutput("a sentence", "<p>a sentence</p>", "<svg/>")


def asked_by(monkeypatch, *, allow_stdin: bool) -> None:
    """Stands for a kernel whose cell is asked for by a front end, or by a program."""
    kernel = SimpleNamespace(get_parent=lambda _channel: {"content": {"allow_stdin": allow_stdin}})
    shell = SimpleNamespace(get_ipython=lambda: SimpleNamespace(kernel=kernel))
    monkeypatch.setitem(sys.modules, "IPython", shell)


@pytest.fixture(autouse=True)
def _no_server(monkeypatch):
    monkeypatch.delenv("SERVER_SOFTWARE", raising=False)


def test_a_front_end_gets_the_view_and_what_stands_behind_it(monkeypatch):
    asked_by(monkeypatch, allow_stdin=True)
    bundle, _ = with_plain_output((VIEW, {}), lambda: PLAIN)
    assert bundle.keys() == {*VIEW, "text/html", "image/svg+xml"}
    assert bundle["text/plain"] == "a sentence"


def test_a_program_gets_what_stands_behind_the_view_alone(monkeypatch):
    asked_by(monkeypatch, allow_stdin=False)
    bundle, _ = with_plain_output((VIEW, {}), lambda: PLAIN)
    assert bundle == PLAIN.as_bundle()


def test_voila_gets_the_view_alone_and_pays_for_nothing_else(monkeypatch):
    asked_by(monkeypatch, allow_stdin=False)
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5")
    assert with_plain_output((VIEW, {}), lambda: pytest.fail("nobody reads it")) == (VIEW, {})
    assert not runs_unwatched()


def test_texts_of_a_figure_are_escaped():
    table = WrittenTable("", ["a < b"], [["c & d"]])
    shown = figure_as_html('"x" < y', 'a "quoted" word', "<svg/>", table)
    assert "&quot;x&quot; &lt; y" in shown
    assert 'alt="a &quot;quoted&quot; word"' in shown
    assert "c &amp; d" in shown

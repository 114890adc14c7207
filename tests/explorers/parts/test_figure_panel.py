"""What the kernel's side of a figure answers and sends."""

import math
from array import array

import pytest

from widgets.explorers.parts.figure_panel import FigurePanel

TIME = (0.0, 1.0, 2.0)


def figure(force: tuple[float, ...] = (0.0, 5.0, 1.0)) -> dict:
    line = {"type": "scatter", "mode": "lines", "x": TIME}
    return {"data": [line | {"y": force}, line | {"y": (1.0, 1.0, 1.0)}], "layout": {"height": 300}}


@pytest.fixture
def panel() -> FigurePanel:
    return FigurePanel(
        figure(), finding="Force rises.", description="", file_name="force", to_csv=lambda: "time,force\n"
    )


@pytest.fixture
def sent(panel, monkeypatch) -> list:
    messages: list = []
    monkeypatch.setattr(panel, "_send", lambda message, buffers=None: messages.append((message, buffers)))
    return messages


def ask(panel: FigurePanel, **question: object) -> None:
    panel._handle_custom_msg(question, [])


def test_columns_travel_as_32_bit_floats(panel):
    assert panel.column_0_y == array("f", (0.0, 5.0, 1.0)).tobytes()


def test_a_new_picture_sends_in_one_message_what_has_changed(panel, sent):
    panel.show(figure((0.0, 6.0, 1.0)), "Force rises.", "")
    [(message, buffers)] = sent
    assert (message["state"], message["buffer_paths"]) == ({}, [["column_0_y"]])
    assert buffers == [array("f", (0.0, 6.0, 1.0)).tobytes()]


def test_the_same_picture_sends_nothing(panel, sent):
    panel.show(figure(), "Force rises.", "")
    assert sent == []


def test_data_are_handed_over_as_csv(panel, sent):
    ask(panel, ask="csv")
    assert sent == [({"method": "custom", "content": {"answer": "csv"}}, [b"time,force\n"])]


def test_plotly_is_handed_over_where_it_is_asked_for(panel, sent):
    ask(panel, ask="plotly")
    [(message, [script])] = sent
    assert message["content"] == {"answer": "plotly"}
    assert b"plotly.js" in script[:200]


def test_a_place_on_the_figure_is_picked(panel):
    picked = []
    panel.on_pick(lambda x, y: picked.append((x, y)))
    ask(panel, ask="pick", x=1.5, y=2)
    assert picked == [(1.5, 2)]


def test_a_place_on_the_figure_is_told(panel, sent):
    panel.on_tell(lambda x, y: f"At {x} and {y}.")
    sent.clear()
    ask(panel, ask="tell", x=1.5, y=2.5)
    [(message, [text])] = sent
    assert message["content"]["answer"] == "tell"
    assert bytes(text) == b"At 1.5 and 2.5."


@pytest.mark.parametrize("x", [math.nan, math.inf, "1", None, True])
def test_a_place_that_is_no_place_picks_nothing(panel, x):
    picked = []
    panel.on_pick(lambda x, y: picked.append((x, y)))
    ask(panel, ask="pick", x=x, y=2.0)
    assert picked == []


@pytest.mark.parametrize(
    "question",
    [{"ask": "pick", "x": 1.0, "y": 2.0}, {"ask": "tell", "x": 1.0, "y": 2.0}, {"ask": "fit"}, {"ask": "../csv"}, {}],
)
def test_what_the_page_does_not_offer_changes_nothing(panel, sent, question):
    ask(panel, **question)
    assert sent == []


def test_the_axes_are_fitted_where_the_page_offers_it(panel):
    fitted = []
    panel.on_fit(lambda: fitted.append(True))
    ask(panel, ask="fit")
    assert fitted == [True]

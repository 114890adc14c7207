"""What the parts of a page change in one move leaves the kernel as one message."""

import pytest
import traitlets

from widgets.browser.one_move import one_move
from widgets.browser.part import Part


class FakeComm:
    """A line to a browser that keeps what is sent."""

    def __init__(self, comm_id: str, sent: list) -> None:
        self.comm_id, self.kernel, self.sent = comm_id, object(), sent

    def send(self, data: dict, buffers: list | None = None) -> None:
        self.sent.append((self.comm_id, data, buffers))

    def on_msg(self, _hear: object) -> None:
        """Nobody speaks."""

    def close(self, *_: object, **__: object) -> None:
        """Nothing to close."""


class Dial(Part):
    """A part with a number, some bytes and a tree of bytes."""

    number = traitlets.Float(0.0).tag(sync=True)
    column = traitlets.Bytes(b"").tag(sync=True)
    tree = traitlets.Dict().tag(sync=True)


@pytest.fixture
def sent() -> list:
    return []


@pytest.fixture
def parts(sent):
    made = [Dial() for _ in range(3)]
    for name, part in zip(("page", "figure", "scene"), made, strict=True):
        part.comm = FakeComm(name, sent)
    return made


def test_outside_a_move_every_part_sends_by_itself(parts, sent):
    _, figure, scene = parts
    figure.number, scene.number = 1, 2
    assert [(name, data["method"]) for name, data, _ in sent] == [("figure", "update"), ("scene", "update")]


def test_a_move_leaves_as_one_message_of_the_page(parts, sent):
    page, figure, scene = parts
    with one_move(page):
        figure.number, scene.number, page.number = 1, 2, 3
    [(name, data, _)] = sent
    assert (name, data["method"]) == ("page", "custom")
    assert data["content"] == {
        "answer": "move",
        "states": {"figure": {"number": 1.0}, "scene": {"number": 2.0}, "page": {"number": 3.0}},
        "places": [],
    }


def test_a_later_value_replaces_an_earlier_one(parts, sent):
    page, figure, _ = parts
    with one_move(page):
        figure.tree = {"a": b"12"}
        figure.tree = {"b": 1}
    [(_, data, buffers)] = sent
    assert (data["content"]["states"], data["content"]["places"], buffers) == ({"figure": {"tree": {"b": 1}}}, [], [])


def test_buffers_that_are_alike_travel_once(parts, sent):
    page, figure, scene = parts
    with one_move(page):
        figure.column = b"time"
        scene.tree = {"time": b"time", "force": b"force"}
    [(_, data, buffers)] = sent
    assert buffers == [b"time", b"force"]
    assert data["content"]["places"] == [
        [0, "figure", "column"],
        [0, "scene", "tree", "time"],
        [1, "scene", "tree", "force"],
    ]


def test_a_move_in_a_move_belongs_to_the_outer_one(parts, sent):
    page, figure, scene = parts
    with one_move(page):
        with one_move(page):
            figure.number = 1
        scene.number = 2
    assert len(sent) == 1


def test_a_move_in_which_nothing_changes_sends_nothing(parts, sent):
    with one_move(parts[0]):
        pass
    assert sent == []


def test_what_changed_before_a_fault_is_sent(parts, sent):
    page, figure, _ = parts

    def fail() -> None:
        figure.number = 1
        raise RuntimeError("the solver stumbled")

    with pytest.raises(RuntimeError), one_move(page):
        fail()
    assert len(sent) == 1


def test_a_value_that_the_browser_has_set_itself_is_not_sent_back(parts, sent):
    page, figure, scene = parts
    figure.observe(lambda change: setattr(scene, "number", change["new"]), names="number")
    with one_move(page):
        figure.set_state({"number": 5.0})
    states = [data["content"]["states"] for _, data, _ in sent if data["method"] == "custom"]
    assert states == [{"scene": {"number": 5.0}}]


def test_answers_pass_at_once(parts, sent):
    page, figure, _ = parts
    with one_move(page):
        figure.number = 1
        figure.send({"answer": "csv"})
        assert [name for name, _, _ in sent] == ["figure"]

"""Questions from the browser reach the method that answers them, and nothing else does anything."""

import asyncio
import math
import threading

import pytest

from tests.browser.asking import tell
from widgets.browser.part import Part, answers


class Counter(Part):
    """A part with two questions."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.sent = 0.0, []

    @answers("add")
    def add(self, by: float, *, twice: bool = False) -> None:
        self.count += 2 * by if twice else by

    @answers("text")
    def text(self, unit: str) -> bytes:
        return f"{self.count:g} {unit}".encode()

    def send(self, content: dict, buffers: list | None = None) -> None:
        self.sent.append((content, buffers))

    def hear(self, **message: object) -> None:
        tell(self, message)


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_a_question_reaches_its_method_with_its_values(counter):
    counter.hear(ask="add", by=2, twice=True)
    assert counter.count == 4


def test_bytes_go_back_with_an_answer_that_repeats_the_question(counter):
    counter.hear(ask="text", unit="mM")
    assert counter.sent == [({"answer": "text", "unit": "mM"}, [b"0 mM"])]


def test_a_method_that_gives_nothing_back_sends_no_answer(counter):
    counter.hear(ask="add", by=1)
    assert counter.sent == []


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"ask": "unknown"},
        {"ask": ["add"]},
        {"ask": "add"},
        {"ask": "add", "by": "1"},
        {"ask": "add", "by": True},
        {"ask": "add", "by": math.nan},
        {"ask": "add", "by": 1, "more": 1},
    ],
)
def test_what_does_not_fit_is_noted_and_changes_nothing(counter, message, caplog):
    counter.hear(**message)
    assert (counter.count, len(caplog.records)) == (0, 1)


def test_a_question_takes_plain_json_and_nothing_else():
    with pytest.raises(TypeError, match="takes \\['which'\\]"):

        class Odd(Part):
            @answers("choose")
            def choose(self, which: list) -> None: ...


class Telling(Part):
    """A part that notes on which thread it was asked."""

    _esm = ""

    def __init__(self) -> None:
        super().__init__()
        self.asked_on: list[int] = []

    @answers("where")
    def note(self) -> None:
        self.asked_on.append(threading.get_ident())


def test_what_comes_on_another_thread_is_heard_on_the_one_that_the_part_was_made_on():
    async def hear_from_a_thread() -> list[int]:
        part = Telling()
        message = {"content": {"data": {"method": "custom", "content": {"ask": "where"}}}, "buffers": []}
        await asyncio.to_thread(part._handle_msg, message)
        await asyncio.sleep(0)
        return part.asked_on

    assert asyncio.run(hear_from_a_thread()) == [threading.get_ident()]

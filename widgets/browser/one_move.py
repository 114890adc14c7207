"""One message for one move: what the parts of a page change together leaves the kernel together.

A moved slider changes several parts. Sent part by part, their pictures would come in different frames, and what two of
them show alike (the time of a run, its force) would travel twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

# The value of a trait without its buffers, and these with their paths inside it.
_Trait = tuple[object, list[tuple[list[Any], Any]]]
# Id of a part's model and name of a trait -> the trait.
_Changes = dict[tuple[str, str], _Trait]
_CHANGES: ContextVar[_Changes | None] = ContextVar("changes", default=None)


class Page(Protocol):
    """Whoever carries the message: the widget whose browser side calls `followMoves` (`one_move.ts`)."""

    def send(self, content: Mapping[str, Any], buffers: Sequence[Any] | None = None) -> None:
        """Send one message to the browser."""


@contextmanager
def one_move(page: Page) -> Iterator[None]:
    """Gather what any part changes inside, and send it as one message of the page at the end.

    A move inside a move belongs to the outer one. What was changed before an exception is sent too, for it is changed.
    Nothing inside may wait for another task.
    """
    if _CHANGES.get() is not None:
        yield
        return
    changes: _Changes = {}
    token = _CHANGES.set(changes)
    try:
        yield
    finally:
        _CHANGES.reset(token)
        if changes:
            page.send(*_as_message(changes))


def gather(model_id: str, message: Mapping[str, Any], buffers: Sequence[Any] | None) -> bool:
    """Return whether a move has taken over this message of a part: an update; later values replace earlier ones."""
    changes = _CHANGES.get()
    if changes is None or message.get("method") != "update":
        return False
    traits: dict[str, _Trait] = {name: (value, []) for name, value in message["state"].items()}
    for (name, *below), buffer in zip(message["buffer_paths"], buffers or (), strict=True):
        traits.setdefault(name, (None, []))[1].append((below, buffer))
    changes.update({(model_id, name): trait for name, trait in traits.items()})
    return True


def _as_message(changes: _Changes) -> tuple[dict[str, Any], list[Any]]:
    """Return the message and its buffers: buffers that are alike travel once, and are listed with all their places."""
    states: dict[str, dict[str, Any]] = {}
    numbers: dict[bytes, int] = {}
    places = []
    for (model_id, name), (value, buffers) in changes.items():
        states.setdefault(model_id, {})[name] = value
        for below, buffer in buffers:
            places.append([numbers.setdefault(bytes(buffer), len(numbers)), model_id, name, *below])
    return {"answer": "move", "states": states, "places": places}, list(numbers)

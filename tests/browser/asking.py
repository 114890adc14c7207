"""What the browser side of a part does: it asks through the part's own connection and hears what comes back."""

from collections.abc import Mapping
from typing import Any

from widgets.browser.part import Part


def tell(part: Part, message: Mapping[str, object]) -> None:
    """Give a part a message, whatever is in it."""
    part.comm.handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})


def ask(part: Part, question: str, **values: object) -> None:
    """Ask a part, as its browser side would."""
    tell(part, {"ask": question, **values})


def answer_of(part: Part, question: str, **values: object) -> bytes:
    """Ask a part, and give the bytes it sends back."""
    heard: list[tuple[Mapping[str, Any], list[bytes]]] = []
    connection = part.comm
    speak = connection.publish_msg

    def hear(_kind: str, data: Mapping[str, Any], *_more: object, buffers: list[bytes] = (), **_others: object) -> None:
        if data.get("method") == "custom":
            heard.append((data["content"], buffers))

    connection.publish_msg = hear
    try:
        ask(part, question, **values)
    finally:
        connection.publish_msg = speak
    ((message, buffers),) = heard
    assert message == {"answer": question, **values}
    return buffers[0]

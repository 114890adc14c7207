"""What a part of a page is in Python: traits that its browser side follows, and the questions that it answers.

Between kernel and browser there is one way of speaking. What is shown and what is set are traits. Everything else the
browser asks with {"ask": name, ...values}, and the kernel answers with {"answer": name, ...values} and buffers, or by
changing traits. CONTRIBUTING.md describes it on one page.
"""

import asyncio
import inspect
import logging
import math
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

import anywidget
import traitlets

from widgets.browser.one_move import gather
from widgets.browser.plain_output import PlainOutput, with_plain_output

Shape = TypeVar("Shape")

_LOG = logging.getLogger(__name__)
_QUESTION = "_answers_question"
# What a question's values may be: JSON's own, and numbers must be finite.
_FITS: dict[str, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
}


def shaped(_shape: type[Shape], default: Mapping[str, object] | None = None) -> "traitlets.TraitType[Shape, Shape]":
    """Return a trait that the browser follows and whose value is a JSON object of this shape, a TypedDict."""
    trait = traitlets.Dict(dict(default or {})).tag(sync=True)
    return cast("traitlets.TraitType[Shape, Shape]", trait)


def answers(question: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark the method of a part that answers this question; its parameters are the question's values."""

    def mark(method: Callable[..., Any]) -> Callable[..., Any]:
        setattr(method, _QUESTION, question)
        return method

    return mark


class Part(anywidget.AnyWidget):
    """One part of a page. A subclass names its bundle, its traits, and with `answers` its questions.

    A question that the part does not know, or whose values do not fit, is noted in the log and changes nothing.
    A method that answers may give back bytes, which the browser gets with an answer that repeats the question's values.

    Raises:
        TypeError: while the class is made, where a question takes something else than plain JSON.
    """

    _questions: Mapping[str, Callable[..., Any]] = {}

    def __init_subclass__(cls, **named: Any) -> None:  # noqa: ANN401 - whatever the class statement names
        super().__init_subclass__(**named)
        members = [member for base in reversed(cls.__mro__) for member in vars(base).values()]
        cls._questions = {getattr(member, _QUESTION): member for member in members if hasattr(member, _QUESTION)}
        for question, method in cls._questions.items():
            odd = [value.name for value in _values_of(method) if _kind_of(value) not in _FITS]
            if odd:
                raise TypeError(f"{cls.__name__}: the question {question!r} takes {odd}, which is not plain JSON.")

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - whatever traits the subclass has
        self._home, self._home_loop = threading.get_ident(), running_loop()
        super().__init__(**traits)
        self.on_msg(self._hear)

    def plain_output(self) -> PlainOutput | None:
        """Return what a reader gets where the part cannot be drawn; None where there is nothing to say."""
        return None

    def view_bundle(self, **asked: Any) -> Any:  # noqa: ANN401 - IPython's own mix
        """Return what makes a front end draw the part, with nothing behind it."""
        return super()._repr_mimebundle_(**asked)

    def _repr_mimebundle_(self, **asked: Any) -> Any:  # noqa: ANN401 - the signature is IPython's
        return with_plain_output(
            self.view_bundle(**asked), lambda: self.plain_output() or PlainOutput(type(self).__name__, "")
        )

    def _send(self, msg: Mapping[str, Any], buffers: Sequence[Any] | None = None) -> None:
        """Send a message, or leave it to the move that goes on (`one_move`)."""
        if self.comm is None or not gather(self.comm.comm_id, msg, buffers):
            super()._send(msg, buffers)

    def _handle_msg(self, msg: Mapping[str, Any]) -> None:
        """Hear the browser on the thread that the part was made on.

        JupyterLab sends what comes from widgets to subshells: threads that would change one page side by side.
        """
        if self._home_loop is None or threading.get_ident() == self._home:
            super()._handle_msg(msg)
        else:
            self._home_loop.call_soon_threadsafe(super()._handle_msg, msg)

    def _hear(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        question = message.get("ask")
        method = self._questions.get(question) if isinstance(question, str) else None
        values = {name: value for name, value in message.items() if name != "ask"}
        if method is None or not _fits(method, values):
            _LOG.warning("%s was asked what it does not answer: %.200r", type(self).__name__, message)
            return
        answer = method(self, **values)
        if answer is not None:
            self.send({"answer": question, **values}, buffers=[answer])


def running_loop() -> asyncio.AbstractEventLoop | None:
    """Return the kernel's loop; a script or a test has none to wait in."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _fits(method: Callable[..., Any], values: Mapping[str, object]) -> bool:
    wanted = {value.name: value for value in _values_of(method)}
    if set(values) - set(wanted) or any(p.default is p.empty and name not in values for name, p in wanted.items()):
        return False
    return all(_FITS[_kind_of(wanted[name])](value) for name, value in values.items())


def _values_of(method: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(method).parameters.values())[1:]


def _kind_of(value: inspect.Parameter) -> str:
    return inspect.formatannotation(value.annotation)

"""Processes that work through a list, one for each processor, and give way to everything else on the machine.

A pipe to each process and no thread: a process stops at once when told to, and ends by itself when its kernel is gone,
because its pipe closes then. The pool of `concurrent.futures` does neither.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Piece = TypeVar("Piece")
Result = TypeVar("Result")

# A tenth of a second or two of work: results come often, and talking costs little.
PIECES_AT_ONCE = 6
# One being computed and the next waiting, so that a process need not wait for the kernel.
PORTIONS_AHEAD = 2
NICENESS = 10


class NoWorkersError(Exception):
    """Processes cannot be started here, as in a browser, or all of them have ended."""


@dataclass(slots=True)
class _Worker(Generic[Piece]):
    process: "SpawnProcess"
    pipe: "Connection"
    portions: list[list[Piece]]


class Workers(Generic[Piece, Result]):
    """Does one task to each of many pieces in other processes. Use as a context: leaving it stops them at once."""

    def __init__(self, task: Callable[[Piece], Result], pieces: Iterable[Piece], workers: int) -> None:
        """Start the processes; each takes up work as soon as it has loaded what it needs.

        Args:
            task: a function of a module, or a `partial` of one, that raises nothing.
            pieces: what it is called with, in which order.
            workers: how many processes.

        Raises:
            NoWorkersError: no process can be started.
        """
        self._waiting = deque(pieces)
        self._workers: list[_Worker[Piece]] = []
        try:
            for _ in range(workers):
                self._workers.append(_started(task))
        except (ImportError, OSError) as error:
            if not self._workers:
                raise NoWorkersError from error
        self.collect()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def collect(self) -> list[tuple[Piece, Result]]:
        """Return the pieces done since the last call, each with its result, without waiting.

        Raises:
            NoWorkersError: all processes have ended, and there are pieces left.
        """
        found: list[tuple[Piece, Result]] = []
        for worker in list(self._workers):
            try:
                self._hand_out(worker)
                while worker.portions and worker.pipe.poll():
                    found += zip(worker.portions[0], worker.pipe.recv(), strict=True)
                    del worker.portions[0]
                    self._hand_out(worker)
            except (EOFError, OSError):
                self._give_up(worker)
        if not found and not self._workers and self._waiting:
            raise NoWorkersError
        return found

    def stop(self) -> None:
        """End the processes now; what they were at is lost."""
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers = []

    def _hand_out(self, worker: _Worker[Piece]) -> None:
        while self._waiting and len(worker.portions) < PORTIONS_AHEAD:
            portion = [self._waiting.popleft() for _ in range(min(PIECES_AT_ONCE, len(self._waiting)))]
            worker.portions.append(portion)
            worker.pipe.send(portion)

    def _give_up(self, worker: _Worker[Piece]) -> None:
        self._workers.remove(worker)
        self._waiting.extendleft(piece for portion in reversed(worker.portions) for piece in reversed(portion))
        worker.pipe.close()
        worker.process.join()


def _started(task: Callable[[Any], Any]) -> _Worker[Any]:
    # Here, because a browser's Python has no processes.
    from multiprocessing import get_context  # noqa: PLC0415

    # A fresh process: a copy of the kernel would share its connections.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, task), daemon=True)
    with _without_the_main_script():
        process.start()
    # Only the process itself holds that end now, so that each sees the other go.
    theirs.close()
    return _Worker(process, ours, [])


@contextmanager
def _without_the_main_script() -> Iterator[None]:
    """Keep a fresh process from running the learner's own script again, which it would do to find what is pickled."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _work(pipe: "Connection", task: Callable[[Any], Any]) -> None:
    # A kernel that is interrupted passes the signal on to its whole group; the pipe tells when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        while True:
            pipe.send([task(piece) for piece in pipe.recv()])
    except (EOFError, OSError):
        return

"""Processes that compute cells of the map, one for each processor, and give way to everything else on the machine.

A pipe to each process and no thread: a process stops at once when told to, and ends by itself when its kernel is gone,
because its pipe closes then. The pool of `concurrent.futures` does neither.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from widgets.physiology.cramp_map import CellOutcome, MapCell, cell_outcome
from widgets.physiology.experiment import Experiment

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

# A tenth of a second or two of work: results come often, and talking costs little.
CELLS_AT_ONCE = 6
# One being computed and the next waiting, so that a process need not wait for the kernel.
PORTIONS_AHEAD = 2
NICENESS = 10

Found = list[tuple[MapCell, CellOutcome | None]]


class NoWorkersError(Exception):
    """Processes cannot be started here, as in a browser, or all of them have ended."""


@dataclass(slots=True)
class _Worker:
    process: "SpawnProcess"
    pipe: "Connection"
    portions: list[list[MapCell]]


class MapWorkers:
    """Computes cells of one experiment's map in other processes. Use as a context: leaving it stops them at once."""

    def __init__(self, experiment: Experiment, cells: Iterable[MapCell], workers: int) -> None:
        """Start the processes; each takes up work as soon as it has loaded the model.

        Raises:
            NoWorkersError: no process can be started.
        """
        self._waiting = deque(cells)
        self._workers: list[_Worker] = []
        try:
            for _ in range(workers):
                self._workers.append(_started(dict(experiment.values)))
        except (ImportError, OSError) as error:
            if not self._workers:
                raise NoWorkersError from error
        self.collect()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def collect(self) -> Found:
        """Return what has been found since the last call, without waiting.

        Raises:
            NoWorkersError: all processes have ended, and there are cells left.
        """
        found: Found = []
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

    def _hand_out(self, worker: _Worker) -> None:
        while self._waiting and len(worker.portions) < PORTIONS_AHEAD:
            portion = [self._waiting.popleft() for _ in range(min(CELLS_AT_ONCE, len(self._waiting)))]
            worker.portions.append(portion)
            worker.pipe.send(portion)

    def _give_up(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._waiting.extendleft(cell for portion in reversed(worker.portions) for cell in reversed(portion))
        worker.pipe.close()
        worker.process.join()


def _started(settings: Mapping[str, object]) -> _Worker:
    # Here, because a browser's Python has no processes.
    from multiprocessing import get_context  # noqa: PLC0415

    # A fresh process: a copy of the kernel would share its connections.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_compute, args=(theirs, settings), daemon=True)
    process.start()
    # Only the process itself holds that end now, so that each sees the other go.
    theirs.close()
    return _Worker(process, ours, [])


def _compute(pipe: "Connection", settings: Mapping[str, object]) -> None:
    # A kernel that is interrupted passes the signal on to its whole group; the pipe tells when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    experiment = Experiment.from_values(settings)
    try:
        while True:
            pipe.send([cell_outcome(experiment, cell) for cell in pipe.recv()])
    except (EOFError, OSError):
        return

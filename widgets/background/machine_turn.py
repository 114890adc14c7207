"""Whose turn it is to use all of the machine, among all the learners' processes on it."""

import os
import tempfile
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows and browsers, where a machine has one learner
    fcntl = None  # type: ignore[assignment]

# More processes than this gain little and would crowd out the other learners of a large machine.
MOST_WORKERS = 4


def worker_count() -> int:
    """Return how many processes one piece of work may use: at most one for each processor."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS))


def turn_count() -> int:
    """Return how many such pieces of work the machine does at once."""
    return max(1, (os.cpu_count() or 1) // worker_count())


class MachineTurn:
    """One of the machine's turns, once it is taken. The system takes it back when the process ends, however it ends."""

    def __init__(self, folder: Path | None = None) -> None:
        """Know where the turns lie: as files in `folder`, or in the folder for files that all processes share."""
        self._folder = folder or Path(tempfile.gettempdir())
        self._held: int | None = None

    def try_take(self) -> bool:
        """Return whether it is our turn; where the system cannot tell, it is."""
        if fcntl is None or self._held is not None:
            return True
        for turn in range(turn_count()):
            try:
                file = os.open(self._folder / f"muscle-explainer-turn-{turn}", os.O_RDONLY | os.O_CREAT, 0o644)
            except OSError:
                return True
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(file)
            except OSError:  # a file system without locks
                os.close(file)
                return True
            else:
                self._held = file
                return True
        return False

    def give_back(self) -> None:
        """Let the next one in."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

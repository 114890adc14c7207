"""Whose turn it is to use all of the machine, among all the learners' processes on it."""

import getpass
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

# More processes than this gain little and would crowd out the other learners of a large machine.
MOST_WORKERS = 4
# Learners can be different users of one machine: every one of them may take and wait for a turn.
FOR_ALL_USERS = 0o777
FILE_FOR_ALL_USERS = 0o666


def worker_count() -> int:
    """Return how many processes one piece of work may use: at most one for each processor."""
    return max(1, min(processor_count(), MOST_WORKERS))


def turn_count() -> int:
    """Return how many such pieces of work the machine does at once."""
    return max(1, processor_count() // worker_count())


def processor_count() -> int:
    """Return how many processors this process may use, where it is held to some of them or to a share of their time."""
    if hasattr(os, "process_cpu_count"):
        allowed = os.process_cpu_count() or 1
    else:
        allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, _group_limit() or allowed))


class MachineTurn:
    """One of the machine's turns, once it is taken. The system takes it back when the process ends, however it ends."""

    def __init__(self, folder: Path | None = None) -> None:
        """Know where the turns lie: as files in `folder`, or in one that all the machine's learners share."""
        self._folder = folder
        self._held: BaseFileLock | None = None

    def try_take(self) -> bool:
        """Return whether it is our turn; where the system cannot tell, because it has no locks, it is."""
        # Here, because few learners ever ask for a turn.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        if self._held is not None:
            return True
        for turn in range(turn_count()):
            try:
                # Without a stand-in for a missing system lock: that would outlive a process that is killed.
                lock = FileLock(
                    (self._folder or _shared_folder()) / f"turn-{turn}.lock",
                    mode=FILE_FOR_ALL_USERS,
                    thread_local=False,
                    preserve_lock_file=True,
                )
                lock.acquire(blocking=False)
            except Timeout:
                continue
            except (OSError, NotImplementedError):
                return True
            self._held = lock
            return True
        return False

    def give_back(self) -> None:
        """Let the next one in."""
        if self._held is not None:
            self._held.release()
            self._held = None


def _shared_folder() -> Path:
    """Return the folder in which all users' turns lie, or one of our own where somebody keeps others out of that."""
    shared = Path(tempfile.gettempdir()) / "muscle-explainer-turns"
    with suppress(FileExistsError):
        shared.mkdir()
        # In a folder with the sticky bit, as the one above, the system lets nobody write to another user's file.
        shared.chmod(FOR_ALL_USERS)
    if os.access(shared, os.W_OK | os.X_OK):
        return shared
    own = Path(tempfile.gettempdir()) / f"muscle-explainer-turns-{getpass.getuser()}"
    own.mkdir(exist_ok=True)
    return own


def _group_limit() -> int | None:
    """Return how many processors' time the container or group of this process may use, None where it has no limit."""
    with suppress(OSError, ValueError, IndexError):
        group = Path("/proc/self/cgroup").read_text(encoding="ascii").splitlines()[-1].rpartition(":")[2]
        quota, period = Path(f"/sys/fs/cgroup{group}", "cpu.max").read_text(encoding="ascii").split()
        return max(1, int(quota) // int(period))
    return None

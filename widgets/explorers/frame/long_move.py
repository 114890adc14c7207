"""A move that may take seconds: solved at once where it is quick, and otherwise while the kernel answers."""

import asyncio
from collections.abc import Callable, Generator
from time import monotonic

from widgets.browser.part import running_loop
from widgets.explorers.frame.move import Move
from widgets.reference_data.control_values import ControlError

# A page that answers within this time needs no bar, and no move holds the kernel for longer. A bar is promised from a
# second on; a run may slow down after its beginning, so the time left is foretold no better than by half.
LONGEST_AT_ONCE_S = 0.5
# Time enough to tell from the share that is done how long the rest will take.
LOOK_AFTER_S = 0.15
# The kernel works for so long, and then takes up what has been asked meanwhile, "stop" above all.
PIECE_S = 0.03
PAUSE_S = 0.004


class LongMove:
    """Solves one move at a time; nothing of a move is known before all of it is solved."""

    def __init__(self, tell: Callable[[float], None], refuse: Callable[[ControlError], None]) -> None:
        """Be ready.

        Args:
            tell: called with the share that is done, 0 to 1, while a move takes long.
            refuse: called where a move that takes long cannot be solved.
        """
        self._tell, self._refuse = tell, refuse
        self._pieces: Generator[float, None, Move] | None = None
        self._task: asyncio.Task[None] | None = None

    def begin(
        self, pieces: Generator[float, None, Move], done: Callable[[Move], None], *, at_once: bool = False
    ) -> bool:
        """Solve a move and hand it to `done`; return whether that is still to come, because it takes long.

        Args:
            pieces: yields the share that is solved, 0 to 1, and returns the move.
            done: see above.
            at_once: take all the time it needs now, as for whoever goes on with what came out.

        Raises:
            ControlError: it cannot be solved.
        """
        # A script or a test has no loop to wait in, and gets everything at once.
        loop = None if at_once else running_loop()
        started_s = monotonic()
        try:
            while True:
                share, took_s = next(pieces), monotonic() - started_s
                if loop and took_s > LOOK_AFTER_S and took_s > LONGEST_AT_ONCE_S * share:
                    break
        except StopIteration as end:
            done(end.value)
            return False
        self._pieces = pieces
        self._task = loop.create_task(self._go_on(pieces, done))
        return True

    def stop(self) -> None:
        """End the move that is being solved; nothing of it is kept."""
        if self._task is not None and self._pieces is not None:
            self._task.cancel()
            self._pieces.close()
        self._task = self._pieces = None

    async def _go_on(self, pieces: Generator[float, None, Move], done: Callable[[Move], None]) -> None:
        try:
            while True:
                await asyncio.sleep(PAUSE_S)
                until_s = monotonic() + PIECE_S
                while monotonic() < until_s:
                    share = next(pieces)
                self._tell(share)
        except StopIteration as end:
            self._task = self._pieces = None
            done(end.value)
        except ControlError as error:
            self._task = self._pieces = None
            self._refuse(error)

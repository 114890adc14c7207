"""What takes longer than a move may: done in pieces, between which the next move is heard."""

import asyncio
from collections.abc import Callable
from typing import Any

from widgets.browser.part import running_loop
from widgets.explorers.frame.section import Section
from widgets.reference_data.control_values import ControlError

# Long enough for the kernel to take up what has been asked meanwhile, the next move above all.
PAUSE_S = 0.002
# While a hand moves on, moves follow each other within this time, and what takes longer is not begun.
HAND_MOVES_ON_S = 0.03


class SlowRest:
    """Works on the rest of what sections find; a section that begins anew leaves its work from before."""

    def __init__(self, show: "Callable[[Section[Any, Any]], None]", refuse: Callable[[ControlError], None]) -> None:
        """Be ready; `show` is called when a section has found more, `refuse` where a piece cannot be solved."""
        self._show, self._refuse = show, refuse
        self._tasks: dict[Section[Any, Any], asyncio.Task[None]] = {}

    def begin(self, section: "Section[Any, Any]") -> None:
        """Work on the rest of what a section has just found."""
        before = self._tasks.pop(section, None)
        if before is not None:
            before.cancel()
        pieces = section.rest(section.found)

        def next_piece() -> bool:
            try:
                found = next(pieces)
            except StopIteration:
                return False
            except ControlError as error:
                self._refuse(error)
                return False
            if found is not None:
                section.found = found
                self._show(section)
            return True

        async def work() -> None:
            await asyncio.sleep(HAND_MOVES_ON_S)
            while next_piece():
                await asyncio.sleep(PAUSE_S)

        loop = running_loop()
        if loop is not None:
            self._tasks[section] = loop.create_task(work())
            return
        # A script or a test has no loop to wait in: it gets everything at once.
        while next_piece():
            pass

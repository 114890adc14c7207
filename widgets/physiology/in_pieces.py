"""Work that can be left and taken up again, where it runs inside code that only calls back."""

from collections.abc import Callable, Generator
from concurrent.futures import Future
from threading import Semaphore, Thread
from typing import TypeVar

Result = TypeVar("Result")
# Told how much is done, 0 to 1; returns whether to go on.
Pause = Callable[[float], bool]


def in_pieces(work: Callable[[Pause], Result]) -> Generator[float, None, Result]:
    """Yield how much is done, 0 to 1, at each of the work's pauses, and return its result.

    The work has a thread of its own, and the two take turns: it goes on only while the caller waits for the next piece.
    Closing the generator ends the work at the pause that it is in, and waits for that.

    Args:
        work: calls the pause that it is given now and then, and ends soon once that has returned False.

    Raises:
        Exception: what the work raises.
    """
    ours, theirs = Semaphore(0), Semaphore(0)
    outcome: Future[Result] = Future()
    done, goes_on = 0.0, True

    def pause(share: float) -> bool:
        nonlocal done
        if goes_on:
            done = share
            ours.release()
            theirs.acquire()
        return goes_on

    def run() -> None:
        try:
            outcome.set_result(work(pause))
        except Exception as error:
            outcome.set_exception(error)
        finally:
            ours.release()

    # A kernel that ends waits for no run.
    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        ours.acquire()
        while not outcome.done():
            yield done
            theirs.release()
            ours.acquire()
    finally:
        goes_on = False
        theirs.release()
        thread.join()
    return outcome.result()

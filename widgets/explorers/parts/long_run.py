"""Work that takes seconds, a piece at a time: a button to start it, a bar that fills, and a button to stop it."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from types import MappingProxyType
from typing import NotRequired, TypedDict, cast

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped
from widgets.explorers.parts.choice_buttons import Choice
from widgets.reference_data.wording import sentence, words

# Long enough for the kernel to take up what has been asked meanwhile, "stop" above all.
PAUSE_S = 0.004

# Given the choice, does the work. It gives how many pieces are done, at once and then again and again; at each of these
# it can be ended.
Work = Callable[[str], AsyncGenerator[int, None]]


class LongRunWords(TypedDict):
    """What stands on the buttons, the bar and the list of choices."""

    start: str
    stop: str
    progress: str
    choice: NotRequired[str]


def one_by_one(pieces: Callable[[str], Iterator[None]]) -> Work:
    """Return work that lets the kernel answer between one piece and the next; `pieces` yields after each."""

    async def work(choice: str) -> AsyncGenerator[int, None]:
        yield 0
        for done, _ in enumerate(pieces(choice), start=1):
            await asyncio.sleep(PAUSE_S)
            yield done

    return work


class LongRun(Part):
    """Starts and stops work, and says how it stands.

    Attributes:
        running: whether it is at work.
        done: pieces done since the last start.
        total: pieces in all.
        sentence: how it stands, for the eye and the ear: ready, at work, finished, stopped.
        choices: ways to do it; empty where there is one alone.
        choice: the value of the way chosen.
    """

    _esm = bundle("long_run.js")
    _css = bundle("long_run.css")
    running = traitlets.Bool(False).tag(sync=True)
    done = traitlets.Int(0).tag(sync=True)
    total = traitlets.Int(0).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    choices: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    choice = traitlets.Unicode().tag(sync=True)
    words = shaped(LongRunWords)

    def __init__(
        self,
        work: Work,
        *,
        total: int,
        wording: str,
        prefix: str,
        choices: Sequence[Choice] = (),
        values: Mapping[str, object] = MappingProxyType({}),
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        """Be ready to start.

        Args:
            work: see `Work`.
            total: how many pieces it makes.
            wording: the part of the wording that has this run's words: PREFIX_start, _stop, _progress, and _choice
                where there are choices; and its sentences: PREFIX_ready, _running, _finished, _stopped.
            prefix: what those keys begin with.
            choices: see the class; the first is chosen.
            values: further named values of those sentences.
            on_end: called when the work is finished or was stopped, after the sentence has been set.
        """
        self._work, self._wording, self._prefix, self._values, self._on_end = work, wording, prefix, values, on_end
        self._stop_asked = False
        self._task: asyncio.Task[None] | None = None
        texts, keys = words(wording), LongRunWords.__annotations__
        own = {key: texts[f"{prefix}_{key}"] for key in keys if f"{prefix}_{key}" in texts}
        super().__init__(
            total=total,
            sentence=self._said("ready", 0, total),
            choices=list(choices),
            choice=choices[0]["value"] if choices else "",
            words=cast(LongRunWords, own),
        )

    async def run(self) -> None:
        """Do the work to its end, or until `stop`; a second call while it runs does nothing."""
        if self.running:
            return
        self._stop_asked = False
        self.running = True
        self.say("running")
        try:
            async with aclosing(self._work(self.choice)) as progress:
                async for done in progress:
                    self.done = done
                    if self._stop_asked:
                        break
        finally:
            with self.hold_sync():
                self.running = False
                self.say("finished" if self.done == self.total else "stopped")
                self._on_end()

    def say(self, state: str) -> None:
        """Say how it stands with the sentence of this state."""
        self.sentence = self._said(state, self.done, self.total)

    @answers("start")
    def start(self) -> None:
        """Do the work beside whatever else the kernel is asked."""
        # Kept, because a task lives only as long as somebody holds it.
        self._task = asyncio.get_running_loop().create_task(self.run())

    @answers("stop")
    def stop(self) -> None:
        """End the work after the piece it is at; what is done stays."""
        self._stop_asked = True

    def _said(self, state: str, done: int, total: int) -> str:
        return sentence(self._wording, f"{self._prefix}_{state}", done=done, total=total, **self._values)

"""Work that takes seconds, a piece at a time: a button to start it, a bar that fills, and a button to stop it."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.reference_data.wording import sentence, words

# Long enough for the kernel to take up what has been asked meanwhile, "stop" above all.
PAUSE_S = 0.004

Pieces = Callable[[str], Iterator[None]]


class LongRun(anywidget.AnyWidget):
    """Does one piece after another, and answers in between. The browser sends {"action": "start" | "stop"}.

    Attributes:
        running: whether it is at work.
        done: pieces done since the last start.
        total: pieces in all.
        sentence: how it stands, for the eye and the ear: ready, at work, finished, stopped.
        choices: [{"value", "label"}] of ways to do it; empty where there is one alone.
        choice: the value of the way chosen.
    """

    _esm = bundle("long_run.js")
    _css = bundle("long_run.css")
    running = traitlets.Bool(False).tag(sync=True)
    done = traitlets.Int(0).tag(sync=True)
    total = traitlets.Int(0).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    choices: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    choice = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        pieces: Pieces,
        *,
        total: int,
        name: str,
        part: str = "credibility",
        choices: Sequence[Mapping[str, str]] = (),
        values: Mapping[str, object] = MappingProxyType({}),
        on_end: Callable[[], None] = lambda: None,
    ) -> None:
        """Be ready to start.

        Args:
            pieces: given the choice, does the work; it yields after each piece.
            total: how many pieces that makes.
            name: prefix of this run's sentences in the wording of the part.
            part: whose wording it is.
            choices: see the class; the first is chosen.
            values: further named values of those sentences.
            on_end: called when the work is finished or was stopped.
        """
        self._pieces, self._name, self._part, self._values, self._on_end = pieces, name, part, values, on_end
        self._stop_asked = False
        self._task: asyncio.Task[None] | None = None
        own = {key.removeprefix(f"{name}_"): text for key, text in words(part).items() if key.startswith(name)}
        ready = sentence(part, f"{name}_ready", total=total, **values)
        super().__init__(
            total=total,
            sentence=ready,
            choices=[dict(choice) for choice in choices],
            choice=choices[0]["value"] if choices else "",
            words=own,
        )
        self.on_msg(self._act)

    async def run(self) -> None:
        """Do the work to its end, or until `stop`; a second call while it runs does nothing."""
        if self.running:
            return
        self._stop_asked = False
        self.done, self.running, self.sentence = 0, True, self._said("running")
        try:
            for done, _ in enumerate(self._pieces(self.choice), start=1):
                self.done = done
                await asyncio.sleep(PAUSE_S)
                if self._stop_asked:
                    break
        finally:
            self.running = False
            self.sentence = self._said("finished" if self.done == self.total else "stopped")
            self._on_end()

    def stop(self) -> None:
        """End the work after the piece it is at; what is done stays."""
        self._stop_asked = True

    def _said(self, state: str) -> str:
        return sentence(self._part, f"{self._name}_{state}", done=self.done, total=self.total, **self._values)

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        if message.get("action") == "stop":
            self.stop()
        elif message.get("action") == "start":
            # Kept, because a task lives only as long as somebody holds it.
            self._task = asyncio.get_running_loop().create_task(self.run())

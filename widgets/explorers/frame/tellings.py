"""What the kernel has told the browser, so that a value that is set there undoes nothing that was on its way."""

from collections.abc import Mapping, Sequence

from widgets.reference_data.controls import ControlValue

Values = Mapping[str, ControlValue]
# A browser is never further behind than this; if it were, all that it sends would be taken as set.
REMEMBERED = 64


class Tellings:
    """The last values that the browser was told, each under its number, and those that it has sent itself.

    A browser sends all its values whenever one is set. Between a reset, or a ready set-up, and the answer to it the
    others among them are old: they were not set, and would take the reset back. What it sends while it has heard
    nothing new stands on what it sent before.
    """

    def __init__(self, values: Values) -> None:
        """Begin with what the page opens with, as number 0."""
        self._told = {0: dict(values)}
        self._turn = self._overtaken = 0
        self._sent, self._heard = dict(values), 0

    def overtake(self, turn: int) -> None:
        """Let nothing count that a browser had set by this running number: a reset, say, was asked for after it.

        A slider's values may wait in the browser for the answer to those before; a question never waits.
        """
        self._overtaken = max(self._overtaken, turn)

    def note(self, values: Values) -> int:
        """Remember what is being told, and return its number."""
        number = max(self._told) + 1
        self._told[number] = dict(values)
        self._told.pop(number - REMEMBERED, None)
        return number

    def newly_set(self, given: Values, basis: Sequence[int]) -> tuple[Values, bool]:
        """Return what a browser has set, and whether it did so before it heard the last telling.

        Args:
            given: all the values that have come.
            basis: the number of the telling that the browser had heard, and its own running number; where the latter
                has not moved on, the values come from Python, and all of them are meant.
        """
        told, turn = (*basis, 0, 0)[:2]
        before = self._sent if told == self._heard else self._told.get(told, {})
        self._sent, self._heard = dict(given), told
        if turn == self._turn:
            return given, False
        self._turn = turn
        if turn <= self._overtaken:
            return {}, True
        newly = {name: value for name, value in given.items() if name not in before or value != before[name]}
        return newly, told < max(self._told)

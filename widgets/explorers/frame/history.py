"""What was set before, and what was taken back: the steps of a page, to go through in both directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from widgets.reference_data.controls import ControlValue

# A drag, or a burst of key presses, ends when its control has rested for so long.
QUIET_S = 1.0
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is set, and what is kept of an earlier set-up: control name -> value; nothing kept is an empty mapping."""

    values: Mapping[str, ControlValue]
    kept: Mapping[str, ControlValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """The set-up on show between those before it and those that were taken back.

    `moving` names the control whose moves still belong to the last step, or is empty.
    """

    present: SetUp
    past: tuple[SetUp, ...] = ()
    future: tuple[SetUp, ...] = ()
    moving: str = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring back."""
        return bool(self.future)

    def with_change(self, changed: SetUp, control: str = "", quiet_s: float = QUIET_S) -> "History":
        """Return the history after a change; what was taken back before it is lost.

        Args:
            changed: the new set-up; one that equals the present is no change.
            control: the one control that was moved, or empty where it was something else.
            quiet_s: how long nothing had changed before this, in seconds.
        """
        if changed == self.present:
            return self
        goes_on = bool(control) and control == self.moving and quiet_s < QUIET_S
        past = self.past if goes_on else (*self.past, self.present)[-MOST_STEPS:]
        if goes_on and past[-1] == changed:
            # Back where the drag began: nothing is left to take back, and what follows is a step of its own.
            return History(changed, past[:-1])
        return History(changed, past, moving=control)

    def undone(self) -> "History":
        """Return the history one step back, or the same where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> "History":
        """Return the history one step forward, or the same where there is none."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])

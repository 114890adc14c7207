"""The one clock that the animation and the traces of a page follow."""

from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part

STORY_PACE = 0.0
"""The choice of `slow_down` at which each step of the story gets the time that a viewer needs."""
SLOW_DOWN_CHOICES: tuple[float, ...] = (STORY_PACE, 200.0, 50.0, 20.0, 10.0, 1.0, 0.1)
"""How many times slower than life a run can be played; 1 is life itself, and 0.1 is ten times faster."""


IN_STEP: dict[str, bool] = {"sync": True, "echo_update": False}
"""Tags of a trait that the browser leads and the kernel follows."""


class StoryStepJson(TypedDict):
    """One step of the story, as the browser takes it: until `end_ms` it goes `slow_down` times slower than life."""

    key: str
    start_ms: float
    end_ms: float
    slow_down: float


class Playhead(Part):
    """The time at which everything on a page is shown, and whether it is moving.

    It is never displayed. While it plays, the browser alone moves `time_ms`, once per animation frame; the kernel
    is told on pause, at the end, after a step and after a scrub. It stops by itself at `duration_ms`, or begins again
    there where it is `looping`. At the pace of the story it goes as fast as each step of `story` says, otherwise
    `slow_down` times slower than life. From `still_ms`, a moment that is only looked at, it plays from the beginning.

    Raises:
        traitlets.TraitError: `slow_down` is not one of `SLOW_DOWN_CHOICES`, or a time is negative.
    """

    _esm = bundle("playhead.js")

    # The kernel does not send these values back: an old time that returned during play would make the picture jump.
    time_ms = traitlets.Float(0.0, min=0.0, help="Time shown, in milliseconds of the run.").tag(**IN_STEP)
    duration_ms = traitlets.Float(1000.0, min=0.0, help="Length of the run, in milliseconds.").tag(**IN_STEP)
    playing = traitlets.Bool(False, help="Whether the browser is moving the time.").tag(**IN_STEP)
    looping = traitlets.Bool(False, help="Whether it begins again at the end instead of stopping.").tag(**IN_STEP)
    still_ms = traitlets.Float(
        None, allow_none=True, help="A moment shown for itself: from there it plays from the beginning."
    ).tag(sync=True)
    story: "traitlets.List[StoryStepJson]" = traitlets.List(
        help="The steps of the run in order; they cover all of it."
    ).tag(sync=True)
    pace = traitlets.Float(20.0, help="How many times slower than life the clock goes at the time shown.").tag(
        sync=True, echo_update=False
    )
    slow_down = traitlets.Float(
        STORY_PACE, help='20 means "20 times slower than life", and 0 the pace of the story.'
    ).tag(**IN_STEP)
    slow_downs: "traitlets.List[float]" = traitlets.List(
        list(SLOW_DOWN_CHOICES), read_only=True, help="The choices for `slow_down`."
    ).tag(sync=True)
    emphasised_trace = traitlets.Unicode(
        "", help="Trace of the run that a reader attends to in the browser, or an empty text."
    ).tag(**IN_STEP)

    @traitlets.validate("slow_down")
    def _choose_slow_down(self, proposal: traitlets.Bunch) -> float:
        factor = float(proposal["value"])
        if factor not in SLOW_DOWN_CHOICES:
            choices = ", ".join(f"{choice:g}" for choice in SLOW_DOWN_CHOICES)
            raise traitlets.TraitError(f"Slow down {factor:g} is not offered; choose one of {choices}.")
        return factor

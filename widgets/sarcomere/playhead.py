"""The one clock that the animation and the traces of a page follow."""

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part

SLOW_DOWN_CHOICES: tuple[float, ...] = (200.0, 100.0, 50.0, 20.0, 10.0)
"""How many times slower than life a run can be played; the first is the pace at which the clock lingers."""


IN_STEP: dict[str, bool] = {"sync": True, "echo_update": False}
"""Tags of a trait that the browser leads and the kernel follows."""


class Playhead(Part):
    """The time at which everything on a page is shown, and whether it is moving.

    It is never displayed. While it plays, the browser alone moves `time_ms`, once per animation frame; the kernel
    is told on pause, at the end, after a step and after a scrub. It stops by itself at `duration_ms`, or begins again
    there where it is `looping`. It goes `slow_down` times slower than life, and as slowly as it can inside `linger_ms`,
    where things are too fast to follow.

    Raises:
        traitlets.TraitError: `slow_down` is not one of `SLOW_DOWN_CHOICES`, or a time is negative.
    """

    _esm = bundle("playhead.js")

    # The kernel does not send these values back: an old time that returned during play would make the picture jump.
    time_ms = traitlets.Float(0.0, min=0.0, help="Time shown, in milliseconds of the run.").tag(**IN_STEP)
    duration_ms = traitlets.Float(1000.0, min=0.0, help="Length of the run, in milliseconds.").tag(**IN_STEP)
    playing = traitlets.Bool(False, help="Whether the browser is moving the time.").tag(**IN_STEP)
    looping = traitlets.Bool(False, help="Whether it begins again at the end instead of stopping.").tag(**IN_STEP)
    linger_ms = traitlets.Tuple(help="Start and end of a stretch to linger in, in milliseconds, or nothing.").tag(
        sync=True
    )
    pace = traitlets.Float(20.0, help="How many times slower than life the clock goes at the time shown.").tag(
        sync=True, echo_update=False
    )
    slow_down = traitlets.Float(20.0, help='20 means "20 times slower than life".').tag(**IN_STEP)
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

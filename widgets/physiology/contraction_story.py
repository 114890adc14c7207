"""The steps of a contraction that a viewer can follow one by one, and how slowly each has to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_phases import contraction_phases, first_time, time_of_peak

StepKey = Literal[
    "rest", "signal", "flow", "sites", "heads", "slide", "hold", "after_discharge", "relax", "rest_again", "spontaneous"
]

# How long a viewer sees each step. Those of one contraction take 12 to 20 seconds together.
SECONDS_OF_STEP: Mapping[StepKey, float] = {
    "rest": 1.0,
    "signal": 1.8,
    "flow": 1.8,
    "sites": 2.0,
    "heads": 2.4,
    "slide": 2.4,
    "hold": 1.6,
    "after_discharge": 2.4,
    "relax": 2.8,
    "rest_again": 1.2,
    "spontaneous": 14.0,
}
# A run in which nothing pulls has fewer steps; they are not stretched to fill the time.
SECONDS_OF_REST_ALONE = 4.0
# The nerve signal is on its way along the membrane before it reaches the gate.
SIGNAL_COMES_MS = 2.0
# Troponin has filled after the first signal by then.
LONGEST_FILLING_MS = 20.0
# From this share of the most heads on, it is their pull that one sees.
MANY_HEADS_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of the story: from `start_ms` to `end_ms` of the run, shown `slow_down` times slower than life."""

    key: StepKey
    start_ms: float
    end_ms: float
    slow_down: float

    @property
    def seconds(self) -> float:
        """Return how long a viewer sees it."""
        return (self.end_ms - self.start_ms) * self.slow_down / 1000


def contraction_story(run: Contraction) -> tuple[StoryStep, ...]:
    """Return the steps in order; they meet without gaps and cover the whole recording.

    A step that is long in life goes faster than life: its `slow_down` is below 1. Each has two digits, as it is told.
    """
    marks = _in_order(_marks(run))
    ends = [*(start for _, start in marks[1:]), run.time_ms[-1]]
    steps = [(key, start, end) for (key, start), end in zip(marks, ends, strict=True) if end > start]
    alone = len(steps) == 1 and steps[0][0] == "rest"
    return tuple(
        StoryStep(key, start, end, _slow_down(SECONDS_OF_REST_ALONE if alone else SECONDS_OF_STEP[key], end - start))
        for key, start, end in steps
    )


def _slow_down(seconds: float, length_ms: float) -> float:
    """Return the pace at which a stretch takes about these seconds, in two digits."""
    return float(f"{1000 * seconds / length_ms:.2g}")


def _in_order(marks: list[tuple[StepKey, float]]) -> list[tuple[StepKey, float]]:
    """Return the steps, none before the one that it follows: where points in time are far apart, some coincide."""
    latest = 0.0
    ordered: list[tuple[StepKey, float]] = []
    for key, start_ms in marks:
        latest = max(latest, start_ms)
        ordered.append((key, latest))
    return ordered


def _marks(run: Contraction) -> list[tuple[StepKey, float]]:
    """Return where each step begins. Release and pull are told in smaller steps than the phases have."""
    marks: list[tuple[StepKey, float]] = []
    for phase in contraction_phases(run):
        match phase.key:
            case "release":
                marks += _release(run, phase.end_ms)
            case "pull":
                marks += _pull(run, phase.end_ms)
            case key:
                marks.append((key, phase.start_ms))
    return marks


def _release(run: Contraction, shut_ms: float) -> list[tuple[StepKey, float]]:
    first, gate = run.impulse_times_ms[0], run.traces["release_gate_open_percent"]
    wide_open_ms = time_of_peak(run.time_ms, gate, first, _second_ms(run))
    half_open = run.at(wide_open_ms)["release_gate_open_percent"] / 2
    half_open_ms = first_time(run.time_ms, gate, first, above=half_open)
    return [("signal", max(0.0, first - SIGNAL_COMES_MS)), ("flow", half_open_ms), ("sites", shut_ms)]


def _pull(run: Contraction, end_ms: float) -> list[tuple[StepKey, float]]:
    first = run.impulse_times_ms[0]
    sites, heads = run.traces["troponin_sites_filled_percent"], run.traces["heads_attached_percent"]
    filled_ms = time_of_peak(run.time_ms, sites, first, _second_ms(run))
    most_heads = max(share for time, share in zip(run.time_ms, heads, strict=True) if time <= end_ms)
    many_ms = next(
        time
        for time, share in zip(run.time_ms, heads, strict=True)
        if time > filled_ms and share >= MANY_HEADS_SHARE * most_heads
    )
    return [("heads", filled_ms), ("slide", many_ms)]


def _second_ms(run: Contraction) -> float:
    """Return when the second signal comes, or when the filling after the first is over where that is sooner."""
    first, *later = run.impulse_times_ms
    return min([first + LONGEST_FILLING_MS, *later[:1]])

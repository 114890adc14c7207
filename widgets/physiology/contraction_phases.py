"""The phases of a contraction that a learner can name: rest, release, pull, hold, after-discharge, relax."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import SILENT_FORCE_PERCENT

PhaseKey = Literal["rest", "release", "pull", "hold", "after_discharge", "relax", "rest_again", "spontaneous"]

# A pull has arrived, and a relaxation is over, when the rest of the way is too short to see.
ARRIVED_SHARE = 0.95
RELAXED_SHARE = 0.1
# The gate counts as shut again when it is open by less than this share of its widest.
SHUT_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Phase:
    """One named stretch of a run, from `start_ms` up to, but not including, `end_ms`.

    `typical_ms` lies in it: the moment at which one sees best what the phase is about.
    """

    key: PhaseKey
    start_ms: float
    end_ms: float
    typical_ms: float


def contraction_phases(run: Contraction) -> tuple[Phase, ...]:
    """Return the phases of the run in order; they meet without gaps and cover the whole recording."""
    end_ms = run.time_ms[-1]
    contracts = (run.measures["peak_force_percent"] or 0.0) >= SILENT_FORCE_PERCENT
    if not run.impulse_times_ms:
        return _phases(run, [("spontaneous" if contracts else "rest", 0.0)])
    force, gate = run.traces["force_percent"], run.traces["release_gate_open_percent"]
    first, last = run.impulse_times_ms[0], run.impulse_times_ms[-1]
    second = run.impulse_times_ms[1] if len(run.impulse_times_ms) > 1 else end_ms
    gate_open_ms = time_of_peak(run.time_ms, gate, first, second)
    widest = SHUT_SHARE * run.at(gate_open_ms)["release_gate_open_percent"]
    gate_shut_ms = first_time(run.time_ms, gate, gate_open_ms, below=widest)
    marks: list[tuple[PhaseKey, float]] = [("rest", 0.0), ("release", first)]
    if contracts:
        last_peak_ms = time_of_peak(run.time_ms, force, last, end_ms)
        marks.append(("pull", gate_shut_ms))
        if len(run.impulse_times_ms) > 1:
            top = max(value for time, value in zip(run.time_ms, force, strict=True) if time <= last_peak_ms)
            marks.append(("hold", first_time(run.time_ms, force, gate_shut_ms, above=ARRIVED_SHARE * top)))
        if run.measures["after_discharge_duration_ms"]:
            marks.append(("after_discharge", last - (run.measures["after_discharge_duration_ms"] or 0.0)))
        peak = run.at(last_peak_ms)["force_percent"]
        marks.append(("relax", last_peak_ms))
        marks.append(("rest_again", first_time(run.time_ms, force, last_peak_ms, below=RELAXED_SHARE * peak)))
    else:
        marks.append(("rest_again", gate_shut_ms))
    return _phases(run, marks)


def typical_moment_ms(run: Contraction) -> float:
    """Return the moment at which one sees best what the run is about: where it pulls most, or the start of its rest."""
    phases = contraction_phases(run)
    pulling = [phase for phase in phases if phase.key in ("pull", "hold", "after_discharge", "spontaneous")]
    return max((phase.typical_ms for phase in pulling), key=lambda time: run.at(time)["force_percent"], default=0.0)


def time_of_peak(time_ms: Sequence[float], values: Sequence[float], start_ms: float, end_ms: float) -> float:
    """Return the time from `start_ms` to `end_ms` at which `values` are highest; the end of the run where none is."""
    within = [i for i, time in enumerate(time_ms) if start_ms <= time <= end_ms] or [len(time_ms) - 1]
    return time_ms[max(within, key=values.__getitem__)]


def first_time(
    time_ms: Sequence[float],
    values: Sequence[float],
    start_ms: float,
    above: float = float("inf"),
    below: float = float("-inf"),
) -> float:
    """Return the first time from `start_ms` on with a value of at least `above` or at most `below`, else the end."""
    after = ((time, value) for time, value in zip(time_ms, values, strict=True) if time >= start_ms)
    return next((time for time, value in after if value >= above or value <= below), time_ms[-1])


def _phases(run: Contraction, marks: Sequence[tuple[PhaseKey, float]]) -> tuple[Phase, ...]:
    end_ms = run.time_ms[-1]
    ordered = sorted(marks, key=lambda mark: mark[1])
    ends = [*(start for _, start in ordered[1:]), end_ms]
    return tuple(
        Phase(key, start, end, _typical_ms(run, key, start, end))
        for (key, start), end in zip(ordered, ends, strict=True)
        if end > start
    )


def _typical_ms(run: Contraction, key: PhaseKey, start_ms: float, end_ms: float) -> float:
    """Return the moment of a phase at which one sees best what it is about, within the phase."""
    inside = [i for i, time in enumerate(run.time_ms) if start_ms <= time < end_ms]
    force, calcium = run.traces["force_percent"], run.traces["free_calcium_uM"]
    gate, heads = run.traces["release_gate_open_percent"], run.traces["heads_attached_percent"]
    if not inside or key == "rest":
        return start_ms
    if key == "release":
        # The gate still stands open, and much has come out.
        return run.time_ms[max(inside, key=lambda i: gate[i] * calcium[i])]
    if key == "relax":
        # Half of the force is gone, and the pump is still at work.
        half = force[inside[0]] / 2
        return next((run.time_ms[i] for i in inside if force[i] <= half), run.time_ms[inside[-1]])
    if key == "rest_again":
        return end_ms if end_ms == run.time_ms[-1] else run.time_ms[inside[-1]]
    # In a twitch most heads are attached before force is highest: near the peak, and with many of them.
    return run.time_ms[max(inside, key=lambda i: force[i] * (1.0 + heads[i]))]

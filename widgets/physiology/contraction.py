"""Contraction: what came out of an experiment, as frozen traces, impulse times and measures."""

import csv
import io
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from widgets.physiology.experiment import Experiment
from widgets.reference_data.controls import ControlValue


@dataclass(frozen=True, repr=False)
class Contraction:
    """One solved run of the fibre.

    Attributes:
        experiment: everything that was set.
        time_ms: increasing times from 0 to the recording's length (`recording_times.py`).
        traces: name with unit -> values, each as long as `time_ms` (names: `contraction_traces.csv`). Where a control
            has the same name, as for free magnesium, that is the value at rest, and the trace that of each instant.
        impulse_times_ms: when the nerve fired, commanded or by itself.
        measures: name with unit -> number, or None where the run has no such thing (names: `contraction_measures.csv`).
    """

    experiment: Experiment
    time_ms: tuple[float, ...]
    traces: Mapping[str, tuple[float, ...]]
    impulse_times_ms: tuple[float, ...]
    measures: Mapping[str, float | None]

    def __reduce__(self) -> tuple[object, ...]:
        # As plain arrays: a tuple of floats takes four times the room.
        traces = {name: array("d", values) for name, values in self.traces.items()}
        times = (array("d", self.time_ms), array("d", self.impulse_times_ms))
        return _again, (type(self), self.experiment, times, traces, dict(self.measures))

    @property
    def controls(self) -> Mapping[str, ControlValue]:
        """Every control with the value used, in its unit."""
        return self.experiment.values

    def __repr__(self) -> str:
        peak = self.measures["peak_force_percent"]
        return f"<Contraction: {self.time_ms[-1]:g} ms, {len(self.impulse_times_ms)} impulses, peak force {peak:.1f} %>"

    def at(self, time_ms: float) -> Mapping[str, float]:
        """Return every trace at one instant, linear between samples; times outside the recording give its ends."""
        return {name: self.resampled(name, (time_ms,))[0] for name in self.traces}

    def resampled(self, trace: str, times_ms: Sequence[float]) -> tuple[float, ...]:
        """Return one trace at other times, linear between samples; times outside the recording give its ends."""
        if times_ms == self.time_ms:
            return self.traces[trace]
        values, last = self.traces[trace], len(self.time_ms) - 2
        resampled = []
        for time in times_ms:
            left = min(max(bisect_right(self.time_ms, time) - 1, 0), last)
            before, after = self.time_ms[left], self.time_ms[left + 1]
            share = min(max((time - before) / (after - before), 0.0), 1.0)
            resampled.append(values[left] * (1 - share) + values[left + 1] * share)
        return tuple(resampled)

    def to_csv(self) -> str:
        """Return the run as a CSV text: `# control: value` lines, a header, then one row for each sample."""
        text = io.StringIO()
        for name, value in self.controls.items():
            text.write(f"# {name}: {value}\n")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["time_ms", *self.traces])
        # repr is the shortest text that gives the same float back
        writer.writerows(map(repr, row) for row in zip(self.time_ms, *self.traces.values(), strict=True))
        return text.getvalue()


def _again(
    kind: type[Contraction],
    experiment: Experiment,
    times: tuple["array[float]", "array[float]"],
    traces: Mapping[str, "array[float]"],
    measures: Mapping[str, float | None],
) -> Contraction:
    """Return a contraction that was pickled or copied."""
    again = MappingProxyType({name: tuple(values) for name, values in traces.items()})
    return kind(experiment, tuple(times[0]), again, tuple(times[1]), measures)

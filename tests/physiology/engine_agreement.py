"""How far apart the engines are, in one number for each protocol and engine; renews `data/engine_agreement.csv`.

    python -m tests.physiology.engine_agreement [engine ...]

All rows take five minutes; with engines named, only theirs are solved anew and the others are kept.
Every engine gets the same SBML, parameters and times. A difference is the largest distance of a trace from what COPASI
gives at a relative tolerance of 1e-9, as a share of that trace's range in the run. Left out are the instants around a
jump (an impulse, the start and end of the command): there the value of a curve depends on the last digit of the time.
In the after-discharge the nerve fires when its own state says so, and a small error of that state becomes a shift in
time of all that follows. There a curve may come a hundredth of a millisecond earlier or later, which nobody can see.
"""

import csv
import math
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from tests.physiology.other_engines import (
    SCIPY_TOLERANCE,
    TIGHT_TOLERANCE,
    Course,
    copasi_course,
    engine_versions,
    road_runner_course,
    scipy_course,
)
from widgets.physiology.contraction_model import parameter_values
from widgets.physiology.copasi_simulator import RELATIVE_TOLERANCE
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.data_package import read_table

TABLE = Path(__file__).parents[2] / "data" / "engine_agreement.csv"
LIMIT_BETWEEN_ENGINES = 1e-4
LIMIT_AT_WORKING_TOLERANCE = 2e-4
CLOSE_TO_A_JUMP_MS = 0.05
# A trace that changes by less than this share of its size is flat; its range would blow up the last digits.
FLAT_SHARE = 1e-6

TRACES = [str(row["trace"]) for row in read_table("contraction_traces")]
RECORDED = [str(row["sbml_id"]) for row in read_table("contraction_traces")]


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is done to the fibre, in words and as an experiment, and how far impulses may shift in time."""

    name: str
    label: str
    experiment: Experiment
    time_shift_ms: float = 0.0

    def shortened(self, **changed: float) -> "Protocol":
        """The same with some controls changed."""
        return replace(self, experiment=Experiment.from_values({**self.experiment.values, **changed}))


@dataclass(frozen=True, slots=True)
class Engine:
    """A name, the relative tolerance it is run with, how it solves, and how far off it may be."""

    name: str
    relative_tolerance: float
    solve: Callable[[Mapping[str, float], Sequence[str], Sequence[float]], Course]
    limit: float = LIMIT_BETWEEN_ENGINES


@dataclass(frozen=True, slots=True)
class Difference:
    """The largest distance from the reference as a share of the trace's range, and where it is."""

    share: float
    trace: str
    time_ms: float


# A stretched muscle does not fire on by itself: in the train that is the after-discharge's business.
TRAIN = {"command_duration_ms": 900, "recording_length_ms": 1500, "muscle_stretch": 1}
PROTOCOLS = {
    protocol.name: protocol
    for protocol in (
        Protocol("twitch", "One signal", Experiment.from_preset("single_signal")),
        Protocol("train_20_Hz", "20 signals a second", Experiment.from_values({**TRAIN, "impulse_rate_Hz": 20})),
        Protocol("train_50_Hz", "50 signals a second", Experiment.from_values({**TRAIN, "impulse_rate_Hz": 50})),
        Protocol(
            "after_discharge", "A cramp of many seconds", Experiment.from_preset("cramp_prone"), time_shift_ms=0.01
        ),
        Protocol(
            "fatigue",
            "One minute of work without a rest",
            Experiment.from_values(
                {
                    "impulse_rate_Hz": 30,
                    "command_duration_ms": 60_000,
                    "recording_length_ms": 60_000,
                    "muscle_stretch": 1,
                }
            ),
        ),
    )
}


def _scipy(method: str) -> Callable[[Mapping[str, float], Sequence[str], Sequence[float]], Course]:
    return lambda parameters, recorded, times_ms: scipy_course(method, parameters, recorded, times_ms)


ENGINES = {
    engine.name: engine
    for engine in (
        Engine("libRoadRunner", TIGHT_TOLERANCE, road_runner_course),
        Engine("SciPy BDF", SCIPY_TOLERANCE, _scipy("BDF")),
        Engine("SciPy Radau", SCIPY_TOLERANCE, _scipy("Radau")),
        Engine(
            "COPASI",
            RELATIVE_TOLERANCE,
            lambda parameters, recorded, times_ms: copasi_course(parameters, recorded, times_ms, RELATIVE_TOLERANCE),
            LIMIT_AT_WORKING_TOLERANCE,
        ),
    )
}


class Reference:
    """What COPASI gives at a tight tolerance, at the times that a page records but not next to a jump."""

    def __init__(self, protocol: Protocol) -> None:
        """Solve the protocol."""
        self.parameters = dict(parameter_values(protocol.experiment))
        times = np.array(recording_times_ms(protocol.experiment))
        # LSODA is the fastest engine that knows the jumps.
        jumps = scipy_course("LSODA", self.parameters, [], times.tolist()).jumps_ms
        distances = np.abs(times[:, None] - np.array([*jumps, -math.inf]))
        away = distances.min(axis=1) > CLOSE_TO_A_JUMP_MS
        # The end stays, as an engine runs until the last time it is asked for.
        self.times_ms: list[float] = times[away | (times == times[-1])].tolist()
        self.values, self.lowest, self.highest = self._solved(protocol.time_shift_ms)
        ranges, sizes = np.ptp(self.values, axis=1), np.abs(self.values).max(axis=1)
        self.scales = np.maximum(ranges, FLAT_SHARE * sizes)
        self.scales[self.scales == 0] = 1

    def _solved(self, shift_ms: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The traces at `times_ms`, and the lowest and highest that each is within the allowed shift in time."""
        if not shift_ms:
            values = copasi_course(self.parameters, RECORDED, self.times_ms).values
            return values, values, values
        times, end = np.array(self.times_ms), self.times_ms[-1]
        shifted = [np.clip(times + shift, 0, end) for shift in (-shift_ms, 0, shift_ms)]
        every = np.unique(np.round(shifted, 6))
        solved = copasi_course(self.parameters, RECORDED, every.tolist()).values
        courses = [solved[:, np.searchsorted(every, np.round(one, 6))] for one in shifted]
        return courses[1], np.minimum.reduce(courses), np.maximum.reduce(courses)

    def difference(self, engine: Engine) -> Difference:
        """How far the engine is off, at the worst time of the worst trace."""
        values = engine.solve(self.parameters, RECORDED, self.times_ms).values
        outside = np.maximum(np.maximum(values - self.highest, self.lowest - values), 0)
        shares = outside / self.scales[:, None]
        trace, time = np.unravel_index(np.argmax(shares), shares.shape)
        return Difference(float(shares[trace, time]), TRACES[trace], self.times_ms[time])


@cache
def reference(name: str) -> Reference:
    """The reference of one of `PROTOCOLS`, solved once."""
    return Reference(PROTOCOLS[name])


def agreement_row(protocol: str, engine: str) -> dict[str, str]:
    """One row of the table, as text; the difference is rounded up to one digit, as the next ones are noise."""
    found, solved = reference(protocol).difference(ENGINES[engine]), ENGINES[engine]
    return {
        "protocol": protocol,
        "label": PROTOCOLS[protocol].label,
        "engine": engine,
        "version": engine_versions()[engine],
        "relative_tolerance": f"{solved.relative_tolerance:g}",
        "largest_difference": f"{rounded_up(found.share):g}",
        "trace": found.trace,
        "limit": f"{solved.limit:g}",
        "source": "model_result",
    }


def rounded_up(share: float) -> float:
    """The next number with one digit."""
    if share == 0:
        return 0.0
    step = 10.0 ** math.floor(math.log10(share))
    return math.ceil(share / step) * step


def _write_table(engines: Collection[str]) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        kept = {(row["protocol"], row["engine"]): row for row in csv.DictReader(file) if row["engine"] not in engines}
    rows = []
    for place in product(PROTOCOLS, ENGINES):
        rows.append(kept.get(place) or agreement_row(*place))
        print(*rows[-1].values(), file=sys.stderr, flush=True)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    _write_table(sys.argv[1:] or ENGINES.keys())

"""How long the muscle's life takes to solve, in ours and in other engines, in one interleaved run.

    python -m tests.benchmarks.solve_speed [rounds]

All engines solve the same SBML at a relative tolerance of 1e-4 and give the same variables at the same times, and each
has the parameters of the run set anew every time, as a moved slider does. Opening the model is not counted. Only
`widgets.simulate` is as the pages use it: at their own, tighter tolerance, and with the measures.

SciPy has no reader for SBML; it solves a reading of our own, in Python. Times are of the processor, so that a busy
machine disturbs them less.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
import roadrunner

import widgets
from tests.benchmarks.report import print_report
from tests.physiology.other_engines import solve_in_scipy
from tests.physiology.sbml_in_python import PythonModel
from widgets.physiology.contraction_model import MODEL_FILE, parameter_values
from widgets.physiology.copasi_simulator import ABSOLUTE_TOLERANCE, CopasiSimulator
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.data_package import read_table, read_text

RELATIVE_TOLERANCE = 1e-4
SECOND = {"command_duration_ms": 900, "recording_length_ms": 1000}
RUNS = {
    **{f"1 s at {rate_Hz} Hz": {**SECOND, "impulse_rate_Hz": rate_Hz} for rate_Hz in (1, 10, 20, 35, 50)},
    "60 s at 30 Hz": {"impulse_rate_Hz": 30, "command_duration_ms": 60_000, "recording_length_ms": 60_000},
}
RECORDED = [str(row["sbml_id"]) for row in read_table("contraction_traces")]
FORCE = next(i for i, row in enumerate(read_table("contraction_traces")) if row["trace"] == "force_percent")


class RoadRunnerSolver:
    """libRoadRunner: the model compiled by LLVM, solved by CVODE."""

    def __init__(self, sbml_text: str, recorded: Sequence[str] = RECORDED) -> None:
        self.model = roadrunner.RoadRunner(sbml_text)
        integrator = self.model.getIntegrator()
        integrator.relative_tolerance = RELATIVE_TOLERANCE
        integrator.absolute_tolerance = ABSOLUTE_TOLERANCE
        integrator.maximum_num_steps = 1_000_000
        self.model.timeCourseSelections = list(recorded)

    def run(self, parameters: dict[str, float], times_ms: list[float]) -> np.ndarray:
        """One row for each recorded variable."""
        self.model.resetToOrigin()
        for name, value in parameters.items():
            self.model[name] = value
        # What the parameters say of the start is worked out only now.
        self.model.reset()
        return np.asarray(self.model.simulate(times=times_ms)).T


class ScipyLsoda:
    """SciPy's LSODA on a reading of the SBML in Python."""

    def __init__(self, sbml_text: str) -> None:
        self.model = PythonModel(sbml_text, RECORDED)

    def run(self, parameters: dict[str, float], times_ms: list[float]) -> np.ndarray:
        """One row for each recorded variable."""
        prepared = self.model.prepare(parameters)
        return solve_in_scipy(prepared, "LSODA", times_ms, RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE).values


def milliseconds(work: Callable[[], float]) -> tuple[float, float]:
    """How long `work` kept the processor, and what it gave."""
    begun = time.process_time()
    given = work()
    return (time.process_time() - begun) * 1000, given


def measure(rounds: int) -> list[dict[str, object]]:
    """One row for each run and engine: time, its share of COPASI's, and the peak force that it found."""
    sbml_text = read_text(MODEL_FILE)
    copasi, road_runner, lsoda = CopasiSimulator(sbml_text), RoadRunnerSolver(sbml_text), ScipyLsoda(sbml_text)
    rows = []
    for run, controls in RUNS.items():
        experiment = Experiment.from_values(controls)
        parameters, times_ms = dict(parameter_values(experiment)), recording_times_ms(experiment)
        engines = {
            "widgets.simulate": lambda c=controls: max(widgets.simulate(**c).traces["force_percent"]),
            "COPASI": lambda p=parameters, t=times_ms: max(copasi.run(p, RECORDED, t, RELATIVE_TOLERANCE)[FORCE]),
            "libRoadRunner": lambda p=parameters, t=times_ms: max(road_runner.run(p, t)[FORCE]),
            "SciPy LSODA": lambda p=parameters, t=times_ms: max(lsoda.run(p, t)[FORCE]),
        }
        if experiment.number("recording_length_ms") > SECOND["recording_length_ms"]:
            del engines["SciPy LSODA"]  # minutes
        taken: dict[str, list[float]] = {name: [] for name in engines}
        peaks: dict[str, float] = {}
        for turn in range(rounds + 1):
            for name, solve in engines.items():
                spent, peaks[name] = milliseconds(solve)
                if turn:  # the first one warms caches
                    taken[name].append(spent)
        usual = statistics.median(taken["COPASI"])
        rows += [
            {
                "run": run,
                "engine": name,
                "median_ms": statistics.median(values),
                "least_ms": min(values),
                "times_COPASI": round(statistics.median(values) / usual, 2),
                "peak_force_percent": round(peaks[name], 3),
            }
            for name, values in taken.items()
        ]
    return rows


if __name__ == "__main__":
    print_report("solve_speed", measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15))

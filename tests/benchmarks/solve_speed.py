"""How long one second of the muscle's life takes to solve, in ours and in other engines, in one interleaved run.

    python -m tests.benchmarks.solve_speed [rounds]

All engines solve the same SBML with the same tolerances and give the same variables at the same times, and each has the
parameters of the run set anew every time, as a moved slider does. Opening the model is not counted.

SciPy has no reader for SBML. Its right-hand side is libRoadRunner's compiled one, called from Python; where an impulse
is due, the integration stops, the impulse is applied by hand and LSODA starts again. A right-hand side written in
Python would be slower than this. Times are of the processor, so that a busy machine disturbs them less.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
import roadrunner
from scipy.integrate import solve_ivp

import widgets
from tests.benchmarks.report import print_report
from widgets.physiology.contraction_model import MODEL_FILE, parameter_values
from widgets.physiology.copasi_simulator import ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE, CopasiSimulator
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.data_package import read_table, read_text

RATES_HZ = (1, 10, 20, 50)
RECORDED = [str(row["sbml_id"]) for row in read_table("contraction_traces")]
FORCE = next(i for i, row in enumerate(read_table("contraction_traces")) if row["trace"] == "force_percent")


class RoadRunnerSolver:
    """libRoadRunner: the model compiled by LLVM, solved by CVODE."""

    def __init__(self, sbml_text: str, recorded: Sequence[str] = RECORDED) -> None:
        self.model = roadrunner.RoadRunner(sbml_text)
        integrator = self.model.getIntegrator()
        integrator.relative_tolerance = RELATIVE_TOLERANCE
        integrator.absolute_tolerance = ABSOLUTE_TOLERANCE
        self.model.timeCourseSelections = list(recorded)

    def start(self, parameters: dict[str, float]) -> None:
        self.model.resetToOrigin()
        for name, value in parameters.items():
            self.model[name] = value

    def run(self, parameters: dict[str, float], times_ms: list[float]) -> np.ndarray:
        """One row for each recorded variable."""
        self.start(parameters)
        return np.asarray(self.model.simulate(times=times_ms)).T


class ScipyLsoda:
    """SciPy's LSODA around libRoadRunner's right-hand side."""

    def __init__(self, sbml_text: str, recorded: Sequence[str] = RECORDED) -> None:
        self.recorded = recorded
        self.solver = RoadRunnerSolver(sbml_text)
        self.model = self.solver.model
        self.executable = self.model.model
        # libRoadRunner lists the rates of what rate rules change first, then those of the species.
        changing = [name.rstrip("'") for name in self.model.getRatesOfChangeNamedArray().colnames]
        parameters = list(self.executable.getGlobalParameterIds())
        self.rules = [parameters.index(name) for name in changing if name in parameters]
        self.phase = changing.index("impulse_phase")

    def run(self, parameters: dict[str, float], times_ms: list[float]) -> np.ndarray:
        """One row for each recorded variable."""
        self.solver.start(parameters)
        state, now, columns = self._state(), 0.0, []
        wanted = np.asarray(times_ms)
        while now < times_ms[-1]:
            part = solve_ivp(
                self._rates,
                (now, times_ms[-1]),
                state,
                method="LSODA",
                t_eval=wanted[wanted > now] if columns else wanted,
                events=self._impulse_is_due,
                rtol=RELATIVE_TOLERANCE,
                atol=ABSOLUTE_TOLERANCE,
            )
            columns += [self._recorded(t, y) for t, y in zip(part.t, part.y.T, strict=True)]
            if part.status == 0:
                break
            now = part.t_events[0][0]
            state = self._after_impulse(now, part.y_events[0][0])
        return np.asarray(columns).T

    def _state(self) -> np.ndarray:
        rules = self.executable.getGlobalParameterValues(self.rules)
        return np.concatenate([rules, self.executable.getFloatingSpeciesConcentrations()])

    def _set(self, time_ms: float, state: np.ndarray) -> None:
        self.executable.setTime(time_ms)
        self.executable.setGlobalParameterValues(self.rules, state[: len(self.rules)])
        self.executable.setFloatingSpeciesConcentrations(state[len(self.rules) :])

    def _rates(self, time_ms: float, state: np.ndarray) -> np.ndarray:
        self._set(time_ms, state)
        return self.model.getRatesOfChange()

    def _impulse_is_due(self, _time_ms: float, state: np.ndarray) -> float:
        return state[self.phase] - 1

    _impulse_is_due.terminal = True
    _impulse_is_due.direction = 1

    def _after_impulse(self, time_ms: float, state: np.ndarray) -> np.ndarray:
        self._set(time_ms, state)
        for name, value in impulse_effects(self.model).items():
            self.model[name] = value
        return self._state()

    def _recorded(self, time_ms: float, state: np.ndarray) -> list[float]:
        self._set(time_ms, state)
        return [self.model[name] for name in self.recorded]


def impulse_effects(model: roadrunner.RoadRunner) -> dict[str, float]:
    """What the event `nerve_impulse` of the model sets, worked out by hand."""
    space_kept = 1 - model["potassium_space_lost_per_sweat_loss"] * model["sweat_loss"]
    return {
        "impulse_count": model["impulse_count"] + 1,
        "impulse_phase": model["impulse_phase"] - 1,
        "voltage_sensor": model["voltage_sensor"] + model["fibres_answering"],
        "potassium_outside": model["potassium_outside"] + model["potassium_lost_per_impulse"] / space_kept,
    }


def milliseconds(work: Callable[[], float]) -> tuple[float, float]:
    """How long `work` kept the processor, and what it gave."""
    begun = time.process_time()
    given = work()
    return (time.process_time() - begun) * 1000, given


def measure(rounds: int) -> list[dict[str, object]]:
    """One row for each rate and engine: time, its share of COPASI's, and the peak force that it found."""
    sbml_text = read_text(MODEL_FILE)
    copasi, road_runner, lsoda = CopasiSimulator(sbml_text), RoadRunnerSolver(sbml_text), ScipyLsoda(sbml_text)
    rows = []
    for rate_Hz in RATES_HZ:
        controls = {"impulse_rate_Hz": rate_Hz, "command_duration_ms": 900, "recording_length_ms": 1000}
        experiment = Experiment.from_values(controls)
        parameters, times_ms = dict(parameter_values(experiment)), recording_times_ms(experiment)
        engines = {
            "widgets.simulate": lambda c=controls: max(widgets.simulate(**c).traces["force_percent"]),
            "COPASI": lambda p=parameters, t=times_ms: max(copasi.run(p, RECORDED, t)[FORCE]),
            "libRoadRunner": lambda p=parameters, t=times_ms: max(road_runner.run(p, t)[FORCE]),
            "SciPy LSODA": lambda p=parameters, t=times_ms: max(lsoda.run(p, t)[FORCE]),
        }
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
                "rate_Hz": rate_Hz,
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

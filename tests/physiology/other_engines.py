"""The model in engines that were not written here, and in SciPy with a reading of the SBML that is no engine's.

Every engine takes the parameters of a run, the SBML ids to record and the times, and gives one row for each id.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

import numpy as np
import roadrunner
from scipy.integrate import solve_ivp

from tests.physiology.sbml_in_python import PreparedRun, PythonModel
from widgets.physiology.contraction_model import MODEL_FILE
from widgets.physiology.copasi_simulator import CopasiSimulator
from widgets.reference_data.data_package import read_text

TIGHT_TOLERANCE = 1e-9
# BDF and Radau are slow in Python, and exact enough at this.
SCIPY_TOLERANCE = 1e-7
# At 1e-9 libRoadRunner lets the impulse phase of a resting fibre drift, and the first impulse comes 0.02 ms early.
SMALLEST_ERROR_THAT_COUNTS = 1e-12
SCIPY_SMALLEST_ERROR_THAT_COUNTS = 1e-10
SOLVERS = {"SciPy BDF": "BDF", "SciPy Radau": "Radau", "SciPy LSODA": "LSODA"}


@dataclass(frozen=True, slots=True)
class Course:
    """What an engine recorded: one row for each id, one column for each time."""

    values: np.ndarray
    # When an event or a piecewise formula made something jump: known from SciPy only, where it ends an integration.
    jumps_ms: tuple[float, ...] = ()


def copasi_course(
    parameters: Mapping[str, float],
    recorded: Sequence[str],
    times_ms: Sequence[float],
    relative_tolerance: float = TIGHT_TOLERANCE,
) -> Course:
    """The engine of the pages, at a tolerance of one's choice."""
    engine = CopasiSimulator(read_text(MODEL_FILE))
    return Course(np.array(engine.run(parameters, recorded, times_ms, relative_tolerance)))


def road_runner_course(parameters: Mapping[str, float], recorded: Sequence[str], times_ms: Sequence[float]) -> Course:
    """libRoadRunner: the model compiled by LLVM, solved by CVODE."""
    engine = _compiled_model()
    engine.resetToOrigin()
    for name, value in parameters.items():
        engine[name] = value
    # What the parameters say of the start is worked out only now, and the events of the first instant come.
    engine.reset()
    engine.timeCourseSelections = list(recorded)
    return Course(np.asarray(engine.simulate(times=list(times_ms))).T)


def new_road_runner() -> roadrunner.RoadRunner:
    """A fresh libRoadRunner; it compiles the model, which takes seconds, at the first call alone."""
    _first_road_runner()
    return roadrunner.RoadRunner(read_text(MODEL_FILE))


@cache
def _first_road_runner() -> roadrunner.RoadRunner:
    # The compiled model is kept for others as long as one of them has it.
    return roadrunner.RoadRunner(read_text(MODEL_FILE))


@cache
def _compiled_model() -> roadrunner.RoadRunner:
    engine = new_road_runner()
    integrator = engine.getIntegrator()
    integrator.relative_tolerance = TIGHT_TOLERANCE
    integrator.absolute_tolerance = SMALLEST_ERROR_THAT_COUNTS
    integrator.maximum_num_steps = 1_000_000
    return engine


def scipy_course(
    method: str, parameters: Mapping[str, float], recorded: Sequence[str], times_ms: Sequence[float]
) -> Course:
    """SciPy on our own reading of the file."""
    run = PythonModel(read_text(MODEL_FILE), recorded).prepare(parameters)
    return solve_in_scipy(run, method, times_ms, SCIPY_TOLERANCE, SCIPY_SMALLEST_ERROR_THAT_COUNTS)


def solve_in_scipy(
    run: PreparedRun, method: str, times_ms: Sequence[float], relative_tolerance: float, absolute_tolerance: float
) -> Course:
    """SciPy stops where something jumps and starts again behind it."""
    end_ms, wanted = times_ms[-1], np.asarray(times_ms)
    stops_ms = [*sorted({time for time in run.breaks_ms if 0 < time < end_ms}), end_ms]
    state, now = _first_state(run), 0.0
    changing = len(run.rates(now, state))
    columns, jumps = [], []
    while now < end_ms:
        stop = next(time for time in stops_ms if time > now)
        # An event whose condition is true already must see it false before it is due again.
        held = state[changing:]
        waiting = [i for i, margin in enumerate(run.margins) if margin(now, state) < 0]
        part = solve_ivp(
            _rates_before(stop, run, held),
            (now, stop),
            state[:changing],
            method=method,
            t_eval=[*wanted[(wanted >= now) & (wanted < stop)], stop],
            events=[_event(run.margins[i], held) for i in waiting],
            rtol=relative_tolerance,
            atol=absolute_tolerance,
        )
        if part.status < 0:
            raise ArithmeticError(part.message)
        due = next((place for place, times in enumerate(part.t_events or ()) if len(times)), None)
        if due is None:
            now, state = stop, [*part.y[:, -1].tolist(), *held]
        else:
            now = float(part.t_events[due][0])
            state = run.after_event[waiting[due]](now, [*part.y_events[due][0].tolist(), *held])
        columns += [run.recorded(t, [*y, *held]) for t, y in zip(part.t, np.transpose(part.y), strict=True) if t < now]
        jumps.append(now)
    columns.append(run.recorded(now, state))
    return Course(np.array(columns).T, tuple(jumps[:-1]))


def _first_state(run: PreparedRun) -> list[float]:
    state = run.start
    for i in run.at_once:
        if run.margins[i](0.0, state) >= 0:
            state = run.after_event[i](0.0, state)
    return state


def _rates_before(stop_ms: float, run: PreparedRun, held: list[float]) -> Callable[[float, np.ndarray], list[float]]:
    """The rates as they are until `stop_ms`: implicit methods ask for them there too, where the next piece begins."""
    latest = math.nextafter(stop_ms, 0)
    return lambda time_ms, changing: run.rates(min(time_ms, latest), changing.tolist() + held)


def _event(
    margin: Callable[[float, list[float]], float], held: list[float]
) -> Callable[[float, np.ndarray | list[float]], float]:
    def rises_through_zero(time_ms: float, changing: np.ndarray | list[float]) -> float:
        return margin(time_ms, [*changing, *held])

    rises_through_zero.terminal = True
    rises_through_zero.direction = 1
    return rises_through_zero


def engine_versions() -> dict[str, str]:
    """Which version of each engine runs here."""
    return {
        "COPASI": version("python-copasi"),
        "libRoadRunner": version("libroadrunner"),
        **dict.fromkeys(SOLVERS, version("scipy")),
    }

"""From an Experiment to a Contraction, through the SBML model of the data package."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from types import MappingProxyType

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import measure_contraction
from widgets.physiology.copasi_simulator import CopasiSimulator, SimulationError
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.contraction_names import contraction_traces
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.data_package import read_text
from widgets.reference_data.experiment_controls import experiment_controls, fibre_type_parameters
from widgets.reference_data.wording import sentence

MODEL_FILE = "contraction_model.sbml.xml"
# Less than this is nothing; COPASI would take it for the scale of a variable, and follow the variable that closely.
SMALLEST_DECIMALS = 12
# How often the nerve has fired, and when it last did.
IMPULSES = ("impulse_count", "last_impulse_time")
NO_CHANGES: Mapping[str, float] = MappingProxyType({})
# A recording of this length, with the nerve firing at 80 Hz all along, takes 0.2 to 0.4 s; shorter ones are never slow.
LONGEST_QUICK_RECORDING_MS = 20_000.0
# Opened models that no run is using.
_IDLE: list[CopasiSimulator] = []


def simulate_contraction(experiment: Experiment, constants: Mapping[str, float] = NO_CHANGES) -> Contraction:
    """Return the contraction that follows from the experiment, with every trace of `contraction_traces.csv`.

    The same experiment gives the same numbers. The model is opened at the first call and kept for the process.

    Args:
        experiment: what is done.
        constants: SBML id of a constant of `physiology_parameters.csv` -> another value, in its unit.

    Raises:
        ControlError: the solver could not finish for these settings; nothing of the run is kept.
    """
    time_ms = tuple(recording_times_ms(experiment))
    with _solving() as simulator:
        columns = simulator.run({**parameter_values(experiment), **constants}, _recorded(), time_ms)
    return _contraction(experiment, time_ms, columns)


def contraction_in_pieces(experiment: Experiment) -> Generator[float, None, Contraction]:
    """Yield how much of a contraction is solved, 0 to 1, again and again, and return what `simulate_contraction` does.

    A short recording is solved without yielding. Other contractions can be solved between two pieces.

    Raises:
        ControlError: as `simulate_contraction`.
    """
    if experiment.number("recording_length_ms") <= LONGEST_QUICK_RECORDING_MS:
        return simulate_contraction(experiment)
    time_ms = tuple(recording_times_ms(experiment))
    with _solving() as simulator:
        columns = yield from simulator.run_in_pieces(parameter_values(experiment), _recorded(), time_ms)
    return _contraction(experiment, time_ms, columns)


def fired_impulses_ms(
    experiment: Experiment, time_ms: Sequence[float], constants: Mapping[str, float] = NO_CHANGES
) -> tuple[float, ...]:
    """Return when the nerve fires, in ms: the impulses of `simulate_contraction`, without recording anything else.

    Args:
        experiment: what is done.
        time_ms: when to look, increasing from 0; between two looks, impulses are spread evenly.
        constants: as for `simulate_contraction`.

    Raises:
        ControlError: the solver could not finish for these settings.
    """
    with _solving() as simulator:
        columns = simulator.run({**parameter_values(experiment), **constants}, IMPULSES, time_ms)
    return _impulse_times(time_ms, *columns)


def parameter_values(experiment: Experiment) -> Mapping[str, float]:
    """Return the model parameters that the experiment sets: SBML id -> value in the model's unit."""
    # The fibre first: a control that names the same parameter has the last word.
    values = dict(fibre_type_parameters()[str(experiment.values["fibre_type"])])
    for name, control in experiment_controls().items():
        if control.sbml_id is not None:
            values[control.sbml_id] = round(experiment.number(name), SMALLEST_DECIMALS)
    return values


@contextmanager
def _solving() -> Iterator[CopasiSimulator]:
    """Give an opened model to one run; a second is opened only where a run in pieces has not ended yet."""
    simulator = _IDLE.pop() if _IDLE else CopasiSimulator(read_text(MODEL_FILE))
    try:
        yield simulator
    except SimulationError as error:
        raise ControlError("recording_length_ms", sentence("contraction", "solver_failed", reason=error)) from error
    finally:
        _IDLE.append(simulator)


def _recorded() -> list[str]:
    return [*(trace.sbml_id for trace in contraction_traces().values()), *IMPULSES]


def _contraction(
    experiment: Experiment, time_ms: tuple[float, ...], columns: Sequence[tuple[float, ...]]
) -> Contraction:
    traces = MappingProxyType(dict(zip(contraction_traces(), columns, strict=False)))
    impulse_times_ms = _impulse_times(time_ms, *columns[-len(IMPULSES) :])
    measures = measure_contraction(experiment, time_ms, traces, impulse_times_ms)
    return Contraction(experiment, time_ms, traces, impulse_times_ms, measures)


def _impulse_times(
    time_ms: Sequence[float], impulse_count: Sequence[float], last_impulse_time: Sequence[float]
) -> tuple[float, ...]:
    """Return when the count rose: a sample knows the last impulse before it, and earlier ones are spread evenly."""
    times: list[float] = []
    for i, (before, after) in enumerate(pairwise(impulse_count)):
        fired = round(after - before)
        if fired:
            last_ms = last_impulse_time[i + 1]
            since_ms = times[-1] if times else time_ms[i]
            times.extend(last_ms - (last_ms - since_ms) * later / fired for later in reversed(range(fired)))
    return tuple(times)

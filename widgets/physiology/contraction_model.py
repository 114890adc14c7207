"""From an Experiment to a Contraction, through the SBML model of the data package."""

from collections.abc import Mapping, Sequence
from functools import cache
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
    recorded = [*(trace.sbml_id for trace in contraction_traces().values()), *IMPULSES]
    try:
        columns = _simulator().run({**parameter_values(experiment), **constants}, recorded, time_ms)
    except SimulationError as error:
        raise ControlError("recording_length_ms", sentence("contraction", "solver_failed", reason=error)) from error
    traces = MappingProxyType(dict(zip(contraction_traces(), columns, strict=False)))
    impulse_times_ms = _impulse_times(time_ms, *columns[-len(IMPULSES) :])
    measures = measure_contraction(experiment, time_ms, traces, impulse_times_ms)
    return Contraction(experiment, time_ms, traces, impulse_times_ms, measures)


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
    try:
        columns = _simulator().run({**parameter_values(experiment), **constants}, IMPULSES, time_ms)
    except SimulationError as error:
        raise ControlError("recording_length_ms", sentence("contraction", "solver_failed", reason=error)) from error
    return _impulse_times(time_ms, *columns)


def parameter_values(experiment: Experiment) -> Mapping[str, float]:
    """Return the model parameters that the experiment sets: SBML id -> value in the model's unit."""
    # The fibre first: a control that names the same parameter has the last word.
    values = dict(fibre_type_parameters()[str(experiment.values["fibre_type"])])
    for name, control in experiment_controls().items():
        if control.sbml_id is not None:
            values[control.sbml_id] = round(experiment.number(name), SMALLEST_DECIMALS)
    return values


@cache
def _simulator() -> CopasiSimulator:
    return CopasiSimulator(read_text(MODEL_FILE))


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

"""One run of the fibre from named controls."""

from widgets.cells.control_signature import takes_controls
from widgets.cells.run import Run
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError, chosen_preset
from widgets.reference_data.experiment_controls import experiment_presets


@takes_controls
def simulate(preset: str | None = None, **controls: object) -> Run:
    """Return the run that follows from the given controls; all others keep their defaults, or what the preset sets.

    `simulate(impulse_rate_Hz=20, free_magnesium_mM=0.5)`, `simulate(preset="smooth_pull", pump_activity=0.5)`.
    `widgets.controls()` and `widgets.presets()` list what there is, with meaning and sources.

    Args:
        preset: name or label of a ready set-up.
        controls: see below.

    Raises:
        ControlError: an unknown name, or a value of the wrong type or outside its range; the message says what can be.
    """
    try:
        return Run.of(simulate_contraction(experiment_of(preset, controls)))
    except ControlError as error:
        # What led to it here helps nobody who reads the sentence.
        raise error.with_traceback(None) from None


def experiment_of(preset: str | None, controls: dict[str, object]) -> Experiment:
    """Return what is done: the preset's settings, and the given controls over them.

    Raises:
        ControlError: an unknown name, or a value that cannot be used.
    """
    values = {} if preset is None else chosen_preset(experiment_presets(), preset).values
    return Experiment.from_values({**values, **controls})

"""A preset's run beside the same command with the blood of a healthy person."""

from dataclasses import dataclass

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


@dataclass(frozen=True, slots=True)
class RunBesideHealthy:
    """The runs of one situation; `with_calcium_kept` only where very low magnesium lowers calcium as well."""

    situation: Contraction
    healthy: Contraction
    with_calcium_kept: Contraction | None


def run_beside_healthy(preset: str) -> RunBesideHealthy:
    """Return a preset's run beside the same command with the blood of a healthy person.

    Raises:
        KeyError: there is no such preset.
    """
    values = experiment_presets()[preset].values
    controls = experiment_controls()
    healthy = {name: value for name, value in values.items() if controls[name].group != "blood"}
    situation = simulate_contraction(Experiment.from_values(values))
    kept = None
    if values.get("plasma_magnesium_mM") is not None:
        kept = simulate_contraction(Experiment.from_values({**values, "parathyroid_response": False}))
    return RunBesideHealthy(situation, simulate_contraction(Experiment.from_values(healthy)), kept)

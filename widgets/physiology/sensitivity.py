"""How much each constant of the model matters: peak force and half-relaxation time at the ends of its range."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.model_parameters import ModelParameter, model_parameters

PullKind = Literal["twitch", "train_20_Hz"]
End = Literal["low", "usual", "high"]
Measure = Literal["peak_force_percent", "half_relaxation_time_ms"]

ENDS: tuple[End, ...] = ("low", "usual", "high")
MEASURES: tuple[Measure, ...] = ("peak_force_percent", "half_relaxation_time_ms")
# Long enough for a fibre that relaxes several times more slowly than usual.
_SETTINGS: Mapping[PullKind, Mapping[str, float]] = MappingProxyType(
    {
        "twitch": MappingProxyType({"impulse_rate_Hz": 1, "recording_length_ms": 1200}),
        "train_20_Hz": MappingProxyType(
            {"impulse_rate_Hz": 20, "command_duration_ms": 600, "recording_length_ms": 2000}
        ),
    }
)


@dataclass(frozen=True, slots=True)
class ParameterEffect:
    """What one constant does to a pull when it is moved over its range.

    Each mapping goes from "low", "usual" and "high" to a number, or to None where the fibre does not contract, does not
    relax to half within the recording, or the solver gave up.
    """

    parameter: ModelParameter
    peak_force_percent: Mapping[End, float | None]
    half_relaxation_time_ms: Mapping[End, float | None]

    def relative_effect(self, measure: Measure) -> float:
        """Return the greatest change of a measure at an end of the range, as a share of its usual value."""
        values: Mapping[End, float | None] = getattr(self, measure)
        usual = values["usual"]
        if not usual:
            return 0.0
        return max((abs(end - usual) / usual for name in ENDS if (end := values[name]) is not None), default=0.0)

    @property
    def greatest_relative_effect(self) -> float:
        """The greater of the two measures' relative effects, by which constants are ranked."""
        return max(self.relative_effect(measure) for measure in MEASURES)


def pull_of_kind(kind: PullKind) -> Experiment:
    """Return the experiment that shows what a constant does: one twitch, or a train of 20 signals a second."""
    return Experiment.from_values(_SETTINGS[kind])


def pulls_over_range(
    parameter_id: str, low: float, high: float, experiment: Experiment, usual: Contraction | None = None
) -> Mapping[End, Contraction | None]:
    """Return the experiment with one constant low, at its usual value, and high; None where the solver gave up.

    Args:
        parameter_id: SBML id of a constant.
        low: least value tried, in the constant's unit.
        high: greatest value tried.
        experiment: what is done.
        usual: the experiment with the usual fibre, where it is at hand already.

    Raises:
        ControlError: the solver gave up on the usual fibre.
    """
    return MappingProxyType(
        {
            "low": _pull(experiment, {parameter_id: low}),
            "usual": usual or simulate_contraction(experiment),
            "high": _pull(experiment, {parameter_id: high}),
        }
    )


def effects_of(
    parameter_id: str, low: float, high: float, experiment: Experiment, usual: Contraction | None = None
) -> ParameterEffect:
    """Return what moving one constant from `low` to `high` does; arguments and errors as for `pulls_over_range`."""
    return effect_of_pulls(parameter_id, pulls_over_range(parameter_id, low, high, experiment, usual))


def effect_of_pulls(parameter_id: str, pulls: Mapping[End, Contraction | None]) -> ParameterEffect:
    """Return the two measures of three pulls of one constant."""
    measured = {
        measure: MappingProxyType({end: pull.measures[measure] if pull else None for end, pull in pulls.items()})
        for measure in MEASURES
    }
    return ParameterEffect(model_parameters()[parameter_id], **measured)


def strongest_first(effects: Iterable[ParameterEffect]) -> tuple[ParameterEffect, ...]:
    """Return the effects with the greatest first; equals keep their order."""
    return tuple(sorted(effects, key=lambda effect: -effect.greatest_relative_effect))


def _pull(experiment: Experiment, constants: Mapping[str, float]) -> Contraction | None:
    try:
        return simulate_contraction(experiment, constants)
    except ControlError:
        return None

"""What free magnesium inside the fibre does: to a pull, to the calcium of half force, and through which brake."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls

# Where magnesium acts inside the fibre; actin is left out, because its part is a toy that does nothing here.
BRAKES = (
    "magnesium_at_troponin",
    "magnesium_at_release_channel",
    "magnesium_at_pump",
    "magnesium_with_ATP",
)
# Half a second without a command first: what the fibre does unasked shows there.
PULL: Mapping[str, ControlValue] = {
    "impulse_rate_Hz": 20.0,
    "command_start_ms": 500.0,
    "command_duration_ms": 400.0,
    "recording_length_ms": 1600.0,
    "muscle_stretch": 1.0,
}
UNASKED: Mapping[str, ControlValue] = {"impulse_rate_Hz": 0.0, "recording_length_ms": 3000.0}
# A fibre without its membrane, in a bath that keeps its fuel; the emptied store neither gives nor takes calcium.
SKINNED: Mapping[str, ControlValue] = {
    "skinned_fibre": True,
    "metabolism_running": False,
    "pump_activity": 0.0,
    "impulse_rate_Hz": 0.0,
    "recording_length_ms": 500.0,
}
BATH_CALCIUM_uM = (0.1, 0.25, 0.5, 0.75, 1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0, 16.0, 50.0, 100.0)


@dataclass(frozen=True, slots=True)
class ForceCalciumCurve:
    """Force of a skinned fibre, in % of its maximum, at each calcium of the bath, in µM, rising.

    `half_calcium_uM` is the calcium at half of the force at the highest.
    """

    free_magnesium_mM: float
    calcium_uM: tuple[float, ...]
    force_percent: tuple[float, ...]
    half_calcium_uM: float

    @classmethod
    def through(cls, free_magnesium_mM: float, force_percent: Sequence[float]) -> "ForceCalciumCurve":
        """Return the curve through the forces at each of `BATH_CALCIUM_uM`."""
        force = tuple(force_percent)
        return cls(free_magnesium_mM, BATH_CALCIUM_uM, force, _half_calcium_uM(force))


@dataclass(frozen=True, slots=True)
class BrakeShares:
    """Peak force of one pull in %: as it is, at usual magnesium, and with single actions of magnesium frozen as usual.

    `frozen` maps each of `BRAKES` that is switched on to the peak force with that action alone frozen.
    """

    peak_force_percent: float
    usual_percent: float
    frozen: Mapping[str, float]


def usual_free_magnesium_mM() -> float:
    """Return the free magnesium of the model's resting fibre, in mM."""
    return float(experiment_controls()["free_magnesium_mM"].default)


def pull(values: Mapping[str, ControlValue]) -> Contraction:
    """Return a pull of 20 signals a second after half a second of rest, with these controls.

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    return simulate_contraction(Experiment.from_values({**PULL, **values}))


def unasked_force_percent(values: Mapping[str, ControlValue]) -> float:
    """Return the highest force in three seconds without any signal, in % of the maximum.

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    force = simulate_contraction(Experiment.from_values({**UNASKED, **values})).measures["peak_force_percent"]
    return force or 0.0


def force_calcium_curve(values: Mapping[str, ControlValue]) -> ForceCalciumCurve:
    """Return the force-calcium curve of the skinned fibre with these controls (magnesium and its actions).

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    force = [force_in_bath_percent(values, calcium) for calcium in BATH_CALCIUM_uM]
    return ForceCalciumCurve.through(Experiment.from_values(values).number("free_magnesium_mM"), force)


def force_in_bath_percent(values: Mapping[str, ControlValue], calcium_uM: float) -> float:
    """Return the steady force of the skinned fibre at this calcium of the bath, in % of its maximum.

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    experiment = Experiment.from_values({**values, **SKINNED, "bath_calcium_uM": calcium_uM})
    return simulate_contraction(experiment).traces["force_percent"][-1]


def brake_shares(values: Mapping[str, ControlValue], run: Contraction, usual: Contraction) -> BrakeShares:
    """Return what each action of magnesium has to do with the pull `run` of these controls, beside the usual pull.

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    frozen = {brake: force_with_brake_frozen_percent(values, brake) for brake in BRAKES if run.controls[brake]}
    return BrakeShares(peak_force_percent(run), peak_force_percent(usual), frozen)


def force_with_brake_frozen_percent(values: Mapping[str, ControlValue], brake: str) -> float:
    """Return the peak force of the pull with one action of magnesium frozen as usual, in % of the maximum.

    Raises:
        ControlError: a control is unknown or out of its range.
    """
    return peak_force_percent(pull({**values, brake: False}))


def peak_force_percent(run: Contraction) -> float:
    """Return the highest force of a run, in % of the maximum; 0 where there is none."""
    return run.measures["peak_force_percent"] or 0.0


def _half_calcium_uM(force: tuple[float, ...]) -> float:
    """Return where force passes half of its last value, linear in the logarithm of calcium."""
    half = force[-1] / 2
    steps = zip(pairwise(BATH_CALCIUM_uM), pairwise(force), strict=True)
    for (low, high), (before, after) in steps:
        if before < half <= after:
            share = (half - before) / (after - before)
            return math.exp(math.log(low) * (1 - share) + math.log(high) * share)
    return BATH_CALCIUM_uM[0]

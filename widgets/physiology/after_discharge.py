"""A nerve that goes on after its command has ended: how long, how hard, and how much of it low calcium does."""

from dataclasses import dataclass

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.experiment_controls import experiment_controls

MS_IN_S = 1000.0
# The nerve counts as still firing when its last signal lies this close to the end of the recording.
STILL_FIRING_MS = 200.0
SHORTEST_RECORDING_MS = 100.0


@dataclass(frozen=True, slots=True)
class AfterDischarge:
    """What the nerve does by itself: long before the command (`unasked`), and after it for `duration_s`.

    `still_firing`: the recording ends first. `mean_force_percent` is the mean force of that time, 0 where there is
    none.
    """

    unasked: bool
    duration_s: float
    still_firing: bool
    mean_force_percent: float


@dataclass(frozen=True, slots=True)
class MarginLost:
    """How much nearer to firing by itself blood magnesium brings the resting nerve, in mV, and what takes part in it.

    `by_calcium_mV` is the part that comes with the calcium that falls along with magnesium.
    """

    usual_margin_mV: float
    total_mV: float
    by_calcium_mV: float

    @property
    def calcium_share(self) -> float:
        """The part of low calcium, 0 to 1; 0 where nothing is lost."""
        return self.by_calcium_mV / self.total_mV if self.total_mV > 0 else 0.0


def after_discharge(run: Contraction) -> AfterDischarge:
    """Return what the nerve did unasked in this run."""
    start = run.experiment.number("command_start_ms")
    end = run.experiment.command_end_ms
    last = run.impulse_times_ms[-1] if run.impulse_times_ms else 0.0
    duration = run.measures["after_discharge_duration_ms"] or 0.0
    until = last if duration else end
    force = [f for time, f in zip(run.time_ms, run.traces["force_percent"], strict=True) if end < time <= until]
    return AfterDischarge(
        unasked=bool(run.impulse_times_ms) and run.impulse_times_ms[0] < start / 2,
        duration_s=duration / MS_IN_S,
        still_firing=duration > 0 and run.time_ms[-1] - last < STILL_FIRING_MS,
        mean_force_percent=sum(force) / len(force) if force else 0.0,
    )


def with_calcium_switched(experiment: Experiment) -> Experiment:
    """Return the same experiment with the fall of blood calcium switched off where it is on, and on where it is off."""
    falls = bool(experiment.values["parathyroid_response"])
    return Experiment.from_values({**experiment.values, "parathyroid_response": not falls})


def with_muscle_stretched_at(experiment: Experiment, time_ms: float) -> Experiment:
    """Return the same experiment, but from this time on the muscle is held fully stretched."""
    return Experiment.from_values({**experiment.values, "stretch_start_ms": time_ms})


def margin_lost(experiment: Experiment) -> MarginLost:
    """Return how far this blood magnesium brings the resting nerve towards firing by itself.

    Compared with the same experiment at usual blood magnesium.
    """
    usual = experiment_controls()["plasma_magnesium_mM"].default
    rested = Experiment.from_values({**experiment.values, "plasma_magnesium_mM": usual})
    steady = Experiment.from_values({**experiment.values, "parathyroid_response": False})
    usual_margin, margin, held = (_margin_mV(one) for one in (rested, experiment, steady))
    return MarginLost(usual_margin, usual_margin - margin, held - margin)


def _margin_mV(experiment: Experiment) -> float:
    resting = {"impulse_rate_Hz": 0.0, "recording_length_ms": SHORTEST_RECORDING_MS}
    run = simulate_contraction(Experiment.from_values({**experiment.values, **resting}))
    return run.traces["nerve_safety_margin_mV"][0]

"""How the quantities of published measurements vary an experiment: other settings, another command."""

from collections.abc import Callable

from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment

Solve = Callable[[Experiment], Contraction]

MS_IN_S = 1000.0
SHORT_CONTRACTION_MS = 1000.0


def changed(experiment: Experiment, **values: float) -> Experiment:
    """Return the experiment with other values for some controls."""
    return Experiment.from_values({**experiment.values, **values})


def with_command(
    experiment: Experiment, rate_Hz: float, duration_ms: float, watched_ms: float = SHORT_CONTRACTION_MS
) -> Experiment:
    """Return the experiment with another command, recorded until `watched_ms` after its end."""
    length_ms = experiment.number("command_start_ms") + duration_ms + watched_ms
    return changed(experiment, impulse_rate_Hz=rate_Hz, command_duration_ms=duration_ms, recording_length_ms=length_ms)

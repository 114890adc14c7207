"""A pull of a whole minute, with the by-products of work and without them."""

from dataclasses import dataclass

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment

PULL_START_MS = 50.0
PULL_DURATION_MS = 60_000.0
RECORDING_MS = 62_000.0
RESTED_DURATION_MS = 1000.0
RESTED_RECORDING_MS = 3000.0


@dataclass(frozen=True, slots=True)
class SustainedPull:
    """A minute's pull at one rate.

    `tired` has the by-products of work; `without` is the same, but phosphate, acid and fuel stay as at rest; `rested`
    is a pull of one second, for how fast a rested fibre relaxes.
    """

    rate_Hz: float
    tired: Contraction
    without: Contraction
    rested: Contraction


def sustained_pull(rate_Hz: float) -> SustainedPull:
    """Return a pull of 60 s at this many signals a second, with the muscle stretched so that nothing else goes on.

    Raises:
        ControlError: the rate is out of range.
    """
    return SustainedPull(rate_Hz, _minute(rate_Hz), _minute(rate_Hz, metabolism=False), _second(rate_Hz))


def _minute(rate_Hz: float, *, metabolism: bool = True) -> Contraction:
    return _run(rate_Hz, PULL_DURATION_MS, RECORDING_MS, metabolism=metabolism)


def _second(rate_Hz: float) -> Contraction:
    return _run(rate_Hz, RESTED_DURATION_MS, RESTED_RECORDING_MS, metabolism=True)


def _run(rate_Hz: float, duration_ms: float, recording_ms: float, *, metabolism: bool) -> Contraction:
    values = {
        "impulse_rate_Hz": rate_Hz,
        "command_start_ms": PULL_START_MS,
        "command_duration_ms": duration_ms,
        "recording_length_ms": recording_ms,
        "muscle_stretch": 1.0,
        "metabolism_running": metabolism,
    }
    return simulate_contraction(Experiment.from_values(values))

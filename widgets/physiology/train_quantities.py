"""What laboratories measure on a train of signals: the rate that gives half of full force, the staircase."""

import math

from widgets.physiology.curve_readings import peak, value_at
from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_protocols import SHORT_CONTRACTION_MS, Solve, with_command

FULL_RATE_HZ = 80.0
RATES_HZ = (1.0, 80.0)
RATE_SHARE = 0.005
HALF = 0.5


def half_force_rate_Hz(experiment: Experiment, solve: Solve) -> float:
    """Return the rate of signals at which a one-second train reaches half of the force that it reaches at 80 Hz, in Hz.

    Found by halving on the logarithm of the rate, to half a percent.
    """

    def highest_force(rate_Hz: float) -> float:
        run = solve(with_command(experiment, rate_Hz, SHORT_CONTRACTION_MS))
        return peak(run.time_ms, run.traces["force_percent"])[1]

    half = HALF * highest_force(FULL_RATE_HZ)
    less, more = RATES_HZ
    while more / less > 1 + RATE_SHARE:
        rate = math.sqrt(less * more)
        less, more = (rate, more) if highest_force(rate) < half else (less, rate)
    return math.sqrt(less * more)


def last_twitch_share(experiment: Experiment, solve: Solve) -> float:
    """Return the force that the last signal of the command adds, as a share of what the first adds ("staircase").

    A twitch counts from the force at its signal to its top before the next.
    """
    run = solve(experiment)
    force = run.traces["force_percent"]

    def twitch(start_ms: float, end_ms: float) -> float:
        return peak(run.time_ms, force, start_ms, end_ms)[1] - value_at(run.time_ms, force, start_ms)

    first, second = run.impulse_times_ms[:2]
    last = run.impulse_times_ms[-1]
    return twitch(last, min(last + second - first, run.time_ms[-1])) / twitch(first, second)

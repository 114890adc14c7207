"""What laboratories measure on a nerve that cramps: which rate sets a cramp off, how long and how fast it fires."""

import math
from collections.abc import Callable
from itertools import groupby

from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_protocols import MS_IN_S, Solve, with_command

CRAMP_RATES_HZ = (4.0, 45.0)
RATE_STEP_HZ = 0.25
CRAMP_BURST_IMPULSES = 150
SHORT_BURST_MS = 2000.0
CRAMP_LASTS_MS = 1000.0
WATCHED_AFTER_BURST_MS = 1600.0


def lowest_cramp_rate_Hz(experiment: Experiment, solve: Solve) -> float:
    """Return the lowest rate at which a burst of 150 impulses sets off a cramp of more than a second, in Hz.

    To a quarter of a hertz, by halving; 45 Hz where even that sets off none.
    """
    return _lowest_rate(experiment, solve, lambda rate_Hz: (CRAMP_BURST_IMPULSES - 0.5) * MS_IN_S / rate_Hz)


def lowest_cramp_rate_of_short_bursts_Hz(experiment: Experiment, solve: Solve) -> float:
    """Return the lowest rate at which a burst of two seconds sets off a cramp of more than a second, in Hz.

    To a quarter of a hertz, by halving; 45 Hz where even that sets off none.
    """
    return _lowest_rate(experiment, solve, lambda _: SHORT_BURST_MS)


def after_discharge_duration_s(experiment: Experiment, solve: Solve) -> float:
    """Return how long the nerve fires by itself after the command, in s; at most until the recording ends."""
    return _after_discharge_ms(solve(experiment)) / MS_IN_S


def mean_rate_in_after_discharge_Hz(experiment: Experiment, solve: Solve) -> float:
    """Return the mean firing rate from the end of the command to the last impulse, in Hz; 0 where there is none."""
    run = solve(experiment)
    duration_ms = _after_discharge_ms(run)
    end_ms = experiment.command_end_ms
    return MS_IN_S * sum(time > end_ms for time in run.impulse_times_ms) / duration_ms if duration_ms else 0.0


def firing_unasked_s(experiment: Experiment, solve: Solve) -> float:
    """Return for how much of the recording the nerve fires, in s; for an experiment without a command."""
    run = solve(experiment)
    # The nerve is on or off between two samples as it is at the second: a rate jumps, it does not slope.
    samples = zip(run.time_ms, run.traces["firing_rate_Hz"], strict=True)
    spells = [list(spell) for firing, spell in groupby(samples, lambda sample: sample[1] > 0) if firing]
    ends = {time: max(i - 1, 0) for i, time in enumerate(run.time_ms)}
    return math.fsum(spell[-1][0] - run.time_ms[ends[spell[0][0]]] for spell in spells) / MS_IN_S


def _lowest_rate(experiment: Experiment, solve: Solve, burst_ms: Callable[[float], float]) -> float:
    no, yes = CRAMP_RATES_HZ
    while yes - no > RATE_STEP_HZ:
        rate = (no + yes) / 2
        burst = with_command(experiment, rate, burst_ms(rate), watched_ms=WATCHED_AFTER_BURST_MS)
        no, yes = (no, rate) if (_after_discharge_ms(solve(burst)) > CRAMP_LASTS_MS) else (rate, yes)
    return yes


def _after_discharge_ms(run: Contraction) -> float:
    return run.measures["after_discharge_duration_ms"] or 0.0

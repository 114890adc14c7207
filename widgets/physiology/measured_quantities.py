"""What laboratories measure on muscle, measured the same way on the model: an Experiment in, one number out.

Every quantity is a pure function of the experiment and of the way to run it, so that it can be read off a model with
other constants, or off made-up curves in a test. The names are those of `published_measurements.csv`. Those of
other topics are in the modules `*_quantities.py` beside this; `MEASURED_QUANTITIES` holds them all.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from widgets.physiology import contraction_measures
from widgets.physiology.contraction import Contraction
from widgets.physiology.curve_readings import area, crossing_ms, exponential_rate, peak, value_at
from widgets.physiology.energy_quantities import (
    ATP_left_percent,
    force_loss_percent_per_s,
    pH_at_command_end,
    phosphocreatine_left_percent,
    phosphocreatine_recovery_time_s,
)
from widgets.physiology.experiment import Experiment
from widgets.physiology.filament_quantities import light_chains_phosphorylated_percent, pCa_at_half_troponin_filled
from widgets.physiology.measured_protocols import MS_IN_S, SHORT_CONTRACTION_MS, Solve, changed, with_command
from widgets.physiology.nerve_quantities import (
    after_discharge_duration_s,
    firing_unasked_s,
    lowest_cramp_rate_Hz,
    lowest_cramp_rate_of_short_bursts_Hz,
    mean_rate_in_after_discharge_Hz,
)
from widgets.physiology.train_quantities import half_force_rate_Hz, last_twitch_share

Quantity = Callable[[Experiment, Solve], float]

# An impulse's release is over by then, even in the cool mouse fibre.
LONGEST_RELEASE_MS = 15.0
CALCIUM_FALL_MS = 200.0
CALCIUM_FALL_POINTS = 200
FUSED_RIPPLE_PERCENT = 5.0
TRAIN_RATES_HZ = (5, 60)
# Calcium in the bath, as -log10 of moles a litre.
SATURATING_PCA = 4.5
PCA_SCAN = tuple(round(4.9 + 0.1 * step, 1) for step in range(17))
RATE_STEP_HZ = 0.25
TIRED_FORCE_SHARE = 0.75
SAME_FORCE_SHARE = 0.005
SINGLE_TWITCH_COMMAND_MS = 100.0


def peak_free_calcium_uM(experiment: Experiment, solve: Solve) -> float:
    """Return the highest free calcium of the run, in µM."""
    run = solve(experiment)
    return peak(run.time_ms, run.traces["free_calcium_uM"])[1]


def calcium_duration_at_half_maximum_ms(experiment: Experiment, solve: Solve) -> float:
    """Return how long free calcium is more than half of its rise above rest, in ms: "full duration at half maximum"."""
    run = solve(experiment)
    calcium = run.traces["free_calcium_uM"]
    top_ms, top = peak(run.time_ms, calcium)
    half = (top + calcium[0]) / 2
    return _crossing(run, "free_calcium_uM", half, top_ms) - _crossing(run, "free_calcium_uM", half, top_ms, step=-1)


def calcium_released_by_first_impulse_uM(experiment: Experiment, solve: Solve) -> float:
    """Return the calcium that the first impulse sets free, net of the leak at rest, in µM of the fibre's water."""
    return _released_uM(solve(experiment), impulse=0)


def second_release_share(experiment: Experiment, solve: Solve) -> float:
    """Return the calcium that the second impulse sets free, as a share of what the first does."""
    run = solve(experiment)
    return _released_uM(run, impulse=1) / _released_uM(run, impulse=0)


def calcium_decay_rate_per_s(experiment: Experiment, solve: Solve) -> float:
    """Return how fast free calcium falls after the last impulse, per second: of an exponential and a constant fitted.

    Source: jacquemond1992, whose fit it is; here to the 200 ms from the last peak on.
    """
    run = solve(experiment)
    last_ms = run.impulse_times_ms[-1]
    top_ms, _ = peak(run.time_ms, run.traces["free_calcium_uM"], last_ms, last_ms + LONGEST_RELEASE_MS)
    since_top_ms = [CALCIUM_FALL_MS * i / CALCIUM_FALL_POINTS for i in range(CALCIUM_FALL_POINTS)]
    fall = run.resampled("free_calcium_uM", [top_ms + time for time in since_top_ms])
    return MS_IN_S * exponential_rate(since_top_ms, fall)


def peak_force_percent(experiment: Experiment, solve: Solve) -> float:
    """Return the highest force of the run, in % of the fibre's most."""
    return _highest_force(solve(experiment))


def force_at_end_percent(experiment: Experiment, solve: Solve) -> float:
    """Return the force when the recording stops, in % of the fibre's most."""
    return solve(experiment).traces["force_percent"][-1]


def time_to_peak_force_ms(experiment: Experiment, solve: Solve) -> float:
    """Return the time from the first impulse to the top of force, in ms."""
    run = solve(experiment)
    return peak(run.time_ms, run.traces["force_percent"])[0] - run.impulse_times_ms[0]


def half_relaxation_time_ms(experiment: Experiment, solve: Solve) -> float:
    """Return the measure of this name, in ms; where force never falls so far, what is left of the recording."""
    run = solve(experiment)
    found = contraction_measures.half_relaxation_time_ms(run.time_ms, run.traces["force_percent"], run.impulse_times_ms)
    return run.time_ms[-1] - run.impulse_times_ms[-1] if found is None else found


def lowest_fused_rate_Hz(experiment: Experiment, solve: Solve) -> float:
    """Return the lowest rate at which force ripples by less than 5 % at the end of the command, in Hz.

    Found between two neighbouring whole rates, where the logarithm of the ripple is nearly a straight line.
    """

    def ripple(rate_Hz: float) -> float:
        return solve(changed(experiment, impulse_rate_Hz=rate_Hz)).measures["ripple_percent"] or 0.0

    below, fused = TRAIN_RATES_HZ
    while fused - below > 1:
        middle = (below + fused) // 2
        below, fused = (below, middle) if ripple(middle) < FUSED_RIPPLE_PERCENT else (middle, fused)
    rough, smooth = ripple(below), ripple(fused)
    if not smooth < FUSED_RIPPLE_PERCENT <= rough:
        return float(fused if rough >= FUSED_RIPPLE_PERCENT else below)
    return below + math.log(rough / FUSED_RIPPLE_PERCENT) / math.log(rough / smooth)


def pCa_at_half_force(experiment: Experiment, solve: Solve) -> float:
    """Return -log10 of the bath's calcium, in M, at half of the force at saturating calcium.

    Linear in pCa between two neighbours of a scan in steps of 0.1.
    """
    curve = _force_shares(experiment, solve)
    left = next(pCa for pCa, share in curve.items() if share <= 0.5)  # noqa: PLR2004 - half
    right = round(left - 0.1, 1)
    return right + (curve[right] - 0.5) / (curve[right] - curve[left]) * (left - right)


def force_left_at_command_end(experiment: Experiment, solve: Solve) -> float:
    """Return force at the end of the command as a share of its highest before."""
    run = solve(experiment)
    end_ms, force = experiment.command_end_ms, run.traces["force_percent"]
    return value_at(run.time_ms, force, end_ms) / peak(run.time_ms, force, 0.0, end_ms)[1]


def relaxation_rate_left_when_tired(experiment: Experiment, solve: Solve) -> float:
    """Return how fast the fibre relaxes once force has fallen to 75 %, as a share of the rested fibre's rate.

    The command of the experiment is stopped at that moment. The rested fibre gets a one-second command at the rate that
    makes it pull as hard. The rate of relaxation is one over the time from the last impulse until force has halved.
    Where force never falls to 75 %, the command runs to its end.
    """
    run = solve(experiment)
    top_ms, top = peak(run.time_ms, run.traces["force_percent"], 0.0, experiment.command_end_ms)
    tired_ms = crossing_ms(run.time_ms, run.traces["force_percent"], TIRED_FORCE_SHARE * top, top_ms)
    start_ms = experiment.number("command_start_ms")
    duration_ms = min(tired_ms or math.inf, experiment.command_end_ms) - start_ms
    tired = solve(with_command(experiment, experiment.number("impulse_rate_Hz"), duration_ms))
    force, time_from_last_impulse = _relaxation(tired)

    slow, fast = (float(rate) for rate in TRAIN_RATES_HZ)
    while True:
        rate = (slow + fast) / 2
        rested_force, rested_time = _relaxation(solve(with_command(experiment, rate, SHORT_CONTRACTION_MS)))
        if abs(rested_force - force) < SAME_FORCE_SHARE * force or fast - slow < RATE_STEP_HZ:
            return rested_time / time_from_last_impulse
        slow, fast = (rate, fast) if rested_force < force else (slow, rate)


def twitch_share_after_work(experiment: Experiment, solve: Solve) -> float:
    """Return the force of one twitch at the end of the experiment, as a share of a rested fibre's ("potentiation").

    The second twitch starts as a rested fibre does, but with the light chains as the experiment has left them.
    """
    primed = solve(experiment).traces["light_chains_phosphorylated_percent"][-1]
    twitch = with_command(experiment, 1.0, SINGLE_TWITCH_COMMAND_MS)
    after = solve(changed(twitch, phosphorylated_light_chains_percent=primed))
    return _highest_force(after) / _highest_force(solve(twitch))


MEASURED_QUANTITIES: Mapping[str, Quantity] = MappingProxyType(
    {
        quantity.__name__: quantity
        for quantity in (
            peak_free_calcium_uM,
            calcium_duration_at_half_maximum_ms,
            calcium_released_by_first_impulse_uM,
            second_release_share,
            calcium_decay_rate_per_s,
            peak_force_percent,
            force_at_end_percent,
            time_to_peak_force_ms,
            half_relaxation_time_ms,
            lowest_fused_rate_Hz,
            pCa_at_half_force,
            force_left_at_command_end,
            relaxation_rate_left_when_tired,
            twitch_share_after_work,
            half_force_rate_Hz,
            last_twitch_share,
            pCa_at_half_troponin_filled,
            light_chains_phosphorylated_percent,
            phosphocreatine_left_percent,
            ATP_left_percent,
            pH_at_command_end,
            phosphocreatine_recovery_time_s,
            force_loss_percent_per_s,
            lowest_cramp_rate_Hz,
            lowest_cramp_rate_of_short_bursts_Hz,
            after_discharge_duration_s,
            mean_rate_in_after_discharge_Hz,
            firing_unasked_s,
        )
    }
)


def _crossing(run: Contraction, trace: str, level: float, start_ms: float, step: int = 1) -> float:
    """Return when a trace comes down to the level, or the end of the recording where it never does."""
    found = crossing_ms(run.time_ms, run.traces[trace], level, start_ms, step)
    return run.time_ms[-1 if step > 0 else 0] if found is None else found


def _released_uM(run: Contraction, impulse: int) -> float:
    start_ms, *later = run.impulse_times_ms[impulse:]
    end_ms = min(start_ms + LONGEST_RELEASE_MS, *later[:1], run.time_ms[-1])
    rate = run.traces["release_rate_uM_per_ms"]
    return area(run.time_ms, rate, start_ms, end_ms, floor=rate[0])


def _highest_force(run: Contraction) -> float:
    return peak(run.time_ms, run.traces["force_percent"])[1]


def _relaxation(run: Contraction) -> tuple[float, float]:
    """Return the force at the last impulse, and the time from there until it has halved."""
    last_ms = run.impulse_times_ms[-1]
    force = value_at(run.time_ms, run.traces["force_percent"], last_ms)
    return force, _crossing(run, "force_percent", force / 2, last_ms) - last_ms


def _force_shares(experiment: Experiment, solve: Solve) -> dict[float, float]:
    """Return, for each pCa from much to little calcium, force as a share of that at saturating calcium."""

    def force(pCa: float) -> float:
        return force_at_end_percent(changed(experiment, bath_calcium_uM=10 ** (6 - pCa)), solve)

    most = force(SATURATING_PCA)
    return {pCa: force(pCa) / most for pCa in PCA_SCAN}

"""What magnetic resonance and biopsies show of a working muscle: its fuel and acid, how it tires and recovers."""

from widgets.physiology.curve_readings import exponential_rate, peak, value_at
from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_protocols import MS_IN_S, Solve

IN_PERCENT = 100.0
RECOVERY_POINTS = 200
LOSS_COUNTED_MS = 20_000.0


def phosphocreatine_left_percent(experiment: Experiment, solve: Solve) -> float:
    """Return the phosphocreatine at the end of the command, in % of that at the start."""
    return _left_percent(experiment, solve, "phosphocreatine_mM")


def ATP_left_percent(experiment: Experiment, solve: Solve) -> float:
    """Return the ATP at the end of the command, in % of that at the start."""
    return _left_percent(experiment, solve, "total_ATP_mM")


def pH_at_command_end(experiment: Experiment, solve: Solve) -> float:
    """Return the pH in the fibre at the end of the command."""
    run = solve(experiment)
    return value_at(run.time_ms, run.traces["pH"], experiment.command_end_ms)


def phosphocreatine_recovery_time_s(experiment: Experiment, solve: Solve) -> float:
    """Return the time constant with which phosphocreatine comes back after the command, in s.

    Of an exponential and a constant, fitted from the end of the command to that of the recording.
    """
    run = solve(experiment)
    watched_ms = run.time_ms[-1] - experiment.command_end_ms
    since_end_ms = [watched_ms * i / RECOVERY_POINTS for i in range(RECOVERY_POINTS)]
    rise = run.resampled("phosphocreatine_mM", [experiment.command_end_ms + time for time in since_end_ms])
    return 1 / exponential_rate(since_end_ms, rise) / MS_IN_S


def force_loss_percent_per_s(experiment: Experiment, solve: Solve) -> float:
    """Return how fast force falls from its top on, in % of the top per second: the mean of twenty seconds.

    At most until the end of the command.
    """
    run = solve(experiment)
    force, end_ms = run.traces["force_percent"], experiment.command_end_ms
    top_ms, top = peak(run.time_ms, force, 0.0, end_ms)
    until_ms = min(top_ms + LOSS_COUNTED_MS, end_ms)
    return IN_PERCENT * (1 - value_at(run.time_ms, force, until_ms) / top) / (until_ms - top_ms) * MS_IN_S


def _left_percent(experiment: Experiment, solve: Solve, trace: str) -> float:
    run = solve(experiment)
    start_ms, end_ms = experiment.number("command_start_ms"), experiment.command_end_ms
    values = run.traces[trace]
    return IN_PERCENT * value_at(run.time_ms, values, end_ms) / value_at(run.time_ms, values, start_ms)

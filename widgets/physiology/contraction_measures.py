"""The numbers a physiologist reads off a contraction; `contraction_measures.csv` names and explains them."""

from collections.abc import Mapping, Sequence

from widgets.physiology.curve_readings import crossing_ms, peak, value_at
from widgets.physiology.experiment import Experiment

Traces = Mapping[str, tuple[float, ...]]

# Below this the fibre counts as silent, and times measured on its force would be times of nothing.
SILENT_FORCE_PERCENT = 1.0
# Fewer impulses are single twitches, not a train whose force could ripple.
FEWEST_IMPULSES_OF_A_TRAIN = 3
# The last commanded impulse can fall on the very end of the command, and reaches the fibre a little later.
STILL_COMMANDED_MS = 1.0
# A nerve that stops within this time stops with the command, as a healthy one does after an impulse or two more.
SHORTEST_AFTER_DISCHARGE_MS = 250.0


def measure_contraction(
    experiment: Experiment, time_ms: tuple[float, ...], traces: Traces, impulse_times_ms: tuple[float, ...]
) -> dict[str, float | None]:
    """Return every measure of the run by name, each in the unit of its name, None where the run has no such thing."""
    force, calcium = traces["force_percent"], traces["free_calcium_uM"]
    (peak_force_ms, peak_force), (peak_calcium_ms, peak_calcium) = peak(time_ms, force), peak(time_ms, calcium)
    first_impulse = impulse_times_ms[0] if impulse_times_ms else None
    contracts = peak_force >= SILENT_FORCE_PERCENT
    commanded = [time for time in impulse_times_ms if time <= experiment.command_end_ms + STILL_COMMANDED_MS]

    def since_first_impulse(peak_ms: float) -> float | None:
        return None if first_impulse is None or not contracts else peak_ms - first_impulse

    return {
        "peak_force_percent": peak_force,
        "time_to_peak_force_ms": since_first_impulse(peak_force_ms),
        "half_relaxation_time_ms": half_relaxation_time_ms(time_ms, force, impulse_times_ms) if contracts else None,
        "ripple_percent": ripple_percent(time_ms, force, commanded) if contracts else None,
        "peak_free_calcium_uM": peak_calcium,
        "time_to_peak_calcium_ms": since_first_impulse(peak_calcium_ms),
        "after_discharge_duration_ms": after_discharge_duration_ms(experiment, impulse_times_ms),
        "impulse_count": float(len(impulse_times_ms)),
        "force_at_end_percent": force[-1],
        "lowest_store_calcium_percent": min(traces["store_calcium_percent"]),
        "lowest_total_ATP_mM": min(traces["total_ATP_mM"]),
    }


def half_relaxation_time_ms(
    time_ms: Sequence[float], force: Sequence[float], impulse_times_ms: Sequence[float]
) -> float | None:
    """Return the time from the last twitch's peak force until half of its rise above rest is left.

    Rest is the force just before the first impulse. None where no impulse came, or where force never falls that far
    within the recording.
    """
    if not impulse_times_ms:
        return None
    rest = value_at(time_ms, force, impulse_times_ms[0])
    peak_ms, peak_force = peak(time_ms, force, min(impulse_times_ms[-1], time_ms[-1]))
    half_ms = crossing_ms(time_ms, force, (peak_force + rest) / 2, peak_ms)
    return None if half_ms is None else half_ms - peak_ms


def ripple_percent(time_ms: Sequence[float], force: Sequence[float], impulse_times_ms: Sequence[float]) -> float | None:
    """Return how far force dips between the last two of a train's impulses, as a share of its top there.

    0 is a smooth (fused) pull. None for fewer than three impulses.
    """
    if len(impulse_times_ms) < FEWEST_IMPULSES_OF_A_TRAIN:
        return None
    start, end = impulse_times_ms[-2:]
    window = [value for time, value in zip(time_ms, force, strict=True) if start <= time <= end]
    return 100 * (max(window) - min(window)) / max(window) if len(window) > 1 and max(window) > 0 else None


def after_discharge_duration_ms(experiment: Experiment, impulse_times_ms: Sequence[float]) -> float:
    """Return how long the nerve went on firing by itself after the command ended; 0 where it stopped with it.

    Less than `SHORTEST_AFTER_DISCHARGE_MS` is none. Where the nerve still fires when the recording ends, this is the
    time until its last recorded impulse.
    """
    duration = impulse_times_ms[-1] - experiment.command_end_ms if impulse_times_ms else 0.0
    return duration if duration >= SHORTEST_AFTER_DISCHARGE_MS else 0.0

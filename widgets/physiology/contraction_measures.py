"""The numbers a physiologist reads off a contraction; `contraction_measures.csv` names and explains them."""

from collections.abc import Mapping, Sequence

from widgets.physiology.experiment import Experiment

Traces = Mapping[str, tuple[float, ...]]

# Below this the fibre counts as silent, and times measured on its force would be times of nothing.
SILENT_FORCE_PERCENT = 1.0
# Fewer impulses are single twitches, not a train whose force could ripple.
FEWEST_IMPULSES_OF_A_TRAIN = 3
# The last commanded impulse can fall on the very end of the command, and reaches the fibre a little later.
STILL_COMMANDED_MS = 1.0


def measure_contraction(
    experiment: Experiment, time_ms: tuple[float, ...], traces: Traces, impulse_times_ms: tuple[float, ...]
) -> dict[str, float | None]:
    """Return every measure of the run by name, each in the unit of its name, None where the run has no such thing."""
    force, calcium = traces["force_percent"], traces["free_calcium_uM"]
    peak_force, peak_calcium = max(force), max(calcium)
    first_impulse = impulse_times_ms[0] if impulse_times_ms else None
    contracts = peak_force >= SILENT_FORCE_PERCENT
    commanded = [time for time in impulse_times_ms if time <= experiment.command_end_ms + STILL_COMMANDED_MS]

    def since_first_impulse(peak: float, values: Sequence[float]) -> float | None:
        return None if first_impulse is None or not contracts else time_ms[values.index(peak)] - first_impulse

    return {
        "peak_force_percent": peak_force,
        "time_to_peak_force_ms": since_first_impulse(peak_force, force),
        "half_relaxation_time_ms": half_relaxation_time_ms(time_ms, force, impulse_times_ms) if contracts else None,
        "ripple_percent": ripple_percent(time_ms, force, commanded) if contracts else None,
        "peak_free_calcium_uM": peak_calcium,
        "time_to_peak_calcium_ms": since_first_impulse(peak_calcium, calcium),
        "after_discharge_duration_ms": after_discharge_duration_ms(experiment, impulse_times_ms),
        "impulse_count": float(len(impulse_times_ms)),
        "force_at_end_percent": force[-1],
        "lowest_store_calcium_percent": min(traces["store_calcium_percent"]),
        "lowest_total_ATP_mM": min(traces["total_ATP_mM"]),
    }


def half_relaxation_time_ms(
    time_ms: Sequence[float], force: Sequence[float], impulse_times_ms: Sequence[float]
) -> float | None:
    """Return the time from the last twitch's peak force until force has halved, linear between samples.

    None where no impulse came, or where force never falls to half within the recording. In a train this is not the time
    from the highest force on: that is `measured_quantities.time_from_highest_to_half_force_ms`.
    """
    if not impulse_times_ms:
        return None
    start = next((i for i, time in enumerate(time_ms) if time >= impulse_times_ms[-1]), len(time_ms) - 1)
    peak = max(range(start, len(force)), key=force.__getitem__)
    half = force[peak] / 2
    for i in range(peak + 1, len(force)):
        if force[i] <= half:
            share = (force[i - 1] - half) / (force[i - 1] - force[i])
            return time_ms[i - 1] + share * (time_ms[i] - time_ms[i - 1]) - time_ms[peak]
    return None


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

    Where it still fires when the recording ends, this is the time until its last recorded impulse.
    """
    duration = impulse_times_ms[-1] - experiment.command_end_ms if impulse_times_ms else 0.0
    return duration if duration > STILL_COMMANDED_MS else 0.0

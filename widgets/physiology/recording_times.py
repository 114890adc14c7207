"""When a run is recorded: evenly, and closer together just after each commanded impulse, where calcium is fastest."""

from widgets.physiology.experiment import Experiment

FEWEST_INTERVALS = 250
MOST_INTERVALS = 3000
LONGEST_STEP_MS = 4.0
FINEST_DIGITS = 3
SWITCHING_MS = 0.01
# Past this length single impulses can no longer be told apart on a screen.
LONGEST_CLOSE_RECORDING_MS = 5000.0
# After the command an impulse takes 1 ms to the fibre; calcium rises within two more and halves in a few.
CLOSE_OFFSETS_MS = (1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4, 4.0, 5.0, 6.5, 9.0)
# Above this rate a picture shows the train, not its single impulses.
SINGLE_IMPULSES_UP_TO_HZ = 20.0
CLOSE_OFFSETS_IN_A_FAST_TRAIN_MS = (1.0, 1.8, 2.6, 3.4, 4.8, 7.0)


def recording_times_ms(experiment: Experiment) -> list[float]:
    """Return the times to record, in ms, increasing from 0 to the recording's length."""
    length = experiment.number("recording_length_ms")
    intervals = round(min(MOST_INTERVALS, max(FEWEST_INTERVALS, length / LONGEST_STEP_MS)))
    times = {length * i / intervals for i in range(intervals + 1)}
    if length <= LONGEST_CLOSE_RECORDING_MS:
        offsets = _close_offsets_ms(experiment.number("impulse_rate_Hz"))
        times.update(impulse + offset for impulse in _commanded_impulses_ms(experiment) for offset in offsets)
    switched_ms = _switching_times_ms(experiment)
    # COPASI records only one of two times that are less than a ten-thousandth of a millisecond apart.
    recorded = {round(time, FINEST_DIGITS) for time in times if time <= length}
    # Where something is switched in the very instant of a sample, COPASI may record the next event instead.
    clear = {time for time in recorded if all(abs(time - switched) > SWITCHING_MS for switched in switched_ms)}
    return sorted(clear | {0.0, round(length, FINEST_DIGITS)})


def _switching_times_ms(experiment: Experiment) -> tuple[float, ...]:
    return (experiment.number("command_start_ms"), experiment.command_end_ms, experiment.number("stretch_start_ms"))


def _close_offsets_ms(impulse_rate_Hz: float) -> tuple[float, ...]:
    return CLOSE_OFFSETS_MS if impulse_rate_Hz <= SINGLE_IMPULSES_UP_TO_HZ else CLOSE_OFFSETS_IN_A_FAST_TRAIN_MS


def _commanded_impulses_ms(experiment: Experiment) -> list[float]:
    rate, start = experiment.number("impulse_rate_Hz"), experiment.number("command_start_ms")
    count = int(experiment.number("command_duration_ms") * rate / 1000) + 1 if rate else 0
    return [start + impulse * 1000 / rate for impulse in range(count)]

"""How soon after the first nerve signal each trace is half of the way up: which of them comes first."""

from itertools import pairwise

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import SILENT_FORCE_PERCENT
from widgets.physiology.curve_readings import value_at


def half_rise_ms(run: Contraction, trace: str) -> float | None:
    """Return when a trace first reaches half of its highest rise, in ms after the first signal, linear between samples.

    None where no signal came, or the fibre hardly pulled.
    """
    if not run.impulse_times_ms or (run.measures["peak_force_percent"] or 0.0) < SILENT_FORCE_PERCENT:
        return None
    signal_ms, values = run.impulse_times_ms[0], run.traces[trace]
    rest = value_at(run.time_ms, values, signal_ms)
    after = [(time, value) for time, value in zip(run.time_ms, values, strict=True) if time >= signal_ms]
    half = (rest + max(value for _, value in after)) / 2
    for (time, value), (next_time, next_value) in pairwise([(signal_ms, rest), *after]):
        if value < half <= next_value:
            return time + (half - value) / (next_value - value) * (next_time - time) - signal_ms
    return None

"""The resting margin that belongs to each cramp threshold; renews `data/cramp_threshold_margins.csv`.

    python -m tests.physiology.cramp_threshold_margins

It takes about half a minute. It is needed whenever a change of the model moves its cramp thresholds.
"""

import csv
import sys
from pathlib import Path

from widgets.physiology.contraction_measures import after_discharge_duration_ms
from widgets.physiology.contraction_model import fired_impulses_ms
from widgets.physiology.cramp_map import LOOK_EVERY_MS
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_population import MARGIN
from widgets.physiology.nerve_quantities import CRAMP_BURST_IMPULSES, CRAMP_LASTS_MS, WATCHED_AFTER_BURST_MS

TABLE = Path(__file__).parents[2] / "data" / "cramp_threshold_margins.csv"
# Below the first the nerve fires almost by itself, and rates can no longer be told apart; beyond the last is nobody.
THRESHOLDS_HZ = (8, 10, 12, 14, 16, 18, 20, 22.5, 25, 27.5, 30, 35, 40)
MARGINS_MV = (-10.0, 10.0)
MARGIN_STEP_MV = 0.002
DECIMALS = 3
NEARLY = (0.98, 1, 1.02)


def sets_off_a_cramp(rate_Hz: float, margin_mV: float) -> bool:
    """Whether a laboratory's burst at this rate makes a nerve of this margin cramp, the muscle held short.

    Two of three bursts at nearly this rate decide: when the last signal of a cramp falls is a matter of chance.
    """
    return sum(_cramps(rate_Hz * about, margin_mV) for about in NEARLY) >= 2


def _cramps(rate_Hz: float, margin_mV: float) -> bool:
    burst_ms = (CRAMP_BURST_IMPULSES - 0.5) * 1000 / rate_Hz
    values = {"impulse_rate_Hz": rate_Hz, "command_duration_ms": burst_ms, "muscle_stretch": 0, "command_start_ms": 50}
    end_ms = 50 + burst_ms + WATCHED_AFTER_BURST_MS
    experiment = Experiment.from_values({**values, "recording_length_ms": end_ms})
    looks = [LOOK_EVERY_MS * look for look in range(int(end_ms / LOOK_EVERY_MS) + 1)]
    impulses = fired_impulses_ms(experiment, looks, {MARGIN: margin_mV})
    return after_discharge_duration_ms(experiment, impulses) > CRAMP_LASTS_MS


def margin_of(rate_Hz: float) -> float:
    """The largest margin, in mV, that a burst at this rate still overcomes, found by halving."""
    yes, no = MARGINS_MV
    while no - yes > MARGIN_STEP_MV:
        middle = (yes + no) / 2
        yes, no = (middle, no) if sets_off_a_cramp(rate_Hz, middle) else (yes, middle)
    return round(yes, DECIMALS)


def _write_table() -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["threshold_Hz", "margin_mV", "source"])
        for rate_Hz in THRESHOLDS_HZ:
            writer.writerow([f"{rate_Hz:g}", f"{margin_of(rate_Hz):g}", "model_result"])
    print(f"{len(THRESHOLDS_HZ)} thresholds", file=sys.stderr)


if __name__ == "__main__":
    _write_table()

"""How far runs at the pages' tolerance are from closely solved ones, and what that costs, in one interleaved run.

    python -m tests.benchmarks.solver_tolerance [runs]

Each run has slider settings drawn by chance, the same ones every time. A trace's error is the largest difference from a
closely solved run, as a share of the trace's range; a run counts as off where one trace, the release gate included, is
off by more than 0.2 %. A trace that stands still has no error. Times are of the processor.
"""

import random
import sys
import time

import numpy as np

from tests.benchmarks.report import print_report
from widgets.physiology.contraction_model import MODEL_FILE, parameter_values
from widgets.physiology.copasi_simulator import RELATIVE_TOLERANCE, CopasiSimulator
from widgets.physiology.experiment import Experiment
from widgets.physiology.recording_times import recording_times_ms
from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.data_package import read_table, read_text
from widgets.reference_data.experiment_controls import experiment_controls

CLOSE = 1e-10
TOLERANCES = {
    "a hundred times as loose": 100 * RELATIVE_TOLERANCE,
    "as the pages": RELATIVE_TOLERANCE,
    "closely": CLOSE,
}
OFF_PERCENT = 0.2
# A trace whose range is this small a share of its height is constant but for rounding.
STANDS_STILL = 1e-4
LENGTHS_MS = (600.0, 1000.0, 3000.0)
RUNS = 200


def any_value(control: Control, draw: random.Random) -> ControlValue:
    """A value within the control's range, drawn by chance; evenly on the slider's own scale."""
    if control.scale == "choice":
        return draw.choice(list(control.choices))
    if control.scale == "switch":
        return draw.random() < 0.5
    if control.scale == "log":
        return control.minimum * (control.maximum / control.minimum) ** draw.random()
    return control.minimum + (control.maximum - control.minimum) * draw.random()


def any_experiment(draw: random.Random) -> Experiment:
    """Six controls drawn by chance, all others as usual, and a recording of one to three seconds."""
    controls = experiment_controls()
    moved = draw.sample([name for name in controls if name != "recording_length_ms"], 6)
    values = {name: any_value(controls[name], draw) for name in moved}
    return Experiment.from_values({**values, "recording_length_ms": draw.choice(LENGTHS_MS)})


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    draw = random.Random(1)
    simulator = CopasiSimulator(read_text(MODEL_FILE))
    rows = list(read_table("contraction_traces"))
    recorded = [str(row["sbml_id"]) for row in rows]
    names = [str(row["trace"]) for row in rows]
    seconds = dict.fromkeys(TOLERANCES, 0.0)
    errors: dict[str, list[tuple[float, str]]] = {name: [] for name in TOLERANCES}
    for _ in range(runs):
        experiment = any_experiment(draw)
        parameters, times = parameter_values(experiment), recording_times_ms(experiment)
        traces = {}
        for name, tolerance in TOLERANCES.items():
            started = time.process_time()
            traces[name] = np.array(simulator.run(parameters, recorded, times, tolerance))
            seconds[name] += time.process_time() - started
        span = np.ptp(traces["closely"], axis=1)
        moves = span > STANDS_STILL * np.abs(traces["closely"]).max(axis=1)
        for name, found in traces.items():
            error = 100 * np.max(np.abs(found - traces["closely"]), axis=1) / np.where(moves, span, np.inf)
            errors[name].append((float(error.max()), names[int(error.argmax())]))
    print_report(
        f"{runs} runs against closely solved ones",
        [
            {
                "solved": name,
                "relative tolerance": f"{tolerance:g}",
                f"runs off by more than {OFF_PERCENT} %": sum(error > OFF_PERCENT for error, _ in errors[name]),
                "worst, % of range": f"{max(errors[name])[0]:.2g} ({max(errors[name])[1]})",
                "time, of the pages'": f"{seconds[name] / seconds['as the pages']:.2f}",
            }
            for name, tolerance in TOLERANCES.items()
        ],
    )


if __name__ == "__main__":
    main()

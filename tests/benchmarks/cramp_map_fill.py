"""How long the map takes to fill, and how long its kernel lets anybody wait meanwhile.

    python -m tests.benchmarks.cramp_map_fill [cells]

All cells of the map unless a number is given. `workers_processor_s` is what the computing processes used of the
processors, their start included: a machine with nothing else to do fills the map in that time shared among them.
`fill_s` is time on the clock, and depends on what else the machine does. `longest_pause_ms` is the longest for which
the process that shows the map came round to nothing else, drawing included; `longest_busy_ms` is the most it used of
the processor in one go, which is what the pause would be on a machine with nothing else to do.
"""

import asyncio
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from tests.benchmarks.report import median_and_p95, print_report
from widgets.background.map_filling import found_cells
from widgets.explorers.low_magnesium_and_cramps import cramp_map_panel
from widgets.explorers.low_magnesium_and_cramps.cramp_map_panel import TOTAL_CELLS, CrampMapPanel
from widgets.physiology.cramp_map import MapCell, cell_outcome, map_cells
from widgets.physiology.experiment import Experiment

PEOPLE = {
    "almost usual": Experiment.from_values({"muscle_stretch": 0.4}),
    # Most cells fire to the end here: a dear map.
    "cramps easily": Experiment.from_values({"cramp_susceptibility": 1, "muscle_stretch": 0}),
}
LOOK_EVERY_S = 0.002
SAMPLE_EVERY = 40


def cell_ms(experiment: Experiment) -> list[float]:
    """Processor time of every so-manieth cell, in one process."""
    cell_outcome(experiment, map_cells(experiment)[0])  # opens the model
    times = []
    for cell in sorted(map_cells(experiment))[::SAMPLE_EVERY]:
        begun = time.process_time()
        cell_outcome(experiment, cell)
        times.append(1000 * (time.process_time() - begun))
    return times


async def fill(experiment: Experiment) -> dict[str, float]:
    """Fill a panel's map, and look again and again how long it takes to come round."""
    panel = CrampMapPanel(experiment)
    pauses, busy = [0.0], [0.0]
    asked, before, own = time.monotonic(), children_processor_s(), time.process_time()
    task = asyncio.create_task(panel.work.run())
    while not task.done():
        last, used = time.monotonic(), time.process_time()
        await asyncio.sleep(LOOK_EVERY_S)
        pauses.append(1000 * (time.monotonic() - last - LOOK_EVERY_S))
        busy.append(1000 * (time.process_time() - used))
    return {
        "fill_s": time.monotonic() - asked,
        "workers_processor_s": children_processor_s() - before,
        "kernel_processor_s": time.process_time() - own,
        "pause_p95_ms": median_and_p95(pauses)[1],
        "longest_pause_ms": max(pauses),
        "longest_busy_ms": max(busy),
    }


def children_processor_s() -> float:
    """Processor time of all processes that were started from here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def some_cells(workers: int, most: int) -> Callable[[Experiment, Sequence[MapCell]], object]:
    """What computes the map's cells, told how many to compute and by how many processes."""
    return lambda experiment, cells: found_cells(experiment, cells[:most], workers)


def measure(most: int) -> list[dict[str, object]]:
    """One row for each person and number of processes."""
    rows: list[dict[str, object]] = []
    for person, experiment in PEOPLE.items():
        times = cell_ms(experiment)
        known = {"person": person, "cells": most, "cell_ms": statistics.mean(times), "dearest_ms": max(times)}
        for workers in (1, 2):
            cramp_map_panel.found_cells = some_cells(workers, most)
            rows.append({**known, "workers": workers, **asyncio.run(fill(experiment))})
    return rows


if __name__ == "__main__":
    print_report("cramp_map_fill", measure(int(sys.argv[1]) if len(sys.argv) > 1 else TOTAL_CELLS))

"""Of every ready-made set-up, what is drawn is what its run says, at many moments, in both layouts."""

from typing import Any

import pytest

import widgets
from tests.sarcomere.stage import MEASURED, Stage
from widgets.explorers.parts.sarcomere_scene import story_steps
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_phases import contraction_phases
from widgets.reference_data.experiment_controls import experiment_presets
from widgets.sarcomere.sarcomere_view import RUN_TRACES

SHARES = {
    "headsAttached": ("heads_attached_percent", "headsTotal"),
    "headsPulled": ("heads_pulled_percent", "headsTotal"),
    "sitesFilled": ("troponin_sites_filled_percent", "sitesTotal"),
}
LEVELS = {
    "forcePercent": "force_percent",
    "storeFillPercent": "store_calcium_percent",
    "gateOpenPercent": "release_gate_open_percent",
    "latchPercent": "magnesium_latch_percent",
}
DOTS = {
    "freeCalciumDots": ("free_calcium_uM", "calciumUnitUm"),
    "freeMagnesiumHexagons": ("free_magnesium_mM", "magnesiumUnitMm"),
}
Z_LINE = (55, 51, 44)
# For each layout: a row that only the right Z-line crosses, where it does so at rest, and how far that line slides.
RIGHT_Z_LINE = {"whole": ((560, 386.5, 100, 1), 644.2, 26.0), "half": ((238, 421.5, 44, 1), 273.4, 20.0)}


def traces(run: Contraction) -> dict[str, list[float]]:
    arrays = {"time_ms": run.time_ms, **run.traces}
    return {name: list(arrays[name]) for name in RUN_TRACES} | {"impulse_times_ms": list(run.impulse_times_ms)}


def moments(run: Contraction) -> list[float]:
    """The middle and the typical moment of each phase, and the middle of each step of the story."""
    phases = contraction_phases(run)
    seen = [time for phase in phases for time in ((phase.start_ms + phase.end_ms) / 2, phase.typical_ms)]
    steps = [(step["start_ms"] + step["end_ms"]) / 2 for step in story_steps(run)]
    return sorted({0.0, *seen, *steps, run.time_ms[-1]})


def off(drawn: dict[str, str], now: dict[str, Any]) -> list[str]:
    """What is drawn otherwise than the run says; a value at the edge between two counts may be rounded either way."""
    shares = {key: (now[trace] / 100 * int(drawn[total]), 0.501) for key, (trace, total) in SHARES.items()}
    dots = {key: (now[trace] / float(drawn[unit]), 0.501) for key, (trace, unit) in DOTS.items()}
    levels = {key: (now[trace], 0.02) for key, trace in LEVELS.items()}
    wanted = {**shares, **dots, **levels}
    apart = {key: abs(float(drawn[key]) - value) for key, (value, _) in wanted.items()}
    return [f"{key}: {drawn[key]}, run {value:.3f}" for key, (value, by) in wanted.items() if apart[key] > by]


@pytest.mark.parametrize("width", [718, 358])
@pytest.mark.parametrize("name", experiment_presets())
def test_what_is_drawn_of_a_preset_is_what_its_run_says(stage: Stage, name: str, width: int) -> None:
    run = widgets.simulate(**experiment_presets()[name].values)
    stage.start(None, run=traces(run), width=width, playhead={"duration_ms": run.time_ms[-1]})
    stage.page.wait_for_function(MEASURED)
    wrong = {time: found for time in moments(run) if (found := off(stage.at(time), run.at(time)))}
    assert wrong == {}
    row, rest, slide = RIGHT_Z_LINE[stage.drawn()["layout"]]
    force = run.at(run.time_ms[-1])["force_percent"]
    left, _, right, _ = stage.edges(row, Z_LINE)
    assert (left + right) / 2 == pytest.approx(rest - slide * force / 100, abs=1)

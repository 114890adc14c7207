"""What the animated sarcomere and its clock are given of a run."""

from typing import Any

from widgets.browser.float_arrays import float32_bytes
from widgets.descriptions.phase_captions import phase_caption
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_phases import contraction_phases
from widgets.physiology.contraction_story import contraction_story
from widgets.sarcomere.playhead import StoryStepJson
from widgets.sarcomere.sarcomere_view import RUN_TRACES, PhaseJson


def sarcomere_scene(run: Contraction, kept: Contraction | None = None) -> dict[str, Any]:
    """Return the traits of a SarcomereView that show a run, and a kept run behind it."""
    arrays = {"time_ms": run.time_ms, **run.traces}
    shown = {name: float32_bytes(arrays[name]) for name in RUN_TRACES}
    kept_force = kept.resampled("force_percent", run.time_ms) if kept else None
    return {
        "run": {**shown, "impulse_times_ms": float32_bytes(run.impulse_times_ms)},
        "phases": _phases(run),
        "kept_force": None if kept_force is None else float32_bytes(kept_force),
    }


def story_steps(run: Contraction) -> list[StoryStepJson]:
    """Return the `story` of a Playhead for a run."""
    return [
        {"key": step.key, "start_ms": step.start_ms, "end_ms": step.end_ms, "slow_down": step.slow_down}
        for step in contraction_story(run)
    ]


def _phases(run: Contraction) -> list[PhaseJson]:
    return [
        {
            "key": phase.key,
            "start_ms": phase.start_ms,
            "end_ms": phase.end_ms,
            "typical_ms": phase.typical_ms,
            "caption": phase_caption(run, phase),
        }
        for phase in contraction_phases(run)
    ]

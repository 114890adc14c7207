"""What the animated sarcomere is given of a run."""

from typing import Any

from widgets.browser.float_arrays import float32_bytes
from widgets.descriptions.contraction_description import describe_phase
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_phases import contraction_phases
from widgets.sarcomere.sarcomere_view import RUN_TRACES


def sarcomere_scene(run: Contraction, kept: Contraction | None = None) -> dict[str, Any]:
    """Return the traits of a SarcomereView that show a run, and a kept run behind it."""
    arrays = {"time_ms": run.time_ms, **run.traces}
    shown = {name: float32_bytes(arrays[name]) for name in RUN_TRACES}
    kept_force = kept.resampled("force_percent", run.time_ms) if kept else None
    return {
        "run": {**shown, "impulse_times_ms": float32_bytes(run.impulse_times_ms)},
        "phases": [
            {"key": phase.key, "start_ms": phase.start_ms, "end_ms": phase.end_ms, "caption": describe_phase(phase)}
            for phase in contraction_phases(run)
        ],
        "kept_force": None if kept_force is None else float32_bytes(kept_force),
    }

"""Simulate a muscle fibre in cells of your own, and open the pages that show it.

    import widgets

    run = widgets.simulate(impulse_rate_Hz=20, free_magnesium_mM=0.5)   # or simulate(preset="smooth_pull")
    run                       # its figure and its sentence
    run.measures              # peak force, half-relaxation time, ...
    run.traces                # name with unit -> numbers, as long as run.time_ms
    run.sources               # what it rests on
    run.figure()              # plotly's own figure, to change and save
    run.to_dataframe()        # a pandas table; run.to_csv("run.csv") needs no pandas

    widgets.sweep(impulse_rate_Hz=range(1, 51))   # many runs, their measures as a table and a figure

    widgets.controls()        # what can be set: units, ranges, defaults, meaning, sources
    widgets.presets()         # ready set-ups
    widgets.traces()          # what a run records
    widgets.measures()        # what is read off a run

    widgets.model_file        # the model as SBML; widgets.antimony_file is the same as text
    widgets.open_page("contraction_cycle")

A name or value that cannot be used is answered with one sentence that says what can.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from widgets.cells.listings import controls, measures, presets, traces
    from widgets.cells.model_files import antimony_file, model_file
    from widgets.cells.pages import open_page
    from widgets.cells.simulate import simulate
    from widgets.cells.sweep import sweep

# Name -> module that has it; each is loaded on first use, so that a page pays only for what it shows.
_MODULES = {
    "simulate": "simulate",
    "sweep": "sweep",
    "controls": "listings",
    "presets": "listings",
    "traces": "listings",
    "measures": "listings",
    "model_file": "model_files",
    "antimony_file": "model_files",
    "open_page": "pages",
}

__all__ = [
    "antimony_file",
    "controls",
    "measures",
    "model_file",
    "open_page",
    "presets",
    "simulate",
    "sweep",
    "traces",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function or a path
    if name not in _MODULES:
        raise AttributeError(f"widgets has no {name!r}; it has {', '.join(__all__)}.")
    found = getattr(importlib.import_module(f"widgets.cells.{_MODULES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__

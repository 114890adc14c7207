"""The animated sarcomere: what the browser needs to draw it, as traits."""

from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.sarcomere.playhead import IN_STEP

RUN_TRACES: tuple[str, ...] = (
    "time_ms",
    "force_percent",
    "free_calcium_uM",
    "free_magnesium_mM",
    "troponin_sites_filled_percent",
    "store_calcium_percent",
    "release_gate_open_percent",
    "magnesium_latch_percent",
    "pump_working_percent",
    "heads_attached_percent",
    "heads_pulled_percent",
    "magnesium_ATP_mM",
)
"""Keys of `SarcomereView.run` that hold arrays of equal length; `impulse_times_ms` has a length of its own."""


class PhaseJson(TypedDict):
    """One named stretch of a run, as the browser takes it; `typical_ms` is the moment in it that a reader is led to."""

    key: str
    start_ms: float
    end_ms: float
    typical_ms: float
    caption: str


class SarcomereView(Part):
    """One animated sarcomere that shows a solved run at the time of a `Playhead`.

    Everything that moves is read from `run`. The picture is drawn in the browser; the kernel only hands over the run
    and hears which part or phase a learner selects.
    """

    _esm = bundle("sarcomere_view.js")
    _css = bundle("sarcomere_view.css")

    playhead = traitlets.Unicode("", help='Reference to a Playhead: "anywidget:<model_id>".').tag(sync=True)
    run: "traitlets.Dict[str, bytes]" = traitlets.Dict(
        key_trait=traitlets.Unicode(),
        value_trait=traitlets.Bytes(),
        help="Arrays from `float32_bytes`: the keys of `RUN_TRACES`, and `impulse_times_ms`.",
    ).tag(sync=True)
    phases: "traitlets.List[PhaseJson]" = traitlets.List(help="Phases in order of time.").tag(sync=True)
    kept_force = traitlets.Bytes(
        None, allow_none=True, help="force_percent of a kept run, on the time points of `run`, or None."
    ).tag(sync=True)
    words: "traitlets.Dict[str, str | dict[str, str]]" = traitlets.Dict(
        key_trait=traitlets.Unicode(),
        help="Every visible or spoken sentence by key, as in data/wording; those with plural forms as their forms.",
    ).tag(sync=True)
    trace_of_part: "traitlets.Dict[str, str]" = traitlets.Dict(
        key_trait=traitlets.Unicode(),
        value_trait=traitlets.Unicode(),
        help="Part -> the trace that tells of it; while the part has focus it is the playhead's `emphasised_trace`.",
    ).tag(sync=True)
    selected_part = traitlets.Unicode("", help="Part that has focus in the browser, or an empty text.").tag(**IN_STEP)
    selected_phase = traitlets.Unicode("", help="Key of the phase last chosen in the browser.").tag(**IN_STEP)

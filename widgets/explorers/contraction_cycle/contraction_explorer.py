"""The page of the contraction cycle: controls, sarcomere and traces around one run and one clock."""

from collections.abc import Callable, Mapping
from typing import Any

from widgets.browser.one_move import one_move
from widgets.descriptions.contraction_description import (
    compare_contractions,
    contraction_finding,
    describe_contraction,
)
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.sarcomere_scene import sarcomere_scene, sarcomere_words
from widgets.figures.contraction_traces import Limits, axis_limits, draw_contraction_traces
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.contraction_phases import calcium_rush_ms, contraction_phases
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets
from widgets.sarcomere.playhead import Playhead
from widgets.sarcomere.sarcomere_view import SarcomereView

START_PRESET = "single_signal"
# How long before the first signal "Send one signal" starts to play: time to see the fibre at rest.
LEAD_IN_MS = 15.0
# Part of the sarcomere -> the trace that tells of it.
TRACE_OF_PART = {
    "signal": "impulse_times_ms",
    "gate": "store_calcium_percent",
    "store": "store_calcium_percent",
    "pump": "store_calcium_percent",
    "free_calcium": "free_calcium_uM",
    "sites": "troponin_sites_filled_percent",
    "heads": "force_percent",
    "force": "force_percent",
}


class ContractionExplorer(ExplorerPage):
    """The live page. Its state is the flat record `controls.values`; everything shown follows from it.

    Attributes:
        run: the contraction on show.
        kept: the kept run behind it, or None.
    """

    def __init__(self) -> None:
        """Open on a finished run of one signal.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        self.run = self._start = simulate_contraction(Experiment.from_preset(START_PRESET))
        self.kept: Contraction | None = None
        self._limits: Limits | None = axis_limits(self.run)
        self.controls = ControlPanel(experiment_controls().values(), experiment_presets().values(), self.run.controls)
        self.playhead = Playhead(
            duration_ms=self.run.time_ms[-1], time_ms=self._opening_time_ms(), linger_ms=calcium_rush_ms(self.run)
        )
        self.sarcomere = SarcomereView(
            playhead=f"anywidget:{self.playhead.model_id}",
            words=sarcomere_words(),
            trace_of_part=TRACE_OF_PART,
            **sarcomere_scene(self.run, self.kept),
        )
        self.traces = FigurePanel(
            **self._figure(), file_name="contraction", to_csv=self._run_as_csv, playhead=self.playhead
        )
        super().__init__(
            parts={"controls": self.controls, "sarcomere": self.sarcomere, "traces": self.traces},
            sentence=self._comparison(),
        )
        self.controls.observe(lambda change: self._solve(change["new"]), names="values")
        self.controls.on_msg(self._act)
        self.sarcomere.observe(lambda _: self.traces.show(**self._figure()), names=["selected_part", "selected_phase"])
        self.traces.on_fit(self.fit_axes)

    def set(self, **values: object) -> None:
        """Set controls by name, as if a learner had moved them.

        Raises:
            ControlError: an unknown name, or a value the control cannot take; nothing changes.
        """
        self.controls.values = dict(Experiment.from_values({**self.controls.values, **values}).values)

    def keep_run(self) -> None:
        """Keep the run on show as a ghost behind the runs to come."""
        self.kept = self.run
        self._show()

    def drop_kept_run(self) -> None:
        """Remove the ghost."""
        self.kept = None
        self._show()

    def reset(self) -> None:
        """Put every control back to its start, and fit the axes to that run."""
        self._load(START_PRESET)

    def load_preset(self, name: str) -> None:
        """Load a set-up of `experiment_presets.csv`.

        Raises:
            ControlError: there is no preset of this name.
        """
        self._load(name)

    def send_signal(self) -> None:
        """Play one signal from just before it arrives."""
        if self.run.controls != self._start.controls:
            self._load(START_PRESET)
        self.playhead.time_ms = max(0.0, self.run.impulse_times_ms[0] - LEAD_IN_MS)
        self.playhead.playing = True

    def fit_axes(self) -> None:
        """Fit the axes to the runs on show; until then an axis only grows, so that shapes can be compared."""
        self._limits = axis_limits(self.kept) if self.kept else None
        self._show()

    def _load(self, preset: str) -> None:
        self._limits = None
        values = dict(Experiment.from_preset(preset).values)
        if values == self.controls.values:
            self._show()
        self.controls.values = values

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        actions: dict[str, Callable[[], None]] = {
            "send_signal": self.send_signal,
            "keep": self.keep_run,
            "drop": self.drop_kept_run,
            "reset": self.reset,
            "preset": lambda: self.load_preset(message["preset"]),
        }
        actions[message["action"]]()

    def _solve(self, values: Mapping[str, object]) -> None:
        try:
            self.run = simulate_contraction(Experiment.from_values(values))
        except ControlError as error:
            # The last good run stays on show; the sentence stands beside the control it names.
            self.controls.faults = {error.control: str(error)}
            return
        self.controls.faults = {}
        self._show()

    def _show(self) -> None:
        self._limits = axis_limits(self.run, self._limits)
        figure, scene, sentence = self._figure(), sarcomere_scene(self.run, self.kept), self._comparison()
        # Everything is ready before anything is sent, so that the browser draws all of it in one frame.
        with one_move(self):
            self.traces.show(**figure)
            self.playhead.duration_ms = self.run.time_ms[-1]
            self.playhead.linger_ms = calcium_rush_ms(self.run)
            for trait, value in scene.items():
                setattr(self.sarcomere, trait, value)
            self.controls.has_kept_run = self.kept is not None
            self.sentence = sentence

    def _figure(self) -> dict[str, Any]:
        return {
            "figure": draw_contraction_traces(
                self.run,
                self.kept,
                self._limits,
                shaded_ms=self._shaded_ms(),
                emphasised_trace=TRACE_OF_PART.get(self.sarcomere.selected_part),
            ),
            "finding": contraction_finding(self.run),
            "description": describe_contraction(self.run),
        }

    def _shaded_ms(self) -> tuple[float, float] | None:
        """Return the stretch of the phase that was chosen in the sarcomere, if this run has it."""
        chosen = self.sarcomere.selected_phase
        phases = contraction_phases(self.run) if chosen else ()
        return next(((phase.start_ms, phase.end_ms) for phase in phases if phase.key == chosen), None)

    def _run_as_csv(self) -> str:
        return self.run.to_csv()

    def _opening_time_ms(self) -> float:
        """Return the middle of the pull: calcium bound, heads attached, the pump at work."""
        pull = next(phase for phase in contraction_phases(self.run) if phase.key == "pull")
        return (pull.start_ms + pull.end_ms) / 2

    def _comparison(self) -> str:
        return compare_contractions(self.run, self.kept or self._start, other_is_kept=self.kept is not None)

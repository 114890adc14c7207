"""The page of the contraction cycle: controls, sarcomere and traces around one run and one clock."""

from collections.abc import Generator
from typing import Any

from widgets.descriptions.claims_description import claims_table
from widgets.descriptions.contraction_description import (
    compare_contractions,
    contraction_finding,
    describe_contraction,
    many_settings_that_differ,
)
from widgets.explorers.contraction_cycle.cycle_questions import first_riser_question, relaxing_question
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.sarcomere_scene import sarcomere_scene, story_steps
from widgets.explorers.parts.text_table import TextTable
from widgets.figures.contraction_traces import Limits, axis_limits, draw_contraction_traces
from widgets.figures.force_strip import draw_force_strip
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import contraction_in_pieces, simulate_contraction
from widgets.physiology.contraction_phases import contraction_phases, typical_moment_ms
from widgets.physiology.experiment import Experiment
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets
from widgets.reference_data.wording import browser_words, sentence
from widgets.sarcomere.playhead import Playhead
from widgets.sarcomere.sarcomere_view import SarcomereView

START_PRESET = "short_burst"
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


class CycleSection(Section[Contraction, Contraction]):
    """One run, seen as a sarcomere at work and as traces, at one time.

    Attributes:
        found: the contraction on show.
        kept: the kept run behind it, or None.
        start: the contraction that the page opened with.
        playhead: the clock of both pictures.
        sarcomere, traces: the pictures.
        first_riser, relaxing: what is asked before it is told.
        force: the force alone, for beside the sliders.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the run of the record."""
        super().__init__(record, experiment_controls())
        self.start = self.found
        self._limits: Limits | None = axis_limits(self.found)
        self.playhead = Playhead(
            duration_ms=self.found.time_ms[-1],
            story=story_steps(self.found),
        )
        self.sarcomere = SarcomereView(
            playhead=f"anywidget:{self.playhead.model_id}",
            words=browser_words("sarcomere"),
            trace_of_part=TRACE_OF_PART,
            **sarcomere_scene(self.found, self.kept),
        )
        figure = self._figure()
        self.traces = FigurePanel(**figure, file_name="contraction", to_csv=self._run_as_csv, playhead=self.playhead)
        self.first_riser = first_riser_question(lambda: self.found)
        self.traces.ask_first(self.first_riser, sentence("prediction", "first_riser_neutral"))
        self.relaxing = relaxing_question(self.start)
        self.force = FigurePanel(
            **self._force_of(figure), file_name="force", to_csv=self._run_as_csv, playhead=self.playhead
        )
        self.sarcomere.observe(lambda _: self.traces.show(**self._figure()), names="selected_phase")
        self.traces.on_fit(self.fit_axes)

    def solve(self, values: Values) -> Contraction:
        """Return the contraction that these values give."""
        return simulate_contraction(Experiment.from_values(values))

    def solve_in_pieces(self, values: Values) -> Generator[float, None, Contraction]:
        """Return the contraction that these values give, and yield how much of it is solved where it takes long."""
        return contraction_in_pieces(Experiment.from_values(values))

    def solve_kept_in_pieces(self, values: Values) -> Generator[float, None, Contraction]:
        """Return a kept contraction that comes back, as `solve_in_pieces`."""
        return self.solve_in_pieces(values)

    def show(self, *, anew: bool = False) -> None:
        """Show the run; an axis only grows, so that shapes can be compared, until a ready set-up is loaded."""
        self._limits = axis_limits(self.found, None if anew else self._limits)
        figure, scene = self._figure(), sarcomere_scene(self.found, self.kept)
        self.traces.show(**figure)
        self.first_riser.tell()
        self.force.show(**self._force_of(figure))
        self.playhead.duration_ms = self.found.time_ms[-1]
        self.playhead.story = story_steps(self.found)
        if anew:
            self._open()
        with self.sarcomere.hold_sync():
            for trait, value in scene.items():
                setattr(self.sarcomere, trait, value)

    def said(self) -> str:
        """Return how the run differs from the kept one, or from the one the page opened with."""
        return compare_contractions(self.found, self.kept or self.start, other_is_kept=self.kept is not None)

    def said_behind(self) -> str:
        """Return which settings differ, where they are many."""
        return many_settings_that_differ(self.found, self.kept or self.start, other_is_kept=self.kept is not None)

    def fit_axes(self) -> None:
        """Fit the axes to the runs on show."""
        self._limits = axis_limits(self.kept) if self.kept else None
        self.show()

    def play(self) -> None:
        """Play the run from its beginning."""
        self.playhead.time_ms = 0.0
        self.playhead.playing = True
        # The browser moves the clock by itself: it may be far from where the kernel last heard of it.
        self.playhead.send_state(["time_ms", "playing"])

    def _open(self) -> None:
        """Stand still where a ready set-up shows what it is about; the opening run stands at its beginning."""
        is_start = self.found.controls == self.start.controls
        self.playhead.playing = False
        self.playhead.still_ms = None if is_start else typical_moment_ms(self.found)
        self.playhead.time_ms = self.playhead.still_ms or 0.0
        self.playhead.send_state(["time_ms", "playing"])

    def _figure(self) -> dict[str, Any]:
        finding = contraction_finding(self.found)
        return {
            "figure": draw_contraction_traces(
                self.found,
                self.kept,
                self._limits,
                shaded_ms=self._shaded_ms(),
            ),
            "finding": finding,
            "description": describe_contraction(self.found, finding),
        }

    def _force_of(self, figure: dict[str, Any]) -> dict[str, Any]:
        """Return the force alone, told as the whole figure is."""
        limits = self._limits or axis_limits(self.found)
        return {**figure, "figure": draw_force_strip(self.found, self.kept, limits)}

    def _shaded_ms(self) -> tuple[float, float] | None:
        """Return the stretch of the phase that was chosen in the sarcomere, if this run has it."""
        chosen = self.sarcomere.selected_phase
        phases = contraction_phases(self.found) if chosen else ()
        return next(((phase.start_ms, phase.end_ms) for phase in phases if phase.key == chosen), None)

    def _run_as_csv(self) -> str:
        return self.found.to_csv()


class ContractionExplorer(ExplorerPage):
    """The live page. Its state is the record; everything shown follows from it.

    Attributes:
        cycle: the run and its pictures.
        controls: the panel of controls.
    """

    def __init__(self) -> None:
        """Open on a finished run of a short burst, at its beginning.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        start = Experiment.from_preset(START_PRESET).values
        record = PageRecord("contraction_cycle", experiment_controls(), start, levels=("see", "try", "all"))
        self.cycle = CycleSection(record)
        self.controls = ControlPanel(
            record, experiment_controls().values(), experiment_presets().values(), on_send=self.send_signals
        )
        super().__init__(
            record,
            {
                "controls": self.controls,
                "force": self.cycle.force,
                "sarcomere": self.cycle.sarcomere,
                "traces": self.cycle.traces,
                "relaxing": self.cycle.relaxing,
                "claims": TextTable.of(claims_table(record.page)),
            },
        )
        record.sentence = self.cycle.said()

    @property
    def run(self) -> Contraction:
        """The contraction on show."""
        return self.cycle.found

    def send_signals(self, preset: str) -> None:
        """Play the signals of a ready set-up, from rest to rest.

        Raises:
            ControlError: there is no ready set-up of this name.
        """
        if self.record.computing or self.record.values != self.record.preset_values("controls", preset):
            self.record.load_preset(preset)
        self.cycle.play()

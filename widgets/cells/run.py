"""A run as a student holds it: it shows its figure, prints itself in three lines, and goes into tables and files."""

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from widgets.browser.plain_output import PlainOutput, with_plain_output, without_a_front_end
from widgets.cells.data_frames import data_frame
from widgets.cells.entries import SourceEntry, as_typed
from widgets.cells.listings import Listing
from widgets.cells.run_numbers import Measures, Traces
from widgets.cells.run_sources import sources_of_run
from widgets.cells.text_files import given_or_written
from widgets.descriptions.contraction_description import contraction_finding, describe_contraction
from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.amounts import amount, list_in_words
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

if TYPE_CHECKING:
    import plotly.graph_objects

    from widgets.explorers.parts.figure_panel import FigurePanel

# What the third line says.
KEY_MEASURES = ("peak_force_percent", "half_relaxation_time_ms", "peak_free_calcium_uM", "after_discharge_duration_ms")


class Run(Contraction):
    """One solved run of the fibre; see `Contraction` for its numbers."""

    def __init__(
        self,
        experiment: Experiment,
        time_ms: tuple[float, ...],
        traces: Mapping[str, tuple[float, ...]],
        impulse_times_ms: tuple[float, ...],
        measures: Mapping[str, float | None],
    ) -> None:
        """Keep what was solved; see `Contraction`."""
        super().__init__(experiment, time_ms, Traces(traces), impulse_times_ms, Measures(measures))

    @classmethod
    def of(cls, solved: Contraction) -> "Run":
        """Return a contraction as a run."""
        return cls(solved.experiment, solved.time_ms, solved.traces, solved.impulse_times_ms, solved.measures)

    @property
    def sources(self) -> Listing[SourceEntry]:
        """The sources behind what was set, what was recorded, and the constants of the model."""
        return sources_of_run(self)

    @property
    def changed(self) -> Mapping[str, ControlValue]:
        """The controls that differ from their defaults, with the values used."""
        controls = experiment_controls()
        return {name: value for name, value in self.controls.items() if value != controls[name].default}

    def figure(self) -> "plotly.graph_objects.Figure":
        """Return the run as plotly's own Figure, to change or save with plotly's tools."""
        from widgets.explorers.parts.figure_panel import plotly_figure  # noqa: PLC0415
        from widgets.figures.contraction_traces import draw_contraction_traces  # noqa: PLC0415

        return plotly_figure(draw_contraction_traces(self))

    def to_dataframe(self) -> Any:  # noqa: ANN401 - a DataFrame
        """Return the traces as a pandas DataFrame, a column for each, by `time_ms`.

        Raises:
            NoPandasError: pandas is not installed.
        """
        return data_frame(self.traces, {"time_ms": self.time_ms})

    def to_csv(self, path: str | PathLike[str] | None = None) -> str | None:  # type: ignore[override]
        """Return the run as a CSV text (settings on top, then a row for each sample), or write it to a file.

        Raises:
            OSError: the file cannot be written.
        """
        return given_or_written(super().to_csv(), path)

    def __repr__(self) -> str:
        signals = len(self.impulse_times_ms)
        length = amount(self.time_ms[-1], "ms", 6)
        changed = as_typed(self.changed)
        key = "run_changed" if changed else "run_as_it_starts"
        return "\n".join(
            (
                sentence("cells", "run_finding", finding=contraction_finding(self)),
                sentence("cells", key, length=length, count=signals, changed=changed),
                list_in_words(_key_numbers(self.measures), "clauses"),
            )
        )

    def _repr_mimebundle_(self, **asked: Any) -> Any:  # noqa: ANN401 - the signature is IPython's
        with without_a_front_end():
            view = self._panel().view_bundle(**asked)
        return with_plain_output(view, self._plain_output)

    def _plain_output(self) -> PlainOutput:
        from widgets.explorers.parts.figure_plainly import plain_figure  # noqa: PLC0415
        from widgets.figures.contraction_traces import draw_contraction_traces  # noqa: PLC0415

        finding, numbers = contraction_finding(self), Measures(self.measures).as_table()
        plain = plain_figure(draw_contraction_traces(self), finding, describe_contraction(self), numbers)
        return PlainOutput(repr(self), plain.html, plain.svg)

    def _panel(self) -> "FigurePanel":
        from widgets.explorers.parts.figure_panel import FigurePanel  # noqa: PLC0415
        from widgets.figures.contraction_traces import draw_contraction_traces  # noqa: PLC0415

        panel = FigurePanel(
            draw_contraction_traces(self),
            finding=contraction_finding(self),
            description=describe_contraction(self),
            file_name="contraction",
            to_csv=super().to_csv,
        )
        # Kept, because a widget lives only as long as somebody holds it.
        object.__setattr__(self, "_shown", panel)
        return panel


def _key_numbers(measures: Mapping[str, float | None]) -> list[str]:
    known = contraction_measures()
    return [
        sentence("cells", "key_number", label=known[name].label, value=amount(value, known[name].unit))
        for name in KEY_MEASURES
        if (value := measures[name])
    ]

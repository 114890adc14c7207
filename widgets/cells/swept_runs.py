"""The runs of a sweep: a table of their measures, a figure of one of them, and each run by its place."""

import csv
import io
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from typing import TYPE_CHECKING, Any, overload

from widgets.browser.plain_output import PlainOutput, with_plain_output, without_a_front_end
from widgets.browser.written_table import plain_table
from widgets.cells.data_frames import data_frame
from widgets.cells.run import Run
from widgets.cells.run_numbers import Measures
from widgets.cells.text_files import given_or_written
from widgets.descriptions.sweep_description import describe_sweep, settings_in_words, sweep_finding
from widgets.figures.sweep_chart import draw_sweep
from widgets.physiology.swept_measure import SweptMeasure
from widgets.reference_data.amounts import list_in_words
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.control_values import checked_measure
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.wording import sentence

if TYPE_CHECKING:
    import plotly.graph_objects

FIRST_MEASURE = "peak_force_percent"
SHOWN_ROWS = 6


class Point(dict[str, ControlValue]):
    """The values of the swept controls in one run."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


@dataclass(frozen=True, slots=True)
class SweptRun:
    """One run of a sweep: where it stands, the run as it is kept, and in a sentence why there is none."""

    point: Point
    kept: bytes = field(repr=False)
    failure: str

    @property
    def run(self) -> Run | None:
        """The run, None where it could not be solved."""
        return pickle.loads(self.kept) if self.kept else None


class SweptRuns(Sequence[Run | None]):
    """All runs of a sweep, in the order of the values; `sweep[0]` is a `Run`, or None where it could not be solved.

    Attributes:
        swept: the names of the swept controls, one or two.
        held: the other controls that differ from their defaults.
        points: the swept values of each run.
        measures: the measures of each run.
        failures: place of a run that could not be solved -> the sentence that says why.
    """

    def __init__(self, swept: tuple[str, ...], held: Mapping[str, ControlValue], runs: Sequence[SweptRun]) -> None:
        """Keep the runs; see the class."""
        self.swept = swept
        self.held = dict(held)
        self._runs = tuple(runs)
        self.points = tuple(run.point for run in runs)
        nothing = Measures(dict.fromkeys(contraction_measures()))
        self.measures = tuple(found.measures if (found := run.run) else nothing for run in runs)
        self.failures = {place: run.failure for place, run in enumerate(runs) if run.failure}

    @overload
    def __getitem__(self, place: int) -> Run | None: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Run | None]: ...
    def __getitem__(self, place: int | slice) -> Run | Sequence[Run | None] | None:
        """Return the run at a place, or those of a slice."""
        if isinstance(place, slice):
            return [run.run for run in self._runs[place]]
        return self._runs[place].run

    def __iter__(self) -> Iterator[Run | None]:
        return (run.run for run in self._runs)

    def __len__(self) -> int:
        return len(self._runs)

    def to_dataframe(self) -> Any:  # noqa: ANN401 - a DataFrame
        """Return a pandas DataFrame with a row for each run: the swept controls, then every measure.

        Raises:
            NoPandasError: pandas is not installed.
        """
        return data_frame(self._columns())

    def to_csv(self, path: str | PathLike[str] | None = None) -> str | None:
        """Return the same rows as CSV, or write them to a file; an empty cell is a measure that a run does not have.

        Raises:
            OSError: the file cannot be written.
        """
        text = io.StringIO()
        columns = self._columns()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
        return given_or_written(text.getvalue(), path)

    def figure(self, measure: str = FIRST_MEASURE) -> "plotly.graph_objects.Figure":
        """Return one measure against the swept controls as plotly's own Figure; a grid is drawn as shades.

        Raises:
            ControlError: there is no such measure.
        """
        from widgets.explorers.parts.figure_panel import plotly_figure  # noqa: PLC0415

        return plotly_figure(draw_sweep(self._swept_measure(measure)))

    def __repr__(self) -> str:
        names = list_in_words(self.swept)
        title = sentence("cells", "sweep_title", count=len(self), names=names)
        held = [sentence("cells", "sweep_held", settings=settings_in_words(self.held))] if self.held else []
        columns = {name: list(map(_shown, values)) for name, values in self._columns().items()}
        shown = [*self.swept, FIRST_MEASURE, "half_relaxation_time_ms", "peak_free_calcium_uM"]
        rows = [[columns[name][i] for name in shown] for i in range(min(len(self), SHOWN_ROWS))]
        more = len(self) - len(rows)
        end = [sentence("cells", "sweep_more", count=more)] if more else []
        failed = [f"{settings_in_words(self.points[i])}: {why}" for i, why in self.failures.items()]
        return "\n".join((title, *held, plain_table("", shown, rows), *end, *failed))

    def _repr_mimebundle_(self, **asked: Any) -> Any:  # noqa: ANN401 - the signature is IPython's
        from widgets.explorers.parts.figure_panel import FigurePanel  # noqa: PLC0415

        shown = self._swept_measure(FIRST_MEASURE)
        # Kept, because a widget lives only as long as somebody holds it.
        with without_a_front_end():
            self._panel = FigurePanel(
                draw_sweep(shown),
                finding=sweep_finding(shown),
                description=describe_sweep(shown, self.held, list(self.failures.values())),
                file_name="sweep",
                to_csv=lambda: str(self.to_csv()),
            )
        return with_plain_output(self._panel.view_bundle(**asked), self._plain_output)

    def _plain_output(self) -> PlainOutput:
        plain = self._panel.plain_output() or PlainOutput("", "")
        return PlainOutput(repr(self), plain.html, plain.svg)

    def _columns(self) -> dict[str, list[Any]]:
        columns: dict[str, list[Any]] = {name: [point[name] for point in self.points] for name in self.swept}
        for name in contraction_measures():
            columns[name] = [measures[name] for measures in self.measures]
        return columns

    def _swept_measure(self, measure: str) -> SweptMeasure:
        checked_measure(measure, contraction_measures())
        values = tuple(measures[measure] for measures in self.measures)
        return SweptMeasure(measure, self.swept, tuple(tuple(point.values()) for point in self.points), values)


def _shown(value: object) -> str:
    return "–" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)

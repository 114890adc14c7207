"""The section in which a situation runs beside a healthy fibre, or says why it does not."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from widgets.descriptions.situation_description import describe_situation, situation_compared, situation_finding
from widgets.evidence.magnesium_situations import MagnesiumSituation, magnesium_situations
from widgets.explorers.causes_of_cramps.situation_picker import SituationPicker
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.figures.runs_beside_each_other import PANELS, draw_runs_beside_each_other
from widgets.physiology.run_beside_healthy import RunBesideHealthy, run_beside_healthy
from widgets.reference_data.amounts import ended, paragraph


@dataclass(frozen=True, slots=True)
class SituationFound:
    """A situation and its runs, or None where it has none."""

    situation: MagnesiumSituation
    runs: RunBesideHealthy | None


class SituationSection(Section[SituationFound, None]):
    """Picker and figure; the figure waits out of sight where there is no run.

    Attributes:
        found: the situation on show.
        picker: the choice and what is said of it.
        beside: the figure of the two runs.
        compared: one sentence that compares them, or why magnesium alone may fail where there is no run.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the situation of the record."""
        self._runs: dict[str, RunBesideHealthy] = {}
        super().__init__(record, ["situation"], kept_names=())
        self._drawn = self._with_run(self.found)
        self.beside = FigurePanel(**self._figure(), file_name="beside_a_healthy_fibre", to_csv=self.to_csv)
        self.beside.waiting = self.found.runs is None
        self.picker = SituationPicker(record, self.beside, self._compared())

    def solve(self, values: Values) -> SituationFound:
        """Return the situation with its runs, computed when they are first asked for."""
        situation = magnesium_situations()[str(values["situation"])]
        if not situation.runnable:
            return SituationFound(situation, None)
        if situation.preset not in self._runs:
            self._runs[situation.preset] = run_beside_healthy(situation.preset)
        return SituationFound(situation, self._runs[situation.preset])

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show the runs, or nothing where there are none."""
        if self.found.runs is None:
            self.beside.waiting = True
            return
        self._drawn = self.found
        self.beside.show(**self._figure())
        self.picker.compared = self._compared()

    def said(self) -> str:
        """Return how the runs differ, or why magnesium alone may fail."""
        situation = self.found.situation
        return self._compared() if self.found.runs else paragraph([ended(situation.title), situation.why])

    def to_csv(self) -> str:
        """Return the runs that are drawn as a CSV text, at the times of the situation's run."""
        _, runs = self._drawn_runs()
        named = {"situation": runs.situation, "healthy": runs.healthy}
        if runs.with_calcium_kept:
            named["with_calcium_kept"] = runs.with_calcium_kept
        columns = {
            f"{trace}_{name}": run.resampled(trace, runs.situation.time_ms)
            for trace, *_ in PANELS
            for name, run in named.items()
        }
        text = io.StringIO()
        for control, value in runs.situation.controls.items():
            text.write(f"# {control}: {value}\n")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["time_ms", *columns])
        writer.writerows(zip(runs.situation.time_ms, *columns.values(), strict=True))
        return text.getvalue()

    def _with_run(self, found: SituationFound) -> SituationFound:
        """Return what is found, or the first situation that has a run where this one has none."""
        if found.runs is not None:
            return found
        runnable = next(each for each in magnesium_situations().values() if each.runnable)
        return self.solve({"situation": runnable.id})

    def _drawn_runs(self) -> tuple[str, RunBesideHealthy]:
        runs = self._drawn.runs
        if runs is None:
            raise LookupError(f"{self._drawn.situation.title} has no run.")
        return self._drawn.situation.title, runs

    def _compared(self) -> str:
        title, runs = self._drawn_runs()
        return situation_compared(title, runs.situation, runs.healthy, runs.with_calcium_kept)

    def _figure(self) -> dict[str, Any]:
        title, runs = self._drawn_runs()
        return {
            "figure": draw_runs_beside_each_other(runs.situation, runs.healthy),
            "finding": situation_finding(title, runs.situation, runs.healthy),
            "description": describe_situation(title, runs.situation, runs.healthy, runs.with_calcium_kept),
        }

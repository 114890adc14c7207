"""The section in which a situation runs beside a healthy fibre, or says why it does not."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from widgets.descriptions.situation_description import describe_situation, situation_compared, situation_finding
from widgets.evidence.magnesium_situations import MagnesiumSituation, magnesium_situations
from widgets.explorers.causes_of_cramps.situation_picker import SituationPicker
from widgets.explorers.frame.set_up_record import SetUpRecord
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.figures.runs_beside_each_other import PANELS, draw_runs_beside_each_other
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.amounts import ended, paragraph
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


@dataclass(frozen=True, slots=True)
class RunBesideHealthy:
    """The runs of one situation; `with_calcium_kept` only where very low magnesium lowers calcium as well."""

    situation: Contraction
    healthy: Contraction
    with_calcium_kept: Contraction | None


def run_beside_healthy(preset: str) -> RunBesideHealthy:
    """Return a preset's run beside the same command with the blood of a healthy person.

    Raises:
        KeyError: there is no such preset.
    """
    values = experiment_presets()[preset].values
    controls = experiment_controls()
    healthy = {name: value for name, value in values.items() if controls[name].group != "blood"}
    situation = simulate_contraction(Experiment.from_values(values))
    kept = None
    if values.get("plasma_magnesium_mM") is not None:
        kept = simulate_contraction(Experiment.from_values({**values, "parathyroid_response": False}))
    return RunBesideHealthy(situation, simulate_contraction(Experiment.from_values(healthy)), kept)


class SituationSection:
    """Picker and figure; the figure waits out of sight where there is no run.

    Attributes:
        picker: the choice and what is said of it.
        beside: the figure of the two runs.
        compared: one sentence that compares them, or why magnesium alone may fail where there is no run.
    """

    def __init__(self, record: SetUpRecord) -> None:
        """Open on the situation of the record, or on the first that has a run where that one has none."""
        self._runs: dict[str, RunBesideHealthy] = {}
        self._situation = self._with_run(record)
        self.picker = SituationPicker(record, "")
        self.beside = FigurePanel(**self._figure(), file_name="beside_a_healthy_fibre", to_csv=self.to_csv)
        self.compared = ""
        self.show(str(record.values["situation"]))

    def show(self, name: str) -> None:
        """Show one situation by its id."""
        situation = magnesium_situations()[name]
        if situation.runnable:
            self._situation = situation
            figure = self._figure()
            self.beside.show(**figure)
            runs = self._run()
            told = situation_compared(situation.title, runs.situation, runs.healthy, runs.with_calcium_kept)
            self.picker.compared = told
            self.compared = self.picker.compared
        else:
            self.beside.waiting = True
            self.compared = paragraph([ended(situation.title), situation.why])

    def to_csv(self) -> str:
        """Return both runs as a CSV text, at the times of the situation's run."""
        runs = self._run()
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

    def _with_run(self, record: SetUpRecord) -> MagnesiumSituation:
        situations = magnesium_situations()
        asked_for = situations[str(record.values["situation"])]
        return next(each for each in (asked_for, *situations.values()) if each.runnable)

    def _run(self) -> RunBesideHealthy:
        """Return the runs of the last situation that has one, computed when it is first shown."""
        preset = self._situation.preset
        if preset not in self._runs:
            self._runs[preset] = run_beside_healthy(preset)
        return self._runs[preset]

    def _figure(self) -> dict[str, Any]:
        runs = self._run()
        title = self._situation.title
        return {
            "figure": draw_runs_beside_each_other(runs.situation, runs.healthy),
            "finding": situation_finding(title, runs.situation, runs.healthy),
            "description": describe_situation(title, runs.situation, runs.healthy, runs.with_calcium_kept),
        }

"""The section on magnesium inside the fibre: a pull, the force-calcium curves, and the share of each brake."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from widgets.descriptions.fibre_magnesium_description import (
    FibreFindings,
    brake_finding,
    curve_finding,
    describe_brakes,
    describe_curves,
    describe_pull,
    fibre_notes,
    pull_finding,
)
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.brake_bars import brake_rows, draw_brake_bars
from widgets.figures.fibre_pull import draw_fibre_pull
from widgets.figures.force_calcium_curves import draw_force_calcium_curves
from widgets.physiology.contraction import Contraction
from widgets.physiology.magnesium_in_fibre import (
    BRAKES,
    ForceCalciumCurve,
    brake_shares,
    force_calcium_curve,
    pull,
    unasked_force_percent,
    usual_free_magnesium_mM,
)
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import Control, ControlValue, Preset
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

CONTROLS = ("free_magnesium_mM", *BRAKES)
# Presets that change nothing but the magnesium inside the fibre, or the signals that this section sets by itself.
PRESETS = ("low_magnesium_in_fibre", "laboratory_low_magnesium", "high_magnesium_in_fibre")
START_PRESET = "low_magnesium_in_fibre"


class FibreSection:
    """Everything that follows from free magnesium inside the fibre.

    Attributes:
        controls: the slider and the switches of magnesium's actions.
        found: what the model gives for them, beside the usual fibre.
        kept: the kept run, or None.
        pull, curves, brakes: the figures.
        notes: what the numbers mean.
    """

    def __init__(self, on_change: Callable[[str], None] = lambda _finding: None) -> None:
        """Open at the low end of what is seen in people.

        Args:
            on_change: called with the finding whenever the picture changes.
        """
        self._on_change = on_change
        self.kept: Contraction | None = None
        values = _preset_values(START_PRESET)
        self.found = _start_findings()
        self.controls = ControlPanel(_controls(), _presets(), values, levels=("all",))
        self.pull = FigurePanel(**self._pull_figure(), file_name="pull_and_magnesium", to_csv=self._pull_csv)
        self.curves = FigurePanel(**self._curve_figure(), file_name="force_and_calcium", to_csv=self._curve_csv)
        self.brakes = FigurePanel(**self._brake_figure(), file_name="brakes_of_magnesium", to_csv=self._brake_csv)
        self.notes = NoteList("", fibre_notes(self.found))
        self.controls.observe(lambda change: self._solve(change["new"]), names="values")
        self.controls.on_msg(self._act)

    def set(self, **values: ControlValue) -> None:
        """Set controls by name, as if a learner had moved them."""
        self.controls.values = {**self.controls.values, **values}

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        action = message["action"]
        if action in ("keep", "drop"):
            self.kept = self.found.run if action == "keep" else None
            self.controls.has_kept_run = self.kept is not None
            self._show_pull()
        elif action == "reset":
            self.controls.values = _preset_values(START_PRESET)
        elif action == "preset":
            self.controls.values = _preset_values(message["preset"])

    def _solve(self, values: Mapping[str, ControlValue]) -> None:
        try:
            # The pull follows the hand; what takes twenty runs more comes a moment later.
            self.found = replace(self.found, run=pull(values), unasked_percent=unasked_force_percent(values))
            self._show_pull()
            self.found = _findings(values, self.found)
        except ControlError as error:
            # The last good pictures stay on show; the sentence stands beside the control it names.
            self.controls.faults = {error.control: str(error)}
            return
        self.controls.faults = {}
        self._show_rest()

    def _show_pull(self) -> None:
        self.pull.show(**self._pull_figure())
        self._on_change(pull_finding(self.found))

    def _show_rest(self) -> None:
        self.curves.show(**self._curve_figure())
        self.brakes.show(**self._brake_figure())
        self.notes.show(fibre_notes(self.found))

    def _pull_figure(self) -> dict[str, Any]:
        return {
            "figure": draw_fibre_pull(self.found.run, self.found.usual, self.kept),
            "finding": pull_finding(self.found),
            "description": describe_pull(self.found, self.kept),
        }

    def _curve_figure(self) -> dict[str, Any]:
        return {
            "figure": draw_force_calcium_curves(self.found.curve, self.found.usual_curve),
            "finding": curve_finding(self.found),
            "description": describe_curves(self.found),
        }

    def _brake_figure(self) -> dict[str, Any]:
        return {
            "figure": draw_brake_bars(self.found.shares),
            "finding": brake_finding(self.found.shares),
            "description": describe_brakes(self.found.shares),
        }

    def _pull_csv(self) -> str:
        return self.found.run.to_csv()

    def _curve_csv(self) -> str:
        chosen, usual = self.found.curve, self.found.usual_curve
        header = [f"force_percent_at_{curve.free_magnesium_mM:g}_mM" for curve in (usual, chosen)]
        points = zip(chosen.calcium_uM, usual.force_percent, chosen.force_percent, strict=True)
        return _as_csv(["bath_calcium_uM", *header], points)

    def _brake_csv(self) -> str:
        return _as_csv(["what_is_changed", "peak_force_percent"], brake_rows(self.found.shares))


def _findings(values: Mapping[str, ControlValue], known: FibreFindings | None = None) -> FibreFindings:
    """Return all findings; `known` has the pull of these values already."""
    run, usual = known.run if known else pull(values), _usual_pull()
    return FibreFindings(
        run=run,
        usual=usual,
        unasked_percent=known.unasked_percent if known else unasked_force_percent(values),
        curve=force_calcium_curve(values),
        usual_curve=_usual_curve(),
        shares=brake_shares(values, run, usual),
    )


@cache
def _start_findings() -> FibreFindings:
    return _findings(_preset_values(START_PRESET))


@cache
def _usual_pull() -> Contraction:
    return pull({"free_magnesium_mM": usual_free_magnesium_mM()})


@cache
def _usual_curve() -> ForceCalciumCurve:
    return force_calcium_curve({"free_magnesium_mM": usual_free_magnesium_mM()})


def _controls() -> list[Control]:
    # All of them belong to this section, so none is tucked away.
    return [replace(experiment_controls()[name], level="try") for name in CONTROLS]


def _presets() -> list[Preset]:
    return [experiment_presets()[name] for name in PRESETS]


def _preset_values(name: str) -> dict[str, ControlValue]:
    """Return the preset's values of this section's own controls; the signals are the section's."""
    values = {control: experiment_controls()[control].default for control in CONTROLS}
    return {**values, **{key: value for key, value in experiment_presets()[name].values.items() if key in CONTROLS}}


def _as_csv(header: list[str], rows: Any) -> str:  # noqa: ANN401 - any rows of numbers and texts
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()

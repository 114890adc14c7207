"""The section on magnesium inside the fibre: a pull, the force-calcium curves, and the share of each brake."""

import csv
import io
from collections.abc import Iterator
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
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.brake_bars import brake_rows, draw_brake_bars
from widgets.figures.fibre_pull import draw_fibre_pull
from widgets.figures.force_calcium_curves import draw_force_calcium_curves
from widgets.physiology.contraction import Contraction
from widgets.physiology.magnesium_in_fibre import (
    BRAKES,
    BATH_CALCIUM_uM,
    BrakeShares,
    ForceCalciumCurve,
    brake_shares,
    force_calcium_curve,
    force_in_bath_percent,
    force_with_brake_frozen_percent,
    peak_force_percent,
    pull,
    unasked_force_percent,
)
from widgets.reference_data.amounts import ended
from widgets.reference_data.controls import Control, ControlValue, Preset
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

CONTROLS = ("free_magnesium_mM", *BRAKES)
# Presets that change nothing but the magnesium inside the fibre, or the signals that this section sets by itself.
PRESETS = ("low_magnesium_in_fibre", "laboratory_low_magnesium", "high_magnesium_in_fibre")


class FibreSection(Section[FibreFindings, Contraction]):
    """Everything that follows from free magnesium inside the fibre.

    Attributes:
        found: what the model gives for the controls, beside the usual fibre.
        kept: the kept run, or None.
        controls: the slider and the switches of magnesium's actions.
        pull, curves, brakes: the figures.
        notes: what the numbers mean.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the values of the record."""
        self.found = _start_findings()
        super().__init__(record, CONTROLS)
        self.controls = ControlPanel(record, _controls(), _presets(), name="fibre")
        self.pull = FigurePanel(**self._pull_figure(), file_name="pull_and_magnesium", to_csv=self._pull_csv)
        self.curves = FigurePanel(**self._curve_figure(), file_name="force_and_calcium", to_csv=self._curve_csv)
        self.brakes = FigurePanel(**self._brake_figure(), file_name="brakes_of_magnesium", to_csv=self._brake_csv)
        self.notes = NoteList("", fibre_notes(self.found))

    def solve(self, values: Values) -> FibreFindings:
        """Return the pull of these values; curves and brakes are those of before until `rest` has found them."""
        if values == start_values():
            return _start_findings()
        return replace(self.found, run=pull(values), unasked_percent=unasked_force_percent(values), complete=False)

    def rest(self, found: FibreFindings) -> Iterator[FibreFindings | None]:
        """Give the curve and what each brake does: the pull follows the hand, these take twenty runs more."""
        if found.complete:
            return
        values = {name: found.run.controls[name] for name in CONTROLS}
        force = []
        for calcium in BATH_CALCIUM_uM:
            force.append(force_in_bath_percent(values, calcium))
            yield None
        frozen = {}
        for brake in BRAKES:
            if found.run.controls[brake]:
                frozen[brake] = force_with_brake_frozen_percent(values, brake)
                yield None
        shares = BrakeShares(peak_force_percent(found.run), peak_force_percent(found.usual), frozen)
        curve = ForceCalciumCurve.through(found.magnesium_mM, force)
        yield replace(found, curve=curve, shares=shares, complete=True)

    def keep(self, found: FibreFindings) -> Contraction:
        """Return the pull."""
        return found.run

    def solve_kept(self, values: Values) -> Contraction:
        """Return the pull of a kept set-up."""
        return pull(values)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show the pull, and the rest once all of it is known."""
        self.pull.show(**self._pull_figure())
        if not self.found.complete:
            return
        self.curves.show(**self._curve_figure())
        self.brakes.show(**self._brake_figure())
        self.notes.show(fibre_notes(self.found))

    def said(self) -> str:
        """Return what the pull shows."""
        return ended(pull_finding(self.found))

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
        curves = [self.found.usual_curve] if self.found.is_usual else [self.found.usual_curve, self.found.curve]
        points = [
            (curve.free_magnesium_mM, *point)
            for curve in curves
            for point in zip(curve.calcium_uM, curve.force_percent, strict=True)
        ]
        return _as_csv(["free_magnesium_mM", "bath_calcium_uM", "force_percent"], points)

    def _brake_csv(self) -> str:
        return _as_csv(["what_is_changed", "peak_force_percent"], brake_rows(self.found.shares))


@cache
def _start_findings() -> FibreFindings:
    start = start_values()
    usual, curve = pull(start), force_calcium_curve(start)
    return FibreFindings(
        run=usual,
        usual=usual,
        unasked_percent=unasked_force_percent(start),
        curve=curve,
        usual_curve=curve,
        shares=brake_shares(start, usual, usual),
    )


def fibre_controls() -> dict[str, Control]:
    """Return every control of the section by name."""
    return {name: experiment_controls()[name] for name in CONTROLS}


def _controls() -> list[Control]:
    # All of them belong to this section, so none is tucked away.
    return [replace(experiment_controls()[name], level="try") for name in CONTROLS]


def _presets() -> list[Preset]:
    return [experiment_presets()[name] for name in PRESETS]


def start_values() -> dict[str, ControlValue]:
    """Return what the section starts with: the usual fibre."""
    return {control: experiment_controls()[control].default for control in CONTROLS}


def _as_csv(header: list[str], rows: Any) -> str:  # noqa: ANN401 - any rows of numbers and texts
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()

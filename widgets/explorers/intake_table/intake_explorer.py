"""The page of intakes: who, how much magnesium, two yardsticks apart, the whole table, and what the numbers mean."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

from widgets.browser.one_move import one_move
from widgets.descriptions.intake_description import (
    compare_intakes,
    describe_intake,
    intake_finding,
    intake_notes,
    no_reference_reason,
)
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.intake_table.intake_table import IntakeTable
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.intake_bars import draw_intake_bars
from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import IntakeCheck, check_intake, why_not
from widgets.reference_data.amounts import paragraph
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.intake_controls import intake_controls, intake_presets
from widgets.reference_data.wording import words

START_PRESET = "boy_16"
STAGES = ("pregnant", "breastfeeding")


class IntakeExplorer(ExplorerPage):
    """The live page. Its state is the flat record `controls.values`; everything shown follows from it.

    Attributes:
        check: the day on show, beside its two yardsticks.
        kept: the kept day behind it, or None.
    """

    def __init__(self) -> None:
        """Open on the boy whose need is a larger number than his upper limit.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        self.check = check_intake(DailyIntake.from_preset(START_PRESET))
        self.kept: IntakeCheck | None = None
        self.controls = ControlPanel(
            intake_controls().values(),
            intake_presets().values(),
            self.check.day.values,
            levels=("all",),
            own_words=words("intake_controls"),
        )
        self.controls.blocked = self._blocked()
        self.strips = FigurePanel(**self._figure(), file_name="magnesium_intake", to_csv=self._as_csv)
        self.table = IntakeTable(self.check)
        self.notes = NoteList(words("intake")["notes_heading"], intake_notes(self.check))
        super().__init__(
            parts={"controls": self.controls, "strips": self.strips, "table": self.table, "notes": self.notes},
            sentence=self._sentence(),
        )
        self.controls.observe(lambda change: self._check(change["new"]), names="values")
        self.controls.on_msg(self._act)

    def set(self, **values: object) -> None:
        """Set controls by name, as if a learner had moved them.

        Raises:
            ControlError: an unknown name, or a value the control cannot take; nothing changes.
        """
        self.controls.values = dict(DailyIntake.from_values({**self.controls.values, **values}).values)

    def keep_set_up(self) -> None:
        """Keep the day on show as an outline behind the days to come."""
        self.kept = self.check
        self._show()

    def drop_kept_set_up(self) -> None:
        """Remove the outline."""
        self.kept = None
        self._show()

    def reset(self) -> None:
        """Put every control back to its start."""
        self.load_preset(START_PRESET)

    def load_preset(self, name: str) -> None:
        """Load a case of `intake_presets.csv`.

        Raises:
            ControlError: there is no case of this name.
        """
        self.controls.values = dict(DailyIntake.from_preset(name).values)

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        actions: dict[str, Callable[[], None]] = {
            "keep": self.keep_set_up,
            "drop": self.drop_kept_set_up,
            "reset": self.reset,
            "preset": lambda: self.load_preset(message["preset"]),
        }
        actions[message["action"]]()

    def _check(self, values: Mapping[str, object]) -> None:
        try:
            day = DailyIntake.from_values(values)
        except ControlError as error:
            # The last good day stays on show; the sentence stands beside the control it names.
            self.controls.faults = {error.control: str(error)}
            return
        # A switch that no row of the table allows any more is turned off, in sight, with the reason beside it.
        off = {stage: False for stage in STAGES if getattr(day, stage) and why_not(stage, day)}
        if off:
            self.controls.values = {**day.values, **off}
            return
        self.check = check_intake(day)
        self._show()

    def _show(self) -> None:
        with one_move(self):
            self.strips.show(**self._figure())
            self.table.show(self.check)
            self.notes.show(intake_notes(self.check))
            with self.controls.hold_sync():
                self.controls.faults = {}
                self.controls.blocked = self._blocked()
                self.controls.has_kept_run = self.kept is not None
            self.sentence = self._sentence()

    def _blocked(self) -> dict[str, str]:
        found = {stage: why_not(stage, self.check.day) for stage in STAGES}
        return {stage: no_reference_reason(reason) for stage, reason in found.items() if reason}

    def _figure(self) -> dict[str, Any]:
        return {
            "figure": draw_intake_bars(self.check, self.kept),
            "finding": intake_finding(self.check),
            "description": describe_intake(self.check),
        }

    def _sentence(self) -> str:
        return paragraph([describe_intake(self.check), compare_intakes(self.check, self.kept) if self.kept else ""])

    def _as_csv(self) -> str:
        """Return the day and its two yardsticks as one row, with the controls' names as columns."""
        check = self.check
        row = {
            **check.day.values,
            "total_mg": check.day.total_mg,
            "reference_measure": getattr(check.reference, "measure", ""),
            "reference_mg_per_day": getattr(check.reference, "mg_per_day", ""),
            "upper_limit_of_supplements_mg_per_day": "" if check.limit.mg_per_day is None else check.limit.mg_per_day,
        }
        text = io.StringIO()
        writer = csv.DictWriter(text, row, lineterminator="\n")
        writer.writeheader()
        writer.writerow(row)
        return text.getvalue()

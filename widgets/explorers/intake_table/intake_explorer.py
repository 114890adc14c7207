"""The page of intakes: who, how much magnesium, two yardsticks apart, the whole table, and what the numbers mean."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from widgets.descriptions.claims_description import claims_table
from widgets.descriptions.intake_description import (
    IntakeNote,
    compare_intakes,
    describe_intake,
    intake_finding,
    intake_notes,
    no_reference_reason,
    ruler_in_words,
)
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.intake_table.intake_table import IntakeTable
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.prediction import Prediction, labels
from widgets.explorers.parts.text_table import TextTable
from widgets.figures.intake_bars import draw_intake_bars
from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import IntakeCheck, check_intake, why_not
from widgets.reference_data.amounts import amount, number_in_words, paragraph
from widgets.reference_data.intake_controls import intake_controls, intake_presets
from widgets.reference_data.wording import sentence, words

START_PRESET = "boy_16"
STAGES = ("pregnant", "breastfeeding")


class DaySection(Section[IntakeCheck, IntakeCheck]):
    """One person's day beside its two yardsticks.

    Attributes:
        found: the day on show, beside its two yardsticks.
        kept: the kept day behind it, or None.
        strips, table, notes: what is shown of it.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the day of the record."""
        super().__init__(record, intake_controls())
        self.strips = FigurePanel(**self._figure(), file_name="magnesium_intake", to_csv=self._as_csv)
        self.over_limit = self._question()
        self.strips.ask_first(self.over_limit, sentence("prediction", "over_limit_neutral"))
        self.over_limit.observe(lambda _: self._say(), names="answer")
        self.table = IntakeTable(self.found)
        self.notes = NoteList(words("intake")["notes_heading"], self._notes())

    def solve(self, values: Values) -> IntakeCheck:
        """Return the day of these values, beside its yardsticks."""
        return check_intake(DailyIntake.from_values(values))

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this page never grow
        """Show the day."""
        self.strips.show(**self._figure())
        self.over_limit.tell()
        self.table.show(self.found)
        self.notes.show(self._notes())

    def settled(self, values: Values) -> Values:
        """Turn a switch off that no row of the table allows any more, in sight, with the reason beside it."""
        day = DailyIntake.from_values(values)
        return {**values, **{stage: False for stage in STAGES if getattr(day, stage) and why_not(stage, day)}}

    def blocked(self, found: IntakeCheck) -> Mapping[str, str]:
        """Return why the switches of stages cannot be turned on, where that is so."""
        reasons = {stage: why_not(stage, found.day) for stage in STAGES}
        return {stage: no_reference_reason(reason) for stage, reason in reasons.items() if reason}

    def said(self) -> str:
        """Return the day in words, and how it differs from the kept one."""
        return paragraph([describe_intake(self.found), compare_intakes(self.found, self.kept) if self.kept else ""])

    def _question(self) -> Prediction:
        """Return the question whether the person of the opening day is over the limit."""

        def shown() -> Mapping[str, object] | None:
            day, limit = self.found.day, self.found.limit.mg_per_day
            if limit is None:
                return None
            amounts = {
                "food": day.magnesium_from_food_mg,
                "supplement": day.magnesium_from_supplements_mg,
                "limit": limit,
            }
            return {name: amount(value, "mg") for name, value in amounts.items()}

        day, limit = self.found.day, self.found.limit.mg_per_day
        asked = {"age": number_in_words(day.age_years), "food": amount(day.magnesium_from_food_mg, "mg")}
        asked["limit"] = amount(limit or 0.0, "mg")
        return Prediction("over_limit", labels("over_limit", "yes", "no"), shown, **asked)

    def _say(self) -> None:
        """Tell what the day shows once the question is answered, and nothing before."""
        self.record.sentence = "" if self.over_limit.is_open else self.said()
        self.notes.show(self._notes())

    def _notes(self) -> list[IntakeNote]:
        """Return the notes on the day, without the one that answers the question while that is open."""
        told = not self.over_limit.is_open
        return [note for note in intake_notes(self.found) if told or note.key != "yardsticks"]

    def _figure(self) -> dict[str, Any]:
        return {
            "figure": draw_intake_bars(self.found, self.kept, ruler=ruler_in_words(self.found)),
            "finding": intake_finding(self.found),
            "description": describe_intake(self.found),
        }

    def _as_csv(self) -> str:
        """Return the day and its two yardsticks as one row, with the controls' names as columns."""
        check = self.found
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


class IntakeExplorer(ExplorerPage):
    """The live page. Its state is the record; everything shown follows from it.

    Attributes:
        day: the day on show.
        controls: the panel of controls.
    """

    def __init__(self) -> None:
        """Open on the boy whose need is a larger number than his upper limit.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord("intake_table", intake_controls(), DailyIntake.from_preset(START_PRESET).values)
        self.day = DaySection(record)
        self.controls = ControlPanel(
            record, intake_controls().values(), intake_presets().values(), own_words=words("intake_controls")
        )
        super().__init__(
            record,
            {
                "controls": self.controls,
                "strips": self.day.strips,
                "table": self.day.table,
                "notes": self.day.notes,
                "claims": TextTable.of(claims_table(record.page)),
            },
        )

    @property
    def check(self) -> IntakeCheck:
        """The day on show, beside its two yardsticks."""
        return self.day.found

"""The section on every trial: one question, what reviews say, what it means for a person, and all rows."""

import csv
import io
from typing import cast

from widgets.descriptions.outcome_description import (
    OutcomeNote,
    describe_outcome,
    outcome_changed,
    outcome_finding,
    outcome_notes,
    trials_without_row,
)
from widgets.evidence.trial_answer import TrialAnswer, TrialQuestion, trial_answer
from widgets.evidence.trials import Population, trials
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.supplement_evidence.forest_plot import SWITCH, ForestPlot
from widgets.explorers.supplement_evidence.outcome_rows import forest_of
from widgets.meta_analysis.pooling import Method
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence, words

QUESTION = ("trial_population", "trial_outcome", "cramps_a_week_before")
CHOICE = ("pooling_method", "trial_salt", "trial_bias", "least_dose_mg")
CSV_COLUMNS = (
    "id", "trial", "outcome", "kind", "n_magnesium", "mean_magnesium", "sd_magnesium", "events_magnesium",
    "n_placebo", "mean_placebo", "sd_placebo", "events_placebo", "effect", "low", "high", "unit", "why_not",
)  # fmt: skip


class OutcomeSection(Section[TrialAnswer, None]):
    """A question to the trials, and every trial that answers it.

    Attributes:
        found: the answer on show.
        notes: what reviews say, and what it means for one person.
        controls: the question.
        plot: all trials.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the question of the record."""
        controls = evidence_controls()
        switches = tuple(name for name in controls if name.startswith(SWITCH))
        self._before: TrialAnswer | None = None
        super().__init__(record, (*QUESTION, *CHOICE, *switches), kept_names=())
        self._shown = self.found
        said = words("evidence_outcomes")
        self.notes = NoteList("", self._notes())
        self.controls = ControlPanel(
            record,
            [controls[name] for name in QUESTION],
            [],
            name="question",
            keeps=False,
            own_words={"group_outcomes": said["group_outcomes"]},
        )
        self.plot = ForestPlot(
            record,
            [controls[name] for name in CHOICE],
            switches,
            panel="trials",
            file_name="trials",
            to_csv=self.to_csv,
        )
        self.show()

    def solve(self, values: Values) -> TrialAnswer:
        """Return what the trials answer."""
        left_out = tuple(name.removeprefix(SWITCH) for name in self.names if name.startswith(SWITCH) and values[name])
        return trial_answer(
            TrialQuestion(
                population=cast("Population", values["trial_population"]),
                outcome=str(values["trial_outcome"]),
                method=cast("Method", values["pooling_method"]),
                salt=str(values["trial_salt"]),
                bias=str(values["trial_bias"]),
                least_dose_mg=float(values["least_dose_mg"]),
                left_out=left_out,
            )
        )

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axis is that of all trials
        """Show the answer and every row."""
        self._before, self._shown = self._shown, self.found
        self.notes.show(self._notes())
        forest = forest_of(self.found)
        notes = [sentence("evidence_outcomes", "weight_note"), trials_without_row(self.found)]
        self.plot.show(
            forest,
            finding=outcome_finding(self.found),
            description=describe_outcome(self.found, [trial["said"] for trial in forest["trials"]]),
            notes=[note for note in notes if note and forest["trials"]],
        )

    def said(self) -> str:
        """Return what the last move did to the interval."""
        return outcome_changed(self._before, self.found)

    def to_csv(self) -> str:
        """Return the results on show as a CSV text."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["study", *CSV_COLUMNS])
        for result in self.found.results:
            study = trials()[result.trial].study
            writer.writerow([study, *(getattr(result, column) for column in CSV_COLUMNS)])
        return text.getvalue()

    def _notes(self) -> list[OutcomeNote]:
        return outcome_notes(self.found, float(self.record.values["cramps_a_week_before"]))


def outcomes_head() -> dict[str, str]:
    """Return title and text of the section."""
    return {key: sentence("evidence_outcomes", key) for key in ("title", "text")}

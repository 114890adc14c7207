"""The first section: a share that is often quoted alone, a guess, and the group beside it."""

import csv
import io
from typing import cast

from widgets.descriptions.missing_arm_description import (
    compare_with_guess,
    describe_missing_arm,
    group_in_words,
    missing_arm_finding,
    missing_arm_notes,
)
from widgets.evidence.missing_arm import STEPS, MissingArm, Step, missing_arm
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.choice_buttons import Choice, ChoiceButtons
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.people_grid import PeopleArm, PeopleGrid, PeopleKey
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence

GUESS, STEP = "expected_placebo_percent", "missing_arm_step"
NOT_TOLD = -1


class MissingArmSection(Section[MissingArm, None]):
    """Two groups of a hundred people; the second is shown once a reader has guessed.

    Attributes:
        found: the trial as far as it is looked at.
        people: both groups.
        controls: the guess.
        steps: one piece of the trial after the other.
        notes: what the pieces mean.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the guess and the step of the record."""
        super().__init__(record, (GUESS, STEP), kept_names=())
        controls = evidence_controls()
        self.people = PeopleGrid(file_name="said_that_it_helped", to_csv=self._as_csv)
        self.controls = ControlPanel(record, [controls[GUESS]], [], name="guess", keeps=False)
        self.steps = ChoiceButtons(
            _said("steps"),
            [Choice(value=step, label=controls[STEP].choices[step]) for step in STEPS],
            [self.found.step],
            on_press=lambda step: record.set(missing_arm_step=step),
        )
        self.notes = NoteList("", missing_arm_notes(self.found))
        self.show()

    def solve(self, values: Values) -> MissingArm:
        """Return the trial as far as it is looked at."""
        return missing_arm(cast(Step, values[STEP]), float(values[GUESS]))

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - a hundred people have no axes
        """Show both groups, as far as the reader has come."""
        found = self.found
        self.people.show(
            finding=missing_arm_finding(found),
            arms=[self._arm(magnesium=True), self._arm(magnesium=False)],
            key=_key(found),
            description=describe_missing_arm(found),
            table={
                "columns": [_said("column_group"), _said("column_share")],
                "rows": [
                    [_said("arm_magnesium"), group_in_words(found, magnesium=True)],
                    [_said("arm_placebo"), group_in_words(found, magnesium=False)],
                ],
            },
        )
        self.steps.pressed = [found.step]
        self.notes.show(missing_arm_notes(found))

    def said(self) -> str:
        """Return what was expected, and what was found once that is shown."""
        return compare_with_guess(self.found)

    def _arm(self, *, magnesium: bool) -> PeopleArm:
        found = self.found
        marked = round(found.magnesium_percent if magnesium else found.placebo_percent)
        return {
            "kind": "magnesium" if magnesium else "placebo",
            "title": _said("arm_magnesium" if magnesium else "arm_placebo"),
            "said": group_in_words(found, magnesium=magnesium),
            "marked": marked if magnesium or found.is_told else NOT_TOLD,
            "guessed": NOT_TOLD if magnesium else round(found.expected_percent),
        }

    def _as_csv(self) -> str:
        """Return both groups, the second as far as it is shown."""
        found, text = self.found, io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["group", "people", "said_that_it_helped", "expected_percent", "source"])
        helped, source = found.helped, found.helped.source[0]
        writer.writerow(["magnesium", helped.n_magnesium, helped.events_magnesium, "", source])
        told = [helped.n_placebo, helped.events_placebo] if found.is_told else ["", ""]
        writer.writerow(["placebo", *told, found.expected_percent, source])
        return text.getvalue()


def missing_arm_head(found: MissingArm) -> dict[str, str]:
    """Return the title of the section, and its first words."""
    share = number_in_words(round(found.magnesium_percent))
    return {"title": _said("title"), "text": sentence("missing_arm", "text", magnesium=share)}


def _key(found: MissingArm) -> list[PeopleKey]:
    looks: list[PeopleKey] = [
        {"look": "marked", "label": _said("key_marked")},
        {"look": "unmarked", "label": _said("key_unmarked")},
    ]
    if not found.is_told:
        looks.append({"look": "unknown", "label": _said("key_unknown")})
    return [*looks, {"look": "guessed", "label": _said("key_guessed")}] if found.expected_percent else looks


def _said(key: str) -> str:
    return sentence("missing_arm", key)

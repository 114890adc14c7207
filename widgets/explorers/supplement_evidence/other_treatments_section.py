"""The section on what else was tried: one treatment at a time, and those beside magnesium that were counted alike."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from widgets.descriptions.other_treatments_description import (
    arms_finding,
    beside_finding,
    describe_arms,
    describe_beside,
    of_a_hundred,
    people_finding,
    result_in_numbers,
    treatment_in_short,
)
from widgets.evidence.other_treatments import OtherTreatment, TreatmentResult, other_treatments, treatment_results
from widgets.evidence.treatments_beside_magnesium import BesideMagnesium, treatments_beside_magnesium
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.people_grid import PeopleArm, PeopleGrid
from widgets.explorers.supplement_evidence.treatment_picker import TreatmentPicker
from widgets.figures.treatment_arms import draw_treatment_arms
from widgets.figures.treatments_beside import draw_treatments_beside
from widgets.reference_data.model_names import as_heading
from widgets.reference_data.wording import sentence

CONTROL = "other_treatment"
NOT_ASKED = -1
CSV_COLUMNS = (
    "id", "treatment", "outcome", "people_kind", "control_text", "measure", "better", "estimate", "low", "high", "unit",
    "without_value", "with_value", "value_unit", "p_value", "weeks_counted", "trials", "people", "certainty",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TreatmentFound:
    """A treatment, its results, and those of them that are drawn: both groups as bars, and as people; None without."""

    treatment: OtherTreatment
    results: tuple[TreatmentResult, ...]
    in_bars: TreatmentResult | None
    in_people: TreatmentResult | None


class OtherTreatmentsSection(Section[TreatmentFound, None]):
    """A choice of one treatment, and the few that can stand beside magnesium.

    Attributes:
        found: the treatment on show.
        picker: the choice, its pictures and its card.
        beside: magnesium and what was counted in the same way.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the treatment of the record."""
        super().__init__(record, [CONTROL], kept_names=())
        self._rows: Sequence[BesideMagnesium] = treatments_beside_magnesium()
        self._drawn = self._with("in_bars")
        self._counted = self._with("in_people")
        self.arms = FigurePanel(**self._arms(), file_name="both_groups", to_csv=self.to_csv)
        self.people = PeopleGrid(file_name="both_groups_as_people", to_csv=self.to_csv)
        self.picker = TreatmentPicker(record, self.arms, self.people)
        self.beside = FigurePanel(**self._beside(), file_name="beside_magnesium", to_csv=self.beside_to_csv)
        self.show()

    def solve(self, values: Values) -> TreatmentFound:
        """Return the chosen treatment with its results."""
        treatment = other_treatments()[str(values[CONTROL])]
        results = treatment_results(treatment.id)
        in_people = next((result for result in results if result.measure == "per_thousand"), None)
        groups = (result for result in results if result.arms and result.measure != "per_thousand")
        return TreatmentFound(treatment, results, next(groups, None), in_people)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - each result has an axis of its own
        """Show the treatment; a picture for which it has no result goes out of sight."""
        self._drawn = self.found if self.found.in_bars else self._drawn
        self._counted = self.found if self.found.in_people else self._counted
        self.arms.show(**self._arms())
        self.arms.waiting = self.found.in_bars is None
        self._show_people()
        self.beside.show(**self._beside())

    def said(self) -> str:
        """Return what was found, and the numbers where there are any."""
        return treatment_in_short(self.found.treatment)

    def to_csv(self) -> str:
        """Return every result of the treatment on show as a CSV text."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        writer.writerows([getattr(result, column) for column in CSV_COLUMNS] for result in self.found.results)
        return text.getvalue()

    def beside_to_csv(self) -> str:
        """Return what stands beside magnesium as a CSV text, in cramps a week."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["treatment", "cramps_a_week_less_dummy", "low", "high", "people"])
        writer.writerows([row.id, row.estimate, row.low, row.high, row.people] for row in self._rows)
        return text.getvalue()

    def _with(self, drawn: str) -> TreatmentFound:
        """Return what is on show, or the first treatment that has such a picture where this one has none."""
        if getattr(self.found, drawn) is not None:
            return self.found
        found = (self.solve({CONTROL: treatment}) for treatment in other_treatments())
        return next(each for each in found if getattr(each, drawn) is not None)

    def _arms(self) -> dict[str, Any]:
        result = self._drawn.in_bars
        if result is None:
            raise LookupError(f"{self._drawn.treatment.id} has no two groups to draw.")
        return {
            "figure": draw_treatment_arms(result, self._drawn.treatment.name),
            "finding": arms_finding(result),
            "description": describe_arms(result),
        }

    def _show_people(self) -> None:
        result, name = self._counted.in_people, self._counted.treatment.name
        if result is None:
            raise LookupError(f"{self._counted.treatment.id} counts no people.")
        without, treated = of_a_hundred(result)
        arms = [_people("placebo", as_heading(result.control_text), without), _people("other", name, treated)]
        self.people.show(
            finding=people_finding(result),
            arms=arms,
            key=[
                {"look": "marked", "label": _said("people_key_marked")},
                {"look": "unmarked", "label": _said("people_key_unmarked")},
            ],
            description=result_in_numbers(result),
            table={
                "columns": [_said("column_group"), result.outcome],
                "rows": [[arm["title"], arm["said"]] for arm in arms],
            },
        )

    def _beside(self) -> dict[str, Any]:
        return {
            "figure": draw_treatments_beside(self._rows, self.found.treatment.id),
            "finding": beside_finding(self._rows),
            "description": describe_beside(self._rows),
        }


def other_treatments_head() -> dict[str, str]:
    """Return title and text of the section."""
    return {"title": _said("title"), "text": _said("text")}


def _people(kind: str, title: str, count: int) -> PeopleArm:
    said = _said("people_others", control=title, count=count)
    return {"kind": kind, "title": title, "said": said, "marked": count, "guessed": NOT_ASKED}  # type: ignore[typeddict-item]


def _said(key: str, **values: object) -> str:
    return sentence("other_treatments", key, **values)

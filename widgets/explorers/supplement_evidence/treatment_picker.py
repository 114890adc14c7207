"""Treatments to choose from, how both groups did with the chosen one, and what is said of it."""

from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.browser.plain_output import PlainOutput
from widgets.browser.source import Source, as_sources
from widgets.browser.written_html import below_one_another, heading, lines, paragraph
from widgets.descriptions.other_treatments_description import (
    publication_lesson,
    result_in_numbers,
    treatment_facts,
    treatment_in_short,
)
from widgets.evidence.other_treatments import OtherTreatment, other_treatments, treatment_results
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.people_grid import PeopleGrid
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import sentence, words


class TreatmentFact(TypedDict):
    """One thing to know of a treatment, under its heading."""

    label: str
    text: str


class TreatmentJson(TypedDict):
    """Everything that is said of one treatment; `first` is the result that it is judged by, or empty."""

    id: str
    name: str
    said: str
    first: str
    facts: list[TreatmentFact]
    results_label: str
    results: list[str]
    lesson: str
    counts_people: bool
    sources: list[Source]


class TreatmentPickerWords(TypedDict):
    """What the choice and the sources are called."""

    chooser: str
    sources: str


class TreatmentPicker(Part):
    """A choice of one, its groups as bars, as people where people were counted, and a card.

    Attributes:
        record: the page's state; the choice is its value `other_treatment`.
        treatments: everything that the cards say, in the order shown.
        arms: the figure of both groups, out of sight where they are not known.
        people: both groups as a hundred people each, out of sight where people were not counted.
    """

    _esm = bundle("treatment_picker.js")
    _css = bundle("treatment_picker.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    treatments: "traitlets.List[TreatmentJson]" = traitlets.List().tag(sync=True)
    arms = anywidget.WidgetTrait().tag(sync=True)
    people = anywidget.WidgetTrait().tag(sync=True)
    words = shaped(TreatmentPickerWords)

    def __init__(self, record: PageRecord, arms: FigurePanel, people: PeopleGrid) -> None:
        """Open on the treatment of the record."""
        said = words("other_treatments")
        super().__init__(
            record=record,
            treatments=[_as_json(treatment) for treatment in other_treatments().values()],
            arms=arms,
            people=people,
            words={"chooser": said["chooser"], "sources": said["sources"]},
        )

    def plain_output(self) -> PlainOutput:
        """Return every treatment: its name, what was found, and the numbers."""
        told = [(each.name, treatment_in_short(each)) for each in other_treatments().values()]
        shown = [piece for name, text in told for piece in (heading(name), paragraph(text))]
        return PlainOutput(lines([piece for both in told for piece in both]), below_one_another(shown))


def _as_json(treatment: OtherTreatment) -> TreatmentJson:
    results = treatment_results(treatment.id)
    return {
        "id": treatment.id,
        "name": treatment.name,
        "said": treatment.said,
        "first": result_in_numbers(results[0]) if results else "",
        "facts": [{"label": label, "text": text} for label, text in treatment_facts(treatment)],
        "results_label": sentence("other_treatments", "all_results", count=len(results)),
        "results": [result_in_numbers(result) for result in results],
        "lesson": publication_lesson(results),
        "counts_people": any(result.measure == "per_thousand" for result in results),
        "sources": as_sources(cite(key) for key in treatment.source),
    }

"""The eight situations to choose from, the run of the chosen one, and what is said of it."""

from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.source import Source
from widgets.evidence.magnesium_situations import MagnesiumSituation, magnesium_situations
from widgets.explorers.causes_of_cramps.cause_browser import Fact, sources_as_json
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.reference_data.wording import Wording, words


class SituationJson(TypedDict):
    """Everything that a card says."""

    id: str
    title: str
    mark: str
    runnable: bool
    why: str
    facts: list[Fact]
    checked: str
    sources: list[Source]


class SituationPicker(Part):
    """A choice of one, its run, and a card.

    Attributes:
        record: the page's state; the choice is its value `situation`.
        situations: everything that the cards say.
        beside: the figure of the run, out of sight where there is none.
        compared: the sentence that compares the run with the healthy one, or empty where there is no run.
    """

    _esm = bundle("situation_picker.js")
    _css = bundle("situation_picker.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    situations: "traitlets.List[SituationJson]" = traitlets.List().tag(sync=True)
    beside = anywidget.WidgetTrait().tag(sync=True)
    compared = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(self, record: PageRecord, beside: FigurePanel, compared: str) -> None:
        """Open on the situation of the record."""
        super().__init__(
            record=record,
            situations=[_as_json(situation) for situation in magnesium_situations().values()],
            beside=beside,
            compared=compared,
            words={key: text for key, text in words("causes").items() if key.startswith(("situation", "fact_"))},
        )


def _as_json(situation: MagnesiumSituation) -> SituationJson:
    said = words("causes")
    cannot = "situation_cannot" if situation.runnable else f"situation_no_run_{situation.in_model}"
    facts: list[Fact] = [{"label": said[cannot], "text": situation.model_cannot_show}]
    if situation.runnable:
        facts.insert(0, {"label": said["situation_can"], "text": situation.model_can_show})
    return {
        "id": situation.id,
        "title": situation.title,
        "mark": said[f"situation_{situation.in_model}"],
        "runnable": situation.runnable,
        "why": situation.why,
        "facts": facts,
        "checked": said[f"checked_{situation.checked}"],
        "sources": sources_as_json(situation.source),
    }

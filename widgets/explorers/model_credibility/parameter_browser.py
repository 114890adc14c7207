"""Every constant of the model in a list that can be searched, and all that is known of the chosen one."""

from collections.abc import Iterable
from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.browser.source import Source
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.choice_buttons import Choice
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.reference_data.model_parameters import ModelParameter
from widgets.reference_data.wording import Wording, browser_words, words

KINDS = ("all", "page", "recall", "fitted", "toy", "definition")


class ParameterEntry(TypedDict):
    """One constant in the list; `mark` says in a word how sure its value is."""

    id: str
    name: str
    meaning: str
    checked: str
    mark: str


class ParameterFactJson(TypedDict):
    """One thing to know about a constant, with its sources."""

    key: str
    label: str
    text: str
    sources: list[Source]


class ParameterCard(TypedDict):
    """All that is known of one constant."""

    name: str
    meaning: str
    value: str
    checked: str
    facts: list[ParameterFactJson]


class ParameterBrowser(Part):
    """A search field, a filter by how sure a value is, the list, and a card.

    Attributes:
        record: the page's state; filter (`parameter_kind`), choice (`parameter`) and pull (`pull`) are values of it.
        parameters: all constants, in the order of the table.
        kinds: how sure a value is, to filter by; the first shows all.
        pulls: the pulls that its effect can be seen in.
        figure: the figure of one pull with the chosen one moved.
        card: all that is known of the chosen one.
    """

    _esm = bundle("parameter_browser.js")
    _css = bundle("parameter_browser.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    parameters: "traitlets.List[ParameterEntry]" = traitlets.List().tag(sync=True)
    kinds: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    pulls: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    figure = anywidget.WidgetTrait().tag(sync=True)
    card = shaped(ParameterCard)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        record: PageRecord,
        parameters: Iterable[ModelParameter],
        pulls: Iterable[str],
        *,
        figure: FigurePanel,
        card: ParameterCard,
    ) -> None:
        """Open with one constant on the card."""
        parameters, said = list(parameters), words("credibility")
        present = {"all", *(parameter.checked for parameter in parameters)}
        super().__init__(
            record=record,
            parameters=[
                {
                    "id": parameter.id,
                    "name": parameter.name,
                    "meaning": parameter.meaning,
                    "checked": parameter.checked,
                    "mark": said[f"mark_{parameter.checked}"],
                }
                for parameter in parameters
            ],
            kinds=[{"value": kind, "label": said[f"kind_{kind}"]} for kind in KINDS if kind in present],
            pulls=[{"value": pull, "label": said[f"pull_{pull}"]} for pull in pulls],
            figure=figure,
            card=card,
            words=browser_words("credibility", "parameter_"),
        )

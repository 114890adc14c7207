"""Every constant of the model in a list that can be searched, and all that is known of the chosen one."""

from collections.abc import Iterable
from typing import Any

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.explorers.frame.page_record import PageRecord, record_reference
from widgets.reference_data.model_parameters import ModelParameter
from widgets.reference_data.wording import words

KINDS = ("all", "page", "recall", "fitted", "toy", "definition")


class ParameterBrowser(Part):
    """A search field, a filter by how sure a value is, the list, and a card.

    Attributes:
        record: the page's state; filter (`parameter_kind`), choice (`parameter`) and pull (`pull`) are values of it.
        parameters: [{"id", "name", "meaning", "checked", "mark"}] of all constants, in the order of the table.
        kinds: [{"value", "label"}] of `checked` to filter by; the first shows all.
        pulls: [{"value", "label"}] of pulls that its effect can be seen in.
        card: {"name", "meaning", "value", "checked", "facts": [{"key", "label", "text", "sources"}]}.
    """

    _esm = bundle("parameter_browser.js")
    _css = bundle("parameter_browser.css")
    record = record_reference()
    parameters: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    kinds: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    pulls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    card: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self, record: PageRecord, parameters: Iterable[ModelParameter], pulls: Iterable[str], card: dict[str, Any]
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
            card=card,
            words={key: text for key, text in said.items() if key.startswith("parameter_")},
        )

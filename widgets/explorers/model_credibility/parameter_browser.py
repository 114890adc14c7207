"""Every constant of the model in a list that can be searched, and all that is known of the chosen one."""

from collections.abc import Iterable
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.reference_data.model_parameters import ModelParameter
from widgets.reference_data.wording import words


class ParameterBrowser(anywidget.AnyWidget):
    """A search field, a filter by how sure a value is, the list, and a card.

    Attributes:
        parameters: [{"id", "name", "meaning", "checked", "mark"}] of all constants, in the order of the table.
        kinds: [{"value", "label"}] of `checked` to filter by; the first shows all.
        chosen: id of the constant on the card.
        pulls: [{"value", "label"}] of pulls that its effect can be seen in.
        pull: the value chosen.
        card: {"name", "meaning", "value", "checked", "facts": [{"key", "label", "text", "sources"}]}.
    """

    _esm = bundle("parameter_browser.js")
    _css = bundle("parameter_browser.css")
    parameters: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    kinds: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    pulls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    pull = traitlets.Unicode().tag(sync=True)
    card: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self, parameters: Iterable[ModelParameter], pulls: Iterable[str], chosen: str, card: dict[str, Any]
    ) -> None:
        """Open with one constant chosen."""
        parameters, pulls, said = list(parameters), list(pulls), words("credibility")
        present = {parameter.checked for parameter in parameters}
        kinds = ["all", *(kind for kind in ("page", "recall", "fitted", "toy", "definition") if kind in present)]
        super().__init__(
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
            kinds=[{"value": kind, "label": said[f"kind_{kind}"]} for kind in kinds],
            pulls=[{"value": pull, "label": said[f"pull_{pull}"]} for pull in pulls],
            pull=pulls[0],
            chosen=chosen,
            card=card,
            words={key: text for key, text in said.items() if key.startswith("parameter_")},
        )

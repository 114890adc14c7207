"""Which published measurements are on show, and the whole story of one of them."""

from collections.abc import Iterable, Mapping
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.reference_data.wording import words


class MeasurementBrowser(anywidget.AnyWidget):
    """Filters, a list to choose from, and a card with the chosen measurement.

    The browser sends {"action": "run_again"} for the measurement on the card.

    Attributes:
        relations, topics: [{"value", "label"}] to filter by; the first of each shows all.
        relation, topic: the values chosen.
        measurements: [{"id", "label"}] that pass both filters, in the order of the table.
        chosen: id of the one on the card.
        card: what is told of it (`MeasurementStory` as JSON), or empty where none passes.
        counted: a sentence that says how many of those on show are inside, near and outside.
    """

    _esm = bundle("measurement_browser.js")
    _css = bundle("measurement_browser.css")
    relations: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    topics: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    relation = traitlets.Unicode("all").tag(sync=True)
    topic = traitlets.Unicode("all").tag(sync=True)
    measurements: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    card: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    counted = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(self, relations: Iterable[str], topics: Iterable[str]) -> None:
        """Open with nothing on show; `show` fills it."""
        said = words("credibility")
        super().__init__(
            relations=_choices("relation", relations, said),
            topics=_choices("topic", topics, said),
            words={key: text for key, text in said.items() if key.startswith("browse_")},
        )

    def show(self, measurements: list[dict[str, str]], chosen: str, card: dict[str, Any], counted: str) -> None:
        """Show another list and another card, in one message."""
        with self.hold_sync():
            self.measurements = measurements
            self.card = card
            self.counted = counted
            self.chosen = chosen


def _choices(name: str, values: Iterable[str], said: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": said[f"{name}_{value}"]} for value in values]

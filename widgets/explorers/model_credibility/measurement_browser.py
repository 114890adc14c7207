"""Which published measurements are on show, and the whole story of one of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers
from widgets.explorers.frame.page_record import PageRecord, record_reference
from widgets.reference_data.wording import words


class MeasurementBrowser(Part):
    """Filters, a list to choose from, and a card with the chosen measurement.

    Attributes:
        record: the page's state; both filters (`relation`, `topic`) and the choice (`measurement`) are values of it.
        relations, topics: [{"value", "label"}] to filter by; the first of each shows all.
        measurements: [{"id", "label"}] that pass both filters, in the order of the table.
        card: what is told of the chosen one (`MeasurementStory` as JSON), or empty where none passes.
        counted: a sentence that says how many of those on show are inside, near and outside.
    """

    _esm = bundle("measurement_browser.js")
    _css = bundle("measurement_browser.css")
    record = record_reference()
    relations: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    topics: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    measurements: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    card: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    counted = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self, record: PageRecord, relations: Iterable[str], topics: Iterable[str], *, on_again: Callable[[], None]
    ) -> None:
        """Open with nothing on show; `show` fills it. `on_again` is called to run the one on the card again."""
        self._on_again = on_again
        said = words("credibility")
        super().__init__(
            record=record,
            relations=_choices("relation", relations, said),
            topics=_choices("topic", topics, said),
            words={key: text for key, text in said.items() if key.startswith("browse_")},
        )

    def show(self, measurements: list[dict[str, str]], card: dict[str, Any], counted: str) -> None:
        """Show another list and another card, in one message."""
        with self.hold_sync():
            self.measurements = measurements
            self.card = card
            self.counted = counted

    @answers("run_again")
    def _run_again(self) -> None:
        self._on_again()


def _choices(name: str, values: Iterable[str], said: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": said[f"{name}_{value}"]} for value in values]

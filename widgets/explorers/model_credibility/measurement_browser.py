"""Which published results are on show, and the whole story of one of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped
from widgets.browser.source import Source
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.choice_buttons import Choice
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.reference_data.wording import Wording, words


class MeasurementEntry(TypedDict):
    """One line of the list."""

    id: str
    label: str


class NumberOrFact(TypedDict):
    """One thing to know, under its name."""

    label: str
    text: str


class MeasurementCard(TypedDict, total=False):
    """A `MeasurementStory` as the browser takes it, and what came of running it again; empty where there is none."""

    title: str
    verdict_key: str
    verdict: str
    mark: str
    numbers: list[NumberOrFact]
    done: str
    changed: list[str]
    settings: list[str]
    facts: list[NumberOrFact]
    small_print: list[NumberOrFact]
    sources: list[Source]
    ran: str


class MeasurementBrowser(Part):
    """Filters, the chart of what they leave, a list to choose from, and a card with the chosen measurement.

    Attributes:
        record: the page's state; both filters (`relation`, `topic`) and the choice (`measurement`) are values of it.
        relations, topics: what to filter by; the first of each shows all.
        measurements: those that pass both filters, in the order of the table.
        card: what is told of the chosen one, or empty where none passes.
        chart: the figure of all that pass both filters.
        curve: the figure of the chosen one, where it is a curve.
        counted: a sentence that says how many of those on show are met and missed.
    """

    _esm = bundle("measurement_browser.js")
    _css = bundle("measurement_browser.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    relations: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    topics: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    measurements: "traitlets.List[MeasurementEntry]" = traitlets.List().tag(sync=True)
    card = shaped(MeasurementCard)
    chart = anywidget.WidgetTrait().tag(sync=True)
    curve = anywidget.WidgetTrait().tag(sync=True)
    counted = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        record: PageRecord,
        relations: Iterable[str],
        topics: Iterable[str],
        *,
        chart: FigurePanel,
        curve: FigurePanel,
        on_again: Callable[[], None],
    ) -> None:
        """Open with nothing on show; `show` fills it. `on_again` is called to run the one on the card again."""
        self._on_again = on_again
        said = words("credibility")
        super().__init__(
            record=record,
            chart=chart,
            curve=curve,
            relations=_choices("relation", relations, said),
            topics=_choices("topic", topics, said),
            words={key: text for key, text in said.items() if key.startswith("browse_")},
        )

    def show(self, measurements: list[MeasurementEntry], card: MeasurementCard, counted: str) -> None:
        """Show another list and another card, in one message."""
        with self.hold_sync():
            self.measurements = measurements
            self.card = card
            self.counted = counted

    @answers("run_again")
    def _run_again(self) -> None:
        self._on_again()


def _choices(name: str, values: Iterable[str], said: Mapping[str, str]) -> list[Choice]:
    return [{"value": value, "label": said[f"{name}_{value}"]} for value in values]

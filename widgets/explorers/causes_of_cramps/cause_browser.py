"""The causes of cramps as tiles that open, with filters and an order."""

from collections.abc import Iterable
from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.source import Source, as_sources
from widgets.evidence.cramp_causes import Cause
from widgets.explorers.frame.page_record import PageRecord
from widgets.reference_data.amounts import list_in_words
from widgets.reference_data.causes_controls import causes_controls
from widgets.reference_data.citations import cite
from widgets.reference_data.model_names import as_heading
from widgets.reference_data.wording import Wording, browser_words, sentence, words

FILTERS = ("order", "kind", "certainty", "article", "run")


class Fact(TypedDict):
    """One thing to know, under its name."""

    label: str
    text: str


class CauseJson(TypedDict):
    """Everything that a tile says."""

    id: str
    name: str
    kind: str
    certainty: str
    certainty_label: str
    role: str
    role_label: str
    facts: list[Fact]
    checked: str
    red_flag: str
    sources: list[Source]
    situation: str
    situation_label: str


class FilterChoice(TypedDict):
    """One way to filter, or to order."""

    value: str
    label: str


class CauseFilter(TypedDict):
    """A list to choose one way from."""

    name: str
    label: str
    choices: list[FilterChoice]


class CauseBrowser(Part):
    """Every cause is sent once; which are shown, and in which order, is a list of ids.

    Attributes:
        record: the page's state; the filters and the open tile (`cause`) are values of it.
        causes: everything that the tiles say.
        shown: ids of the causes to show, in order.
        counted: a sentence that says how many are shown.
        filters: in the order shown; the first two are always at hand.
        in_short: what all causes together say of magnesium.
    """

    _esm = bundle("cause_browser.js")
    _css = bundle("cause_browser.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    causes: "traitlets.List[CauseJson]" = traitlets.List().tag(sync=True)
    shown: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    counted = traitlets.Unicode().tag(sync=True)
    in_short = traitlets.Unicode().tag(sync=True)
    filters: "traitlets.List[CauseFilter]" = traitlets.List().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self, record: PageRecord, causes: Iterable[Cause], shown: list[str], counted: str, in_short: str
    ) -> None:
        """Open with the causes given, of which `shown` are on show."""
        super().__init__(
            record=record,
            causes=[_as_json(cause) for cause in causes],
            shown=shown,
            counted=counted,
            in_short=in_short,
            filters=[_filter(name) for name in FILTERS],
            words=browser_words("causes", "show_", "filters_", "fact_", "red_flag"),
        )

    def show(self, shown: list[str], counted: str) -> None:
        """Show other causes, in one message."""
        with self.hold_sync():
            self.shown = shown
            self.counted = counted


def sources_as_json(keys: Iterable[str]) -> list[Source]:
    """Return references a browser can show; what was only said has none to show."""
    return as_sources(citation for citation in map(cite, keys) if citation.is_evidence)


def _filter(name: str) -> CauseFilter:
    choices = causes_controls()[name].choices
    return {
        "name": name,
        "label": sentence("causes", f"filter_{name}"),
        "choices": [{"value": value, "label": label} for value, label in choices.items()],
    }


def _as_json(cause: Cause) -> CauseJson:
    said = words("causes")
    facts = ("mechanism", "who", "magnesium_can", "magnesium_cannot")
    articles = list_in_words(said[f"article_{letter}"] for letter in cause.articles)
    return {
        "id": cause.id,
        "name": cause.name,
        "kind": said[f"kind_{cause.kind}"],
        "certainty": cause.certainty,
        "certainty_label": said[f"certainty_{cause.certainty}"],
        "role": cause.magnesium_role,
        "role_label": said[f"role_{cause.magnesium_role}"],
        "facts": [
            *(Fact(label=said[f"fact_{fact.removeprefix('magnesium_')}"], text=getattr(cause, fact)) for fact in facts),
            Fact(label=said["fact_articles"], text=as_heading(articles)),
            Fact(label=said["fact_checked"], text=said[f"checked_{cause.checked}"]),
        ],
        "checked": cause.checked,
        "red_flag": cause.red_flag,
        "sources": sources_as_json(cause.source),
        "situation": cause.situation,
        "situation_label": said["run_it" if cause.has_run else "see_situation"],
    }

"""The frame of one explorer: its parts in their places, the sentence that says what changed, and "ready for use"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers
from widgets.reference_data.language import current_language, direction
from widgets.reference_data.wording import words


class ExplorerPage(Part):
    """Lays out the parts of an explorer by name; the style sheet gives each name its place at each width.

    When every part has drawn itself, the browser sets `document.body.dataset.explainerReady` to "true".

    Attributes:
        parts: place -> widget, in reading order.
        sentence: what changed and by how much; also read out to screen readers, at most every two seconds.
        fault: what went wrong, in one sentence, or empty.
        sections: place -> {"title", "text"} that stand above it, for a page that is read from top to bottom; with any
            of them the page also begins with a list of its sections.
        language, direction: the language that the page speaks, and which way its lines run.
    """

    # First what notices that nobody answers, then the page that uses it.
    _esm = bundle("explorer_page.js")
    _css = bundle("explorer_page.css")
    places: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    fault = traitlets.Unicode().tag(sync=True)
    sections: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    direction = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        parts: dict[str, anywidget.AnyWidget],
        sentence: str = "",
        fault: str = "",
        sections: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> None:
        """Open the page with its parts, in reading order; the keys of `sections` are names of parts."""
        places = [f"part_{name}" for name in parts]
        self.add_traits(**{place: anywidget.WidgetTrait().tag(sync=True) for place in places})
        super().__init__(
            places=places,
            sentence=sentence,
            fault=fault,
            sections={f"part_{name}": dict(section) for name, section in sections.items()},
            language=current_language(),
            direction=direction(),
            words=dict(words("explorer_page")),
            **dict(zip(places, parts.values(), strict=True)),
        )

    @answers("alive")
    def tell_alive(self) -> None:
        """Tell the page that somebody is there."""
        self.send({"answer": "alive"})

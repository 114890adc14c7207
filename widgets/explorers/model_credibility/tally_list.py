"""Findings sorted into groups, each with its count: what holds, and what does not."""

from collections.abc import Iterable
from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.source import Source
from widgets.descriptions.tally import TallyGroup
from widgets.reference_data.wording import Wording, browser_words


class TallyItemJson(TypedDict):
    """A `TallyItem` as the browser takes it, its sources by their short names: the list is long."""

    text: str
    detail: str
    note: str
    sources: list[Source]


class TallyGroupJson(TypedDict):
    """A `TallyGroup` as the browser takes it; `count` is the number of items, `share` that of all in per cent."""

    key: str
    standing: str
    title: str
    count: int
    share: float
    items: list[TallyItemJson]
    named: bool


class TallyList(Part):
    """Groups in reading order: a mark, a count with a bar, what they have in common, and the findings by name.

    Attributes:
        finding: what the list shows, in one sentence.
        groups: see the class.
        notes: sentences below.
    """

    _esm = bundle("tally_list.js")
    _css = bundle("tally_list.css")
    finding = traitlets.Unicode().tag(sync=True)
    groups: "traitlets.List[TallyGroupJson]" = traitlets.List().tag(sync=True)
    notes: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(self, finding: str, groups: Iterable[TallyGroup], notes: Iterable[str] = ()) -> None:
        """Open the list; see the class."""
        super().__init__(
            finding=finding,
            groups=_as_json(tuple(groups)),
            notes=list(notes),
            words=browser_words("credibility", "tally_"),
        )

    def show(self, finding: str, groups: Iterable[TallyGroup]) -> None:
        """Show other groups, in one message."""
        with self.hold_sync():
            self.finding = finding
            self.groups = _as_json(tuple(groups))


def _as_json(groups: tuple[TallyGroup, ...]) -> list[TallyGroupJson]:
    total = sum(len(group.items) for group in groups)
    return [
        {
            "key": group.key,
            "standing": group.standing,
            "title": group.title,
            "count": len(group.items),
            "share": 100 * len(group.items) / total if total else 0.0,
            "items": [
                {
                    "text": item.text,
                    "detail": item.detail,
                    "note": item.note,
                    "sources": [{"reference": source.short, "link": source.link} for source in item.sources],
                }
                for item in group.items
            ],
            "named": group.named,
        }
        for group in groups
    ]

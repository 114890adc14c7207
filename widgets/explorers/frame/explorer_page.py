"""The frame of one explorer: its record, its parts in their places, and "ready for use"."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped
from widgets.browser.plain_output import PlainOutput
from widgets.browser.source import Source, as_sources
from widgets.browser.written_html import below_one_another, heading, lines, paragraph
from widgets.explorers.frame.page_record import PageRecord
from widgets.reference_data.citations import cite
from widgets.reference_data.glossary import glossary
from widgets.reference_data.language import current_language, direction
from widgets.reference_data.project_version import project_version
from widgets.reference_data.wording import sentence, words


class SectionText(TypedDict):
    """The heading of a section, and its first words."""

    title: str
    text: str


class TermJson(TypedDict):
    """A word of the glossary, in the page's language."""

    id: str
    term: str
    forms: list[str]
    meaning: str
    sources: list[Source]


class ExplorerPageWords(TypedDict):
    """What the frame itself says: about a part that fails, a kernel that is lost, and a browser that keeps nothing."""

    part_failed: str
    sections: str
    words_on_page: str
    paper_printed: str
    paper_name: str
    paper_notes: str
    paper_page: str
    settings_behind: str
    not_kept: str
    reload: str
    lost_in_page: str
    lost_in_notebook: str
    lost_in_page_without_set_up: str
    lost_in_notebook_without_set_up: str


class ExplorerPage(Part):
    """Lays out the parts of an explorer by name; the style sheet gives each name its place at each width.

    When every part has drawn itself, the browser sets `data-ready` of the page's element to "true".

    Attributes:
        record: the page's state; its `sentence` and `fault` are shown here.
        places: places of the parts, in reading order.
        sections: place -> {"title", "text"}, for a page that is read from top to bottom: a section begins at this place
            and goes on to the next. Each can be folded; what stands before the first is always on show. With any
            of them the page also begins with a list of its sections.
        findings: place of a section -> what it shows now, in one sentence; its head says it while it is folded.
        terms: the words that the page explains where it first uses them.
        version: the version of the project that made the page.
        language, direction: the language that the page speaks, and which way its lines run.
    """

    _esm = bundle("explorer_page.js")
    _css = bundle("explorer_page.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    places: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    sections: "traitlets.Dict[str, SectionText]" = traitlets.Dict().tag(sync=True)
    findings: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    terms: "traitlets.List[TermJson]" = traitlets.List().tag(sync=True)
    version = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    direction = traitlets.Unicode().tag(sync=True)
    words = shaped(ExplorerPageWords)

    def __init__(
        self,
        record: PageRecord,
        parts: Mapping[str, anywidget.AnyWidget],
        sections: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> None:
        """Open the page.

        Args:
            record: see the class.
            parts: name -> part, in reading order.
            sections: name of the part that a section begins with -> its "title", "text", and "finding" where its head
                shall say something from the beginning.
        """
        places = [f"part_{name}" for name in parts]
        self.add_traits(**{place: anywidget.WidgetTrait().tag(sync=True) for place in places})
        super().__init__(
            record=record,
            places=places,
            sections={
                f"part_{name}": {"title": section["title"], "text": section["text"]}
                for name, section in sections.items()
            },
            findings={f"part_{name}": section.get("finding", "") for name, section in sections.items()},
            terms=_terms(),
            version=project_version(),
            language=current_language(),
            direction=direction(),
            words=dict(words("explorer_page")),
            **dict(zip(places, parts.values(), strict=True)),
        )

    def say_finding(self, section: str, finding: str) -> None:
        """Let the head of a section say what it shows now; inside a move it leaves with the section's figures."""
        self.findings = {**self.findings, f"part_{section}": finding}

    def follow_finding(self, section: str, part: traitlets.HasTraits) -> None:
        """Let the head of a section say what the `finding` of one of its parts says, now and from now on."""
        self.say_finding(section, str(part.finding))  # type: ignore[attr-defined]
        part.observe(lambda change: self.say_finding(section, change["new"]), names="finding")

    @property
    def sentence(self) -> str:
        """What the last move changed, and by how much; also read out to screen readers."""
        return str(self.record.sentence)

    @property
    def fault(self) -> str:
        """What went wrong, in one sentence, where nothing beside a control says it; or empty."""
        return str(self.record.fault)

    def plain_output(self) -> PlainOutput:
        """Return what the page's parts have to show without a browser, in reading order, below the titles of sections.

        Its first sentence says how to open the live page.
        """
        texts, shown = [sentence("plain_output", "live_page", page=self.record.page)], []
        for place in self.places:
            found = list(_plain_parts(getattr(self, place)))
            section = self.sections.get(place)
            if section and found:
                texts.append(section["title"])
                shown += [heading(section["title"]), paragraph(section["text"])]
            texts += [part.text for part in found]
            shown += [part.html for part in found]
        return PlainOutput(lines(texts, gap=2), below_one_another([paragraph(texts[0]), *shown]))

    def set(self, **values: object) -> None:
        """Set controls by name, as if a learner had moved them.

        Raises:
            ControlError: an unknown name, or a value the control cannot take; nothing changes.
        """
        self.record.set(**values)

    @answers("alive")
    def _tell_alive(self) -> bytes:
        return b""


def _plain_parts(part: anywidget.AnyWidget) -> Iterator[PlainOutput]:
    """Yield the plain output of a part, or of the parts that it holds."""
    own = part.plain_output() if isinstance(part, Part) else None
    if own is not None:
        yield own
        return
    for name in part.trait_names(sync=True):
        held = getattr(part, name)
        if isinstance(held, Part) and name not in ("record", "playhead"):
            yield from _plain_parts(held)


def _terms() -> list[TermJson]:
    return [
        {
            "id": term.id,
            "term": term.term,
            "forms": list(term.forms),
            "meaning": term.meaning,
            "sources": as_sources(map(cite, term.source)),
        }
        for term in glossary()
    ]

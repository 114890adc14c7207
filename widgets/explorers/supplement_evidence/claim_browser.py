"""All that the five articles say, to look through: counts, contradictions side by side, and every statement."""

import csv
import io
from collections.abc import Container, Iterable, Mapping
from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers
from widgets.browser.plain_output import PlainOutput
from widgets.browser.source import Source, as_sources
from widgets.browser.written_html import below_one_another, lines, paragraph
from widgets.browser.written_table import WrittenTable
from widgets.descriptions.claim_browser_description import (
    PAGE,
    PAIR_COLUMNS,
    STATEMENT_COLUMNS,
    article_counts,
    claims_finding,
    pair_rows,
    said_by,
    statement_rows,
    verdict_in_words,
    verdict_labels,
    where_shown,
    who_says,
)
from widgets.evidence.article_claims import (
    ARTICLES,
    ArticleClaim,
    all_article_claims,
    claims_asked_for,
    contradictions,
    opposites,
    verdict_counts,
)
from widgets.explorers.frame.page_record import PageRecord
from widgets.reference_data.citations import cite
from widgets.reference_data.data_package import read_table
from widgets.reference_data.wording import Wording, browser_words, sentence

FILTERS = ("topic", "article", "verdict")
CSV_COLUMNS = ("id", "topic", "articles", "claim", "verdict", "found", "contradicts", "link", "source")


class ClaimJson(TypedDict):
    """A statement as the browser takes it; `opposites` are ids, `page` and `section` where it is shown, or empty."""

    id: str
    claim: str
    topic: str
    articles: list[str]
    said_by: str
    who_says: str
    verdict: str
    verdict_label: str
    found: str
    opposites: list[str]
    page: str
    section: str
    see: str
    sources: list[Source]


class ClaimChoice(TypedDict):
    """One way to filter."""

    value: str
    label: str


class ClaimFilter(TypedDict):
    """A list to choose one way from; `control` is the value of the record that it sets."""

    name: str
    control: str
    label: str
    choices: list[ClaimChoice]


class VerdictCount(TypedDict):
    """How many statements have a verdict."""

    verdict: str
    count: int


class ArticleTally(TypedDict):
    """An article, its counts in the order of the verdicts, and both in a sentence."""

    article: str
    title: str
    said: str
    counts: list[VerdictCount]


class ClaimBrowser(Part):
    """Every statement is sent once; which the filters leave is a list of ids. What is typed narrows it in the browser.

    Attributes:
        record: the page's state; the filters are values of it.
        finding: what all of them come to, in one sentence.
        claims: all statements, in the order of the table.
        shown: ids of those that the filters leave.
        pairs: ids of two statements each that contradict each other.
        tallies: an entry for each article.
        verdicts: verdict -> what it is called.
        filters: in the order shown.
    """

    _esm = bundle("claim_browser.js")
    _css = bundle("claim_browser.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    finding = traitlets.Unicode().tag(sync=True)
    claims: "traitlets.List[ClaimJson]" = traitlets.List().tag(sync=True)
    shown: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    pairs: "traitlets.List[list[str]]" = traitlets.List().tag(sync=True)
    tallies: "traitlets.List[ArticleTally]" = traitlets.List().tag(sync=True)
    verdicts: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    filters: "traitlets.List[ClaimFilter]" = traitlets.List().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(self, record: PageRecord, shown: Iterable[ArticleClaim], sections: Container[str]) -> None:
        """Open with the statements that the record's filters leave; `sections` are those of this page."""
        super().__init__(
            record=record,
            finding=claims_finding(),
            claims=[_as_json(claim, sections) for claim in all_article_claims().values()],
            shown=[claim.id for claim in shown],
            pairs=[[pair.one.id, pair.other.id] for pair in contradictions()],
            tallies=[_tally(article) for article in ARTICLES],
            verdicts=verdict_labels(),
            filters=[_filter(name, record.controls[f"claim_{name}"].choices) for name in FILTERS],
            words=browser_words("evidence_claims", "browse_"),
        )

    def show(self, shown: Iterable[ArticleClaim]) -> None:
        """Show other statements."""
        self.shown = [claim.id for claim in shown]

    def plain_output(self) -> PlainOutput:
        """Return the counts, the contradictions, and the statements that are shown."""
        tallies = [str(tally["said"]) for tally in self.tallies]
        pairs = WrittenTable(_said("pairs_caption"), [_said(f"column_{name}") for name in PAIR_COLUMNS], pair_rows())
        claims = [all_article_claims()[key] for key in self.shown]
        columns = [_said(f"column_{name}") for name in STATEMENT_COLUMNS]
        statements = WrittenTable(str(self.finding), columns, statement_rows(claims))
        said = [_said("tallies_caption"), *tallies]
        return PlainOutput(
            lines([*said, pairs.as_text(), statements.as_text()]),
            below_one_another([*map(paragraph, said), pairs.as_html(), statements.as_html()]),
        )

    @answers("csv")
    def to_csv(self, ids: str = "") -> bytes:
        """Return statements as a CSV text in UTF-8, in the order of the table.

        Args:
            ids: those that are wanted, parted by blanks; what is no statement is left out.
        """
        wanted = ids.split()
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        for row in read_table("article_claims"):
            if row["id"] in wanted:
                writer.writerow(row[column] for column in CSV_COLUMNS)
        return text.getvalue().encode()


def _as_json(claim: ArticleClaim, sections: Container[str]) -> ClaimJson:
    page, _, section = claim.link.partition("#")
    leads = page != PAGE or section in sections
    return {
        "id": claim.id,
        "claim": claim.claim,
        "topic": claim.topic,
        "articles": list(claim.articles),
        "said_by": said_by(claim),
        "who_says": who_says(claim),
        "verdict": claim.verdict,
        "verdict_label": verdict_in_words(claim),
        "found": claim.found,
        "opposites": [other.id for other in opposites(claim)],
        "page": page if leads else "",
        "section": section if leads else "",
        "see": where_shown(claim) if leads else "",
        "sources": as_sources(map(cite, claim.source)),
    }


def _tally(article: str) -> ArticleTally:
    counts = verdict_counts(claims_asked_for(article=article))
    return {
        "article": article,
        "title": _said(f"article_{article}"),
        "said": article_counts(article),
        "counts": [{"verdict": verdict, "count": count} for verdict, count in counts.items()],
    }


def _filter(name: str, choices: Mapping[str, str]) -> ClaimFilter:
    return {
        "name": name,
        "control": f"claim_{name}",
        "label": _said(f"browse_{name}"),
        "choices": [{"value": value, "label": label} for value, label in choices.items()],
    }


def _said(key: str) -> str:
    return sentence("evidence_claims", key)

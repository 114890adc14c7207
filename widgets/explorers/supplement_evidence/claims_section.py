"""The section of what the five articles say: filters are values of the record, and so kept and taken back."""

from collections.abc import Container

from widgets.descriptions.claim_browser_description import claims_counted
from widgets.evidence.article_claims import ArticleClaim, claims_asked_for
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.supplement_evidence.claim_browser import ClaimBrowser
from widgets.reference_data.wording import sentence

NAMES = ("claim_topic", "claim_article", "claim_verdict")


class ClaimsSection(Section[tuple[ArticleClaim, ...], None]):
    """The statements that the filters leave.

    Attributes:
        browser: all of them, to look through.
    """

    def __init__(self, record: PageRecord, sections: Container[str]) -> None:
        """Open with the filters of the record, which has a control for each of `NAMES`.

        Args:
            record: the page's state.
            sections: names of the sections of this page; a statement that another one would show leads nowhere.
        """
        super().__init__(record, NAMES, kept_names=())
        self.browser = ClaimBrowser(record, self.found, sections)

    def solve(self, values: Values) -> tuple[ArticleClaim, ...]:
        """Return the statements that are asked for."""
        topic, article, verdict = (str(values[name]) for name in NAMES)
        return claims_asked_for(topic, article, verdict)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - a list has no axes
        """Show the statements."""
        self.browser.show(self.found)

    def said(self) -> str:
        """Return how many statements are shown."""
        return claims_counted(len(self.found))


def claims_head() -> dict[str, str]:
    """Return the title of the section, and its first words."""
    return {"title": sentence("evidence_claims", "title"), "text": sentence("evidence_claims", "text")}

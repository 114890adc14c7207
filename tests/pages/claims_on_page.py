"""The section of what articles say, as a reader sees and uses it."""

from playwright.sync_api import Locator, Page, expect

from tests.pages.shown_page import ShownPage
from widgets.evidence.article_claims import all_article_claims


class ClaimsOnPage(ShownPage):
    """What the tests do with the section; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.part = page.locator(".claim-browser")
        self.search = self.part.get_by_role("searchbox")
        self.counted = self.part.locator(".claim-counted")

    def filter(self, name: str, value: str) -> None:
        self.part.locator(f"select[data-filter={name}]").select_option(value)

    def button(self, name: str) -> Locator:
        return self.part.locator(f"[data-do={name}]")

    def shown(self) -> list[str]:
        """Ids of the statements on show, in their order."""
        return self.part.locator(".claim").evaluate_all("(lines) => lines.map(({ dataset }) => dataset.claim)")

    def pairs(self) -> list[str]:
        """Ids of the contradictions on show, each as both ids."""
        return self.part.locator(".claim-pair").evaluate_all("(pairs) => pairs.map(({ dataset }) => dataset.pair)")

    def statement(self, claim: str) -> Locator:
        return self.part.locator(f".claim[data-claim={claim}]")

    def start_over(self) -> None:
        """Takes filters and words away; what has been unfolded stays so."""
        self.unfold()
        if self.button("reset").is_visible():
            self.button("reset").click()
        expect(self.counted).to_have_text(f"All {len(all_article_claims())} statements.")

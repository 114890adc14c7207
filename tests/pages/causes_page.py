"""The page of causes as a reader sees and moves it, in Voila or in JupyterLab."""

from playwright.sync_api import Locator, Page, expect

from tests.pages.shown_page import ShownPage

DRAWN_FIRING = """() => {
    const plot = document.querySelector(".part-beside .js-plotly-plot");
    const rates = plot.data.filter(({ yaxis }) => yaxis === "y").map(({ y }) => Array.from(y));
    return rates.map((line) => line.filter((rate) => rate > 0).length);
}"""


class CausesPage(ShownPage):
    """What the tests do with the page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.beside = page.locator(".part-beside")
        self.situation_card = page.locator(".situation-card")
        self.case = page.locator(".case-builder")
        self.counted = page.locator(".cause-counted p")

    def filter(self, name: str, value: str) -> None:
        select = self.page.locator(f"select[data-filter={name}]")
        if not select.is_visible():
            self.page.get_by_role("button", name="More filters").click()
        select.select_option(value)

    def tiles(self) -> list[str]:
        """Ids of the tiles that can be seen, in their order."""
        return self.page.locator(".cause-tile:visible").evaluate_all(
            "(tiles) => tiles.map(({ dataset }) => dataset.cause)"
        )

    def tile(self, cause: str) -> Locator:
        return self.page.locator(f".cause-tile[data-cause={cause}]")

    def open_tiles(self) -> list[str]:
        return self.page.locator(".cause-tile[open]").evaluate_all(
            "(tiles) => tiles.map(({ dataset }) => dataset.cause)"
        )

    def open_tile(self, cause: str) -> Locator:
        """The story of a cause, opened by its summary if it is not open yet."""
        if cause not in self.open_tiles():
            self.tile(cause).locator("summary").click()
        story = self.tile(cause).locator(".cause-story")
        story.wait_for()
        return story

    def choose_situation(self, situation: str) -> None:
        label = self.page.locator(f".situation-list label:has(input[value={situation}])")
        choice = label.locator("input")
        label.click()
        expect(choice).to_be_checked()

    def firing_samples(self) -> list[int]:
        """How many samples of the healthy and of the situation's line show a nerve that fires."""
        return self.page.evaluate(DRAWN_FIRING)

    def circumstance(self, name: str) -> Locator:
        return self.page.locator(f".case-builder [data-control={name}]")

    def choose_case(self, name: str) -> None:
        self.page.locator("select[data-choice=case]").select_option(name)

    def causes_in_play(self) -> list[str]:
        return self.page.locator(".case-cause").evaluate_all("(chips) => chips.map(({ dataset }) => dataset.cause)")

    def case_notes(self) -> list[str]:
        return self.page.locator(".case-note").evaluate_all(
            "(notes) => notes.map(({ dataset }) => dataset.circumstance)"
        )

    def start_over(self) -> None:
        """Brings the page back to how it opened."""
        for name in ("kind", "certainty", "article", "run"):
            self.filter(name, "all")
        self.filter("order", "certainty")
        for cause in self.open_tiles():
            self.tile(cause).locator("summary").click()
        self.choose_situation("low_calcium")
        self.case.get_by_role("button", name="Start anew").click()
        self.assert_soon(lambda: not self.case_notes() and not self.open_tiles() and self.beside.is_visible())

"""The page on low magnesium as a reader sees and moves it, in Voila or in JupyterLab."""

from playwright.sync_api import Locator, Page, expect

from tests.pages.shown_page import ShownPage

# Looks in a row that find the map in one place, when it has been scrolled to.
AT_REST = 4
# Points that the browser has for one run in one figure, all its panels together.
DRAWN_POINTS = """([part, run]) => document.querySelector(`.${part} .js-plotly-plot`).data
    .filter(({ meta }) => meta?.run === run).reduce((sum, { x }) => sum + x.length, 0)"""
# The middle of a place on the map, in the page.
MAP_PLACE = """([x, y]) => {
    const plot = document.querySelector(".part-map_figure .js-plotly-plot"), { xaxis, yaxis } = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)];
}"""

SHOW_MAP = """() => {
    document.querySelector(".part-map_figure").scrollIntoView({ block: "center", behavior: "instant" });
}"""


class LowMagnesiumPage(ShownPage):
    """What the tests do with the page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.scales = page.locator(".part-scales")
        self.people = page.locator(".part-nerve_people")

    def set(self, control: str, value: float) -> None:
        """Types a value, as somebody who knows it would."""
        self.typed(control).fill(f"{value:g}")
        self.typed(control).press("Enter")

    def press(self, choice: str) -> None:
        self.page.locator(f"[data-choice='{choice}']").click()

    def choose_set_up(self, part: str, name: str) -> None:
        self.page.locator(f".{part} select[data-control=preset]").select_option(name)

    def finding(self, part: str) -> str:
        """The title of a figure, with plain spaces."""
        return self.page.locator(f".{part} .figure-finding").inner_text().replace("\N{NO-BREAK SPACE}", " ")

    def note(self, part: str, key: str) -> str:
        text = self.page.locator(f".{part} .note[data-note={key}] p").inner_text()
        return text.replace("\N{NO-BREAK SPACE}", " ")

    def scale(self, key: str) -> str:
        """What stands beside the name of one of the three scales."""
        text = self.page.locator(f".scale[data-scale={key}] .scale-value").inner_text()
        return text.replace("\N{NO-BREAK SPACE}", " ")

    def drawn_points(self, part: str, run: str) -> int:
        return self.page.evaluate(DRAWN_POINTS, [part, run])

    def marks(self, kind: str) -> Locator:
        """The people, of a hundred, whose nerve does this."""
        return self.people.locator(f".people-marks [data-kind={kind}]")

    def click_map(self, magnesium_mM: float, calcium_mM: float) -> None:
        self.page.evaluate(SHOW_MAP)
        # What is counted above the map can move it.
        expect(self.people).to_have_attribute("data-counting", "false")
        places: list[list[float]] = []

        def rests() -> bool:
            places.append(self.page.evaluate(MAP_PLACE, [magnesium_mM, calcium_mM]))
            return len(places) > AT_REST and places[-1] == places[-AT_REST]

        self.assert_soon(rests)
        self.page.mouse.click(*places[-1])

    def scroll_to(self, part: str) -> None:
        self.page.locator(f".{part}").scroll_into_view_if_needed()

"""The page on the model's credibility as a reader sees and moves it, in Voila or in JupyterLab."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.pages.shown_page import ShownPage

# The ids of rows are not on the screen; their titles are.
DRAWN_TITLES = """() => document.querySelector(".part-chart .js-plotly-plot").layout.annotations
    .filter(({ yref, xanchor }) => yref === "y" && xanchor === "left").map(({ text }) => text)"""
DRAWN_TORNADO = """() => {
    const plot = document.querySelector(".part-tornado .js-plotly-plot");
    return plot.layout.annotations.filter(({ yref }) => yref === "y").map(({ text }) => text.replace(/<[^>]*>/g, ""));
}"""
# How far any text of a figure reaches beyond the drawing, in px; what lies wholly outside is a leftover nobody sees.
CLIPPED = """(part) => {
    const plot = document.querySelector(`${part} .js-plotly-plot`), box = plot.getBoundingClientRect();
    return Array.from(plot.querySelectorAll(".annotation-text, .xtick text, .ytick text, .xtitle"), (text) => {
        const { left, right } = text.getBoundingClientRect();
        if (left > box.right || right < box.left) return [text.textContent, 0];
        return [text.textContent, Math.round(Math.max(box.left - left, right - box.right))];
    }).filter(([, beyond]) => beyond > 0);
}"""
ROW_PLACE = """(row) => {
    const plot = document.querySelector(".part-chart .js-plotly-plot"), { yaxis, xaxis } = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    return [box.left + xaxis._offset + 20, box.top + yaxis._offset + yaxis.d2p(row)];
}"""
BRING_ROW = """(row) => {
    const stage = document.querySelector(".part-chart .figure-stage"), box = stage.getBoundingClientRect();
    const plot = stage.querySelector(".js-plotly-plot"), { yaxis } = plot._fullLayout;
    const y = plot.getBoundingClientRect().top + yaxis._offset + yaxis.d2p(row);
    stage.scrollTop += y - (box.top + box.bottom) / 2;
}"""

# Clicks "Stop" in the first frame in which the count beside the bar has come so far.
STOP_ONCE = """(work, pieces) => new Promise((resolve) => {
  const look = () => {
    const done = parseInt(work.querySelector(".long-run-count")?.textContent ?? "0");
    if (!(done >= pieces)) return requestAnimationFrame(look);
    work.querySelector(".quiet-button").click();
    resolve(done);
  };
  look();
})"""


class CredibilityPage(ShownPage):
    """What the tests do with the page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.card = page.locator(".measurement-card")
        self.parameter_card = page.locator(".parameter-card")
        self.rerun = page.locator(".part-rerun")
        self.ranking = page.locator(".part-ranking")
        self.tornado = page.locator(".part-tornado")
        self.search = page.locator(".parameter-find input[type=search]")

    def filter(self, name: str, value: str) -> None:
        self.page.locator(f"select[data-filter={name}]").select_option(value)

    def choose_measurement(self, measurement_id: str) -> None:
        self.page.locator("select[data-choice=measurement]").select_option(measurement_id)

    def chosen_measurement(self) -> str:
        return self.page.locator("select[data-choice=measurement]").input_value()

    def drawn_titles(self) -> list[str]:
        """The rows of the chart, from the top."""
        return self.page.evaluate(DRAWN_TITLES)

    def click_row(self, row: int) -> None:
        self.page.locator(".part-chart").scroll_into_view_if_needed()
        self.page.evaluate(BRING_ROW, row)
        _, y = self.page.evaluate(ROW_PLACE, row)
        self.page.evaluate("(y) => scrollBy({ top: y - innerHeight / 2, behavior: 'instant' })", y)
        self.page.mouse.click(*self.page.evaluate(ROW_PLACE, row))

    def chart_scrolled_px(self) -> float:
        return self.page.locator(".part-chart .figure-stage").evaluate("(stage) => stage.scrollTop")

    def parameters_listed(self) -> list[str]:
        return self.page.locator(".parameter-list label:visible .entry-name").all_inner_texts()

    def parameter(self, parameter_id: str) -> Locator:
        return self.page.locator(f".parameter-list input[value={parameter_id}]")

    def drawn_tornado(self) -> list[str]:
        """The rows of the tornado, from the top."""
        return self.page.evaluate(DRAWN_TORNADO)

    def start(self, work: Locator) -> None:
        work.locator(".main-button").click()

    def stop(self, work: Locator) -> None:
        work.locator(".quiet-button").click()

    def stop_once(self, work: Locator, pieces: int) -> None:
        """Stops the work in the moment in which so many pieces are done: it may be over before a test could look."""
        work.evaluate(STOP_ONCE, pieces)

    def done(self, work: Locator) -> int:
        """Pieces done so far, as the count beside the bar says; 0 while there is no bar."""
        count = work.locator(".long-run-count")
        return int(count.inner_text().split("/")[0]) if count.is_visible() else 0

    def clipped_texts(self, part: str) -> list[Any]:
        self.page.locator(f"{part} .js-plotly-plot").wait_for(state="attached")
        return self.page.evaluate(CLIPPED, part)

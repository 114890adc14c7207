"""The page of intakes as a reader sees and moves it, in Voila or in JupyterLab."""

from typing import Any

from playwright.sync_api import Locator, Page

from tests.pages.shown_page import ShownPage
from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import IntakeCheck, check_intake
from widgets.nutrition.intake_reference import ReferenceIntake
from widgets.reference_data.intake_controls import intake_controls

SHOWN_VALUES = """() => Object.fromEntries(Array.from(document.querySelectorAll(".control"), (box) => {
    const slider = box.querySelector("input[type=range]");
    const entry = box.querySelector("[data-typed], select, input[role=switch]") ?? slider;
    return [box.dataset.name, entry.type === "checkbox" ? entry.checked : entry.value];
}))"""
# What plotly has drawn: the bars with some length, and the marks, each on the ruler of its own strip.
DRAWN_STRIPS = """() => {
    const plot = document.querySelector(".part-strips .js-plotly-plot");
    const length = (bar) => Array.from(bar.x)[0] ?? 0;
    const bars = Object.fromEntries(plot.data.map((bar) => [`${bar.meta.bar}_${bar.meta.strip}`, length(bar)]));
    const marks = plot.layout.shapes.filter(({ type }) => type === "line").map(({ xref, x0 }) => [xref, x0]);
    return { bars, marks: Object.fromEntries(marks), text: plot.layout.annotations.map(({ text }) => text).join(" ") };
}"""
# Each bar as the browser has it on the screen: where it begins and ends, read off the ruler under it.
BARS_ON_RULERS = """() => {
    const plot = document.querySelector(".part-strips .js-plotly-plot"), layout = plot._fullLayout;
    return Array.from(plot.querySelectorAll(".barlayer .point > path"), (path) => {
        const { bar, strip } = path.parentNode.__data__.trace?.meta ?? path.__data__.trace.meta;
        const axis = strip === 1 ? layout.xaxis : layout.xaxis2, box = path.getBBox();
        return [`${bar}_${strip}`, axis.p2d(box.x), axis.p2d(box.x + box.width)];
    });
}"""
MARKED = """() => Array.from(document.querySelectorAll(".intake-table tr.your-row"), (row) => {
    const cells = Array.from(row.querySelectorAll(".your-value"));
    return {
        row: row.dataset.row, current: row.getAttribute("aria-current"), heading: row.cells[0].textContent,
        columns: cells.map((cell) => cell.dataset.column),
        value: cells[0]?.querySelector(".cell-text").textContent, said: cells[0]?.textContent,
    };
})"""
ROWS = """() => Array.from(document.querySelectorAll(".intake-table tbody tr"),
    (row) => Array.from(row.querySelectorAll(".row-text, .cell-text"), (cell) => cell.textContent))"""


class IntakePage(ShownPage):
    """What the tests do with the page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.sentence = page.locator(".what-changed")
        self.ages = list(intake_controls()["age_years"].stops)

    def reset(self) -> None:
        self.page.locator("[data-action=reset]").click()
        defaults = {name: control.default for name, control in intake_controls().items()}
        self.assert_soon(lambda: self.values() == defaults)

    def choose(self, control: str, value: str) -> None:
        self.page.locator(f"select[data-control={control}]").select_option(value)

    def switch(self, control: str) -> Locator:
        return self.page.locator(f"input[role=switch][data-control={control}]")

    def reason(self, control: str) -> Locator:
        return self.page.locator(f".control[data-name={control}] .control-reason")

    def set_age(self, age_years: float) -> None:
        """Moves the slider as a hand would that has found the place."""
        place = min(range(len(self.ages)), key=lambda i: abs(self.ages[i] - age_years))
        self.slider("age_years").evaluate(
            "(slider, place) => { slider.value = place; slider.dispatchEvent(new Event('input')); }", place
        )

    def values(self) -> dict[str, Any]:
        """Every control as its own input shows it."""
        shown = self.page.evaluate(SHOWN_VALUES)
        for name, control in intake_controls().items():
            if control.scale == "age":
                shown[name] = self.ages[int(shown[name])]
            elif control.scale == "linear":
                shown[name] = float(shown[name])
        return shown

    def expected(self) -> IntakeCheck:
        """What the tables say for what the controls show."""
        return check_intake(DailyIntake.from_values(self.values()))

    def strips(self) -> dict[str, Any]:
        return self.page.evaluate(DRAWN_STRIPS)

    def bars_on_rulers(self) -> dict[str, tuple[float, float]]:
        return {name: (start, end) for name, start, end in self.page.evaluate(BARS_ON_RULERS)}

    def marked(self) -> list[dict[str, Any]]:
        return self.page.evaluate(MARKED)

    def rows(self) -> list[list[str]]:
        return self.page.evaluate(ROWS)

    def shows(self, check: IntakeCheck) -> bool:
        """Whether the marked row and both strips are those of a day."""
        return self._marks_the_row_of(check) and self._draws(check)

    def _marks_the_row_of(self, check: IntakeCheck) -> bool:
        found, marked = check.reference, self.marked()
        if not isinstance(found, ReferenceIntake):
            return marked == [] and self.page.locator(".intake-table-missing").is_visible()
        row = f"{found.life_stage}_{found.ages.min_years:g}"
        value = f"{found.mg_per_day:g}" + ("*" if found.measure == "AI" else "")
        return [(m["row"], m["columns"], m["value"]) for m in marked] == [(row, [found.sex], value)]

    def _draws(self, check: IntakeCheck) -> bool:
        day, strips = check.day, self.strips()
        marks = {"x": check.reference.mg_per_day} if isinstance(check.reference, ReferenceIntake) else {}
        if check.limit.mg_per_day is not None:
            marks["x2"] = check.limit.mg_per_day
        bars = {
            "strip_food_1": day.magnesium_from_food_mg,
            "strip_supplement_1": day.magnesium_from_supplements_mg,
            "strip_supplement_2": day.magnesium_from_supplements_mg,
        }
        return strips["marks"] == marks and {name: strips["bars"][name] for name in bars} == bars

    def assert_shown_soon(self) -> None:
        """Waits until row and strips are those of what the controls show."""
        self.assert_soon(lambda: self.shows(self.expected()))

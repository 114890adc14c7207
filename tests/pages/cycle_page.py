"""The contraction page as a reader sees and moves it, in Voila or in JupyterLab."""

from typing import Any

import numpy as np
from playwright.sync_api import Locator, Page

import widgets
from tests.pages.shown_page import ShownPage
from widgets.physiology.contraction import Contraction
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

DRAWN_LINES = """() => document.querySelector(".part-traces .js-plotly-plot").data.map(
    (line) => ({ ...line.meta, x: Array.from(line.x), y: Array.from(line.y) }))"""
LINE_OPACITIES = """() => document.querySelector(".part-traces .js-plotly-plot").data.map(
    (line) => [line.meta.trace, line.opacity ?? 1])"""
DRAWN_PATHS = """() => Array.from(document.querySelectorAll(".part-traces .js-plotly-plot .scatterlayer .js-line"),
    (path) => path.getAttribute("d"))"""
STILL_LAYOUT = """async () => {
    const place = () => JSON.stringify(document.querySelector(".part-traces .main-svg").getBoundingClientRect());
    const before = place();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [plot, drawn] = [".figure-plot", ".main-svg"].map((part) => document.querySelector(`.part-traces ${part}`));
    return place() === before && Math.abs(plot.clientWidth - drawn.clientWidth) <= 1;
}"""
SHOWN_VALUES = """() => Object.fromEntries(Array.from(document.querySelectorAll(".control"), (box) => {
    const entry = box.querySelector("[data-typed], select, input[role=switch]");
    return [box.dataset.name, entry.type === "checkbox" ? entry.checked : entry.value];
}))"""


class CyclePage(ShownPage):
    """What the tests do with the page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.explainer = page.locator(".explainer")
        self.changed = page.locator(".what-changed")
        self.finding = page.locator(".part-traces .figure-finding:not(.figure-neutral)")

    def show_level(self, level: str) -> None:
        self.page.locator(f".level-tabs input[value={level}]").check(force=True)
        if level == "all":
            self.page.evaluate("document.querySelectorAll('.control-group').forEach((group) => { group.open = true; })")

    def press(self, action: str) -> None:
        self.page.locator(f"[data-action={action}]").click()

    def reset(self) -> None:
        """Puts every control at its default: the page itself opens on another set-up."""
        self.show_level("all")
        self.press("reset")
        start = {name: control.default for name, control in experiment_controls().items()}
        start |= experiment_presets()["short_burst"].values
        self.assert_soon(lambda: self.values() == start)
        self.page.locator("select[data-control=preset]").select_option("single_signal")
        defaults = {name: control.default for name, control in experiment_controls().items()}
        self.assert_soon(lambda: self.values() == defaults)

    def fault(self, control: str) -> Locator:
        return self.page.locator(f".control[data-name={control}] .control-fault")

    def values(self) -> dict[str, Any]:
        """Every control as its own input shows it."""
        shown = self.page.evaluate(SHOWN_VALUES)
        kinds = {name: control.scale for name, control in experiment_controls().items()}
        return {name: value if kinds[name] in ("switch", "choice") else float(value) for name, value in shown.items()}

    def expected(self) -> Contraction:
        """What the model says for what the controls show."""
        return widgets.simulate(**self.values())

    def drawn(self, trace: str, run: str = "this_run") -> np.ndarray:
        lines = self.page.evaluate(DRAWN_LINES)
        return np.array(
            next(line["y"] for line in lines if (line["trace"], line["run"]) == (trace, run)), dtype=np.float32
        )

    def bright_traces(self) -> set[str]:
        """The traces whose lines are not dimmed."""
        lines = self.page.evaluate(LINE_OPACITIES)
        return {trace for trace, opacity in lines if opacity == 1}

    def paths(self) -> list[str]:
        """The lines as the browser has them on the screen."""
        return self.page.evaluate(DRAWN_PATHS)

    def shows(self, run: Contraction) -> bool:
        force = np.array(run.traces["force_percent"], dtype=np.float32)
        drawn = self.drawn("force_percent")
        # Two processes that have solved other runs before agree to a tenth of what the solver promises.
        return drawn.shape == force.shape and np.allclose(drawn, force, rtol=1e-5, atol=2e-5 * np.ptp(force))

    def wait_for_still_layout(self) -> None:
        """Waits until the figure fills its place and nothing on the page moves: a level may just have changed."""
        self.page.wait_for_function(STILL_LAYOUT)

    def sarcomere(self) -> dict[str, str]:
        """What the drawn sarcomere says it shows."""
        return self.page.locator(".sarcomere-drawing").evaluate("(svg) => ({ ...svg.dataset })")

    def scrub_to(self, time_ms: float) -> None:
        line = self.page.locator(".part-traces .figure-playhead")
        line.focus()
        self.page.keyboard.press("Home")
        for _ in range(round(time_ms) // 10):
            self.page.keyboard.press("PageUp")
        for _ in range(round(time_ms) % 10):
            self.page.keyboard.press("ArrowRight")
        self.assert_soon(lambda: float(line.get_attribute("aria-valuenow")) == round(time_ms))
        self.assert_soon(lambda: float(self.sarcomere()["timeMs"]) == round(time_ms))

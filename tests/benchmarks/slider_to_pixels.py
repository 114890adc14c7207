"""How long a moved slider takes to change the picture: every slider of every page of ours, and pages to compare with.

    python -m tests.benchmarks.slider_to_pixels [presses] [options for voila]

A press counts from the key event to the frame that shows the change in all that the slider changes at once: on the
page of the contraction in the traces and in the sarcomere. What is out of sight while the slider has the focus is not
drawn by a page of ours, and does not count; the first slider is pressed where all of it is in sight. Each press follows
when the one before has been answered. Then the handle of each page's first slider is dragged to and fro for 5 seconds.
A page that does not come up, or a slider that changes nothing, has a row that says so. All times are in milliseconds.
"""

import contextlib
import math
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Error as PageError
from playwright.sync_api import Locator, Page, sync_playwright

from tests.benchmarks.move_targets import OURS, print_targets
from tests.benchmarks.report import median_and_p95, print_report
from tests.benchmarks.served_pages import end_kernel_of, fresh_page, go_to, served_pages
from tests.pages.opened_page import READY
from tests.pages.servers import NOTEBOOKS, PageServer

IN_PAGE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
PRESSES = 10
PRESSES_OF_FIRST = 40
REST_BETWEEN_PRESSES_S = 0.15
DRAG_S = 5.0
STARTS_WITHIN_MS = 60_000
ANSWERS_WITHIN_MS = 2_000
SETTLES_MS = 2000
# A press that changes no picture, such as a year of age within one row of the table, is left out; after so many of
# them the slider is.
GIVE_UP_AFTER = 6
FEW_CONTROLS = """() => document.querySelector(".level-tabs input[value=try]")?.click()"""
EVERYTHING_ON_SHOW = """() => {
    document.querySelector(".level-tabs input[value=all]")?.click();
    document.querySelectorAll("details").forEach((box) => { box.open = true; });
}"""
IN_SIGHT = """(surfaces) => surfaces.filter((surface) => {
    const node = document.querySelector(surface === "sarcomere" ? ".sarcomere canvas" : surface);
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
})"""
SLIDERS = "input[type=range][data-control]"
# Page of ours -> part that holds sliders -> what they change at once.
CHANGED = {
    "contraction_cycle": {".part-controls": (".part-traces", "sarcomere")},
    "intake_table": {".part-controls": (".part-strips",)},
    "low_magnesium_and_cramps": {
        ".part-cell_controls": (".part-cell_pull",),
        ".part-nerve_controls": (".part-nerve_traces",),
    },
    "causes_of_cramps": {".part-case": (".case-found",)},
}
# The first slider of a page is also dragged; here it is not the first in the document.
FIRST = {OURS: "impulse_rate_Hz", "intake_table": "magnesium_from_food_mg"}


@dataclass(frozen=True, slots=True)
class StockPage:
    """A page to compare with: where its slider and handle are, when it is there, and what draws."""

    title: str
    notebook: str
    there: str
    surface: str
    slider: str = ".noUi-handle"
    track: str = ".noUi-target"


STOCK = (
    StockPage("bare canvas, our solver", "bare_canvas", ".bare-canvas canvas", "bare", "input[type=range]", ""),
    StockPage(
        "ipywidgets, FigureWidget, our solver",
        "stock_figure_widget",
        ".js-plotly-plot .scatterlayer path.js-line",
        "plotly",
    ),
    StockPage("interact, matplotlib, SciPy", "stock_interact", "main img", "picture"),
)


@dataclass(frozen=True, slots=True)
class Press:
    """One press, in ms after the key: the change was sent, answered, drawn, and on the screen."""

    sent: float
    answered: float
    drawn: float
    shown: float


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider on an open page: the names of its row, what it changes at once, and a track where it is dragged."""

    page: str
    name: str
    surfaces: tuple[str, ...]
    handle: Locator
    track: Locator | None
    presses: int


def measure_ours(page: Page, server: PageServer, notebook: str, presses: int) -> Iterator[dict[str, object]]:
    """Rows of the report, one for each slider of a page of ours; from an empty page."""
    go_to(page, server, notebook)
    page.wait_for_function(READY, timeout=STARTS_WITHIN_MS)
    found = 0
    for part, surfaces in CHANGED.get(notebook, {}).items():
        names = page.locator(f"{part} {SLIDERS}").evaluate_all("(all) => all.map((s) => s.dataset.control)")
        first = FIRST.get(notebook, names[0] if names else "")
        for name in sorted(names, key=lambda each: each != first):
            found += 1
            page.evaluate(FEW_CONTROLS if name == first else EVERYTHING_ON_SHOW)
            page.wait_for_timeout(SETTLES_MS if found < 3 else 0)
            slider = page.locator(f"{part} input[type=range][data-control={name}]")
            slider.focus()
            seen = tuple(page.evaluate(IN_SIGHT, list(surfaces))) or surfaces
            many = PRESSES_OF_FIRST if notebook == OURS and name == first else presses
            yield row(page, Slider(notebook, name, seen, slider, slider if name == first else None, many))
    if not found:
        yield {"page": notebook, "said": "no slider"}


def measure_stock(page: Page, server: PageServer, stock: StockPage, presses: int) -> Iterator[dict[str, object]]:
    """The row of a page to compare with; from an empty page."""
    go_to(page, server, stock.notebook)
    page.locator(stock.there).first.wait_for(timeout=STARTS_WITHIN_MS)
    page.wait_for_timeout(SETTLES_MS)
    slider = page.locator(stock.slider).first
    track = page.locator(stock.track).first if stock.track else slider
    many = max(presses, PRESSES_OF_FIRST)
    yield row(page, Slider(stock.title, "", (stock.surface,), slider, track, many))


def row(page: Page, slider: Slider) -> dict[str, object]:
    """One slider: pressed, and dragged where it has a track."""
    page.evaluate("(surfaces) => sliderToPixels.watch(surfaces)", list(slider.surfaces))
    slider.handle.wait_for(timeout=ANSWERS_WITHIN_MS)
    found = press_keys(page, slider.handle, slider.presses)
    named = {"page": slider.page, "slider": slider.name}
    if not found:
        return {**named, "said": "changes nothing that is shown"}
    middle, p95 = median_and_p95(press.shown for press in found)
    parts = {part: statistics.median(getattr(press, part) for press in found) for part in ("sent", "answered", "drawn")}
    dragged: dict[str, object] = {}
    if slider.track is not None:
        updates_per_s, gaps_ms = drag(page, slider.handle, slider.track)
        dragged = {"per_s_dragged": updates_per_s, "gap_p95": median_and_p95(gaps_ms)[1]}
    return {**named, "presses": len(found), **parts, "shown": middle, "p95": p95, "p95/shown": p95 / middle, **dragged}


def press_keys(page: Page, slider: Locator, presses: int) -> list[Press]:
    """Presses that were shown, up for the first half and down for the second; the other way at the upper end."""
    slider.focus()
    at_top = slider.evaluate("(s) => s.value !== undefined && Number(s.value) >= Number(s.max)")
    keys = ("ArrowLeft", "ArrowRight") if at_top else ("ArrowRight", "ArrowLeft")
    missed = 0
    for press in range(presses):
        before = page.evaluate("sliderToPixels.presses.length")
        page.keyboard.press(keys[0] if press < presses / 2 else keys[1])
        try:
            page.wait_for_function(f"sliderToPixels.presses.length > {before}", timeout=ANSWERS_WITHIN_MS)
        except PageError:
            missed += 1
            if missed >= GIVE_UP_AFTER:
                break
        time.sleep(REST_BETWEEN_PRESSES_S)
    return [Press(**press) for press in page.evaluate("sliderToPixels.presses")]


def drag(page: Page, slider: Locator, track: Locator) -> tuple[float, list[float]]:
    """Pictures a second, and the gaps between them in ms, while the handle is dragged."""
    slider.scroll_into_view_if_needed()
    box, held = track.bounding_box(), slider.bounding_box()
    middle_y = held["y"] + held["height"] / 2
    # A native slider jumps to where it is pressed; another must be taken by its handle.
    is_native = held["width"] == box["width"]
    page.mouse.move(box["x"] + 0.25 * box["width"] if is_native else held["x"] + held["width"] / 2, middle_y)
    page.mouse.down()
    page.evaluate("sliderToPixels.drawn_at_ms.length = 0")
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < DRAG_S:
        share = 0.35 - 0.25 * math.cos(2 * math.pi * passed / 2.5)
        page.mouse.move(box["x"] + share * box["width"], middle_y)
        time.sleep(0.01)
    page.mouse.up()
    # Several drawings that end in one frame are one picture.
    drawn_at_ms = sorted(set(page.evaluate("sliderToPixels.drawn_at_ms")))
    return len(drawn_at_ms) / DRAG_S, [after - before for before, after in pairwise(drawn_at_ms)] or [math.nan]


def main(presses: int, options: list[str]) -> None:
    """Measures every page and prints the report."""
    ours = sorted((path.stem for path in NOTEBOOKS.glob("*.ipynb")), key=lambda name: name != OURS)
    rows: list[dict[str, object]] = []
    with sync_playwright() as playwright, served_pages(*options) as server:
        for page_of in [*ours, *STOCK]:
            with fresh_page(playwright) as page:
                page.add_init_script(IN_PAGE)
                measure = measure_stock if isinstance(page_of, StockPage) else measure_ours
                try:
                    for found in measure(page, server, page_of, presses):
                        rows.append(found)
                        # For somebody who waits: all of it takes minutes.
                        print(*found.values(), file=sys.stderr, flush=True)
                except PageError as error:
                    title = page_of.title if isinstance(page_of, StockPage) else page_of
                    rows.append({"page": title, "said": f"failed: {str(error).splitlines()[0]}"})
                with contextlib.suppress(PageError):
                    end_kernel_of(page, server)
    print_report("slider_to_pixels", rows)
    print_targets(rows)


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words.pop(0)) if words and words[0].isdigit() else PRESSES, words)

"""How long a moved slider takes to change the picture, in our pages and in two stock ones, in one run.

    python -m tests.benchmarks.slider_to_pixels [options for voila]

A key press counts from the key event to the frame that shows the new picture; median and 95th percentile are over
40 presses, each after the one before has been answered. Then the slider's handle is dragged to and fro for 5 seconds.
"""

import math
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from tests.benchmarks.report import median_and_p95, print_report
from tests.benchmarks.served_pages import end_kernel_of, fresh_page, go_to, served_pages
from tests.pages.opened_page import READY
from tests.pages.servers import PageServer

IN_PAGE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
PRESSES = 40
REST_BETWEEN_PRESSES_S = 0.15
DRAG_S = 5.0
STARTS_WITHIN_MS = 60_000
ANSWERS_WITHIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class MeasuredPage:
    """A page, where its slider and its handle are, and which note-taker knows when it has drawn."""

    title: str
    notebook: str
    slider: str
    handle: str | None
    drawn: str
    watcher: str
    level: str | None = None


PAGES = (
    MeasuredPage(
        "ours",
        "contraction_cycle",
        slider="input[type=range][data-control=impulse_rate_Hz]",
        handle=None,
        drawn=".figure-panel .js-plotly-plot",
        watcher="watchOurs",
        level="try",
    ),
    MeasuredPage(
        "ours, intake",
        "intake_table",
        slider="input[type=range][data-control=magnesium_from_food_mg]",
        handle=None,
        drawn=".figure-panel .js-plotly-plot",
        watcher="watchOurs",
    ),
    MeasuredPage(
        "ipywidgets, FigureWidget, our solver",
        "stock_figure_widget",
        slider=".noUi-handle",
        handle=".noUi-handle",
        drawn=".js-plotly-plot .scatterlayer path.js-line",
        watcher="watchPlotly",
    ),
    MeasuredPage(
        "interact, matplotlib, SciPy",
        "stock_interact",
        slider=".noUi-handle",
        handle=".noUi-handle",
        drawn="main img",
        watcher="watchPicture",
    ),
)


def measure(page: Page, server: PageServer, measured: MeasuredPage) -> dict[str, object]:
    """One row of the report, from an empty page."""
    go_to(page, server, measured.notebook)
    page.locator(measured.drawn).first.wait_for(timeout=STARTS_WITHIN_MS)
    if measured.watcher == "watchOurs":
        page.wait_for_function(READY, timeout=STARTS_WITHIN_MS)
    if measured.level:
        page.locator(f"input[type=radio][value={measured.level}]").check(force=True)
    page.wait_for_timeout(2000)
    page.evaluate(IN_PAGE)
    page.evaluate(f"sliderToPixels.{measured.watcher}()")
    slider = page.locator(measured.slider).first
    slider.wait_for(timeout=ANSWERS_WITHIN_MS)
    latencies_ms = press_keys(page, slider)
    updates_per_s, gaps_ms = drag(page, slider, measured.handle is None)
    middle, p95 = median_and_p95(latencies_ms)
    gap_middle, gap_p95 = median_and_p95(gaps_ms)
    return {
        "page": measured.title,
        "presses": len(latencies_ms),
        "key_to_picture_ms": middle,
        "p95_ms": p95,
        "least_ms": min(latencies_ms),
        "updates_per_s_dragged": updates_per_s,
        "gap_ms": gap_middle,
        "gap_p95_ms": gap_p95,
    }


def press_keys(page: Page, slider: Locator) -> list[float]:
    """Latencies of presses, up for the first half and down for the second."""
    slider.focus()
    for press in range(PRESSES):
        page.keyboard.press("ArrowRight" if press < PRESSES / 2 else "ArrowLeft")
        page.wait_for_function(f"sliderToPixels.latencies_ms.length > {press}", timeout=ANSWERS_WITHIN_MS)
        time.sleep(REST_BETWEEN_PRESSES_S)
    return page.evaluate("sliderToPixels.latencies_ms")


def drag(page: Page, slider: Locator, slider_is_track: bool) -> tuple[float, list[float]]:
    """Pictures a second, and the gaps between them in ms, while the handle is dragged."""
    track = slider.bounding_box() if slider_is_track else page.locator(".noUi-target").first.bounding_box()
    held = slider.bounding_box()
    middle_y = held["y"] + held["height"] / 2
    start_x = track["x"] + (0.25 * track["width"] if slider_is_track else 0)
    page.mouse.move(start_x if slider_is_track else held["x"] + held["width"] / 2, middle_y)
    page.mouse.down()
    page.evaluate("sliderToPixels.drawn_at_ms.length = 0")
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < DRAG_S:
        share = 0.35 - 0.25 * math.cos(2 * math.pi * passed / 2.5)
        page.mouse.move(track["x"] + share * track["width"], middle_y)
        time.sleep(0.01)
    page.mouse.up()
    drawn_at_ms = page.evaluate("sliderToPixels.drawn_at_ms")
    return len(drawn_at_ms) / DRAG_S, [after - before for before, after in pairwise(drawn_at_ms)] or [math.nan]


def main(options: list[str]) -> None:
    """Measures every page and prints the report."""
    rows = []
    with sync_playwright() as playwright, served_pages(*options) as server:
        for measured in PAGES:
            with fresh_page(playwright) as page:
                rows.append(measure(page, server, measured))
                end_kernel_of(page, server)
    print_report("slider_to_pixels", rows)


if __name__ == "__main__":
    main(sys.argv[1:])

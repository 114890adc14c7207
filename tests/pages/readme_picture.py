"""Takes the README's pictures of the real page: on a laptop in mid-pull, and on a phone.

python -m tests.pages.readme_picture
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

import widgets
from tests.pages.chromium import find_chromium, launch_chromium
from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import opened_voila_page
from tests.pages.servers import NOTEBOOKS, running_voila
from widgets.physiology.contraction_phases import contraction_phases

PICTURES = NOTEBOOKS / "pictures"


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its file, the size of its window in px, and what stands in the middle of it, or None for the top."""

    file_name: str
    width: int
    height: int
    middle: str | None


SCREENS = (
    Screen("contraction_cycle.png", 1280, 1010, None),
    Screen("contraction_cycle_phone.png", 390, 844, ".sarcomere-drawing"),
)
OPENS_ON = "short_burst"


def main() -> None:
    """Opens the page under Voila in each window, shows the middle of the pull, and saves what is on the screen."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, running_voila(NOTEBOOKS, Path(tempfile.mkdtemp())) as server:
        browser = launch_chromium(playwright, find_chromium(playwright))
        for screen in SCREENS:
            with opened_voila_page(browser, server, "contraction_cycle", screen.width, screen.height) as page:
                shown = CyclePage(page)
                run = widgets.simulate(preset=OPENS_ON)
                hold = next(phase for phase in contraction_phases(run) if phase.key == "hold")
                shown_ms = round((hold.start_ms + hold.end_ms) / 2)
                shown.scrub_to(shown_ms)
                page.evaluate("document.activeElement.blur()")
                page.locator(".sarcomere-description", has_text=f"{shown_ms}").wait_for(state="attached")
                page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
                if screen.middle:
                    page.locator(screen.middle).evaluate(
                        "(part) => part.scrollIntoView({ block: 'center', behavior: 'instant' })"
                    )
                page.screenshot(path=PICTURES / screen.file_name)
        browser.close()


if __name__ == "__main__":
    main()

"""Takes the README's picture of the real page.

python -m tests.pages.readme_picture
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pages.chromium import find_chromium, launch_chromium
from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import opened_voila_page
from tests.pages.servers import NOTEBOOKS, running_voila

PICTURE = NOTEBOOKS / "pictures" / "contraction_cycle.png"
WIDTH_PX, HEIGHT_PX = 1280, 1010
SHOWN_MS = 54


def main() -> None:
    """Opens the page under Voila, shows the moment after calcium has rushed out, and saves what is on the screen."""
    with (
        sync_playwright() as playwright,
        running_voila(NOTEBOOKS, Path(tempfile.mkdtemp())) as server,
        opened_voila_page(
            launch_chromium(playwright, find_chromium(playwright)), server, "contraction_cycle", WIDTH_PX, HEIGHT_PX
        ) as page,
    ):
        CyclePage(page).scrub_to(SHOWN_MS)
        page.evaluate("document.activeElement.blur()")
        page.locator(".sarcomere-description", has_text=f"At {SHOWN_MS} ms").wait_for()
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()

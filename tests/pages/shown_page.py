"""What the tests do with any page; what is on one page alone is in a module of its name."""

import contextlib
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page

PATIENCE_S = 30
LOOK_EVERY_MS = 30


class ShownPage:
    """An open page; every question is answered by what is on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def slider(self, control: str) -> Locator:
        return self.page.locator(f"input[type=range][data-control={control}]")

    def typed(self, control: str) -> Locator:
        return self.page.locator(f"[data-typed={control}]")

    def drag(self, control: str, *places: float) -> None:
        """Takes the thumb of a slider and moves it from place to place; 0 is the slider's left end, 1 its right."""
        slider = self.slider(control)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        middle = box["y"] + box["height"] / 2
        share = float(slider.evaluate("(s) => (s.value - s.min) / (s.max - s.min)"))
        self.page.mouse.move(box["x"] + 13 + share * (box["width"] - 26), middle)
        self.page.mouse.down()
        for place in places:
            self.page.mouse.move(box["x"] + place * box["width"], middle)
        self.page.mouse.up()

    def unfold(self) -> None:
        """Opens every section that is folded."""
        folded = self.page.locator(".section-button[aria-expanded=false]")
        while folded.count():
            folded.first.click()

    def assert_soon(self, condition: Callable[[], bool]) -> None:
        """Waits for what the page will show when its messages have gone round."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < end, "the page did not get there in time"
            self.page.wait_for_timeout(LOOK_EVERY_MS)


@contextlib.contextmanager
def page_of_each_server(request: pytest.FixtureRequest, browser: Browser, name: str) -> Iterator[Page]:
    """One open page for a fixture with the parameters "voila" and "jupyterlab"."""
    server = request.getfixturevalue(f"{request.param}_server")
    open_page = {"voila": opened_voila_page, "jupyterlab": opened_jupyterlab_page}[request.param]
    with open_page(browser, server, name, 1280, 900) as page:
        yield page

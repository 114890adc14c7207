"""Fingers on a page: what the browser makes of their events, scrolling too, is its own doing."""

from playwright.sync_api import Page

Place = tuple[float, float]


class Touch:
    """Fingers that come down, move and lift, each by its number."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session = page.context.new_cdp_session(page)
        self._down: dict[int, Place] = {}

    def down(self, place: Place, finger: int = 0) -> None:
        self._down[finger] = place
        self._tell("touchStart")

    def move(self, *places: Place, finger: int = 0) -> None:
        """Moves a finger from place to place, a frame for each."""
        for place in places:
            self._down[finger] = place
            self._tell("touchMove")
            self.page.evaluate("() => new Promise(requestAnimationFrame)")

    def up(self, finger: int = 0) -> None:
        self._tell("touchEnd", {finger: self._down.pop(finger)})

    def cancel(self) -> None:
        """Takes all fingers away, as a call or a gesture of the system does."""
        self._down.clear()
        self._tell("touchCancel", {})

    def swipe(self, start: Place, end: Place, steps: int = 10) -> None:
        """Draws one finger along a straight line."""
        self.down(start)
        self.move(*line(start, end, steps))
        self.up()

    def _tell(self, kind: str, fingers: dict[int, Place] | None = None) -> None:
        told = self._down if fingers is None else fingers
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in told.items()]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def line(start: Place, end: Place, steps: int = 10) -> list[Place]:
    """The places of a finger on its way, the last one at its end."""
    (x0, y0), (x1, y1) = start, end
    return [(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps) for step in range(1, steps + 1)]

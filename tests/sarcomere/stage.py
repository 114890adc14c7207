"""A real Chromium on a small page that stands in for the notebook: runs from files, a fake model, a fake host."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from tests.sarcomere.recorded_runs import recorded_run
from widgets.browser.bundle import bundle

HERE = Path(__file__).parent
WORDS = json.loads((HERE.parents[1] / "data" / "wording" / "en" / "sarcomere.json").read_text(encoding="utf-8"))
ORIGIN = "http://sarcomere.test"

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]
CYTOSOL: Box = (20, 182, 716, 32)
"""Where free ions drift in the whole drawing, away from labels: left, top, width and height."""
CYTOSOL_OF_HALF: Box = (20, 194, 356, 44)


def phases_of(run: dict[str, list[float]]) -> list[dict[str, Any]]:
    """Five phases of a run, as an explorer hands them over."""
    times, force = run["time_ms"], run["force_percent"]
    impulse = run["impulse_times_ms"][0]
    peak = times[force.index(max(force))]
    edges = [0.0, impulse, impulse + 8, peak, run["impulse_times_ms"][-1] + 250, times[-1]]
    captions = {
        "rest": "Rest: the gate is shut, calcium waits in the store, and the heads cannot reach the thin filament.",
        "release": "Release: the signal opens the gate, and calcium pours out of the store.",
        "pull": "Pull: calcium fills the troponin sites, heads attach, and each uses magnesium-ATP for a stroke.",
        "relax": "Relax: the pump, fed with magnesium-ATP, carries calcium back into the store, and heads let go.",
        "rest_again": "Rest again: calcium is back in the store, ready for the next signal.",
    }
    spans = zip(captions.items(), edges, edges[1:], strict=False)
    return [
        {"key": key, "caption": text, "start_ms": start, "end_ms": end, "typical_ms": (start + end) / 2}
        for (key, text), start, end in spans
    ]


# A canvas that has not yet got the size of its place has the browser's own.
MEASURED = "document.querySelector('.sarcomere-canvas').width !== document.createElement('canvas').width"


def serve(route: Route) -> None:
    """Answers the page's requests from the working tree; anything else is refused, so nothing leaves the machine."""
    name = route.request.url.removeprefix(ORIGIN).lstrip("/").split("?")[0]
    if name in ("sarcomere_view.js", "playhead.js"):
        route.fulfill(path=bundle(name), content_type="text/javascript; charset=utf-8")
    elif name == "sarcomere_view.css":
        route.fulfill(path=bundle(name), content_type="text/css; charset=utf-8")
    elif name == "harness.html":
        route.fulfill(path=HERE / name, content_type="text/html; charset=utf-8")
    else:
        route.abort()


class Stage:
    """A page with one sarcomere on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route("**/*", serve)
        page.goto(f"{ORIGIN}/harness.html")
        page.wait_for_function("window.harnessReady")

    def start(self, rate_hz: int | None = 1, **options: Any) -> dict[str, list[float]]:
        run = recorded_run(rate_hz) if rate_hz else {}
        given = {"run": run, "phases": phases_of(run) if run else [], "words": WORDS, **options}
        self.page.evaluate("given => harness.start(given)", given)
        if run:
            self.page.wait_for_function(MEASURED)
            self.page.evaluate("async () => { await harness.nextFrame(); await harness.nextFrame(); }")
        return run

    def at(self, time_ms: float) -> dict[str, str]:
        return self.page.evaluate("async (time) => { await harness.at(time); return harness.drawn(); }", time_ms)

    def drawn(self) -> dict[str, str]:
        return self.page.evaluate("harness.drawn()")

    def clock(self, name: str) -> Any:
        return self.page.evaluate("name => harness.playhead.get(name)", name)

    def take_run(self, run: dict[str, list[float]]) -> dict[str, str]:
        """Hands over another run, and gives what is drawn in the next frame."""
        taken = "async (run) => { harness.model.set('run', harness.packed(run)); await harness.nextFrame(); }"
        self.page.evaluate(taken, run)
        return self.drawn()

    def edges(self, box: Box, colour: Colour) -> Box | None:
        """Left, top, right and bottom of what has a colour on the canvas, within a box; all in drawing units."""
        return self.page.evaluate("([box, colour]) => harness.edges(box, colour)", [box, colour])

    def spots(self, box: Box, colour: Colour) -> int:
        """How many separate spots on the canvas have a colour, within a box in drawing units."""
        return self.page.evaluate("([box, colour]) => harness.spots(box, colour)", [box, colour])

    def look(self, box: Box) -> str:
        """Every pixel of the canvas within a box in drawing units."""
        return self.page.evaluate("box => harness.look(box)", box)

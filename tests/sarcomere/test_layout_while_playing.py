"""What moves is not laid out: a frame of playing touches only boxes whose size never changes."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

SETTLING_MS = 600
PLAYED_MS = 1000
# Of a new phase the whole page is laid out: its sentence may need another line.
MOST_FOR_PHASES = 6


def layout_roots(page: Page, act: Callable[[], object]) -> list[str]:
    """The elements from which the browser laid out anything, in order, while it played after `act`."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda part: ended.append(part))  # noqa: PLW0108 - Playwright marks it
    categories = {"includedCategories": ["devtools.timeline"], "excludedCategories": ["*"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    act()
    page.wait_for_timeout(PLAYED_MS)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    layouts = [event["args"].get("endData", {}) for event in events if event["name"] == "Layout"]
    return [root["nodeName"] for layout in layouts for root in layout.get("layoutRoots", [])]


def test_playing_lays_out_only_boxes_that_never_change(stage):
    stage.start(50)
    stage.at(60)
    stage.page.wait_for_timeout(SETTLING_MS)
    roots = layout_roots(stage.page, lambda: stage.page.evaluate("harness.playhead.set('playing', true)"))
    steady = [root for root in roots if any(name in root for name in ("player-time-text", "scrub", "amount"))]
    assert len(steady) > 10
    assert len(roots) - len(steady) <= MOST_FOR_PHASES

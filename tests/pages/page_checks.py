"""What every page is checked for: nothing to complain about, nothing asked of other machines, readable by everybody."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})
SCHEMES_THAT_STAY_HERE = frozenset({"about", "blob", "data"})

# Every page is an element `.explainer`; what is in it may lead to nothing outside it.
_GIVEN_TWICE = """(within) => {
  const owners = Map.groupBy(document.querySelectorAll("[id]"), (node) => node.id);
  return [...owners].filter(([, nodes]) => nodes.length > 1 && nodes.some((node) => node.closest(within)))
    .map(([id, nodes]) => `${id}: ${nodes.length} times`);
}"""
_LEADS_ASTRAY = """() => {
  const NAMES = ["for", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
    "aria-activedescendant", "aria-details", "aria-errormessage", "clip-path", "mask", "fill", "href"];
  const found = [];
  for (const node of document.querySelectorAll(".explainer *")) {
    for (const name of NAMES) {
      const value = node.getAttribute(name) ?? "";
      const drawn = /^url\\(["']?#(.+?)["']?\\)$/.exec(value) ?? /^#(.+)$/.exec(value);
      if (["clip-path", "mask", "fill", "href"].includes(name) && !drawn) continue;
      for (const id of drawn ? [drawn[1]] : value.split(/\\s+/).filter(Boolean)) {
        const named = document.getElementById(id);
        // Words are explained at the end of a served page, below the prose that follows its explorer.
        if (named?.closest("main > [data-word-list]")) continue;
        const page = named?.closest(".explainer");
        if (page !== node.closest(".explainer")) found.push(`${name}="${id}" of ${node.tagName}`);
      }
    }
  }
  return found;
}"""


@dataclass(slots=True)
class PageRecord:
    """What has happened in a page since it was watched."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Addresses, in order, the one of the page itself first; WebSockets too."""


def watch(page: Page) -> PageRecord:
    """Begins to record a page; call it before the page goes anywhere."""
    record = PageRecord()

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            record.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    page.on("console", note_console)
    page.on("pageerror", lambda error: record.page_errors.append(str(error)))
    page.on("request", lambda request: record.requests.append(request.url))
    page.on("websocket", lambda socket: record.requests.append(socket.url))
    page.record = record
    return record


def assert_no_console_errors(page: Page) -> None:
    """Fails with every error that the page has written or thrown since it was watched."""
    record = page.record
    found = record.page_errors + record.console_errors
    assert not found, "The page complained:\n" + "\n".join(found)


def requests_to_elsewhere(page: Page) -> list[str]:
    """Addresses on other machines that the page asked for, answered or not."""
    elsewhere = []
    for address in page.record.requests:
        parts = urlsplit(address)
        if parts.scheme not in SCHEMES_THAT_STAY_HERE and parts.hostname not in LOCAL_HOSTS:
            elsewhere.append(address)
    return elsewhere


def assert_all_requests_local(page: Page) -> None:
    """Fails with every address on another machine that the page asked for."""
    elsewhere = requests_to_elsewhere(page)
    assert not elsewhere, "The page asked other machines for:\n" + "\n".join(elsewhere)


def axe_violations(page: Page, impacts: Collection[str] = ("serious", "critical")) -> list[str]:
    """Accessibility rules that the page breaks, one readable line for each place, of the impacts named."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']} at {' '.join(map(str, node['target']))}: {node['html'][:200]}"
        for rule in found
        if rule["impact"] in impacts
        for node in rule["nodes"]
    ]


def width_beyond_the_screen_px(page: Page) -> int:
    """How far the page can be pushed sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def let_frames_pass(page: Page, frames: int = 20) -> None:
    """Returns when the browser has drawn so many frames, in which a picture that plays would have moved on."""
    page.evaluate(
        """async (frames) => {
            for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
        }""",
        frames,
    )


def ids_given_twice(page: Page, within: str = "body") -> list[str]:
    """Ids that more than one element has, at least one of them inside the element that a selector names."""
    return page.evaluate(_GIVEN_TWICE, within)


def names_that_lead_astray(page: Page) -> list[str]:
    """Labels, descriptions and the like that lead to nothing, or out of their own explorer."""
    return page.evaluate(_LEADS_ASTRAY)


def height_of_all_px(page: Page, *selectors: str) -> float:
    """Return how high a window must be to show all of these at once, each the first of its kind that can be seen."""
    boxes = [page.locator(f"{selector}:visible").first.bounding_box() for selector in selectors]
    assert all(boxes), selectors
    return max(box["y"] + box["height"] for box in boxes if box) - min(box["y"] for box in boxes if box)

"""What a reader can see at once: boxes on the screen, how far they are covered, and how far they jump."""

from playwright.sync_api import Locator, Page

# The share of an element that lies on the screen and below nothing that stays in view.
SEEN_SHARE = """(node) => {
    const box = node.getBoundingClientRect();
    const columns = [0.1, 0.5, 0.9], rows = [0.02, 0.25, 0.5, 0.75, 0.98];
    const isSeen = (x, y) => {
        const top = document.elementFromPoint(x, y);
        return Boolean(top) && (node.contains(top) || top.contains(node));
    };
    const seen = columns.flatMap((column) => rows.map((row) =>
        isSeen(box.left + column * box.width, box.top + row * box.height)));
    return seen.filter(Boolean).length / seen.length;
}"""
# Places of elements, in each frame from now until `stopped()`.
WATCH_PLACES = """(nodes) => {
    const places = nodes.map(() => new Set());
    let isWatching = true;
    const look = () => {
        for (const [i, node] of nodes.entries()) {
            const { left, top, width, height } = node.getBoundingClientRect();
            places[i].add([left, top, width, height].map((px) => Math.round(px)).join(" "));
        }
        if (isWatching) requestAnimationFrame(look);
    };
    look();
    window.stopWatchingPlaces = () => { isWatching = false; return places.map((seen) => [...seen]); };
}"""


def seen_share(node: Locator) -> float:
    """Returns how much of an element can be seen now, 0 to 1."""
    return node.evaluate(SEEN_SHARE)


def watch_places(page: Page, *nodes: Locator) -> None:
    """Begins to note where elements stand."""
    page.evaluate(WATCH_PLACES, [node.element_handle() for node in nodes])


def places_seen(page: Page) -> list[list[str]]:
    """Returns all places at which each of the watched elements has stood, and watches no longer."""
    return page.evaluate("window.stopWatchingPlaces()")

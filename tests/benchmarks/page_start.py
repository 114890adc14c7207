"""What opening a page costs: time until it is ready, bytes on the wire, memory of its Python and of the server.

    python -m tests.benchmarks.page_start [openings] [options for voila]

Every opening is cold: a browser that has never been used, and a new kernel. A stock page counts as ready when its first
picture is there. An opening that never gets ready is counted, and left out of the figures (see `served_pages.go_to`).
"""

import contextlib
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Error as PageError
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.report import print_report
from tests.benchmarks.served_pages import end_kernel_of, fresh_page, served_pages
from tests.pages.opened_page import READY
from tests.pages.servers import PageServer

READY_WITHIN_MS = 40_000
MEGABYTE = 1e6
PAGES = {
    "contraction_cycle": READY,
    "stock_figure_widget": "document.querySelector('.js-plotly-plot .scatterlayer path.js-line')",
    "stock_interact": "document.querySelector('main img')?.complete",
}


@dataclass(slots=True)
class Traffic:
    """Bytes that a page has received."""

    requests: int = 0
    http: int = 0
    socket: int = 0


def watch_traffic(page: Page) -> Traffic:
    """Begins to count; what arrives over the WebSocket is counted after decompression."""
    traffic = Traffic()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def add(name: str, size: Callable[[dict], int]) -> Callable[[dict], None]:
        return lambda event: setattr(traffic, name, getattr(traffic, name) + size(event))

    session.on("Network.requestWillBeSent", add("requests", lambda _: 1))
    session.on("Network.loadingFinished", add("http", lambda event: int(event["encodedDataLength"])))
    session.on("Network.webSocketFrameReceived", add("socket", _frame_size))
    return traffic


def open_cold(page: Page, server: PageServer, notebook: str) -> dict[str, float]:
    """One opening: milliseconds and bytes."""
    traffic = watch_traffic(page)
    begun = time.perf_counter()
    page.goto(f"{server.url}voila/render/{notebook}.ipynb", wait_until="commit")
    page.wait_for_function(f"document.body && ({PAGES[notebook]})", timeout=READY_WITHIN_MS)
    ready_ms = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(1000)
    navigation = page.evaluate(
        """() => {
          const [navigation] = performance.getEntriesByType("navigation");
          const [paint] = performance.getEntriesByName("first-contentful-paint");
          return [paint?.startTime ?? NaN, navigation.responseEnd];
        }"""
    )
    kernel = server.kernels()[-1]
    return {
        "ready_ms": ready_ms,
        "first_text_ms": navigation[0],
        "all_text_ms": navigation[1],
        "requests": traffic.requests,
        "http_MB": traffic.http / MEGABYTE,
        "socket_MB": traffic.socket / MEGABYTE,
        "kernel_PSS_MB": kernel.memory_full_info().pss / MEGABYTE,
        "server_RSS_MB": server.process.memory_info().rss / MEGABYTE,
    }


def _frame_size(event: dict) -> int:
    frame = event["response"]
    length = len(frame["payloadData"])
    return length * 3 // 4 if frame["opcode"] == 2 else length


def main(openings: int, options: list[str]) -> None:
    """Opens every page in turn, round after round, and prints the report."""
    found: dict[str, list[dict[str, float]]] = {notebook: [] for notebook in PAGES}
    with sync_playwright() as playwright, served_pages(*options) as server:
        for _ in range(openings):
            for notebook, rows in found.items():
                with fresh_page(playwright) as page, contextlib.suppress(PageError):
                    rows.append(open_cold(page, server, notebook))
                    end_kernel_of(page, server)
    print_report("page_start", [_row(notebook, rows, openings) for notebook, rows in found.items()])


def _row(notebook: str, rows: list[dict[str, float]], openings: int) -> dict[str, object]:
    counted: dict[str, object] = {"page": notebook, "openings": len(rows), "never_ready": openings - len(rows)}
    if not rows:
        return counted
    medians = {column: statistics.median(row[column] for row in rows) for column in rows[0]}
    return {**counted, "least_ready_ms": min(row["ready_ms"] for row in rows), **medians}


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words.pop(0)) if words and words[0].isdigit() else 5, words)

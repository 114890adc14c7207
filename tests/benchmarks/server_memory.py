"""How much memory a page takes, what the page server holds after each of many visits, and which kernels they leave.

Usage, from the checkout: python -m tests.benchmarks.server_memory [visits] [page]
"""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pages.chromium import find_chromium, launch_chromium
from tests.pages.opened_page import READY, READY_LIMIT_MS
from tests.pages.servers import NOTEBOOKS, running_voila

PAGE = "contraction_cycle"
VISITS = 50


def main() -> None:
    """Print what each open page takes, the server's resident memory in MB and the kernels left, then the growth.

    A page's own memory is what it does not share with other processes: that of one more page on the same machine.
    """
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    name = sys.argv[2] if len(sys.argv) > 2 else PAGE
    used_MB: list[float] = []
    with (
        tempfile.TemporaryDirectory() as scratch,
        running_voila(NOTEBOOKS, Path(scratch)) as server,
        sync_playwright() as playwright,
    ):
        browser = launch_chromium(playwright, find_chromium(playwright))
        for visit in range(1, visits + 1):
            with browser.new_context() as window:
                page = window.new_page()
                page.goto(f"{server.url}voila/render/{name}.ipynb")
                page.wait_for_function(READY, timeout=READY_LIMIT_MS)
                kernel = server.kernels()[-1].memory_full_info()
                page.goto("about:blank")
            time.sleep(0.5)
            used_MB.append(server.process.memory_info().rss / 1e6)
            print(f"{visit:3} visits: {used_MB[-1]:6.1f} MB, {len(server.kernels())} kernels", flush=True)
            print(f"           a page: {kernel.rss / 1e6:6.1f} MB, {kernel.uss / 1e6:.1f} MB of it its own", flush=True)
        browser.close()
    if visits > 5:
        print(f"Growth per visit after the fifth: {(used_MB[-1] - used_MB[4]) / (visits - 5):.2f} MB")


if __name__ == "__main__":
    main()

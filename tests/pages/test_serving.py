"""How plain `voila notebooks` behaves as a server."""

import gzip
import http.cookiejar
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.pages.opened_page import READY, READY_LIMIT_MS
from tests.pages.servers import NOTEBOOKS, PageServer, ServerNotReadyError, running_voila

PAGES = sorted(notebook.stem for notebook in NOTEBOOKS.glob("*.ipynb"))
# Any would do; this one is opened and drawn soonest.
VISITED = "intake_table"
PATIENCE_S = 10


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_voila(NOTEBOOKS, tmp_path_factory.mktemp("serving")) as running:
        yield running


def visit(page, server: PageServer, name: str) -> None:
    page.goto(f"{server.url}voila/render/{name}.ipynb")
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)


def comes_true(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def fetch(url: str, **headers: str):
    return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10)


def test_kernel_stops_when_its_page_closes(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        visit(page, server, VISITED)
        page.close(run_before_unload=True)
        assert comes_true(lambda: server.kernels() == [])


def test_three_pages_in_a_row_leave_no_kernel_behind(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        for name in PAGES[:3]:
            visit(page, server, name)
        page.goto("about:blank")
        assert comes_true(lambda: server.kernels() == [])


def test_a_visitor_who_leaves_before_the_page_is_ready_leaves_no_kernel_behind(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        page.goto(f"{server.url}voila/render/{VISITED}.ipynb", wait_until="domcontentloaded")
        page.goto("about:blank")
        assert comes_true(lambda: server.kernels() == [])


def test_kernel_stops_where_the_browser_keeps_no_cookies(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        visit(page, server, PAGES[0])
        window.clear_cookies()
        page.close(run_before_unload=True)
        assert comes_true(lambda: server.kernels() == [])


def test_kernel_stops_where_beacons_are_blocked(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        page.add_init_script("navigator.sendBeacon = () => false")
        visit(page, server, PAGES[0])
        page.goto("about:blank")
        assert comes_true(lambda: server.kernels() == [])


def test_another_site_cannot_stop_a_kernel(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        visit(page, server, VISITED)
        kernel_id = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{server.url}voila/api/shutdown/{kernel_id}", data=b"", timeout=10)
        assert len(server.kernels()) == 1
        page.goto("about:blank")


def test_stopping_a_kernel_that_is_gone_is_no_error(server):
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    opener.open(f"{server.url}voila/tree", timeout=10).read()
    token = next(cookie.value for cookie in cookies if cookie.name == "_xsrf")
    gone = f"{server.url}voila/api/shutdown/00000000-0000-0000-0000-000000000000"
    assert opener.open(gone, data=f"_xsrf={token}".encode(), timeout=10).status == 204


@pytest.mark.parametrize("file", ["voila/static/voila.js", "voila/templates/explainer/static/plotly-cartesian.min.js"])
class TestScript:
    def test_is_sent_compressed(self, server, file):
        answer = fetch(server.url + file, **{"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(answer.read()) == int(answer.headers["Content-Length"])

    def test_is_the_same_compressed_and_plain(self, server, file):
        packed = fetch(server.url + file, **{"Accept-Encoding": "gzip"}).read()
        assert gzip.decompress(packed) == fetch(server.url + file).read()

    def test_can_be_asked_for_in_parts(self, server, file):
        answer = fetch(server.url + file, **{"Accept-Encoding": "gzip", "Range": "bytes=0-9"})
        assert (answer.status, len(answer.read())) == (206, 10)


def test_second_visit_fetches_no_script_again(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        visit(page, server, VISITED)
        visit(page, server, VISITED)
        fetched_bytes = page.evaluate(
            "performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0)"
        )
        page.goto("about:blank")
    assert fetched_bytes < 20_000


def test_a_busy_port_is_said(tmp_path, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr("tests.pages.servers.free_port", lambda: port)
        said = pytest.raises(ServerNotReadyError, match=f"Port {port} is taken by another program")
        with said, running_voila(NOTEBOOKS, tmp_path):
            pass


def test_memory_of_the_server_stays_level_over_visits(browser, server):
    used_MB = []
    for _ in range(6):
        with browser.new_context() as window:
            page = window.new_page()
            visit(page, server, VISITED)
            page.goto("about:blank")
        used_MB.append(server.process.memory_info().rss / 1e6)
    # The first visits fill caches that are filled only once.
    assert used_MB[-1] - used_MB[1] < 12

"""What a page says and keeps when the Python behind it is gone."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import READY, READY_LIMIT_MS
from tests.pages.servers import NOTEBOOKS, PageServer, running_voila

SAID_WITHIN_MS = 10_000


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_voila(NOTEBOOKS, tmp_path_factory.mktemp("lost")) as running:
        yield running


@pytest.fixture
def page(browser, server):
    with browser.new_context(viewport={"width": 1280, "height": 800}) as window:
        page = window.new_page()
        page.goto(f"{server.url}voila/render/contraction_cycle.ipynb")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        yield page
        page.goto("about:blank")


def kill_kernels(server: PageServer) -> None:
    for kernel in server.kernels():
        kernel.kill()


def notice(page: Page):
    return page.locator(".page-lost")


def test_killed_kernel_is_announced(page, server):
    kill_kernels(server)
    expect(notice(page)).to_contain_text("lost its connection", timeout=SAID_WITHIN_MS)


def test_killed_kernel_is_announced_sooner_when_something_is_changed(page, server):
    cycle = CyclePage(page)
    cycle.show_level("try")
    page.wait_for_timeout(1_100)
    kill_kernels(server)
    changed_at = time.monotonic()
    cycle.slider("impulse_rate_Hz").press("ArrowRight")
    expect(notice(page)).to_contain_text("lost its connection", timeout=SAID_WITHIN_MS)
    assert time.monotonic() - changed_at < 5


def test_stopped_server_is_announced(browser, tmp_path):
    with running_voila(NOTEBOOKS, tmp_path) as own_server, browser.new_context() as window:
        page = window.new_page()
        page.goto(f"{own_server.url}voila/render/contraction_cycle.ipynb")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        for process in (*own_server.process.children(recursive=True), own_server.process):
            process.kill()
        expect(notice(page)).to_contain_text("lost its connection", timeout=SAID_WITHIN_MS)


def test_set_up_survives_the_reload(page, server):
    cycle = CyclePage(page)
    cycle.show_level("try")
    cycle.slider("impulse_rate_Hz").press("PageUp")
    kill_kernels(server)
    expect(notice(page)).not_to_be_empty(timeout=SAID_WITHIN_MS)
    cycle.slider("impulse_rate_Hz").press("ArrowRight")  # moved while nobody answers: kept as well
    before = cycle.values()
    page.get_by_role("button", name="Reload the page").click()
    expect(notice(page)).to_be_empty()
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)
    cycle.assert_soon(lambda: cycle.values() == before)
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    assert page.locator(".control-panel").get_attribute("data-level") == "try"


def test_page_asks_seldom_and_says_nothing_while_it_is_answered(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        sent: list[tuple[float, bytes]] = []

        def note(frame: str | bytes) -> None:
            sent.append((time.monotonic(), frame if isinstance(frame, bytes) else frame.encode()))

        page.on("websocket", lambda socket: socket.on("framesent", note))
        page.goto(f"{server.url}voila/render/contraction_cycle.ipynb")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        sent.clear()
        while len(questions := [at_s for at_s, frame in sent if b"alive" in frame]) < 2:
            page.wait_for_timeout(100)
        others = [frame for _, frame in sent if b"alive" not in frame]
        expect(notice(page)).to_be_empty()
        page.goto("about:blank")
    assert questions[1] - questions[0] > 4
    assert len(others) <= 1
    assert max(len(frame) for _, frame in sent) < 1_000


def test_restarted_kernel_in_jupyterlab_is_announced_and_the_set_up_comes_back(open_jupyterlab_page):
    page = open_jupyterlab_page("contraction_cycle")
    cycle = CyclePage(page)
    cycle.show_level("try")
    cycle.slider("impulse_rate_Hz").press("PageUp")
    before = cycle.values()
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    expect(notice(page)).to_contain_text("run the page's cell once more", timeout=2 * SAID_WITHIN_MS)
    page.evaluate("document.querySelector('.explainer').dataset.ready = 'of the kernel before'")
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)
    cycle.assert_soon(lambda: cycle.values() == before)

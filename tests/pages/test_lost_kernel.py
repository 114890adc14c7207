"""What a page says and keeps when the Python behind it is gone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import READY, READY_LIMIT_MS
from tests.pages.servers import NOTEBOOKS, PageServer, running_voila

SAID_WITHIN_MS = 10_000
SAID_AFTER_CHANGE_WITHIN_MS = 5_000
# The page's own time: its questions are as seldom as these say.
ASKS_NOT_WITHIN_MS, ASKS_WITHIN_MS = 4_000, 6_000


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_voila(NOTEBOOKS, tmp_path_factory.mktemp("lost")) as running:
        yield running


@pytest.fixture
def page(browser, server):
    with browser.new_context(viewport={"width": 1280, "height": 800}) as window:
        page = window.new_page()
        # The page's time can be moved on: nobody has to wait for it.
        page.clock.install()
        page.goto(f"{server.url}voila/render/contraction_cycle.ipynb")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        yield page
        page.goto("about:blank")


def kill_kernels(server: PageServer) -> None:
    for kernel in server.kernels():
        kernel.kill()


def stop_time(page: Page) -> None:
    """From here on the page's time goes on only where a test moves it."""
    now = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)
    page.clock.pause_at(now + timedelta(seconds=1))


def notice(page: Page):
    return page.locator(".page-lost")


def test_killed_kernel_is_announced(page, server):
    kill_kernels(server)
    page.clock.run_for(SAID_WITHIN_MS)
    expect(notice(page)).to_contain_text("lost its connection")


def test_killed_kernel_is_announced_sooner_when_something_is_changed(page, server):
    cycle = CyclePage(page)
    cycle.show_level("try")
    stop_time(page)
    page.clock.run_for(1_100)
    kill_kernels(server)
    cycle.slider("impulse_rate_Hz").press("ArrowRight")
    page.clock.run_for(SAID_AFTER_CHANGE_WITHIN_MS)
    expect(notice(page)).to_contain_text("lost its connection")


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
    page.clock.run_for(SAID_WITHIN_MS)
    expect(notice(page)).not_to_be_empty()
    cycle.slider("impulse_rate_Hz").press("ArrowRight")  # moved while nobody answers: kept as well
    before = cycle.values()
    page.get_by_role("button", name="Reload the page").click()
    expect(notice(page)).to_be_empty()
    page.wait_for_function(READY, timeout=READY_LIMIT_MS)
    cycle.assert_soon(lambda: cycle.values() == before)
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    expect(page.locator(".control-panel")).to_have_attribute("data-level", "try")


def test_page_asks_seldom_and_says_nothing_while_it_is_answered(browser, server):
    with browser.new_context() as window:
        page = window.new_page()
        sent: list[bytes] = []
        answers: list[bytes] = []
        page.on(
            "websocket",
            lambda socket: (socket.on("framesent", noted(sent)), socket.on("framereceived", noted(answers))),
        )
        page.clock.install()
        page.goto(f"{server.url}voila/render/contraction_cycle.ipynb")
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        stop_time(page)
        # The first question falls somewhere; from its answer on the time to the next is told.
        page.clock.run_for(ASKS_WITHIN_MS)
        wait_for_answers(page, sent, answers)
        # A question asked within the same stretch of time may still be on its way to be noted.
        page.wait_for_timeout(1000)
        wait_for_answers(page, sent, answers)
        sent.clear()
        answers.clear()
        page.clock.run_for(ASKS_NOT_WITHIN_MS)
        early = [frame for frame in sent if b"alive" in frame]
        page.clock.run_for(ASKS_WITHIN_MS - ASKS_NOT_WITHIN_MS)
        wait_for_answers(page, sent, answers)
        questions = [frame for frame in sent if b"alive" in frame]
        others = [frame for frame in sent if b"alive" not in frame]
        expect(notice(page)).to_be_empty()
        page.goto("about:blank")
    assert early == []
    assert len(questions) == 1
    assert len(others) <= 1
    assert max(len(frame) for frame in sent) < 1_000


def noted(frames: list[bytes]) -> Callable[[str | bytes], None]:
    """Takes note of the frames of a socket as bytes."""
    return lambda frame: frames.append(frame if isinstance(frame, bytes) else frame.encode())


def wait_for_answers(page: Page, sent: list[bytes], answers: list[bytes]) -> None:
    """Waits until every question whether anybody is there is answered."""
    while sum(b'"answer": "alive"' in frame for frame in answers) < sum(b"alive" in frame for frame in sent):
        page.wait_for_timeout(20)


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

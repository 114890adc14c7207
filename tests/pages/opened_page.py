"""Opens pages the way a reader does, and waits until they are ready."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.pages.page_checks import watch
from tests.pages.servers import PageServer, stop_kernel

READY = "document.querySelector('.explainer[data-ready=true]') !== null"
KERNEL_READY = """(() => {
    const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
    return Boolean(context?.isReady && context.session?.kernel);
})()"""
# Cells sent off before the notebook is shown and its kernel has answered are lost without a word.
RUN_ALL_CELLS = """async () => {
    const notebook = jupyterapp.shell.currentWidget;
    await notebook.context.ready;
    await notebook.revealed;
    await notebook.sessionContext.session.kernel.info;
    jupyterapp.commands.execute("notebook:run-all-cells");
}"""
READY_LIMIT_MS = 60_000


@contextlib.contextmanager
def opened_voila_page(
    browser: Browser,
    server: PageServer,
    name: str,
    width: int,
    height: int,
    *,
    wait_until_ready: bool = True,
    query: str = "",
    touch: bool = False,
) -> Iterator[Page]:
    """A served page in a window of its own, without cookies or cache; closed at the end, its Python too.

    Args:
        touch: whether the screen is one for fingers.
    """
    with _window(browser, width, height, touch=touch) as page:
        page.goto(f"{server.url}voila/render/{name}.ipynb{query}")
        kernel_id = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
        try:
            if wait_until_ready:
                page.wait_for_function(READY, timeout=READY_LIMIT_MS)
            yield page
        finally:
            page.close()
            stop_kernel(server, kernel_id)


@contextlib.contextmanager
def opened_jupyterlab_page(
    browser: Browser,
    server: PageServer,
    name: str,
    width: int,
    height: int,
    *,
    wait_until_ready: bool = True,
    place: str = "doc",
) -> Iterator[Page]:
    """A notebook in JupyterLab, all its cells run; closed at the end, its Python too.

    Args:
        place: "doc" for the mode of a single document, "lab" for the whole workbench.
    """
    with _window(browser, width, height) as page:
        page.goto(f"{server.url}{place}/tree/{name}.ipynb")
        page.wait_for_function(KERNEL_READY, timeout=READY_LIMIT_MS)
        kernel_id = page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.id")
        try:
            page.evaluate(RUN_ALL_CELLS)
            if wait_until_ready:
                page.wait_for_function(READY, timeout=READY_LIMIT_MS)
            yield page
        finally:
            page.close()
            stop_kernel(server, kernel_id)


@contextlib.contextmanager
def _window(browser: Browser, width: int, height: int, *, touch: bool = False) -> Iterator[Page]:
    window = browser.new_context(viewport={"width": width, "height": height}, has_touch=touch)
    try:
        page = window.new_page()
        watch(page)
        yield page
    finally:
        window.close()

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import Mock

import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application
from traitlets.utils.importstring import import_item

from tests.pages.servers import CHECKOUT
from widgets.site.prompt_kernels import PromptConnection, PromptKernelClient


async def _first_output(client: PromptKernelClient) -> str:
    asked = client.execute("print('first word')")
    while True:
        message = await client.get_iopub_msg(timeout=10)
        if message["parent_header"].get("msg_id") == asked and message["msg_type"] == "stream":
            return message["content"]["text"]


async def _start_and_ask() -> str:
    manager = AsyncKernelManager(client_class="widgets.site.prompt_kernels.PromptKernelClient")
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=30)
        return await _first_output(client)
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


async def _start_and_end() -> None:
    manager = AsyncKernelManager(client_class="widgets.site.prompt_kernels.PromptKernelClient")
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    await manager.shutdown_kernel(now=True)
    try:
        await client.wait_for_ready(timeout=30)
    finally:
        client.stop_channels()


def test_output_of_the_first_cell_is_heard_as_soon_as_the_kernel_is_ready(run_apart):
    assert run_apart(_start_and_ask) == "first word\n"


def test_kernel_that_ends_before_it_answers_is_an_error(run_apart):
    with pytest.raises(RuntimeError, match="ended before it answered"):
        run_apart(_start_and_end)


def test_messages_to_the_browser_are_not_held_back(monkeypatch):
    asked = []
    request = HTTPServerRequest(
        start_line=RequestStartLine("GET", "/", "HTTP/1.1"),
        headers=HTTPHeaders({"Host": "localhost"}),
        connection=Mock(),
    )
    handler = KernelWebsocketHandler(Application(), request)
    monkeypatch.setattr(handler, "set_nodelay", asked.append)
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda _: None)
    PromptConnection(websocket_handler=handler).connect()
    assert asked == [True]


def test_page_server_uses_both_classes():
    settings = json.loads((CHECKOUT / "widgets/site/voila.json").read_text(encoding="utf-8"))
    named = [settings["AsyncKernelManager"]["client_class"], settings["Voila"]["kernel_websocket_connection_class"]]
    assert [import_item(name) for name in named] == [PromptKernelClient, PromptConnection]


@pytest.fixture
def run_apart():
    """Runs a coroutine in a thread, because the browser of other tests keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        yield lambda job: thread.submit(asyncio.run, job()).result()

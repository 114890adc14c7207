"""Kernels and browsers that answer each other without waiting; `voila.json` names these classes.

Runs in the page server, not in a page.
"""

import time
from asyncio import Future
from queue import Empty

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Sends each message of a kernel to the browser at once.

    Without this the operating system holds a small message back until the browser has acknowledged the one before it,
    which a browser may take 40 ms to do; a slider then feels it. Tornado leaves the choice to the application.
    Source: `tornado.websocket.WebSocketHandler.set_nodelay`.
    """

    def connect(self) -> "Future[None] | None":  # type: ignore[override]
        """Return what the ordinary connection returns, over a socket that does not delay."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


class PromptKernelClient(AsyncKernelClient):
    """Takes a new kernel for ready as soon as it answers on both of its channels.

    The ordinary client then listens for another 0.2 s in case more is said, in every page's start.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return when the kernel has answered.

        Raises:
            RuntimeError: the kernel ended, or did not answer within `timeout` seconds.
        """
        give_up = float("inf") if timeout is None else time.monotonic() + timeout
        while not await self._has_answered():
            if not await self.is_alive():
                raise RuntimeError("The kernel ended before it answered.")
            if time.monotonic() > give_up:
                raise RuntimeError(f"The kernel did not answer within {timeout} seconds.")

    async def _has_answered(self) -> bool:
        self.kernel_info()
        try:
            reply = await self.get_shell_msg(timeout=1)
            if reply["msg_type"] != "kernel_info_reply":
                return False
            # Its first word there shows that outputs will be heard too; only then may a cell run.
            await self.get_iopub_msg(timeout=0.2)
        except Empty:
            return False
        self._handle_kernel_info_reply(reply)
        return True

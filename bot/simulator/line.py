"""The network between the bot and the simulator: a relay on a port of its own, which can be cut and mended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

_PIECE = 64 * 1024


class Line:
    """A relay on loopback to the port that `ahead` tells. While it is cut nobody can connect and nothing passes.

    It keeps its address for as long as it is open. `changed` is called whenever it is cut or mended.
    """

    def __init__(self, ahead: Callable[[], int], changed: Callable[[], None] = lambda: None) -> None:
        self._ahead = ahead
        self._changed = changed
        self._port = 0
        self._server: asyncio.Server | None = None
        self._carrying: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self.is_open = False

    @property
    def url(self) -> str:
        """The address that the bot speaks to."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_cut(self) -> bool:
        """Whether it is there and nothing passes."""
        return self.is_open and self._server is None

    async def open(self) -> None:
        """Lets whoever knows the address through."""
        await self._listen()
        self.is_open = True

    async def cut(self) -> None:
        """Breaks every connection off and takes no new one."""
        await self._fall_silent()
        self._changed()

    async def mend(self) -> None:
        """Takes connections again at the same address; harmless when it was not cut."""
        if self.is_cut:
            await self._listen()
            self._changed()

    async def close(self) -> None:
        """Ends it for good."""
        self.is_open = False
        await self._fall_silent()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _fall_silent(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        while self._carrying:
            for near in self._carrying.values():
                near.transport.abort()
            await asyncio.wait(self._carrying)

    async def _meet(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._carrying[task] = near
        try:
            await self._carry(reader, near)
        finally:
            del self._carrying[task]

    async def _carry(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        far: asyncio.StreamWriter | None = None
        try:
            answers, far = await asyncio.open_connection("127.0.0.1", self._ahead())
            ways = [asyncio.create_task(_pass(*way)) for way in ((reader, far), (answers, near))]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        except OSError:
            pass  # nobody is there: the caller's connection ends, as it would
        finally:
            near.transport.abort()
            if far is not None:
                far.transport.abort()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Passes on what comes until there is no more."""
    with suppress(OSError):
        while piece := await reader.read(_PIECE):
            writer.write(piece)
            await writer.drain()

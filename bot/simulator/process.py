"""The real bot as a child process, which the demo can kill and start again."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import deque
from collections.abc import Callable, Mapping, Sequence

_REMEMBERED_LINES = 200


class BotProcess:
    """One child process in a group of its own. `env` is its whole environment.

    `log` has its last lines; `exit_code` is how it ended the last time (negative: by a signal); `fell` says that
    it ended without having been asked to. `changed` is called whenever it starts or ends.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self.log: deque[str] = deque(maxlen=_REMEMBERED_LINES)
        self.exit_code: int | None = None
        self.fell = False
        self.changed: Callable[[], None] = lambda: None
        self._argv = tuple(argv)
        self._env = dict(env)
        self._child: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._asked = False
        self._turn = asyncio.Lock()
        self._heard = asyncio.Event()

    @property
    def running(self) -> bool:
        """Whether the child is alive."""
        return self._child is not None

    @property
    def pid(self) -> int | None:
        """The id of the child while it is alive."""
        return self._child.pid if self._child else None

    async def start(self) -> None:
        """Start it unless it runs."""
        async with self._turn:
            if self._child is not None:
                return
            self._child = await asyncio.create_subprocess_exec(
                *self._argv,
                env=self._env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
            )
            self._asked = self.fell = False
            self.exit_code = None
            self._watch = asyncio.create_task(self._watched(self._child))
        self.changed()

    async def kill(self) -> None:
        """End it with SIGKILL, together with whatever it started: as if the machine had lost power."""
        async with self._turn:
            await self._signal(signal.SIGKILL)
            await self.ended()

    async def stop(self, grace: float = 5.0) -> None:
        """Ask it to end, and kill it when it has not done so after `grace` seconds."""
        async with self._turn:
            await self._signal(signal.SIGTERM)
            try:
                async with asyncio.timeout(grace):
                    await self.ended()
            except TimeoutError:
                await self._signal(signal.SIGKILL)
                await self.ended()

    async def restart(self) -> None:
        """Kill it and start it again."""
        await self.kill()
        await self.start()

    async def ended(self) -> None:
        """Wait until it is not running."""
        if self._watch is not None:
            await asyncio.shield(self._watch)

    async def said(self, words: str) -> None:
        """Wait for a line of its log that contains these words, or for its end."""
        while self.running and not any(words in line for line in self.log):
            self._heard.clear()
            await self._heard.wait()

    async def _signal(self, number: int) -> None:
        if self._child is None:
            return
        self._asked = True
        try:
            os.killpg(self._child.pid, number)
        except ProcessLookupError:
            # It ended by itself a moment ago; the watch is about to notice.
            return

    async def _watched(self, child: asyncio.subprocess.Process) -> None:
        assert child.stdout is not None
        rest = b""
        while chunk := await child.stdout.read(65536):
            *lines, rest = (rest + chunk).split(b"\n")
            self.log.extend(line.decode("utf-8", "replace").rstrip() for line in lines)
            self._heard.set()
        if rest:
            self.log.append(rest.decode("utf-8", "replace"))
        self.exit_code = await child.wait()
        self.fell = not self._asked
        self._child = None
        self._heard.set()
        self.changed()

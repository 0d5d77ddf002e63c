"""Lives of the real bot in processes of their own, which end by SIGKILL. Started by a server that has imported it
already, so that hundreds of lives take minutes and not hours."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

KILLED = -9
"""The exit code of a process that SIGKILL ended."""

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["bot.cli"])


class Life:
    """The bot from `xmess-bot run` to its end. What it says goes to the end of the file `log`.

    `wakes`: every how many seconds it looks at what is to be said unasked; None: as often as it always does.
    """

    def __init__(self, environment: Mapping[str, str], log: Path, wakes: float | None = None) -> None:
        begun = (dict(environment), str(log), wakes)
        self._process: BaseProcess = _SERVER.Process(target=_live, args=begun, daemon=True)
        self._process.start()

    async def ended(self, within: float = 60.0) -> int:
        """Waits for the end. Returns the exit code."""
        await asyncio.to_thread(self._process.join, within)
        code = self._process.exitcode
        assert code is not None, "it lives on"
        self._process.close()
        return code

    async def kill(self) -> int:
        """Ends it, and what it started, as if the machine had lost power."""
        pid = self._process.pid
        assert pid is not None
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            os.killpg(pid, signal.SIGKILL)
        return await self.ended()


def _live(environment: dict[str, str], log: str, wakes: float | None) -> None:
    os.setsid()
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.update(environment)
    from bot import cli, scheduler  # noqa: PLC0415  only here: the parent has them, and only the child may run them

    if wakes is not None:
        scheduler.REMIND = wakes

    cli.app(["run"], prog_name="xmess-bot")

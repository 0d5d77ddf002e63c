"""The printer: asks a child process for documents, so that typst's memory never weighs on the bot."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType

from bot.documents.model import Document, to_data

_COMMAND = (sys.executable, "-m", "bot.documents")
_LARGEST = 50_000_000
_GOODBYE_SECONDS = 5.0


class DocumentFailed(Exception):  # noqa: N818 - it says what happened
    """A document could not be printed. The text says why, without anything of what the document says."""


class Printer:
    """Prints documents one after another in a child that starts with the first and ends when it has nothing to do.

    Give it up with `close`, or use it as an asynchronous context manager.
    """

    def __init__(
        self,
        *,
        idle_seconds: float = 60.0,
        timeout_seconds: float = 30.0,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self._idle_seconds = idle_seconds
        self._timeout_seconds = timeout_seconds
        self._command = tuple(command)
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._rest: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the child, or None while there is none."""
        return None if self._child is None else self._child.pid

    async def print(self, document: Document) -> bytes:
        """The bytes of the document: PDF for a sheet, PNG for a QR. Waits for its turn.

        Raises DocumentFailed when the child cannot start, ends, answers badly or takes longer than
        `timeout_seconds` (its start included, the wait for a turn not). The next call starts a fresh child.
        """
        asked = json.dumps(to_data(document)).encode() + b"\n"
        async with self._turn:
            self._stop_resting()
            try:
                async with asyncio.timeout(self._timeout_seconds):
                    made = await self._ask(asked)
            except TimeoutError:
                await self._kill()
                raise DocumentFailed(f"it took longer than {self._timeout_seconds:g} seconds") from None
            except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
                code = await self._kill()
                raise DocumentFailed(f"the child failed ({type(error).__name__}, exit code {code})") from None
            except BaseException:
                # Nobody waits for the answer any more: left in the pipe, it would be taken for the next one's.
                await self._kill()
                raise
            self._rest = asyncio.create_task(self._end_when_idle())
            return made

    async def close(self) -> None:
        """Ends the child, after the document that it is printing. A later `print` would start a new one."""
        async with self._turn:
            self._stop_resting()
            await self._say_goodbye()

    async def __aenter__(self) -> Printer:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _ask(self, asked: bytes) -> bytes:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        stdin, stdout = self._child.stdin, self._child.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(asked)
        await stdin.drain()
        verdict, _, rest = (await stdout.readuntil(b"\n")).decode().strip().partition(" ")
        if verdict == "failed":
            await self._kill()
            raise DocumentFailed(rest)
        if verdict != "done" or not 0 < int(rest) <= _LARGEST:
            raise ValueError("an answer that is none")
        return await stdout.readexactly(int(rest))

    async def _end_when_idle(self) -> None:
        await asyncio.sleep(self._idle_seconds)
        async with self._turn:
            await self._say_goodbye()

    def _stop_resting(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    async def _say_goodbye(self) -> None:
        """Closes the child's input, which tells it to end, and waits for it."""
        if self._child is None:
            return
        assert self._child.stdin is not None
        self._child.stdin.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE_SECONDS):
                await _ended(self._child)
        await self._kill()

    async def _kill(self) -> int | None:
        """Makes sure that the child is gone and reaped; its exit code, None when there was no child."""
        child, self._child = self._child, None
        if child is None:
            return None
        # Not child.kill(): it looks after the child first and takes the exit code away from asyncio.
        if child.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGKILL)
        return await _ended(child)


async def _ended(child: asyncio.subprocess.Process) -> int:
    """The exit code, as soon as the child has ended. What it still said is read, or its pipe would stay open."""
    assert child.stdout is not None
    while await child.stdout.read(65536):
        pass
    return await child.wait()

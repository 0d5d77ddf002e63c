"""What happens, told to everybody who watches: pages by Server-Sent Events, tests by waiting."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from bot.simulator.errors import JSON

Found = TypeVar("Found")


class Events:
    """A numbered stream of events with a bounded memory.

    An id is `run.number`: a page that reconnects with an id of another run, or of before the memory begins, is told
    to load the whole state again.
    """

    def __init__(self, memory: int = 2000) -> None:
        self._run = secrets.token_hex(4)
        self._number = 0
        self._recent: deque[tuple[int, JSON]] = deque(maxlen=memory)
        self._queues: set[asyncio.Queue[tuple[str, JSON]]] = set()
        self._waiting: list[asyncio.Future[None]] = []
        self.closed = False
        self.heard: Callable[[str, JSON], None] = lambda _kind, _payload: None

    @property
    def watched(self) -> bool:
        """Whether a page is looking."""
        return bool(self._queues)

    @property
    def number(self) -> int:
        """How many events there have been."""
        return self._number

    def close(self) -> None:
        """Let every page go."""
        self.closed = True
        for queue in self._queues:
            queue.put_nowait(("", {}))

    def publish(self, kind: str, **payload: Any) -> None:
        """Tell everybody who watches."""
        self._number += 1
        self.heard(kind, payload)
        event = {"type": kind, **payload}
        self._recent.append((self._number, event))
        for queue in self._queues:
            queue.put_nowait((self._id(self._number), event))
        self.touch()

    def touch(self) -> None:
        """Have everybody who waits look again, for a change that no page needs to hear of."""
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def subscribe(self, last_id: str = "") -> asyncio.Queue[tuple[str, JSON]]:
        """A queue of everything from now on, after what was missed since `last_id`."""
        queue: asyncio.Queue[tuple[str, JSON]] = asyncio.Queue()
        if last_id:
            for number, event in self._missed(last_id):
                queue.put_nowait((self._id(number), event))
        self._queues.add(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[tuple[str, JSON]]) -> None:
        """Stop filling the queue."""
        self._queues.discard(queue)

    async def until(self, look: Callable[[], Found | None], within: float) -> Found | None:
        """What `look` finds, looked at now and after every event; None when `within` seconds have passed."""
        try:
            async with asyncio.timeout(within):
                while (found := look()) is None:
                    changed = asyncio.get_running_loop().create_future()
                    self._waiting.append(changed)
                    await changed
                return found
        except TimeoutError:
            return look()

    def _id(self, number: int) -> str:
        return f"{self._run}.{number}"

    def _missed(self, last_id: str) -> list[tuple[int, JSON]]:
        run, _, number = last_id.partition(".")
        first = self._recent[0][0] if self._recent else self._number + 1
        if run != self._run or not number.isdecimal() or int(number) + 1 < first:
            return [(self._number, {"type": "reset"})]
        return [entry for entry in self._recent if entry[0] > int(number)]

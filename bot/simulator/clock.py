"""The simulator's clock: real time plus an offset that only grows, shared with the bot through a small file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.simulator.errors import SimulatorError


class Clock:
    """Real time plus an offset. The offset is kept in `file` (seconds, as text), where the bot reads it.

    A file that already holds an offset is continued, so that a second run of the demo does not go back in time.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._offset = 0.0
        self._listeners: list[Callable[[], None]] = []
        if file is not None:
            if file.exists():
                self._offset = _offset_in(file)
            self._write()

    @property
    def offset(self) -> float:
        """Seconds between real time and the simulated time."""
        return self._offset

    def now(self) -> datetime:
        """The simulated time, aware, in UTC."""
        return datetime.fromtimestamp(time.time() + self._offset, UTC)

    def set(self, moment: datetime) -> None:
        """Jump to `moment`, which must be aware and not earlier than now."""
        if moment.tzinfo is None:
            raise SimulatorError("the time needs a time zone")
        self.advance((moment - self.now()).total_seconds())

    def advance(self, seconds: float) -> None:
        """Jump `seconds` ahead."""
        if seconds < 0:
            raise SimulatorError(f"time never goes backwards: that moment is {-seconds:.0f} s before now")
        self._offset += seconds
        self._write()
        for listener in self._listeners:
            listener()

    def listen(self, listener: Callable[[], None]) -> None:
        """Have `listener` called after every jump."""
        self._listeners.append(listener)

    def _write(self) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        fresh.write_text(f"{self._offset!r}\n", encoding="ascii")
        fresh.replace(self._file)


def _offset_in(file: Path) -> float:
    text = file.read_text(encoding="ascii").strip()
    try:
        return float(text) if text else 0.0
    except ValueError:
        raise SimulatorError(f"{file} does not hold an offset in seconds") from None

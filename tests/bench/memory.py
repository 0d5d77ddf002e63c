"""How much the bot's process grows while it answers: resident memory every few thousand updates, and the slope.

    uv run python tests/bench/memory.py [--updates 20000] [--people 1000]

People answer, correct by editing, press old buttons, ask where they are and send pictures; their letters are claimed
and settled. The first part fills caches (statements, translations, pages of the database), so the slope is taken from
the second half: least squares, in KiB per 1,000 updates.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import sys
import tempfile
from datetime import UTC, datetime
from itertools import count, cycle
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from conversations.protocol.incoming import Attachment, Command, Edited, Incoming, Press, Text  # noqa: E402
from tests.bench.answer import FIRST, World  # noqa: E402

BATCH = 32
STEPS = 20
NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
KINDS = 7
COUNTED = ("failed_update", "seen_update", "letter")


def resident() -> int:
    """The resident memory of this process, in bytes."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def something(number: int, person: int) -> Incoming:
    """One of the things that people do, another one each time."""
    who: dict[str, Any] = {"update": number, "chat": person, "person": person, "name": "Aina", "private": True}
    match number % KINDS:
        case 0 | 1:
            return Text(**who, at=NOW, message=number, text=f"Tècnica, promoció econòmica, despatx {number}")
        case 2:
            return Edited(**who, at=NOW, message=number - KINDS, text=f"Tècnica de comerç, despatx {number}")
        case 3:
            return Press(**who, message=4, turn=1, choice="is.service.advice")
        case 4:
            return Command(**who, at=NOW, message=number, command="inici")
        case 5:
            return Attachment(**who, at=NOW, message=number, kind="photo")
        case _:
            return Press(**who, message=4, turn=0, choice="home")


async def measure(world: World, updates: int) -> None:
    """Prints the resident memory at each step, and how it grew."""
    answering = asyncio.create_task(world.dispatcher.run())
    people = cycle(range(FIRST, FIRST + world.people))
    numbers = count(10**9)
    sizes: list[tuple[int, int]] = []
    done = 0
    for step in range(STEPS + 1):
        while done < updates * step // STEPS:
            batch = [something(next(numbers), next(people)) for _ in range(BATCH)]
            await asyncio.gather(*(world.dispatcher.put(one) for one in batch))
            while await world.delivers():
                pass
            done += BATCH
        gc.collect()
        sizes.append((done, resident()))
        print(f"{done:>7,} updates: {sizes[-1][1] / 2**20:7.1f} MiB", flush=True)
    answering.cancel()
    with world.database.engine.connect() as connection:
        failed, seen, told = (
            connection.exec_driver_sql(f"select count(*) from {name}").scalar_one() for name in COUNTED
        )
    print(f"{seen - world.people:,} updates answered with {told - world.people:,} letters; {failed} failed")
    await world.database.close()
    late = sizes[len(sizes) // 2 :]
    slope = statistics.linear_regression([number for number, _ in late], [size for _, size in late]).slope
    print(f"growth in the second half: {slope * 1000 / 1024:.1f} KiB per 1,000 updates")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--people", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(World(Path(folder), options.people), options.updates))


if __name__ == "__main__":
    main()

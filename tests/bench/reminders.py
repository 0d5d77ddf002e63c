"""What reminders cost: 1,000,000 people, 100,000 open drafts, 10,000 of them due at once.

Prints the time to find those due, the time to plan and write their letters in batches, and the latency of a
conversation beside it. Run: uv run python tests/bench/reminders.py [PEOPLE]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, select

from bot import desk
from bot.clock import Clock
from bot.notifier import Notifier
from conversations.rules.deadlines import MADRID
from storage import models, register, watch
from storage.database import Database, engine_for
from storage.migrations import migrate
from storage.tables import table

DRAFTS_OF_PEOPLE = 10
DUE_OF_DRAFTS = 10
DUE = datetime(2020, 5, 6, 9, tzinfo=MADRID)
LATER = datetime(2020, 5, 8, 9, tzinfo=MADRID)


def fill(connection: Connection, people: int) -> int:
    """People, bodies of their own, seats and drafts; the first tenth of the drafts is due. Returns how many are due."""
    now = DUE.astimezone(UTC) - timedelta(days=3)
    drafts = people // DRAFTS_OF_PEOPLE
    due = drafts // DUE_OF_DRAFTS
    step = 20_000
    for first in range(0, people, step):
        ids = range(first, min(first + step, people))
        rows = [{"id": 10_000 + one, "name": "", "reachable": True, "muted": False, "created_at": now} for one in ids]
        connection.execute(table(models.PersonRow).insert(), rows)
    for first in range(0, drafts, step):
        ids = range(first, min(first + step, drafts))
        body = {"kind": "council", "comarca": "", "source": "bench", "confidence": ""}
        connection.execute(
            table(models.BodyRow).insert(), [{"id": f"b{one}", "name": f"Poble {one}", **body} for one in ids]
        )
        seat = {"role": "contact", "since": now}
        connection.execute(
            table(models.SeatRow).insert(), [{"person": 10_000 + one, "body": f"b{one}", **seat} for one in ids]
        )
        draft = {"call": "2020-1", "status": "draft", "version": 0, "created_at": now, "channel": "telegram"}
        connection.execute(
            table(models.ApplicationRow).insert(),
            [{"id": f"2020-1.b{one}.1", "body": f"b{one}", **draft} for one in ids],
        )
        answer = {"value": "x", "message": 0, "at": now}
        connection.execute(
            table(models.AnswerRow).insert(),
            [
                {"application": f"2020-1.b{one}.1", "question": question, "person": 10_000 + one, **answer}
                for one in ids
                for question in ("position", "email", "service", "title")
            ],
        )
        connection.execute(
            table(models.WatchRow).insert(),
            [
                {
                    "call": "2020-1",
                    "body": f"b{one}",
                    "standing": "draft",
                    "next_notice_at": DUE if one < due else LATER,
                }
                for one in ids
            ],
        )
    return due


async def main(people: int) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        migrate(engine)
        database = Database(engine)
        clock = Clock(DUE.isoformat())
        await database.run(register.fill)
        await database.run(lambda one: desk.open_call(one, desk.shipped("abril-2020"), clock.now()))
        due = await database.run(lambda one: fill(one, people))

        found = select(func.count()).select_from(
            select(table(models.WatchRow).c.body)
            .where(table(models.WatchRow).c.call == "2020-1", table(models.WatchRow).c.next_notice_at <= clock.now())
            .subquery()
        )
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            count = await database.run(lambda one: one.scalar(found))
            times.append(time.perf_counter() - begin)
        assert count == due, (count, due)
        print(f"people {people:,}, drafts {people // DRAFTS_OF_PEOPLE:,}, due {due:,}")
        print(f"finding them                 {min(times) * 1000:8.1f} ms")

        latencies: list[float] = []
        idle = await _latencies(database, 50)
        writing = asyncio.create_task(Notifier(database, clock, "bot", lambda: None).remind())
        begin = time.perf_counter()
        while not writing.done():
            latencies += await _latencies(database, 1)
            await asyncio.sleep(0.005)
        print(f"planning and writing         {time.perf_counter() - begin:8.2f} s for {await writing:,} letters")
        latencies.sort()
        middle, worst = latencies[len(latencies) // 2], latencies[-1]
        print(f"a transaction beside it      {middle * 1000:8.1f} ms median, {worst * 1000:.1f} ms worst")
        print(f"the same with nothing beside {sorted(idle)[25] * 1000:8.1f} ms median")
        await database.close()


async def _latencies(database: Database, times: int) -> list[float]:
    """How long a small read waits and takes on the writer's queue, in seconds."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        await database.run(lambda one: watch.counts(one, "none"))
        taken.append(time.perf_counter() - begin)
    return taken


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))

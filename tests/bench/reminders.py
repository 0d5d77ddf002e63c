"""What reminders cost: 1,000,000 people, 100,000 open drafts, 10,000 of them due at once.

Prints the time to find those due, the time to plan and write their letters in batches, the latency of a conversation
beside it, and how long Telegram's limits make the sending take. Run: uv run python tests/bench/reminders.py [PEOPLE]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, cycle
from pathlib import Path

from sqlalchemy import Connection, select

from bot import desk
from bot.clock import Clock
from bot.dispatcher import Dispatcher, Identity
from bot.notifier import Notifier
from bot.outbox import SIDE_BY_SIDE
from bot.pace import Pace
from bot.simulator.limits import Limits
from bot.simulator.model import Chat
from conversations.protocol.facts import Courtesy
from conversations.protocol.incoming import Command
from conversations.protocol.wants import Controller, House
from conversations.rules.councils import Gazetteer
from conversations.rules.courtesy import working_day
from conversations.rules.deadlines import MADRID, today
from storage import letters, models, register
from storage.database import Database, engine_for
from storage.letters import Letter, NewLetter, Settled
from storage.migrations import migrate
from storage.tables import table

DRAFTS_OF_PEOPLE = 10
DUE_OF_DRAFTS = 10
PAUSE = 0.05
"""Seconds between one question of the conversation and the next."""

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
        print(f"people {people:,}, drafts {people // DRAFTS_OF_PEOPLE:,}, due {due:,}")
        print(f"finding them                    {await _finding(database, clock, due) * 1000:8.1f} ms")

        house = House(Controller("x", "x", "x"), Gazetteer(*register.places()))
        dispatcher = Dispatcher(database, clock, house, Identity("bench_bot"), lambda: None)
        answering = asyncio.create_task(dispatcher.run())
        asking = Asking(dispatcher, due, people // DRAFTS_OF_PEOPLE)
        await asking.latencies(20)
        working_day(today(clock.now()), Courtesy())  # the scheduler loads the calendar at its start
        idle = await asking.latencies(100)
        writing = asyncio.create_task(Notifier(database, clock, "bot", lambda: None).remind())
        begin, busy = time.perf_counter(), time.process_time()
        beside: list[float] = []
        while not writing.done():
            beside += await asking.latencies(1)
            await asyncio.sleep(PAUSE)
        took, busy = time.perf_counter() - begin, time.process_time() - busy
        print(f"planning and writing            {took:8.2f} s for {await writing:,} letters ({busy:.2f} s of CPU, with")
        print("                                         the conversation beside it)")
        print(f"a conversation beside it        {_said(beside)}")
        print(f"the same with nothing beside it {_said(idle)}")
        answering.cancel()
        await database.run(lambda one: letters.write(one, _several(due), clock.now()))
        print(f"sending, in simulated time      {await _sending(database)}")
        await database.close()


async def _finding(database: Database, clock: Clock, due: int) -> float:
    """Seconds to find the bodies that are due, all of them at once; the best of five."""
    rows = table(models.WatchRow)
    found = select(rows.c.body).where(rows.c.call == "2020-1", rows.c.next_notice_at <= clock.now())
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        bodies = await database.run(lambda one: one.execute(found).all())
        times.append(time.perf_counter() - begin)
        assert len(bodies) == due, (len(bodies), due)
    return min(times)


class Asking:
    """Contacts whose reminders are not due yet ask, one after the other, where their application stands."""

    def __init__(self, dispatcher: Dispatcher, first: int, end: int) -> None:
        self._dispatcher = dispatcher
        self._who = cycle(range(10_000 + first, 10_000 + end))
        self._updates = count(1)

    async def latencies(self, times: int) -> list[float]:
        """How long each waits until its answer is written for good, in seconds."""
        taken = []
        for _ in range(times):
            person = next(self._who)
            asks = Command(update=next(self._updates), chat=person, person=person, name="Aina", private=True, at=DUE,
                           message=9, command="estat")  # fmt: skip
            begin = time.perf_counter()
            await self._dispatcher.put(asks)
            taken.append(time.perf_counter() - begin)
        return taken


def _said(latencies: list[float]) -> str:
    ordered = sorted(latencies)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"{middle * 1000:8.1f} ms median, {late * 1000:.1f} ms p99 ({len(ordered)} answers)"


def _several(due: int) -> list[NewLetter]:
    """Some people get five messages more."""
    return [NewLetter(10_000 + one, f"Missatge {part}", lane=1) for one in range(0, due, 50) for part in range(5)]


async def _sending(database: Database) -> str:
    """The letters go as the outbox lets them go, every call lasting a tenth of a second. The simulated Telegram judges
    each: 30 a second in all, one a second per chat after a burst of three."""
    pace, judge = Pace(), Limits()
    chats: dict[int, Chat] = {}
    now = begins = DUE.astimezone(UTC) + timedelta(minutes=1)
    flying: list[tuple[datetime, Letter]] = []
    sent: list[datetime] = []
    while True:
        landed = [one for ends, one in flying if ends <= now]
        flying = [(ends, one) for ends, one in flying if ends > now]
        for one in landed:
            pace.sent(one.chat, now)
        held = pace.held(now).keys() | {one.chat for _, one in flying}
        room = min(SIDE_BY_SIDE - len(flying), pace.room(now, len(flying)))
        claimed = await database.run(partial(_step, landed=landed, now=now, room=room, held=held))
        for one in claimed:
            chat = chats.setdefault(one.chat, Chat(one.chat, "private", "", {}))
            assert judge.refuse("sendMessage", chat, now) == 0, "Telegram would have refused it"
            sent.append(now)
        flying += [(now + timedelta(seconds=0.1), one) for one in claimed]
        if not flying and await database.run(lambda one: letters.next_due(one, ())) is None:
            break
        now += timedelta(seconds=0.1)
    seconds = (now - begins).total_seconds()
    peak = max(sum(one <= other < one + timedelta(seconds=1) for other in sent[place : place + 60])
               for place, one in enumerate(sent))  # fmt: skip
    return f"{seconds:8.0f} s for {len(sent):,} letters, at most {peak} in a second, none refused"


def _step(
    connection: Connection, landed: list[Letter], now: datetime, room: int, held: Collection[int]
) -> list[Letter]:
    letters.settle(connection, [Settled(one.id, one.chat, "sent", one.id) for one in landed], now)
    return letters.claim(connection, now, room, held) if room > 0 else []


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))

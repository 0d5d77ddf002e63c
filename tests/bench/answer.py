"""What one answer costs (CPU of the whole transaction), with few and with many people stored.

    uv run python tests/bench/answer.py [--people 200000] [--rounds 12]

Rounds on the small and on the large database take turns, so that a busy machine disturbs both alike; medians are
printed. The delivery of a letter (claimed and settled) is measured in the same way.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import Connection, Table  # noqa: E402

from bot import desk  # noqa: E402
from bot.clock import Clock  # noqa: E402
from bot.dispatcher import Dispatcher, Identity  # noqa: E402
from conversations.protocol.incoming import Text  # noqa: E402
from conversations.protocol.scenes import Asking, DialogueState  # noqa: E402
from conversations.protocol.stored_state import to_json  # noqa: E402
from conversations.protocol.wants import Controller, House  # noqa: E402
from conversations.rules.councils import Gazetteer  # noqa: E402
from storage import letters, models, register  # noqa: E402
from storage.database import Database, engine_for  # noqa: E402
from storage.letters import Settled  # noqa: E402
from storage.migrations import migrate  # noqa: E402
from storage.tables import table  # noqa: E402

FEW = 1_000
BATCH = 64
FIRST = 10_000_000
NOW = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
ANSWERED = ("email", "service", "title")


class World:
    """A database full of people who are all asked for their position, and a dispatcher that answers them."""

    def __init__(self, folder: Path, people: int) -> None:
        self.people = people
        engine = engine_for(f"sqlite:///{folder / f'{people}.sqlite3'}")
        migrate(engine)
        with engine.begin() as connection:
            _fill(connection, people)
        self.database = Database(engine)
        places, names = register.places()
        house = House(Controller("x", "x", "x"), Gazetteer(places, names))
        clock = Clock(NOW.isoformat())
        self.dispatcher = Dispatcher(self.database, clock, house, Identity("bench_bot"), lambda: None)
        self._updates = count(people + 1)
        # Spread over all of them, so that no page of the database is always at hand.
        self._who = iter(range(FIRST, FIRST + people, max(1, people // FEW)))

    async def answers(self, batch: int) -> float:
        """CPU milliseconds of one answer, `batch` of them in one transaction."""
        said = [self._text(next(self._who)) for _ in range(batch)]
        began = time.process_time()
        await asyncio.gather(*(self.dispatcher.put(one) for one in said))
        return (time.process_time() - began) * 1000 / batch

    async def deliveries(self, batch: int) -> float:
        """CPU milliseconds of one letter that is claimed and settled."""
        began = time.process_time()
        claimed = await self.delivers(batch)
        await self.database.run(lambda connection: letters.next_due(connection, ()))
        assert claimed == batch
        return (time.process_time() - began) * 1000 / batch

    async def delivers(self, most: int = BATCH) -> int:
        """Claims and settles letters, at most so many and one a chat. Returns how many."""
        claimed = await self.database.run(
            lambda connection: letters.claim(connection, NOW.replace(year=2021), most, ())
        )
        settled = [Settled(one.id, one.chat, "sent", one.id) for one in claimed]
        await self.database.run(lambda connection: letters.settle(connection, settled, NOW))
        return len(claimed)

    def _text(self, person: int) -> Text:
        return Text(
            update=next(self._updates), chat=person, person=person, name="Aina", private=True, at=NOW, message=9,
            text="Tècnica, promoció econòmica",
        )  # fmt: skip


def _fill(connection: Connection, people: int) -> None:
    register.fill(connection)
    desk.open_call(connection, (ROOT / "conversations" / "calls" / "abril-2020.toml").read_text("utf-8"), NOW)
    everybody = range(FIRST, FIRST + people)
    body, key = "b{}".format, "2020-1.b{}.1".format
    many: tuple[tuple[Table, Iterator[dict[str, object]]], ...] = (
        (
            table(models.PersonRow),
            ({"id": n, "name": "Aina", "notice": "2020-04", "created_at": NOW} for n in everybody),
        ),
        (table(models.BodyRow), ({"id": body(n), "name": f"Poble {n}", "kind": "council"} for n in everybody)),
        (table(models.SeatRow), ({"person": n, "role": "contact", "body": body(n), "since": NOW} for n in everybody)),
        (
            table(models.ApplicationRow),
            ({"id": key(n), "call": "2020-1", "body": body(n), "created_at": NOW} for n in everybody),
        ),
        (
            table(models.AnswerRow),
            (
                {"application": key(n), "question": question, "value": "x", "message": 5, "person": n, "at": NOW}
                for n in everybody
                for question in ANSWERED
            ),
        ),
        (
            table(models.ChatRow),
            ({"chat": n, "person": n, "state": _state(key(n)), "labels": [], "at": NOW} for n in everybody),
        ),
        (
            table(models.LetterRow),
            (
                {
                    "chat": n,
                    "text": "Una carta",
                    "state": "sent",
                    "turn": 1,
                    "message": 4,
                    "not_before": NOW,
                    "created_at": NOW,
                }
                for n in everybody
            ),
        ),
        (table(models.SeenUpdateRow), ({"id": n - FIRST, "at": NOW} for n in everybody)),
        (
            table(models.AuditRow),
            ({"at": NOW, "actor": n, "action": "SaveAnswer", "subject": key(n), "after": {}} for n in everybody),
        ),
    )
    for into, rows in many:
        while chunk := [row for _, row in zip(range(20_000), rows, strict=False)]:
            connection.execute(into.insert(), chunk)


def _state(application: str) -> dict[str, object]:
    return to_json(DialogueState(3, Asking(application, "position")))


async def measure(worlds: list[World], rounds: int) -> None:
    """Prints the figures of each world and their ratio."""
    answering = [asyncio.create_task(world.dispatcher.run()) for world in worlds]
    kinds = {
        "answer, alone": (World.answers, 1, rounds * 16),
        f"answer, {BATCH} together": (World.answers, BATCH, rounds),
        "letter, 30 together": (World.deliveries, 30, rounds),
    }
    for name, (work, batch, times) in kinds.items():
        costs: list[list[float]] = [[] for _ in worlds]
        for _ in range(times):
            for place, world in enumerate(worlds):
                costs[place].append(await work(world, batch))
        few, many = (statistics.median(cost) for cost in costs)
        small, large = (world.people for world in worlds)
        print(f"{name}: {few:.2f} ms with {small:,} people, {many:.2f} ms with {large:,}: ratio {many / few:.2f}")
    for task in answering:
        task.cancel()
    for world in worlds:
        await world.database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        worlds = [World(Path(folder), FEW), World(Path(folder), options.people)]
        asyncio.run(measure(worlds, options.rounds))


if __name__ == "__main__":
    main()

"""The locks between processes on one PostgreSQL, attacked from many connections at once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import locks
from storage.database import Database, Overtaken, engine_for
from storage.migrations import config, migrate
from tests.support.postgres import Server

PEOPLE, BODIES = ("a", "b", "c", "d"), ("e", "f", "g")
MATTERS = (*PEOPLE, *BODIES)
CONNECTIONS = 6
ROUNDS = 40


@pytest.fixture
def url(postgres: Server) -> Iterator[str]:
    address = postgres.create()
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE count (matter text PRIMARY KEY, number int NOT NULL)")
        for matter in MATTERS:
            connection.execute("INSERT INTO count VALUES (%s, 0)", (matter,))
    yield address
    name = address.rpartition("/")[2]
    assert postgres.execute(f"SELECT deadlocks FROM pg_stat_database WHERE datname = '{name}'") == [(0,)]


def count(connection: Connection, matters: list[str]) -> None:
    """Reads every number, then writes each one more: whoever writes in between is lost."""
    for matter in matters:
        number = connection.scalar(text("SELECT number FROM count WHERE matter = :m"), {"m": matter})
        connection.execute(
            text("UPDATE count SET number = :n WHERE matter = :m"), {"n": (number or 0) + 1, "m": matter}
        )


def attack(url: str, seed: int) -> dict[str, int]:
    """Many transactions of one process. Returns how often it counted each matter."""
    dice = random.Random(seed)
    engine = engine_for(url)
    counted = dict.fromkeys(MATTERS, 0)
    with engine.connect() as connection:
        for _ in range(ROUNDS):
            everything = dice.random() < 0.15
            people, bodies = dice.sample(PEOPLE, dice.randint(1, 3)), dice.sample(BODIES, dice.randint(0, 3))
            matters = list(MATTERS) if everything else dice.sample([*people, *bodies], len(people) + len(bodies))
            with connection.begin():
                locks.matters(connection, people)
                if everything:
                    locks.alone(connection)
                else:
                    locks.matters(connection, bodies)
                    locks.beside(connection)
                count(connection, matters)
            for matter in matters:
                counted[matter] += 1
    engine.dispose()
    return counted


def test_processes_that_lock_the_same_matters_lose_nothing_and_never_wait_in_a_circle(url: str) -> None:
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        counted = list(threads.map(lambda seed: attack(url, seed), range(CONNECTIONS)))
    with psycopg.connect(url) as connection:
        numbers: dict[str, int] = dict(connection.execute("SELECT matter, number FROM count").fetchall())
    assert numbers == {matter: sum(one[matter] for one in counted) for matter in MATTERS}
    assert min(numbers.values()) > CONNECTIONS


async def test_transaction_that_is_overtaken_is_run_anew_a_few_times(url: str) -> None:
    database = Database(engine_for(url))
    runs = 0

    def work(times: int) -> Callable[[Connection], int]:
        def attempt(connection: Connection) -> int:
            nonlocal runs
            runs += 1
            count(connection, ["a"])
            if runs <= times:
                raise Overtaken
            return runs

        return attempt

    assert await database.run(work(3)) == 4
    assert database.repeated == 3
    runs = 0
    with pytest.raises(Overtaken):
        await database.run(work(99))
    assert runs == 5
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM count WHERE matter = 'a'").fetchall() == [(1,)]
    await database.close()


async def test_circle_of_two_transactions_is_broken_and_both_are_done(postgres: Server) -> None:
    url = postgres.create()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE count (matter text PRIMARY KEY, number int NOT NULL)")
        connection.execute("INSERT INTO count VALUES ('a', 0), ('b', 0)")
    both = [Database(engine_for(url)) for _ in range(2)]
    together = asyncio.Barrier(2)
    loop = asyncio.get_running_loop()
    met = [False, False]
    more = text("UPDATE count SET number = number + 1 WHERE matter = :m")

    def work(place: int) -> Callable[[Connection], None]:
        def attempt(connection: Connection) -> None:
            first, second = ("a", "b") if place else ("b", "a")
            connection.execute(more, {"m": first})
            if not met[place]:
                met[place] = True
                asyncio.run_coroutine_threadsafe(together.wait(), loop).result()
            connection.execute(more, {"m": second})

        return attempt

    await asyncio.gather(*(one.run(work(place), lock=locks.later) for place, one in enumerate(both)))
    assert sum(one.repeated for one in both) >= 1
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM count").fetchall() == [(2,), (2,)]
    for one in both:
        await one.close()


def test_two_processes_that_make_the_tables_at_once_both_find_them(postgres: Server) -> None:
    url = postgres.create()
    engines = [engine_for(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(migrate, engines))
    head = ScriptDirectory.from_config(config()).get_current_head()
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(head,)]
    for engine in engines:
        engine.dispose()

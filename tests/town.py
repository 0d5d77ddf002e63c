"""A town of the simulated Telegram: its clock, the bot's settings, an open call and people with invitations."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from bot import desk
from bot.app import Parts, house_of, open_database, running
from bot.settings import Settings
from bot.simulator import Person, Simulator
from conversations.protocol.facts import Role
from conversations.protocol.places import Place
from storage import register
from tests.support import databases, postgres

CALL = Path(__file__).parent.parent / "conversations" / "calls" / "abril-2020.toml"
TOKEN = "100:DEMO"
BEGINS = datetime(2020, 5, 5, 9, 30, tzinfo=UTC)
OFFICE = 2001


@dataclass
class Town:
    """Where the bot lives in a test. `invitations` holds the token of each person's link."""

    sim: Simulator
    folder: Path
    settings: Settings
    invitations: dict[int, str] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / "xmess.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """The settings as variables, for a bot in a process of its own."""
        values = {**self.settings.model_dump(exclude_defaults=True), "bot_token": self.settings.token()}
        return {f"XMESS_{name.upper()}": str(value) for name, value in values.items()}

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database says now."""
        if self.settings.database_url.startswith("postgresql"):
            return postgres.rows(self.settings.database_url, query, *values)
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def value(self, query: str, *values: object) -> Any:
        """The one value that the database answers with."""
        ((value,),) = self.rows(query, *values)
        return value

    @contextmanager
    def written(self) -> Iterator[sqlite3.Connection]:
        """Another process that writes into the same file."""
        connection = sqlite3.connect(self.file, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    async def person(self, number: int, name: str, invitation: bool = True) -> Person:
        """A person who opened the chat with the link of an invitation, or without one."""
        first, _, last = name.partition(" ")
        person = self.sim.person(number, first, last)
        await person.starts(self.invitations[number] if invitation else "")
        return person


def settings_for(sim: Simulator, folder: Path, **more: Any) -> Settings:
    """The settings of a bot that lives in `folder` and speaks to the simulator."""
    return Settings(
        **{
            "_env_file": None,
            "bot_token": TOKEN,
            "bot_api_url": sim.url,
            "database_url": f"sqlite:///{folder / 'xmess.sqlite3'}",
            "clock": f"file:{folder / 'clock'}",
            "controller_name": "Xarxa de prova",
            "controller_legal_basis": "base de prova",
            "controller_address": "dades@prova.example",
            **more,
        },
    )


@asynccontextmanager
async def town(
    folder: Path,
    contacts: Sequence[int] = (),
    office: Sequence[int] = (OFFICE,),
    limits: bool = False,
    token: str = TOKEN,
    **more: Any,
) -> AsyncIterator[Town]:
    """The simulator, an open call, and an invitation for every contact (each of another council) and the office."""
    clock = folder / "clock"
    clock.write_text(str((BEGINS - datetime.now(UTC)).total_seconds()))
    async with Simulator(token, clock_file=clock, limits=limits, remembered_calls=100_000) as sim:
        here = Town(sim, folder, settings_for(sim, folder, **{"bot_token": token, **more}))
        councils = [place for place in register.places()[0] if place.kind == "council"]
        invited = dict(zip(contacts, councils, strict=False))
        await invite(here, {**invited, **dict.fromkeys(office)})
        yield here


async def invite(here: Town, people: dict[int, Place | None]) -> None:
    """Opens the April call and invites these people: contacts of a council, or (without one) the office.

    The bot finds its tables laid out, as at every start but its first.
    """
    if (
        here.settings.database_url == f"sqlite:///{here.file}"
        and not here.file.exists()
        and databases.kind() == "sqlite"
    ):
        Path(databases.copy_of(databases.laid_out, here.folder).removeprefix("sqlite:///")).rename(here.file)
    database = await open_database(here.settings)
    now = here.sim.clock.now()
    try:
        text = CALL.read_text(encoding="utf-8")
        await database.run(lambda connection: desk.open_call(connection, text, now))
        for person, place in people.items():
            token = here.invitations[person] = f"invitation-{person}"
            role = Role.CONTACT if place else Role.OFFICE
            await database.run(partial(desk.invite, token=token, role=role, place=place, now=now))
    finally:
        await database.close()


def place_named(here: Town, name: str) -> Place:
    """A council of the register by its name."""
    return desk.find_place(house_of(here.settings), name)


@asynccontextmanager
async def hurry(here: Town) -> AsyncIterator[None]:
    """Time flies, so that nobody waits for Telegram's limits or for the pauses of the bot."""

    async def fly() -> None:
        while True:
            here.sim.clock.advance(0.5)
            await asyncio.sleep(0.02)

    flying = asyncio.create_task(fly())
    try:
        yield
    finally:
        flying.cancel()
        await asyncio.wait([flying])


@asynccontextmanager
async def bot_in(here: Town) -> AsyncIterator[Parts]:
    """The bot at work in this very process. A part of it that fails fails the test."""
    async with running(here.settings) as (parts, ended):
        failed = asyncio.ensure_future(ended)
        yield parts
        assert not failed.done(), failed


async def quiet(here: Town, within: float = 20.0) -> None:
    """Waits until every update is acknowledged and every letter has its last state."""
    pending = "SELECT count(*) FROM letter WHERE state IN ('waiting', 'sending')"
    pause = 0.05 if here.settings.database_url.startswith("postgresql") else 0.01  # there each look is a connection
    async with asyncio.timeout(within):
        while here.sim.updates.pending or here.value(pending):  # noqa: ASYNC110  the database tells nobody
            await asyncio.sleep(pause)


def sent(here: Town, chat: int) -> list[str]:
    """What reached a chat as new messages, in order: texts and captions as the bot wrote them."""
    return [text for _, text in deliveries(here, chat)]


def deliveries(here: Town, chat: int) -> list[tuple[int, str]]:
    """The same, each with its place among all calls of the Bot API."""
    methods = ("sendMessage", "sendDocument", "sendPhoto")
    return [
        (place, str(call.params.get("text") or call.params.get("caption") or ""))
        for place, call in enumerate(here.sim.requests)
        if call.method in methods and call.chat == chat and call.status == HTTPStatus.OK
    ]


def lives(here: Town) -> list[int]:
    """Where in the log of calls each life of the bot but the first begins."""
    return [place for place, call in enumerate(here.sim.requests) if call.method == "getMe"][1:]


def repeats(here: Town) -> Counter[int]:
    """How often a letter came again, by chat. Raises AssertionError when one is lost or out of order, and when one
    came again within one life of the bot: so a chat has at most one repetition for each kill."""
    again: Counter[int] = Counter()
    for (chat,) in here.rows("SELECT DISTINCT chat FROM letter"):
        rows = here.rows(
            "SELECT text FROM letter WHERE chat = ? AND state = 'sent' AND edits_turn IS NULL "
            "AND edits_message IS NULL AND coalesce(document ->> 'kind', '') <> 'menu' ORDER BY id",
            chat,
        )
        written = [(text, len(list(same))) for text, same in groupby(text for (text,) in rows)]
        arrived = [
            (text, [place for place, _ in same]) for text, same in groupby(deliveries(here, chat), itemgetter(1))
        ]
        assert [text for text, _ in arrived] == [text for text, _ in written], f"letters to {chat} lost or out of order"
        for (text, places), (_, times) in zip(arrived, written, strict=True):
            restarted = [pair for pair in pairwise(places) if any(pair[0] < life <= pair[1] for life in lives(here))]
            assert times <= len(places) <= times + len(restarted), f"{text!r} came {len(places)} times to {chat}"
            again[chat] += len(places) - times
    return again

"""Two processes take sessions of the same packages at once: hours add up, and no package is exceeded."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.dispatcher import Dispatcher, Identity
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Incoming, Press, Text
from storage.database import Database, engine_for
from tests import packages
from tests.conversation import Conversation, house
from tests.support import decisions_hold

COUNCILS = {"l'Alzinar": "mentoring", "Puigferrer": "mentoring", "el Comellar": "advice"}
MENTORS = dict(zip(COUNCILS, (5001, 5002, 5003), strict=True))
CONTACTS = dict(zip(COUNCILS, (1001, 1002, 1003), strict=True))
COMMISSION = 4001
PEOPLE = (*MENTORS.values(), *CONTACTS.values(), COMMISSION, packages.OFFICE)
ROUNDS, MOST = 8, 80
TOLD = (
    "Ahir vam fer {h} hores amb {council}, en línia: plecs",
    "Avui hem fet {h} hores amb {council}, en línia: plecs",
)


@pytest.fixture
def talk(tmp_path: Path, database: str) -> Iterator[Conversation]:
    """Three packages of four hours, each with its mentor and its contact."""
    conversation = Conversation(tmp_path)
    conversation.seats(packages.OFFICE, Role.OFFICE)
    conversation.seats(COMMISSION, Role.COMMISSION, "Mataró")
    for council, service in COUNCILS.items():
        conversation.seats(CONTACTS[council], Role.CONTACT, council)
        key = packages.asked(conversation, CONTACTS[council], f"Contacte de {council}", council, service)
        profile = packages.mentor(conversation, MENTORS[council], f"Mentora de {council}", "Girona")
        packages.joined(conversation, key, profile)
    yield conversation
    conversation.close()


class Attack:
    """What people do in each round, through whichever of two processes their update happens to reach."""

    def __init__(self, talk: Conversation) -> None:
        url = talk.database.engine.url.render_as_string(hide_password=False)
        self.talk = talk
        self.databases = [Database(engine_for(url)) for _ in range(2)]
        self.bots = [Dispatcher(one, talk.clock, house(), Identity("bot"), lambda: None) for one in self.databases]
        self.random = Random(7)
        self.updates = count(1_000_000)

    async def run(self) -> None:
        """Each round tells sessions or presses what hangs, everybody at once and each of them in both processes; there
        are more of them until something is saved."""
        working = [asyncio.create_task(one.run()) for one in self.bots]
        try:
            for turn in range(MOST):
                if turn >= ROUNDS and self.talk.rows("select id from session"):
                    break
                done = [bot.put(did) for person in PEOPLE for bot, did in self.moves(person, turn)]
                async with asyncio.timeout(60):
                    await asyncio.gather(*done)
                self.talk.does("update letter set state = 'sent', message = id where state = 'waiting'")
        finally:
            for one in working:
                one.cancel()
            await asyncio.gather(*working, return_exceptions=True)
            for database in self.databases:
                await database.close()

    def moves(self, person: int, turn: int) -> Iterator[tuple[Dispatcher, Incoming]]:
        """What a person does in a round: the same kind of thing in both processes."""
        council = next((name for name, mentor in MENTORS.items() if mentor == person), None)
        if council is not None and turn % 3 == 0:
            for bot, words in zip(self.bots, TOLD, strict=True):
                said = words.format(h=self.random.choice((1, 2, 3)), council=council)
                yield bot, Text(**self.who(person), message=next(self.updates), text=said)
            return
        buttons = self.buttons(person)
        for bot, button in zip(self.bots, (buttons[:1], buttons[:4]), strict=True) if buttons else ():
            message, data = self.random.choice(button)
            number, _, choice = data.partition(":")
            where: dict[str, Any] = {**self.who(person), "at": None}
            yield bot, Press(**where, message=message, turn=int(number), choice=choice)

    def buttons(self, person: int) -> list[tuple[int, str]]:
        """The buttons of the newest messages, the newest first."""
        rows = self.talk.rows(
            "select message, keyboard from letter where chat = :chat and message is not null order by id desc limit 4",
            chat=person,
        )
        found = [
            (row["message"], one["data"])
            for row in rows
            for line in (json.loads(row["keyboard"]) if isinstance(row["keyboard"], str) else row["keyboard"]) or []
            for one in line
            if "data" in one
        ]
        return [one for one in found if not one[1].endswith((":home", ":discard"))]

    def who(self, person: int) -> dict[str, Any]:
        """Who does it, now."""
        now = self.talk.clock.now()
        number = next(self.updates)
        return {"update": number, "chat": person, "person": person, "name": "Algú", "private": True, "at": now}


def test_two_processes_that_take_sessions_of_the_same_packages_break_nothing(talk: Conversation) -> None:
    asyncio.run(Attack(talk).run())
    assert talk.rows("select place from failed_update") == []
    decisions_hold.hours_add_up(talk.rows)
    net = "coalesce(sum(case kind when 'consume' then ledger.minutes when 'restore' then -ledger.minutes end), 0)"
    of_packages = talk.rows(f"select application, {net} as taken from ledger group by application")
    assert all(0 <= row["taken"] <= 240 for row in of_packages)
    told = talk.rows(
        f"select session.state, session.minutes, {net} as taken from session "
        "left join ledger on ledger.session = session.id group by session.id, session.state, session.minutes"
    )
    assert all(row["taken"] == row["minutes"] for row in told)
    assert sum(row["minutes"] for row in told) == sum(row["taken"] for row in of_packages)
    assert told, "nothing came of it"

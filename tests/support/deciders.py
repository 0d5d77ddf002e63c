"""One of several processes that serve the commission, the office and the councils of one database at the same time.

Each does at random what people can do, through the door of people. All do the same kind of thing to the same
application at the same moment, so that they meet where it hurts.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from multiprocessing.synchronize import Barrier
from random import Random
from typing import Any

from sqlalchemy import Connection, text

from bot.dispatcher import Dispatcher, Identity
from bot.notifier import Notifier
from conversations.protocol.incoming import Command, Press, Text
from conversations.protocol.scenes import Deciding, Scene
from storage import dialogues, letters, locks
from storage.database import Database, engine_for
from storage.letters import Settled
from tests.conversation import SetClock, house

WAYS = ("grant.mentoring", "grant.advice", "grant.advice", "wait", "wait", "defer", "refuse", "undo")
REASON = "Un motiu que es pot llegir."


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is there, by number; `contacts` are those of the applications that are decided again and again."""

    members: Sequence[int]
    office: int
    contacts: Mapping[str, int]

    @property
    def applications(self) -> tuple[str, ...]:
        """What is decided."""
        return tuple(self.contacts)

    @property
    def deciding(self) -> tuple[int, ...]:
        """Everybody who may ask for a sending, confirm it or stop it."""
        return (*self.members, self.office)


class Decider:
    """A process's own bot, and the people who happen to come to it."""

    def __init__(self, url: str, moment: datetime, cast: Cast, number: int, together: Barrier) -> None:
        self.database = Database(engine_for(url))
        self.clock = SetClock(moment)
        self.cast = cast
        self.random = Random(number)
        self.same = Random(7)
        self.together = together
        self.updates = count(number * 1_000_000)
        self.dispatcher = Dispatcher(self.database, self.clock, house(), Identity("xmess_bot"), lambda: None)
        self.notifier = Notifier(self.database, self.clock, "xmess_bot", lambda: None)

    async def lives(self, steps: int) -> None:
        """Does so many things, one after another."""
        answering = asyncio.create_task(self.dispatcher.run())
        kinds = (self.decides, self.promotes, self.sends, self.answers, self.answers, self.goes_on, self.speaks)
        try:
            for _ in range(steps):
                await self.same.choice(kinds)(self.same.choice(self.cast.applications))
                self.clock.moment += self.clock.moment.resolution * 20_000_000  # twenty seconds
        finally:
            answering.cancel()
            self.database._shut()

    # What people do

    def meets(self) -> None:
        """Waits until the others are there too."""
        self.together.wait(60)

    async def decides(self, key: str) -> None:
        """Somebody writes down what the meeting agrees; whatever would take a note is left as it was."""
        person = self.random.choice(self.cast.members)
        for choice in ("meet.now", "turn", f"decide.{key}"):
            await self.presses(person, 0, choice)
        self.meets()
        await self.chooses(person, self.random.choice(WAYS))
        for _ in range(3):
            scene = (await self.state(person))[0]
            if not isinstance(scene, Deciding) or not scene.outcome:
                return
            match scene.asks:
                case "reason":
                    await self.says(person, REASON)
                case "criterion":
                    await self.chooses(person, "because.need")
                case "note":
                    await self.chooses(person, "back")
                    return
                case _:
                    await self.chooses(person, "at.1")

    async def promotes(self, key: str) -> None:
        """Somebody gives hours that came back to somebody who waits."""
        self.meets()
        await self.presses(self.random.choice(self.cast.members), 0, f"promote.{key}")

    async def sends(self, key: str) -> None:
        """Somebody asks for the sending; several confirm it or stop it."""
        call = key.partition(".")[0]
        await self.presses(self.random.choice(self.cast.deciding), 0, f"sendall.{call}")
        asked = await self.rows("select id from dispatch order by at desc limit 1")
        self.meets()
        for one in asked:
            for _ in range(2):
                does = self.random.choice((*["confirmsend"] * 7, "stopsend"))
                await self.presses(self.random.choice(self.cast.deciding), 0, f"{does}.{call}.{one['id']}")

    async def answers(self, key: str) -> None:
        """A council answers to what it was told, or the office does it for a council."""
        self.meets()
        contact = self.cast.contacts[key]
        does = self.random.choice(("takepart", "renounce", "renounce", "leavelist", "waitagain", "freehours"))
        if does == "freehours":
            await self.presses(self.cast.office, 0, f"{does}.{key}")
            await self.chooses(self.cast.office, "release")
            return
        await self.presses(contact, 0, f"{does}.{key}")
        if does in ("renounce", "leavelist"):
            await self.chooses(contact, "leave" if does == "leavelist" else "renounce")

    async def goes_on(self, _key: str) -> None:
        """Somebody presses a button that hangs there, or one that hung there."""
        self.meets()
        person = self.random.choice((*self.cast.deciding, *self.cast.contacts.values()))
        shown = await self.rows(
            "select keyboard from letter where chat = :chat and keyboard is not null order by id desc limit 4",
            chat=person,
        )
        keyboards = [
            json.loads(one["keyboard"]) if isinstance(one["keyboard"], str) else one["keyboard"] for one in shown
        ]
        data = [button["data"] for rows in keyboards for row in rows or () for button in row if button.get("data")]
        if not data:
            await self.answer(Command(**self.who(person), message=0, command="inici"))
            return
        turn, _, choice = self.random.choice(data).partition(":")
        await self.presses(person, int(turn), choice)

    async def speaks(self, _key: str) -> None:
        """What is said unasked, and what was said is delivered."""
        self.meets()
        await self.notifier.decisions()

        def deliver(connection: Connection) -> None:
            claimed = letters.claim(connection, self.clock.now(), 30, ())
            letters.settle(connection, [Settled(one.id, one.chat, "sent") for one in claimed], self.clock.now())

        await self.database.run(deliver)

    # How it reaches the bot

    async def presses(self, person: int, turn: int, choice: str) -> None:
        """A button; now and then it is pressed twice."""
        for _ in range(self.random.choice((1, 1, 1, 2))):
            await self.answer(Press(**self.who(person) | {"at": None}, message=0, turn=turn, choice=choice))

    async def chooses(self, person: int, choice: str) -> None:
        """A button of the turn that is open."""
        await self.presses(person, (await self.state(person))[1], choice)

    async def says(self, person: int, what: str) -> None:
        """Words."""
        await self.answer(Text(**self.who(person), message=0, text=what))

    async def answer(self, incoming: Command | Press | Text) -> None:
        """Until it is answered."""
        await self.dispatcher.put(incoming)

    def who(self, person: int) -> dict[str, Any]:
        """The fields of everything that somebody does."""
        name = {"name": f"Persona {person}", "private": True, "at": self.clock.now()}
        return {"update": next(self.updates), "chat": person, "person": person, **name}

    # What there is

    async def state(self, person: int) -> tuple[Scene, int]:
        """The dialogue of somebody and its turn, as they are now."""
        found = await self.database.run(lambda one: dialogues.load(one, [(person, person)]), lock=locks.later)
        state = found[person, person].state
        return state.scene, state.turn

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What the database says."""

        def look(connection: Connection) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(text(query), values).mappings()]

        return await self.database.run(look, lock=locks.later)


def decide(url: str, moment: datetime, cast: Cast, number: int, steps: int, together: Barrier) -> None:
    """A process of its own."""
    asyncio.run(Decider(url, moment, cast, number, together).lives(steps))

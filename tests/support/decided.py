"""A call whose applications are complete, and decisions as the meeting of the commission records them."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Protocol, cast

from sqlalchemy import Connection, text

from bot import desk
from bot.clock import Clock
from conversations.protocol.assessment import Decision, Outcome, Proceedings
from conversations.protocol.changes import Admit, Decide, SaveAnswer, StartApplication, Submit, UseInvitation
from conversations.protocol.changes import Change as AnyChange
from conversations.protocol.facts import Call, Json, Role
from conversations.rules import bags, deadlines
from conversations.rules.deadlines import MADRID
from storage import changes, proceedings, snapshots
from storage.changes import Done
from storage.database import engine_for
from tests.conversation import Conversation, Somebody, house

MEETING = datetime(2020, 5, 14, 11, 0, tzinfo=MADRID)
"""The commission meets on Thursday 14 May, a working day."""


class Backstage(Protocol):
    """Where things are made true without a dialogue."""

    @property
    def connection(self) -> Connection:
        """A connection on which nothing is begun."""

    @property
    def clock(self) -> Clock:
        """The time."""

    def seats(self, person: int, role: Role, council: str | None = None) -> None:
        """Gives a person a seat."""

    def does(self, statement: str) -> None:
        """Changes the database."""

    def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What the database says."""


class Behind:
    """The stage behind a database of which no conversation is held in this process."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.clock = clock
        self.engine = engine_for(url)
        self.connection = self.engine.connect()

    def close(self) -> None:
        """Frees the database."""
        self.connection.close()
        self.engine.dispose()

    def seats(self, person: int, role: Role, council: str | None = None) -> None:
        """Gives a person a seat without a word."""
        place = desk.find_place(house(), council) if council else None
        token, now = f"seat-{person}-{role}-{council}", self.clock.now()
        use = UseInvitation(hashlib.sha256(token.encode()).hexdigest(), role, place.code if place else None)
        with self.connection.begin():
            desk.invite(self.connection, token, role, place, now)
            changes.meet(self.connection, [person], now)
            changes.write(self.connection, [Done(person, use, now)])

    def does(self, statement: str) -> None:
        """Changes the database."""
        with self.connection.begin():
            self.connection.execute(text(statement))

    def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What the database says."""
        with self.connection.begin():
            return [dict(row) for row in self.connection.execute(text(query), values).mappings()]


class Council:
    """A council with its contact and its application; `key` is that of the application."""

    def __init__(self, body: str, name: str, key: str, contact: Somebody) -> None:
        self.body, self.name, self.key, self.contact = body, name, key, contact


class Commission:
    """The people and the applications of a call that has closed, without the long way there."""

    def __init__(self, bot: Backstage, call: str = "2020-1") -> None:
        self.bot = bot
        self.call_id = call
        self.councils: dict[str, Council] = {}

    @property
    def call(self) -> Call:
        """The call."""
        return next(one for one in snapshots.calls(self.bot.connection) if one.id == self.call_id)

    def applies(
        self,
        number: int,
        person: int,
        contact: str,
        council: str,
        service: str = "advice",
        *,
        key: int = 1,
        seated: bool = False,
        **more: Json,
    ) -> Council:
        """A council applied and the office found it complete; `person` 0: it has no contact in the bot.

        `key` tells several applications of a council apart; who is `seated` is a contact of it already.
        """
        place = desk.find_place(house(), council)
        application = f"{self.call_id}.{place.code}.{key}"
        if person and not seated:
            self.bot.seats(person, Role.CONTACT, council)
        elif not person:
            self.bot.seats(9, Role.CONTACT, council)  # so that the register knows the body
            self.bot.does(f"update seat set until = since where person = 9 and body = '{place.code}'")
        answers: dict[str, Json] = {
            "service": service, "title": "Un mapa de l'ESS", "topics": ["diagnosis"], "covid": "none",
            "means": ["since_1_3", "staff"], "involvement": ["events"],
            "email": f"contacte@{place.code}.example", "name": contact, **more,
        }  # fmt: skip
        sent = f"{self.call_id}-{number:03}"
        self.write(
            person or 9,
            StartApplication(application, self.call_id, place.code),
            *(SaveAnswer(application, question, value) for question, value in answers.items()),
            Submit(application, self.call_id, sent),
            Admit(application, "submitted"),
        )
        made = Council(place.code, place.name, application, Somebody(cast(Conversation, self.bot), person, contact))
        self.councils[place.name] = made
        return made

    def write(self, actor: int, *done: AnyChange) -> None:
        """Makes something true without a dialogue."""
        now = self.bot.clock.now()
        with self.bot.connection.begin():
            changes.meet(self.bot.connection, [actor], now)
            for change in done:
                changes.write(self.bot.connection, [Done(actor, change, now)])

    def proceedings(self) -> Proceedings:
        """All that the commission works with, read anew."""
        with self.bot.connection.begin():
            day = deadlines.today(self.bot.clock.now())
            return proceedings.proceedings(
                self.bot.connection, self.call_id, day, snapshots.persons, snapshots.applications, snapshots.register
            )

    def decides(self, council: str, outcome: Outcome, service: str | None = None, **more: Any) -> None:
        """The commission decides the application of a council, or decides it anew before the council is told."""
        own = self.councils[council]
        self.decide(own.key, own.body, outcome, service, **more)

    def decide(
        self,
        key: str,
        body: str,
        outcome: Outcome,
        service: str | None = None,
        *,
        by: int = 4001,
        position: int | None = None,
        reason: str = "",
        note: str = "",
    ) -> None:
        """The same for an application."""
        found = self.proceedings()
        with self.bot.connection.begin():
            services = self.call.services
        book = bags.Book(services, found.ledger)
        now = self.bot.clock.now()
        back = bags.release(book, key, body, now)
        entries = back.entries
        minutes = 0
        if outcome is Outcome.GRANTED:
            minutes = next(one.package for one in services if one.id == service)
            candidate = found.candidate(key)
            assert candidate is not None
            move = bags.grant(bags.after(book, back), candidate, service or "", now, reason=reason, note=note)
            assert not move.needs, move
            entries += move.entries
        decision = Decision(key, outcome, service, minutes, position, reason, note)
        self.write(by, Decide(decision, entries, found.applications[key].status))

    def status(self, council: str) -> str:
        """The state of a council's application."""
        rows = self.bot.rows("select status from application where id = :key", key=self.councils[council].key)
        return str(rows[0]["status"])

    def balances(self) -> dict[str, tuple[int, int, int]]:
        """Reserved, consumed and free minutes by service, whose sum is checked."""
        found = self.proceedings()
        with self.bot.connection.begin():
            book = bags.Book(self.call.services, found.ledger)
        balances = {}
        for service in book.services:
            one = bags.balance(book, service.id)
            assert one.reserved + one.consumed + one.free == one.bag
            balances[service.id] = (one.reserved, one.consumed, one.free)
        return balances

    def settings(self, **telling: object) -> None:
        """The call as if its TOML said so."""
        names = {True: "true", False: "false"}
        (row,) = self.bot.rows("select toml from call where id = :id", id=self.call_id)
        toml = str(row["toml"])
        for name, value in telling.items():
            said = names[value] if isinstance(value, bool) else str(value)
            lines = [f"{name} = {said}" if line.startswith(f"{name} = ") else line for line in toml.split("\n")]
            toml = "\n".join(lines)
        escaped = toml.replace("'", "''")
        self.bot.does(f"update call set toml = '{escaped}'")

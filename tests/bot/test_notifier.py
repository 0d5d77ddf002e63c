"""Reminders against a real database and a clock that jumps: humane, exactly once, and as forecast (N6, N7)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Row, select

from bot import desk
from bot.clock import Clock
from bot.notifier import Notifier
from bot.writing import unasked
from conversations.calls import CallError, parse
from conversations.forecasting import forecast
from conversations.protocol.changes import (
    AskToBeTold,
    Change,
    ExtendCall,
    Invite,
    LeaveSeat,
    Mute,
    SaveAnswer,
    SetReachable,
    SkipCall,
    StartApplication,
    Submit,
    UseInvitation,
    Withdraw,
)
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from storage import agenda, changes, models, snapshots
from storage.changes import Done
from storage.database import Database, engine_for
from storage.letters import NewLetter
from storage.tables import table
from tests.support import databases

SALT, VIC, CELRA = "171557", "082981", "170499"
AINA, MARC, POL, NIL = 1001, 1002, 1003, 1004
LETTERS = table(models.LetterRow)


def madrid(day: str, clock: str = "09:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=MADRID)


@dataclass
class Town:
    """A database with the register and the April call, and a clock that the test moves."""

    database: Database
    clock: Clock
    notifier: Notifier
    file: Path

    def at(self, moment: datetime) -> None:
        self.file.write_text(str((moment - datetime.now(UTC)).total_seconds()))

    async def do(self, person: int, *done: Change) -> None:
        now = self.clock.now()
        await self.database.run(lambda connection: changes.meet(connection, [person], now))
        await self.database.run(lambda connection: changes.write(connection, [Done(person, one, now) for one in done]))

    async def seat(self, person: int, body: str) -> None:
        digest = f"{person}-{body}"
        await self.do(person, Invite(digest, Role.CONTACT, body), UseInvitation(digest, Role.CONTACT, body))

    async def draft(self, person: int, body: str, *questions: str) -> None:
        key = f"2020-1.{body}.1"
        answers = [SaveAnswer(key, question, "x") for question in questions]
        await self.do(person, StartApplication(key, "2020-1", body), *answers)

    async def remind(self, moment: datetime) -> list[tuple[int, str]]:
        """What is written at a moment: recipients and texts."""
        self.at(moment)
        before = len(await self.letters())
        await self.notifier.remind()
        return [(one.chat, one.text) for one in (await self.letters())[before:] if one.state == "waiting"]

    async def letters(self) -> Sequence[Row[Any]]:
        statement = select(LETTERS).order_by(LETTERS.c.id)
        return await self.database.run(lambda connection: connection.execute(statement).all())

    async def speak(self, moment: datetime) -> Sequence[Row[Any]]:
        """Everything that is written unasked at a moment, in the order in which the scheduler has it written."""
        self.at(moment)
        before = len(await self.letters())
        await self.notifier.speak()
        return [one for one in (await self.letters())[before:] if one.state == "waiting"]

    async def forecast(self, days: int) -> list[tuple[datetime, NewLetter]]:
        """What will be written in the next days: when, and the very letters."""
        now = self.clock.now()

        def work(connection: Connection) -> list[tuple[datetime, NewLetter]]:
            calls = {call.id: call for call in snapshots.calls(connection)}
            until = now + timedelta(days=days)
            office = snapshots.office(connection)
            planned = agenda.agenda(connection, tuple(calls.values()), office, snapshots.applications, now, until,
                                    snapshots.returned(connection, now))  # fmt: skip
            coming = forecast(planned, calls, now, until)
            return [(one.at, unasked(one.notice, "bot")) for one in coming]

        return await self.database.run(work)


@asynccontextmanager
async def opened_town(folder: Path, now: datetime, *says: str) -> AsyncIterator[Town]:
    """A town in which the April call was opened at `now`; what it `says` instead of its TOML, as in "daily = true"."""
    engine = engine_for(databases.copy_of(databases.laid_out, folder))
    database = Database(engine)
    file = folder / "clock"
    town = Town(database, Clock(f"file:{file}"), Notifier(database, Clock(f"file:{file}"), "bot", lambda: None), file)
    town.at(now)
    opened = town.clock.now()
    text = desk.shipped("abril-2020")
    for line in says:
        text = re.sub(rf"^(# )?{line.split(' ')[0]} = .*$", line, text, flags=re.MULTILINE)
    await database.run(lambda connection: desk.open_call(connection, text, opened))
    try:
        yield town
    finally:
        await database.close()


@pytest.fixture
async def town(tmp_path: Path, database: str) -> AsyncIterator[Town]:
    async with opened_town(tmp_path, madrid("2020-04-20")) as town:
        yield town


async def test_a_draft_gets_each_reminder_once_in_polite_hours(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position", "email")

    assert await town.remind(madrid("2020-04-29")) == []
    assert await town.remind(madrid("2020-04-30", "08:59:00")) == []
    (first,) = await town.remind(madrid("2020-04-30", "09:00:01"))
    assert first == (
        AINA,
        "Us recordem que podeu enviar la sol·licitud fins al divendres 8 de maig, inclòs.\n"
        "La sol·licitud de Salt és a la pregunta 3 de 12. Us falten uns 8 minuts.",
    )
    assert await town.remind(madrid("2020-04-30", "09:00:20")) == []
    assert len(await town.remind(madrid("2020-05-06"))) == 1
    assert await town.remind(madrid("2020-05-07")) == []
    ((_, last),) = await town.remind(madrid("2020-05-08"))
    assert last.startswith("Avui, divendres 8 de maig, és l'últim dia: la podeu enviar fins a les 23.59 h.")
    assert await town.remind(madrid("2020-05-08", "14:00:00")) == []
    assert await town.remind(madrid("2020-05-20")) == []


async def test_who_has_not_begun_is_reminded_once_and_one_contact_speaks_for_the_council(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.seat(MARC, SALT)

    ((to, text),) = await town.remind(madrid("2020-04-30"))

    assert to == AINA
    assert text.startswith("Encara sou a temps de demanar una mentoria o un assessorament per a l'Ajuntament de Salt")
    assert await town.remind(madrid("2020-05-06")) == []


async def test_the_contact_who_wrote_last_is_reminded(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.seat(MARC, SALT)
    await town.draft(AINA, SALT, "position")
    await town.do(MARC, SaveAnswer(f"2020-1.{SALT}.1", "email", "x"))

    assert [to for to, _ in await town.remind(madrid("2020-04-30"))] == [MARC]


@pytest.mark.parametrize(
    "change",
    [
        SkipCall("2020-1", SALT, True),
        Submit(f"2020-1.{SALT}.1", "2020-1", "2020-1-001"),
        Mute(True),
        SetReachable(False),
        LeaveSeat(Role.CONTACT, SALT),
    ],
)
async def test_nobody_is_reminded_after(change: Change, town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position")
    await town.do(AINA, change)

    for day in ("2020-04-30", "2020-05-06", "2020-05-08"):
        assert await town.remind(madrid(day)) == []


async def test_muted_and_withdrawn_again_wanted(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position")
    await town.do(AINA, Mute(True))
    await town.do(AINA, Mute(False))
    await town.do(AINA, SkipCall("2020-1", SALT, True))
    await town.do(AINA, SkipCall("2020-1", SALT, False))

    assert len(await town.remind(madrid("2020-04-30"))) == 1

    await town.do(AINA, Submit(f"2020-1.{SALT}.1", "2020-1", "2020-1-001"))
    await town.do(AINA, Withdraw(f"2020-1.{SALT}.1"))
    assert await town.remind(madrid("2020-05-06")) == []


async def test_after_downtime_the_useful_one_goes_once_and_the_rest_is_recorded(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position")

    assert len(await town.remind(madrid("2020-05-06", "15:10:00"))) == 0  # up again after the polite hours
    ((_, text),) = await town.remind(madrid("2020-05-07"))

    assert text.startswith("Us recordem que podeu enviar la sol·licitud fins demà, divendres 8 de maig, inclòs.")
    assert [(one.once, one.state) for one in await town.letters()] == [
        (f"2020-1.{SALT}.draft:2:2020-05-06", "waiting"),
        (f"2020-1.{SALT}.draft:7:2020-04-30", "skipped"),
    ]


async def test_down_over_the_closing_nothing_is_said_and_it_is_recorded(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position")

    assert await town.remind(madrid("2020-05-10", "03:00:00")) == []
    assert await town.remind(madrid("2020-05-11")) == []
    assert {one.state for one in await town.letters()} == {"skipped"}


async def test_extending_tells_each_open_draft_once_and_moves_the_rest(town: Town) -> None:
    for person, body in ((AINA, SALT), (MARC, CELRA), (POL, "080155")):
        await town.seat(person, body)
    await town.draft(AINA, SALT, "position")
    await town.draft(MARC, CELRA, "position")
    await town.do(MARC, Submit(f"2020-1.{CELRA}.1", "2020-1", "2020-1-001"))
    town.at(madrid("2020-05-07", "10:00:00"))
    await town.remind(madrid("2020-05-07", "10:00:00"))

    await town.do(NIL, ExtendCall("2020-1", date(2020, 5, 15), "Hi ha molta feina amb la covid-19.", date(2020, 5, 8)))

    ((to, text),) = await town.remind(madrid("2020-05-07", "10:05:00"))
    assert to == AINA
    assert text == (
        "Hi ha més temps: podeu enviar la sol·licitud fins al divendres 15 de maig, inclòs.\n"
        "Motiu: Hi ha molta feina amb la covid-19.\n"
        "La sol·licitud de Salt és a la pregunta 2 de 12. Us falten uns 9 minuts."
    )
    assert await town.remind(madrid("2020-05-07", "10:10:00")) == []
    assert [to for to, _ in await town.remind(madrid("2020-05-08"))] == [AINA]  # Pol has been told once: that will do
    assert [to for to, _ in await town.remind(madrid("2020-05-13"))] == [AINA]
    assert [to for to, _ in await town.remind(madrid("2020-05-15"))] == [AINA]


async def test_an_extension_in_the_night_is_told_in_the_morning(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.draft(AINA, SALT, "position")
    town.at(madrid("2020-05-08", "23:30:00"))
    await town.do(NIL, ExtendCall("2020-1", date(2020, 5, 12), "Una avaria nostra.", date(2020, 5, 8)))

    assert await town.remind(madrid("2020-05-08", "23:31:00")) == []
    assert await town.remind(madrid("2020-05-09", "10:00:00")) == []  # Saturday
    ((_, text),) = await town.remind(madrid("2020-05-11"))
    assert text.startswith("Hi ha més temps: podeu enviar la sol·licitud fins demà, dimarts 12 de maig, inclòs.")


async def test_two_bots_on_one_database_send_one(town: Town) -> None:
    other = Database(engine_for(town.database.engine.url.render_as_string(hide_password=False)))
    second = Notifier(other, town.clock, "bot", lambda: None)
    bodies = (SALT, CELRA, "080155", "082009", "081213")
    for place, body in enumerate(bodies):
        await town.seat(2000 + place, body)
    town.at(madrid("2020-04-30"))

    written = await asyncio.gather(*(one.remind() for _ in range(5) for one in (town.notifier, second)))

    assert sum(written) == len(bodies)
    assert sorted(one.chat for one in await town.letters()) == [2000 + place for place in range(len(bodies))]
    await other.close()


async def test_many_bodies_are_reminded_in_batches(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.notifier.BATCH", 2)
    bodies = (SALT, CELRA, "080155", "082009", "081213")
    for place, body in enumerate(bodies):
        await town.seat(2000 + place, body)

    assert len(await town.remind(madrid("2020-04-30"))) == len(bodies)


async def test_who_asked_is_told_once_when_the_next_call_opens(town: Town) -> None:
    await town.seat(AINA, SALT)
    await town.do(AINA, AskToBeTold(True))
    town.at(madrid("2020-05-20"))
    assert await town.notifier.announce() == 0

    text = desk.shipped("setembre-2020").replace("# deadline =", "deadline =")
    town.at(madrid("2020-09-07", "20:00:00"))
    now = town.clock.now()
    await town.database.run(lambda connection: desk.open_call(connection, text, now))

    assert await town.notifier.announce() == 0  # too late in the evening
    town.at(madrid("2020-09-08"))
    assert await town.notifier.announce() == 1
    assert await town.notifier.announce() == 0
    assert (await town.letters())[-1].text == (
        "S'ha obert la convocatòria de setembre de 2020. Ens vau demanar que us n'aviséssim.\n"
        "Teniu temps <b>fins al dimecres 30 de setembre, inclòs</b>."
    )


def test_the_september_call_does_not_open_without_a_deadline() -> None:
    with pytest.raises(CallError, match="deadline must be a date"):
        parse(desk.shipped("setembre-2020"))

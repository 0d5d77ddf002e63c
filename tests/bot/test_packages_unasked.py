"""What is said unasked of packages under way: once, in polite hours, to whom it concerns, and as foretold (N7, N18)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.notifier import Notifier
from conversations.protocol import changes, mentored
from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.protocol.changes import Change
from conversations.protocol.facts import Role, Status
from conversations.protocol.mentoring import AppointmentState, AssignmentState, How, SessionState, Side
from storage import models, reserved
from storage.letters import NewLetter
from storage.tables import table
from tests.bot.test_forecast import compare
from tests.bot.test_notifier import AINA, NIL, SALT, Town, madrid, opened_town

KEY, VICKEY = f"2020-1.{SALT}.1", "2020-1.082981.1"
MARTI, MENTOR, FIRST = 5001, 20, 30


@pytest.fixture
async def town(tmp_path: Path, database: str) -> AsyncIterator[Town]:
    """The office, and a package of Salt that was agreed on the 3rd of June; nobody goes with that of Vic."""
    async with opened_town(tmp_path, madrid("2020-06-03", "12:00:00")) as town:
        office = changes.Invite("office", Role.OFFICE, None), changes.UseInvitation("office", Role.OFFICE, None)
        await town.do(NIL, *office)
        await town.seat(AINA, SALT)
        for key in (KEY, VICKEY):
            await grants(town, key)
        added = mentored.AddMentor(MENTOR, "Martí Roca", "170792", "Girona", (), "either", 480, digest="m")
        await town.do(NIL, changes.Invite("m", Role.MENTOR, "170792", "Girona"), added)
        await town.do(MARTI, changes.UseInvitation("m", Role.MENTOR, "170792"))
        await town.do(
            NIL,
            mentored.AssignMentor(FIRST, KEY, MENTOR),
            mentored.AcceptAssignment(FIRST, KEY, Side.MENTOR, How.PHONE),
            mentored.AcceptAssignment(FIRST, KEY, Side.COUNCIL, How.PHONE),
        )
        yield town


async def grants(town: Town, key: str) -> None:
    body = key.split(".")[1]
    entry = LedgerEntry("mentoring", EntryKind.RESERVE, 240, key, body, town.clock.now())
    await town.do(
        NIL,
        changes.StartApplication(key, "2020-1", body),
        changes.Submit(key, "2020-1", f"2020-1-{body}"),
        changes.Decide(Decision(key, Outcome.GRANTED, "mentoring", 240), (entry,), Status.ADMITTED),
        changes.MoveApplication(key, Status.ACCEPTED, Status.GRANTED),
    )
    applications, decisions = table(models.ApplicationRow), table(models.DecisionRow)
    await town.database.run(
        lambda connection: (
            connection.execute(applications.update().values(status="accepted")),
            connection.execute(decisions.update().values(told_at=town.clock.now())),
        )
    )


def agreed(key: int, day: str) -> tuple[Change, ...]:
    proposed = mentored.ProposeDate(key, FIRST, KEY, date.fromisoformat(day), 600, 120, Side.MENTOR)
    return proposed, mentored.MoveDate(key, KEY, AppointmentState.AGREED, Side.COUNCIL)


def logged(key: int, day: str, minutes: int = 120, state: SessionState = SessionState.REPORTED) -> mentored.LogSession:
    entry = LedgerEntry("mentoring", EntryKind.CONSUME, minutes, KEY, SALT, madrid(day))
    entries = (entry,) if minutes else ()
    when, last = date.fromisoformat(day), date(2020, 6, 30)
    return mentored.LogSession(key, FIRST, KEY, when, minutes, last, entries, state=state)


def said(letters: list[NewLetter]) -> list[tuple[int, str]]:
    """To whom each letter is, and what it is."""
    return [(one.chat, re.split("[.:]", str(one.once).removeprefix("package."))[0]) for one in letters]


async def test_a_date_is_reminded_of_and_asked_about_as_foretold(town: Town) -> None:
    await town.do(MARTI, *agreed(50, "2020-06-09"))

    letters = await compare(town, 8)

    assert said(letters) == [(MARTI, "tomorrow"), (AINA, "tomorrow"), (MARTI, "held")]
    assert letters[0].text == ("Us recordem la sessió amb Salt:\n<b>Dimarts 9 de juny, a les 10 h</b> · 2 hores")
    assert letters[2].text == "Es va fer la sessió amb Salt? Estava acordada per al dimarts 9 de juny, a les 10 h."


async def test_silence_is_spoken_of_twice_to_whoever_wants_to_hear_and_never_after_a_pause(town: Town) -> None:
    await town.do(AINA, changes.Mute(True))
    letters = await compare(town, 44)
    assert said(letters) == [(MARTI, "quiet"), (MARTI, "quiet"), (MARTI, "ending"), (AINA, "ending"), (NIL, "ending")]

    assert letters[-1].text == (
        "<b>Les sessions es poden fer fins al 31 de juliol.</b> Paquets amb hores per fer:\n"
        "· Vic, sense ningú: 4 hores.\n· Salt, amb Martí Roca (Girona): 4 hores."
    )

    await town.do(MARTI, mentored.PauseAssignment(FIRST, KEY, True, Side.MENTOR))
    assert await compare(town, 10) == []


async def test_a_log_puts_silence_off_and_the_end_ends_it(town: Town) -> None:
    town.at(madrid("2020-06-15"))
    await town.do(MARTI, logged(40, "2020-06-15"))
    assert said(await compare(town, 13)) == []
    assert said(await compare(town, 3)) == [(MARTI, "quiet"), (AINA, "quiet"), (AINA, "silent"), (MARTI, "silent")]
    await town.do(NIL, mentored.EndAssignment(FIRST, KEY, AssignmentState.REPLACED, Side.MENTOR, "s'ha jubilat"))
    assert said(await compare(town, 20)) == [(NIL, "ending")]


async def test_what_was_not_held_returns_to_the_bag_once_everything_is_settled(town: Town) -> None:
    town.at(madrid("2020-07-31", "18:00:00"))
    await town.speak(madrid("2020-07-31", "18:00:00"))
    await town.do(MARTI, logged(40, "2020-07-31", 90))
    await town.do(NIL, mentored.DisputeSession(40, KEY))

    assert said(await compare(town, 12)) == [
        (MARTI, "over"),
        (AINA, "over"),
        (NIL, "lapsed"),
    ]
    assert await held(town) == (150, 90)

    town.at(madrid("2020-08-12", "21:00:00"))
    await town.do(NIL, mentored.SettleSession(40, KEY, date(2020, 7, 31), 90, "Ho diuen tots dos.", ()))
    letters = await compare(town, 5)

    assert said(letters) == [(MARTI, "lapsed"), (AINA, "lapsed"), (NIL, "lapsed")]
    assert letters[1].text == (
        "<b>S'ha acabat el període de sessions.</b>\n"
        "Salt: 1 hora i 30 minuts fetes, d'un paquet de 4 hores.\n"
        "Queden sense fer i tornen a la bossa d'hores: 2 hores i 30 minuts. Gràcies per haver-hi participat."
    )
    assert await held(town) == (0, 90)
    assert await compare(town, 4) == []


async def test_two_processes_say_it_once(town: Town) -> None:
    await town.do(MARTI, *agreed(50, "2020-06-09"))
    town.at(madrid("2020-06-08"))
    other = Notifier(town.database, town.clock, "bot", lambda: None)
    await town.notifier.packages()
    await other.packages()
    assert [one.chat for one in await town.letters()] == [MARTI, AINA]


async def held(town: Town) -> tuple[int, int]:
    found = await town.database.run(lambda connection: reserved.held(connection, [KEY]))
    return found[KEY]

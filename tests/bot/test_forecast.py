"""The forecast equals, message for message, what is then sent: every kind of notice, with the clock frozen (N7)."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from bot import desk
from conversations.protocol.changes import (
    Admit,
    AskToBeTold,
    Change,
    ExtendCall,
    Invite,
    Mute,
    ReadNotice,
    RequestData,
    SaveAnswer,
    SetReachable,
    SkipCall,
    StartApplication,
    Submit,
    UseInvitation,
)
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from storage import letters, models
from storage.letters import NewLetter
from storage.tables import table
from tests.bot.test_notifier import AINA, CELRA, MARC, NIL, POL, SALT, Town, madrid, opened_town

BADALONA, MATARO, MANLLEU, VALLS, ULLDECONA = "080155", "081213", "081120", "431613", "431567"
BERTA, ORIOL, JAN, LIA = 5001, 5002, 1005, 1006


@pytest.fixture
async def town(tmp_path: Path, database: str) -> AsyncIterator[Town]:
    async with opened_town(tmp_path, madrid("2020-04-20")) as town:
        yield town


async def sends(town: Town, person: int, body: str, number: int, *then: Change) -> None:
    """A council sends its application now."""
    key = f"2020-1.{body}.1"
    await town.seat(person, body)
    answer = SaveAnswer(key, "service", "mentoring")
    await town.do(person, StartApplication(key, "2020-1", body), answer, Submit(key, "2020-1", f"2020-1-{number:03d}"))
    await town.do(NIL, *then)


async def everybody(town: Town) -> None:
    """A town with somebody for each kind of notice."""
    for person, body in ((BERTA, MANLLEU), (ORIOL, CELRA)):
        digest = f"commission-{person}"
        await town.do(person, Invite(digest, Role.COMMISSION, body), UseInvitation(digest, Role.COMMISSION, body))
    for person, body in ((AINA, SALT), (MARC, BADALONA), (POL, ULLDECONA), (JAN, VALLS)):
        await town.seat(person, body)
    await town.do(AINA, ReadNotice("2020-04", "Aina Soler"))
    await town.draft(AINA, SALT, "position", "email")
    await town.draft(POL, ULLDECONA, "position")
    await town.do(POL, Mute(True))
    await town.do(JAN, SkipCall("2020-1", VALLS, True))
    await town.do(LIA, AskToBeTold(True))
    town.at(madrid("2020-04-23", "12:00:00"))
    key = f"2020-1.{MATARO}.1"
    await sends(town, 1010, MATARO, 1, RequestData(77, key, "Quantes persones hi participaran?", date(2020, 5, 8)))
    await sends(town, 1011, CELRA, 2, Admit(f"2020-1.{CELRA}.1", "submitted"))


async def grants(town: Town, body: str, answer_by: date) -> None:
    """A council has been told that the service is granted, and is to answer until a day."""
    key = f"2020-1.{body}.1"
    now = town.clock.now()
    row = {"application": key, "outcome": "granted", "service": "mentoring", "minutes": 240, "person": NIL, "at": now}
    row |= {"reason": "", "note": "", "told_at": now, "answer_by": answer_by, "next_at": now}
    decisions, applications = table(models.DecisionRow), table(models.ApplicationRow)

    def work(connection: Connection) -> None:
        connection.execute(decisions.insert(), row)
        connection.execute(applications.update().where(applications.c.id == key).values(status="granted"))

    await town.database.run(work)


async def compare(town: Town, days: int = 14) -> list[NewLetter]:
    """Foretells, then lets the time pass, looking twice a day, and hears. Returns what was foretold."""
    foretold = await town.forecast(days)
    begin = town.clock.now()
    end = begin + timedelta(days=days)
    first = begin.astimezone(MADRID).date()
    looks = {
        datetime.combine(first + timedelta(days=day), time(hour, minute), MADRID)
        for day in range(days + 1)
        for hour, minute in ((9, 0), (14, 10))
    }
    sent = []
    for moment in sorted({begin, *looks, *(at for at, _ in foretold)}):
        if begin <= moment <= end:
            sent += [(moment.astimezone(UTC), letter) for letter in await town.speak(moment)]
    assert [(at, plain(one)) for at, one in foretold] == [(at, plain(one)) for at, one in sent]
    return [one for _, one in foretold]


def plain(letter: Any) -> str:
    """A letter as it was foretold, or as it stands in the database."""
    return json.dumps(
        {name: getattr(letter, name) for name in ("chat", "text", "keyboard", "document", "silent", "once")}
    )


def kinds(letters: list[NewLetter]) -> list[str]:
    """What each letter is: its key without the call, the body and the person."""
    return [re.sub(r"^2020-\d\.(\d{6}\.)?|\.\d{4}$", "", str(one.once)) for one in letters]


async def test_every_kind_of_notice_of_a_whole_call(town: Town) -> None:
    await everybody(town)

    first = await compare(town)
    second = await compare(town)

    assert kinds(first) == [
        "digest.2020-04-27",
        "digest.2020-04-27",
        "not_begun:7:2020-04-30",
        "draft:7:2020-04-30",
        "draft:2:2020-05-06",
        "data:2020-05-08",
    ]
    assert kinds(second) == ["draft:0:2020-05-08", "closing.2020-05-08", "closing.2020-05-08"]
    assert second[-1].document is not None


async def test_after_an_extension_in_the_night(town: Town) -> None:
    await everybody(town)
    town.at(madrid("2020-05-07", "10:00:00"))
    await town.speak(madrid("2020-05-07", "10:00:00"))
    town.at(madrid("2020-05-07", "23:00:00"))
    await town.do(NIL, ExtendCall("2020-1", date(2020, 5, 15), "Hi ha hagut una avaria.", date(2020, 5, 8)))

    letters = await compare(town)

    assert kinds(letters)[0] == "extension:2020-05-15"
    # Pol, who wants no reminders, is told that there is more time too: that is none.
    assert [one.chat for one in letters if "Hi ha més temps" in one.text] == [AINA, POL]


async def test_answers_to_decisions_that_are_awaited(town: Town) -> None:
    await everybody(town)
    await sends(town, 1012, MANLLEU, 3)
    await town.do(NIL, Invite("office", Role.OFFICE, None), UseInvitation("office", Role.OFFICE, None))
    town.at(madrid("2020-05-14", "12:00:00"))
    await town.speak(madrid("2020-05-14", "12:00:00"))
    await grants(town, MANLLEU, date(2020, 5, 22))

    letters = await compare(town)

    assert [(one.chat, str(one.once).split(":")[0]) for one in letters] == [(1012, "reminder"), (NIL, "silence")]


async def test_what_needs_a_person(town: Town) -> None:
    await everybody(town)
    await town.do(NIL, Invite("office", Role.OFFICE, None), UseInvitation("office", Role.OFFICE, None))
    town.at(madrid("2020-05-07", "18:00:00"))
    now = town.clock.now()
    await town.do(MARC, SetReachable(False))
    await town.database.run(lambda connection: letters.write(connection, [NewLetter(MARC, "Hola, Marc.")], now))

    foretold = await compare(town)

    told = [str(one.once).split(".")[0] for one in foretold if one.chat == NIL]
    assert told == ["phone", "overdue"]


async def test_the_next_call_is_foretold_to_those_who_asked_before_it_opened(town: Town) -> None:
    await everybody(town)
    town.at(madrid("2020-09-02", "18:00:00"))
    text = (
        desk.shipped("setembre-2020").replace("# deadline =", "deadline =").replace("# opens:", "opens = 2020-09-14 #")
    )
    now = town.clock.now()
    await town.database.run(lambda connection: desk.open_call(connection, text, now))
    await town.speak(now)

    letters = await compare(town)

    (told,) = [one for one in letters if ".opened." in str(one.once)]
    assert told.chat == LIA
    assert "S'ha obert la convocatòria de setembre de 2020." in told.text


async def test_a_call_that_opens_again_is_not_the_next_one(town: Town) -> None:
    town.at(madrid("2020-05-11"))
    await town.do(LIA, AskToBeTold(True))
    await town.do(NIL, ExtendCall("2020-1", date(2020, 5, 15), "Hi ha hagut una avaria.", date(2020, 5, 8)))

    assert await compare(town) == []


async def test_nothing_is_foretold_for_nobody(town: Town) -> None:
    assert await compare(town) == []
    await town.seat(AINA, SALT)
    await town.do(AINA, SetReachable(False))
    assert await compare(town) == []

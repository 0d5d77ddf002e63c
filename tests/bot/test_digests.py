"""Digests of the commission against a real database and a clock that jumps: half-open days, nothing twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from conversations.protocol.changes import (
    Admit,
    Invite,
    MoveChat,
    Mute,
    SaveAnswer,
    StartApplication,
    Submit,
    UseInvitation,
)
from conversations.protocol.facts import Role
from conversations.protocol.kept import BindGroup, LoseGroup, UnbindGroup
from storage import models
from storage.tables import table
from tests.bot.test_notifier import Town, madrid, opened_town

SALT, MANLLEU, CELRA = "171557", "081120", "170499"
BERTA, ORIOL, NURIA = 5001, 5002, 2001
GROUP, SUPERGROUP = -77, -1000000077


SAYS = {
    "test_daily_digests_tell_each_day_once_and_weekends_on_monday": ("daily = true",),
    "test_a_group_hears_counts_and_dates_and_nothing_else": ("group = true", "meeting = 2020-05-14T10:00:00"),
    "test_a_group_that_becomes_a_supergroup_hears_on_and_one_that_is_lost_does_not": ("group = true", "daily = true"),
    "test_a_group_that_is_bound_later_hears_what_comes_after": ("group = true",),
}


@pytest.fixture
async def town(tmp_path: Path, database: str, request: pytest.FixtureRequest) -> AsyncIterator[Town]:
    """What the call says otherwise stands in `SAYS`, by the name of the test."""
    async with opened_town(tmp_path, madrid("2020-04-20"), *SAYS.get(request.node.originalname, ())) as town:
        for person, body in ((BERTA, MANLLEU), (ORIOL, CELRA)):
            digest = f"commission-{person}"
            await town.do(person, Invite(digest, Role.COMMISSION, body), UseInvitation(digest, Role.COMMISSION, body))
        yield town


async def sends(town: Town, body: str, service: str, number: int, *, received: datetime | None = None) -> None:
    """A body sends its application now; or the office enters it now, which was `received` by e-mail earlier."""
    key, person = f"2020-1.{body}.1", 1000 + number
    await town.seat(person, body)
    await town.do(
        person,
        StartApplication(key, "2020-1", body),
        SaveAnswer(key, "service", service),
        Submit(key, "2020-1", f"2020-1-{number:03d}"),
    )
    if received is not None:
        applications = table(models.ApplicationRow)
        arrived = applications.update().where(applications.c.id == key).values(submitted_at=received)
        await town.database.run(lambda connection: connection.execute(arrived))


async def digests(town: Town, day: str, clock: str = "09:00:00") -> list[tuple[int, str]]:
    town.at(madrid(day, clock))
    before = len(await town.letters())
    await town.notifier.digest()
    return [(one.chat, one.text) for one in (await town.letters())[before:]]


async def test_nothing_is_said_when_nothing_happened(town: Town) -> None:
    assert await digests(town, "2020-04-27") == []
    assert await digests(town, "2020-05-04") == []


async def test_each_week_tells_what_arrived_in_whole_days_before_it_and_nothing_twice(town: Town) -> None:
    town.at(madrid("2020-04-22", "12:00:00"))
    await sends(town, SALT, "mentoring", 1)
    town.at(madrid("2020-04-26", "23:59:59"))
    await sends(town, "080155", "advice", 2)
    town.at(madrid("2020-04-27", "00:00:01"))
    await sends(town, "081213", "either", 3)

    monday = await digests(town, "2020-04-27")

    assert monday == [
        (
            person,
            "Han arribat 2 sol·licituds a la convocatòria d'abril de 2020:\n"
            "· Salt: mentoria\n"
            "· Badalona: assessorament\n"
            "En total n'hi ha 2. La convocatòria es tanca el 8 de maig.",
        )
        for person in (BERTA, ORIOL)
    ]
    assert await digests(town, "2020-04-27", "12:00:00") == []
    assert await digests(town, "2020-04-28") == []
    (first, _) = await digests(town, "2020-05-04")
    assert "· Mataró: sense preferència" in first[1]
    assert "Salt" not in first[1]
    assert "En total n'hi ha 3." in first[1]


async def test_ones_own_council_is_not_told(town: Town) -> None:
    await sends(town, CELRA, "mentoring", 1)

    assert [person for person, _ in await digests(town, "2020-04-27")] == [BERTA]


async def test_after_a_monday_that_was_missed_the_next_polite_hour_tells_the_same(town: Town) -> None:
    await sends(town, SALT, "mentoring", 1)

    assert await digests(town, "2020-04-27", "20:00:00") == []
    assert len(await digests(town, "2020-04-28")) == 2


async def test_the_closing_has_a_picture_and_the_same_in_words_once(town: Town) -> None:
    town.at(madrid("2020-05-08", "20:00:00"))
    for number, (body, service) in enumerate(
        ((SALT, "mentoring"), (CELRA, "mentoring"), ("080155", "mentoring"), ("081213", "either")), start=1
    ):
        await sends(town, body, service, number)

    assert await digests(town, "2020-05-09", "10:00:00") == []  # a Saturday
    berta, oriol = await digests(town, "2020-05-11")

    assert berta == (
        BERTA,
        "La convocatòria d'abril de 2020 s'ha tancat amb 4 sol·licituds.\n"
        "En teniu <b>4 per valorar</b>.\n"
        "Mentoria: 3 per a 2 paquets.\n"
        "Assessorament: 0 per a 7 paquets.\n"
        "Sense preferència: 1.",
    )
    assert "En teniu <b>3 per valorar</b>.\nLa de Celrà no us surt perquè és del vostre ajuntament." in oriol[1]
    chart = (await town.letters())[-1].document
    assert chart["kind"] == "chart"
    assert [bar["said"] for bar in chart["groups"][0]["bars"]] == ["3 per a 2 paquets", "0 per a 7 paquets", "1"]
    assert [bar["label"] for bar in chart["groups"][1]["bars"]] == ["Gironès", "Barcelonès", "Maresme"]
    assert await digests(town, "2020-05-12") == []
    assert await digests(town, "2020-05-18") == []


async def test_who_has_muted_them_gets_none(town: Town) -> None:
    await town.do(BERTA, Mute(True))
    await sends(town, SALT, "mentoring", 1)

    assert [person for person, _ in await digests(town, "2020-04-27")] == [ORIOL]


async def test_daily_digests_tell_each_day_once_and_weekends_on_monday(town: Town) -> None:
    town.at(madrid("2020-04-22", "12:00:00"))
    await sends(town, SALT, "mentoring", 1)

    assert await digests(town, "2020-04-22", "13:00:00") == []
    (thursday, _) = await digests(town, "2020-04-23")
    assert thursday[1].startswith("Ha arribat una sol·licitud a la convocatòria d'abril de 2020:\n· Salt: mentoria\n")
    assert await digests(town, "2020-04-23", "12:00:00") == []
    assert await digests(town, "2020-04-24") == []
    town.at(madrid("2020-04-24", "20:00:00"))
    await sends(town, "080155", "advice", 2)
    town.at(madrid("2020-04-26", "20:00:00"))
    await sends(town, "081213", "either", 3)
    assert await digests(town, "2020-04-26", "21:00:00") == []
    (monday, _) = await digests(town, "2020-04-27")
    assert "Salt" not in monday[1]
    assert "· Badalona: assessorament\n· Mataró: sense preferència\nEn total n'hi ha 3." in monday[1]


async def test_what_is_noted_later_about_an_earlier_day_is_told_once(town: Town) -> None:
    """An e-mail of Friday that the office enters after Monday's digest, and one that it enters after the closing."""
    town.at(madrid("2020-04-22", "12:00:00"))
    await sends(town, SALT, "mentoring", 1)
    await digests(town, "2020-04-27")
    town.at(madrid("2020-04-27", "12:00:00"))
    await sends(town, "080155", "advice", 2, received=madrid("2020-04-24", "18:00:00"))

    (berta, _) = await digests(town, "2020-05-04")
    assert "· Badalona: assessorament\nEn total n'hi ha 2." in berta[1]
    (closing, _) = await digests(town, "2020-05-11")
    assert "amb 2 sol·licituds" in closing[1]
    town.at(madrid("2020-05-11", "12:00:00"))
    await sends(town, "081213", "advice", 3, received=madrid("2020-05-08", "22:00:00"))
    assert await digests(town, "2020-05-12") == []
    (late, _) = await digests(town, "2020-05-18")
    assert late[1] == (
        "Ha arribat una sol·licitud a la convocatòria d'abril de 2020:\n"
        "· Mataró: assessorament\n"
        "En total n'hi ha 3. La convocatòria es va tancar el 8 de maig."
    )
    assert await digests(town, "2020-05-25") == []


async def test_a_group_hears_counts_and_dates_and_nothing_else(town: Town) -> None:
    await town.do(NURIA, BindGroup(GROUP))
    await sends(town, CELRA, "mentoring", 1)
    await sends(town, SALT, "advice", 2)
    await town.do(NURIA, Admit(f"2020-1.{SALT}.1", "submitted"))

    told = dict(await digests(town, "2020-04-27"))
    assert told[GROUP] == (
        "Han arribat 2 sol·licituds a la convocatòria d'abril de 2020.\n"
        "En total n'hi ha 2. La convocatòria es tanca el 8 de maig.\n"
        "N'hi ha una de completa."
    )
    assert [one.keyboard for one in await town.letters() if one.chat == GROUP] == [None]
    assert GROUP not in dict(await digests(town, "2020-05-04"))
    closing = dict(await digests(town, "2020-05-11"))
    assert closing[GROUP] == (
        "La convocatòria d'abril de 2020 s'ha tancat amb 2 sol·licituds.\n"
        "La reunió és el <b>dijous 14 de maig, a les 10 h</b>."
    )
    assert closing[BERTA].endswith("La reunió és el <b>dijous 14 de maig, a les 10 h</b>.")
    letters = [one for one in await town.letters() if one.chat == GROUP]
    assert [one.silent for one in letters] == [True, True]
    assert [one.document for one in letters] == [None, None]
    assert await digests(town, "2020-05-18") == []


async def test_no_group_hears_anything_unless_the_call_says_so(town: Town) -> None:
    await town.do(NURIA, BindGroup(GROUP))
    await sends(town, SALT, "mentoring", 1)

    assert GROUP not in dict(await digests(town, "2020-04-27"))


async def test_a_group_that_is_bound_later_hears_what_comes_after(town: Town) -> None:
    await sends(town, SALT, "mentoring", 1)
    town.at(madrid("2020-04-24", "12:00:00"))
    for change in (BindGroup(GROUP), UnbindGroup(GROUP), BindGroup(GROUP)):
        await town.do(NURIA, change)

    assert GROUP not in dict(await digests(town, "2020-04-27"))
    await sends(town, "080155", "advice", 2, received=madrid("2020-04-23", "18:00:00"))
    assert "En total n'hi ha 2." in dict(await digests(town, "2020-05-04"))[GROUP]
    await town.do(NURIA, UnbindGroup(GROUP))
    assert GROUP not in dict(await digests(town, "2020-05-11"))


async def test_a_group_that_becomes_a_supergroup_hears_on_and_one_that_is_lost_does_not(town: Town) -> None:
    await town.do(NURIA, Invite("office", Role.OFFICE, None), UseInvitation("office", Role.OFFICE, None))
    await town.do(NURIA, BindGroup(GROUP))
    await sends(town, SALT, "mentoring", 1)
    await digests(town, "2020-04-21")
    for _ in range(2):  # Telegram says so in both groups
        await town.do(NURIA, MoveChat(GROUP, SUPERGROUP))

    assert [one.chat for one in await town.letters() if one.chat < 0] == [SUPERGROUP]
    assert await digests(town, "2020-04-22") == []
    await sends(town, "080155", "advice", 2)
    assert SUPERGROUP in dict(await digests(town, "2020-04-23"))
    await town.do(NURIA, LoseGroup(SUPERGROUP))
    await sends(town, "081213", "advice", 3)

    foretold = await town.forecast(3)
    told = [one for one in await town.speak(madrid("2020-04-24")) if one.chat in (NURIA, SUPERGROUP)]

    assert [one.once for _, one in foretold if one.chat in (NURIA, SUPERGROUP)] == [one.once for one in told]
    assert [one.text for one in told] == [
        "<b>El bot ja no és en un grup que rebia els resums</b>: l'en van treure dijous 23 d'abril, a les 9 h.\n"
        "No s'hi enviarà res més. Si l'hi voleu tornar a tenir, afegiu-l'hi i escriviu-hi /resums."
    ]
    assert [one for one in await town.speak(madrid("2020-04-27")) if one.chat == NURIA] == []

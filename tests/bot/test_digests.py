"""Digests of the commission against a real database and a clock that jumps: half-open days, nothing twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from conversations.protocol.changes import Invite, Mute, SaveAnswer, StartApplication, Submit, UseInvitation
from conversations.protocol.facts import Role
from tests.bot.test_notifier import Town, madrid, opened_town

SALT, MANLLEU, CELRA = "171557", "081120", "170499"
BERTA, ORIOL = 5001, 5002


@pytest.fixture
async def town(tmp_path: Path, database: str) -> AsyncIterator[Town]:
    async with opened_town(tmp_path, madrid("2020-04-20")) as town:
        for person, body in ((BERTA, MANLLEU), (ORIOL, CELRA)):
            digest = f"commission-{person}"
            await town.do(person, Invite(digest, Role.COMMISSION, body), UseInvitation(digest, Role.COMMISSION, body))
        yield town


async def sends(town: Town, body: str, service: str, number: int) -> None:
    """A body sends its application now."""
    key, person = f"2020-1.{body}.1", 1000 + number
    await town.seat(person, body)
    await town.do(
        person,
        StartApplication(key, "2020-1", body),
        SaveAnswer(key, "service", service),
        Submit(key, "2020-1", f"2020-1-{number:03d}"),
    )


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
            "En total són 2. La convocatòria es tanca el 8 de maig.",
        )
        for person in (BERTA, ORIOL)
    ]
    assert await digests(town, "2020-04-27", "12:00:00") == []
    assert await digests(town, "2020-04-28") == []
    (first, _) = await digests(town, "2020-05-04")
    assert "· Mataró: sense preferència" in first[1]
    assert "Salt" not in first[1]
    assert "En total són 3." in first[1]


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

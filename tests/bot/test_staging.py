"""The demonstration's shortcuts: invented requests as people would have sent them, and two people's scores."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text

from bot import demo, mentors, planting, staging
from bot.app import house_of, open_database, running
from bot.desk import DeskError
from bot.settings import Settings
from bot.simulator import Simulator
from bot.simulator.keeping import Keeper
from conversations.forms.application import QUESTIONS
from conversations.forms.choices import Checklist, Choice
from conversations.protocol.changes import BeginMeeting, Change, StartApplication, UseInvitation
from conversations.protocol.facts import Role
from conversations.rules.deadlines import MADRID
from locales.wording import prose_faults
from storage import changes
from storage.changes import Done
from storage.database import engine_for


@dataclass
class Stage:
    """The demonstration before the bot runs: the simulated world, its settings, and the door for the page."""

    sim: Simulator
    settings: Settings
    page: aiohttp.ClientSession
    invitations: dict[int, str]

    async def does(self, name: str) -> tuple[int, dict[str, Any]]:
        """Presses a shortcut as the page does it."""
        async with self.page.post("/sim/deed", json={"name": name}) as answer:
            return answer.status, await answer.json()

    async def writes(self, person: int, change: Change) -> None:
        """Somebody did something in the bot."""
        database = await open_database(self.settings)
        now = self.sim.clock.now()
        await database.run(lambda connection: changes.meet(connection, [person], now))
        await database.run(lambda connection: changes.write(connection, [Done(person, change, now)]))
        await database.close()

    def rows(self, query: str) -> list[Any]:
        engine = engine_for(self.settings.database_url)
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(query))]
        engine.dispose()
        return found


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with Simulator(clock_file=demo.first_clock(tmp_path)) as sim:
        variables = demo.environment(sim.url, tmp_path)
        invitations = await demo.prepare(variables, sim.clock.now())
        own = demo.settings(variables)
        known = {demo.COUNCIL: demo.CONTACT}
        sim.deeds = staging.deeds(sim, own, office=demo.OFFICE, known=known, scorers=demo.SCORERS)
        async with aiohttp.ClientSession(sim.url, headers={"X-Sim": "1"}) as page:
            yield Stage(sim, own, page, invitations)


async def test_the_state_offers_the_shortcuts(stage: Stage) -> None:
    async with stage.page.get("/sim/state") as answer:
        offered = (await answer.json())["deeds"]
    assert [one["label"] for one in offered if one["clock"]] == ["Fins al pròxim missatge"]
    assert [one["label"] for one in offered if not one["clock"]] == [
        "Omple la convocatòria",
        "Puntua-ho tot",
        "Posa en marxa dues sol·licituds",
    ]


async def test_filling_sends_the_requests_once_and_closes_the_call(stage: Stage) -> None:
    status, body = await stage.does("fill")
    assert (status, body["said"].split(",")[0]) == (200, "S'hi han afegit 14 sol·licituds inventades")
    assert stage.sim.clock.now().astimezone(MADRID) >= datetime(2020, 5, 11, 9, tzinfo=MADRID)
    states = Counter(status for (status,) in stage.rows("select status from application"))
    assert states == {"admitted": 13, "withdrawn": 1}
    numbers = [number for (number,) in stage.rows("select number from application order by number")]
    assert numbers == [f"2020-1-{place:03d}" for place in range(1, 15)]
    ((sent,),) = stage.rows("select submitted_at from application where body = '080155'")
    assert str(sent).startswith("2020-05-08 21:59:58")
    assert {one.number for one in planting.contacts()} <= stage.sim.people.keys()

    again, body = await stage.does("fill")
    assert (again, body["said"]) == (200, "La convocatòria ja era plena.")
    assert len(stage.rows("select id from application")) == 14


async def test_two_people_score_what_is_theirs_to_score(stage: Stage) -> None:
    refused, body = await stage.does("score")
    assert (refused, body["error"].split(":")[0]) == (400, "Encara no hi ha res per valorar")
    await stage.does("fill")
    _, body = await stage.does("score")
    assert body["said"].startswith("Oriol Puig i Nadia Serra ja ho tenien")  # they have not opened their links yet
    for person, body_id in ((demo.ORIOL, "081120"), (demo.NADIA, "081803")):
        await stage.writes(person, UseInvitation("-", Role.COMMISSION, body_id))
    _, body = await stage.does("score")
    assert body["said"].startswith("Oriol Puig i Nadia Serra ho han valorat tot.")
    given = Counter(reviewer for (reviewer,) in stage.rows("select reviewer from mark"))
    assert given == {demo.ORIOL: 13, demo.NADIA: 12}
    assert stage.rows("select count(*) from mark where scores = 'null'") == [(1,)]
    assert [name for (name,) in stage.rows("select name from person where id = 4002")] == ["Oriol Puig"]
    _, body = await stage.does("score")
    assert body["said"].startswith("Oriol Puig i Nadia Serra ja ho tenien tot valorat")


async def test_nobody_scores_once_the_meeting_has_begun(stage: Stage) -> None:
    await stage.does("fill")
    await stage.writes(demo.COMMISSION, BeginMeeting(5, "2020-1", stage.sim.clock.now().date(), ()))
    refused, body = await stage.does("score")
    assert (refused, body["error"].split(",")[0]) == (400, "La reunió ja ha començat")


async def test_a_shortcut_that_there_is_not_is_refused(stage: Stage) -> None:
    assert (await stage.does("magic"))[0] == 400


async def test_without_a_call_there_is_nothing_to_fill(stage: Stage) -> None:
    database = await open_database(stage.settings)
    await database.run(lambda connection: connection.execute(text("delete from watch")))
    await database.run(lambda connection: connection.execute(text("delete from call")))
    house = house_of(stage.settings)
    now = stage.sim.clock.now()
    with pytest.raises(DeskError, match="No call is open"):
        await database.run(lambda connection: planting.fill(connection, house, 1, now))
    await database.close()


def test_the_invented_requests_are_answers_that_the_form_takes() -> None:
    for request in planting.requests():
        for name in planting.ASKED:
            kind = QUESTIONS[name].kind
            value = request.get(name)
            if isinstance(kind, Choice):
                assert value in kind.ids(), request["council"]
            elif isinstance(kind, Checklist):
                assert kind.complete(value or ()) is None, request["council"]
                assert set(value or ()) <= set(kind.ids()), request["council"]
            elif value is not None:
                assert 10 <= len(str(value)) <= getattr(kind, "most", 1000), request["council"]
                assert not list(prose_faults(str(value))), request["council"]
            else:
                assert name == "covid_how", request["council"]
        scores = request.get("scores", ())
        assert bool(scores) != bool(request.get("withdrawn"))
        assert all(len(digits) in (0, 3) and set(digits) <= set("01234") for digits in scores)


@pytest.mark.parametrize("draft", [False, True])
async def test_two_packages_are_under_way_in_one_press_whatever_a_visitor_has_begun(stage: Stage, draft: bool) -> None:
    if draft:
        await stage.writes(demo.CONTACT, StartApplication("2020-1.171557.1", "2020-1", "171557"))
    for one in mentors.GIVERS:
        await stage.writes(one.number, UseInvitation("-", Role.MENTOR, None))
    status, answer = await stage.does("begin")
    assert (status, "Martí Solanelles i Lia Roca" in answer["said"]) == (200, True)
    assert stage.sim.clock.now() >= staging.SESSIONS
    found = stage.rows(
        "select mentor.name, application.status, assignment.state, ledger.minutes from assignment "
        "join mentor on mentor.id = assignment.mentor join application on application.id = assignment.application "
        "join ledger on ledger.application = application.id order by mentor.name"
    )
    assert found == [("Lia Roca", "assigned", "agreed", 240), ("Martí Solanelles", "assigned", "agreed", 240)]
    status, answer = await stage.does("begin")
    assert (status, answer["said"].startswith("Aquestes dues sol·licituds ja tenien")) == (200, True)
    assert len(stage.rows("select id from assignment")) == 2
    assert not list(prose_faults(answer["said"]))
    # They read what is done with their data before their first session, as whoever is real does.
    assert stage.rows("select notice from person where id in (5001, 5002)") == [(None,), (None,)]


async def test_a_demonstration_that_goes_on_invites_its_mentors_again(stage: Stage, tmp_path: Path) -> None:
    await demo.prepare(demo.environment(stage.sim.url, tmp_path), stage.sim.clock.now())
    assert stage.rows("select name from mentor order by name") == [("Lia Roca",), ("Martí Solanelles",)]
    assert len(stage.rows("select digest from invitation where role = 'mentor'")) == 4


async def test_a_demonstration_that_goes_on_has_its_telephones_and_answers(tmp_path: Path) -> None:
    said, chats = [], []
    for run in range(2):
        async with Simulator(clock_file=demo.first_clock(tmp_path)) as sim:
            keeper = Keeper(sim, tmp_path / "telegram.json")
            keeper.restore()
            known = frozenset(sim.people)
            variables = demo.environment(sim.url, tmp_path)
            invitations = await demo.prepare(variables, sim.clock.now(), known)
            assert (invitations == {}) is (run == 1)
            own = demo.settings(variables)
            sim.deeds = staging.deeds(sim, own, office=demo.OFFICE, known={}, scorers=demo.SCORERS)
            async with running(own):
                if not known:
                    for number, first, last, note in demo.PEOPLE:
                        sim.person(number, first, last, note=note)
                    await sim.deeds["fill"].run()
                    await sim.people[demo.OFFICE].starts(invitations[demo.OFFICE])
                    await sim.people[demo.OFFICE].sends("document", name="registre.pdf", content=b"%PDF")
                else:
                    await sim.people[demo.OFFICE].says("/ajuda")
                before = sim.chat(demo.OFFICE).messages[-1]
                said.append((await sim.wait_for(lambda _: True, demo.OFFICE, after=before)).text)
            keeper.write()
            chats.append([(m.id, m.text, m.labels, m.file and m.file.content) for m in sim.chat(demo.OFFICE).messages])
            assert sim.people.keys() >= {one.number for one in planting.contacts()}
    assert all(said)
    assert chats[1][: len(chats[0])] == chats[0]
    assert [number for number, *_ in chats[1]] == sorted({number for number, *_ in chats[1]})


async def test_weeks_pass_press_by_press_and_each_message_is_seen_arriving(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scheduler.REMIND", 0.3)
    people = {number: stage.sim.person(number, first, last, note=note) for number, first, last, note in demo.PEOPLE}
    _, answer = await stage.does("next")
    assert answer["said"].startswith("No hi ha cap més missatge previst")
    aina = people[demo.CONTACT]
    told: list[tuple[str, str, list[int]]] = []

    async def goes_on() -> None:
        _, answer = await stage.does("next")
        told.append((f"{stage.sim.clock.now().astimezone(MADRID):%d %H.%M}", answer["said"], answer["show"]))

    async with running(stage.settings):
        for number in (demo.CONTACT, demo.COMMISSION, demo.ORIOL):
            await people[number].starts(stage.invitations[number])
        await stage.sim.wait_for("Salt", aina)
        await aina.presses("Comença")
        await stage.sim.wait_for("Abans de començar", aina)
        await aina.presses("Ho he llegit, continua")
        await stage.sim.wait_for("Pregunta 1 de 12", aina)
        await aina.says("Tècnica")
        await stage.sim.wait_for("Pregunta 2 de 12", aina)
        await stage.sim.wait_for("Comissió", demo.ORIOL)
        for _ in range(4):
            await goes_on()
    to_aina, to_both = "Ha arribat un missatge a Aina Soler (contacte de Salt)", "a Berta Mas i Oriol Puig"
    assert told == [
        (
            "06 09.00",
            f"{to_aina}: «Us recordem que podeu enviar la sol·licitud fins al divendres 8 de…»",
            [demo.CONTACT],
        ),
        (
            "08 09.00",
            f"{to_aina}: «Avui, divendres 8 de maig, és l'últim dia: la podeu enviar fins a les…»",
            [demo.CONTACT],
        ),
        (
            "11 09.00",
            f"Han arribat 2 missatges {to_both}: «La convocatòria d'abril de 2020 s'ha tancat amb 0 sol·licituds.»",
            [demo.ORIOL, demo.COMMISSION],
        ),
        ("11 09.00", "No hi ha cap més missatge previst: el bot no escriurà fins que algú faci alguna cosa.", []),
    ]
    assert [said for _, said, _ in told if list(prose_faults(said))] == []


async def test_what_cannot_arrive_now_is_said_to_come_later(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.upcoming.ARRIVES", 0.1)
    stage.sim.person(demo.COMMISSION, "Berta", "Mas")
    for person, council in ((demo.COMMISSION, "081213"), (9999, "081120")):
        await stage.writes(person, UseInvitation("-", Role.COMMISSION, council))
    _, answer = await stage.does("next")
    assert answer["said"] == "Ara tocaria escriure a Berta Mas, però el bot està aturat. Engegueu-lo i ho farà."
    assert f"{stage.sim.clock.now().astimezone(MADRID):%d %H.%M}" == "11 09.00"
    async with asyncio.TaskGroup() as tasks:
        waits = tasks.create_task(stage.sim.updates.poll(0, 1, 5))
        await stage.sim.wait_until(lambda: stage.sim.bot_running)
        _, answer = await stage.does("next")
        assert answer["said"] == "Ara toca escriure a Berta Mas, i encara no ha arribat."
        await stage.sim.line.open()
        await stage.sim.line.cut()
        _, answer = await stage.does("next")
        assert answer["said"] == "Ara toca escriure a Berta Mas. Arribarà quan torneu a connectar la xarxa."
        stage.sim.updates.close()
        await waits

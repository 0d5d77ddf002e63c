"""The whole bot in this process against the simulated Telegram: journeys, and what people and the wire do to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.simulator import Fault, Person
from conversations.protocol.facts import Role
from tests.applicant import Applicant, answers_of, applying, assert_received, stored
from tests.town import OFFICE, Town, bot_in, hurry, invite, place_named, quiet, repeats, sent, town


async def at_question(here: Town, number: int, question: str) -> Applicant:
    """A contact at a question, with the bot at rest."""
    one = Applicant(await here.person(number, f"Persona Cognom{number}"), stop_at=question)
    async with applying(here, [one]):
        await one.stopped.wait()
    await quiet(here)
    return one


async def test_application_from_the_invitation_to_the_receipt(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        aina = Applicant(await here.person(1001, "Aina Soler"))
        async with applying(here, [aina]):
            await aina.received.wait()
        await quiet(here)
        assert_received(here, [aina])
        assert repeats(here) == {1001: 0}
        receipt = aina.person.chat.last
        assert receipt.file is not None
        assert receipt.file.content.startswith(b"%PDF")


async def test_application_with_every_batch_of_updates_coming_twice(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        twice = here.sim.faults.add(Fault("repeat_updates", times=None))
        aina = Applicant(await here.person(1001, "Aina Soler"))
        async with applying(here, [aina]):
            await aina.received.wait()
        here.sim.faults.clear()
        await quiet(here)
        assert twice.hits > 10
        assert_received(here, [aina])
        assert repeats(here) == {1001: 0}


async def test_application_with_every_tap_made_twice(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        aina = Applicant(await here.person(1001, "Aina Soler"), taps=2)
        async with applying(here, [aina]):
            await aina.received.wait()
        await quiet(here)
        assert stored(here, 1001) == aina.answers
        assert here.rows("SELECT number FROM application") == [("2020-1-001",)]
        assert here.value("SELECT numbers FROM call") == 1
        assert repeats(here) == {1001: 0}


async def test_two_fast_messages_answer_two_questions_in_order(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, hurry(here):
        async with bot_in(here):
            aina = await at_question(here, 1001, "position")
        await aina.person.says(aina.answers["position"])
        await aina.person.says(aina.answers["email"])
        async with bot_in(here):
            await quiet(here)
        assert stored(here, 1001) == {name: aina.answers[name] for name in ("position", "email")}
        assert "Pregunta 3 de 12" in aina.person.chat.last.text


async def test_stale_button_is_answered_kindly_and_moves_nothing(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        aina = await at_question(here, 1001, "title")
        choice = next(message for message in aina.person.chat.messages if "Pregunta 3 de 12" in message.text)
        before = state(here, 1001)
        await aina.person.presses(message=choice, data="1:is.service.advice")
        await quiet(here)
        kind = aina.person.chat.last
        assert "mentoria" in kind.text
        assert [button.data for row in kind.buttons for button in row] == [f"0:fix.{body_of(here)}.service"]
        assert state(here, 1001) == before
        assert stored(here, 1001)["service"] == "mentoring"


def body_of(here: Town) -> str:
    """The council of the only application."""
    return str(here.value("SELECT body FROM application"))


def state(here: Town, person: int) -> Any:
    """Where the dialogue of a person stands, as stored."""
    stored = json.loads(here.value("SELECT state FROM chat WHERE person = ?", person))
    return {name: stored[name] for name in ("turn", "scene", "data")}


@pytest.mark.parametrize("order", [(2, 3), (3, 2)])
async def test_two_edits_of_an_answer_in_any_order_leave_the_newer(tmp_path: Path, order: tuple[int, int]) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        aina = await at_question(here, 1001, "service")
        given = next(message for message in aina.person.chat.messages if message.text == aina.answers["position"])
        for seconds in order:
            here.sim.raw({"edited_message": wire(here, aina.person, given.id, f"Càrrec {seconds}", seconds * 1000)})
        await quiet(here)
        assert stored(here, 1001)["position"] == "Càrrec 3"


def wire(here: Town, person: Person, message: int, text: str, later: int) -> dict[str, Any]:
    """A message that a person edited so many seconds from now."""
    now = int(here.sim.clock.now().timestamp())
    user = {"id": person.id, "is_bot": False, "first_name": "Aina"}
    chat = {"id": person.id, "type": "private", "first_name": "Aina"}
    return {
        "message_id": message,
        "date": now,
        "edit_date": now + later,
        "chat": chat,
        "from": user,
        "text": text,
    }


async def two_of_a_council(here: Town) -> tuple[Person, Person]:
    salt = place_named(here, "Salt")
    await invite(here, {1001: salt, 1002: salt})
    return await here.person(1001, "Aina Soler"), await here.person(1002, "Marc Ribes")


async def test_two_contacts_of_a_council_who_answer_at_once_keep_both_versions(tmp_path: Path) -> None:
    async with town(tmp_path) as here, hurry(here):
        async with bot_in(here):
            people = await two_of_a_council(here)
            both = [Applicant(person, stop_at="position") for person in people]
            async with applying(here, both):
                for one in both:
                    await one.stopped.wait()
            await quiet(here)
        for one in both:
            await one.person.says(one.answers["position"])
        async with bot_in(here):
            await quiet(here)
        versions = here.rows("SELECT person, replaced_at IS NULL FROM answer WHERE question = 'position' ORDER BY id")
        assert versions == [(1001, 0), (1002, 1)]
        assert here.value("SELECT count(*) FROM application") == 1
        assert any("Algú altre" in text or "ja havia respost" in text for text in sent(here, 1002))


async def test_two_contacts_of_a_council_who_send_at_once_get_one_number(tmp_path: Path) -> None:
    async with town(tmp_path) as here, hurry(here):
        async with bot_in(here):
            people = await two_of_a_council(here)
            aina = Applicant(people[0], stop_at="send")
            async with applying(here, [aina]):
                await aina.stopped.wait()
            marc = Applicant(people[1], stop_at="send")
            async with applying(here, [marc]):
                await marc.stopped.wait()
            await quiet(here)
        for person in people:
            await person.presses("Envia la sol·licitud")
        async with bot_in(here):
            await quiet(here)
        assert here.rows("SELECT number, status FROM application") == [("2020-1-001", "submitted")]
        assert here.value("SELECT numbers FROM call") == 1
        assert any("Sol·licitud rebuda" in text for text in sent(here, 1001))
        assert any("2020-1-001" in text for text in sent(here, 1002))


async def test_forty_contacts_who_write_at_once_are_all_answered_in_order(tmp_path: Path) -> None:
    numbers = range(1001, 1041)
    async with town(tmp_path, contacts=numbers) as here, hurry(here):
        async with bot_in(here):
            everybody = [Applicant(await here.person(number, f"Persona {number}"), "position") for number in numbers]
            async with applying(here, everybody):
                for one in everybody:
                    await one.stopped.wait()
            await quiet(here)
        for question in ("position", "email"):
            for one in everybody:
                await one.person.says(one.answers[question])
        async with bot_in(here):
            await quiet(here)
        for one in everybody:
            assert stored(here, one.person.id) == {name: one.answers[name] for name in ("position", "email")}
        order = here.rows("SELECT person, question FROM answer WHERE question IN ('position', 'email') ORDER BY id")
        assert [one for one in order if one[0] == 1007] == [(1007, "position"), (1007, "email")]
        assert set(repeats(here).values()) == {0}


async def test_poisonous_update_fails_alone_with_an_apology(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    numbers = (1001, 1002, 1003)
    async with town(tmp_path, contacts=numbers) as here, hurry(here):
        async with bot_in(here):
            people = [await at_question(here, number, "position") for number in numbers]
        with here.written() as other:
            other.execute(
                "CREATE TRIGGER poison BEFORE INSERT ON answer WHEN new.person = 1002 "
                "BEGIN SELECT raise(ABORT, 'poison'); END"
            )
        for one in people:
            await one.person.says(one.answers["position"])
        async with bot_in(here):
            await quiet(here)
            assert [len(stored(here, number)) for number in numbers] == [1, 0, 1]
            assert "problema nostre" in sent(here, 1002)[-1]
            ((update, kind, place),) = here.rows("SELECT id, kind, place FROM failed_update")
            assert kind == "Text"
            assert place.startswith("IntegrityError at storage/changes.py:")
            with here.written() as other:
                other.execute("DROP TRIGGER poison")
            await people[1].person.says(people[1].answers["position"])
            await quiet(here)
        assert stored(here, 1002) == {"position": answers_of(1002)["position"]}
        logged = "".join(capfd.readouterr())
        assert str(update) in logged
        assert "despatx" not in logged


async def test_update_that_nobody_can_read_is_passed_over(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        aina = await at_question(here, 1001, "position")
        here.sim.raw({"message": {"message_id": "x", "chat": 5, "date": []}})
        here.sim.raw({"message": wire(here, aina.person, 2**70, "un número massa gran", 0)})
        await aina.person.says(aina.answers["position"])
        await quiet(here)
        assert stored(here, 1001) == {"position": aina.answers["position"]}
        assert here.value("SELECT count(*) FROM failed_update") == 0


async def test_office_hears_of_an_application_in_silence(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here, bot_in(here), hurry(here):
        nuria = await here.person(OFFICE, "Núria Camps")
        aina = Applicant(await here.person(1001, "Aina Soler"))
        async with applying(here, [aina]):
            await aina.received.wait()
        await quiet(here)
        assert nuria.chat.last.silent
        assert "2020-1-001" in nuria.chat.last.text
        assert here.rows("SELECT role FROM seat WHERE person = ?", OFFICE) == [(Role.OFFICE,)]

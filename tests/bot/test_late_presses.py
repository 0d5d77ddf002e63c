"""The bot is away over the deadline: a press of «Envia» that waited is for the office to admit or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.simulator import Person
from tests.applicant import Applicant, applying
from tests.town import OFFICE, Town, bot_in, hurry, quiet, town

BEFORE = datetime(2020, 5, 8, 21, 0, tzinfo=UTC)  # 23.00 h in Madrid
AFTER = datetime(2020, 5, 8, 22, 20, tzinfo=UTC)  # 0.20 h of the day after
SEND = "Envia la sol·licitud"


async def about_to_send(here: Town, number: int) -> Person:
    one = Applicant(await here.person(number, f"Persona Cognom{number}"), stop_at="send")
    async with applying(here, [one]):
        await one.stopped.wait()
    await quiet(here)
    return one.person


@contextmanager
def before_the_deadline(here: Town) -> Iterator[None]:
    """The evening of the last day, then the small hours after it."""
    here.sim.clock.set(BEFORE)
    yield
    here.sim.clock.set(AFTER)


async def outage(here: Town) -> tuple[Person, Person]:
    """A contact at the last word when the bot falls, who presses meanwhile; and the office."""
    async with bot_in(here), hurry(here):
        office = await here.person(OFFICE, "Núria Camps")
        aina = await about_to_send(here, 1001)
    with before_the_deadline(here):
        async with bot_in(here):
            await quiet(here)
    await aina.presses(SEND)
    return aina, office


async def test_a_press_that_waited_over_the_deadline_is_admitted_by_the_office(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        aina, office = await outage(here)
        async with bot_in(here), hurry(here):
            await here.sim.wait_for("l'Oficina Tècnica decidirà si s'admet", chat=aina.id)
            await here.sim.wait_for("Enviada mentre el bot no funcionava", chat=office.id)
            assert here.value("SELECT status FROM application") == "draft"

            await office.presses("Admet-la")
            receipt = await here.sim.wait_for("Sol·licitud rebuda", chat=aina.id)
            await quiet(here)

        assert receipt.file is not None
        assert here.rows("SELECT status, number FROM application") == [("submitted", "2020-1-001")]
        assert here.value("SELECT numbers FROM call") == 1


async def test_a_press_that_waited_is_left_out_by_the_office_and_both_are_told(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        aina, office = await outage(here)
        async with bot_in(here), hurry(here):
            question = await here.sim.wait_for("Enviada mentre el bot no funcionava", chat=office.id)
            admit, leave_out = (row[0].data for row in question.buttons)
            await office.presses(message=question, data=leave_out)
            await here.sim.wait_for("no ha pogut admetre la sol·licitud", chat=aina.id)
            await quiet(here)

            await office.presses(message=question, data=admit)
            await here.sim.wait_for("Ja s'havia decidit", chat=office.id)

        assert here.value("SELECT status FROM application") == "draft"


async def test_a_press_after_the_bot_came_back_is_simply_late(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001]) as here:
        async with bot_in(here), hurry(here):
            aina = await about_to_send(here, 1001)
        with before_the_deadline(here):
            async with bot_in(here):
                await quiet(here)
        async with bot_in(here), hurry(here):
            await aina.says("/estat")
            await here.sim.wait_for("El termini es va acabar", chat=aina.id)
            await quiet(here)
            await aina.presses(SEND)
            await quiet(here)

        assert here.rows("SELECT * FROM late_press") == []
        assert here.value("SELECT status FROM application") == "draft"


async def test_nobody_but_the_office_decides_about_a_late_press(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[1001, 1002]) as here:
        aina, office = await outage(here)
        async with bot_in(here), hurry(here):
            question = await here.sim.wait_for("Enviada mentre el bot no funcionava", chat=office.id)
            data = question.buttons[0][0].data
            stranger = await here.person(1002, "Pol Vidal")
            await quiet(here)
            await stranger.presses(message=stranger.chat.last, data=data)
            await aina.presses(message=aina.chat.last, data=data)
            await quiet(here)

        assert here.value("SELECT status FROM application") == "draft"
        assert here.rows("SELECT decided FROM late_press") == [(None,)]

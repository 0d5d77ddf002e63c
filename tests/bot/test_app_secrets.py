"""Nothing that is kept or logged holds the token, and no log holds what people are called or write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.simulator import BotProcess, Fault
from tests.applicant import QUESTIONS, Applicant, applying
from tests.town import OFFICE, hurry, quiet, town

QUOTING = 'Bad Request: can\'t parse entities: Unsupported start tag "Campsobre" at byte offset 5'
SECRET = "100:AAF-a-secret-that-nobody-may-see_0123"


@pytest.mark.long
async def test_journey_with_faults_at_debug_leaves_no_token_and_no_person_in_the_logs(tmp_path: Path) -> None:
    folder = tmp_path / "bot"
    folder.mkdir()
    async with town(folder, contacts=[1001, 1002], token=SECRET) as here, hurry(here):
        environment = {**here.environment, "XMESS_LOG_LEVEL": "DEBUG", "PYTHONASYNCIODEBUG": "1"}
        child = BotProcess([sys.executable, "-m", "bot", "run"], environment)
        await child.start()
        for kind in ("500", "429", "drop", "drop_after_delivery", "502"):
            here.sim.faults.add(Fault(kind))
            here.sim.faults.add(Fault(kind, "answerCallbackQuery"))
        here.sim.faults.add(Fault("500", "getUpdates"))
        nuria = await here.person(OFFICE, "Núria Campsobre")
        people = [Applicant(await here.person(number, "Berenguera Solsonenca")) for number in (1001, 1002)]
        async with applying(here, people):
            for one in people:
                await one.received.wait()
        await people[0].person.edits(first_text(people[0]), "Cap de promoció Vilanoveta")
        here.sim.raw({"message": {"message_id": 1, "chat": {"id": "Berenguera"}, "text": "Solsonenca"}})
        await quiet(here)
        with here.written() as other:
            other.execute("CREATE TRIGGER poison BEFORE INSERT ON help_request BEGIN SELECT raise(ABORT, 'x'); END")
        here.sim.faults.add(Fault("400", chat=OFFICE, description=QUOTING))
        await nuria.says("/ajuda")
        await quiet(here)
        await nuria.presses(data="0:help")
        await nuria.says("Una consulta de la Vilafranquina")
        await quiet(here)
        assert here.value("SELECT count(*) FROM failed_update") == 1
        await child.stop()
        logged = "\n".join(child.log)
        personal = {"Berenguera", "Solsonenca", "Campsobre", "Vilanoveta", "Vilafranquina", "ajuntament.cat", "despatx"}
        assert "update_failed" in logged
        assert '"level": "debug"' in logged
        assert len(child.log) > 20
        assert [word for word in personal if word in logged] == []
        token = SECRET.partition(":")[2]
        assert token not in logged
        holds = [file.name for file in folder.rglob("*") if file.is_file() and token.encode() in file.read_bytes()]
        assert holds == []


def first_text(one: Applicant) -> int:
    """The message that answered the first question."""
    return next(message.id for message in one.person.chat.messages if message.text == one.answers[QUESTIONS[0]])

"""Rights over the wire: the files arrive; the farewell arrives, and then nothing of the person is left."""

from __future__ import annotations

import json
from pathlib import Path

from bot.maintenance import Maintenance
from tests.town import bot_in, quiet, sent, town

AINA = 1001


async def test_own_data_arrive_as_two_files(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here):
        person = await here.person(AINA, "Aina Quercús")
        await quiet(here)
        await person.says("/les_meves_dades")
        await quiet(here)
        documents = [call for call in here.sim.requests if call.method == "sendDocument"]
        assert len(documents) == 2
        assert sent(here, AINA)[-2].startswith("Aquí teniu")


async def test_farewell_arrives_and_then_nothing_is_left(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts:
        person = await here.person(AINA, "Aina Quercús")
        await quiet(here)
        for text in ("/esborra", "Esborra les meves dades", "Sí, esborra-les"):
            await person.says(text)
            await quiet(here)
        assert sent(here, AINA)[-1].startswith("Les vostres dades s'han esborrat.")
        assert await Maintenance(parts.database, parts.clock).purge()
        assert here.rows("SELECT id FROM person WHERE id > 0") == []
        assert here.rows("SELECT id FROM letter WHERE text != ''") == []
        left = b"".join(file.read_bytes() for file in tmp_path.glob("xmess.sqlite3*"))
        for shape in ("Quercús".encode(), json.dumps("Quercús")[1:-1].encode()):
            assert shape not in left

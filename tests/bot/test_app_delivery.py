"""Letters on their way: whatever Telegram answers, nothing is lost, nothing overtakes, and nobody else waits."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import structlog

from bot.app import Parts, open_database, telegram_bot
from bot.clock import Clock
from bot.documents import PrintedSheet, Printer, to_data
from bot.outbox import Outbox
from bot.simulator import Fault, Person
from conversations.protocol.kept import BindGroup
from storage import groups, letters
from storage.letters import NewLetter
from tests.town import BEGINS, OFFICE, Town, bot_in, deliveries, hurry, quiet, sent, town

AINA, POL = 1001, 1002


@asynccontextmanager
async def delivering(here: Town, parts: Parts) -> AsyncIterator[tuple[Person, Person]]:
    """Two people whose chats are open, with nothing on its way."""
    people = await here.person(AINA, "Aina Soler"), await here.person(POL, "Pol Vidal", invitation=False)
    async with hurry(here):
        await quiet(here)
    yield people


async def bind(parts: Parts, chat: int) -> None:
    """A group hears digests."""
    await parts.database.run(lambda connection: groups.bind(connection, BindGroup(chat), OFFICE, BEGINS))


async def write(here: Town, parts: Parts, *written: NewLetter) -> None:
    """Puts letters into the outbox, as a transaction of the bot does."""
    now = here.sim.clock.now()
    await parts.database.run(lambda connection: letters.write(connection, written, now))
    parts.outbox.wake()


def states(here: Town, text: str) -> list[str]:
    """The states of the letters with this text."""
    return [state for (state,) in here.rows("SELECT state FROM letter WHERE text = ? ORDER BY id", text)]


def tries(here: Town, chat: int, text: str) -> list[float]:
    """When this text was tried, in simulated seconds."""
    return [
        call.at.timestamp()
        for call in here.sim.requests
        if call.method == "sendMessage" and call.chat == chat and call.params.get("text") == text
    ]


async def test_too_many_requests_hold_one_chat_only_and_as_long_as_asked(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts):
        here.sim.clock.advance(10)
        here.sim.faults.add(Fault("429", chat=AINA, retry_after=30))
        await write(here, parts, NewLetter(AINA, "un"), NewLetter(AINA, "dos"), NewLetter(POL, "tres"))
        await here.sim.wait_for("tres", POL)
        async with asyncio.timeout(20):
            while not here.value("SELECT attempts FROM letter WHERE text = 'un'"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        here.sim.clock.advance(29)
        await write(here, parts, NewLetter(POL, "quatre"))
        await here.sim.wait_for("quatre", POL)
        assert "un" not in sent(here, AINA)
        here.sim.clock.advance(2)
        await here.sim.wait_for("dos", AINA)
        assert sent(here, AINA)[-2:] == ["un", "dos"]
        first, second = tries(here, AINA, "un")
        assert second - first >= 30
        assert here.value("SELECT attempts FROM letter WHERE text = 'un'") == 2


@pytest.mark.parametrize("kind", ["500", "502", "drop"])
async def test_failing_network_is_tried_with_growing_pauses_and_in_order(tmp_path: Path, kind: str) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts):
        here.sim.faults.add(Fault(kind, chat=AINA, times=4))
        await write(here, parts, NewLetter(AINA, "un"), NewLetter(AINA, "dos"), NewLetter(POL, "tres"))
        async with hurry(here):
            await quiet(here)
        assert sent(here, AINA)[-2:] == ["un", "dos"]
        times = tries(here, AINA, "un")
        pauses = [later - earlier for earlier, later in pairwise(times)]
        assert len(pauses) == 4
        assert all(pause >= least for pause, least in zip(pauses, (2, 4, 8, 16), strict=True))
        assert tries(here, POL, "tres")[0] < times[1]


async def test_stopped_bot_is_recorded_and_not_tried_again_until_start(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, _):
        here.sim.faults.add(Fault("403", chat=AINA))
        await write(here, parts, NewLetter(AINA, "un"), NewLetter(AINA, "dos"))
        await quiet(here)
        await write(here, parts, NewLetter(AINA, "tres"))
        await quiet(here)
        assert [states(here, text) for text in ("un", "dos", "tres")] == [["blocked"]] * 3
        assert [len(tries(here, AINA, text)) for text in ("un", "dos", "tres")] == [1, 0, 0]
        assert here.rows("SELECT reachable FROM person WHERE id = ?", AINA) == [(0,)]
        before = len(sent(here, AINA))
        await aina.starts()
        async with hurry(here):
            await quiet(here)
        assert len(sent(here, AINA)) == before + 1
        assert here.rows("SELECT reachable FROM person WHERE id = ?", AINA) == [(1,)]


async def test_person_who_blocks_the_bot_gets_nothing_until_unblocking(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, _):
        await aina.blocks()
        await quiet(here)
        await write(here, parts, NewLetter(AINA, "un"))
        await quiet(here)
        assert states(here, "un") == ["blocked"]
        assert tries(here, AINA, "un") == []
        await aina.unblocks()
        await quiet(here)
        await write(here, parts, NewLetter(AINA, "dos"))
        async with hurry(here):
            await quiet(here)
        assert sent(here, AINA)[-1] == "dos"


async def test_vanished_account_is_not_our_fault(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, _):
        await aina.vanishes()
        await write(here, parts, NewLetter(AINA, "un"), NewLetter(5, "a ningú"))
        await quiet(here)
        assert states(here, "un") == states(here, "a ningú") == ["blocked"]


async def test_letter_to_a_group_follows_it_to_its_new_id(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, _):
        group = here.sim.group("Comissió", [aina])
        old = group.id
        here.sim.updates.forget()
        await bind(parts, old)
        new = await group.upgrades(aina)
        here.sim.updates.forget()
        await write(here, parts, NewLetter(old, "un"), NewLetter(old, "dos"))
        async with hurry(here):
            await quiet(here)
        assert sent(here, new) == ["un", "dos"]
        assert here.rows("SELECT count(*) FROM letter WHERE chat = ?", old) == [(0,)]
        assert here.rows("SELECT chat FROM bound_group") == [(new,)]


async def test_group_that_hears_digests_is_followed_when_it_says_so_itself_and_is_lost_with_the_bot(
    tmp_path: Path,
) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, _):
        group = here.sim.group("Comissió", [aina])
        await bind(parts, group.id)
        new = await group.upgrades(aina)
        async with hurry(here):
            await quiet(here)
        assert here.rows("SELECT chat, gone_at FROM bound_group") == [(new, None)]
        await group.kicks_bot(aina)
        await write(here, parts, NewLetter(new, "resum", lane=1))
        async with hurry(here):
            await quiet(here)
        assert states(here, "resum") == ["blocked"]
        assert here.value("SELECT gone_at IS NOT NULL FROM bound_group")


async def test_unknown_delivery_is_repeated_in_conversation_and_not_in_bulk(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts) as (aina, pol):
        for chat in (AINA, POL):
            here.sim.faults.add(Fault("drop_after_delivery", chat=chat))
        await write(here, parts, NewLetter(AINA, "resposta"), NewLetter(POL, "circular", lane=1), NewLetter(POL, "més"))
        async with hurry(here):
            await quiet(here)
        assert [message.text for message in aina.chat.from_bot].count("resposta") == 2
        assert [message.text for message in pol.chat.from_bot].count("circular") == 1
        assert (states(here, "resposta"), states(here, "circular"), states(here, "més")) == (
            ["sent"],
            ["unknown"],
            ["sent"],
        )


async def test_letter_of_ours_that_is_wrong_fails_without_holding_its_chat_and_alarms_once(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts):
        nuria = await here.person(OFFICE, "Núria Camps")
        async with hurry(here):
            await quiet(here)
        with structlog.testing.capture_logs() as logged:
            bad = "<b>mal tancat"
            await write(here, parts, NewLetter(AINA, bad), NewLetter(AINA, "després"), NewLetter(POL, bad))
            await write(here, parts, NewLetter(OFFICE, bad), NewLetter(OFFICE, "i l'oficina"))
            async with hurry(here):
                await quiet(here)
                await quiet(here)
        assert states(here, bad) == ["failed"] * 3
        assert sent(here, AINA)[-1] == "després"
        assert len([line for line in logged if line["event"] == "letter_failed"]) == 3
        alarms = [text for text in sent(here, OFFICE) if "no s'ha lliurat" in text]
        assert len(alarms) == 2, "one for each failed letter, none about a letter to the office itself"
        assert "i l'oficina" in sent(here, OFFICE)
        assert nuria.chat.last.text


async def test_edit_that_telegram_refuses_is_no_alarm(tmp_path: Path) -> None:
    async with town(tmp_path, contacts=[AINA]) as here, bot_in(here) as parts, delivering(here, parts):
        await here.person(OFFICE, "Núria Camps")
        await write(here, parts, NewLetter(AINA, "nou", edits_message=10**6), NewLetter(AINA, "després"))
        async with hurry(here):
            await quiet(here)
        assert states(here, "nou") == ["skipped"]
        assert not any("no s'ha lliurat" in text for text in sent(here, OFFICE))


@asynccontextmanager
async def outbox_with(here: Town, printer: Sequence[str]) -> AsyncIterator[Outbox]:
    """An outbox whose printer is this command."""
    database = await open_database(here.settings)
    try:
        async with telegram_bot(here.settings) as bot, Printer(command=printer) as printing:
            outbox = Outbox(database, bot, Clock(here.settings.clock), printing)
            now = here.sim.clock.now()
            document = to_data(PrintedSheet("full.pdf", "Full", ("Un full",), ()))
            written = [NewLetter(AINA, "El full", document=document), NewLetter(AINA, "", document=document)]
            await database.run(lambda connection: letters.write(connection, written, now))
            running = asyncio.create_task(outbox.run())
            yield outbox
            outbox.stop()
            await running
    finally:
        await database.close()


async def test_printer_that_dies_leaves_the_text(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        aina = here.sim.person(AINA, "Aina")
        aina.chat.opened = True
        async with outbox_with(here, [sys.executable, "-c", "raise SystemExit(1)"]), hurry(here):
            await quiet(here)
        assert states(here, "El full") == ["sent"]
        texts = [message.text for message in aina.chat.from_bot]
        assert texts[0].startswith("El full\n\nEl document no s'ha pogut fer")
        assert texts[1].startswith("El document no s'ha pogut fer")
        assert here.rows("SELECT attempts FROM letter") == [(3,), (3,)]


async def test_pace_keeps_within_the_limits_of_telegram(tmp_path: Path) -> None:
    chats = range(1001, 1101)
    async with town(tmp_path, limits=True) as here:
        people = [here.sim.person(number, f"Persona {number}") for number in chats]
        for person in people:
            person.chat.opened = True
        async with bot_in(here) as parts:
            burst = [NewLetter(chat, f"carta {number}") for number in range(3) for chat in chats]
            burst += [NewLetter(chat, "la quarta") for chat in chats[:10]]
            began = here.sim.clock.now()
            async with hurry(here):
                await write(here, parts, *burst)
                await quiet(here, within=60)
        calls = [call for call in here.sim.requests if call.method == "sendMessage"]
        assert {call.status for call in calls} == {200}
        assert calls[-1].at - began >= timedelta(seconds=len(burst) // 30 - 1)
        for person in people:
            assert [message.text for message in person.chat.from_bot][:3] == ["carta 0", "carta 1", "carta 2"]
        assert sum(len(deliveries(here, chat)) for chat in chats) == len(burst)


async def test_group_gets_no_more_than_telegram_bears_in_a_minute(tmp_path: Path) -> None:
    async with town(tmp_path, limits=True) as here, bot_in(here) as parts:
        group = here.sim.group("Comissió", [here.sim.person(AINA, "Aina")])
        async with hurry(here):
            await write(here, parts, *(NewLetter(group.id, f"carta {number}") for number in range(30)))
            await quiet(here, within=60)
        calls = [call for call in here.sim.requests if call.method == "sendMessage"]
        assert {call.status for call in calls} == {200}
        arrived = [text for text in sent(here, group.id) if text.startswith("carta")]
        assert arrived == [f"carta {number}" for number in range(30)]


async def test_letter_sent_while_another_process_holds_the_database_is_recorded_later(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'xmess.sqlite3'}?timeout=0.05"
    async with (
        town(tmp_path, contacts=[AINA], database_url=url) as here,
        bot_in(here) as parts,
        delivering(here, parts),
    ):
        slow = here.sim.faults.add(Fault("slow", chat=AINA))
        await write(here, parts, NewLetter(AINA, "un"))
        await slow.reached.wait()
        with structlog.testing.capture_logs() as logged, here.written() as other:
            other.execute("BEGIN IMMEDIATE")
            slow.release.set()
            async with hurry(here), asyncio.timeout(20):
                while not any(line["event"] == "outbox_database" for line in logged):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            assert states(here, "un") == ["sending"]
            other.execute("ROLLBACK")
        async with hurry(here):
            await quiet(here)
        assert states(here, "un") == ["sent"]
        assert len(tries(here, AINA, "un")) == 1


async def test_update_that_comes_while_another_process_holds_the_database_is_answered_later(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'xmess.sqlite3'}?timeout=0.05"
    async with (
        town(tmp_path, contacts=[AINA], database_url=url) as here,
        bot_in(here) as parts,
        delivering(here, parts) as (aina, _),
    ):
        before = len(sent(here, AINA))
        with structlog.testing.capture_logs() as logged, here.written() as other:
            other.execute("BEGIN IMMEDIATE")
            await aina.says("/ajuda")
            async with asyncio.timeout(20):
                while not any(line["event"] == "database_unavailable" for line in logged):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            other.execute("ROLLBACK")
        async with hurry(here):
            await quiet(here)
        assert len(sent(here, AINA)) == before + 1
        assert "problema nostre" not in sent(here, AINA)[-1]
        assert here.rows("SELECT * FROM failed_update") == []


async def test_update_that_only_the_database_fails_is_tried_again_without_an_apology(tmp_path: Path) -> None:
    async with (
        town(tmp_path, contacts=[AINA]) as here,
        bot_in(here) as parts,
        delivering(here, parts) as (aina, _),
    ):
        before = len(sent(here, AINA))
        with structlog.testing.capture_logs() as logged, here.written() as other:
            # The apology could be stored all the time: that is not what must happen.
            other.execute("ALTER TABLE audit RENAME TO away")
            await aina.presses(data="0:tell")
            async with asyncio.timeout(20):
                while not any(line["event"] == "database_unavailable" for line in logged):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            other.execute("ALTER TABLE away RENAME TO audit")
        async with hurry(here):
            await quiet(here)
        assert len(sent(here, AINA)) == before + 1
        assert "problema nostre" not in sent(here, AINA)[-1]
        assert here.rows("SELECT * FROM failed_update") == []

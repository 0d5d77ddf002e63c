"""The contract with the page: state, events and actions, on loopback only."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import telegram
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import BotProcess, Person, Simulator

MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("Sí", callback_data="1:yes", style="primary")]])


async def said(answer: aiohttp.ClientResponse, status: int = 200) -> Any:
    body = await answer.json()
    assert answer.status == status, body
    return body


@asynccontextmanager
async def events(page: aiohttp.ClientSession, last: str = "") -> AsyncIterator["Stream"]:
    headers = {"Last-Event-ID": last} if last else {}
    async with page.get("/sim/events", headers=headers) as answer:
        assert answer.content_type == "text/event-stream"
        assert await answer.content.readline() == b"retry: 1000\n"
        yield Stream(answer)


class Stream:
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self.answer = answer
        self.last = ""

    async def next(self, kind: str) -> dict[str, Any]:
        """The next event of this kind; others are passed over."""
        while True:
            line = (await self.answer.content.readline()).decode().strip()
            if line.startswith("id: "):
                self.last = line.removeprefix("id: ")
            if line.startswith("data: "):
                event: dict[str, Any] = json.loads(line.removeprefix("data: "))
                if event["type"] == kind:
                    return event


async def test_the_state_says_everything(
    bot: telegram.Bot, sim: Simulator, page: aiohttp.ClientSession, open_chat: Person
) -> None:
    await bot.set_my_commands([BotCommand("inici", "Torna a l'inici")])
    sent = await bot.send_message(
        1001,
        "<blockquote expandable>a &lt; b</blockquote>",
        parse_mode="HTML",
        reply_markup=MARKUP,
        disable_notification=True,
    )
    await bot.pin_chat_message(1001, sent.message_id)
    await bot.send_document(1001, b"%PDF", filename="rebut.pdf", reply_to_message_id=sent.message_id)
    state = await said(await page.get("/sim/state"))
    assert abs(datetime.fromisoformat(state["now"]) - sim.clock.now()) < timedelta(seconds=5)
    assert state["bot"] == {
        "username": "xmess_demo_bot",
        "name": "XMESS",
        "description": "",
        "running": False,
        "fell": False,
    }
    assert state["people"] == [
        {"id": 1001, "name": "Aina Soler", "note": "Ajuntament d'Arbúcies", "chats": [1001], "blocked": False}
    ]
    (chat,) = state["chats"]
    start, question, document = chat.pop("messages")
    assert chat == {
        "id": 1001,
        "kind": "private",
        "title": "Aina Soler",
        "typing": False,
        "blocked": False,
        "commands": [{"command": "inici", "description": "Torna a l'inici"}],
        "pinned": sent.message_id,
    }
    assert (start["from"], start["html"]) == (1001, '<span class="command">/start</span>')
    assert datetime.fromisoformat(question.pop("date")).tzinfo is not None
    assert question == {
        "id": 2,
        "chat": 1001,
        "from": "bot",
        "edited": None,
        "text": "a < b",
        "html": '<blockquote class="expandable">a &lt; b</blockquote>',
        "buttons": [[{"text": "Sí", "data": "1:yes", "copy": None, "url": None, "style": "primary"}]],
        "file": None,
        "attachment": None,
        "silent": True,
        "reply_to": None,
        "edited_by_bot": False,
    }
    assert document["reply_to"] == 2
    assert document["file"] == {
        "id": document["file"]["id"],
        "name": "rebut.pdf",
        "mime": "application/pdf",
        "size": 4,
        "kind": "document",
    }
    async with page.get(f"/sim/files/{document['file']['id']}") as answer:
        assert (await answer.read(), answer.content_type) == (b"%PDF", "application/pdf")
        assert answer.headers["Content-Disposition"].startswith("inline")


async def test_acting_through_the_page_reaches_the_bot(
    bot: telegram.Bot, sim: Simulator, page: aiohttp.ClientSession, aina: Person
) -> None:
    await said(await page.post("/sim/start", json={"person": 1001, "payload": "tok"}))
    sent = await bot.send_message(1001, "?", reply_markup=MARKUP)
    press = {"person": 1001, "chat": 1001, "message": sent.message_id, "data": "1:yes"}
    await said(await page.post("/sim/press", json=press))
    text = {"person": 1001, "chat": 1001, "text": "Hola", "reply_to": sent.message_id}
    hello = (await said(await page.post("/sim/send", json=text)))["message"]
    assert hello["reply_to"] == sent.message_id
    edit = {"person": 1001, "chat": 1001, "message": hello["id"], "text": "Bon dia"}
    edited = (await said(await page.post("/sim/edit", json=edit)))["message"]
    assert (edited["text"], edited["edited_by_bot"], edited["edited"] is not None) == ("Bon dia", False, True)
    attached = await said(await page.post("/sim/attach", json={"person": 1001, "chat": 1001, "kind": "voice"}))
    assert (attached["message"]["attachment"], attached["message"]["file"]) == ("voice", None)
    await said(await page.post("/sim/block", json={"person": 1001}))
    assert sim.chat(1001).blocked
    await said(await page.post("/sim/unblock", json={"person": 1001}))
    updates = await bot.get_updates()
    kinds = [next(key for key in update.to_dict() if key != "update_id") for update in updates]
    assert kinds == [
        "message",
        "callback_query",
        "message",
        "edited_message",
        "message",
        "my_chat_member",
        "my_chat_member",
    ]


async def test_the_clock_moves_ahead_only(sim: Simulator, page: aiohttp.ClientSession) -> None:
    moved = await said(await page.post("/sim/clock", json={"advance": 3600}))
    assert abs(datetime.fromisoformat(moved["now"]) - sim.clock.now()) < timedelta(seconds=5)
    later = (sim.clock.now() + timedelta(days=1)).isoformat()
    await said(await page.post("/sim/clock", json={"iso": later}))
    refused = await said(await page.post("/sim/clock", json={"iso": "2020-05-08T12:00:00+02:00"}), 400)
    assert "time never goes backwards" in refused["error"]
    for wrong in ({"iso": "demà"}, {"iso": "2120-05-08"}, {"advance": "1"}, {}):
        assert (await said(await page.post("/sim/clock", json=wrong), 400))["error"]


async def test_events_tell_everything_that_happens(
    bot: telegram.Bot, sim: Simulator, page: aiohttp.ClientSession, open_chat: Person
) -> None:
    async with events(page) as stream:
        await bot.send_chat_action(1001, "typing")
        assert (await stream.next("typing"))["typing"] is True
        sent = await bot.send_message(1001, "?", reply_markup=MARKUP)
        assert (await stream.next("typing"))["typing"] is False
        told = (await stream.next("message"))["message"]
        assert (told["id"], told["from"], told["text"]) == (sent.message_id, "bot", "?")
        call = await stream.next("call")
        assert (call["method"], call["ok"], call["chat"], call["summary"]) == ("sendMessage", True, 1001, "?")
        press = await open_chat.presses("Sí")
        await bot.answer_callback_query(press.id, "Fet")
        answer = await stream.next("answer")
        assert (answer["chat"], answer["id"], answer["person"], answer["text"]) == (1001, 2, 1001, "Fet")
        await bot.edit_message_text("Fet", 1001, sent.message_id)
        edited = (await stream.next("edit"))["message"]
        assert (edited["text"], edited["edited_by_bot"], edited["buttons"]) == ("Fet", True, [])
        await bot.pin_chat_message(1001, sent.message_id)
        assert (await stream.next("pinned"))["pinned"] == sent.message_id
        await bot.delete_message(1001, sent.message_id)
        assert (await stream.next("delete"))["id"] == sent.message_id
        await bot.set_my_commands([BotCommand("inici", "Inici")])
        assert (await stream.next("commands"))["commands"] == [{"command": "inici", "description": "Inici"}]
        sim.clock.advance(60)
        assert datetime.fromisoformat((await stream.next("clock"))["now"])
        pol = sim.person(1002, "Pol")
        assert [person["id"] for person in (await stream.next("people"))["people"]] == [1001, 1002]
        sim.group("Comissió", [open_chat, pol])
        assert (await stream.next("people"))["chats"][0]["title"] == "Comissió"


async def test_a_page_that_was_away_gets_what_it_missed(
    sim: Simulator, page: aiohttp.ClientSession, open_chat: Person
) -> None:
    async with events(page) as stream:
        await open_chat.says("u")
        await stream.next("message")
        last = stream.last
    await open_chat.says("dos")
    async with events(page, last) as stream:
        assert (await stream.next("message"))["message"]["text"] == "dos"
    async with events(page, "another-run.3") as stream:
        await stream.next("reset")
    for number in range(2100):
        await open_chat.says(str(number))
    async with events(page, last) as stream:
        await stream.next("reset")


async def test_the_bot_is_killed_and_started(sim: Simulator, page: aiohttp.ClientSession) -> None:
    refused = await said(await page.post("/sim/bot", json={"action": "kill"}), 400)
    assert refused["error"] == "the bot was not started from here"
    script = 'import time; print("ready", flush=True); time.sleep(60)'
    process = sim.bot_process = BotProcess([sys.executable, "-c", script], {})
    async with events(page) as stream:
        assert (await said(await page.post("/sim/bot", json={"action": "start"})))["running"] is True
        assert (await stream.next("bot"))["running"] is True
        await process.said("ready")
        assert await said(await page.get("/sim/bot")) == {"running": True, "log": ["ready"]}
        assert (await said(await page.get("/sim/state")))["bot"]["running"] is True
        assert (await said(await page.post("/sim/bot", json={"action": "kill"})))["running"] is False
        assert (await stream.next("bot"))["running"] is False
    assert (await said(await page.post("/sim/bot", json={"action": "dance"}), 400))["error"]


async def test_a_stop_lets_the_pages_go() -> None:
    sim = Simulator()
    await sim.start()
    async with aiohttp.ClientSession(sim.url) as session, events(session) as stream:
        async with asyncio.timeout(5):
            await sim.stop()
            assert (await stream.answer.content.read()).strip() == b""

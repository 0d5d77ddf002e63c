"""The webhook of the whole bot in this process: real POST requests, from the simulated Telegram and from strangers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app import Parts, running
from bot.arrivals import Arrivals
from bot.settings import Hook, Settings, SettingsError
from bot.simulator import Fault
from bot.webhook import LARGEST, Webhook
from tests.applicant import Applicant, applying, assert_received
from tests.support.ports import SECRET_HEADER, free_port, proxy
from tests.town import Town, bot_in, hurry, quiet, repeats, sent, town

SECRET = "sixteen-or-more-letters"
_numbers = count(900_000_001)


@asynccontextmanager
async def hooked(folder: Path, contacts: tuple[int, ...] = (), **more: Any) -> AsyncIterator[Town]:
    """A town whose bot has a webhook on a port of its own."""
    port = free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}/telegram", "webhook_listen": f"127.0.0.1:{port}"}
    async with town(folder, contacts=contacts, **{**hook, "webhook_secret": SECRET, **more}) as here:
        here.sim.world.delivery.retry = 0.02
        yield here


@asynccontextmanager
async def at_work(here: Town) -> AsyncIterator[Parts]:
    """The bot once Telegram knows where to bring updates."""
    async with bot_in(here) as parts:
        await here.sim.wait_until(lambda: bool(here.sim.updates.webhook_url))
        yield parts


def update(text: str = "hola", person: int = 7001) -> dict[str, Any]:
    """An update as Telegram sends it, of somebody without an invitation."""
    number = next(_numbers)
    user = {"id": person, "is_bot": False, "first_name": "Pol"}
    message = {"message_id": number, "date": 1588671000, "chat": {"id": person, "type": "private"}, "from": user}
    return {"update_id": number, "message": {**message, "text": text}}


async def post(here: Town, body: Any, *, secret: str | None = SECRET, path: str = "/telegram") -> int:
    """The status that a POST request is answered with."""
    headers = {} if secret is None else {SECRET_HEADER: secret}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    address = f"http://{here.settings.webhook_listen}{path}"
    async with aiohttp.ClientSession() as session, session.post(address, data=BytesIO(data), headers=headers) as answer:
        return answer.status


def seen(here: Town) -> set[int]:
    """The updates whose consequences are committed."""
    return {number for (number,) in here.rows("SELECT id FROM seen_update")}


async def test_application_over_the_webhook_behind_a_proxy_that_rewrites_everything(tmp_path: Path) -> None:
    port = free_port()
    async with proxy([port], "/xmess") as address:
        url = f"{address}/telegram"
        async with hooked(tmp_path, (1001,), webhook_url=url, webhook_listen=f"127.0.0.1:{port}") as here:
            async with at_work(here), hurry(here):
                aina = Applicant(await here.person(1001, "Aina Soler"))
                async with applying(here, [aina]):
                    await aina.received.wait()
                await quiet(here)
                assert_received(here, [aina])
                assert repeats(here) == {1001: 0}
            assert here.sim.updates.webhook_url == url
            assert here.sim.updates.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}
            assert here.sim.world.delivery.secret == SECRET
            assert not [call for call in here.sim.requests if call.method.lower() == "getupdates"]


async def test_many_people_at_once_are_each_answered_in_order_and_once(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here), hurry(here):
        people = [here.sim.person(3000 + number, "Persona") for number in range(40)]
        for person in people:
            await person.starts()
        for text in ("/ajuda", "/privacitat", "/inici", "/avisos"):
            for person in people:
                await person.says(text)
        await quiet(here)
        first = sent(here, 3000)
        assert len(first) >= 5
        assert [number for number in range(3000, 3040) if sent(here, number) != first] == []
        assert len(seen(here)) == 200


async def test_update_is_answered_only_after_its_commit(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        one = update()
        with here.written() as connection:
            connection.execute("BEGIN IMMEDIATE")
            posting = asyncio.create_task(post(here, one))
            done, _ = await asyncio.wait([posting], timeout=0.3)
            assert not done
            connection.execute("COMMIT")
            assert await posting == 200
        assert one["update_id"] in seen(here)


async def test_update_that_comes_again_meanwhile_is_answered_once(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here), hurry(here):
        await here.person(7001, "Pol", invitation=False)
        await quiet(here)
        before = len(sent(here, 7001))
        one = update("/ajuda")
        assert await asyncio.gather(*(post(here, one) for _ in range(8))) == [200] * 8
        assert await post(here, one) == 200
        await quiet(here)
        assert len(sent(here, 7001)) == before + 1


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), "ñ" * 20])
async def test_post_with_another_secret_is_refused(secret: str | None, tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        assert await post(here, update(), secret=secret) == 403
        assert await post(here, b"x" * (LARGEST + 1), secret=secret) == 403
        assert seen(here) == set()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hola",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"message": {}}',
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b'{"update_id": 1.5}',
        b"[" * 200_000,
        b'{"update_id": 1' + b"0" * 5000 + b"}",
    ],
    ids=lambda body: repr(body[:16]),
)
async def test_malformed_body_is_refused(body: bytes, tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        assert await post(here, body) == 400
        assert await post(here, update()) == 200
        assert len(seen(here)) == 1


async def test_update_nobody_can_read_is_taken_and_the_next_is_answered(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        nonsense: list[dict[str, Any]] = [
            {"message": 5},
            {"message": {"chat": "x"}},
            {"callback_query": []},
            {"poll": {}},
            {},
        ]
        for one in nonsense:
            assert await post(here, {"update_id": next(_numbers), **one}) == 200
        last = update()
        assert await post(here, last) == 200
        assert seen(here) == {last["update_id"]}


async def raw(here: Town, head: str, *chunks: bytes) -> bytes:
    """The first line of the answer to a request that is written by hand."""
    host, _, port = here.settings.webhook_listen.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        headers = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\n{head}\r\n\r\n"
        writer.write(headers.encode())
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
        return await reader.readline()
    finally:
        writer.close()
        await writer.wait_closed()


async def test_oversized_body_is_refused_before_it_is_read(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        assert b" 413 " in await raw(here, f"Content-Length: {LARGEST + 1}")
        piece = b"%x\r\n%b\r\n" % (LARGEST // 8, b"x" * (LARGEST // 8))
        assert b" 413 " in await raw(here, "Transfer-Encoding: chunked", *[piece] * 8, b"1\r\nx\r\n")
        fits = json.dumps(update("x" * 100)).encode()
        assert await post(here, fits + b" " * (LARGEST - len(fits))) == 200
        assert len(seen(here)) == 1


async def test_slow_or_broken_off_body_is_refused(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here) as parts:
        host, port = "127.0.0.1", free_port()
        hook = Hook(f"http://{host}:{port}/telegram", host, port, SECRET)
        hasty = Webhook(parts.bot, Arrivals(parts.bot, parts.dispatcher, "bot"), hook, body_seconds=0.1)
        serving = asyncio.create_task(hasty.run())
        await here.sim.wait_until(lambda: here.sim.updates.webhook_url == hook.url)
        here.settings.webhook_listen = f"{host}:{port}"
        try:
            assert b" 408 " in await raw(here, "Content-Length: 100", b'{"update_id": 1')
            _, writer = await asyncio.open_connection(host, port)
            head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 100\r\n\r\n{{"
            writer.write(head.encode())
            writer.close()
            await writer.wait_closed()
            assert await post(here, update()) == 200
        finally:
            serving.cancel()
            await asyncio.wait([serving])
        assert len(seen(here)) == 1


async def test_other_paths_and_methods_are_refused_and_health_says_only_ok(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here, at_work(here):
        assert await post(here, update(), path="/telegrams") == 404
        assert await post(here, update(), path="/healthz") == 405
        base = f"http://{here.settings.webhook_listen}"
        async with aiohttp.ClientSession(base) as session:
            async with session.get("/telegram", headers={SECRET_HEADER: SECRET}) as answer:
                assert answer.status == 405
            async with session.get("/healthz") as answer:
                assert (answer.status, await answer.text()) == (200, "ok")
                assert "server" not in answer.headers
        assert seen(here) == set()


async def test_stopping_finishes_what_is_under_way_and_accepts_nothing_new(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here:
        one = update()
        with here.written() as connection:
            async with at_work(here):
                connection.execute("BEGIN IMMEDIATE")
                posting = asyncio.create_task(post(here, one))
                await asyncio.wait([posting], timeout=0.2)
                closing = asyncio.create_task(refused(here))
                closing.add_done_callback(lambda _: asyncio.get_running_loop().call_later(0.4, connection.commit))
            assert await posting == 200
            await closing
        assert one["update_id"] in seen(here)
        assert here.sim.updates.webhook_url, "what comes now waits for the next start"


async def refused(here: Town) -> None:
    """Waits until nobody accepts connections any more."""
    host, _, port = here.settings.webhook_listen.partition(":")
    while True:
        try:
            _, writer = await asyncio.open_connection(host, int(port))
        except OSError:
            return
        writer.close()
        await writer.wait_closed()


async def test_from_polling_to_webhook_and_back_nothing_is_lost(tmp_path: Path) -> None:
    async with hooked(tmp_path, (1001,)) as here, hurry(here):
        polls = here.settings.model_copy(update={"webhook_url": ""})
        hooks = here.settings
        aina = Applicant(await here.person(1001, "Aina Soler"))
        for turn in range(6):
            here.settings = polls if turn % 2 == 0 else hooks
            stop = ("email", "topics", "need", "means", "modality", "")[turn]
            aina.stop_at, aina.stopped = stop, asyncio.Event()
            async with bot_in(here), applying(here, [aina]):
                await (aina.stopped if stop else aina.received).wait()
            if stop:
                # Answered while the bot is away: it waits at Telegram for whichever way the bot comes back.
                aina.stop_at = ""
                async with applying(here, [aina]):
                    await here.sim.wait_until(lambda: bool(here.sim.updates.pending))
        await at_rest(here)
        assert_received(here, [aina])
        assert repeats(here) == {1001: 0}


async def at_rest(here: Town) -> None:
    async with at_work(here):
        await quiet(here)


async def test_address_that_cannot_be_used_is_said_clearly(tmp_path: Path) -> None:
    async with hooked(tmp_path) as here:
        host, _, port = here.settings.webhook_listen.partition(":")
        taken = await asyncio.start_server(lambda reader, writer: None, host, int(port))
        async with taken:
            with pytest.raises(SettingsError, match="XMESS_WEBHOOK_LISTEN: cannot listen there"):
                await failing(here)
        here.sim.faults.add(Fault("400", "setWebhook", description="Bad Request: bad webhook: no such host"))
        with pytest.raises(SettingsError, match=r"XMESS_WEBHOOK_URL: Telegram does not take it: .*no such host"):
            await failing(here)


async def failing(here: Town) -> None:
    async with running(here.settings) as (_, ended):
        await ended


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("webhook_url", "bot.example.cat", "looks like https://"),
        ("webhook_url", "https://bot.example.cat/x?y", "looks like https://"),
        ("webhook_secret", "curt", "16 to 256"),
        ("webhook_secret", "amb espais i ñ, no val", "16 to 256"),
        ("webhook_listen", "8080", "host:port"),
        ("webhook_listen", "localhost:port", "host:port"),
    ],
)
def test_setting_of_the_webhook_that_cannot_be_used_is_said(name: str, text: str, says: str) -> None:
    settings = settings_of(**{"bot_token": "1:A", "webhook_url": "https://bot.example.cat", name: text})
    with pytest.raises(SettingsError, match=f"XMESS_{name.upper()}: .*{says}"):
        settings.hook()


def settings_of(**values: Any) -> Settings:
    """Settings that no file and no variable touches."""
    return Settings(**{"_env_file": None, **values})


def test_secret_follows_from_the_token_unless_one_is_set() -> None:
    def secret(token: str, **more: str) -> str:
        hook = settings_of(bot_token=token, webhook_url="https://bot.example.cat", **more).hook()
        assert hook is not None
        return hook.secret

    assert secret("1:A") == secret("1:A") != secret("1:B")
    assert len(secret("1:A")) == 64
    assert "1:A" not in secret("1:A")
    assert secret("1:A", webhook_secret=SECRET) == SECRET
    assert settings_of().hook() is None

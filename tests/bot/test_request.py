"""Requests to a Bot API on loopback: answers, uploads, and what each failure says about delivery."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import shutil
import socket
import ssl
import subprocess
import traceback
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, error
from telegram.request import BaseRequest

from bot.request import AiohttpRequest, NotDelivered
from bot.upload import multipart

TOKEN = "123456:AAsecretsecretsecret"
USER = {"id": 2, "is_bot": True, "first_name": "XMESS", "username": "xmess_bot"}
MESSAGE = {"message_id": 7, "date": 1588840920, "chat": {"id": 1, "type": "private"}, "text": "Desat."}
RESULTS: dict[str, Any] = {"getMe": USER, "getUpdates": [{"update_id": 5}], "sendMediaGroup": [MESSAGE]}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture(autouse=True)
def _no_record_holds_the_token(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    for record in caplog.get_records("call"):
        assert "secret" not in caplog.handler.format(record)
        assert "secret" not in repr(record.__dict__)


def holds_the_token(failure: BaseException | None) -> bool:
    """Whether the token is anywhere in an error or in those it came from."""
    if failure is None:
        return False
    said = [str(failure), repr(failure), repr(failure.args), repr(vars(failure)), *traceback.format_exception(failure)]
    return (
        any("secret" in text for text in said)
        or holds_the_token(failure.__cause__)
        or holds_the_token(failure.__context__)
    )


async def failing(call: Awaitable[object], kind: type[error.TelegramError]) -> error.TelegramError:
    """The error of exactly this kind that a call ends with, without the token in it."""
    with pytest.raises(kind) as failed:
        await call
    assert type(failed.value) is kind
    assert not holds_the_token(failed.value)
    return failed.value


@dataclass
class Api:
    """A Bot API that answers what a test says and remembers what it was asked."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)
    base: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.connections.add(request.transport)
        method = request.path.rpartition("/")[2]
        if request.content_type == "application/json":
            values = await request.json()
        else:
            values = dict(await request.post())
            for name, value in values.items():
                if isinstance(value, web.FileField):
                    with value.file as content:
                        values[name] = (value.filename, value.content_type, content.read())
        self.asked.append((method, values))
        if method in self.handlers:
            return await self.handlers[method](request)
        return web.json_response({"ok": True, "result": RESULTS.get(method, MESSAGE)})

    def refuse(self, method: str, status: int, body: str | dict[str, Any]) -> None:
        async def refusal(_: web.Request) -> web.Response:
            text = body if isinstance(body, str) else json.dumps(body)
            return web.Response(status=status, text=text, content_type="text/html")

        self.handlers[method] = refusal


@asynccontextmanager
async def served(answer: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    application = web.Application(client_max_size=2**26)
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    api = Api()
    async with served(api.answer) as port:
        api.base = f"http://127.0.0.1:{port}"
        yield api


@asynccontextmanager
async def talking(base: str, request: BaseRequest | None = None, start: bool = True) -> AsyncIterator[Bot]:
    bot = Bot(
        TOKEN,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request or AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
    )
    try:
        await (bot.initialize() if start else asyncio.gather(*(one.initialize() for one in bot._request)))
        yield bot
    finally:
        await asyncio.gather(*(one.shutdown() for one in bot._request))


Peer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def raw(peer: Peer, room: int | None = None) -> AsyncIterator[int]:
    """A server that speaks bytes; what it still has open is closed at the end. `room` is for bytes not yet read."""
    writers: list[asyncio.StreamWriter] = []

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        try:
            await peer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()

    listening = socket.socket()
    if room is not None:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    listening.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(meet, sock=listening)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in writers:
            writer.close()
        await server.wait_closed()


async def read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line[15:]) for line in head.decode().splitlines() if line.lower().startswith("content-length:")), 0
    )
    return head + await reader.readexactly(length)


async def silence(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


# Answers


async def test_bot_get_me_send_message_and_get_updates_work(api: Api) -> None:
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Sí, confirma-la", callback_data="7:yes")]])
    async with talking(api.base) as bot:
        assert bot.username == "xmess_bot"
        text = 'L\'Hospitalet «l·l» 👍🏽 & = + %\n"fi"'
        message = await bot.send_message(1, text, reply_markup=buttons, disable_notification=True)
        assert message.text == "Desat."
        updates = await bot.get_updates(offset=5, allowed_updates=["message", "callback_query"], timeout=1)
        assert [update.update_id for update in updates] == [5]
    assert [method for method, _ in api.asked] == ["getMe", "sendMessage", "getUpdates"]
    sent = api.asked[1][1]
    assert sent["chat_id"] == 1
    assert sent["text"] == text
    assert sent["disable_notification"] is True
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Sí, confirma-la", "callback_data": "7:yes"}]]
    assert api.asked[2][1] == {"offset": 5, "allowed_updates": ["message", "callback_query"], "timeout": 1}


async def test_bot_text_with_half_a_character_reaches_the_server_escaped(api: Api) -> None:
    async with talking(api.base) as bot:
        await bot.send_message(1, "mig \ud800")
    assert api.asked[-1][1]["text"] == "mig \ud800"


@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("sollicitud-2020-1-007.pdf", "sollicitud-2020-1-007.pdf"),
        ("l·l «ç» a;b.pdf", "l·l «ç» a;b.pdf"),
        ('amb "cometes" i\r\nsalts.pdf', "amb %22cometes%22 i%0D%0Asalts.pdf"),
    ],
)
async def test_bot_send_document_uploads_the_bytes_and_the_fields(api: Api, name: str, arrives: str) -> None:
    content = bytes(range(256)) * 2000 + b"\r\n--boundary\r\n"
    async with talking(api.base) as bot:
        await bot.send_document(1, content, filename=name, caption="«Rebuda»\r\nfi", disable_notification=True)
    method, sent = api.asked[-1]
    assert method == "sendDocument"
    assert sent.pop("document") == (arrives, "application/pdf", content)
    assert sent == {"chat_id": "1", "caption": "«Rebuda»\r\nfi", "disable_notification": "true"}


async def test_bot_send_photo_uploads_a_picture_and_an_open_file(api: Api, tmp_path: Path) -> None:
    (tmp_path / "convida.png").write_bytes(b"\x89PNG" + bytes(70_000))
    async with talking(api.base) as bot:
        with (tmp_path / "convida.png").open("rb") as picture:
            await bot.send_photo(1, picture, filename="convida.png")
    assert api.asked[-1][1]["photo"] == ("convida.png", "image/png", b"\x89PNG" + bytes(70_000))


async def test_bot_send_media_group_uploads_attached_files(api: Api) -> None:
    media = [InputMediaDocument(f"fitxa {n}".encode(), filename=f"{n}.txt") for n in (1, 2)]
    async with talking(api.base) as bot:
        await bot.send_media_group(1, media)
    sent = api.asked[-1][1]
    for number, one in enumerate(json.loads(sent["media"]), start=1):
        name = one["media"].removeprefix("attach://")
        assert sent[name] == (f"{number}.txt", "text/plain", f"fitxa {number}".encode())


async def test_multipart_of_a_file_handle_reads_it() -> None:
    form = await multipart({"a": "à\ud800"}, {"f": ("x.bin", io.BytesIO(b"\x00\xff"), "image/png")}, None)
    assert b'name="a"\r\n\r\n\xc3\xa0?\r\n' in bytes(form._value)
    assert b'filename="x.bin"\r\nContent-Type: image/png\r\n\r\n\x00\xff\r\n--' in bytes(form._value)


async def test_retrieve_gives_the_bytes_of_a_file(api: Api) -> None:
    async def content(_: web.Request) -> web.Response:
        return web.Response(body=b"\x00\xff" * 100_000)

    api.handlers["fitxer%20u.pdf"] = api.handlers["fitxer u.pdf"] = content
    async with AiohttpRequest() as request:
        assert await request.retrieve(f"{api.base}/file/bot{TOKEN}/fitxer%20u.pdf") == b"\x00\xff" * 100_000


@pytest.mark.parametrize(
    ("status", "body", "kind", "says"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, error.BadRequest, "Chat not found"),
        (401, {"ok": False, "description": "Unauthorized"}, error.InvalidToken, "Unauthorized"),
        (403, {"ok": False, "description": "Forbidden: bot was blocked"}, error.Forbidden, "blocked"),
        (404, {"ok": False, "description": "Not Found"}, error.InvalidToken, "Not Found"),
        (409, {"ok": False, "description": "Conflict: terminated by other"}, error.Conflict, "Conflict"),
        (429, {"ok": False, "parameters": {"retry_after": 7}}, error.RetryAfter, "0:00:07"),
        (400, {"ok": False, "parameters": {"migrate_to_chat_id": -100}}, error.ChatMigrated, "-100"),
        (500, {"ok": False, "description": "Internal Server Error"}, error.NetworkError, "Internal"),
        (502, f"<html>/bot{TOKEN}/sendMessage: Bad Gateway</html>", error.NetworkError, "Bad Gateway"),
        (400, f"<html>/bot{TOKEN}/sendMessage</html>", error.BadRequest, "Bad Request"),
        (503, f'["/bot{TOKEN}/sendMessage"]', error.NetworkError, "Service Unavailable"),
        (302, "", error.NetworkError, "Found"),
        (407, f"<html>/bot{TOKEN}/sendMessage</html>", NotDelivered, "407"),
        (200, f"<html>/bot{TOKEN}/sendMessage: log in first</html>", error.TimedOut, "not one of Telegram"),
        (200, "", error.TimedOut, "not one of Telegram"),
        (200, "7", error.TimedOut, "not one of Telegram"),
        (200, {"hola": 1}, error.TimedOut, "not one of Telegram"),
    ],
)
async def test_bot_refusal_becomes_its_error(
    api: Api, status: int, body: str | dict[str, Any], kind: type[error.TelegramError], says: str
) -> None:
    api.refuse("sendMessage", status, body)
    async with talking(api.base) as bot:
        failure = await failing(bot.send_message(1, "hola"), kind)
        assert says.lower() in str(failure).lower()
        if isinstance(failure, error.RetryAfter):
            assert failure.retry_after == timedelta(seconds=7)


async def test_do_request_redirection_is_not_followed(api: Api) -> None:
    async def elsewhere(_: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": f"{api.base}/bot{TOKEN}/getMe"})

    api.handlers["sendMessage"] = elsewhere
    async with talking(api.base) as bot:
        await failing(bot.send_message(1, "hola"), error.NetworkError)
    assert [method for method, _ in api.asked] == ["getMe", "sendMessage"]


# Connections


async def test_do_request_one_after_another_keeps_the_connection(api: Api) -> None:
    async with talking(api.base) as bot:
        for _ in range(5):
            await bot.send_message(1, "hola")
    assert len(api.connections) == 1


async def test_do_request_many_at_once_opens_no_more_connections_than_allowed(api: Api) -> None:
    inside = most = 0
    full = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        if inside == 8:
            full.set()
        await full.wait()
        inside -= 1
        return web.json_response({"ok": True, "result": MESSAGE})

    api.handlers["sendMessage"] = slow
    async with talking(api.base, AiohttpRequest(connections=8)) as bot:
        await asyncio.gather(*(bot.send_message(1, str(n)) for n in range(200)))
    assert most == 8
    assert len(api.connections) <= 8
    assert sorted(int(sent["text"]) for method, sent in api.asked if method == "sendMessage") == [*range(200)]


async def test_do_request_without_a_free_connection_is_not_delivered(api: Api) -> None:
    held, let = asyncio.Event(), asyncio.Event()

    async def hold(_: web.Request) -> web.Response:
        held.set()
        await let.wait()
        return web.json_response({"ok": True, "result": MESSAGE})

    api.handlers["sendMessage"] = hold
    async with talking(api.base, AiohttpRequest(connections=1)) as bot:
        first = asyncio.create_task(bot.send_message(1, "primer"))
        await held.wait()
        await failing(bot.send_message(1, "segon", pool_timeout=0.05), NotDelivered)
        let.set()
        await first
        await bot.send_message(1, "tercer")
    assert [sent["text"] for method, sent in api.asked if method == "sendMessage"] == ["primer", "tercer"]


async def test_do_request_cancelled_frees_its_connection(api: Api) -> None:
    held = asyncio.Event()

    async def hold(_: web.Request) -> web.Response:
        if held.is_set():
            return web.json_response({"ok": True, "result": MESSAGE})
        held.set()
        return await asyncio.Future()

    api.handlers["sendMessage"] = hold
    async with talking(api.base, AiohttpRequest(connections=1)) as bot:
        first = asyncio.create_task(bot.send_message(1, "primer"))
        await held.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        await bot.send_message(1, "segon", pool_timeout=1)


async def test_request_initialized_and_shut_down_twice_still_works(api: Api) -> None:
    request = AiohttpRequest()
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        assert await request.post(f"{api.base}/bot{TOKEN}/getMe") == USER
        await request.shutdown()
        await request.shutdown()
    with pytest.raises(RuntimeError, match="not initialized"):
        await request.do_request(f"{api.base}/bot{TOKEN}/getMe", "POST")


async def test_read_timeout_is_the_default_that_long_polling_adds_to(api: Api) -> None:
    held, let = asyncio.Event(), asyncio.Event()

    async def hold(_: web.Request) -> web.Response:
        held.set()
        await let.wait()
        return web.json_response({"ok": True, "result": []})

    api.handlers["getUpdates"] = api.handlers["sendMessage"] = hold
    request = AiohttpRequest(read_timeout=0.1)
    assert request.read_timeout == 0.1
    bot = Bot(TOKEN, base_url=f"{api.base}/bot", request=request, get_updates_request=AiohttpRequest(read_timeout=0.1))
    async with bot:
        polling = asyncio.create_task(bot.get_updates(timeout=10))
        await held.wait()
        await failing(bot.send_message(1, "massa lent"), error.TimedOut)
        let.set()
        assert await polling == ()


# What failures say about delivery


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


async def test_do_request_refused_connection_is_not_delivered(closed_port: int) -> None:
    async with talking(f"http://127.0.0.1:{closed_port}", start=False) as bot:
        failure = await failing(bot.send_message(1, "hola"), NotDelivered)
        assert "Connection refused" in str(failure)


@pytest.mark.parametrize("base", ["http://no-hi-es.invalid", "https://no-hi-es.invalid:8443"])
async def test_do_request_unknown_name_is_not_delivered(base: str) -> None:
    async with talking(base, start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)
        await failing(bot.get_file("x"), NotDelivered)


@pytest.mark.parametrize("base", ["http://[nowhere", "ftp://127.0.0.1", "", "http://127.0.0.1:99999"])
async def test_do_request_address_that_is_none_is_not_delivered(base: str) -> None:
    async with talking(base, start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)


async def test_do_request_tls_that_is_none_is_not_delivered(api: Api) -> None:
    async with talking(api.base.replace("http:", "https:"), start=False) as bot:
        failure = await failing(bot.send_message(1, "hola"), NotDelivered)
        assert "SSL" in str(failure)
    assert api.asked == []


async def test_do_request_tls_that_never_starts_is_not_delivered_after_connect_timeout() -> None:
    async with raw(silence) as port, talking(f"https://127.0.0.1:{port}", start=False) as bot:
        await failing(bot.send_message(1, "hola", connect_timeout=0.1), NotDelivered)
    request = AiohttpRequest(connect_timeout=0.1)
    async with raw(silence) as port, talking(f"https://127.0.0.1:{port}", request, start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)


async def test_do_request_upload_that_stalls_is_not_delivered_and_never_ends_later() -> None:
    release = asyncio.Event()
    ended: asyncio.Queue[tuple[int, int]] = asyncio.Queue()

    async def stall(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(line[15:]) for line in head.splitlines() if line.startswith("Content-Length:"))
        await release.wait()
        arrived = 0
        try:
            while piece := await reader.read(1 << 20):
                arrived += len(piece)
        finally:
            ended.put_nowait((length, arrived))

    async def delivery(bot: Bot, size: int) -> type[Exception] | None:
        try:
            await bot.send_document(1, bytes(size), filename="a.pdf")
        except error.NetworkError as failure:
            return type(failure)
        return None

    request = AiohttpRequest(upload_timeout=0.4, write_timeout=100, read_timeout=0.1)
    async with raw(stall, room=4096) as port, talking(f"http://127.0.0.1:{port}", request, start=False) as bot:

        async def deliveries(sizes: range) -> int:
            """The smallest of the sizes that stalled; of every one that did, something never arrived."""
            release.clear()
            async with asyncio.timeout(20):
                said = dict(zip(sizes, await asyncio.gather(*(delivery(bot, size) for size in sizes)), strict=True))
                release.set()
                arrived = dict([await ended.get() for _ in sizes])
            assert set(said.values()) == {NotDelivered, error.TimedOut}
            stalled = [size for size, kind in said.items() if kind is NotDelivered]
            for size in stalled:
                length = next(length for length in arrived if 0 < length - size < 4096)
                assert arrived[length] < length
            return min(stalled)

        # How much the system takes while nobody reads has to be found out; around it, some lack their last piece only.
        least = await deliveries(range(64 << 10, 6 << 20, 128 << 10))
        await deliveries(range(least - (256 << 10), least + (32 << 10), 8 << 10))


async def test_do_request_connection_lost_while_uploading_is_not_delivered() -> None:
    async def part(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(1000)
        writer.transport.abort()

    async with raw(part) as port, talking(f"http://127.0.0.1:{port}", start=False) as bot:
        failure = await failing(bot.send_document(1, bytes(32 << 20), filename="a.pdf"), NotDelivered)
        assert "could not be sent whole" in str(failure)


async def test_do_request_slow_upload_may_take_longer_than_read_timeout() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        await read_request(reader)
        body = json.dumps({"ok": True, "result": MESSAGE}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    async with raw(slow) as port, talking(f"http://127.0.0.1:{port}", start=False) as bot:
        message = await bot.send_document(1, bytes(32 << 20), filename="a.pdf", read_timeout=0.2)
        assert message.message_id == 7


async def test_do_request_no_answer_may_be_delivered() -> None:
    async with raw(silence) as port, talking(f"http://127.0.0.1:{port}", start=False) as bot:
        await failing(bot.send_message(1, "hola", read_timeout=0.1), error.TimedOut)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhola",
        b"this is no HTTP at all\r\n\r\n",
    ],
)
@pytest.mark.parametrize("end", ["close", "abort", "stall"])
async def test_do_request_answer_that_breaks_off_may_be_delivered(said: bytes, end: str) -> None:
    async def broken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(said)
        await writer.drain()
        if end == "stall":
            await reader.read()
        elif end == "abort":
            writer.transport.abort()
        else:
            writer.close()

    async with raw(broken) as port:
        request = AiohttpRequest(read_timeout=0.2 if end == "stall" else 10)
        async with talking(f"http://127.0.0.1:{port}", request, start=False) as bot:
            await failing(bot.send_message(1, "hola"), error.TimedOut)
            await failing(bot.get_me(), error.TimedOut)


# Proxies


@dataclass
class Proxy:
    """A proxy that opens tunnels and forwards to one server, whatever the name asked for."""

    to: int
    user: str = ""
    heads: list[str] = field(default_factory=list)
    stalls: bool = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.heads.append(head)
        if self.stalls:
            await reader.read()
        credentials = b64encode(self.user.encode()).decode()
        if self.user and f"Proxy-Authorization: Basic {credentials}\r\n" not in head:
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        upstream_reader, upstream = await asyncio.open_connection("127.0.0.1", self.to)
        if head.startswith("CONNECT"):
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            upstream.write(head.encode())
        try:
            await asyncio.gather(pump(reader, upstream), pump(upstream_reader, writer))
        finally:
            upstream.close()
            writer.close()


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65536):
        writer.write(piece)
        await writer.drain()
    writer.close()


def port_of(api: Api) -> int:
    return int(api.base.rpartition(":")[2])


async def test_proxy_forwards_requests_with_user_and_password(api: Api) -> None:
    proxy = Proxy(port_of(api), user="ajuntament:p@ss word")
    async with raw(proxy.serve) as port:
        request = AiohttpRequest(proxy=f"http://ajuntament:p%40ss%20word@127.0.0.1:{port}")
        async with talking("http://telegram.exemple.invalid", request) as bot:
            await bot.send_message(1, "hola")
            await bot.send_document(1, b"fitxa", filename="a.pdf")
    assert [method for method, _ in api.asked] == ["getMe", "sendMessage", "sendDocument"]
    assert proxy.heads[0].startswith("POST http://telegram.exemple.invalid/bot")


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_proxy_that_wants_a_password_is_not_delivered(api: Api, scheme: str) -> None:
    proxy = Proxy(port_of(api), user="un:altre")
    async with raw(proxy.serve) as port:
        request = AiohttpRequest(proxy=f"http://ajuntament:secret@127.0.0.1:{port}")
        async with talking(f"{scheme}://telegram.exemple.invalid", request, start=False) as bot:
            failure = await failing(bot.send_message(1, "hola"), NotDelivered)
            assert "407" in str(failure)
    assert api.asked == []


async def test_proxy_that_never_opens_the_tunnel_is_not_delivered(api: Api) -> None:
    proxy = Proxy(port_of(api), stalls=True)
    async with raw(proxy.serve) as port:
        request = AiohttpRequest(proxy=f"127.0.0.1:{port}", connect_timeout=0.1)
        async with talking("https://telegram.exemple.invalid", request, start=False) as bot:
            await failing(bot.send_message(1, "hola"), NotDelivered)
    assert proxy.heads[0].startswith("CONNECT telegram.exemple.invalid:443 HTTP/1.1\r\n")


async def test_proxy_refused_connection_is_not_delivered(closed_port: int) -> None:
    request = AiohttpRequest(proxy=f"http://ajuntament:secret@127.0.0.1:{closed_port}")
    async with talking("https://telegram.exemple.invalid", request, start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """Certificate and key of telegram.exemple.invalid, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, made, name = tmp_path / "key.pem", tmp_path / "cert.pem", "telegram.exemple.invalid"
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2")
    subject = ("-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}")
    command = ("openssl", "req", "-x509", *kind, *subject, "-keyout", key, "-out", made)
    subprocess.run(command, check=True, capture_output=True)
    return made, key


async def test_proxy_tunnel_carries_tls_to_telegram(api: Api, certificate: tuple[Path, Path]) -> None:
    name = "telegram.exemple.invalid"
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(*certificate)
    trusting = ssl.create_default_context(cafile=certificate[0])
    async with served(api.answer, server) as tls_port:
        proxy = Proxy(tls_port)
        async with raw(proxy.serve) as port:
            request = AiohttpRequest(proxy=f"http://127.0.0.1:{port}", ssl_context=trusting)
            async with talking(f"https://{name}", request) as bot:
                await bot.send_document(1, bytes(300_000), filename="a.pdf")
            assert [head.split()[0] for head in proxy.heads] == ["CONNECT"]
            assert TOKEN not in "".join(proxy.heads)
            distrusting = AiohttpRequest(proxy=f"http://127.0.0.1:{port}")
            async with talking(f"https://{name}", distrusting, start=False) as bot:
                failure = await failing(bot.send_message(1, "hola"), NotDelivered)
                assert "CERTIFICATE_VERIFY_FAILED" in str(failure)
    assert [method for method, _ in api.asked] == ["getMe", "sendDocument"]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_proxy_of_the_environment_is_used(api: Api, environment: pytest.MonkeyPatch, variable: str) -> None:
    proxy = Proxy(port_of(api))
    async with raw(proxy.serve) as port:
        environment.setenv(variable, f"http://127.0.0.1:{port}")
        async with talking("http://telegram.exemple.invalid") as bot:
            await bot.send_message(1, "hola")
    assert len(api.asked) == 2


@pytest.mark.parametrize("excepted", ["exemple.invalid", "*", "altre.cat,.exemple.invalid"])
async def test_proxy_of_the_environment_spares_no_proxy(
    api: Api, environment: pytest.MonkeyPatch, excepted: str
) -> None:
    environment.setenv("HTTP_PROXY", api.base)
    environment.setenv("NO_PROXY", excepted)
    async with talking("http://telegram.exemple.invalid", start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)
    assert api.asked == []


async def test_proxy_of_the_environment_is_not_for_this_machine(
    api: Api, environment: pytest.MonkeyPatch, closed_port: int
) -> None:
    environment.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port}")
    for base in (api.base, api.base.replace("127.0.0.1", "localhost")):
        async with talking(base) as bot:
            await bot.send_message(1, "hola")


async def test_proxy_of_the_environment_without_trust_env_is_ignored(api: Api, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("HTTP_PROXY", api.base)
    async with talking("http://telegram.exemple.invalid", AiohttpRequest(trust_env=False), start=False) as bot:
        await failing(bot.send_message(1, "hola"), NotDelivered)
    assert api.asked == []


async def test_proxy_of_the_environment_of_another_kind_says_what_it_has_to_be(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("HTTPS_PROXY", "socks5://ajuntament:secret@127.0.0.1:1080")
    async with talking("https://telegram.exemple.invalid", start=False) as bot:
        failure = await failing(bot.send_message(1, "hola"), NotDelivered)
        assert "http://host:port" in str(failure)


@pytest.mark.parametrize("address", ["socks5://ajuntament:secret@127.0.0.1:1080", "http://", "http://[secret"])
def test_proxy_of_another_kind_is_refused_at_once(address: str) -> None:
    with pytest.raises(ValueError, match="http://host:port") as failed:
        AiohttpRequest(proxy=address)
    assert "secret" not in str(failed.value)

"""Webhook: Telegram brings the updates. One is answered with 200 only after its transaction has committed.

Nothing but the secret is believed of what the headers say, so any proxy may stand in front and end the TLS.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
import telegram
import uvicorn
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from telegram import error

from bot.arrivals import ALLOWED, Arrivals
from bot.connecting import insist
from bot.faults import Faults
from bot.offering import Offering
from bot.settings import Hook, SettingsError

log = structlog.get_logger()

LARGEST = 1024 * 1024
"""Bytes that an update may have; the largest ones of Telegram are far below."""

CONNECTIONS = 64
"""Updates that Telegram may bring at the same time: as many as one transaction takes."""

BODY_SECONDS = 10.0
COMMIT_SECONDS = 50.0
"""Telegram stops listening after about a minute; what is not committed until then comes again."""

LANDING_SECONDS = 10
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """A server for Telegram's POST requests inside the bot's process. `body_seconds` is how long one may take.

    With `offering` the answer may bring the first letter along.
    """

    def __init__(
        self,
        bot: telegram.Bot,
        arrivals: Arrivals,
        hook: Hook,
        faults: Faults | None = None,
        offering: Offering | None = None,
        *,
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        self._bot = bot
        self._arrivals = arrivals
        self._hook = hook
        self._faults = faults or Faults()
        self._body_seconds = body_seconds
        self._offering = offering
        self._flying: set[int] = set()

    async def run(self) -> None:
        """Listens, tells Telegram where, and serves until cancelled: then what is under way is still answered.

        The webhook stays set, so that Telegram keeps what comes meanwhile for the next start. Raises SettingsError
        when the address cannot be listened on or Telegram does not take it.
        """
        server = _Server(
            uvicorn.Config(
                self.app(),
                log_config=None,
                log_level="warning",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                lifespan="off",
                http="h11",
                ws="none",
                timeout_graceful_shutdown=LANDING_SECONDS,
            )
        )
        serving = asyncio.create_task(server.serve([_listen(self._hook)]))
        try:
            await insist(self._set)
            log.info("webhook_set", listen=f"{self._hook.host}:{self._hook.port}")
            await asyncio.shield(serving)
        except error.BadRequest as refusal:
            raise SettingsError(f"XMESS_WEBHOOK_URL: Telegram does not take it: {refusal.message}") from None
        finally:
            server.should_exit = True
            await serving

    def app(self) -> Starlette:
        """The two things that can be asked for: taking an update, and whether this process serves."""
        paths = _paths(self._hook.url)
        taking = [Route(path, self._take, methods=["POST"]) for path in paths if path != "/healthz"]
        return Starlette(routes=[Route("/healthz", _healthy, methods=["GET"]), *taking])

    async def _set(self) -> bool:
        return await self._bot.set_webhook(
            self._hook.url,
            secret_token=self._hook.secret,
            allowed_updates=list(ALLOWED),
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )

    async def _take(self, request: Request) -> Response:
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._hook.secret.encode()):
            return _refused(403, "secret")
        try:
            async with asyncio.timeout(self._body_seconds):
                body = await _body(request)
        except TimeoutError:
            return _refused(408, "slow")
        except ClientDisconnect:
            return _refused(400, "broken_off")
        if body is None:
            return _refused(413, "too_large")
        update = _update(body)
        if update is None:
            return _refused(400, "malformed")
        self._faults.at("after_receive")
        number = int(update["update_id"])
        fresh = number not in self._flying
        self._flying.add(number)
        try:
            answer = await self._settled(update)
            if fresh and answer.status_code == HTTPStatus.OK:
                answer = await self._saying(update, request) or answer
        finally:
            if fresh:
                self._flying.discard(number)
        self._faults.at("before_acknowledge")
        return answer

    async def _saying(self, update: dict[str, Any], request: Request) -> Response | None:
        """An answer that brings a letter along; None when there is none to bring, or nobody who listens."""
        if self._offering is None or await request.is_disconnected():
            return None
        offer = await self._offering.make(update)
        if offer is None:
            return None
        call, letter = offer
        return JSONResponse(call, background=BackgroundTask(self._offering.kept, letter))

    async def _settled(self, update: dict[str, Any]) -> Response:
        """The answer once the update is committed."""
        done = self._arrivals.put(update)
        if done is None:
            return Response()
        try:
            async with asyncio.timeout(COMMIT_SECONDS):
                await asyncio.shield(done)  # whoever stops listening does not stop the update
        except TimeoutError:
            return _refused(503, "not_committed")
        return Response()


class _Server(uvicorn.Server):
    """A server that leaves signals to whoever runs the whole bot."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _listen(hook: Hook) -> socket.socket:
    family = socket.AF_INET6 if ":" in hook.host else socket.AF_INET
    try:
        return socket.create_server((hook.host, hook.port), family=family, backlog=2 * CONNECTIONS)
    except OSError as failure:
        raise SettingsError(f"XMESS_WEBHOOK_LISTEN: cannot listen there: {failure.strerror or failure}.") from None


def _paths(url: str) -> list[str]:
    """The path of the address, and what is left of it when a proxy takes leading parts away."""
    parts = [part for part in urlsplit(url).path.split("/") if part]
    return ["/" + "/".join(parts[start:]) for start in range(len(parts) + 1)]


async def _healthy(request: Request) -> Response:
    return PlainTextResponse("ok")


async def _body(request: Request) -> bytes | None:
    """The whole body; None as soon as it is known to be too large. What is announced is not waited for."""
    announced = request.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > LARGEST:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _update(body: bytes) -> dict[str, Any] | None:
    """The update as JSON, or None when it is none: an object with a number is all that is asked of it."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    return update if isinstance(number, int) and not isinstance(number, bool) else None


def _refused(status: int, why: str) -> Response:
    log.warning("webhook_refused", status=status, why=why)
    return Response(status_code=status)

"""The way to Telegram's servers for python-telegram-bot, on aiohttp.

Its errors tell the sender whether a message may have arrived:

- `NotDelivered`: it certainly did not (no connection, or the request did not leave whole);
- `telegram.error.TimedOut`: it may have (the request left, a proper answer did not come);
- everything else is what Telegram answered, judged by python-telegram-bot; its plain `NetworkError` is an answer
  of 5xx or 3xx, often of something between here and Telegram.

The token is part of every address. aiohttp's errors carry the address, so they are never passed on, not even as a
cause or context.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import ssl
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.proxies import proxy_at, proxy_of_environment
from bot.upload import Upload, multipart

# Without it RetryAfter.retry_after is a deprecated integer, and every flood limit a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
# At DEBUG this logger writes the address with the token, and what people write.
logging.getLogger("telegram.Bot").addFilter(lambda record: record.levelno > logging.DEBUG)

# Below what servers and routers use, so that a connection is rarely closed by the other end just as it is used.
_KEEP_ALIVE_SECONDS = 30.0
_NOT_JSON = b'{"ok":false}'


class NotDelivered(NetworkError):  # noqa: N818 - it says what happened
    """The request did not reach Telegram: sending it again cannot make anything arrive twice."""


class AiohttpRequest(BaseRequest):
    """Requests of one `telegram.Bot`. Timeouts are seconds; None waits for ever.

    `connections` at a time are open; a request waits `pool_timeout` for one to be free. `connect_timeout` spans
    the name, the proxy and TLS; `write_timeout` the sending (`upload_timeout` when there are files);
    `read_timeout` each wait for a piece of the answer.

    `proxy` is an `http://` or `https://` address, with user and password if need be. Without one, the variables
    that other programs obey are obeyed (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) unless `trust_env` is off;
    they never apply to this very machine. Raises ValueError for another kind of proxy.
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        connect_timeout: float | None = 10.0,
        read_timeout: float | None = 20.0,
        write_timeout: float | None = 10.0,
        upload_timeout: float | None = 60.0,
        pool_timeout: float | None = 10.0,
        proxy: str | None = None,
        trust_env: bool = True,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._upload_timeout = upload_timeout
        self._pool_timeout = pool_timeout
        self._proxy = proxy_at(proxy) if proxy else None
        self._trust_env = trust_env
        self._ssl: ssl.SSLContext | bool = ssl_context or True
        self._proxies: dict[tuple[str, str | None], URL | None] = {}
        self._session: aiohttp.ClientSession | None = None
        self._free = asyncio.Semaphore(connections)

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer when the caller does not say."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Gets ready; connections are made when they are needed. Harmless when it already is."""
        if self._session is not None:
            return
        self._free = asyncio.Semaphore(self._connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=0, keepalive_timeout=_KEEP_ALIVE_SECONDS, ttl_dns_cache=60, ssl=self._ssl
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Closes every connection. Harmless when there are none."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer. A timeout that is not given is the one of this object.

        Raises NotDelivered or TimedOut (see the module), and RuntimeError before `initialize`.
        """
        if self._session is None:
            raise RuntimeError("This request object is not initialized.")
        upload = None
        if method == "POST":
            files = request_data is not None and request_data.contains_files
            default = self._upload_timeout if files else self._write_timeout
            upload = await _upload(request_data, _seconds(write_timeout, default))
        timeout = aiohttp.ClientTimeout(
            connect=_seconds(connect_timeout, self._connect_timeout),
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        address = _address(url)
        if address is None:
            raise NotDelivered("The address of the Bot API is none")
        proxy = self._proxy_to(address)
        await self._wait_for_a_connection(_seconds(pool_timeout, self._pool_timeout))
        try:
            async with self._session.request(
                method,
                address,
                data=upload,
                timeout=timeout,
                proxy=proxy,
                # A redirection would take the token elsewhere.
                allow_redirects=False,
            ) as response:
                answer = response.status, await response.read()
            failure = None
        except Exception as error:  # noqa: BLE001 - whatever it is, it may hold the address
            failure = _failure(error, upload)
        finally:
            self._free.release()
        if failure is not None:
            # Outside of the handler, where the error would become the context of this one.
            raise failure
        return _judged(*answer)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer of the Bot API. Raises TimedOut when it is none: something between here and Telegram spoke."""
        answer = _json_object(payload)
        if answer is None or not ("result" in answer or answer.get("ok") is False):
            raise TimedOut("The answer is not one of Telegram; the request may have been carried out")
        return answer

    async def _wait_for_a_connection(self, seconds: float | None) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            raise NotDelivered("No connection became free in time") from None

    def _proxy_to(self, address: URL) -> URL | None:
        if self._proxy is not None or not self._trust_env:
            return self._proxy
        destination = address.scheme, address.host
        if destination not in self._proxies:
            try:
                self._proxies[destination] = proxy_of_environment(address.scheme, address.host or "")
            except ValueError as error:
                raise NotDelivered(str(error)) from None
        return self._proxies[destination]


def _seconds(given: object, default: float | None) -> float | None:
    return given if given is None or isinstance(given, int | float) else default


def _address(url: str) -> URL | None:
    try:
        address = URL(url, encoded=True)
        # Some of what is wrong with an address only shows when it is taken apart.
        return address if address.host else None
    except ValueError:
        return None


async def _upload(data: RequestData | None, seconds: float | None) -> Upload:
    if data is None or not data.contains_files:
        # Escaped to ASCII: half a surrogate pair is then for Telegram to refuse, with a clear error.
        return Upload(json.dumps(data.parameters if data else {}).encode(), "application/json", seconds)
    return await multipart(data.json_parameters, data.multipart_data, seconds)


def _failure(error: Exception, upload: Upload | None) -> NetworkError:
    """The error to raise, in words that cannot hold the address: kinds of errors, numbers, words of the system."""
    said = type(error).__name__
    if isinstance(error, aiohttp.ClientHttpProxyError):
        said += f": the proxy answered {error.status}"
    elif isinstance(error, aiohttp.ClientConnectorError):
        system = error.os_error
        if isinstance(system, ssl.SSLError):
            said += f": {system.reason}"
        elif system.errno is not None and system.errno > 0:
            said += f": {os.strerror(system.errno)}"
    never = aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError, ValueError
    if upload is not None and upload.begun and not upload.sent:
        return NotDelivered(f"The request could not be sent whole ({said})")
    if isinstance(error, never) or (upload is not None and not upload.begun):
        return NotDelivered(f"Cannot connect ({said})")
    return TimedOut(f"The request was sent, but no answer came ({said})")


def _judged(status: int, payload: bytes) -> tuple[int, bytes]:
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        raise NotDelivered("The proxy asks for a user and a password (407)")
    if not HTTPStatus.OK <= status <= 299 and _json_object(payload) is None:
        # python-telegram-bot quotes such an answer in its error, and a proxy's page of error quotes the address.
        return status, _NOT_JSON
    return status, payload


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(payload)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None

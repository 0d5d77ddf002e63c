"""The body of a request, which knows how far it got, and the form that carries files."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from typing import IO

from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload

_PIECE = 256 * 1024
_AT_ONCE = 64 * 1024


class Upload(Payload):
    """Bytes to send within a time (seconds, None for ever).

    `begun`: there was a connection, and the first byte may have left. `sent`: the last one may have. When sending
    fails halfway the connection is cut, so that the rest cannot leave later.
    """

    _autoclose = True

    def __init__(self, value: bytes, content_type: str, seconds: float | None) -> None:
        super().__init__(value, content_type=content_type)
        self._size = len(value)
        self._seconds = seconds
        self.begun = False
        self.sent = False

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The bytes as text."""
        return bytes(self._value).decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Sends the bytes. Raises TimeoutError when that takes longer than it may."""
        self.begun = True
        if self._size is not None and self._size <= _AT_ONCE:
            await writer.write(self._value)
            self.sent = True
            return
        rest = memoryview(self._value)
        try:
            async with asyncio.timeout(self._seconds):
                while rest:
                    await writer.write(rest[:_PIECE])
                    rest = rest[_PIECE:]
        except BaseException:
            if writer.transport is not None:
                writer.transport.abort()
            raise
        self.sent = True


async def multipart(
    fields: Mapping[str, str], files: Mapping[str, tuple[str, bytes | IO[bytes], str]], seconds: float | None
) -> Upload:
    """A form (multipart/form-data) of texts and of files: name of the field → file name, content, MIME type."""
    boundary = secrets.token_hex(16)
    parts: list[bytes] = []
    for name, text in fields.items():
        parts += (_head(boundary, f'name="{_quoted(name)}"'), text.encode(errors="replace"), b"\r\n")
    for name, (file_name, content, mime) in files.items():
        disposition = f'name="{_quoted(name)}"; filename="{_quoted(file_name)}"\r\nContent-Type: {mime}'
        inside = content if isinstance(content, bytes) else await asyncio.to_thread(content.read)
        parts += (_head(boundary, disposition), inside, b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return Upload(b"".join(parts), f"multipart/form-data; boundary={boundary}", seconds)


def _head(boundary: str, disposition: str) -> bytes:
    return f"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n".encode(errors="replace")


def _quoted(name: str) -> str:
    """As browsers do it: only what would end the name or the line is escaped."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")

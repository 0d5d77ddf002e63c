"""The parameters of one Bot API call, however the client chose to send them."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.simulator.errors import JSON, bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Named values, either as JSON or as the text that forms and queries are made of."""

    values: JSON = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the call says anything about `name`."""
        return name in self.values

    def text(self, name: str) -> str:
        """A string; empty when absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; anything unreadable is the default, as at Telegram."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """A boolean in any of its spellings."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def structure(self, name: str) -> Any:
        """An object or a list, as such or as a string of JSON; None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def structure_or_text(self, name: str) -> Any:
        """A structure when the value is one, otherwise the value itself."""
        value = self.values.get(name)
        return self.structure(name) if isinstance(value, str) and value[:1] in ("{", "[") else value

    def listed(self, name: str) -> list[Any] | None:
        """A list, or None when absent or something else."""
        value = self.structure(name)
        return value if isinstance(value, list) else None

    def mapping(self, name: str) -> JSON | None:
        """An object, or None when absent or something else."""
        value = self.structure(name)
        return value if isinstance(value, dict) else None

    def upload(self, name: str) -> Upload | None:
        """The uploaded file of this parameter: in the field itself or where `attach://` points."""
        pointer = self.text(name)
        return self.uploads.get(pointer.removeprefix("attach://") if pointer else name)

    def shown(self, secret: str) -> JSON:
        """The values for a log: structures decoded, files by name and size, the token nowhere."""
        result: JSON = {}
        for name, value in self.values.items():
            if isinstance(value, str):
                value = value.replace(secret, "<token>")
                if value[:1] in ("{", "["):
                    with contextlib.suppress(ValueError):
                        value = json.loads(value)
            result[name] = value
        for name, upload in self.uploads.items():
            result[name] = f"<{upload.name}, {len(upload.content)} bytes>"
        return result


def is_text(value: Any) -> bool:
    """Whether every string in it is real text: JSON can name half a character, which nothing can store."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


async def read_params(request: web.Request) -> Params:
    """The parameters of a request: query, JSON, form or multipart; the body wins over the query."""
    params = Params(dict(request.query))
    if request.content_type == "application/json":
        body = await request.read()
        try:
            values = json.loads(body) if body else {}
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not is_text(values):
            raise bad_request("strings must be encoded in UTF-8")
        if isinstance(values, dict):
            params.values.update({name: value for name, value in values.items() if value is not None})
        return params
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as file:
                params.uploads[name] = Upload(value.filename or name, value.content_type, file.read())
        elif isinstance(value, str):
            params.values[name] = value
        else:
            params.uploads[name] = Upload(name, "application/octet-stream", bytes(value))
    return params

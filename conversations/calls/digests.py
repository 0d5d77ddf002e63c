"""What the commission of a call hears and how often, as its TOML says it: [digests]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conversations.calls.tables import switch, table
from conversations.protocol.method import Digests

_DIGESTS = "digests"
_KEYS = ("daily", "group")


def digests(data: Mapping[str, Any]) -> Digests:
    """Both are off unless they are said. Raises CallError."""
    said = table(data, _DIGESTS, _KEYS)
    return Digests(
        daily=switch(said, "daily", False, _DIGESTS),
        group=switch(said, "group", False, _DIGESTS),
    )

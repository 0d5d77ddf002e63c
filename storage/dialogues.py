"""The state of dialogues, the updates already answered, and the bot's own row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select

from conversations.mentoring import unsaved
from conversations.protocol.scenes import DialogueState
from conversations.protocol.stored_state import from_json, to_json
from storage import models
from storage.tables import table

_CHATS = table(models.ChatRow)
_SEEN = table(models.SeenUpdateRow)
_FAILED = table(models.FailedUpdateRow)
_HOUSE = table(models.HouseRow)

SEEN_LIFE = timedelta(days=3)
"""Telegram keeps an update for a day; a number older than this cannot come again."""

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A person in a chat: the state, and the live buttons as pairs of typed label and button data."""

    state: DialogueState = field(default_factory=DialogueState)
    labels: tuple[tuple[str, str], ...] = ()
    known: bool = False


_IN_CHATS = select(_CHATS.c.chat, _CHATS.c.person, _CHATS.c.state, _CHATS.c.labels).where(
    _CHATS.c.chat.in_(bindparam("chats"))
)


def load(connection: Connection, keys: Iterable[Key]) -> dict[Key, Dialogue]:
    """The dialogues of (chat, person) pairs; a new pair has an idle state."""
    wanted = set(keys)
    # By chat alone: SQLite walks through the whole table for a list of pairs.
    rows = connection.execute(_IN_CHATS, {"chats": list({chat for chat, _ in wanted})})
    found = {
        (row.chat, row.person): Dialogue(from_json(row.state), tuple((text, data) for text, data in row.labels), True)
        for row in rows
        if (row.chat, row.person) in wanted
    }
    return {key: found.get(key, Dialogue()) for key in wanted}


_BEGIN = _CHATS.insert()
_GO_ON = (
    _CHATS.update()
    .where(_CHATS.c.chat == bindparam("_chat"), _CHATS.c.person == bindparam("_person"))
    .values({name: bindparam(name) for name in ("state", "labels", "at", "waits_since")})
)


def save(connection: Connection, dialogues: Iterable[tuple[Key, Dialogue]], now: datetime) -> None:
    """Stores dialogues; `known` tells those that are stored already."""
    fresh: list[dict[str, Any]] = []
    known: list[dict[str, Any]] = []
    for (chat, person), dialogue in dialogues:
        labels = [list(pair) for pair in dialogue.labels]
        waits = now if chat == person and unsaved.waits(dialogue.state) else None
        content = {"state": to_json(dialogue.state), "labels": labels, "at": now, "waits_since": waits}
        if dialogue.known:
            known.append({"_chat": chat, "_person": person, **content})
        else:
            fresh.append({"chat": chat, "person": person, **content})
    if fresh:
        connection.execute(_BEGIN, fresh)
    if known:
        connection.execute(_GO_ON, known)


_AMONG = select(_SEEN.c.id).where(_SEEN.c.id.in_(bindparam("updates")))
_SEE = _SEEN.insert()


def unseen(connection: Connection, updates: Sequence[int]) -> set[int]:
    """Which of these updates have not been answered yet."""
    return set(updates) - set(connection.scalars(_AMONG, {"updates": list(updates)}))


def see(connection: Connection, updates: Sequence[int], now: datetime) -> None:
    """These updates are answered in this transaction."""
    if updates:
        connection.execute(_SEE, [{"id": update, "at": now} for update in updates])


def fail(connection: Connection, update: int, kind: str, place: str, now: datetime) -> None:
    """Our own fault kept this update from being answered; it does not come again."""
    connection.execute(_FAILED.insert(), {"id": update, "kind": kind, "place": place, "at": now})
    see(connection, [update], now)


def forget_seen(connection: Connection, now: datetime) -> int:
    """Forgets the numbers of updates that cannot come again. Returns how many."""
    return connection.execute(_SEEN.delete().where(_SEEN.c.at < now - SEEN_LIFE)).rowcount


def alive(connection: Connection, now: datetime) -> None:
    """Notes that the bot lives at this time."""
    if connection.execute(_HOUSE.update().values(alive_at=now)).rowcount == 0:
        connection.execute(_HOUSE.insert(), {"id": 1, "alive_at": now})


def last_alive(connection: Connection) -> datetime | None:
    """The latest time the bot is known to have lived (UTC)."""
    moment: datetime | None = connection.scalar(select(_HOUSE.c.alive_at))
    return moment

"""The groups that hear digests: bound by the office, moved when Telegram renumbers them, lost when the bot leaves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from conversations.protocol.agenda import LostGroup
from conversations.protocol.kept import BindGroup
from conversations.rules.deadlines import today
from storage import models, once
from storage.tables import table

_GROUPS = table(models.BoundGroupRow)
_DIGESTS = table(models.DigestRow)
_CALLS = table(models.CallRow)


def bound(connection: Connection) -> tuple[int, ...]:
    """The chats of the groups that hear digests now, the oldest first."""
    rows = connection.scalars(select(_GROUPS.c.chat).where(_GROUPS.c.gone_at.is_(None)).order_by(_GROUPS.c.at))
    return tuple(rows)


def bind(connection: Connection, change: BindGroup, actor: int, at: datetime) -> None:
    """A group hears digests from this day on; what was noted before is not told to it."""
    unbind(connection, [change.chat])
    connection.execute(_GROUPS.insert(), {"chat": change.chat, "person": actor, "at": at})
    told = [
        {"person": change.chat, "call": row.id, "until": today(at), "number": row.numbers, "at": at}
        for row in connection.execute(select(_CALLS.c.id, _CALLS.c.numbers))
    ]
    if told:
        connection.execute(_DIGESTS.insert(), told)


def unbind(connection: Connection, chats: Collection[int]) -> None:
    """Groups hear digests no more."""
    connection.execute(_GROUPS.delete().where(_GROUPS.c.chat.in_(chats)))
    connection.execute(_DIGESTS.delete().where(_DIGESTS.c.person.in_(chats)))


def lose(connection: Connection, chats: Collection[int], at: datetime) -> None:
    """The bot is in these groups no more: nothing is sent there, and the office is still to be told."""
    here = _GROUPS.c.chat.in_(chats) & _GROUPS.c.gone_at.is_(None)
    connection.execute(_GROUPS.update().where(here).values(gone_at=at))


def move(connection: Connection, moved: Sequence[tuple[int, int]]) -> None:
    """Groups became supergroups, which have another id. Telegram says so twice, and each time is right."""
    for old, new in moved:
        if connection.scalar(select(_GROUPS.c.chat).where(_GROUPS.c.chat == old)) is None:
            continue
        unbind(connection, [new])
        connection.execute(_GROUPS.update().where(_GROUPS.c.chat == old).values(chat=new))
        connection.execute(_DIGESTS.update().where(_DIGESTS.c.person == old).values(person=new))


def lost(connection: Connection, office: Sequence[int]) -> list[LostGroup]:
    """The groups that were lost and nobody of the office has been told of."""
    rows = connection.execute(
        select(_GROUPS.c.chat, _GROUPS.c.at, _GROUPS.c.gone_at)
        .where(_GROUPS.c.gone_at.is_not(None))
        .order_by(_GROUPS.c.gone_at)
    )
    return once.untold(connection, [LostGroup(row.chat, row.at, row.gone_at) for row in rows], office)

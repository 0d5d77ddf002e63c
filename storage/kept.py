"""Writes of what the office keeps: who is in the network and since when, and which groups hear digests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection

from conversations.protocol import kept
from conversations.protocol.kept import KeepingChange, Kept
from storage import groups, models, register
from storage.audit import Done
from storage.tables import table

_STAYS = table(models.StayRow)
_LETTERS = table(models.LetterRow)

Row = dict[str, Any]


def write(connection: Connection, group: Sequence[Done]) -> None:
    """Writes changes of one kind, each after the other."""
    for one in group:
        if isinstance(one.change, Kept):
            _write(connection, one.change, one.actor, one.at)


def _write(connection: Connection, change: KeepingChange, actor: int, at: datetime) -> None:
    match change:
        case kept.JoinNetwork():
            _join(connection, change)
        case kept.LeaveNetwork(body, left):
            connection.execute(_STAYS.update().where(_STAYS.c.body == body, _OPEN).values(left_on=left))
        case kept.SettleLetters(person, letters):
            mine = (
                (_LETTERS.c.chat == person) & _LETTERS.c.id.in_(letters) & _LETTERS.c.state.in_(("blocked", "failed"))
            )
            connection.execute(_LETTERS.update().where(mine).values(state="skipped", error="phoned"))
        case kept.BindGroup():
            groups.bind(connection, change, actor, at)
        case kept.UnbindGroup(chat):
            groups.unbind(connection, [chat])
        case kept.LoseGroup(chat):
            groups.lose(connection, [chat], at)
        case never:
            assert_never(never)


_OPEN = _STAYS.c.left_on.is_(None)


def _join(connection: Connection, change: kept.JoinNetwork) -> None:
    """As `rules.membership.joined` says it."""
    register.add(connection, change.body, change.body_name)
    mine = _STAYS.update().where(_STAYS.c.body == change.body, _OPEN)
    same = _STAYS.c.status == change.membership.value
    connection.execute(mine.where(~same).values(left_on=change.joined))
    if connection.execute(mine.where(same).values(joined=change.joined, precision="day")).rowcount == 0:
        row: Row = {"body": change.body, "status": change.membership.value, "joined": change.joined, "left_on": None}
        connection.execute(_STAYS.insert(), row | {"precision": "day", "source": "office", "note": ""})

"""What the office's own changes are about to replace, for the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from conversations.protocol.kept import (
    BindGroup,
    JoinNetwork,
    KeepingChange,
    LeaveNetwork,
    LoseGroup,
    SettleLetters,
    UnbindGroup,
)
from storage import groups, models
from storage.tables import table

_STAYS = table(models.StayRow)
_LETTERS = table(models.LetterRow)


def befores(connection: Connection, done: Sequence[KeepingChange]) -> list[Any]:
    """What changes of one kind are about to replace; None where nothing was."""
    return [_before(connection, one) for one in done]


def _before(connection: Connection, change: KeepingChange) -> Any:
    match change:
        case SettleLetters():
            return _letters(connection, change)
        case JoinNetwork(body=body) | LeaveNetwork(body=body):
            return _stays(connection, body)
        case BindGroup(chat) | UnbindGroup(chat) | LoseGroup(chat):
            return {"bound": chat in groups.bound(connection)}


def _letters(connection: Connection, change: SettleLetters) -> Any:
    rows = connection.execute(
        select(_LETTERS.c.id, _LETTERS.c.state).where(_LETTERS.c.id.in_(change.letters)).order_by(_LETTERS.c.id)
    )
    return {"letters": {str(row.id): row.state for row in rows}}


def _stays(connection: Connection, body: str) -> Any:
    rows = connection.execute(select(_STAYS).where(_STAYS.c.body == body).order_by(_STAYS.c.id))
    stays = [{"membership": row.status, "joined": row.joined, "left": row.left_on} for row in rows]
    return {"stays": stays} if stays else None

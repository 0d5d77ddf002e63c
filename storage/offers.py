"""The standing buttons that still hang under messages of a chat: whoever types the label of one presses it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Update, bindparam, or_, select, text

from storage import models
from storage.tables import table

_LETTERS = table(models.LetterRow)

RECENT = timedelta(days=30)
"""How long after it was written a message counts as one that people still have in mind."""

_STANDING = "0:"
_ARRIVED = ("sending", "sent", "unknown")
# The bare column lets both databases use the partial index.
_OFFERS = text("letter.offers")

Keyboard = list[list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A standing button: its label, what it sends, and the message under which it hangs (0 where that is not known)."""

    label: str
    data: str
    message: int


def stand(keyboard: Keyboard | None) -> bool:
    """Whether a keyboard has a button that stays valid beyond its turn."""
    return any(_stands(button) for row in keyboard or () for button in row)


def _stands(button: Mapping[str, str]) -> bool:
    return button.get("data", "").startswith(_STANDING)


def _withdrawing(own: ColumnElement[Any], edited: ColumnElement[Any]) -> Update:
    same = or_(own == bindparam("_target"), edited == bindparam("_target"))
    return _LETTERS.update().where(_LETTERS.c.chat == bindparam("_chat"), _OFFERS, same).values(offers=False)


_BY_TURN = _withdrawing(_LETTERS.c.turn, _LETTERS.c.edits_turn)
_BY_MESSAGE = _withdrawing(_LETTERS.c.message, _LETTERS.c.edits_message)


def withdraw(connection: Connection, edits: Iterable[tuple[int, int | None, int | None]]) -> None:
    """Earlier messages lose their buttons because an edit replaces them: (chat, turn, message), one of the two None."""
    by_turn: list[dict[str, Any]] = []
    by_message: list[dict[str, Any]] = []
    for chat, turn, message in edits:
        if message is not None:
            by_message.append({"_chat": chat, "_target": message})
        elif turn is not None:
            by_turn.append({"_chat": chat, "_target": turn})
    for rows, statement in ((by_turn, _BY_TURN), (by_message, _BY_MESSAGE)):
        if rows:
            connection.execute(statement, rows)


def of_chats(connection: Connection, chats: Collection[int], now: datetime) -> Mapping[int, Sequence[Offer]]:
    """What stands under the recent messages of these chats, the newest message first."""
    found: dict[int, list[Offer]] = defaultdict(list)
    if chats:
        for row in connection.execute(recent(chats, now)):
            hangs = row.edits_message or row.message or 0
            buttons = [button for line in row.keyboard or () for button in line if _stands(button)]
            found[row.chat] += [Offer(button["text"], button["data"], hangs) for button in buttons]
    return found


def recent(chats: Collection[int], now: datetime) -> Select[Any]:
    """The recent messages of these chats with standing buttons, the newest first."""
    return (
        select(_LETTERS.c.chat, _LETTERS.c.keyboard, _LETTERS.c.message, _LETTERS.c.edits_message)
        .where(_LETTERS.c.chat.in_(chats), _OFFERS, _LETTERS.c.created_at > now - RECENT)
        .where(_LETTERS.c.state.in_(_ARRIVED))
        .order_by(_LETTERS.c.id.desc())
    )


_MOST = 300
"""Further back nobody looks: a button that is found there is answered when it is pressed."""

_OF_CHAT = (
    select(
        _LETTERS.c.id,
        _LETTERS.c.text,
        _LETTERS.c.keyboard,
        _LETTERS.c.message,
        _LETTERS.c.edits_message,
    )
    .where(_LETTERS.c.chat == bindparam("chat"), _OFFERS)
    .order_by(_LETTERS.c.id.desc())
    .limit(_MOST)
)


def under(connection: Connection, chat: int, data: str) -> Sequence[Any]:
    """The letters of a chat under which a standing button hangs whose data begins with `data`, the oldest first."""
    rows = reversed(connection.execute(_OF_CHAT, {"chat": chat}).all())
    return [row for row in rows if any(one.get("data", "").startswith(data) for line in row.keyboard for one in line)]


def reword(connection: Connection, letter: int, text: str, keyboard: Keyboard | None) -> None:
    """What has not gone out yet says something else when it does."""
    waits = _LETTERS.update().where(_LETTERS.c.id == letter, _LETTERS.c.state == "waiting")
    connection.execute(waits.values(text=text, keyboard=keyboard, offers=stand(keyboard)))

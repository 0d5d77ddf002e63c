"""Letters in the answer to an update: offered to Telegram, then kept as sent or put back to wait for the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Update, select, text

from storage import bell, models
from storage.tables import table

_LETTERS = table(models.LetterRow)

# The literal lists let both databases use the partial indexes.
_PENDING = text("letter.state IN ('waiting','sending','offered')")
_OFFERED = text("letter.state IN ('offered')")
_OFFERS = text("letter.offer > 0")

LIFE = timedelta(seconds=30)
"""How long a letter may stay offered: the process that offered it is gone if it has said nothing by then."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A letter that is offered in the answer to an update."""

    letter: int
    chat: int
    text: str
    silent: bool


def offer(connection: Connection, chat: int, update: int, now: datetime) -> Offered | None:
    """Marks as `offered` the one letter that waits for a chat, if it is a plain message of a conversation.

    An update that comes again tells that its answer never arrived: what was offered in it waits for the outbox. So
    does, from now on, whatever else was held back for the chat.
    """
    lost = _LETTERS.update().where(_OFFERS, _LETTERS.c.offer == update, _LETTERS.c.state.in_(("offered", "sent")))
    if connection.execute(_waiting(lost.where(_LETTERS.c.text != ""), now)).rowcount:
        bell.ring(connection)
        return None
    heads = select(_LETTERS).where(_LETTERS.c.chat == chat, _PENDING).order_by(_LETTERS.c.id).limit(2)
    rows = connection.execute(heads).all()
    if len(rows) != 1 or not _fits(rows[0]):
        mine = _LETTERS.update().where(_LETTERS.c.chat == chat, _PENDING, _LETTERS.c.attempts == 0)
        connection.execute(mine.where(_LETTERS.c.not_before > now).values(not_before=now))
        return None
    (row,) = rows
    own = _LETTERS.update().where(_LETTERS.c.id == row.id, _LETTERS.c.state == "waiting")
    taken = own.values(state="offered", offer=update, not_before=now + LIFE, attempts=1)
    if not connection.execute(taken).rowcount:
        return None  # whoever delivers was quicker
    return Offered(row.id, row.chat, row.text, row.silent)


def _fits(row: Row[Any]) -> bool:
    """Whether a letter may go in an answer: it has no buttons, no document, edits nothing and was not tried before."""
    plain = not row.keyboard and row.document is None and row.edits_turn is None and row.edits_message is None
    return plain and row.state == "waiting" and not row.attempts and not row.lane


def keep(connection: Connection, letter: int, now: datetime) -> None:
    """The answer left whole: the letter in it is `sent`, unless it was put back meanwhile."""
    own = _LETTERS.update().where(_LETTERS.c.id == letter, _LETTERS.c.state == "offered")
    connection.execute(own.values(state="sent", done_at=now))


def reclaim(connection: Connection, now: datetime) -> int:
    """Letters that have been offered for too long wait for the outbox. Returns how many."""
    stale = _LETTERS.update().where(_OFFERED, _LETTERS.c.not_before <= now)
    return connection.execute(_waiting(stale, now)).rowcount


def _waiting(update: Update, now: datetime) -> Update:
    return update.values(state="waiting", offer=None, not_before=now, done_at=None)

"""The letters: written with the facts they speak of, claimed one a chat in order, and settled with a verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, func, select, text

from storage import bell, groups, models, offers, once
from storage.tables import table

_LETTERS = table(models.LetterRow)
_PEOPLE = table(models.PersonRow)

# The literal list lets both databases use the partial index on pending letters.
_PENDING = text("letter.state IN ('waiting','sending','offered')")
_HEADS = select(func.min(_LETTERS.c.id)).where(_PENDING).group_by(_LETTERS.c.chat).scalar_subquery()


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A message or an edit with its final text. `once` makes it unique for ever; `skipped` records it unsent.

    One that is `held` waits to be let go, and takes the place of one that is held under the same key. `matter` is what
    it is found by, `basis` what it was made from; `edited` says that somebody wrote its text by hand. With
    `edits_under` it edits every message of the chat under which a standing button hangs whose data begins so.
    """

    chat: int
    text: str
    keyboard: list[list[dict[str, str]]] | None = None
    document: dict[str, Any] | None = None
    lane: int = 0
    silent: bool = False
    turn: int | None = None
    edits_turn: int | None = None
    edits_message: int | None = None
    edits_under: str = ""
    once: str | None = None
    skipped: bool = False
    held: bool = False
    matter: str | None = None
    basis: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was claimed for delivery; `target` is the message it edits, None for a new message."""

    id: int
    chat: int
    lane: int
    text: str
    keyboard: list[list[dict[str, str]]] | None
    document: dict[str, Any] | None
    silent: bool
    attempts: int
    edits: bool
    target: int | None

    @property
    def menu(self) -> bool:
        """Whether it is not a message but the commands that Telegram offers in the chat."""
        return self.document is not None and self.document.get("kind") == "menu"


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a claimed letter. `again` (UTC) puts it back to wait until then."""

    letter: int
    chat: int
    state: str
    message: int | None = None
    again: datetime | None = None
    error: str | None = None


_GONE = select(_PEOPLE.c.id).where(_PEOPLE.c.id.in_(bindparam("chats")), _PEOPLE.c.reachable.is_(False))
_ADD = _LETTERS.insert()


def write(
    connection: Connection, letters: Sequence[NewLetter], now: datetime, later: Mapping[int, datetime] | None = None
) -> int:
    """Adds letters in order; one whose `once` key exists is left out, one to a person who is gone is `blocked`.

    `later` are moments before which nothing goes to a chat. Returns how many were added.
    """
    letters = [one for letter in letters for one in _placed(connection, letter)]
    if not letters:
        return 0
    held = {letter.once for letter in letters if letter.held}
    if held:
        connection.execute(_LETTERS.delete().where(_LETTERS.c.once.in_(held), _LETTERS.c.state == "held"))
    keys = {letter.once for letter in letters if letter.once}
    known = once.written(connection, keys)
    chats = {letter.chat for letter in letters}
    gone = set(connection.scalars(_GONE, {"chats": list(chats)}))
    rows = []
    for letter in letters:
        if letter.once:
            if letter.once in known:
                continue
            known.add(letter.once)
        row = {name: getattr(letter, name) for name in NewLetter.__slots__ if name not in _NOT_KEPT}
        row |= {"state": _first_state(letter, gone), "offers": offers.stand(letter.keyboard)}
        rows.append(row | {"attempts": 0, "not_before": (later or {}).get(letter.chat, now), "created_at": now})
    if rows:
        offers.withdraw(connection, ((one["chat"], one["edits_turn"], one["edits_message"]) for one in rows))
        connection.execute(_ADD, rows)
        bell.ring(connection)
    return len(rows)


_NOT_KEPT = frozenset({"skipped", "held", "edits_under"})


def _placed(connection: Connection, letter: NewLetter) -> Iterator[NewLetter]:
    """The letter, or one for each message that it edits; what has not gone out yet says at once what it would."""
    if not letter.edits_under:
        yield letter
        return
    for row in offers.under(connection, letter.chat, letter.edits_under):
        if message := row.edits_message or row.message:
            yield replace(letter, edits_under="", edits_message=message)
            continue
        offers.reword(connection, row.id, letter.text or row.text, letter.keyboard)


def _first_state(letter: NewLetter, gone: Collection[int]) -> str:
    if letter.held:
        return "held"
    return "skipped" if letter.skipped else "blocked" if letter.chat in gone else "waiting"


def recover(connection: Connection, now: datetime) -> int:
    """After a crash: a conversation letter that was being sent goes again (at most one a chat), bulk does not.

    Returns how many were unknown. Whether Telegram delivered them cannot be known, and a person who waits for an
    answer is better told twice than never.
    """
    lost = _LETTERS.c.state == "sending"
    count = connection.scalar(select(func.count()).select_from(_LETTERS).where(lost)) or 0
    if count:
        connection.execute(_LETTERS.update().where(lost, _LETTERS.c.lane == 0).values(state="waiting", not_before=now))
        connection.execute(_LETTERS.update().where(lost, _LETTERS.c.lane != 0).values(state="unknown", done_at=now))
    return count


def hurry(connection: Connection, now: datetime, error: str) -> None:
    """Letters that wait after this error may go at once."""
    connection.execute(
        _LETTERS.update()
        .where(_LETTERS.c.state == "waiting", _LETTERS.c.error == error, _LETTERS.c.not_before > now)
        .where(_PENDING)
        .values(not_before=now)
    )


_PENDING_HEADS = (
    select(_LETTERS)
    .where(_LETTERS.c.id.in_(_HEADS), _LETTERS.c.state == "waiting", _LETTERS.c.not_before <= bindparam("now"))
    .order_by(_LETTERS.c.lane, _LETTERS.c.id)
    .limit(bindparam("limit", type_=Integer))
)


def pending(held: Collection[int]) -> Select[Any]:
    """The letters that may go `now`, up to a `limit`, in the order in which they should."""
    return _PENDING_HEADS.where(_LETTERS.c.chat.not_in(held)) if held else _PENDING_HEADS


_TAKE = (
    _LETTERS.update()
    .where(_LETTERS.c.id.in_(bindparam("ids")), _LETTERS.c.state == "waiting")
    .values(state="sending")
    .returning(_LETTERS.c.id)
)


def claim(connection: Connection, now: datetime, limit: int, held: Collection[int]) -> list[Letter]:
    """Marks as `sending` up to `limit` letters, the oldest pending one of each chat, conversation before bulk.

    `held` are chats that may not be written to yet.
    """
    rows = connection.execute(pending(held), {"now": now, "limit": limit}).all()
    if not rows:
        return []
    taken = set(connection.scalars(_TAKE, {"ids": [row.id for row in rows]}))
    rows = [row for row in rows if row.id in taken]  # another may just have gone in the answer to an update
    targets = _targets(connection, [(row.chat, row.edits_turn) for row in rows if row.edits_turn is not None])
    return [
        Letter(
            id=row.id,
            chat=row.chat,
            lane=row.lane,
            text=row.text,
            keyboard=row.keyboard,
            document=row.document,
            silent=row.silent,
            attempts=row.attempts + 1,
            edits=row.edits_turn is not None or row.edits_message is not None,
            target=row.edits_message or targets.get((row.chat, row.edits_turn)),
        )
        for row in rows
    ]


_ARRIVED = (
    select(_LETTERS.c.chat, _LETTERS.c.turn, _LETTERS.c.message)
    .where(_LETTERS.c.chat.in_(bindparam("chats")), _LETTERS.c.turn.in_(bindparam("turns")))
    .where(_LETTERS.c.message.is_not(None))
    .order_by(_LETTERS.c.id)
)


def _targets(connection: Connection, wanted: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    if not wanted:
        return {}
    chats, turns = [chat for chat, _ in wanted], [turn for _, turn in wanted]
    rows = connection.execute(_ARRIVED, {"chats": chats, "turns": turns})
    return {(row.chat, row.turn): row.message for row in rows}


_SETTLE = (
    _LETTERS.update()
    # One that was redacted while it was under way is settled already.
    .where(_LETTERS.c.id == bindparam("_id"), _LETTERS.c.state == "sending")
    .values(
        state=bindparam("state"),
        message=bindparam("message"),
        not_before=bindparam("not_before"),
        error=bindparam("error"),
        done_at=bindparam("done_at"),
        attempts=_LETTERS.c.attempts + 1,
    )
)


def settle(connection: Connection, settled: Iterable[Settled], now: datetime) -> None:
    """Records what became of letters. A person who is gone gets the rest of the letters `blocked` too."""
    rows = [
        {
            "_id": one.letter,
            "state": one.state,
            "message": one.message,
            "not_before": one.again or now,
            "error": one.error,
            "done_at": None if one.state == "waiting" else now,
        }
        for one in settled
    ]
    if rows:
        connection.execute(_SETTLE, rows)


def addressees(connection: Connection, ids: Collection[int]) -> list[tuple[int, int, str]]:
    """Letters with the chat each was for, and the name of the person when it is known."""
    rows = connection.execute(
        select(_LETTERS.c.id, _LETTERS.c.chat, _PEOPLE.c.name)
        .join_from(_LETTERS, _PEOPLE, _PEOPLE.c.id == _LETTERS.c.chat, isouter=True)
        .where(_LETTERS.c.id.in_(ids))
        .order_by(_LETTERS.c.id)
    )
    return [(row.id, row.chat, row.name or "") for row in rows]


def lose(connection: Connection, chats: Collection[int], now: datetime) -> None:
    """People who stopped the bot, and groups it was removed from: what waits for them is `blocked` from now on."""
    connection.execute(_PEOPLE.update().where(_PEOPLE.c.id.in_(chats)).values(reachable=False))
    connection.execute(
        _LETTERS.update()
        .where(_LETTERS.c.chat.in_(chats), _LETTERS.c.state == "waiting")
        .values(state="blocked", done_at=now)
    )
    groups.lose(connection, chats, now)


def move(connection: Connection, moved: Sequence[tuple[int, int]]) -> None:
    """Groups that became supergroups: pending letters for the old id go to the new one."""
    for old, new in moved:
        connection.execute(_LETTERS.update().where(_LETTERS.c.chat == old).values(chat=new))
    groups.move(connection, moved)


def next_due(connection: Connection, held: Collection[int]) -> datetime | None:
    """When the earliest letter that heads its chat may go (UTC), chats in `held` left out; None when none waits."""
    moment: datetime | None = connection.scalar(due(held))
    return moment


def due(held: Collection[int]) -> Select[Any]:
    """The earliest moment of the letters that head their chats."""
    heads = select(func.min(_LETTERS.c.not_before)).where(_LETTERS.c.id.in_(_HEADS), _LETTERS.c.state != "sending")
    return heads.where(_LETTERS.c.chat.not_in(held)) if held else heads

"""What a session moves in a council's package, and the state that an application has by its sessions (R35, R38, R39).

The minutes of a session are in the ledger from the moment it is told. Putting one right moves the difference, by a new
entry; nothing that was written is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from conversations.protocol.assessment import EntryKind, LedgerEntry
from conversations.protocol.facts import Status
from conversations.protocol.mentoring import Grant, Session
from conversations.rules import bags
from conversations.rules.bags import Book, Move
from conversations.rules.moves import BY_SESSIONS

ENDED = frozenset({Status.INTERRUPTED, Status.EXPIRED, Status.CLOSED})
"""States in which nothing more will be held: a package keeps no hours for it."""


def move(book: Book, grant: Grant, before: int, after: int, at: datetime, *, note: str = "") -> Move:
    """What the ledger moves when a session of `before` minutes becomes one of `after`; 0 is none.

    More than what is reserved is reserved first and needs a note (R38, R34). What was reserved beyond the package for
    a session that is now shorter, or gone, returns to the bag; so does all of it once the package has ended (R37).
    Raises ValueError for negative minutes.
    """
    if before < 0 or after < 0:
        raise ValueError("a session has no less than no minutes")
    key, body = grant.application.id, grant.application.body
    if after > before:
        return bags.consume(book, key, body, grant.service, after - before, at, note=note)
    if after == before:
        return Move(())
    restored = bags.restore(book, key, body, grant.service, before - after, at, note=note)
    reserved, consumed = bags.held(bags.after(book, restored), key, grant.service)
    beyond = reserved if grant.status in ENDED else min(reserved, reserved + consumed - grant.granted)
    if beyond <= 0:
        return restored
    back = LedgerEntry(grant.service, EntryKind.RELEASE, beyond, key, body, at, note)
    return replace(restored, trial=(*restored.trial, back))


def overlaps(one: Session, day: date, begins: int | None, minutes: int) -> bool:
    """Whether a session of that day and hour runs into another one (R39); without hours it cannot be told."""
    return one.day == day and meet(one.begins, one.minutes, begins, minutes)


def meet(begins: int | None, minutes: int, other: int | None, lasts: int) -> bool:
    """Whether two stretches of a day, each by the minute at which it begins and its length, have a moment in common."""
    return begins is not None and other is not None and begins < other + lasts and other < begins + minutes


def status(now: Status, *, agreed: bool, reserved: int, sessions: Iterable[Session]) -> Status:
    """The state of an application by who goes with it, what is still `reserved` for it and its standing sessions.

    Only states of BY_SESSIONS move, and only among themselves. It is finished when nothing is reserved any more and
    no session waits for an answer; it is not when a correction gives hours back.
    """
    if now not in BY_SESSIONS:
        return now
    told = tuple(sessions)
    counted = any(one.minutes for one in told)
    if counted and reserved == 0 and all(one.final for one in told):
        return Status.FINISHED
    if not agreed:
        return Status.ACCEPTED
    return Status.RUNNING if told else Status.ASSIGNED

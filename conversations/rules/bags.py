"""The bags of hours: what is reserved, done and free, and what every grant moves. All in whole minutes (R30–R37).

Pure: an operation says what would be written in the ledger and what it lacks; nothing is touched, so trying one out
and doing it are the same call. `reserved + consumed + free` is the bag at every moment; over the bag, `free` is
negative, and only a note of the commission takes it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from fractions import Fraction

from conversations.protocol.assessment import Candidate, EntryKind, LedgerEntry
from conversations.protocol.facts import Service
from conversations.protocol.words import Minutes, T

MOVES: dict[EntryKind, tuple[int, int, int]] = {
    EntryKind.RESERVE: (1, 0, -1),
    EntryKind.RELEASE: (-1, 0, 1),
    EntryKind.CONSUME: (-1, 1, 0),
    EntryKind.RESTORE: (1, -1, 0),
}
"""What a minute of each kind of entry adds to reserved, consumed and free: nothing comes or goes (R35)."""


class Caution(Enum):
    """What people are warned of before hours move."""

    OVER_BAG = "more than what is free in the bag"
    SECOND_PACKAGE = "the council would have more packages than a council gets"
    OTHER_LENGTH = "not the minutes of a package"
    OVER_PACKAGE = "more than what was reserved for the application"


NEED_A_NOTE = frozenset({Caution.OVER_BAG, Caution.SECOND_PACKAGE, Caution.OVER_PACKAGE})
"""The cautions that only a note of the commission overcomes (R34, R36); another length is a warning (R12)."""


class Need(Enum):
    """What is still to be written before hours move."""

    NOTE = "a note for the minutes"
    REASON = "a reason that the council will read"


@dataclass(frozen=True, slots=True)
class Balance:
    """The minutes of a service: `bag` is what the call has, `free` may be negative."""

    service: str
    bag: int
    reserved: int
    consumed: int
    free: int

    @property
    def over(self) -> int:
        """The minutes above the bag."""
        return max(0, -self.free)


@dataclass(frozen=True, slots=True)
class Book:
    """The services of a call and every entry of its ledger, oldest first."""

    services: tuple[Service, ...]
    entries: tuple[LedgerEntry, ...] = ()

    def service(self, id: str) -> Service:
        """The service with that id. Raises ValueError if the call has none."""
        found = next((one for one in self.services if one.id == id), None)
        if found is None:
            raise ValueError(f"the call has no service {id!r}")
        return found


@dataclass(frozen=True, slots=True)
class Move:
    """What an operation would write, what to warn of, and what it lacks to be done."""

    trial: tuple[LedgerEntry, ...]
    cautions: tuple[Caution, ...] = ()
    needs: frozenset[Need] = field(default_factory=frozenset)

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """What may be written now: nothing while something is needed, so that no overrun is silent (R34)."""
        return () if self.needs else self.trial


def after(book: Book, move: Move, *, trial: bool = False) -> Book:
    """The book with a move written in it; as a trial, even if something is still needed."""
    return replace(book, entries=book.entries + (move.trial if trial else move.entries))


def balance(book: Book, service: str) -> Balance:
    """The balance of a service (R35). Raises ValueError for a service that the call has not."""
    bag = book.service(service).bag
    reserved, consumed, returned = _sums(one for one in book.entries if one.service == service)
    return Balance(service, bag, reserved, consumed, bag + returned)


def held(book: Book, application: str, service: str) -> tuple[int, int]:
    """The minutes that an application has in a service: (reserved, consumed)."""
    mine = (one for one in book.entries if (one.application, one.service) == (application, service))
    return _sums(mine)[:2]


def places(book: Book, service: str) -> int:
    """How many whole packages are free in the bag of a service; none once it is over."""
    return max(0, balance(book, service).free // book.service(service).package)


def grant(
    book: Book,
    candidate: Candidate,
    service: str,
    at: datetime,
    *,
    minutes: int | None = None,
    packages: int = 1,
    reason: str = "",
    note: str = "",
) -> Move:
    """Reserves minutes for an application: a package, unless another length is said (R30, R32).

    Warns of what goes over the bag (R34), of a body that would hold more than `packages` in the call (R36), and of
    another length. A service other than the one asked for needs a reason (R10). Raises ValueError for minutes below 1
    or an unknown service.
    """
    offered = book.service(service)
    length = offered.package if minutes is None else minutes
    if length < 1:
        raise ValueError("at least one minute is granted")
    own = {one.application for one in book.entries if one.body == candidate.body}
    packs = sum(
        (Fraction(sum(held(book, one, two.id)), two.package) for one in own for two in book.services), Fraction()
    )
    cautions = (
        *((Caution.OVER_BAG,) if length > balance(book, service).free else ()),
        *((Caution.SECOND_PACKAGE,) if packs + Fraction(length, offered.package) > packages else ()),
        *((Caution.OTHER_LENGTH,) if length != offered.package else ()),
    )
    unasked = candidate.wants not in (service, "either")
    entry = LedgerEntry(service, EntryKind.RESERVE, length, candidate.application, candidate.body, at, note)
    return _move((entry,), cautions, note, unexplained=unasked and not reason.strip())


def switch(book: Book, candidate: Candidate, to: str, at: datetime, *, reason: str, note: str = "") -> Move:
    """Moves what is reserved for an application to another service, with a reason that the council reads (R10).

    What was already done stays where it was done. Raises ValueError if nothing is reserved elsewhere.
    """
    book.service(to)
    moving = {one.id: held(book, candidate.application, one.id)[0] for one in book.services if one.id != to}
    minutes = sum(moving.values())
    if not minutes:
        raise ValueError(f"nothing is reserved for {candidate.application} in another service")
    own = (candidate.application, candidate.body, at, note)
    entries = [LedgerEntry(service, EntryKind.RELEASE, some, *own) for service, some in moving.items() if some]
    entries.append(LedgerEntry(to, EntryKind.RESERVE, minutes, *own))
    cautions = (Caution.OVER_BAG,) if minutes > balance(book, to).free else ()
    return _move(tuple(entries), cautions, note, unexplained=not reason.strip())


def release(book: Book, application: str, body: str, at: datetime, *, note: str = "") -> Move:
    """Gives back all that is still reserved for an application: a renunciation, or the end of the window (R37).

    Nothing reserved, nothing moves: a second renunciation releases nothing.
    """
    reserved = {one.id: held(book, application, one.id)[0] for one in book.services}
    return Move(
        tuple(
            LedgerEntry(service, EntryKind.RELEASE, minutes, application, body, at, note)
            for service, minutes in reserved.items()
            if minutes
        )
    )


def adjust(
    book: Book, application: str, body: str, service: str, minutes: int, at: datetime, *, note: str = ""
) -> Move:
    """Corrects what is reserved for an application to `minutes`, by an entry for the difference.

    Raises ValueError below 0, and for an application that holds nothing in the service: a grant comes first.
    """
    reserved, consumed = held(book, application, service)
    if minutes < 0 or reserved + consumed == 0:
        raise ValueError("what was granted is corrected, to no less than nothing")
    more = minutes - reserved
    kind = EntryKind.RESERVE if more > 0 else EntryKind.RELEASE
    entries = (LedgerEntry(service, kind, abs(more), application, body, at, note),) if more else ()
    return _move(entries, (Caution.OVER_BAG,) if more > max(0, balance(book, service).free) else (), note)


def consume(
    book: Book, application: str, body: str, service: str, minutes: int, at: datetime, *, note: str = ""
) -> Move:
    """Counts minutes as done. What goes beyond the reserved ones is reserved first, and needs a note (R38).

    Raises ValueError for minutes below 1, and for an application that was granted nothing in the service.
    """
    reserved, consumed = held(book, application, service)
    if minutes < 1 or reserved + consumed == 0:
        raise ValueError("only what was granted can be done, a minute at least")
    beyond = max(0, minutes - reserved)
    own = (application, body, at, note)
    entries = (LedgerEntry(service, EntryKind.RESERVE, beyond, *own),) if beyond else ()
    cautions = (
        *((Caution.OVER_PACKAGE,) if beyond else ()),
        *((Caution.OVER_BAG,) if beyond > max(0, balance(book, service).free) else ()),
    )
    return _move((*entries, LedgerEntry(service, EntryKind.CONSUME, minutes, *own)), cautions, note)


def restore(
    book: Book, application: str, body: str, service: str, minutes: int, at: datetime, *, note: str = ""
) -> Move:
    """Corrects minutes that were counted as done: they are reserved again. Raises ValueError for more than those."""
    if not 1 <= minutes <= held(book, application, service)[1]:
        raise ValueError("only minutes that were done can be corrected")
    return Move((LedgerEntry(service, EntryKind.RESTORE, minutes, application, body, at, note),))


def warning(caution: Caution, balance: Balance) -> T:
    """A caution as the commission reads it, with the balance as it would be."""
    match caution:
        case Caution.OVER_BAG:
            return T("With this, the bag of hours is exceeded by {over}. It needs a note.", over=Minutes(balance.over))
        case Caution.SECOND_PACKAGE:
            return T("With this, the council would have more packages than a council gets. It needs a note.")
        case Caution.OTHER_LENGTH:
            return T("It is not the length of a package. It can be done all the same.")
        case _:
            return T("It is more than the hours granted. It needs a note.")


def _move(
    trial: tuple[LedgerEntry, ...], cautions: tuple[Caution, ...], note: str, *, unexplained: bool = False
) -> Move:
    unnoted = bool(NEED_A_NOTE.intersection(cautions)) and not note.strip()
    needs = {Need.NOTE: unnoted, Need.REASON: unexplained}
    return Move(trial, cautions, frozenset(need for need, lacking in needs.items() if lacking))


def _sums(entries: Iterable[LedgerEntry]) -> tuple[int, int, int]:
    reserved = consumed = free = 0
    for one in entries:
        to_reserved, to_consumed, to_free = MOVES[one.kind]
        reserved += to_reserved * one.minutes
        consumed += to_consumed * one.minutes
        free += to_free * one.minutes
    return reserved, consumed, free

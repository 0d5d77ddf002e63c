"""The end of the sessions of a call: what was not held returns to the bag, and everybody hears it (R37)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from conversations.mentoring import people, sayings
from conversations.mentoring.hearing import claimant
from conversations.protocol.agenda import Lapsing
from conversations.protocol.assessment import EntryKind, LedgerEntry
from conversations.protocol.changes import MoveApplication
from conversations.protocol.facts import Call, Status
from conversations.protocol.replies import Button, Notice, column
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules import pacing
from conversations.rules.courtesy import polite

MOST = 20
"""How many packages are told to the office in one message."""

UNDER_WAY = (Status.ACCEPTED, Status.ASSIGNED, Status.RUNNING)
"""The states in which a package may lose its hours."""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """What becomes true, what is said, for which body each notice is (the office's have none), and of which packages
    it was the end."""

    changes: tuple[MoveApplication, ...]
    notices: tuple[Notice, ...]
    of: tuple[str, ...]
    gone: tuple[str, ...]


def due(found: Sequence[Lapsing], calls: Mapping[str, Call], office: Sequence[int], now: datetime) -> Lapsed:
    """The packages that end now. One with a session that still waits for somebody keeps its hours until it is settled:
    its last length decides what is left."""
    over = [one for one in found if _over(one, calls[one.grant.application.call], now)]
    told = [(notice, one.grant.application.body_name) for one in over for notice in _to_sides(one)]
    told += [(notice, "") for notice in _to_office(over, calls, office)]
    changes = tuple(
        MoveApplication(one.grant.id, Status.EXPIRED, one.grant.status, entries=(_back(one, now),)) for one in over
    )
    gone = tuple(one.grant.id for one in over)
    return Lapsed(changes, tuple(it for it, _ in told), tuple(body for _, body in told), gone)


def last_days(
    found: Sequence[Lapsing], calls: Iterable[Call], office: Sequence[int], now: datetime
) -> tuple[Notice, ...]:
    """What the office is told some days before the end: which packages still have hours, and which have nobody."""
    told: list[Notice] = []
    for call in calls:
        left = [one for one in found if one.grant.application.call == call.id and one.grant.reserved > 0]
        if left and ending(call, now) and polite(now, call):
            more = len(left) - MOST
            says = lines(
                T("<b>Sessions can be held until {day}.</b> Packages with hours left:", day=call.sessions_to),
                *(_left(one) for one in left[:MOST]),
                T("· {n} more.", n=more) if more > 0 else None,
            )
            rows = column(Button(T("All the packages"), "sall.0", standing=True))
            told += [Notice(person, says, last_days_key(call, person), rows) for person in office]
    return tuple(told)


def ending(call: Call, now: datetime) -> bool:
    """Whether these are the last days for sessions of a call."""
    return pacing.last_days(call) <= now < pacing.no_more_held(call)


def last_days_key(call: Call, person: int) -> str:
    """What makes the message about the last days unique for ever."""
    return f"ending:{call.id}:{person}"


def _left(one: Lapsing) -> Words:
    council, left = people.council(one.grant), Minutes(one.grant.reserved)
    last = one.assignments[-1] if one.assignments else None
    if last is None or not last.agreed:
        return T("· {council}, with nobody: {left}.", council=council, left=left)
    return T("· {council}, with {who}: {left}.", council=council, who=people.who(last.mentor), left=left)


def _over(one: Lapsing, call: Call, now: datetime) -> bool:
    sessions = [session for assignment in one.assignments for session in assignment.sessions]
    settled = all(session.final and claimant(session) is None for session in sessions)
    left = one.grant.status in UNDER_WAY and one.grant.reserved > 0
    return left and settled and now >= pacing.lapses(call) and polite(now, call)


def _back(one: Lapsing, now: datetime) -> LedgerEntry:
    grant = one.grant
    return LedgerEntry(grant.service, EntryKind.RELEASE, grant.reserved, grant.id, grant.application.body, now)


def _to_sides(one: Lapsing) -> Iterator[Notice]:
    grant = one.grant
    says = lines(
        T("<b>The time for sessions is over.</b>"),
        T(
            "{council}: {held}, of a package of {granted}.",
            council=people.council(grant),
            held=sayings.held(grant.consumed),
            granted=Minutes(grant.granted),
        ),
        T(
            "Not held, and back in the bag: {left}. Thank you for taking part.",
            "Not held, and back in the bag: {left}. Thank you for taking part.",
            n=sayings.grammatical(grant.reserved),
            left=Minutes(grant.reserved),
        ),
    )
    rows = column(Button(T("I have a doubt"), "help", standing=True))
    last = one.assignments[-1] if one.assignments else None
    to_mentor = last.mentor.chats if last is not None and last.alive else ()
    for person in dict.fromkeys((*to_mentor, *grant.contacts)):
        yield Notice(person, says, f"lapsed:{grant.id}:{person}", rows)


def _to_office(over: Sequence[Lapsing], calls: Mapping[str, Call], office: Sequence[int]) -> Iterator[Notice]:
    for call, of_call in groupby(over, key=lambda one: one.grant.application.call):
        packages = list(of_call)
        for some in (packages[place : place + MOST] for place in range(0, len(packages), MOST)):
            says = lines(
                T("<b>Packages that ended without all their hours</b> · {call}", call=calls[call].name),
                *(
                    T(
                        "· {council}: {held}; {left} back in the bag.",
                        "· {council}: {held}; {left} back in the bag.",
                        n=sayings.grammatical(one.grant.reserved),
                        council=people.council(one.grant),
                        held=sayings.held(one.grant.consumed),
                        left=Minutes(one.grant.reserved),
                    )
                    for one in some
                ),
            )
            rows = column(Button(T("All the packages"), "sall.0", standing=True))
            for person in office:
                yield Notice(person, says, f"lapsed:{some[0].grant.id}:office:{person}", rows)

"""A decision and the hours it moves, together: what would be written, what to warn of and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from conversations.protocol.assessment import Candidate, Decision, LedgerEntry, Outcome
from conversations.rules import bags
from conversations.rules.decisions import Lack, lacks
from conversations.rules.quorum import Quorum
from conversations.rules.waiting import waiting


@dataclass(frozen=True, slots=True)
class Settlement:
    """What deciding would write and leave behind. `book` is as it would be, whether or not something is lacking.

    `lacks` is in the order in which to ask; while anything is, `entries` has nothing to write (R10, R34, R36).
    """

    entries: tuple[LedgerEntry, ...]
    book: bags.Book
    cautions: tuple[bags.Caution, ...]
    lacks: tuple[Lack, ...]


def settle(
    book: bags.Book, candidate: Candidate, decision: Decision, quorum: Quorum, at: datetime, *, packages: int = 1
) -> Settlement:
    """What a decision would do to the bags, in place of whatever was decided of the application before.

    Pure: trying it out and doing it are the same call. Raises ValueError once hours of the application were done.
    """
    if any(bags.held(book, candidate.application, one.id)[1] for one in book.services):
        raise ValueError(f"hours of {candidate.application} were done already")
    freed = bags.release(book, candidate.application, candidate.body, at)
    empty = bags.after(book, freed)
    lacking = list(lacks(decision, candidate, quorum, book.services))
    if decision.outcome is not Outcome.GRANTED or Lack.SERVICE in lacking or Lack.MINUTES in lacking:
        return Settlement(() if lacking else freed.entries, empty, (), tuple(lacking))
    assert decision.service is not None
    granted = bags.grant(
        empty,
        candidate,
        decision.service,
        at,
        minutes=decision.minutes,
        packages=packages,
        reason=decision.reason,
        note=decision.note,
    )
    if bags.Need.NOTE in granted.needs and Lack.NOTE not in lacking:
        lacking.append(Lack.NOTE)
    trial = (*freed.entries, *granted.trial)
    same = bags.held(book, candidate.application, decision.service)[0] == decision.minutes and len(freed.entries) == 1
    return Settlement(
        () if same or lacking else trial,
        book if same else replace(book, entries=(*book.entries, *trial)),
        granted.cautions,
        tuple(lacking),
    )


def makes_room(decisions: Iterable[Decision], decision: Decision) -> tuple[Decision, ...]:
    """Those who wait for the same service and have to go one place back, for a decision that puts somebody at theirs.

    The others keep their places, so that nobody moves without need.
    """
    if decision.outcome is not Outcome.WAITING_LIST or decision.service is None or decision.position is None:
        return ()
    place = decision.position
    moved = []
    for one in waiting(decisions, decision.service):
        if one.application == decision.application:
            continue
        if one.position == place:
            place += 1
            moved.append(replace(one, position=place))
    return tuple(moved)

"""Taking decisions: whether one may be taken, what it would do, and the changes that take it."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.commission import orders
from conversations.commission.room import Room
from conversations.protocol.assessment import Decision, Outcome
from conversations.protocol.changes import Change, Decide
from conversations.protocol.facts import Status
from conversations.protocol.words import Council, Minutes, T, Words
from conversations.rules.moves import COMMISSION, may_move
from conversations.rules.settling import Settlement, makes_room, settle


def try_out(decision: Decision, room: Room) -> Settlement:
    """What a decision would do, without doing it."""
    candidate = room.held.candidate(decision.application)
    assert candidate is not None
    return settle(
        room.book, candidate, decision, room.quorum(candidate), room.now, packages=room.method.packages_a_body
    )


def untouchable(application: str, room: Room) -> Words | None:
    """Why this person may not decide an application now, if so."""
    candidate = room.held.candidate(application)
    if candidate is None or not room.writes:
        return T("Only whoever writes down what an open meeting agrees can do this.")
    if not room.takes_part(application):
        return T(
            "You take no part in the application of {council}: let somebody else write this one down.",
            council=Council(candidate.body_name),
        )
    status = room.held.applications[application].status
    if room.told(application):
        return T("{council} has already been told of its decision.", council=Council(candidate.body_name))
    # A decision that nobody was told of may be taken back, and the next one starts from there.
    if status is not Status.ADMITTED and not may_move(status, Status.ADMITTED, COMMISSION, told=False):
        return T("This application can no longer be decided here.")
    return None


def taken(decisions: Sequence[Decision], room: Room) -> tuple[tuple[Change, ...], Room]:
    """The changes that take decisions one after another, and the room as it is afterwards.

    Raises ValueError if one of them lacks something: nothing is granted that nobody could have decided.
    """
    done: list[Change] = []
    for decision in decisions:
        for moved in makes_room(room.held.standing, decision):
            done.append(Decide(moved, (), room.held.applications[moved.application].status))
            room = room.after(moved, ())
        tried = try_out(decision, room)
        if tried.lacks:
            raise ValueError(f"{decision.application} lacks {tried.lacks}")
        done.append(Decide(decision, tried.entries, room.held.applications[decision.application].status))
        room = room.after(decision, tried.entries)
    return tuple(done), room


def moves_hours(done: Sequence[Change]) -> bool:
    """Whether hours move with these changes."""
    return any(isinstance(one, Decide) and one.entries for one in done)


def said(decision: Decision) -> Words:
    """A decision in a few words."""
    state = orders.outcome(decision.outcome, decision.service)
    match decision.outcome:
        case Outcome.GRANTED:
            return T("{state}, {hours}", state=state, hours=Minutes(decision.minutes))
        case Outcome.WAITING_LIST:
            return T("{state}, place {n}", state=state, n=decision.position or 1)
        case _:
            return state

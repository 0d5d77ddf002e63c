"""A session is taken back, or gives its place to the one that it was with another council.

If that council's package lacks room, it stays where it is until the commission allows it there (R38): no hours are lost
while somebody's word is awaited.
"""

from __future__ import annotations

from conversations.mentoring import hearing, hours, people, room, sayings
from conversations.mentoring.hearing import claimant
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.mentored import UndoSession
from conversations.protocol.mentoring import SessionState
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T, lines


def instead_of(told: Told | None) -> int | None:
    """The session that goes on counting while it waits to be one with another council, by its id."""
    if told is None:
        return None
    return told.session.id if told.session.minutes else told.session.instead_of


def undone(told: Told, facts: Facts) -> Step:
    """Takes back a session that nobody has confirmed: its minutes are reserved again, and the other side hears it."""
    purse = Purse(facts, told.call)
    entries = purse.move(told.assignment, told.session.minutes, 0)
    says = T(
        "{who} has undone the session of {day}: you have nothing to say about it.",
        who=sayings.who(told.assignment.mentor),
        day=told.session.day,
    )
    waiting = told.session.state is not SessionState.OVER
    heard = tuple(
        Say(people.for_one(told.assignment, one, says), to=one, silent=True)
        for one in told.assignment.contacts
        if waiting
    )
    fits = room.told(purse, told.assignment, facts, but=told.session.id) if entries else ()
    gone = () if waiting else hearing.retired(told, T("It was undone, and waits for the commission no more."), facts)
    return Step(None, (*heard, *fits, *gone), (UndoSession(told.session.id, told.application, entries),))


def gives_place(told: Told, facts: Facts) -> Step:
    """The session whose place another one takes, now that this one counts, is taken back; nothing if there is none."""
    first = hours.first(told.session, facts)
    return undone(first, facts) if first else Step(None, ())


def too_late(told: Told, facts: Facts) -> Step | None:
    """The other council has said its word about a session that waits to move, so that it stays there and nothing is
    asked of the commission any more; None if it may still move."""
    first = hours.first(told.session, facts)
    if first is None or not (first.session.final or _in_hand(first)):
        return None
    no_more = T("With {council} it is noted no more.", council=sayings.council(told.assignment))
    says = lines(
        T("{council} has said its word meanwhile about the session of {day}: it stays there.",
          council=sayings.council(first.assignment), day=first.session.day),
        no_more,
    )  # fmt: skip
    heard = (Say(says), Say(says, to=told.mentor)) if told.mentor else (Say(says),)
    return Step(
        None, (*heard, *hearing.retired(told, no_more, facts)), (UndoSession(told.session.id, told.application, ()),)
    )


def _in_hand(first: Told) -> bool:
    return first.session.state is SessionState.DISPUTED or claimant(first.session) is not None

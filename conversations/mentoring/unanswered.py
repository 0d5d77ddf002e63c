"""The sessions that wait for the word of whoever writes, as a council or as a mentor: the one list of them."""

from __future__ import annotations

from conversations.mentoring import explained, hours, sayings
from conversations.mentoring.hearing import as_claimed, claimant, difference
from conversations.protocol.facts import Role
from conversations.protocol.mentoring import Assignment, Session, SessionState, Side
from conversations.protocol.wants import Facts, Me, MyAssignments, MyMentoring
from conversations.protocol.words import Joined, T, Words

Waits = tuple[Session, Assignment]
"""A session and its package."""


def of_council(facts: Facts) -> tuple[Waits, ...]:
    """Those that wait for the word of this person's councils: as they were noted, or as their mentor claims now."""
    if not hours.receives(facts):
        return ()
    told = [(one, of) for of in facts[MyAssignments()] if of.agreed for one in of.sessions]
    return tuple((one, of) for one, of in told if claimant(one) is Side.MENTOR or as_noted(one))


def of_mentor(facts: Facts) -> tuple[Waits, ...]:
    """Those of which a council claims something else and this person, who goes with it, has to answer."""
    if not facts[Me()].holds(Role.MENTOR):
        return ()
    told = [(one, of) for of in facts[MyMentoring()].assignments for one in of.sessions]
    return tuple((one, of) for one, of in told if claimant(one) is Side.COUNCIL)


def mine(facts: Facts) -> tuple[Waits, ...]:
    """Those that wait for this person on either side."""
    return (*of_council(facts), *of_mentor(facts))


def as_noted(session: Session) -> bool:
    """Whether nobody has said anything yet of a session that was noted."""
    return session.state is SessionState.REPORTED and claimant(session) is None


def claim(session: Session, assignment: Assignment) -> Words | None:
    """What one side says of a session instead of what is noted, also while the office has it in hand; None if none
    does."""
    disputed = session.state is SessionState.DISPUTED
    side = next(iter(session.says), None) if disputed else claimant(session)
    if side is None:
        return None
    new = as_claimed(session)
    what = T("it was not held") if new.minutes == 0 else difference(session, new)
    if side is Side.MENTOR:
        return T("{who} says: {what}.", who=sayings.who(assignment.mentor), what=what)
    says = T("{council} says: {what}.", council=sayings.council(assignment), what=what)
    why = explained.line(session, assignment)
    return says if why is None else Joined((says, why), " ")

"""The hours of a package are done: both sides hear it once, whatever was corrected before or after."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.mentoring import hours, sayings
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.replies import Say
from conversations.protocol.wants import Facts, Office
from conversations.protocol.words import Minutes, T


def told(of: Told, purse: Purse, facts: Facts) -> tuple[Say, ...]:
    """What is said when a session that becomes final is the last one; nothing if it is not."""
    return to_all(of, purse, facts[Office()])


def to_all(of: Told, purse: Purse, office: Iterable[int]) -> tuple[Say, ...]:
    """The same for those who know whom to tell."""
    if not hours.finishes(purse, of.assignment, of.session.id):
        return ()
    grant = of.assignment.grant
    done = purse.held(of.assignment)[1]
    says = T(
        "The {hours} of {council} are done. Thank you.",
        hours=Minutes(done),
        council=sayings.council(of.assignment),
    )
    people = (*of.assignment.contacts, *((of.mentor,) if of.mentor else ()), *office)
    return tuple(Say(says, to=one, once=f"finished:{grant.id}:{one}") for one in dict.fromkeys(people))

"""The hours of a package are done: both sides hear it once, whatever was corrected before or after."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.mentoring import sayings
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.facts import Status
from conversations.protocol.mentoring import STANDING
from conversations.protocol.replies import Say
from conversations.protocol.wants import Facts, Office
from conversations.protocol.words import Minutes, T


def told(of: Told, purse: Purse, facts: Facts) -> tuple[Say, ...]:
    """What is said when a session that becomes final is the last one; nothing if it is not."""
    reserved, done = purse.held(of.assignment)
    return to_all(of, reserved, done, facts[Office()])


def to_all(of: Told, reserved: int, done: int, office: Iterable[int]) -> tuple[Say, ...]:
    """The same for those who know what the package has left and whom to tell."""
    grant = of.assignment.grant
    others = (one for one in of.assignment.sessions if one.id != of.session.id and one.state in STANDING)
    if reserved or not done or not all(one.final for one in others) or grant.status is Status.FINISHED:
        return ()
    says = T(
        "The hours of {council} are done: {hours}, all of them confirmed. Thank you.",
        council=sayings.council(of.assignment),
        hours=Minutes(done),
    )
    people = (*of.assignment.contacts, *((of.mentor,) if of.mentor is not None else ()), *office)
    return tuple(Say(says, to=one, once=f"finished:{grant.id}:{one}") for one in dict.fromkeys(people))

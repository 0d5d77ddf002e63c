"""Warnings before it is too late: a bag that is nearly done, a package with more hours done than it had (N17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conversations.mentoring import sayings
from conversations.mentoring.hours import Purse
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Say
from conversations.protocol.wants import Facts, Office
from conversations.protocol.words import Minutes, T
from conversations.rules.decisions import SERVICES


def told(purse: Purse, touched: Iterable[Assignment], facts: Facts) -> tuple[Say, ...]:
    """What is crossed by the hours that a turn moves in these packages. Each threshold is told once for ever: what was
    undone and is done again crosses nothing new (N17)."""
    office = facts[Office()]
    packages = {one.grant.id: one for one in touched}
    services = dict.fromkeys(one.grant.service for one in packages.values())
    said = [*(say for one in packages.values() for say in _package(purse, one, office))]
    return (*said, *(say for service in services for say in _bag(purse, service, office)))


def _package(purse: Purse, assignment: Assignment, office: Iterable[int]) -> Iterator[Say]:
    grant, done = assignment.grant, purse.held(assignment)[1]
    if done <= grant.granted:
        return
    says = T(
        "{council} has more hours done ({done}) than its package had ({granted}).",
        council=sayings.council(assignment),
        done=Minutes(done),
        granted=Minutes(grant.granted),
    )
    people = (*office, *assignment.mentor.chats, *assignment.contacts)
    yield from (Say(says, to=one, once=f"over:{grant.id}:{one}") for one in dict.fromkeys(people))


def _bag(purse: Purse, service: str, office: Iterable[int]) -> Iterator[Say]:
    before, now = purse.done(service)
    bag = purse.bag(service)
    crossed = [one for one in purse.call.pace.warnings if before * 100 < one * bag <= now * 100]
    if not crossed:
        return
    says = T(
        "<b>{service}</b>: {done} done, of the {bag} of the bag. It is {percent} %.",
        service=SERVICES[service],
        done=Minutes(now),
        bag=Minutes(bag),
        percent=now * 100 // bag,
    )
    yield from (Say(says, to=one, once=f"bag:{purse.call.id}:{service}:{crossed[-1]}:{one}") for one in office)

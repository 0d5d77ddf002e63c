"""The states of an application, each with two names: the one office and commission read, and the council's."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.facts import Status
from conversations.protocol.words import T


@dataclass(frozen=True, slots=True)
class Names:
    """How people read a state."""

    office: T
    council: T


NAMES: dict[Status, Names] = {
    Status.DRAFT: Names(T("draft"), T("draft")),
    Status.SUBMITTED: Names(T("to be checked"), T("received")),
    Status.NEEDS_DATA: Names(T("a datum is missing"), T("a datum is missing")),
    Status.ADMITTED: Names(T("complete"), T("being studied")),
    Status.NOT_ADMITTED: Names(T("not admitted"), T("not admitted")),
    Status.WITHDRAWN: Names(T("withdrawn"), T("withdrawn")),
    Status.GRANTED: Names(T("granted"), T("granted")),
    Status.WAITING_LIST: Names(T("on the waiting list"), T("on the waiting list")),
    Status.DEFERRED: Names(T("passes to the next call"), T("passes to the next call")),
    Status.REFUSED: Names(T("not granted"), T("not granted")),
    Status.ACCEPTED: Names(T("confirmed by the council"), T("confirmed")),
    Status.RENOUNCED: Names(T("renounced, or without an answer"), T("hours released")),
    Status.ASSIGNED: Names(T("it is agreed who goes with it"), T("it is agreed who goes with it")),
    Status.RUNNING: Names(T("under way"), T("under way")),
    Status.FINISHED: Names(T("the hours are done"), T("the hours are done")),
    Status.CLOSED: Names(T("closed"), T("closed")),
    Status.INTERRUPTED: Names(T("ended before the hours were done, by one side"), T("ended short of its hours")),
    Status.EXPIRED: Names(T("ended before the hours were done, by the calendar"), T("ended short of its hours")),
}

DECIDED = frozenset({Status.GRANTED, Status.WAITING_LIST, Status.DEFERRED, Status.REFUSED})
"""The states that the commission decides. A council reads none of them before the decisions are sent."""

UNDECIDED = frozenset(
    {Status.DRAFT, Status.SUBMITTED, Status.NEEDS_DATA, Status.ADMITTED, Status.NOT_ADMITTED, Status.WITHDRAWN}
)
"""The states of an application about which nothing has been decided."""


def for_office(status: Status) -> T:
    """The name that the office and the commission read."""
    return NAMES[status].office


def for_council(status: Status, *, told: bool = True) -> T:
    """The name that the council reads. Deciding is silent: until it is `told`, its application is being studied."""
    return NAMES[Status.ADMITTED if status in DECIDED and not told else status].council

"""The states of an application, each with two names: the one the office reads and the one the council reads."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.facts import Membership, Status
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
}

MEMBERSHIP: dict[Membership, T] = {
    Membership.MEMBER: T("The register has it as a member."),
    Membership.PENDING: T("The register has it as pending: it is for you to decide."),
    Membership.COLLABORATOR: T("The register has it as a collaborator, not a member: it is for you to decide."),
    Membership.NONE: T("The register does not have it as a member: it is for you to decide."),
}


def for_office(status: Status) -> T:
    """The name that the office and the commission read."""
    return NAMES[status].office


def for_council(status: Status) -> T:
    """The name that the council reads."""
    return NAMES[status].council

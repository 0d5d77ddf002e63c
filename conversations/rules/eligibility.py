"""Whether a body could apply on a day, and why, in words for the office (R1–R3). A person has the last word."""

from __future__ import annotations

from datetime import date

from conversations.protocol.facts import Body, Membership, Stay
from conversations.protocol.words import T, Words
from conversations.rules.membership import stay_on


def reason(body: Body | None, day: date) -> Words:
    """How the body stood on the day it applied, and since when, or how far it was from being a member."""
    stay = stay_on(body, day)
    if body is None or stay is None:
        return _outside(body, day)
    if stay.membership is Membership.MEMBER and stay.joined is not None:
        return T("Eligible: it is a member since {joined}, and it applied on {day}.", joined=stay.joined, day=day)
    if stay.membership is Membership.MEMBER:
        return T("To be decided by you: the register has it as a member, but not since when.")
    if stay.membership is Membership.PENDING:
        return T("To be decided by you: on {day}, when it applied, its admission was pending.", day=day)
    return T("To be decided by you: on {day}, when it applied, it was a collaborator and not a member.", day=day)


def _outside(body: Body | None, day: date) -> Words:
    members = [stay for stay in body.stays if stay.membership is Membership.MEMBER] if body else []
    later = min((stay.joined for stay in members if stay.joined and stay.joined > day), default=None)
    if later is not None:
        return T("To be decided by you: it applied on {day}, and it is a member since {joined}.", day=day, joined=later)
    gone = max((stay.left for stay in members if stay.left and stay.left <= day), default=None)
    if gone is not None:
        return T("To be decided by you: it applied on {day}, and it left the network on {left}.", day=day, left=gone)
    return T("To be decided by you: the register does not have it as a member.")


def history(body: Body) -> tuple[Words, ...]:
    """Every stay of a body in the network, oldest first."""
    return tuple(_stay(stay) for stay in sorted(body.stays, key=lambda one: one.joined or date.min))


def _stay(stay: Stay) -> Words:
    what = KIND[stay.membership]
    if stay.joined is None:
        if stay.left is None:
            return T("{what}; it is not known since when.", what=what)
        return T("{what}, until {left}.", what=what, left=stay.left)
    if stay.left is None:
        return T("{what}, since {joined}.", what=what, joined=stay.joined)
    return T("{what}, from {joined} to {left}.", what=what, joined=stay.joined, left=stay.left)


KIND: dict[Membership, T] = {
    Membership.MEMBER: T("Member"),
    Membership.PENDING: T("Admission pending"),
    Membership.COLLABORATOR: T("Collaborator"),
}

"""Whether a body belongs to the network on a day (R1–R3, R27), and what is written down when it joins or leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations.protocol.facts import Body, Membership, Stay

_STRONGEST = (Membership.MEMBER, Membership.PENDING, Membership.COLLABORATOR)


def membership(body: Body | None, day: date) -> Membership:
    """How the body stands on that day. A stay of unknown beginning counts as pending: a person decides (R2)."""
    if body is None:
        return Membership.NONE
    held = {_on(stay, day) for stay in body.stays}
    return next((one for one in _STRONGEST if one in held), Membership.NONE)


def stay_on(body: Body | None, day: date) -> Stay | None:
    """The stay that says how the body stands on that day; None when it is outside."""
    standing = membership(body, day)
    return (
        next((stay for stay in body.stays if _on(stay, day) is standing), None) if body and standing != "none" else None
    )


def _on(stay: Stay, day: date) -> Membership:
    if stay.left is not None and day >= stay.left:
        return Membership.NONE
    if stay.joined is None:
        return Membership.PENDING if stay.membership is Membership.MEMBER else stay.membership
    return stay.membership if day >= stay.joined else Membership.NONE


def joined(body: Body, standing: Membership, day: date) -> Body:
    """The body as it stands once it is so from a day on: what it was until then ends that day.

    Who stands so already gets that day as the day on which it began.
    """
    same = any(stay.left is None and stay.membership is standing for stay in body.stays)
    stays = tuple(
        stay
        if stay.left is not None
        else replace(stay, joined=day)
        if stay.membership is standing
        else replace(stay, left=day)
        for stay in body.stays
    )
    return replace(body, stays=stays if same else (*stays, Stay(standing, day, None)))


def left(body: Body, day: date) -> Body:
    """The body as it stands once it is outside from a day on."""
    return replace(body, stays=tuple(replace(one, left=day) if one.left is None else one for one in body.stays))


def possible(body: Body, day: date, *, leaving: bool) -> bool:
    """Whether a day fits what is known: one leaves after one joined, and joins again after one left."""
    open_ones = [stay for stay in body.stays if stay.left is None]
    if leaving:
        return bool(open_ones) and all(stay.joined is None or stay.joined < day for stay in open_ones)
    return all(stay.left is None or stay.left <= day for stay in body.stays)

"""Whether a body belongs to the network on a day (R1–R3, R27)."""

from __future__ import annotations

from datetime import date

from conversations.protocol.facts import Body, Membership, Stay

_STRONGEST = (Membership.MEMBER, Membership.PENDING, Membership.COLLABORATOR)


def membership(body: Body | None, day: date) -> Membership:
    """How the body stands on that day. A stay of unknown beginning counts as pending: a person decides (R2)."""
    if body is None:
        return Membership.NONE
    held = {_on(stay, day) for stay in body.stays}
    return next((one for one in _STRONGEST if one in held), Membership.NONE)


def _on(stay: Stay, day: date) -> Membership:
    if stay.left is not None and day >= stay.left:
        return Membership.NONE
    if stay.joined is None:
        return Membership.PENDING if stay.membership is Membership.MEMBER else stay.membership
    return stay.membership if day >= stay.joined else Membership.NONE

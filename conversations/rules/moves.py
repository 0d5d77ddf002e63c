"""Every move of an application from state to state, in one table: who may make it and whether it takes a reason.

The states are those of domain §2.1. What is late stays a draft; a pending or collaborating body is one to be checked
(`submitted`) until a person decides; sessions with a date belong to `assigned` and `running`. Nothing that is decided
moves by itself (R56): the bot only follows the calendar and the hours that both sides confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.facts import Role, Status

CONTACT, MENTOR, OFFICE, COMMISSION = Role.CONTACT, Role.MENTOR, Role.OFFICE, Role.COMMISSION


@dataclass(frozen=True, slots=True)
class Move:
    """A row of the table. Without `by`, the bot makes it when the calendar or the hours say so.

    `reason`: it needs one that is recorded. `untold`: it is possible only before the council was told of `frm`.
    """

    frm: Status
    to: Status
    by: frozenset[Role] = frozenset()
    reason: bool = False
    untold: bool = False


def _row(frm: Status, to: Status, *by: Role, reason: bool = False, untold: bool = False) -> Move:
    return Move(frm, to, frozenset(by), reason, untold)


_S = Status
BY_SESSIONS = (_S.ACCEPTED, _S.ASSIGNED, _S.RUNNING, _S.FINISHED)
"""The states between which an application moves by itself: who goes with it and its hours say which."""

MOVES: tuple[Move, ...] = (
    _row(_S.DRAFT, _S.SUBMITTED, CONTACT, OFFICE),
    _row(_S.SUBMITTED, _S.WITHDRAWN, CONTACT),
    _row(_S.WITHDRAWN, _S.SUBMITTED, CONTACT),
    _row(_S.SUBMITTED, _S.NEEDS_DATA, OFFICE, reason=True),
    _row(_S.SUBMITTED, _S.ADMITTED, OFFICE),
    _row(_S.SUBMITTED, _S.NOT_ADMITTED, OFFICE, COMMISSION, reason=True),
    _row(_S.NEEDS_DATA, _S.SUBMITTED, CONTACT, OFFICE),
    _row(_S.NEEDS_DATA, _S.WITHDRAWN, CONTACT),
    _row(_S.NEEDS_DATA, _S.ADMITTED, OFFICE),
    _row(_S.NEEDS_DATA, _S.NOT_ADMITTED, OFFICE, COMMISSION, reason=True),
    _row(_S.NOT_ADMITTED, _S.ADMITTED, OFFICE, COMMISSION, reason=True),
    _row(_S.ADMITTED, _S.NEEDS_DATA, OFFICE, reason=True),
    _row(_S.ADMITTED, _S.NOT_ADMITTED, OFFICE, COMMISSION, reason=True),
    _row(_S.ADMITTED, _S.WITHDRAWN, CONTACT),
    _row(_S.ADMITTED, _S.GRANTED, COMMISSION),
    _row(_S.ADMITTED, _S.WAITING_LIST, COMMISSION),
    _row(_S.ADMITTED, _S.DEFERRED, COMMISSION, reason=True),
    _row(_S.ADMITTED, _S.REFUSED, COMMISSION, reason=True),
    # Until it is sent, a decision may be taken back; afterwards a council never loses what it was told it has.
    *(
        _row(frm, _S.ADMITTED, COMMISSION, untold=True)
        for frm in (_S.GRANTED, _S.WAITING_LIST, _S.DEFERRED, _S.REFUSED)
    ),
    _row(_S.WAITING_LIST, _S.GRANTED, COMMISSION),
    _row(_S.WAITING_LIST, _S.DEFERRED, COMMISSION, reason=True),
    _row(_S.WAITING_LIST, _S.REFUSED, COMMISSION, reason=True),
    # Whoever waits may leave the list: what was decided of it in silence meanwhile falls. It may come back to the end.
    _row(_S.WAITING_LIST, _S.WITHDRAWN, CONTACT),
    _row(_S.GRANTED, _S.WITHDRAWN, CONTACT, untold=True),
    _row(_S.WITHDRAWN, _S.WAITING_LIST, CONTACT),
    _row(_S.DEFERRED, _S.GRANTED, COMMISSION, reason=True),
    _row(_S.REFUSED, _S.GRANTED, COMMISSION, reason=True),
    _row(_S.GRANTED, _S.ACCEPTED, CONTACT, OFFICE),
    _row(_S.GRANTED, _S.RENOUNCED, CONTACT),
    _row(_S.GRANTED, _S.RENOUNCED, OFFICE, reason=True),
    _row(_S.ACCEPTED, _S.RENOUNCED, CONTACT),
    _row(_S.ACCEPTED, _S.RENOUNCED, OFFICE, reason=True),
    _row(_S.RENOUNCED, _S.WAITING_LIST, CONTACT, OFFICE),
    # Who goes with a council and what was told of its sessions give these states (rules.packages): the bot follows.
    *(_row(frm, to) for frm in BY_SESSIONS for to in BY_SESSIONS if frm is not to),
    _row(_S.ACCEPTED, _S.EXPIRED),
    _row(_S.ASSIGNED, _S.RENOUNCED, CONTACT),
    _row(_S.ASSIGNED, _S.RENOUNCED, OFFICE, reason=True),
    _row(_S.ASSIGNED, _S.EXPIRED),
    _row(_S.RUNNING, _S.INTERRUPTED, MENTOR, CONTACT, OFFICE, reason=True),
    _row(_S.RUNNING, _S.EXPIRED),
    _row(_S.FINISHED, _S.CLOSED, OFFICE),
)
"""The table: one row for each pair of states and those who may move it with the same need of a reason."""


def find(frm: Status, to: Status, by: Role | None, *, told: bool = True) -> Move | None:
    """The move that somebody with a role may make, or the bot (None); None if there is none.

    `told` says whether the council knows of the state that is left.
    """
    return next(
        (
            one
            for one in MOVES
            if (one.frm, one.to) == (frm, to)
            and (by in one.by if by is not None else not one.by)
            and not (one.untold and told)
        ),
        None,
    )


def may_move(frm: Status, to: Status, by: Role | None, *, told: bool = True, reason: str = "") -> bool:
    """Whether the move may be made now, by somebody with that role or by the bot, with the reason that was given.

    That the role is held at the very body or application is for `roles.may` to say; when it can still be withdrawn,
    for `deadlines`.
    """
    move = find(frm, to, by, told=told)
    return move is not None and (not move.reason or bool(reason.strip()))


def needs_reason(frm: Status, to: Status, by: Role | None) -> bool:
    """Whether such a move takes a reason; False if there is no such move."""
    move = find(frm, to, by, told=False)
    return move is not None and move.reason


def onward(frm: Status, by: Role | None, *, told: bool = True) -> tuple[Status, ...]:
    """The states to which somebody with a role may move an application: what may be offered as buttons."""
    return tuple(to for to in Status if find(frm, to, by, told=told) is not None)


def mermaid() -> str:
    """The table as a Mermaid state diagram, for the README; a move of the bot itself says "bot"."""
    labels: dict[tuple[Status, Status], list[str]] = {}
    for one in MOVES:
        who = ", ".join(sorted(one.by)) or "bot"
        more = [*(["reason"] if one.reason else []), *(["before sending"] if one.untold else [])]
        labels.setdefault((one.frm, one.to), []).append(who + (f" ({', '.join(more)})" if more else ""))
    left = {one.frm for one in MOVES}
    return "\n".join(
        (
            "stateDiagram-v2",
            f"    [*] --> {Status.DRAFT}",
            *(f"    {frm} --> {to}: {' or '.join(said)}" for (frm, to), said in labels.items()),
            *(f"    {status} --> [*]" for status in Status if status not in left),
        )
    )

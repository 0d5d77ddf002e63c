"""Who holds which seat, for the office: the contacts of a body by name, and the moment at which one leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from conversations.protocol.changes import HandOver
from conversations.protocol.facts import Holder, Person, Role
from storage import models
from storage.tables import table

_SEATS = table(models.SeatRow)
_INVITATIONS = table(models.InvitationRow)

Persons = Callable[[Connection, Sequence[int]], dict[int, Person]]


def holders(connection: Connection, bodies: Sequence[str], persons: Persons) -> dict[str, list[Holder]]:
    """The contacts of bodies today, the oldest seat first; `persons` is the reader of people."""
    rows = connection.execute(
        select(_SEATS)
        .where(_SEATS.c.body.in_(bodies), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
        .order_by(_SEATS.c.id)
    ).all()
    people = persons(connection, [row.person for row in rows])
    found: dict[str, list[Holder]] = defaultdict(list)
    for row in rows:
        found[row.body].append(Holder(row.id, people[row.person], row.since))
    return found


_OTHER = _SEATS.alias()
_ACTS_FOR = select(func.count(_OTHER.c.body.distinct())).where(
    _OTHER.c.person == _SEATS.c.person, _OTHER.c.role == Role.CONTACT, _OTHER.c.until.is_(None)
)
_CONTACTS = (
    select(_SEATS.c.body, _SEATS.c.person, _ACTS_FOR.scalar_subquery().label("bodies"))
    .where(_SEATS.c.body.in_(bindparam("ids")), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
    .order_by(_SEATS.c.id)
)


def contacts(connection: Connection, ids: Collection[str]) -> dict[str, dict[int, int]]:
    """The contacts of each body, the oldest seat first, with the number of bodies that each acts for."""
    rows = connection.execute(_CONTACTS, {"ids": list(ids)})
    contacts: dict[str, dict[int, int]] = defaultdict(dict)
    for row in rows:
        contacts[row.body][row.person] = row.bodies
    return contacts


def hand_over(connection: Connection, change: HandOver, actor: int, at: datetime, life: timedelta) -> None:
    """Ends the seat of whoever leaves and writes the invitation of whoever follows, the only one of its kind."""
    held = (_SEATS.c.person == change.person) & (_SEATS.c.role == Role.CONTACT) & (_SEATS.c.body == change.body)
    connection.execute(_SEATS.update().where(held, _SEATS.c.until.is_(None)).values(until=at))
    waiting = (_INVITATIONS.c.body == change.body) & _INVITATIONS.c.instead_of.is_not(None)
    connection.execute(
        _INVITATIONS.update()
        .where(waiting, _INVITATIONS.c.used_at.is_(None), _INVITATIONS.c.expires_at > at)
        .values(expires_at=at)
    )
    connection.execute(
        _INVITATIONS.insert().values(
            digest=change.digest,
            role=Role.CONTACT.value,
            body=change.body,
            name="",
            created_by=actor,
            created_at=at,
            expires_at=at + life,
            instead_of=change.person,
        )
    )


def since(connection: Connection, person: int, role: Role, body: str) -> datetime | None:
    """Since when a person holds a seat; None when they do not."""
    held = (_SEATS.c.person == person) & (_SEATS.c.role == role.value) & (_SEATS.c.body == body)
    return connection.scalar(select(_SEATS.c.since).where(held, _SEATS.c.until.is_(None)))

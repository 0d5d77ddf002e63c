"""Which decision each council was told of last: what it may know, whatever was decided in silence since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from conversations.protocol.assessment import Outcome, Told
from conversations.protocol.facts import Role, Status
from conversations.rules import waiting
from storage import models
from storage.dispatches import ruling
from storage.tables import table

_SEATS = table(models.SeatRow)
_APPLICATIONS = table(models.ApplicationRow)
_DECISIONS = table(models.DecisionRow)


def told_to(connection: Connection, people: Sequence[int]) -> dict[int, dict[str, Told]]:
    """The last decision that the councils of each of these contacts were told of, by application."""
    rows = connection.execute(
        select(_SEATS.c.person.label("whose"), _DECISIONS)
        .join_from(_SEATS, _APPLICATIONS, _APPLICATIONS.c.body == _SEATS.c.body)
        .join(_DECISIONS, _DECISIONS.c.application == _APPLICATIONS.c.id)
        .where(_SEATS.c.person.in_(people), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
        .where(_DECISIONS.c.told_at.is_not(None))
        .order_by(_DECISIONS.c.id)
    ).all()
    return _told(connection, rows)


def told_of(connection: Connection, bodies: Sequence[str]) -> dict[str, dict[str, Told]]:
    """The last decision that each of these bodies was told of, by application."""
    rows = connection.execute(
        select(_APPLICATIONS.c.body.label("whose"), _DECISIONS)
        .join_from(_APPLICATIONS, _DECISIONS, _DECISIONS.c.application == _APPLICATIONS.c.id)
        .where(_APPLICATIONS.c.body.in_(bodies), _DECISIONS.c.told_at.is_not(None))
        .order_by(_DECISIONS.c.id)
    ).all()
    return _told(connection, rows)


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Any, dict[str, Told]]:
    """The last ruling about each application, by whose it is, with its place if it waits."""
    found: dict[Any, dict[str, Told]] = defaultdict(dict)
    places: dict[str, dict[str, int]] = {}
    for row in rows:
        own = ruling(row)
        place = None
        if own.decision.outcome is Outcome.WAITING_LIST:
            call = row.application.split(".")[0]
            place = places.setdefault(call, _places(connection, call)).get(row.application)
        found[row.whose][row.application] = Told(own, place)
    return found


def _places(connection: Connection, call: str) -> dict[str, int]:
    """Where everybody stands who waits in a call, as far as the councils know: nothing silent moves anybody."""
    rows = connection.execute(
        select(_DECISIONS)
        .join_from(_DECISIONS, _APPLICATIONS, _APPLICATIONS.c.id == _DECISIONS.c.application)
        .where(_APPLICATIONS.c.call == call, _APPLICATIONS.c.status != Status.WITHDRAWN)
        .where(_DECISIONS.c.told_at.is_not(None))
        .order_by(_DECISIONS.c.id)
    )
    newest = {row.application: ruling(row).decision for row in rows}
    decisions = [one for one in newest.values() if one.outcome is Outcome.WAITING_LIST]
    found = {one.application: waiting.standing(decisions, one.application) for one in decisions}
    return {application: place for application, place in found.items() if place is not None}

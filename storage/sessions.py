"""The sessions that were told and the dates that were proposed, as the mind reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, bindparam, select

from conversations.protocol.mentoring import (
    STANDING,
    Appointment,
    AppointmentState,
    How,
    Session,
    SessionState,
    Side,
)
from storage import models
from storage.tables import table

_ASSIGNMENTS = table(models.AssignmentRow)
_SESSIONS = table(models.SessionRow)
_APPOINTMENTS = table(models.AppointmentRow)


_THAT_STAND = (
    select(_SESSIONS, _ASSIGNMENTS.c.application)
    .join_from(_SESSIONS, _ASSIGNMENTS, _ASSIGNMENTS.c.id == _SESSIONS.c.assignment)
    .where(_ASSIGNMENTS.c.application.in_(bindparam("applications")), _SESSIONS.c.state.in_(STANDING))
    .order_by(_SESSIONS.c.day, _SESSIONS.c.id)
)


def standing(connection: Connection, applications: Collection[str]) -> dict[str, list[Session]]:
    """The sessions that stand in the ledger of applications, whoever went with them."""
    rows = connection.execute(_THAT_STAND, {"applications": list(applications)})
    found: dict[str, list[Session]] = defaultdict(list)
    for row in rows:
        found[row.application].append(_session(row))
    return found


_OF_ASSIGNMENTS = (
    select(_SESSIONS).where(_SESSIONS.c.assignment.in_(bindparam("ids"))).order_by(_SESSIONS.c.day, _SESSIONS.c.id)
)


def by_assignment(connection: Connection, ids: Collection[int]) -> dict[int, list[Session]]:
    """Every session of assignments, by day."""
    rows = connection.execute(_OF_ASSIGNMENTS, {"ids": list(ids)})
    found: dict[int, list[Session]] = defaultdict(list)
    for row in rows:
        found[row.assignment].append(_session(row))
    return found


def _session(row: Any) -> Session:
    says = {Side.MENTOR: row.mentor_says, Side.COUNCIL: row.council_says}
    return Session(
        row.id,
        row.assignment,
        row.day,
        row.minutes,
        row.reporter,
        row.at,
        row.confirm_by,
        SessionState(row.state),
        row.begins,
        row.modality,
        row.topic,
        {side: minutes for side, minutes in says.items() if minutes is not None},
        row.says_day,
        row.message,
        row.text,
        row.note,
        How(row.how),
        row.says_modality,
        row.says_topic,
        row.instead_of,
        row.says_why or "",
    )


_DATES = (
    select(_APPOINTMENTS)
    .where(_APPOINTMENTS.c.assignment.in_(bindparam("ids")))
    .order_by(_APPOINTMENTS.c.day, _APPOINTMENTS.c.begins, _APPOINTMENTS.c.id)
)


def dates(connection: Connection, ids: Collection[int]) -> dict[int, list[Appointment]]:
    """Every date of assignments, by day and hour."""
    rows = connection.execute(_DATES, {"ids": list(ids)})
    found: dict[int, list[Appointment]] = defaultdict(list)
    for row in rows:
        found[row.assignment].append(
            Appointment(
                row.id,
                row.assignment,
                row.day,
                row.begins,
                row.minutes,
                Side(row.side),
                AppointmentState(row.state),
                row.modality,
                row.place,
                row.root,
                row.sequence,
                row.proposed_by,
            )
        )
    return found

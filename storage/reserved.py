"""The minutes that packages have in the ledger, and what they take of the hours of each mentor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, select

from conversations.protocol.assessment import EntryKind
from conversations.protocol.mentoring import ALIVE, STANDING
from conversations.rules.bags import MOVES
from storage import models
from storage.tables import table

_ASSIGNMENTS = table(models.AssignmentRow)
_SESSIONS = table(models.SessionRow)
_APPLICATIONS = table(models.ApplicationRow)
_LEDGER = table(models.LedgerRow)

_HELD = (
    select(_LEDGER.c.application, _LEDGER.c.kind, func.sum(_LEDGER.c.minutes).label("minutes"))
    .where(_LEDGER.c.application.in_(bindparam("applications")))
    .group_by(_LEDGER.c.application, _LEDGER.c.kind)
)


def held(connection: Connection, applications: Collection[str]) -> dict[str, tuple[int, int]]:
    """The minutes that applications have in the ledger: (reserved, consumed)."""
    sums: dict[str, tuple[int, int]] = {}
    if not applications:
        return sums
    rows = connection.execute(_HELD, {"applications": list(applications)})
    for row in rows:
        reserved, consumed = sums.get(row.application, (0, 0))
        to_reserved, to_consumed, _ = MOVES[EntryKind(row.kind)]
        sums[row.application] = (reserved + to_reserved * row.minutes, consumed + to_consumed * row.minutes)
    return sums


_DONE = (
    select(_SESSIONS.c.assignment, func.sum(_SESSIONS.c.minutes).label("minutes"))
    .where(_SESSIONS.c.state.in_(STANDING))
    .group_by(_SESSIONS.c.assignment)
    .subquery()
)
_TAKEN = (
    select(_ASSIGNMENTS.c.mentor, _ASSIGNMENTS.c.application, _ASSIGNMENTS.c.state, _DONE.c.minutes)
    .join_from(_ASSIGNMENTS, _APPLICATIONS, _APPLICATIONS.c.id == _ASSIGNMENTS.c.application)
    .join(_DONE, _DONE.c.assignment == _ASSIGNMENTS.c.id, isouter=True)
    .where(_ASSIGNMENTS.c.mentor.in_(bindparam("ids")), _APPLICATIONS.c.call == bindparam("call"))
)


def committed(connection: Connection, ids: Collection[int], call: str) -> dict[int, int]:
    """What the packages of a call take of the hours of each mentor: those done, and those reserved while alive."""
    rows = connection.execute(_TAKEN, {"ids": list(ids), "call": call}).all()
    reserved = held(connection, {row.application for row in rows if row.state in ALIVE})
    taken: dict[int, int] = defaultdict(int)
    for row in rows:
        taken[row.mentor] += row.minutes or 0
        taken[row.mentor] += reserved.get(row.application, (0, 0))[0] if row.state in ALIVE else 0
    return taken

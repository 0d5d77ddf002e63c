"""The dialogues in which sessions wait to be saved, and of which that has not been said yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from conversations.protocol.agenda import Unsaved
from conversations.protocol.mentoring import Assignment
from conversations.protocol.scenes import Reporting
from conversations.protocol.stored_state import from_json
from storage import mentoring, models
from storage.mentoring import Read
from storage.tables import table

_CHATS = table(models.ChatRow)
_PEOPLE = table(models.PersonRow)
_MENTORS = table(models.MentorRow)
_ASSIGNMENTS = table(models.AssignmentRow)


def due(connection: Connection, before: datetime, read: Read, limit: int) -> list[Unsaved]:
    """Those in which nothing was done since a moment (UTC), the longest waiting first."""
    rows = connection.execute(
        select(_CHATS.c.person, _CHATS.c.state, _CHATS.c.waits_since, _PEOPLE.c.muted)
        .join_from(_CHATS, _PEOPLE, _PEOPLE.c.id == _CHATS.c.person)
        .where(_CHATS.c.waits_since < before)
        .order_by(_CHATS.c.waits_since, _CHATS.c.person)
        .limit(limit)
    ).all()
    if not rows:
        return []
    profiles = select(_MENTORS.c.id).where(_MENTORS.c.person.in_({row.person for row in rows}))
    going: dict[int | None, list[Assignment]] = defaultdict(list)
    for one in mentoring.assignments(connection, read, _ASSIGNMENTS.c.mentor.in_(profiles)):
        if one.agreed:
            going[one.mentor.person].append(one)
    found: list[Unsaved] = []
    for row in rows:
        state = from_json(row.state)
        scene = state.scene if isinstance(state.scene, Reporting) else Reporting(())
        found.append(Unsaved(row.person, state.turn, row.waits_since, scene, tuple(going[row.person]), row.muted))
    return found


def handled(connection: Connection, people: Collection[int]) -> None:
    """It has been said to these people, or is not to be: nothing more until they do something."""
    if people:
        connection.execute(_CHATS.update().where(_CHATS.c.person.in_(people)).values(waits_since=None))

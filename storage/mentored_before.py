"""What changes of mentoring are about to replace, for the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from conversations.protocol import mentored
from conversations.protocol.mentored import MentoringChange
from storage import models
from storage.tables import columns_of, table

_MENTORS = table(models.MentorRow)
_ASSIGNMENTS = table(models.AssignmentRow)
_SESSIONS = table(models.SessionRow)
_APPOINTMENTS = table(models.AppointmentRow)

_OF_MENTOR = ("name", "topics", "modality", "minutes", "contact", "state")
_OF_ASSIGNMENT = ("state", "mentor_at", "council_at", "paused_at")
_OF_SESSION = (
    "state",
    "day",
    "minutes",
    "begins",
    "modality",
    "topic",
    "mentor_says",
    "council_says",
    "says_day",
    "says_modality",
    "says_topic",
    "says_why",
    "note",
)


def befores(connection: Connection, done: Sequence[MentoringChange]) -> list[Any]:
    """What changes of one kind are about to replace; None where nothing was."""
    ids = [one.id for one in done]
    match done[0]:
        case mentored.AddMentor() | mentored.AssignMentor() | mentored.LogSession() | mentored.ProposeDate():
            return [None] * len(done)  # something new: there was nothing before
        case mentored.KeepMentor():
            return columns_of(connection, _MENTORS, ids, *_OF_MENTOR)
        case mentored.AcceptAssignment() | mentored.EndAssignment() | mentored.PauseAssignment():
            return columns_of(connection, _ASSIGNMENTS, ids, *_OF_ASSIGNMENT)
        case mentored.MoveDate():
            return columns_of(connection, _APPOINTMENTS, ids, "state")
        case _:
            return columns_of(connection, _SESSIONS, ids, *_OF_SESSION)

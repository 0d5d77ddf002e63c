"""Where people are in the tables: which columns hold a person's number, and everything that is held about one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, String, Table, cast, or_, select

from conversations.protocol.facts import Status
from conversations.protocol.wants import Held
from conversations.rules.states import DECIDED
from storage import models
from storage.redaction import KEPT
from storage.tables import table

PEOPLE: Mapping[Table, tuple[str, ...]] = {
    table(models.SeatRow): ("person",),
    table(models.AnswerRow): ("person",),
    table(models.SkipRow): ("person",),
    table(models.ExtensionRow): ("person",),
    table(models.DigestRow): ("person",),
    table(models.BoundGroupRow): ("person",),
    table(models.InvitationRow): ("created_by", "instead_of", "used_by"),
    table(models.WrongTokenRow): ("person",),
    table(models.AccessRequestRow): ("person", "decided_by"),
    table(models.HelpRequestRow): ("person", "answered_by"),
    table(models.DataRequestRow): ("asked_by", "answered_by"),
    table(models.LatePressRow): ("decided_by",),
    table(models.MarkRow): ("reviewer",),
    table(models.ConflictRow): ("reviewer",),
    table(models.AgreementRow): ("person",),
    table(models.MeetingRow): ("recorder",),
    table(models.PresentRow): ("person",),
    table(models.OrderRow): ("person",),
    table(models.CriterionRow): ("person",),
    table(models.DecisionRow): ("person",),
    table(models.LedgerRow): ("person",),
    table(models.DispatchRow): ("asked_by", "settled_by"),
    table(models.MentorRow): ("person", "created_by"),
    table(models.AssignmentRow): ("proposed_by", "council_by", "ended_by"),
    table(models.SessionRow): ("reporter", "settled_by"),
    table(models.AppointmentRow): ("proposed_by", "answered_by"),
    table(models.ChatRow): ("chat", "person"),
    table(models.LetterRow): ("chat",),
    table(models.AuditRow): ("actor",),
    table(models.ErasureRow): ("chat",),
}
"""The columns with a person's number (that of a private chat is the same), but for the row of the person."""

TEXTS: Mapping[Table, tuple[str, ...]] = {
    table(models.AnswerRow): ("value",),
    table(models.DataRequestRow): ("question", "answer"),
    table(models.MarkRow): ("comment",),
    table(models.ConflictRow): ("reason",),
    table(models.OrderRow): ("reason",),
    table(models.CriterionRow): ("name",),
    table(models.DecisionRow): ("reason", "note"),
    table(models.LedgerRow): ("note",),
    table(models.MentorRow): ("contact",),
    table(models.AssignmentRow): ("reason",),
    table(models.SessionRow): ("topic", "says_topic", "says_why", "text", "note"),
    table(models.AppointmentRow): ("place", "reason"),
    table(models.ExtensionRow): ("reason",),
    table(models.AccessRequestRow): ("note",),
    table(models.HelpRequestRow): ("place", "text", "answer"),
    table(models.StayRow): ("note",),
    table(models.ChatRow): ("state",),
}
"""The columns with words that somebody wrote, in which people may be named; the letters and the audit log have more."""

_NAMING = frozenset({"person", "present", "together", "recorder", "reviewer"})
"""The fields of a change that hold numbers of people."""

_PERSON = table(models.PersonRow)
_MENTORS = table(models.MentorRow)
_ASSIGNMENTS = table(models.AssignmentRow)
_AUDIT = table(models.AuditRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_DECISIONS = table(models.DecisionRow)
_BODIES = table(models.BodyRow)

Row = dict[str, Any]


def held(connection: Connection, person: int) -> Held:
    """Everything about one person by the name of the table, and the names of the bodies that it mentions."""
    found: dict[str, tuple[Row, ...]] = {"person": _rows(connection, select(_PERSON).where(_PERSON.c.id == person))}
    for where, columns in PEOPLE.items():
        if where is not _AUDIT:
            mine = or_(*(where.c[column] == person for column in columns))
            rows = _rows(connection, select(where).where(mine).order_by(*where.primary_key))
            found[where.name] = tuple(_without_others(row, columns, person) for row in rows)
    given = select(_MENTORS.c.id).where(_MENTORS.c.person == person)
    own = select(_ASSIGNMENTS).where(_ASSIGNMENTS.c.mentor.in_(given)).order_by(_ASSIGNMENTS.c.id)
    others = {row["id"] for row in found[_ASSIGNMENTS.name]}
    found[_ASSIGNMENTS.name] += tuple(
        _without_others(row, PEOPLE[_ASSIGNMENTS], person) for row in _rows(connection, own) if row["id"] not in others
    )
    found[_MENTORS.name] = tuple(row if row["person"] == person else _bare(row) for row in found[_MENTORS.name])
    lines = [row for row in _audit(connection, person) if about(row, person)]
    found["audit"] = tuple(_without_others(_done(row), PEOPLE[_AUDIT], person) for row in lines)
    worked_on = {row["application"] for row in found["answer"]}
    found["application"] = _as_told(connection, worked_on)
    found["letter"] = tuple(row for row in found["letter"] if row["state"] != "held")
    bodies = {row["body"] for rows in found.values() for row in rows if row.get("body")}
    found["body"] = _rows(connection, select(_BODIES.c.id, _BODIES.c.name).where(_BODIES.c.id.in_(bodies)))
    return {name: rows for name, rows in found.items() if rows}


def _as_told(connection: Connection, keys: Collection[str]) -> tuple[Row, ...]:
    """Applications as their councils know them: what is decided in silence and not sent yet is not in their state."""
    rows = _rows(connection, select(_APPLICATIONS).where(_APPLICATIONS.c.id.in_(keys)))
    newest = select(_DECISIONS.c.application, _DECISIONS.c.outcome).where(_DECISIONS.c.told_at.is_not(None))
    told = {row.application: row.outcome for row in connection.execute(newest.order_by(_DECISIONS.c.id))}
    return tuple(
        row | {"status": told.get(row["id"], Status.ADMITTED.value)} if row["status"] in DECIDED else row
        for row in rows
    )


def _without_others(row: Row, columns: Collection[str], person: int) -> Row:
    """The row without the numbers of others: whoever decided or answered has a right to privacy too."""
    return {name: None if name in columns and value != person else _own(value, person) for name, value in row.items()}


def _own(data: Any, person: int, key: str = "") -> Any:
    """JSON without the numbers of others that a line of the audit log names."""
    if isinstance(data, dict):
        return {name: _own(value, person, name) for name, value in data.items()}
    if isinstance(data, list):
        own = [_own(value, person, key) for value in data]
        return [value for value in own if value is not None] if key in _NAMING else own
    return None if key in _NAMING and data != person else data


def _done(row: Row) -> Row:
    """A line of the audit log; what somebody else said in an e-mail is not the data of whoever entered it."""
    after = row["after"]
    if not isinstance(after, dict) or not after.get("mailed"):
        return row
    return {**row, "before": None, "after": {**after, "value": None, "before": None}}


def _bare(row: Row) -> Row:
    """A mentor's row as whoever of the office made it may have it: that it was made, not whom it describes."""
    return {**row, "name": "", "contact": ""}


def about(row: Mapping[str, Any], person: int) -> bool:
    """Whether a line of the audit log is by a person or about them."""
    if row["actor"] == person or row["subject"] == str(person):
        return True
    return any(_names(row[side], person) for side in ("before", "after"))


def _names(data: object, person: int) -> bool:
    if isinstance(data, list):
        return any(value == person or _names(value, person) for value in data)
    return isinstance(data, dict) and any(
        value == person or _names(value, person) for key, value in data.items() if key not in KEPT
    )


def _audit(connection: Connection, person: int) -> tuple[Row, ...]:
    """The lines that may be about a person; the text of the JSON only narrows them down."""
    said = or_(*(cast(_AUDIT.c[side], String).like(f"%{person}%") for side in ("before", "after")))
    mine = or_(_AUDIT.c.actor == person, _AUDIT.c.subject == str(person), said)
    return _rows(connection, select(_AUDIT).where(mine).order_by(_AUDIT.c.id))


def _rows(connection: Connection, statement: Any) -> tuple[Row, ...]:
    return tuple(dict(row) for row in connection.execute(statement).mappings())

"""What goes by itself when its time has come: contact data of old calls, people who left, texts that have arrived.

Each function does one batch in the transaction that it is handed, and says how much it did: 0 is the end.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, String, and_, cast, func, null, or_, select

from conversations.forms.application import CONTACT
from conversations.protocol.facts import ERASED, Call, Role
from conversations.rules import deadlines
from conversations.rules.pseudonyms import PSEUDONYMS
from storage import erasure, journal, models
from storage.tables import table

_PERSON = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_CHATS = table(models.ChatRow)
_LETTERS = table(models.LetterRow)
_FAILED = table(models.FailedUpdateRow)
_WRONG = table(models.WrongTokenRow)
_AUDIT = table(models.AuditRow)
_ERASURES = table(models.ErasureRow)

HOUSE = 0
"""The actor of what the bot does by itself, in the audit log."""

PEOPLE = 50
ROWS = 500
_WRONG_LIFE = timedelta(days=1)
_DOCUMENT_LIFE = timedelta(days=1)
_PENDING = ("held", "waiting", "sending", "offered")


def later(day: date, months: int) -> date:
    """The day so many months later (earlier if negative); the last of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def expired(calls: Collection[Call], months: int, now: datetime) -> set[str]:
    """The calls whose sessions ended more than so many months ago."""
    today = deadlines.today(now)
    return {call.id for call in calls if later(call.sessions_to, months) < today}


def redact_contacts(connection: Connection, calls: Collection[str], now: datetime) -> int:
    """Redacts contact data in the applications of these calls, in every version, and in the audit log."""
    old = select(_APPLICATIONS.c.id).where(_APPLICATIONS.c.call.in_(calls))
    filled = cast(_ANSWERS.c.value, String) != '""'
    found = connection.execute(
        select(_ANSWERS.c.id, _ANSWERS.c.application)
        .where(_ANSWERS.c.application.in_(old), _ANSWERS.c.question.in_(CONTACT), filled)
        .limit(ROWS)
    ).all()
    if not found:
        return 0
    connection.execute(
        _ANSWERS.update().where(_ANSWERS.c.id.in_([row.id for row in found])).values(value=ERASED, message=0)
    )
    for application in {row.application for row in found}:
        _redact_history(connection, application)
    journal.note(connection, HOUSE, "RedactContacts", ", ".join(sorted(calls)), {"answers": len(found)}, now)
    return len(found)


def _redact_history(connection: Connection, application: str) -> None:
    saved = select(_AUDIT).where(_AUDIT.c.subject == application, _AUDIT.c.action == "SaveAnswer")
    for row in connection.execute(saved).all():
        if isinstance(row.after, dict) and row.after.get("question") in CONTACT:
            before = null() if row.before is None else ERASED
            after = {**row.after, "value": ERASED}
            connection.execute(_AUDIT.update().where(_AUDIT.c.id == row.id).values(before=before, after=after))


def forget_people(
    connection: Connection, calls: Collection[str], months: int, now: datetime, pseudonym: Callable[[], int]
) -> int:
    """Erases people who have written nothing for so many months, hold no seat but as contacts, and have no part in a
    call that is not among the `calls` that have expired."""
    silent = deadlines.start_of(later(deadlines.today(now), -months))
    current = select(_APPLICATIONS.c.id, _APPLICATIONS.c.body).where(_APPLICATIONS.c.call.not_in(calls)).subquery()
    held = _SEATS.c.until.is_(None)
    bodies = select(current.c.body)
    kept = (
        select(_SEATS.c.person).where(held, _SEATS.c.role != Role.CONTACT),
        select(_SEATS.c.person).where(held, _SEATS.c.body.in_(bodies)),
        select(_ANSWERS.c.person).where(_ANSWERS.c.application.in_(select(current.c.id))),
        select(_CHATS.c.person).where(_CHATS.c.at >= silent),
        select(_ERASURES.c.pseudonym).where(_ERASURES.c.pseudonym.is_not(None)),
    )
    chosen = (
        select(_PERSON.c.id)
        .where(_PERSON.c.created_at < silent, _PERSON.c.id > PSEUDONYMS)
        .where(*(_PERSON.c.id.not_in(one) for one in kept))
        .order_by(_PERSON.c.id)
        .limit(PEOPLE)
    )
    people = {person: pseudonym() for person in connection.scalars(chosen)}
    if people:
        erasure.erase_by_age(connection, people, now)
        journal.note(connection, HOUSE, "ForgetPeople", "retention", {"people": len(people)}, now)
    return len(people)


def empty_letters(connection: Connection, before: datetime, now: datetime) -> int:
    """Takes the text out of letters written before a moment that wait for nothing, and of any such letter the document
    a day after."""
    full = and_(_LETTERS.c.document.is_not(null()), cast(_LETTERS.c.document, String) != "null")
    with_text = and_(_LETTERS.c.created_at < before, or_(_LETTERS.c.text != "", full))
    with_document = and_(_LETTERS.c.created_at < now - _DOCUMENT_LIFE, full)
    emptied = _some(connection, with_text)
    connection.execute(_LETTERS.update().where(_LETTERS.c.id.in_(emptied)).values(text="", **_NOTHING))
    stripped = _some(connection, with_document)
    connection.execute(_LETTERS.update().where(_LETTERS.c.id.in_(stripped)).values(document=null()))
    return len(emptied) + len(stripped)


_NOTHING: dict[str, Any] = {"document": null(), "keyboard": null(), "offers": False}


def _some(connection: Connection, which: Any) -> list[int]:
    arrived = _LETTERS.c.state.not_in(_PENDING)
    return list(connection.scalars(select(_LETTERS.c.id).where(which, arrived).limit(ROWS)))


def forget_traces(connection: Connection, before: datetime, now: datetime) -> int:
    """Deletes notes of failures made before a moment, and attempts with wrong links after a day."""
    failed = connection.execute(_FAILED.delete().where(_FAILED.c.at < before)).rowcount
    return failed + connection.execute(_WRONG.delete().where(_WRONG.c.at < now - _WRONG_LIFE)).rowcount


def count_people(connection: Connection) -> int:
    """How many people are known by their number."""
    return connection.scalar(select(func.count()).select_from(_PERSON).where(_PERSON.c.id > PSEUDONYMS)) or 0

"""The demonstration's applications and scores: invented requests, put where people would have put them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

from sqlalchemy import Connection, func, select

import bot
from bot import desk
from bot.desk import DeskError
from conversations.intake.opening import NOTICE
from conversations.protocol import changes as change
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call, Role, Status
from conversations.protocol.wants import House
from conversations.rules import deadlines
from storage import changes, models, snapshots
from storage.changes import Done
from storage.tables import table

_APPLICATIONS = table(models.ApplicationRow)
_CALLS = table(models.CallRow)
_MARKS = table(models.MarkRow)
_MEETINGS = table(models.MeetingRow)

CONTACTS = 6001
"""The number of the first invented contact."""

ASKED = (
    "service",
    "title",
    "topics",
    "need",
    "transferability",
    "alignment",
    "covid",
    "covid_how",
    "means",
    "involvement",
)
"""The questions that the invented requests answer; the contact data are the same for all."""

_SENT_EVERY = timedelta(hours=7)


class NotClosed(DeskError):  # noqa: N818  it says what is so
    """No call has closed yet, and nothing can be assessed."""


class MeetingBegun(DeskError):  # noqa: N818  it says what is so
    """The commission meets, and nobody scores alone any more."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody invented who acts for some councils of the demonstration; the first council is told beside the name."""

    number: int
    name: str
    councils: tuple[str, ...]


@cache
def requests() -> tuple[Mapping[str, Any], ...]:
    """The invented requests, in the order in which they were sent."""
    text = (resources.files(bot) / "planting.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["requests"])


@cache
def contacts() -> tuple[Contact, ...]:
    """The invented contacts, with their councils in the order of the requests."""
    names = dict.fromkeys(str(one["contact"]) for one in requests() if "contact" in one)
    return tuple(
        Contact(
            CONTACTS + place,
            name,
            tuple(dict.fromkeys(str(one["council"]) for one in requests() if one.get("contact") == name)),
        )
        for place, name in enumerate(names)
    )


def fill(
    connection: Connection, house: House, office: int, now: datetime, known: Mapping[str, int] | None = None
) -> tuple[Call, int]:
    """Sends every request whose council has no application in the newest call, and the office finds it complete.

    `known` are people who act already for some of the councils. Returns the call and how many requests were added.
    Raises DeskError without a call.
    """
    calls = snapshots.calls(connection)
    if not calls:
        raise DeskError("No call is open; `call open` opens one.")
    call = calls[-1]
    bodies = {council: desk.find_place(house, council).code for council in {str(one["council"]) for one in requests()}}
    taken = set(connection.scalars(select(_APPLICATIONS.c.body).where(_APPLICATIONS.c.call == call.id)))
    people = {council: one.number for one in contacts() for council in one.councils} | dict(known or {})
    changes.meet(connection, [office, *(one.number for one in contacts())], now)
    for one in contacts():
        _do(connection, one.number, now, change.ReadNotice(NOTICE, one.name))
    sent = 0
    first = deadlines.closes(call) - _SENT_EVERY * len(requests()) - timedelta(hours=4)
    for place, request in enumerate(requests()):
        council = str(request["council"])
        if bodies[council] in taken:
            continue
        at = _moment(request) or first + _SENT_EVERY * place
        person = people.get(council, office)
        if person >= CONTACTS:
            _do(connection, person, now, change.UseInvitation(f"demo-{person}", Role.CONTACT, bodies[council]))
        _send(connection, call, bodies[council], request, person, at)
        if not request.get("withdrawn"):
            key = _key(connection, call, bodies[council], already=True)
            _do(connection, office, deadlines.closes(call), change.Admit(key, Status.SUBMITTED))
        sent += 1
    return call, sent


def score(connection: Connection, house: House, members: Mapping[int, str], now: datetime) -> int:
    """Each of these members, numbers and names, gives the invented scores of its column, where it has no score yet.

    Returns how many were given. Raises DeskError before a call has closed, and once the meeting has begun.
    """
    call = deadlines.assessed(snapshots.calls(connection), now)
    if call is None:
        raise NotClosed("No call has closed yet: nobody assesses before.")
    if connection.execute(select(_MEETINGS.c.id).where(_MEETINGS.c.call == call.id)).first() is not None:
        raise MeetingBegun("The meeting has begun: nobody scores alone any more.")
    rows = connection.execute(
        select(_APPLICATIONS.c.id, _APPLICATIONS.c.body).where(
            _APPLICATIONS.c.call == call.id, _APPLICATIONS.c.status == Status.ADMITTED
        )
    ).all()
    scores = {desk.find_place(house, str(one["council"])).code: one["scores"] for one in requests() if "scores" in one}
    changes.meet(connection, members, now)
    people = snapshots.persons(connection, tuple(members))
    for member, person in people.items():
        if person.notice != NOTICE:
            _do(connection, member, now, change.ReadNotice(NOTICE, members[member]))
    given = {(row.application, row.reviewer) for row in connection.execute(select(_MARKS))}
    done = 0
    for row in rows:
        for column, member in enumerate(members):
            person = people[member]
            own = any(seat.body == row.body for seat in person.seats) or not person.holds(Role.COMMISSION)
            if own or (row.id, member) in given or row.body not in scores:
                continue
            digits = str(scores[row.body][column])
            marks = {one.id: int(digit) for one, digit in zip(call.criteria, digits, strict=True)} if digits else None
            _do(connection, member, now, change.GiveMark(row.id, marks))
            done += 1
    return done


def _moment(request: Mapping[str, Any]) -> datetime | None:
    at = request.get("at")
    return at.replace(tzinfo=deadlines.MADRID) if isinstance(at, datetime) else None


def _do(connection: Connection, actor: int, at: datetime, *done: Change) -> None:
    changes.write(connection, [Done(actor, one, at) for one in done])


def _key(connection: Connection, call: Call, body: str, *, already: bool = False) -> str:
    count = select(func.count()).where(_APPLICATIONS.c.call == call.id, _APPLICATIONS.c.body == body)
    return f"{call.id}.{body}.{(connection.scalar(count) or 0) + (0 if already else 1)}"


def _send(connection: Connection, call: Call, body: str, request: Mapping[str, Any], person: int, at: datetime) -> None:
    key = _key(connection, call, body)
    numbers = connection.scalar(select(_CALLS.c.numbers).where(_CALLS.c.id == call.id)) or 0
    answers = {
        "position": "Personal tècnic, promoció econòmica",
        "email": f"demostracio@{body}.example",
        **{name: request[name] for name in ASKED if name in request},
        "modality": "either",
    }
    _do(connection, person, at, change.StartApplication(key, call.id, body))
    for name, value in answers.items():
        _do(connection, person, at, change.SaveAnswer(key, name, value))
    _do(
        connection,
        person,
        at,
        change.Commit(key),
        change.Authorise(key, True),
        change.Submit(key, call.id, f"{call.id}-{numbers + 1:03d}"),
    )
    if request.get("withdrawn"):
        _do(connection, person, at, change.Withdraw(key))

"""The demonstration's mentors: two invented people who give hours, and two packages that are under way in one press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from bot import desk
from bot.desk import DeskError
from conversations.protocol import changes as change
from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call, Role, Status
from conversations.protocol.mentored import AcceptAssignment, AddMentor, AssignMentor
from conversations.protocol.mentoring import How, Side
from conversations.protocol.wants import House
from conversations.rules import deadlines
from conversations.rules.tokens import digest
from storage import changes, models, snapshots
from storage.changes import Done
from storage.tables import table

_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_ASSIGNMENTS = table(models.AssignmentRow)
_DECISIONS = table(models.DecisionRow)
_MENTORS = table(models.MentorRow)

MENTORING = "mentoring"
ADVICE = "advice"
COUNCILS = {"Salt": ADVICE, "Arenys de Munt": MENTORING}
"""Whose requests are set under way, with what they ask for. Where a visitor has begun another one for that council,
the first complete one that asks for the same takes its place."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody invented who gives hours; without a council it is the technical service."""

    number: int
    first: str
    last: str
    council: str
    topics: tuple[str, ...]
    contact: str

    @property
    def name(self) -> str:
        """Name and surname."""
        return f"{self.first} {self.last}"

    @property
    def note(self) -> str:
        """What the page says of this person."""
        return f"mentor de {self.council}" if self.council else "servei d'assistència tècnica"


MENTOR = Giver(5001, "Martí", "Solanelles", "Girona", ("procurement", "governance"), "marti@girona.example")
ADVISER = Giver(5002, "Lia", "Roca", "", ("diagnosis", "care", "finance"), "lia@xarxa.example")
GIVERS = (MENTOR, ADVISER)


def invite(connection: Connection, house: House, office: int, tokens: Mapping[int, str], now: datetime) -> None:
    """The office invites those with a token, with eight hours each; who gives hours already is not added again."""
    changes.meet(connection, [office], now)
    known = set(connection.scalars(select(_MENTORS.c.id)))
    for one in (giver for giver in GIVERS if giver.number in tokens):
        place = desk.find_place(house, one.council) if one.council else None
        code, name = (place.code, place.name) if place else (None, "")
        key = digest(tokens[one.number])
        _do(connection, office, now, change.Invite(key, Role.MENTOR, code, name, one.name))
        added = AddMentor(one.number, one.name, code, name, one.topics, "either", 480, one.contact, key)
        if one.number not in known:
            _do(connection, office, now, added)


def begin(connection: Connection, house: House, office: int, now: datetime) -> int:
    """The requests of two councils are granted and confirmed, and somebody goes with each. Returns how many are new.

    Raises DeskError without a call that has closed.
    """
    call = deadlines.assessed(snapshots.calls(connection), now)
    if call is None:
        raise DeskError("No call has closed yet.")
    new = 0
    for assignment, (council, service) in enumerate(COUNCILS.items(), start=9001):
        if connection.execute(select(_ASSIGNMENTS.c.id).where(_ASSIGNMENTS.c.id == assignment)).first() is not None:
            continue
        for key, body, status in _candidates(connection, call, desk.find_place(house, council).code, service):
            if _granted(connection, call, key, body, status, office, now):
                new += _joined(connection, key, office, assignment, now)
                break
    return new


def _candidates(connection: Connection, call: Call, first: str, service: str) -> list[tuple[str, str, Status]]:
    """The applications that may be set under way: the newest of the first body, then the complete ones by number."""
    of_call = select(_APPLICATIONS.c.id, _APPLICATIONS.c.body, _APPLICATIONS.c.status).where(
        _APPLICATIONS.c.call == call.id
    )
    own = connection.execute(of_call.where(_APPLICATIONS.c.body == first).order_by(_APPLICATIONS.c.id.desc())).first()
    admitted = connection.execute(
        of_call.where(_APPLICATIONS.c.status == Status.ADMITTED.value, _APPLICATIONS.c.body != first).order_by(
            _APPLICATIONS.c.number
        )
    ).all()
    others = [row for row in admitted if _service(connection, row.id) == service]
    return [(row.id, row.body, Status(row.status)) for row in ([own] if own else []) + others]


def _granted(
    connection: Connection, call: Call, key: str, body: str, status: Status, office: int, now: datetime
) -> bool:
    """Takes an application from wherever it stands to confirmed by the council; False where it cannot be."""
    if status is Status.ADMITTED:
        service = _service(connection, key)
        length = next(one.package for one in call.services if one.id == service)
        entry = LedgerEntry(service, EntryKind.RESERVE, length, key, body, now)
        _do(connection, office, now, change.Decide(Decision(key, Outcome.GRANTED, service, length), (entry,), status))
        status = Status.GRANTED
    if status is Status.GRANTED:
        told = _DECISIONS.update().where(_DECISIONS.c.application == key, _DECISIONS.c.replaced_at.is_(None))
        connection.execute(told.values(told_at=now))
        _do(connection, office, now, change.MoveApplication(key, Status.ACCEPTED, status))
        status = Status.ACCEPTED
    return status is Status.ACCEPTED


def _service(connection: Connection, key: str) -> str:
    asked = connection.scalar(
        select(_ANSWERS.c.value).where(
            _ANSWERS.c.application == key, _ANSWERS.c.question == "service", _ANSWERS.c.replaced_at.is_(None)
        )
    )
    return MENTORING if asked == MENTORING else ADVICE


def _joined(connection: Connection, key: str, office: int, assignment: int, now: datetime) -> int:
    """Both sides have accepted by telephone, unless somebody goes with it or was proposed already."""
    if connection.execute(select(_ASSIGNMENTS.c.id).where(_ASSIGNMENTS.c.application == key)).first() is not None:
        return 0
    service = connection.scalar(
        select(_DECISIONS.c.service).where(_DECISIONS.c.application == key, _DECISIONS.c.replaced_at.is_(None))
    )
    giver = MENTOR if service == MENTORING else ADVISER
    for done in (
        AssignMentor(assignment, key, giver.number),
        AcceptAssignment(assignment, key, Side.MENTOR, How.PHONE),
        AcceptAssignment(assignment, key, Side.COUNCIL, How.PHONE),
    ):
        _do(connection, office, now, done)
    return 1


def _do(connection: Connection, actor: int, at: datetime, done: Change) -> None:
    changes.write(connection, [Done(actor, done, at)])

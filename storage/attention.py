"""What needs a person of the office, read from where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select, text

from conversations.protocol.attention import Attention, Late, Silent, Unreached
from conversations.protocol.facts import AccessRequest, Application, HelpRequest, Membership, Role, Status
from storage import models, once
from storage.tables import table

MOST = 50
TOO_LONG = timedelta(minutes=10)
"""How long a message may wait before somebody should look at why."""

_PEOPLE = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_LETTERS = table(models.LetterRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_LATE = table(models.LatePressRow)
_DATA_REQUESTS = table(models.DataRequestRow)

# The literal lists let both databases use the partial indexes.
_UNDELIVERED = text("letter.state IN ('blocked','failed')")
_PENDING = text("letter.state IN ('waiting','sending','offered')")

Read = Callable[[Connection, Sequence[str]], Mapping[str, Application]]


def attention(connection: Connection, now: datetime, read: Read) -> Attention:
    """Everything that needs a person now. `read` fetches applications by their ids."""
    return Attention(
        late=_late(connection),
        unreached=tuple(unreached(connection, read)),
        access=_access(connection),
        help=_help(connection),
        silent=tuple(silent(connection)),
        queue=queue(connection, now),
    )


def unreached(connection: Connection, read: Read, person: int | None = None) -> list[Unreached]:
    """Contacts whom messages did not reach, and nobody else of their council either. Decisions tell of theirs."""
    colleague, theirs = _SEATS.alias(), _PEOPLE.alias()
    others = exists(
        select(colleague.c.id)
        .join_from(colleague, theirs, theirs.c.id == colleague.c.person)
        .where(colleague.c.body == _SEATS.c.body, colleague.c.role == Role.CONTACT, colleague.c.until.is_(None))
        .where(theirs.c.reachable.is_(True), theirs.c.id != _SEATS.c.person)
    )
    gone = and_(_LETTERS.c.state == "blocked", _PEOPLE.c.reachable.is_(False), ~others)
    chosen = (
        select(
            _LETTERS.c.id,
            _LETTERS.c.text,
            _LETTERS.c.state,
            _PEOPLE.c.id.label("person"),
            _PEOPLE.c.name,
            _SEATS.c.body,
            _BODIES.c.name.label("body_name"),
        )
        .join_from(_LETTERS, _PEOPLE, _PEOPLE.c.id == _LETTERS.c.chat)
        .join(_SEATS, and_(_SEATS.c.person == _PEOPLE.c.id, _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None)))
        .join(_BODIES, _BODIES.c.id == _SEATS.c.body)
        .where(_UNDELIVERED, or_(gone, _LETTERS.c.state == "failed"))
        .where(_LETTERS.c.matter.is_(None), _LETTERS.c.edits_turn.is_(None), _LETTERS.c.edits_message.is_(None))
        .where(_LETTERS.c.text != "")
        .order_by(_LETTERS.c.id)
        .limit(MOST)
    )
    rows = connection.execute(chosen.where(_PEOPLE.c.id == person) if person is not None else chosen).all()
    newest = _newest(connection, {row.body for row in rows}, read)
    first: dict[int, Any] = {}
    letters: dict[int, dict[int, str]] = defaultdict(dict)
    for row in rows:
        first.setdefault(row.person, row)
        letters[row.person][row.id] = row.text
    return [
        Unreached(
            row.person,
            row.name,
            row.body,
            row.body_name,
            row.state == "blocked",
            tuple(letters[row.person].items()),
            newest.get(row.body),
        )
        for row in first.values()
    ]


def _newest(connection: Connection, bodies: set[str], read: Read) -> dict[str, Application]:
    rows = connection.execute(
        select(_APPLICATIONS.c.id, _APPLICATIONS.c.body)
        .where(_APPLICATIONS.c.body.in_(bodies))
        .order_by(_APPLICATIONS.c.created_at)
    )
    keys = {row.body: row.id for row in rows}
    applications = read(connection, list(keys.values()))
    return {body: applications[key] for body, key in keys.items()}


def silent(connection: Connection) -> list[Silent]:
    """The councils that have not answered yet what was asked of them, the first day to answer leading."""
    rows = connection.execute(
        select(
            _DATA_REQUESTS.c.id,
            _DATA_REQUESTS.c.due,
            _APPLICATIONS.c.call,
            _APPLICATIONS.c.id.label("application"),
            _APPLICATIONS.c.number,
            _BODIES.c.name,
        )
        .join_from(_DATA_REQUESTS, _APPLICATIONS, _APPLICATIONS.c.id == _DATA_REQUESTS.c.application)
        .join(_BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_DATA_REQUESTS.c.answer.is_(None), _APPLICATIONS.c.status == Status.NEEDS_DATA)
        .order_by(_DATA_REQUESTS.c.due, _DATA_REQUESTS.c.id)
        .limit(MOST)
    )
    return [Silent(row.id, row.call, row.application, row.number or "", row.name, row.due) for row in rows]


def queue(connection: Connection, now: datetime) -> int:
    """How many messages could have gone for too long and have not."""
    stuck = _LETTERS.c.not_before < now - TOO_LONG
    return connection.scalar(select(func.count()).select_from(_LETTERS).where(_PENDING, stuck)) or 0


def untold(connection: Connection, office: Sequence[int], read: Read) -> tuple[list[Unreached], list[Silent]]:
    """Whom messages did not reach, and who has not answered, as far as nobody of the office has been told."""
    gone, quiet = unreached(connection, read), silent(connection)
    return once.untold(connection, gone, office), once.untold(connection, quiet, office)


def _late(connection: Connection) -> tuple[Late, ...]:
    rows = connection.execute(
        select(_LATE.c.application, _BODIES.c.name)
        .join_from(_LATE, _APPLICATIONS, _APPLICATIONS.c.id == _LATE.c.application)
        .join(_BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_LATE.c.decided.is_(None), _APPLICATIONS.c.status == Status.DRAFT)
        .order_by(_LATE.c.at)
        .limit(MOST)
    )
    return tuple(Late(row.application, row.name) for row in rows)


def _access(connection: Connection) -> tuple[AccessRequest, ...]:
    rows = connection.execute(select(_ACCESS).where(_ACCESS.c.decided.is_(None)).order_by(_ACCESS.c.at).limit(MOST))
    return tuple(
        AccessRequest(row.id, row.person, row.name, row.body, row.body_name, Membership(row.membership)) for row in rows
    )


def _help(connection: Connection) -> tuple[HelpRequest, ...]:
    rows = connection.execute(select(_HELP).where(_HELP.c.answer.is_(None)).order_by(_HELP.c.at).limit(MOST))
    return tuple(HelpRequest(row.id, row.person, row.name, row.body_name, row.place, row.text) for row in rows)

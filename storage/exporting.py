"""Everything that the office needs to carry on without the bot, read a piece at a time however much there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, select

from conversations.forms.application import CONTACT
from conversations.protocol import facts
from conversations.protocol.assessment import Ruling
from conversations.protocol.facts import Role
from storage import dispatches, models, snapshots
from storage.tables import table

_PERSON = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_STAYS = table(models.StayRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_DECISIONS = table(models.DecisionRow)
_LETTERS = table(models.LetterRow)
_HELP = table(models.HelpRequestRow)
_DATA_REQUESTS = table(models.DataRequestRow)

PIECE = 200


@dataclass(frozen=True, slots=True)
class Exported:
    """An application with what the dialogues do not need to know of it."""

    application: facts.Application
    comarca: str
    population: int | None
    channel: str
    begun: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """A seat that is held today; `given` are the contact data that this person gave last for the body."""

    name: str
    role: Role
    body_name: str
    since: datetime
    reachable: bool
    given: dict[str, str]


@dataclass(frozen=True, slots=True)
class Membership:
    """A stay of a body in the network; unknown days are None."""

    body_name: str
    comarca: str
    status: facts.Membership
    joined: date | None
    left: date | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the office, or one of the office to a council (`number` is of its application), and its answer."""

    asked: datetime
    body_name: str
    name: str
    number: str
    text: str
    answer: str
    due: date | None = None


def applications(connection: Connection, *, sent: bool = False) -> Iterator[Exported]:
    """Every application, oldest call first and by number; with `sent` only those that have a number."""
    chosen = select(_APPLICATIONS.c.id).order_by(_APPLICATIONS.c.call, _APPLICATIONS.c.number, _APPLICATIONS.c.id)
    if sent:
        chosen = chosen.where(_APPLICATIONS.c.number.is_not(None))
    ids = list(connection.scalars(chosen))
    for place in range(0, len(ids), PIECE):
        piece = ids[place : place + PIECE]
        answers = snapshots.answers_of(connection, set(piece))
        rows = connection.execute(
            select(_APPLICATIONS, _BODIES.c.name.label("body_name"), _BODIES.c.comarca, _BODIES.c.population)
            .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
            .where(_APPLICATIONS.c.id.in_(piece))
        )
        known = {row.id: row for row in rows}
        for key in piece:
            row = known[key]
            whole = snapshots.application(row, answers.get(key, {}))
            yield Exported(whole, row.comarca, row.population, row.channel, row.created_at)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that a council was told of, with the text that it was sent while that is still kept."""

    application: facts.Application
    ruling: Ruling
    text: str


def decisions(connection: Connection) -> Iterator[Decided]:
    """The last decision that each council was told of, by the number of its application."""
    rows = connection.execute(
        select(_DECISIONS).where(_DECISIONS.c.told_at.is_not(None)).order_by(_DECISIONS.c.id)
    ).all()
    newest = {row.application: row for row in rows}
    matters = {f"decision:{row.id}": key for key, row in newest.items()}
    written = select(_LETTERS.c.matter, _LETTERS.c.text).where(_LETTERS.c.matter.in_(matters), _LETTERS.c.text != "")
    texts = {matters[row.matter]: row.text for row in connection.execute(written.order_by(_LETTERS.c.id))}
    known = snapshots.applications(connection, list(newest))
    for key in sorted(newest, key=lambda one: (known[one].call, known[one].number or "")):
        yield Decided(known[key], dispatches.ruling(newest[key]), texts.get(key, ""))


def contacts(connection: Connection) -> Iterator[Contact]:
    """Who holds a seat today, by body."""
    given = _given(connection)
    rows = connection.execute(
        select(_SEATS, _PERSON.c.name, _PERSON.c.reachable, _BODIES.c.name.label("body_name"))
        .join_from(_SEATS, _PERSON, _PERSON.c.id == _SEATS.c.person)
        .join(_BODIES, _BODIES.c.id == _SEATS.c.body, isouter=True)
        .where(_SEATS.c.until.is_(None))
        .order_by(_BODIES.c.name, _SEATS.c.id)
    )
    for row in rows:
        mine = given.get((row.person, row.body), {})
        yield Contact(row.name, Role(row.role), row.body_name or "", row.since, row.reachable, mine)


def _given(connection: Connection) -> dict[tuple[int, str], dict[str, str]]:
    rows = connection.execute(
        select(_ANSWERS.c.person, _APPLICATIONS.c.body, _ANSWERS.c.question, _ANSWERS.c.value)
        .join_from(_ANSWERS, _APPLICATIONS, _APPLICATIONS.c.id == _ANSWERS.c.application)
        .where(_ANSWERS.c.question.in_(CONTACT), _ANSWERS.c.replaced_at.is_(None))
        .order_by(_ANSWERS.c.id)
    )
    given: dict[tuple[int, str], dict[str, str]] = {}
    for row in rows:
        given.setdefault((row.person, row.body), {})[row.question] = str(row.value)
    return given


def memberships(connection: Connection) -> Iterator[Membership]:
    """Every stay in the register, by body."""
    rows = connection.execute(
        select(_STAYS, _BODIES.c.name, _BODIES.c.comarca)
        .join_from(_STAYS, _BODIES, _BODIES.c.id == _STAYS.c.body)
        .order_by(_BODIES.c.name, _STAYS.c.id)
    )
    for row in rows:
        yield Membership(row.name, row.comarca, facts.Membership(row.status), row.joined, row.left_on)


def questions(connection: Connection) -> Iterator[Question]:
    """What people asked the office, oldest first, without what was erased."""
    for row in connection.execute(select(_HELP).where(_HELP.c.text != "").order_by(_HELP.c.at)):
        yield Question(row.at, row.body_name, row.name, "", row.text, row.answer or "")


def missing_data(connection: Connection) -> Iterator[Question]:
    """What the office asked councils for, oldest first."""
    joined: Any = and_(_APPLICATIONS.c.id == _DATA_REQUESTS.c.application, _BODIES.c.id == _APPLICATIONS.c.body)
    rows = connection.execute(
        select(_DATA_REQUESTS, _APPLICATIONS.c.number, _BODIES.c.name.label("body_name"))
        .where(joined)
        .order_by(_DATA_REQUESTS.c.asked_at)
    )
    for row in rows:
        number = row.number or ""
        yield Question(row.asked_at, row.body_name, "", number, row.question, row.answer or "", row.due)

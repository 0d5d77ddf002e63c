"""One spreadsheet to carry on by e-mail: applications, contacts, members, questions and bags of hours, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from bot.spreadsheet import Cell, fill, new_book
from conversations import menus
from conversations.forms import application as form
from conversations.mentoring import book
from conversations.protocol.facts import ERASED, Call, Membership
from conversations.protocol.words import Council, T, Words
from conversations.rules import states
from locales import plain
from storage import exporting, mentoring, snapshots
from storage.database import reading
from storage.exporting import Exported

Value = Words | str | int | float | bool | date | datetime | None
_MEMBERSHIP = {
    Membership.MEMBER: T("member"),
    Membership.PENDING: T("pending"),
    Membership.COLLABORATOR: T("collaborator"),
    Membership.NONE: T("not a member"),
}
_CHANNEL = {"telegram": T("Telegram"), "email": T("e-mail")}


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the book: its name, its columns with their widths in characters, and its rows."""

    name: Words
    columns: tuple[tuple[Words, int], ...]
    rows: Iterable[Sequence[Value]]


def write(engine: Engine, file: Path) -> dict[str, int]:
    """Writes the book. Returns how many rows each sheet has. Rows go to the file as they are read."""
    made = new_book()
    counts: dict[str, int] = {}
    with reading(engine) as connection:
        for page in _pages(connection):
            columns = tuple((plain(words), width) for words, width in page.columns)
            rows = (tuple(_written(value) for value in row) for row in page.rows)
            counts[plain(page.name)] = fill(made, plain(page.name), columns, rows)
    made.save(file)
    return counts


def _written(value: Value) -> Cell:
    """A value as a cell holds it: words become text."""
    return value if value is None or isinstance(value, str | int | float | date) else plain(value)


def _pages(connection: Connection) -> Iterator[Page]:
    calls = {call.id: call for call in snapshots.calls(connection)}
    yield Page(T("Applications"), _APPLICATION_COLUMNS, (_application(one, calls) for one in _all(connection)))
    yield Page(T("Missing data"), _MISSING_COLUMNS, _missing(connection))
    yield Page(T("Contacts and seats"), _CONTACT_COLUMNS, _contacts(connection))
    yield Page(T("Questions to the office"), _QUESTION_COLUMNS, _questions(connection))
    yield Page(T("Members"), _MEMBER_COLUMNS, _members(connection))
    yield Page(T("Bags of hours"), _BAG_COLUMNS, _bags(calls.values()))
    told = [one for call in calls for one in mentoring.in_call(connection, call, snapshots.applications)]
    yield from (Page(one.name, one.columns, one.rows) for one in book.pages(told, calls))


def _all(connection: Connection) -> Iterator[Exported]:
    return exporting.applications(connection)


_APPLICATION_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Comarca"), 18),
    (T("Inhabitants"), 12),
    (T("Call"), 26),
    (T("State"), 16),
    (T("Begun"), 16),
    (T("Sent"), 16),
    (T("Version"), 9),
    (T("Came by"), 12),
    (T("Commitments agreed"), 16),
    (T("Sharing authorised"), 12),
    *((question.label, 40) for question in form.QUESTIONS.values()),
)


def _application(one: Exported, calls: dict[str, Call]) -> Sequence[Value]:
    application = one.application
    return (
        application.number,
        T("{council}", council=Council(application.body_name)),
        one.comarca,
        one.population,
        calls[application.call].name if application.call in calls else application.call,
        states.for_office(application.status),
        one.begun,
        application.submitted,
        application.version or None,
        _CHANNEL.get(one.channel, one.channel),
        application.committed,
        None if application.publication is None else T("yes") if application.publication else T("no"),
        *(
            form.shown(question, application.answers[name].value) if name in application.answers else None
            for name, question in form.QUESTIONS.items()
        ),
    )


_MISSING_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Asked on"), 16),
    (T("What is missing"), 60),
    (T("Last day"), 12),
    (T("What was answered"), 60),
)


def _missing(connection: Connection) -> Iterator[Sequence[Value]]:
    for one in exporting.missing_data(connection):
        yield one.number, _council(one.body_name), one.asked, one.text, one.due, one.answer


_CONTACT_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Body"), 28),
    (T("What they do"), 26),
    (T("In Telegram"), 28),
    *((form.QUESTIONS[name].label, 30) for name in form.CONTACT),
    (T("Since"), 16),
    (T("Can be reached in the bot"), 14),
)


def _contacts(connection: Connection) -> Iterator[Sequence[Value]]:
    for one in exporting.contacts(connection):
        given = (one.given.get(name, ERASED) or None for name in form.CONTACT)
        reached = T("yes") if one.reachable else T("no")
        yield _council(one.body_name), menus.ROLE[one.role], one.name, *given, one.since, reached


_QUESTION_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Asked on"), 16),
    (T("Body"), 28),
    (T("Name"), 28),
    (T("Question"), 60),
    (T("What was answered"), 60),
)


def _questions(connection: Connection) -> Iterator[Sequence[Value]]:
    for one in exporting.questions(connection):
        yield one.asked, _council(one.body_name), one.name, one.text, one.answer


_MEMBER_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Body"), 28),
    (T("Comarca"), 18),
    (T("In the network as"), 16),
    (T("Since"), 12),
    (T("Until"), 12),
)


def _members(connection: Connection) -> Iterator[Sequence[Value]]:
    for one in exporting.memberships(connection):
        yield _council(one.body_name), one.comarca, _MEMBERSHIP[one.status], one.joined, one.left


_BAG_COLUMNS: tuple[tuple[Words, int], ...] = (
    (T("Call"), 30),
    (T("Service"), 18),
    (T("Hours in the bag"), 12),
    (T("Hours in a package"), 12),
    (T("Last day"), 12),
    (T("Sessions from"), 12),
    (T("Sessions until"), 12),
)
_SERVICE = {"mentoring": T("Mentoring"), "advice": T("Advice")}


def _bags(calls: Iterable[Call]) -> Iterator[Sequence[Value]]:
    for call in calls:
        for one in call.services:
            hours = one.bag / 60, one.package / 60
            yield call.name, _SERVICE[one.id], *hours, call.deadline, call.sessions_from, call.sessions_to


def _council(name: str) -> Value:
    return T("{council}", council=Council(name)) if name else None

"""Which bodies something is planned for: a derived, indexed moment, recomputed by the changes that move it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, true

from conversations.protocol.agenda import Curious
from conversations.protocol.facts import Call, Role, Standing, Status, Watched
from conversations.rules import reminders
from storage import models
from storage.tables import table

_WATCH = table(models.WatchRow)
_SEATS = table(models.SeatRow)
_PEOPLE = table(models.PersonRow)
_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_SKIPS = table(models.SkipRow)

_DATA_REQUESTS = table(models.DataRequestRow)
_LETTERS = table(models.LetterRow)

_OF_STATUS = {Status.DRAFT: Standing.DRAFT, Status.NEEDS_DATA: Standing.LACKS_DATA}

Pair = tuple[str, str]


_STORED = select(_WATCH).where(_WATCH.c.call.in_(bindparam("calls")), _WATCH.c.body.in_(bindparam("bodies")))


def refresh(connection: Connection, calls: Sequence[Call], bodies: Collection[str], now: datetime) -> None:
    """Recomputes the watch of bodies under every call that has not closed. Something pending stays pending."""
    if not bodies or not calls:
        return
    ids = [call.id for call in calls]
    standings = _standings(connection, ids, bodies)
    lacking = _lacking(connection, [pair for pair, one in standings.items() if one is Standing.LACKS_DATA])
    stored = {(row.call, row.body): row for row in connection.execute(_STORED, {"calls": ids, "bodies": list(bodies)})}
    fresh: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for call in calls:
        for body in bodies:
            standing = standings.get((call.id, body))
            row = stored.get((call.id, body))
            request = lacking.get((call.id, body))
            by = request.due if request else None
            if standing is None or (row is not None and row.standing == standing and _stays(call, row, by)):
                continue
            following = reminders.following(call, standing, now, by)
            if row is None:
                fresh.append({"call": call.id, "body": body, "standing": standing.value, "next_notice_at": following})
            else:
                moved.append({"_call": call.id, "_body": body, "standing": standing.value, "next_notice_at": following})
    if fresh:
        connection.execute(_WATCH.insert(), fresh)
    _move(connection, moved, ("standing", "next_notice_at"))


def _stays(call: Call, row: Any, answer_by: date | None) -> bool:
    """Whether what a body waits for is still planned: another question of the office is for another day."""
    if answer_by is None:
        return True
    return row.next_notice_at in {one.moment for one in reminders.timeline(call, answer_by)}


def replan(connection: Connection, call: Call, since: datetime) -> None:
    """After the deadline moved: what is planned from `since` on, for every body of the call, in one statement each.

    Who has not begun is told so once in a call, whatever its deadline becomes.
    """
    told = [_WATCH.c.call + "." + _WATCH.c.body + "." + key for key in reminders.once_in_a_call(call)]
    written = select(_LETTERS.c.id).where(_LETTERS.c.once.in_(told), _LETTERS.c.state != "skipped")
    for standing in (Standing.NOT_BEGUN, Standing.DRAFT):
        planned = [one.moment for one in reminders.timeline(call) if one.audience is standing and one.moment >= since]
        moved = _WATCH.update().where(_WATCH.c.call == call.id, _WATCH.c.standing == standing.value)
        connection.execute(moved.values(next_notice_at=min(planned, default=None)))
    if told:
        begun = (_WATCH.c.call == call.id) & (_WATCH.c.standing == Standing.NOT_BEGUN)
        connection.execute(_WATCH.update().where(begun, written.exists()).values(next_notice_at=None))


def drafts(connection: Connection, call: str, limit: int) -> list[tuple[str, bool]]:
    """The names of bodies with an open draft, and whether the bot can write to somebody there."""
    rows = connection.execute(
        select(_WATCH.c.body, _BODIES.c.name)
        .join_from(_WATCH, _BODIES, _BODIES.c.id == _WATCH.c.body)
        .where(_WATCH.c.call == call, _WATCH.c.standing == Standing.DRAFT)
        .order_by(_BODIES.c.name)
        .limit(limit)
    ).all()
    contacts, muted = _contacts(connection, [row.body for row in rows])
    return [(row.name, row.body in contacts or row.body in muted) for row in rows]


def due(connection: Connection, call: str, now: datetime, limit: int) -> list[Watched]:
    """The bodies of a call for which something is planned by now, the longest waiting first."""
    chosen = (
        select(_WATCH)
        .where(_WATCH.c.call == call, _WATCH.c.next_notice_at <= now)
        .order_by(_WATCH.c.next_notice_at, _WATCH.c.body)
        .limit(limit)
    )
    return _watched(connection, connection.execute(chosen).all())


def until(connection: Connection, calls: Collection[str], moment: datetime, limit: int) -> list[Watched]:
    """What is planned up to a moment, for the forecast."""
    chosen = (
        select(_WATCH)
        .where(_WATCH.c.call.in_(calls), _WATCH.c.next_notice_at <= moment)
        .order_by(_WATCH.c.next_notice_at, _WATCH.c.body)
        .limit(limit)
    )
    return _watched(connection, connection.execute(chosen).all())


def handled(connection: Connection, following: Mapping[Pair, datetime | None]) -> None:
    """What was due has been said or skipped; `following` is when to look again."""
    rows = [{"_call": call, "_body": body, "next_notice_at": moment} for (call, body), moment in following.items()]
    _move(connection, rows, ("next_notice_at",))


def curious(connection: Connection, before: datetime | None, limit: int) -> list[Curious]:
    """People who asked, before a moment (UTC), to be told when a call opens, with the body they act for, if any."""
    body = select(func.min(_SEATS.c.body)).where(
        _SEATS.c.person == _PEOPLE.c.id, _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None)
    )
    since = _PEOPLE.c.told_next_at
    chosen = (
        select(_PEOPLE.c.id, since, body.scalar_subquery().label("body"))
        .where(_PEOPLE.c.told_next.is_(True), true() if before is None else or_(since.is_(None), since < before))
        .order_by(_PEOPLE.c.id)
        .limit(limit)
    )
    rows = connection.execute(chosen).all()
    names = _names(connection, {row.body for row in rows if row.body})
    return [Curious(row.id, row.body, names.get(row.body, ""), row.told_next_at) for row in rows]


def told(connection: Connection, people: Collection[int]) -> None:
    """These people have been told that a call opened."""
    connection.execute(_PEOPLE.update().where(_PEOPLE.c.id.in_(people)).values(told_next=False))


def counts(connection: Connection, call: str) -> dict[Standing, int]:
    """How many bodies of a call stand where."""
    rows = connection.execute(
        select(_WATCH.c.standing, func.count().label("bodies")).where(_WATCH.c.call == call).group_by(_WATCH.c.standing)
    )
    return {Standing(row.standing): row.bodies for row in rows}


def _move(connection: Connection, rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    if rows:
        connection.execute(
            _WATCH.update()
            .where(_WATCH.c.call == bindparam("_call"), _WATCH.c.body == bindparam("_body"))
            .values({name: bindparam(name) for name in columns}),
            rows,
        )


_SEATED = (
    select(_SEATS.c.body)
    .where(_SEATS.c.body.in_(bindparam("bodies")), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
    .distinct()
)
_BEGUN = (
    select(_APPLICATIONS.c.call, _APPLICATIONS.c.body, _APPLICATIONS.c.status, _APPLICATIONS.c.channel)
    .where(_APPLICATIONS.c.call.in_(bindparam("calls")), _APPLICATIONS.c.body.in_(bindparam("bodies")))
    .order_by(_APPLICATIONS.c.created_at)
)
_SKIPPED = select(_SKIPS.c.call, _SKIPS.c.body).where(
    _SKIPS.c.call.in_(bindparam("calls")), _SKIPS.c.body.in_(bindparam("bodies"))
)


def _standings(connection: Connection, calls: Collection[str], bodies: Collection[str]) -> dict[Pair, Standing]:
    """Bodies with a contact have a standing; a body that skips a call, or has sent its application, is done."""
    about = {"calls": list(calls), "bodies": list(bodies)}
    seated = connection.scalars(_SEATED, {"bodies": list(bodies)})
    standings = {(call, body): Standing.NOT_BEGUN for body in seated for call in calls}
    for row in connection.execute(_BEGUN, about):
        half = (
            row.status == Status.DRAFT and row.channel == "email"
        )  # the office enters it: the council has done its part
        standings[row.call, row.body] = Standing.DONE if half else _OF_STATUS.get(Status(row.status), Standing.DONE)
    standings.update({(row.call, row.body): Standing.DONE for row in connection.execute(_SKIPPED, about)})
    return standings


def _watched(connection: Connection, rows: Sequence[Any]) -> list[Watched]:
    if not rows:
        return []
    bodies = {row.body for row in rows}
    names = _names(connection, bodies)
    answered, last = _answered(connection, {row.call for row in rows}, bodies)
    contacts, muted = _contacts(connection, bodies)
    lacking = _lacking(connection, [(row.call, row.body) for row in rows if row.standing == Standing.LACKS_DATA])
    return [
        Watched(
            call=row.call,
            body=row.body,
            body_name=names[row.body],
            standing=Standing(row.standing),
            since=row.next_notice_at,
            contacts=_in_order(contacts.get(row.body, []), last.get((row.call, row.body))),
            muted=_in_order(muted.get(row.body, []), last.get((row.call, row.body))),
            answered=frozenset(answered.get((row.call, row.body), ())),
            due=request.due if request else None,
            request=request.id if request else 0,
        )
        for row, request in ((row, lacking.get((row.call, row.body))) for row in rows)
    ]


def _names(connection: Connection, bodies: Collection[str]) -> dict[str, str]:
    return {row.id: row.name for row in connection.execute(select(_BODIES).where(_BODIES.c.id.in_(bodies)))}


def _lacking(connection: Connection, pairs: Sequence[Pair]) -> dict[Pair, Any]:
    """The newest unanswered question of the office about an application of each body that lacks data in a call."""
    if not pairs:
        return {}
    calls, bodies = {call for call, _ in pairs}, {body for _, body in pairs}
    rows = connection.execute(
        select(_DATA_REQUESTS.c.id, _DATA_REQUESTS.c.due, _APPLICATIONS.c.call, _APPLICATIONS.c.body)
        .join_from(_DATA_REQUESTS, _APPLICATIONS, _APPLICATIONS.c.id == _DATA_REQUESTS.c.application)
        .where(_APPLICATIONS.c.call.in_(calls), _APPLICATIONS.c.body.in_(bodies), _DATA_REQUESTS.c.answer.is_(None))
        .where(_APPLICATIONS.c.status == Status.NEEDS_DATA)
        .order_by(_DATA_REQUESTS.c.id)
    )
    return {(row.call, row.body): row for row in rows}


def _in_order(contacts: Sequence[int], last: int | None) -> tuple[int, ...]:
    return tuple(sorted(contacts, key=lambda person: person != last))


def _contacts(connection: Connection, bodies: Collection[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The contacts who can be reached: those who may be reminded, and those who have muted reminders."""
    rows = connection.execute(
        select(_SEATS.c.body, _SEATS.c.person, _PEOPLE.c.muted)
        .join_from(_SEATS, _PEOPLE, _PEOPLE.c.id == _SEATS.c.person)
        .where(_SEATS.c.body.in_(bodies), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
        .where(_PEOPLE.c.reachable.is_(True))
        .order_by(_SEATS.c.id)
    )
    contacts: dict[str, list[int]] = defaultdict(list)
    muted: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        (muted if row.muted else contacts)[row.body].append(row.person)
    return contacts, muted


def _answered(
    connection: Connection, calls: Collection[str], bodies: Collection[str]
) -> tuple[dict[Pair, list[str]], dict[Pair, int]]:
    """The questions that drafts have answered, and who answered last."""
    rows = connection.execute(
        select(_APPLICATIONS.c.call, _APPLICATIONS.c.body, _ANSWERS.c.question, _ANSWERS.c.person)
        .join_from(
            _APPLICATIONS,
            _ANSWERS,
            and_(_ANSWERS.c.application == _APPLICATIONS.c.id, _ANSWERS.c.replaced_at.is_(None)),
        )
        .where(_APPLICATIONS.c.call.in_(calls), _APPLICATIONS.c.body.in_(bodies))
        .order_by(_ANSWERS.c.id)
    )
    answered: dict[Pair, list[str]] = defaultdict(list)
    last: dict[Pair, int] = {}
    for row in rows:
        answered[row.call, row.body].append(row.question)
        last[row.call, row.body] = row.person
    return answered, last

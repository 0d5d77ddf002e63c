"""What applications lack, as the office asked for it and as it was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from conversations.protocol.facts import DataRequest, Status
from storage import models
from storage.tables import table
from storage.withholding import WITHHELD, withholds

_BODIES = table(models.BodyRow)
_APPLICATIONS = table(models.ApplicationRow)
_DATA_REQUESTS = table(models.DataRequestRow)


def by_id(connection: Connection, ids: Collection[int]) -> Mapping[int, DataRequest]:
    """Questions by their ids."""
    return {row.id: _read(row, connection) for row in connection.execute(_all().where(_DATA_REQUESTS.c.id.in_(ids)))}


def open_for(connection: Connection, bodies: Mapping[str, Sequence[int]]) -> Mapping[int, Sequence[DataRequest]]:
    """What was not answered yet, for the contacts of the bodies that were asked: `bodies` are those, with theirs."""
    lacking: dict[int, list[DataRequest]] = defaultdict(list)
    for row in connection.execute(_OPEN_AT, {"bodies": list(bodies)}) if bodies else ():
        for person in bodies[row.body]:
            lacking[person].append(_read(row, connection))
    return lacking


def open_of(connection: Connection, applications: Collection[str]) -> Mapping[str, Sequence[DataRequest]]:
    """What was not answered yet, by application, the oldest question first."""
    waiting = _all().where(_DATA_REQUESTS.c.application.in_(applications), _DATA_REQUESTS.c.answer.is_(None))
    found: dict[str, list[DataRequest]] = defaultdict(list)
    for row in connection.execute(waiting):
        found[row.application].append(_read(row, connection))
    return found


def answered_with(connection: Connection, given: Sequence[tuple[int, int]]) -> Sequence[DataRequest | None]:
    """The question that each message answered, for pairs of a person and a message of theirs."""
    people, messages = {person for person, _ in given}, {message for _, message in given}
    rows = connection.execute(
        _all().where(_DATA_REQUESTS.c.answered_by.in_(people), _DATA_REQUESTS.c.message.in_(messages))
    )
    found = {(row.answered_by, row.message): _read(row, connection) for row in rows}
    return [found.get(one) for one in given]


def _all() -> Select[Any]:
    return (
        select(
            _DATA_REQUESTS,
            _APPLICATIONS.c.number,
            _APPLICATIONS.c.body,
            _APPLICATIONS.c.status,
            _BODIES.c.name.label("body_name"),
        )
        .join_from(_DATA_REQUESTS, _APPLICATIONS, _APPLICATIONS.c.id == _DATA_REQUESTS.c.application)
        .join(_BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .order_by(_DATA_REQUESTS.c.id)
    )


_OPEN_AT = _all().where(_APPLICATIONS.c.body.in_(bindparam("bodies")), _DATA_REQUESTS.c.answer.is_(None))


def _read(row: Any, connection: Connection) -> DataRequest:
    withheld = WITHHELD if withholds(connection) else None
    return DataRequest(
        id=row.id,
        application=row.application,
        number=row.number or "",
        body=row.body,
        body_name=row.body_name,
        question=withheld or row.question,
        due=row.due,
        answer=row.answer and (withheld or row.answer),
        answered_at=row.answered_at,
        status=Status(row.status),
    )

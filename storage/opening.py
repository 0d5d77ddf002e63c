"""What is set up before people come: calls and the members of the network."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from conversations.protocol.facts import Call, Role
from storage import models, watch
from storage.tables import table

_CALLS = table(models.CallRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_STAYS = table(models.StayRow)


def open_call(connection: Connection, call: Call, text: str, now: datetime) -> bool:
    """Stores a call. Returns False when one with this id is stored with another text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    stored = connection.execute(select(_CALLS.c.digest).where(_CALLS.c.id == call.id)).first()
    if stored is not None:
        return bool(stored.digest == digest)
    row = {"id": call.id, "toml": text, "digest": digest, "numbers": 0, "opened_at": now}
    connection.execute(_CALLS.insert(), row)
    seated = set(
        connection.scalars(select(_SEATS.c.body).where(_SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None)))
    )
    watch.refresh(connection, [call], seated, now)
    return True


def import_stays(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Brings stays up to date: one with the same body, status and beginning gets its end, another is added."""
    bodies = set(connection.scalars(select(_BODIES.c.id)))
    for row in rows:
        if row["body"] not in bodies:
            kind = "county" if row["body"].startswith("cc-") else "council"
            body = {"id": row["body"], "name": row["name"], "kind": kind, "comarca": "", "source": "import"}
            connection.execute(_BODIES.insert(), body | {"confidence": ""})
            bodies.add(row["body"])
        same = (_STAYS.c.body == row["body"]) & (_STAYS.c.status == row["status"])
        begun = _STAYS.c.joined == row["joined"] if row["joined"] else _STAYS.c.joined.is_(None)
        found = connection.execute(_STAYS.update().where(same & begun).values(left_on=row["left_on"]))
        if found.rowcount == 0:
            stay = {name: row[name] for name in ("body", "status", "joined", "left_on")}
            connection.execute(_STAYS.insert(), stay | {"precision": "day", "source": "import", "note": ""})

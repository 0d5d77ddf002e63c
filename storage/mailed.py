"""Applications that came by e-mail: begun by the office, with the moment of arrival, and nobody's by number."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from conversations.protocol.changes import ReceiveMail
from conversations.protocol.facts import Status
from storage import models, register
from storage.tables import table

NOBODY = 0
"""Who gave an answer that came by e-mail: somebody of the council, whom the bot knows by no number."""

_APPLICATIONS = table(models.ApplicationRow)


def receive(connection: Connection, change: ReceiveMail, at: datetime) -> None:
    """Begins an application that came by e-mail, or turns a draft into one. `at` is when the office does it (UTC)."""
    came = {"channel": "email", "received_at": change.received}
    mine = _APPLICATIONS.c.id == change.application
    if connection.scalar(select(_APPLICATIONS.c.id).where(mine)) is not None:
        connection.execute(_APPLICATIONS.update().where(mine).values(came))
        return
    register.add(connection, change.body, change.body_name)
    row = {"id": change.application, "call": change.call, "body": change.body, "status": Status.DRAFT.value}
    connection.execute(_APPLICATIONS.insert(), row | {"version": 0, "created_at": at} | came)

"""The outages of the bot: each a line of the audit log, and whether the office has been told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from conversations.protocol.agenda import Outage
from conversations.rules import outages
from storage import journal, models, once
from storage.tables import table

RECENT = timedelta(days=7)
"""How long after it an outage is still worth telling."""

_AUDIT = table(models.AuditRow)
_SUBJECT = "outage"
_HOUSE = 0


def note(connection: Connection, begin: datetime, end: datetime) -> bool:
    """Notes that the bot was away, if it was long enough to be called an outage. Returns whether it was."""
    if not outages.is_outage(begin, end):
        return False
    after = {"begin": begin.isoformat(), "end": end.isoformat()}
    journal.note(connection, _HOUSE, "Outage", _SUBJECT, after, end)
    return True


def untold(connection: Connection, office: Sequence[int], now: datetime) -> list[Outage]:
    """The recent outages that nobody of the office has been told of yet, oldest first."""
    rows = connection.execute(
        select(_AUDIT.c.id, _AUDIT.c.after)
        .where(_AUDIT.c.subject == _SUBJECT, _AUDIT.c.action == "Outage", _AUDIT.c.at > now - RECENT)
        .order_by(_AUDIT.c.id)
    ).all()
    found = [
        Outage(row.id, datetime.fromisoformat(row.after["begin"]), datetime.fromisoformat(row.after["end"]))
        for row in rows
    ]
    return once.untold(connection, found, office)

"""Lines of the audit log about the house itself: backups, exports, retention. Dialogues write theirs with changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, null, select

from storage import models
from storage.tables import table

_AUDIT = table(models.AuditRow)


def note(connection: Connection, actor: int, action: str, subject: str, after: dict[str, Any], at: datetime) -> None:
    """Notes that something was done."""
    row = {"at": at, "actor": actor, "action": action, "subject": subject, "before": null(), "after": after}
    connection.execute(_AUDIT.insert().values(row))


def last(connection: Connection, action: str) -> tuple[datetime, dict[str, Any]] | None:
    """When something was done last, and what was noted of it; None when it never was."""
    statement = select(_AUDIT.c.at, _AUDIT.c.after).where(_AUDIT.c.action == action)
    row = connection.execute(statement.order_by(_AUDIT.c.id.desc()).limit(1)).first()
    return (row.at, row.after or {}) if row else None

"""Which outages of the bot may have kept somebody from applying: an outage is a reason to extend, for everyone (N5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.protocol.facts import Call
from conversations.rules.deadlines import closes

WORTH_NOTING = timedelta(minutes=10)
"""A shorter absence is a restart: what people wrote meanwhile is answered as if nothing had been."""

LAST_HOURS = timedelta(hours=24)
"""Before the end of a deadline. An outage that ended earlier left time enough."""


def is_outage(begin: datetime, end: datetime) -> bool:
    """Whether the bot was away long enough to be noted (UTC)."""
    return end - begin >= WORTH_NOTING


def concerned(calls: Sequence[Call], begin: datetime, end: datetime) -> Call | None:
    """The call whose last hours an outage took, unless its deadline has been moved since; None when there is none."""
    for call in calls:
        moved = any(one.at >= end for one in call.extensions)
        if not moved and begin < closes(call) and end > closes(call) - LAST_HOURS:
            return call
    return None

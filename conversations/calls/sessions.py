"""How the sessions of a call are told and answered, as its TOML says it: [sessions]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conversations.calls.tables import CallError, number, switch, table
from conversations.protocol.method import Pace

_SESSIONS = "sessions"
_KEYS = ("silence_days", "report_days", "nudge_days", "nudges", "warnings", "ending_days", "unsaved")
MOST_DAYS = 60
MOST_NUDGES = 9
MOST_PERCENT = 200


def pace(data: Mapping[str, Any]) -> Pace:
    """The days of the sessions; what is not said is as usual. Raises CallError."""
    usual = Pace()
    said = table(data, _SESSIONS, _KEYS)
    return Pace(
        silence_days=number(said, "silence_days", usual.silence_days, _SESSIONS, least=1, most=MOST_DAYS),
        report_days=number(said, "report_days", usual.report_days, _SESSIONS, least=0, most=MOST_DAYS),
        nudge_days=number(said, "nudge_days", usual.nudge_days, _SESSIONS, least=1, most=MOST_DAYS),
        nudges=number(said, "nudges", usual.nudges, _SESSIONS, least=0, most=MOST_NUDGES),
        warnings=_warnings(said, usual.warnings),
        ending_days=number(said, "ending_days", usual.ending_days, _SESSIONS, least=1, most=MOST_DAYS),
        unsaved=switch(said, "unsaved", usual.unsaved, _SESSIONS),
    )


def _warnings(said: Mapping[str, Any], usual: tuple[int, ...]) -> tuple[int, ...]:
    found = said.get("warnings", list(usual))
    if not isinstance(found, list) or not all(type(one) is int and 1 <= one <= MOST_PERCENT for one in found):
        raise CallError(f"{_SESSIONS}: warnings must be percentages of a bag, as in [80, 100]")
    return tuple(sorted(set(found)))

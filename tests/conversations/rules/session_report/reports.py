"""Short forms to state what a message means."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from conversations.rules.session_report import Field, Reading, Reason, read
from tests.read_reports import COUNCILS

MADRID = ZoneInfo("Europe/Madrid")
WEDNESDAY = "2020-06-17T11:00"
WINDOW = (date(2020, 5, 1), date(2020, 7, 31))


def read_at(text: str, *assigned: str, sent: str = WEDNESDAY) -> Reading:
    """The reading of a message sent at a local time, by a mentor of Salt unless other councils are given."""
    moment = datetime.fromisoformat(sent).replace(tzinfo=MADRID)
    return read(text, sent=moment, window=WINDOW, assigned=assigned or ("Salt",), councils=COUNCILS)


def asked(reading: Reading) -> dict[Field, Reason]:
    """What is asked, and why."""
    return dict(reading.reasons)

"""Reading when something arrived, as people write it: "7 de maig, 10.42", "ahir a les 9", "2020-05-07 23:10"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from conversations.rules.days import read_day
from conversations.rules.deadlines import MADRID, today
from conversations.rules.plain import words

_CLOCK = re.compile(r"(?<![\d/.-])([01]?\d|2[0-3])\s*[.:h]\s*([0-5]\d)(?:\s*h\b)?(?![\d/-]|\.\d)")
_HOUR = re.compile(r"\b(?:a\s+)?(?:les|la)\s+([01]?\d|2[0-3])(?:\s*h\b)?(?![\d.:/])", re.IGNORECASE)
_FAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a text says of a moment: the day, and the time of that day in Madrid. What it does not say is None."""

    day: date | None = None
    hour: time | None = None

    @property
    def moment(self) -> datetime | None:
        """The moment (UTC), if the text says all of it."""
        if self.day is None or self.hour is None:
            return None
        return datetime.combine(self.day, self.hour, MADRID).astimezone(UTC)


def read_arrival(text: str, now: datetime) -> Arrival:
    """When a text says that something arrived, seen from now (UTC). A day without a year is the nearest one.

    What looks like a time of day ("10.42") is one if the rest names a day; alone it may be a date ("15.05").
    """
    for found in (*reversed(list(_CLOCK.finditer(text))), *_HOUR.finditer(text)):
        day = _day(text[: found.start()] + " " + text[found.end() :], now)
        if day is not None:
            minute = found[2] if found.re is _CLOCK else "0"
            return Arrival(day, time(int(found[1]), int(minute)))
    return Arrival(_day(text, now))


def _day(text: str, now: datetime) -> date | None:
    said = words(text)
    here = today(now)
    if "ahir" in said:
        return here - timedelta(days=2 if "abans" in said else 1)
    if "avui" in said:
        return here
    day = read_day(text, here)
    if day is not None and day - here > _FAR and not re.search(r"\d{4}", text):
        return day.replace(year=day.year - 1)  # never a 29 February: that one is always near
    return day

"""Reading a day as people write it: "15 de maig", "15/5", "15.05.2020", "2020-05-15"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from conversations.rules.plain import words

_NAMES = (
    "gener", "febrer", "marc", "abril", "maig", "juny",
    "juliol", "agost", "setembre", "octubre", "novembre", "desembre",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_SOON = timedelta(days=183)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def read_day(text: str, after: date) -> date | None:
    """The day that a text names. None when it names none.

    Without a year it is the day of the same year as `after`, or of the next one when that is only some months away:
    "7 de maig" said on the 8th is a day that is past, not one in a year.
    """
    iso = _ISO.search(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numeric = _NUMERIC.search(text)
    if numeric:
        return _in_year(numeric[3], int(numeric[2]), int(numeric[1]), after)
    said = words(text)
    for place, word in enumerate(said):
        if word in _MONTHS:
            days = [int(one) for one in said[:place] if one.isdigit()]
            years = [one for one in said[place + 1 :] if one.isdigit() and len(one) == 4]
            return _in_year(years[0] if years else None, _MONTHS[word], days[-1], after) if days else None
    return None


def _in_year(year: str | None, month: int, day: int, after: date) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    this, following = _day(after.year, month, day), _day(after.year + 1, month, day)
    near = following is not None and following - after <= _SOON
    return following if near and (this is None or this <= after) else this


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Dates, times, durations and numbers as Catalan writes them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

_LOCALE: Final = "ca"
_HERE: Final = ZoneInfo("Europe/Madrid")

_PATTERNS: Final = {
    "": "EEEE d MMMM",
    "day": "EEEE d MMMM",
    "short": "d MMMM",
    "long": "d MMMM 'de' y",
    "weekday": "EEEE",
    "month": "LLLL",
}
_BEFORE_DATE: Final = {"el": ("el ", "l'"), "al": ("al ", "a l'"), "del": ("del ", "de l'")}
_BEFORE_MONTH: Final = {"al-month": ("al ", "a l'"), "de-month": ("de ", "d'")}

DATE_FORMS: Final = (*_PATTERNS, *_BEFORE_DATE, *(f"{word}-long" for word in _BEFORE_DATE), *_BEFORE_MONTH)
TIME_FORMS: Final = ("", "time", "a", "les", "stamp", *(form for form in DATE_FORMS if form))
DURATION_FORMS: Final = ("", "short", "hours", "de")
NUMBER_FORMS: Final = ("", "de", "digits")


@lru_cache(maxsize=4096)
def day(value: date, form: str = "") -> str:
    """A date in one of `DATE_FORMS`: «divendres 8 de maig», «l'1 de maig», «8 de maig de 2020», «a l'abril»."""
    if form in _PATTERNS:
        # Babel has the typographic apostrophe in «d’abril»; the voice uses the straight one everywhere.
        return format_date(value, _PATTERNS[form], locale=_LOCALE).replace("’", "'")
    if form in _BEFORE_MONTH:
        month = day(value, "month")
        return _BEFORE_MONTH[form][month.startswith(("a", "o"))] + month
    article, _, rest = form.partition("-")
    return _BEFORE_DATE[article][_vowel_sound(value.day)] + day(value, rest or "short")


def moment(value: datetime, form: str = "") -> str:
    """An aware instant in one of `TIME_FORMS`, in the time of Madrid. Raises ValueError if it is naive."""
    if value.tzinfo is None:
        raise ValueError("a time without a zone cannot be said")
    local = value.astimezone(_HERE)
    if form == "time":
        return f"{local.hour}.{local.minute:02} h" if local.minute else f"{local.hour} h"
    if form == "les":
        return f"{'la' if local.hour == 1 else 'les'} {moment(local, 'time')}"
    if form == "a":
        return f"a {moment(local, 'les')}"
    if form == "stamp":
        return f"{day(local.date(), 'long')}, {local.hour}.{local.minute:02} h"
    if form == "":
        return f"{day(local.date())}, {moment(local, 'a')}"
    return day(local.date(), form)


def duration(minutes: int, form: str = "") -> str:
    """Whole minutes in one of `DURATION_FORMS`: «2 hores i 15 minuts», «2 h 15 min», «2,25 hores», «d'1 hora»."""
    if form == "de":
        whole, rest = divmod(minutes, 60)
        return ("d'" if _vowel_sound(whole or rest) else "de ") + duration(minutes)
    if minutes < 0:
        return f"-{duration(-minutes, form)}"
    if form == "hours" and minutes % 3 == 0:  # otherwise two decimals would round
        return f"{format_decimal(minutes / 60, locale=_LOCALE)} {'hora' if minutes == 60 else 'hores'}"
    whole, rest = divmod(minutes, 60)
    if form == "short":
        parts = [f"{number(whole)} h" if whole else "", f"{rest} min" if rest else ""]
        return " ".join(part for part in parts if part) or "0 h"
    parts = [
        f"{number(whole)} {'hora' if whole == 1 else 'hores'}" if whole or not rest else "",
        f"{rest} {'minut' if rest == 1 else 'minuts'}" if rest else "",
    ]
    return " i ".join(part for part in parts if part)


def number(value: int, form: str = "") -> str:
    """A whole number in one of `NUMBER_FORMS`: «1.500», «d'11», «2020» without the point of thousands."""
    if form == "digits":
        return str(value)
    text = _grouped(value)
    if form == "de":
        return ("d'" if _vowel_sound(value) else "de ") + text
    return text


@lru_cache(maxsize=4096)
def _grouped(value: int) -> str:
    return format_decimal(value, locale=_LOCALE)


def _vowel_sound(value: int) -> bool:
    """Whether the number is read with a vowel first: un, onze, onze mil, un milió."""
    text = str(value)
    group = text[: len(text) % 3 or 3]
    return group == "11" or (group == "1" and (len(text) - 1) // 3 != 1)

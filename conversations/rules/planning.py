"""A date for a session as people write it: the day to come, the hour, how long and how (R12, R13)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from conversations.rules.session_report import Modality, calendar
from conversations.rules.session_report.clock import DAWN, HALF_DAY, TimeOfDay
from conversations.rules.session_report.council_names import prepare
from conversations.rules.session_report.facts import gather
from conversations.rules.session_report.model import Hit
from conversations.rules.session_report.noise import blank_noise
from conversations.rules.session_report.tokens import read_line

_WEEKDAY = re.compile(r"(?:(?:el|aquest) )?(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmcjvsg]l?\b)(?! passat)")
_NUMBER = re.compile(r"\b(?:el )?dia ([0-9]{1,2})\b")
_WEEKDAY_NUMBER = re.compile(
    r"\b(?:(?P<weekday>di(?:lluns|marts|mecres|jous|vendres|ssabte|umenge))(?: dia)? )(?P<number>[0-9]{1,2})\b"
    r"(?! ?(?:h\b|hor|m\b|min|'|[.:,/][0-9]|de [a-z]|d'|[a-z]{3,}s\b))"
)
_WEEKDAYS = ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge")
_NEXT_WEEK = re.compile(r"\bsetmana (?:que ve|vinent|entrant|seguent)|\bpro(?:pera|xima) setmana")
_MODALITY = {Modality.IN_PERSON: "in_person", Modality.REMOTE: "remote"}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a text says of a session to be held; what it does not say, or not surely, is None.

    `begins` are minutes after midnight in Madrid; `modality` is in_person or remote.
    """

    day: date | None = None
    begins: int | None = None
    minutes: int | None = None
    modality: str | None = None


def read_plan(text: str, sent: datetime, councils: tuple[str, ...]) -> Plan:
    """What a text says of a session to come. `sent` is when it was written, aware, in Europe/Madrid; `councils` are
    the names of all the municipalities.

    A weekday is the next one, or that of the next week if it says so; a day that is past is none, and the weekday of
    today at an hour that is past is the one of next week; with a number («dijous 18») it is the next one that has it.
    An hour before seven is of the afternoon.
    """
    nobody = prepare((), councils)
    line = read_line(text, nobody.words)
    quiet = blank_noise(line.text)
    facts = gather(line, quiet, sent, nobody)
    named = [hit for hit in facts.days if hit.value]
    day = named[0].value if len(named) == 1 and len(facts.days) == 1 else None
    if day is not None and day < sent.date():
        again = _WEEKDAY.match(quiet, named[0].start)
        day = calendar.next_weekday(day.weekday(), sent.date()) if again else None
    weekday = named and _WEEKDAY.match(quiet, named[0].start)
    if day is not None and weekday and _NEXT_WEEK.search(quiet) and _week(day) == _week(sent.date()):
        day += 7 * _A_DAY
    if day is None and (number := _NUMBER.search(quiet)):
        day = _next(int(number[1]), sent.date())
    dated = list(_WEEKDAY_NUMBER.finditer(quiet))
    if len(dated) == 1 and len(facts.days) <= 1:
        found = _dated(_WEEKDAYS.index(dated[0]["weekday"]), int(dated[0]["number"]), sent.date())
        day = found or day
    lengths = {hit.value for hit in facts.lengths if hit.reason is None}
    begins = _begins([found.start for found in facts.stretches] + _hours(facts.times))
    bare = weekday and weekday.end() >= named[0].end
    if bare and day == sent.date() and begins is not None and begins <= sent.hour * 60 + sent.minute:
        day += 7 * _A_DAY
    modality = None if facts.modality_reason or facts.modality is None else _MODALITY[facts.modality]
    return Plan(day, begins, _one(lengths), modality)


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _hours(times: Iterable[tuple[Hit[int], TimeOfDay]]) -> list[int]:
    return [hit.value for hit, _ in times if hit.value is not None]


def _begins(starts: list[int]) -> int | None:
    if len(set(starts)) != 1:
        return None
    return (starts[0] + HALF_DAY if starts[0] < DAWN else starts[0]) % (2 * HALF_DAY)


def _one(lengths: set[int | None]) -> int | None:
    return next(iter(lengths)) if len(lengths) == 1 else None


def _dated(weekday: int, number: int, today: date) -> date | None:
    """The next day of the coming three months with a weekday and a number, today included; None if there is none."""
    days = (today + ahead * _A_DAY for ahead in range(92))
    return next((day for day in days if (day.weekday(), day.day) == (weekday, number)), None)


def _next(number: int, today: date) -> date | None:
    """The next day of a month with that number, today included; None if no month has it."""
    if not 1 <= number <= 31:
        return None
    day = today
    while day.day != number:
        day += _A_DAY
    return day

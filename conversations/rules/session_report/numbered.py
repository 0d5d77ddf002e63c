"""Days told by their number in a month that is said apart or not at all: "el dia 9", "el 9 del mes passat"."""

from __future__ import annotations

import re
from datetime import date

from conversations.rules.session_report import calendar
from conversations.rules.session_report.dates import FULL_MONTHS, MONTHS
from conversations.rules.session_report.model import Hit, Reason

NUMBERED = re.compile(
    r"\b(?:(?P<dia>(?:el )?(?<!ordre del )dia(?: ?[:=])? |(?<=sessio )del |(?<=reunio )del |(?<=trobada )del |"
    r"(?<=mentoria )del |(?<=visita )del )|(?:el (?:passat )?|del |l'|d'el )|(?=[0-9]{1,2} (?:dels? |d'|"
    r"de l')(?:aquest |altre |passat )?(?:mes|corrents?)\b))(?P<n>[0-9]{1,2}|u|1r|primer)(?![0-9a-z]|[/.:,'-][0-9]|"
    r" ?(?:h[sr]?s?|hor(?:es|etes|as)|min\w*|quarts?|')(?![a-z])|(?<=[^0-9]1)(?<!dia 1) hor(?:a|eta)|"
    r"_)(?P<month> (?:del mes passat|del passat mes|de l'altre mes|d'aquest mes|del mes actual|del mes en curs|"
    r"del mes corrent|dels corrents|del mes|del corrent|passat)\b)?"
)
LISTED = re.compile(
    r"\b(?:els dies|dies|el|dia) (?P<list>[0-9]{1,2}(?:, ?(?:el )?[0-9]{1,2}){0,6} (?:i|y) (?:el |"
    r"l')?[0-9]{1,2})(?![0-9a-z]|"
    r"[/.:,'-][0-9]| ?(?:h[sr]?s?|hor\w*|min\w*|quarts?|')(?![a-z])|_| (?:a|mitja|quart|de|del|d')(?![a-z]))"
)
# "El mes passat, dia 28", "el dia 28 (setembre)"
_MONTH_BEFORE = re.compile(
    rf"\b(?:(?:passat mes d[e'] ?|mes passat d[e'] ?)?(?P<month>{FULL_MONTHS})|mes passat|passat mes)[ ,:(]+(?:el )?$"
)
_OF_A_MONTH = re.compile(
    rf"\b(?:primera|segona|tercera|ultima|darrera|sessio|la) (?:de |d'|del )(?P<month>{FULL_MONTHS})\b"
)
_UP_TO = re.compile(r" (?:fins )?al (?:dia )?[0-9]{1,2}(?![0-9:.]| ?h)")
_MONTH_BEHIND = re.compile(rf" ?\((?P<month>{FULL_MONTHS})\)")


_JUST_GONE = calendar.WEEK


def read_numbered(match: re.Match[str], today: date) -> list[Hit[date]]:
    """ "el dia 9", "el 9 del mes passat"; a day that is still to come this month is left to be asked."""
    if match.group().startswith("del ") and _UP_TO.match(match.string, match.end()):
        return [Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)]
    day = 1 if match["n"] in ("u", "1r", "primer") else int(match["n"])
    month = (match["month"] or "").strip()
    beside = None if month else _month_beside(match, today)
    if beside:
        value = calendar.make_date(beside.year, beside.month, day)
        return [Hit(match.start(), match.end(), value, None if value else Reason.INVALID)]
    value = calendar.day_of_month(day, today, 1 if "passat" in month[1:] or "altre" in month else 0)
    lately = month == "passat" or "passat " in match.string[match.start() - 7 : match.start("n")]
    if lately and (not value or value > today):
        value = calendar.day_of_month(day, today, 1)
    reason = None if value else Reason.INVALID
    if value and value > today:
        named = None if month else _OF_A_MONTH.search(match.string, 0, match.start())
        if named and (told := calendar.nearest_year(MONTHS[named["month"]], day, today)) and told <= today:
            return [Hit(match.start(), match.end(), told)]
        before = None if month else calendar.day_of_month(day, today, 1)
        if before and today - before <= _JUST_GONE and value - today >= 2 * _JUST_GONE:
            # "el dia 30" on the 2nd
            return [Hit(match.start(), match.end(), before)]
        value, reason = (value, Reason.FUTURE) if month else (None, Reason.AMBIGUOUS)
    return [Hit(match.start(), match.end(), value, reason)]


def _month_beside(match: re.Match[str], today: date) -> date | None:
    """The first day of the month that is said right before or behind: "el mes passat, dia 28"."""
    start, end = match.span()
    said = _MONTH_BEFORE.search(match.string, max(0, start - 40), start) or _MONTH_BEHIND.match(match.string, end)
    if said is None:
        return None
    return calendar.nearest_year(MONTHS[said["month"]], 1, today) if said["month"] else calendar.months_before(today, 1)


def read_listed(text: str, today: date) -> list[Hit[date]]:
    """ "Els dies 12 i 15": each of them as if it stood alone."""
    hits = []
    for match in LISTED.finditer(text):
        for number in re.finditer(r"[0-9]+", match["list"]):
            days = (calendar.day_of_month(int(number.group()), today, ago) for ago in (0, 1))
            value = next((day for day in days if day and day <= today), None)
            at = match.start("list") + number.start()
            hits.append(Hit(at, at + len(number.group()), value, None if value else Reason.INVALID))
    return hits

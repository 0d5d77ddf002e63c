"""Weekdays and the words around them that move them: "dimarts passat", "el dilluns de la setmana passada"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.rules.session_report import calendar
from conversations.rules.session_report.dates import FULL_MONTHS, MONTHS
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.noise import COUNTED

_WEEKDAYS = {
    "dilluns": 0, "dimarts": 1, "dimecres": 2, "dijous": 3, "divendres": 4, "dissabte": 5, "diumenge": 6,
    "lun": 0, "mie": 2, "mier": 2, "jue": 3, "juev": 3, "vie": 4, "vier": 4, "sab": 5,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "dl": 0, "dll": 0, "dlls": 0, "dt": 1, "dm": 1, "dmt": 1, "dc": 2, "dx": 2, "dmc": 2, "dj": 3, "djs": 3,
    "dv": 4, "dvs": 4, "ds": 5, "dss": 5, "dg": 6, "dium": 6,
}  # fmt: skip
_names = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
WEEKDAY = re.compile(
    r"(?P<before>\b(?:el passat|el pasado|l'ultim|el darrer|l'altre|aquest|aquell|este|el proper|"
    r"el proxim|els|cada|tots els|bon|felic|"
    rf"dels|los|el vinent|proper|proxim|passat|un|algun|fa (?:un|uns|[0-9]{{1,2}})) )?(?:(?<![a-z])(?P<ordinal>primer|"
    rf"1r|segon|2n|tercer|3r|quart|4t|ultim|darrer) )?(?<![a-z])(?P<name>{_names})(?![a-z])(?:(?<![a-z]{{4}})\.)?"
    r"(?P<after>,? (?:passats?|pasado|darrer|ultim|(?:anterior|seguent|posterior|previ)(?: als?\b)?|(?:abans|"
    r"despres) (?:del|de l'|de la(?! una))|d'abans(?! d)|(?:de |d')(?:la |l')?(?:setmana passada|passada setmana|"
    r"semana pasada|setmana anterior)|(?:de |d')l'altra(?: setmana)?|d'aquesta(?: mateixa)? setmana|de esta semana|"
    r"(?:que|q|k) ve|vinent|que viene|proper|proxim|de la (?:setmana que ve|setmana vinent|propera setmana|"
    r"setmana entrant)|de fa (?P<ago>un|una|[0-9]{1,2}) (?P<agounit>setman\w+|dies)|(?:va fer|fara|ha fet|"
    r"fa) (?P<since>una|un|[0-9]{1,2}) (?P<sinceunit>setman\w+|dies)|"
    r"(?:de|del|d')(?: mes)? ?(?P<ordmonth>" + FULL_MONTHS + r"|mes passat|mes)))?"
    r"(?:(?:,? ?(?:dia |el dia |el |a |\()?|-)(?P<number>0?[1-9]|[12][0-9]|3[01])(?![0-9a-z_]|[/.:,'-][0-9]|"
    r" ?(?:h[sr]?s?|hor(?:es|"
    r"etes|as)(?! ?[:=])|min\w*|quarts?|cuartos?|'|\")(?![a-z])|(?<=[^0-9]1)(?<!dia 1) hor(?:a|eta)| (?:a|fins|i|o|"
    r"y) (?:[0-9]|una?\b|mitja|quart)|(?:-| -(?! ))(?![0-9](?:[.,:'][0-9]+)? ?h|[0-9]{1,3} ?(?:m|'))[0-9]| 1/2|"
    r" \([a-z0-9]+\) ?h|/|\.[0-9]| [\w]*_| (?:dies|dias|setmanes|semanas|cops|vegades|sessions|trobades|reunions)\b))?"
)
_BESIDE = ("anterior a", "seguent", "posterior", "previ", "abans", "despres")
_DAY_AHEAD = re.compile(r"(?:^|[\n;]|\b(?:dia|el) )(?P<number>[0-9]{1,2})(?:,? | ?- ?| ?\()$")
# "El segon diumenge de mes": of every month.
_HABIT = re.compile(r" (?:de|de cada) mes$")


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday in the text: its day (Monday 0) and whether nothing but its name was said."""

    hit: Hit[date]
    weekday: int
    plain: bool
    last_week: bool


def read_weekdays(text: str, today: date, whole: str = "") -> list[NamedWeekday]:
    """Weekdays, each resolved by the words around it; habits ("cada dijous") are left out.

    Beside "aquest dilluns" anywhere in `whole`, "dilluns passat" is a week before.
    """
    found = []
    for match in WEEKDAY.finditer(text):
        before = (match["before"] or "").strip()
        ordinal = match["ordinal"]
        start = match.start()
        if ordinal == "quart" and not match["ordmonth"] and not before:
            # "Quart dimecres": a council and its day
            ordinal, start = None, match.start("name")
        if match["ordmonth"] and before in ("l'ultim", "el darrer"):
            ordinal = "ultim"
        if before in ("els", "cada", "tots els", "dels", "los", "bon", "felic") or (ordinal and not match["ordmonth"]):
            continue
        if _HABIT.search(match.group()):
            continue
        weekday = _WEEKDAYS[match["name"]]
        after = (match["after"] or "").strip(", ")
        ahead = None if ordinal or after or before or match["number"] else _DAY_AHEAD.search(text, 0, start)
        if ahead:
            # "20, dimecres"
            start, value = ahead.start("number"), calendar.numbered_weekday(weekday, int(ahead["number"]), today)
            reason = None if value else Reason.CONTRADICTORY
        elif ordinal:
            value, reason = _ordinal(ordinal, match["ordmonth"], weekday, today)
        elif match["number"]:
            value = calendar.numbered_weekday(weekday, int(match["number"]), today)
            reason = None if value else Reason.CONTRADICTORY
            if not value and COUNTED.match(text, match.end()):
                # "dilluns 3 lots": a count
                value, reason = _weekday(match, weekday, before, after, today)
        else:
            value, reason = _weekday(match, weekday, before, after, today)
        again = before != "aquest" and after.startswith(("passat", "pasado")) and f"aquest {match['name']}" in whole
        if value and again:
            value = calendar.latest_weekday(weekday, today) - calendar.WEEK
        last = "passada" in after or "pasada" in after or "anterior" in after
        plain = not after and not match["number"] and not ahead and not before
        found.append(NamedWeekday(Hit(start, match.end(), value, reason), weekday, plain, last))
    return found


def _ordinal(ordinal: str, said: str, weekday: int, today: date) -> tuple[date | None, Reason | None]:
    ordinals = {"primer": 1, "1r": 1, "segon": 2, "2n": 2, "tercer": 3, "3r": 3, "quart": 4, "4t": 4}
    first = today.replace(day=1)
    if said == "mes passat":
        first = calendar.months_before(today, 1)
    elif said != "mes":
        first = first.replace(month=MONTHS[said])
    value = calendar.ordinal_weekday(ordinals.get(ordinal, -1), weekday, first.month, first.year)
    return value, None if value else Reason.INVALID


def _weekday(
    match: re.Match[str], weekday: int, before: str, after: str, today: date
) -> tuple[date | None, Reason | None]:
    latest = calendar.latest_weekday(weekday, today)
    if match["ago"]:
        weeks = _weeks(match["ago"], match["agounit"])
        return (calendar.weekday_in_week(weekday, today, weeks), None) if weeks else (None, Reason.AMBIGUOUS)
    if match["since"]:
        weeks = _weeks(match["since"], match["sinceunit"])
        return (latest - weeks * calendar.WEEK if weeks else None), Reason.AMBIGUOUS
    if "altra setmana" in after:
        return calendar.weekday_in_week(weekday, today, 1), Reason.AMBIGUOUS
    if (
        before in ("l'altre", "un", "algun")
        or before.startswith("fa ")
        or match["ordmonth"]
        or "altra" in after
        or before == "aquell"
    ):
        return None, Reason.AMBIGUOUS
    if any(
        word in after for word in ("que ve", "q ve", "k ve", "vinent", "viene", "proper", "proxim", "entrant")
    ) or any(word in before for word in ("proper", "proxim", "vinent")):
        return calendar.next_weekday(weekday, today + timedelta(days=1)), Reason.FUTURE
    if after in ("anterior", "d'abans"):
        return latest - calendar.WEEK, Reason.AMBIGUOUS
    if after.startswith(_BESIDE):
        # "El dilluns següent a la fira", "el dimarts abans del ple": nobody says when that was
        of_it = not after.startswith(("abans", "despres")) or match.string.endswith("el ", 0, match.start())
        return latest, Reason.AMBIGUOUS if of_it else None
    if "passada" in after or "pasada" in after or "anterior" in after:
        return calendar.weekday_in_week(weekday, today, 1), None
    if "setmana" in after or "semana" in after:
        return calendar.weekday_in_week(weekday, today, 0), None
    past = ("passat", "pasado", "darrer", "ultim")
    if latest == today and any(word in f"{before} {after}" for word in past):
        return latest - calendar.WEEK, None
    return latest, None


def _weeks(number: str, unit: str) -> int | None:
    """Whole weeks; "quinze dies" after a weekday are two of them, as everybody counts."""
    count = 1 if number in ("un", "una") else int(number)
    if unit.startswith("setman"):
        return count
    return {7: 1, 8: 1, 14: 2, 15: 2}.get(count)

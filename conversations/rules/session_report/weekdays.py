"""Days named from today: "ahir", "dimarts passat", "fa tres dies", "el dia 9", and the vague ways of saying when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

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
_AGO = re.compile(
    r"(?:(?P<anchor>avui |ahir |ara |dema )?(?:en )?(?P<verb>fa|feia|hace|va fer|fara)(?: (?:just|justament|"
    r"exactament|precisament|ja|tot just|ara))? |\b(?=[a-z0-9 ]{3,22} enrere))(?P<n>un|una|[1-9]|[1-3][0-9]|uns|unes|"
    r"pocs|poques|alguns|algunes|un parell de|bastants|forca)(?: (?:o|a) [0-9]{1,2})? (?P<unit>dies|dia|setmanes|"
    r"setmana|mesos|mes|dias|semanas?)(?P<half> i (?:mitja|un dia|[0-9] dies|escaig|pico))?(?: enrere)?\b"
)
# "La setmana passada, tal dia com avui"
_SAME_DAY = re.compile(
    r"\b(?:de )?la setmana passada,? tal (?:dia )?com (?:avui|ahir)\b|"
    r"\btal (?:dia )?com (?:avui|ahir),? (?:de )?la setmana passada\b"
)
# "Fa quinze dies que hi treballen" tells no day; "fa quinze dies que vam fer" does.
_SINCE = re.compile(r" que (?!(?:ens |es |la |ho |l'|hi |els )?(?:vam|vaig|va|van|hem|he|varem)\b)")
_RELATIVE = re.compile(
    r"(?<![a-z])(?:(?P<three>abans d')?(?P<two>avant-?ahir|(?:abans|avans|antes|despus|dispus|despuys|despuix)[ -]?"
    r"(?:de ?|d)?[ '-]?ahir)|(?P<ahir>ahir|anit)|(?P<avui>avui|(?:aquest|este) (?:de)?mati|esta vesprada|"
    r"aquesta vesprada|aquesta (?P<late>tarda|nit)(?! passada)|aquest (?P<eve>vespre)|aquest migdia|(?:resum|"
    r"tancament) del dia(?! [0-9]|,? d)|esta manana|esta tarde|aquesta matinada)|(?P<after>dema passat|pasado manana|"
    r"despus-?dema)|(?P<dema>dema|(?<!la )manana(?! pasado)))(?![a-z])"
)
_PART_OF_DAY = re.compile(
    r",? (?:mateix )?(?:(?:al|a la|per la|por la|de|pel|al punt del|a ultima hora del?|a primera hora del?|"
    r"a mig) ?(?:la )?)?(?:mati|tarda|vespre|migdia|nit|matinada|tarde|manana)(?![a-z])"
)


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


def read_ago(text: str, today: date) -> list[Hit[date]]:
    """ "Fa tres dies", "avui fa una setmana": counted from the day of sending."""
    hits: list[Hit[date]] = []
    for match in _SAME_DAY.finditer(text):
        yesterday = timedelta(days="ahir" in match.group())
        hits.append(Hit(match.start(), match.end(), today - calendar.WEEK - yesterday))
    for match in _AGO.finditer(text):
        if _SINCE.match(text, match.end()):
            continue
        base = today - timedelta(days={"ahir ": 1, "dema ": -1}.get(match["anchor"] or "", 0))
        to_come = match["verb"] == "fara" and match["anchor"] != "dema "
        count = 1 if match["n"] in ("un", "una") else int(match["n"]) if match["n"].isdigit() else 0
        weeks = match["unit"].startswith(("setman", "seman"))
        vague = "dia" not in match["unit"] and "die" not in match["unit"] and not weeks
        range_said = re.search(r" (?:o|a) [0-9]", match.group())
        idiom = {8: calendar.WEEK, 15: 2 * calendar.WEEK}.get(0 if weeks or range_said else count)
        if (
            not count
            or vague
            or range_said
            or (idiom and (count, match["anchor"]) != (15, "avui "))
            or to_come
            or match["half"]
        ):
            likely = base - idiom if idiom and not to_come else None
            hits.append(Hit(match.start(), match.end(), likely, Reason.AMBIGUOUS))
        else:
            hits.append(Hit(match.start(), match.end(), base - (idiom or timedelta(days=count * (7 if weeks else 1)))))
    return hits


def read_relative(text: str, sent: datetime) -> list[Hit[date]]:
    """ "ahir", "avui al matí": counted from the day of sending."""
    today = sent.date()
    hits: list[Hit[date]] = []
    for match in _RELATIVE.finditer(text):
        part = _PART_OF_DAY.match(text, match.end())
        end = part.end() if part else match.end()
        said = match.group() + (part.group() if part else "")
        days = 0
        reason = None
        if match["three"]:
            days = 3
        elif match["two"]:
            days = 2
        elif match["ahir"]:
            days = 1
            # "anit" is last night here and tonight there
            reason = Reason.AMBIGUOUS if match["ahir"] == "anit" else None
        elif match["dema"]:
            days = -1
        elif match["after"]:
            days = -2
        elif ("tard" in said and sent.hour < 13) or (("vespre" in said or "nit" in said) and sent.hour < 20):
            reason = Reason.FUTURE
        hits.append(Hit(match.start(), end, today - timedelta(days=days), Reason.FUTURE if days < 0 else reason))
    return hits


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

"""On which day: numeric, spelled and relative dates and weekdays, each resolved against the day of sending.

Vague ("la setmana passada"), impossible and contradictory dates are found too, with a reason and no value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from conversations.rules.session_report import calendar
from conversations.rules.session_report.model import Hit, Reason

MONTHS = {
    "gener": 1, "febrer": 2, "marc": 3, "abril": 4, "maig": 5, "juny": 6, "juliol": 7, "agost": 8,
    "setembre": 9, "octubre": 10, "novembre": 11, "desembre": 12, "enero": 1, "febrero": 2, "marzo": 3,
    "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "setiembre": 9, "noviembre": 11,
    "diciembre": 12, "gen": 1, "feb": 2, "febr": 2, "mar": 3, "abr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7,
    "ag": 8, "ago": 8, "set": 9, "setem": 9, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "des": 12, "dic": 12,
    "stbre": 9, "setbre": 9, "octbre": 10, "novbre": 11, "desbre": 12,
    "xii": 12, "xi": 11, "x": 10, "ix": 9, "viii": 8, "vii": 7, "vi": 6, "v": 5,
}  # fmt: skip
FULL_MONTHS = "|".join(name for name in MONTHS if len(name) > 3 and name not in ("setem", "sept", "febr", "viii"))
_SHORT_MONTHS = r"gen|febr?|mar(?=\.)|abr|mai|may|jun|jul|ago?|setem|set|sept?|oct|nov|des(?! d)|dic"
_ROMAN = "xii|xi|viii|vii|vi|ix|x|v"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|[3-9][0-9])"
_YEAR = r"(?:,? ?(?:de |del |d'|-|/|\. ?|de l'any )?(?P<year{n}>(?:19|20)[0-9]{{2}})(?![0-9]))?"

STRONG = re.compile(
    r"(?<![0-9a-z/:-])(?<![0-9][.,])(?<![0-9]['´ ])(?:(?P<first>1 ?(?:r|er|ro)|primer|primero|u)|"
    rf"(?P<day>{_DAY}))(?:(?: ?(?:de |d'|d |d(?=[ao])|del )| ?[-/.] ?| )?(?P<month>{FULL_MONTHS})|(?: ?(?:de |d'|d )|"
    r" ?[-/.] ?|"
    rf" )?(?P<short>{_SHORT_MONTHS})|[-./ ](?P<roman>(?:{_ROMAN})(?=[-./ ]20)|(?<=[-/.])(?:xii|xi|viii|vii|vi|"
    rf"ix)))(?![a-z])(?(month)|\.?){_YEAR.format(n=1)}"
    r"|(?<![0-9/:-])(?<![0-9][.,])(?<![0-9]')(?P<d>[0-9]{1,2})(?:(?P<sep> ?[/.-] ?|"
    r"[ _·](?=[0-9]{2}[ _·]20))(?P<m>[0-9]{1,2})(?P=sep)(?P<y>(?:20|19)?[0-9]{2}))(?![0-9]|[/.:-][0-9](?! ?h\b))|"
    r"(?<![0-9/:-])(?<![0-9][.,])(?P<iso>20[0-9]{2}(?P<cut>[-/.]?)[0-9]{2}(?P=cut)[0-9]{2})(?![0-9])|"
    r"(?<![0-9/:-])(?<![0-9][.,])(?<![0-9]')(?!(?:1 ?/ ?[2-4]|2 ?/ ?[2-4]|"
    r"3 ?/ ?[34])(?![0-9/]))(?P<ds>[0-9]{1,2}) ?/ ?(?P<ms>[0-9]{1,2})(?: del? (?:l'any |"
    r"any )?(?P<ys>20[0-9]{2}))?(?![0-9]|[/.:-][0-9](?! ?h\b)| ?(?:h\b(?! ?[:=])|hores(?! ?[:=])|horetes)| d'hor)"
    rf"|(?<![a-z])(?P<lead>{FULL_MONTHS}),? (?P<trail>{_DAY})(?![0-9]|[/.:,'-][0-9]|[ ]?(?:h|m|'|hor\w*|min\w*|"
    rf"sessi\w*|"
    r"cops|vegades|dies|de|d'|del|i|o|a|al|quarts|_)\b)|\b(?:dia |el )?(?P<dd>[0-9]{1,2}) del (?P<dm>[0-9]{1,2})(?: "
    r"(?:del |de |de l'any )?(?P<dy>20[0-9]{2}))?(?![0-9]|[/.:-][0-9])"
)
_DIGITS = re.compile(r"[0-9]{2}")
WEAK = re.compile(
    r"(?<![0-9/.:,'_-])(?P<d>[0-9]{1,2})(?P<sep>[.-])(?P<m>0?[1-9]|1[0-2])(?![0-9]|[/.:,'-][0-9]| ?(?:h\b|"
    r"hor|min|a (?:les )?[0-9]|')|[a-z])"
)
FIRST_HOUR = 7
_HEADED = re.compile(r"\b(?:dia|data|fecha|d)(?: ?[:=]| -)? ?$")
_LISTED_BEFORE = re.compile(
    r"(?P<list>(?:(?<![0-9/.:,-])(?<![0-9]')[0-9]{1,2}r?(?:, ?| i | y | o | ?\+ ?| ?& ?| ?/ ?)(?:el |dia |l'|del )?)+)$"
)
# "12 i 15/6", but "de 9 a 11 i 1/10"
# "8-15 de juny"
_STRETCH = re.compile(rf"(?<![0-9/.:,'-])[0-9]{{1,2}} ?[-/] ?[0-9]{{1,2}} (?:de |d')?(?:{FULL_MONTHS})(?![a-z])")
# "19 de juny, vull dir de maig"
_OTHER_MONTH = re.compile(
    r"[ ,.;(-]{1,4}(?:(?:ai|ui|ep),? )?(?:no,?|vull dir|volia dir|perdo,?|dic|digo|millor dit,?|rectifico:?) "
    rf"(?:de |d'|del )?(?P<month>{FULL_MONTHS})(?![a-z])"
)
_LAST_DAY = re.compile(
    rf"\b(?:l'ultim|el darrer|ultim|darrer|el ultimo) dia (?:de |d'|del )(?:(?P<month>{FULL_MONTHS})|mes "
    rf"passat)(?![a-z])"
)
_EACH_A_DAY = re.compile(r"(?<!\ba )(?<!les )\|.* (?:i|y) $")
_UNTIL = re.compile(r"[0-9] ?h? (?:a|fins)(?: a)?(?: les)? $")
_STRETCH_BEFORE = re.compile(r"\bdel? (?:dia )?(?P<from>[0-9]{1,2}) (?:al?|fins al) (?:l')?$")


def year_of(text: str | None) -> int | None:
    """ "20" and "2020" are 2020."""
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def dated(day: int, month: int, year: int | None, today: date) -> tuple[date | None, Reason | None]:
    """A day and month, in the year that was said or in the nearest one."""
    found = calendar.make_date(year, month, day) if year else calendar.nearest_year(month, day, today)
    return found, None if found else Reason.INVALID


def read_strong(text: str, today: date) -> list[Hit[date]]:
    """Dates that cannot be anything else: with a month's name, a slash or a year."""
    hits: list[Hit[date]] = []
    for match in STRONG.finditer(text):
        if match["month"] or match["short"] or match["roman"]:
            day = 1 if match["first"] else int(match["day"])
            month, year = MONTHS[match["month"] or match["short"] or match["roman"]], year_of(match["year1"])
        elif match["lead"]:
            day, month, year = int(match["trail"]), MONTHS[match["lead"]], None
        elif match["iso"]:
            year, month, day = int(match["iso"][:4]), *map(int, (_DIGITS.findall(match["iso"][4:])))
        else:
            day = int(match["d"] or match["ds"] or match["dd"])
            month = int(match["m"] or match["ms"] or match["dm"])
            year = year_of(match["y"] or match["ys"] or match["dy"])
        before = text[max(0, match.start() - 40) : match.start()]
        listed = _LISTED_BEFORE.search(before)
        value, reason = dated(day, month, year, today)
        if _STRETCH_BEFORE.search(before):
            value, reason = None, Reason.AMBIGUOUS
        elif (
            listed
            and (not match["ds"] or _EACH_A_DAY.search(before[: listed.start()] + "|" + listed["list"]))
            and not _UNTIL.search(before, 0, listed.start())
        ):
            offset = match.start() - len(before)
            for number in re.finditer(r"[0-9]{1,2}", listed["list"]):
                other, wrong = dated(int(number.group()), month, year, today)
                at = offset + listed.start() + number.start()
                hits.append(Hit(at, at + len(number.group()), other, wrong))
        end = match.end()
        if match["month"] and (instead := _OTHER_MONTH.match(text, end)):
            (value, reason), end = dated(day, MONTHS[instead["month"]], year, today), instead.end()
        hits.append(Hit(match.start(), end, value, reason))
    hits += [Hit(m.start(), m.end(), None, Reason.AMBIGUOUS) for m in _STRETCH.finditer(text)]
    for match in _LAST_DAY.finditer(text):
        month = MONTHS[match["month"]] if match["month"] else calendar.months_before(today, 1).month
        first = calendar.nearest_year(month, 1, today)
        last = first and (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        hits.append(Hit(match.start(), match.end(), last))
    return hits


def read_weak(text: str, today: date) -> list[Hit[date]]:
    """ "14.7", "14-7": a date only because nothing else claimed those figures."""
    hits = []
    found = list(WEAK.finditer(text))
    # "16-10 10-12": a day and its hours
    days = [m for m in found if m["sep"] != "-" or not FIRST_HOUR <= int(m["d"]) < int(m["m"])]
    for match in days or found:
        value, reason = dated(int(match["d"]), int(match["m"]), None, today)
        headed = _HEADED.search(text, max(0, match.start() - 12), match.start())
        if match["sep"] == "-" and int(match["d"]) < int(match["m"]) and not headed:
            reason = reason or Reason.AMBIGUOUS
        hits.append(Hit(match.start(), match.end(), value, reason))
    return hits

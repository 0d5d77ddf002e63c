"""All the days named in a line, put together: "dimecres 16 de juny" is one day, or a contradiction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from conversations.rules.session_report import calendar, counted, numbered, weekdays
from conversations.rules.session_report.bystanders import is_elsewhere, unmoved
from conversations.rules.session_report.corrections import is_denied, supersede
from conversations.rules.session_report.dates import read_strong, read_weak
from conversations.rules.session_report.feasts import read_feasts
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.one_day import Day, hedged, is_joined, merge
from conversations.rules.session_report.vague import read_vague

_COMPARED = re.compile(r"\b(?:com|que) $")
_APART_FROM = re.compile(r"(?:[,(] ?(?:de )?|^ (?:de )?)$")
_CLOSED = re.compile(r" ?(?:$|[,.;:)\n]| - )")
_THEIRS = re.compile(r" (?:[a-z']+ ){0,3}(?:va|van|ha|han)\b")
_SENTENCE_END = re.compile(r"[.;!?\n]")
_RECENT = timedelta(days=92)
_MEASURE_BEFORE = re.compile(r"(?:hores|durada|temps|versio|v)[ :=.]*$")
_LISTED = re.compile(r",? ?(?:i |y )?(?:el )?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a line: those told, the vague words, and the line with the told ones blanked."""

    told: tuple[Hit[date], ...]
    vague: tuple[Hit[date], ...]
    text: str


def read_days(text: str, sent: datetime, whole: str = "") -> Days:
    """All days in the canonical text, corrections applied; `whole` is the message that it is a part of."""
    today, said = sent.date(), text
    feasts = read_feasts(text, today)
    days = [
        Day(hit, frozenset({"weekday"}), hit.value.weekday() if hit.value else None) for hit, sure in feasts if sure
    ]
    text = _blank(text, days)
    strong = read_strong(text, today)
    # "la setmana del 4 de maig" is no day
    weeks = [
        replace(hit, value=None, reason=Reason.AMBIGUOUS) for hit in strong if _OF_A_WEEK.search(text, 0, hit.start)
    ]
    days += [Day(hit, frozenset({"dated"})) for hit in strong if all(hit.start != one.start for one in weeks)]
    text = blank_spans(_blank(text, days), [(hit.start, hit.end) for hit in weeks])
    vague, last_week = read_vague(text, today)
    vague += weeks
    text = blank_spans(text, [(hit.start, hit.end) for hit in vague if text[hit.end - 1].isdigit()])
    weekly = _last_week(text, weekdays.read_weekdays(text, today, whole), today, last_week)
    week = _WEEK_OF.search(text) or _WEEK_OF.search(whole)
    days += [Day(_in_week(one, week, today), frozenset({"weekday"}), one.weekday) for one in weekly]
    text = _blank(text, days)
    # "fa quinze dies" is about as long ago, "fa dos dies" is a day like yesterday
    days += [
        Day(hit, frozenset({"ago" if not hit.value or today - hit.value >= calendar.WEEK else "relative"}))
        for hit in counted.read_ago(text, today)
    ]
    text = _blank(text, days)
    days += [Day(hit, frozenset({"relative"})) for hit in counted.read_relative(text, sent)]
    text = _blank(text, days)
    if all(is_elsewhere(text, day.hit) for day in days):
        days += [Day(hit, frozenset({"dated"})) for hit in numbered.read_listed(text, today)]
        text = _blank(text, days)
    alone = all(
        is_elsewhere(text, day.hit) or (day.hit.value or today) > today or is_denied(text, day.hit) for day in days
    )
    for match in numbered.NUMBERED.finditer(text):
        if match["dia"] or match["month"] or alone:
            days += [Day(hit, frozenset({"dated"})) for hit in numbered.read_numbered(match, today)]
    text = _blank(text, days)
    first = min((day.hit.start for day in days), default=len(text))
    alone = not days
    for hit in read_weak(text, today):
        # beside other days, only what stands before them and has just been
        recent = hit.value and today - _RECENT <= hit.value <= today
        measured = _MEASURE_BEFORE.search(text, max(0, hit.start - 12), hit.start)
        if alone or (hit.start < first and recent and not hit.reason and not measured):
            days = [*days, Day(hit, frozenset({"dated"}))]
    days = [_with_figures(text, day, today) for day in days]
    days += _beside(text, days, [hit for hit, sure in feasts if not sure])
    text = _blank(text, days)
    days = [day for day in days if not is_elsewhere(text, day.hit)]
    days = sorted((day for day in days if not _WHICH_WAS.search(text, 0, day.hit.start)), key=lambda day: day.hit.start)
    named = [hedged(text, hit) for hit in merge(text, days)]
    denied = {hit.value: hit.start for hit in named if not hit.reason and is_denied(text, hit)}
    twice = {hit.value for hit in named if _TODAY.match(said, hit.start)}
    named = [_not_today(said, hit) if hit.value in twice else hit for hit in named]
    told = [_not_that(text, hit, denied) for hit in supersede(text, unmoved(text, _settled(text, named)))]
    return Days(tuple(told), tuple(vague), text)


# "Abans d'ahir no, que era diumenge: ahir"
_WHICH_WAS = re.compile(r"\bno,? que (?:era|es|va ser) (?:el |dia )?$")
# "Dilluns, dimarts... Va ser dilluns."
_IT_WAS = re.compile(r"[.;!?_] ?(?:(?:be|no|total|si)[,:]? )?(?:va ser|era|fou|ha estat|ha sigut) (?:el )?$")

# "Dimecres era Sant Joan, o sigui que dijous"
_SO_THEN = re.compile(r"\bo sigui(?: que)? (?:el |l')?$")


def _settled(text: str, hits: list[Hit[date]]) -> list[Hit[date]]:
    """Only the day that is said at last to have been it, of those named before."""
    for position, hit in enumerate(hits):
        again = hit.value and any(one.value == hit.value for one in hits[:position])
        near = max(0, hit.start - 24), hit.start
        if (again and _IT_WAS.search(text, *near)) or (position and _SO_THEN.search(text, *near)):
            return hits[position:]
    return hits


_FIGURES = re.compile(r"[ ,(]{1,2}(?P<d>[0-9]{1,2})(?P<sep>[.-])(?P<m>[0-9]{1,2})(?![0-9]|[.:,-][0-9]| ?h\b)")
# "Ahir (15)", "ahir 15 vam fer": another day than yesterday
_OTHER_DAY = re.compile(
    r" ?\((?:dia |el )?(?P<in>[0-9]{1,2})\)(?! ?h)| (?P<bare>[89]|[12][0-9]|3[01])(?: (?:vam|vaig|hem|he|amb)\b|"
    r"(?P<near>[,;:](?![0-9])))"
)
# "Ahir 16, 2 h" may be the hour; "avui 16, Vic" on the 17th is hardly that.
_NEAR = 2


def _with_figures(text: str, day: Day, today: date) -> Day:
    """The day with the figures behind it that say the same ("ahir 16.6", "dt 9-6") or, in brackets, another one."""
    said, value = _FIGURES.match(text, day.hit.end), day.hit.value
    dated = calendar.nearest_year(int(said["m"]), int(said["d"]), today) if said and value else None
    if said and dated and dated != value and day.weekday == dated.weekday() and today - _RECENT <= dated <= today:
        # "dj 4.6", not the latest Thursday; "dj 4-6" may be its hours
        hours = said["sep"] == "-" and int(said["d"]) < int(said["m"])
        return replace(day, hit=Hit(day.hit.start, said.end(), dated, Reason.AMBIGUOUS if hours else None))
    if said and dated and dated != value and day.weekday is not None and said["sep"] == "." and len(said["m"]) == 1:
        return replace(day, hit=Hit(day.hit.start, said.end(), None, Reason.CONTRADICTORY))
    if said and dated == value:
        return replace(day, hit=replace(day.hit, end=said.end()), kinds=day.kinds | {"dated"})
    said = _OTHER_DAY.match(text, day.hit.end)
    off = abs(int(said["in"] or said["bare"]) - value.day) if said and value else 0
    if said and off and (not said["near"] or off <= _NEAR):
        return Day(Hit(day.hit.start, said.end(), None, Reason.CONTRADICTORY), day.kinds | {"dated"}, day.weekday)
    return day


def _beside(text: str, days: list[Day], feasts: list[Hit[date]]) -> list[Day]:
    """The feasts that tell the day: all if nothing else does, else those that stand next to the day told."""
    found = [Day(hit, frozenset({"feast"})) for hit in feasts]
    return [
        one for one in found if not days or any(is_joined(text, day, one) or is_joined(text, one, day) for day in days)
    ]


def _blank(text: str, days: list[Day]) -> str:
    return blank_spans(text, [(day.hit.start, day.hit.end) for day in days])


def _last_week(
    text: str, named: list[weekdays.NamedWeekday], today: date, last_week: list[tuple[int, int]]
) -> list[weekdays.NamedWeekday]:
    """Bare weekdays belong to last week if that is said apart, or of the last one of their list."""
    result: list[weekdays.NamedWeekday] = []
    following: weekdays.NamedWeekday | None = None
    for one in reversed(named):
        listed = (
            following is not None
            and following.last_week
            and _LISTED.fullmatch(text, one.hit.end, following.hit.start) is not None
        )
        if one.plain and (listed or any(_is_of_week(text, one.hit, week) for week in last_week)):
            value = calendar.weekday_in_week(one.weekday, today, 1)
            one = weekdays.NamedWeekday(Hit(one.hit.start, one.hit.end, value), one.weekday, True, True)
        following = one
        result.append(one)
    return result[::-1]


def _is_of_week(text: str, hit: Hit[date], week: tuple[int, int]) -> bool:
    """Whether the week said there is the day's: before it, or a part of its own behind it; not a comparison."""
    start, end = week
    if start < hit.start:
        stop = _SENTENCE_END.search(text, end, hit.start)
        theirs = stop and _THEIRS.match(text, end, stop.start())
        return not theirs and not _COMPARED.search(text, max(0, start - 8), start)
    return bool(_APART_FROM.search(text, hit.end, start) and _CLOSED.match(text, end)) and not _SENTENCE_END.search(
        text, hit.end, start
    )


_OF_A_WEEK = re.compile(r"\bsetmana (?:del? |de l')(?:dia )?$")
# "La setmana del 21, dimecres"
_WEEK_OF = re.compile(r"\bsetmana (?:del?|de l') ?(?:dia )?(?P<day>[0-9]{1,2})(?! ?h)\b")


def _in_week(one: weekdays.NamedWeekday, week: re.Match[str] | None, today: date) -> Hit[date]:
    """The weekday in the week that is told by one of its days."""
    if not week or not one.plain:
        return one.hit
    found = (calendar.day_of_month(int(week["day"]), today, ago) for ago in (0, 1))
    day = next((day for day in found if day and day <= today), today)
    return Hit(one.hit.start, one.hit.end, calendar.weekday_in_week(one.weekday, day, 0))


def _not_that(text: str, hit: Hit[date], denied: dict[date | None, int]) -> Hit[date]:
    """ "Dimecres passat, no ahir" on a Thursday: the Wednesday before, to be confirmed."""
    if not hit.value or hit.value not in denied or _SENTENCE_END.search(text, hit.end, denied[hit.value]):
        return hit
    return Hit(hit.start, hit.end, hit.value - calendar.WEEK, Reason.AMBIGUOUS)


_TODAY = re.compile(
    r"(?:avui|aquest (?:mati|migdia)),? (?:ja |per fi )?(?:(?:em|ens|li|els|us|la|hi|els he|ho) |m'|l')"
)
_WEEKDAY = re.compile(r"di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]")


def _not_today(text: str, hit: Hit[date]) -> Hit[date]:
    """ "Dimecres vam fer 2 h; avui m'han enviat l'acta" on a Wednesday: to be confirmed."""
    reason = hit.reason or (Reason.AMBIGUOUS if _WEEKDAY.fullmatch(text, hit.start, hit.end) else None)
    return Hit(hit.start, hit.end, hit.value, reason)

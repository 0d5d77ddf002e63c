"""Times of day and ranges of hours, the Catalan quarter clock included ("dos quarts de deu" is 9.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conversations.rules.session_report.model import Reason

HALF_DAY = 12 * 60
LONGEST_WRAP = 6 * 60
SHORTEST = 10
LONGEST = 7 * 60
DAWN = 7 * 60

_HOUR = r"(?:2[0-4]|[01]?[0-9]|una)(?![0-9])"
_PART = (
    r"(?: ?(?P<part{n}>del mati|al mati|de la tarda|a la tarda|tarda|del vespre|de la nit|del migdia|"
    r"de la manana|de la tarde|am|pm)\b| ?(?P<dotted{n}>[ap]\.m)\b\.?)?"
)


def time_pattern(n: int, article: str) -> str:
    """The pattern of one time of day; its groups carry the suffix `n`."""
    quarter = (
        rf"(?:(?P<quarters{n}>[123]|un|mig(?= quart)|(?<![0-9] )(?<!un )(?<!mig )(?<!i )(?=quart )) ?"
        rf"(?:(?:/ ?4|quarts?)(?P<odd{n}> (?:i|menys) (?:mig|5|10))? (?:de |d'|d (?=[au1-9]))|/4 )|"
        rf"(?P<mig{n}>mig) (?:de |d')?)(?:les |la |l')?"
        rf"(?P<qhour{n}>{_HOUR})(?! ?hor)(?P<late{n}> (?:i|menys) (?:5|10)(?![0-9]))?"
    )
    digital = (
        rf"{article}(?P<hour{n}>{_HOUR})(?:(?: ?[:h] ?|\.|'|,)(?P<minute{n}>[0-5][0-9])(?![0-9])(?: ?min\w*|"
        rf"')?)?(?P<mark{n}> ?h(?:s|ores|rs)?\b\.?)?(?P<tail{n}> (?:i|y) (?:mitja|media|3 quarts|(?:un |1 )?quart|"
        rf"cuarto|[1-5]?[05])(?![0-9])(?! ?/)| (?:menys|menos) (?:(?:un |1 )?quart|cuarto|5|10|20|25))?(?: en punt)?"
    )
    return rf"(?:{quarter}|{digital}|(?P<noon{n}>(?:el )?migdia)){_PART.replace('{n}', str(n))}"


# "9h", "16 h 30"; what says "hores" is a length.
OF_DAY = re.compile(r"(?:[7-9]|1[0-9]|2[0-3]) ?h(?: ?[0-5][0-9])?")
_ARTICLE = r"(?:les |las |la |l')?"
_PREFIX = r"(?P<prefix>(?<![a-z])(?:des de |desde |d'|de |d |del |entre |a )(?:les |las |la |l'|el (?=quart ))?)?"
_LINK = (
    r"(?P<link> ?[->]+ ?|(?:(?<=[:.][0-9]{2})|(?<=[0-9]h)|(?<=[0-9] h)) ?/ ?(?=[0-9]{1,2}(?:[:.][0-9]| ?h))|"
    r"(?<=:[0-9]{2}) (?=[0-9]{1,2}:[0-9])|(?<=[0-9]\.[0-9]{2}) (?=[0-9]{1,2}\.[0-5][0-9](?![0-9.]))|\.\.+|"
    r"(?: fins)? al (?=migdia|quart d)| (?:a|fins|fins a|i fins|i fins a|hasta|i|y|y hasta)(?: les | las | la | l'| )|"
    r" ?[,;.\n|/-]? ?(?:i )?(?:h(?:ora|\.) ?)?(?:de |d'|del )?(?:fi|final|sortida|acabament|finalitzacio|desconnexio|"
    r"tancament|cloenda)(?: ?:)? (?:a )?(?:les )?| ?[,;.\n|/-]? ?(?:acaba|fins a?) ?: ?)"
)
RANGE = re.compile(
    rf"(?<![0-9a-z/.,:'])(?<!-)(?:(?<!\bel )(?<!\bdia )|"
    rf"(?=el )){_PREFIX}{time_pattern(1, _ARTICLE)}{_LINK}{time_pattern(2, '')}(?![0-9/a-z]|[.,:'-][0-9])"
)
AT = re.compile(
    r"(?<![a-z])(?P<at>(?:(?:a|des de|cap a|cap alla|cap alla a|fins a|fins|i|partir de|er[ae]n?|donar|(?:se'ns|"
    r"ens) van? (?:fer|tocar)|voltant de|volts de) (?:les|las|la)|a l') ?|(?:al|del|el) (?=quart d)|"
    r"(?:a )?(?=(?:[123]/4|[123] quarts?|un quart) (?:de |d')(?:les |la |l')?(?:[0-9]|una(?! hora))))"
    rf"{time_pattern(1, '')}(?![0-9/a-z]|[.,:'][0-9])"
)


_AFTERNOON = frozenset(("de la tarda", "a la tarda", "tarda", "del vespre", "de la nit", "de la tarde", "pm", "p.m"))


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Minutes since midnight as said; `marked` if "h", minutes or a part of the day make it surely a time,
    `half` if half a minute more was said ("mig quart")."""

    minutes: int
    marked: bool
    part: str
    half: bool = False

    @property
    def afternoon(self) -> bool:
        """Whether it was said to be after noon."""
        return self.part in _AFTERNOON


_QUARTERS = {"un": 15, "mig": 7}
_TAILS = {"mitja": 30, "media": 30, "quart": 15, "cuarto": 15, "3 quarts": 45}


def time_of(match: re.Match[str], n: int) -> TimeOfDay:
    """The time of day in the groups with suffix `n`."""
    part = match[f"part{n}"] or match[f"dotted{n}"] or ""
    if match[f"noon{n}"]:
        return TimeOfDay(HALF_DAY, True, part)
    quarters = match[f"quarters{n}"]
    if quarters is not None or match[f"mig{n}"]:
        # "del quart de cinc", "quart de cinc" is one quarter
        past = 30 if match[f"mig{n}"] else _QUARTERS.get(quarters) or 15 * int(quarters or 1)
        odd = (match[f"odd{n}"] or match[f"late{n}"] or "").split()
        if odd:
            past += (7 if odd[1] == "mig" else int(odd[1])) * (1 if odd[0] == "i" else -1)
        hour = _hour(match[f"qhour{n}"])
        since = HALF_DAY if hour == 1 else ((hour or 12) - 1) * 60
        return TimeOfDay(since + past, True, part, half=(quarters == "mig" and past == 7) or odd[1:] == ["mig"])
    minutes = _hour(match[f"hour{n}"]) * 60 + int(match[f"minute{n}"] or 0)
    tail = match[f"tail{n}"] or ""
    if tail:
        _, sign, amount = tail.split(" ", 2)
        extra = _TAILS.get(amount.removeprefix("un ").removeprefix("1 ")) or int(amount)
        minutes += extra if sign in ("i", "y") else -extra
    marked = bool(match[f"minute{n}"] or match[f"mark{n}"] or tail or part)
    return TimeOfDay(minutes, marked, part)


def _hour(text: str) -> int:
    return 1 if text == "una" else int(text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time of day to another: minutes since midnight, its length, and what is wrong with it; `literal` is a
    length that no session is thought to have."""

    start: int
    end: int
    minutes: int | None
    reason: Reason | None = None
    literal: int | None = None


def stretch(begin: TimeOfDay, finish: TimeOfDay) -> Stretch:
    """How long from `begin` to `finish`, with hours said on the twelve-hour clock put in the working day.

    "d'11 a 1" is two hours; 17 to 16 and anything longer than a working day are absurd.
    """
    start, end = begin.minutes, finish.minutes
    if (finish.afternoon or (begin.afternoon and begin.minutes < HALF_DAY)) and end < HALF_DAY:
        end += HALF_DAY
    if (begin.afternoon or (finish.afternoon and start + HALF_DAY < end)) and start < HALF_DAY:
        start += HALF_DAY
    if end <= start and start < 13 * 60 and end <= HALF_DAY and end + HALF_DAY - start <= LONGEST_WRAP:
        end += HALF_DAY
    if end < DAWN or (start < DAWN and end <= HALF_DAY and end - start <= LONGEST_WRAP):
        start, end = start + HALF_DAY, end + HALF_DAY
    length = end - start
    if not SHORTEST <= length <= LONGEST:
        return Stretch(start, end, None, Reason.ABSURD, length)
    return Stretch(start, end, length, Reason.APPROXIMATE if begin.half != finish.half else None)

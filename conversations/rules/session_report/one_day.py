"""Two names of one day ("dimecres 16 de juny"), alternatives ("dilluns o dimarts"), and doubt about a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from conversations.rules.session_report.model import Hit, Reason

_JOINED = re.compile(
    r"[ ,.(:]*(?:(?:es a dir|o sigui|dia|el|l'|del|d'|de|a|que era|que va ser|per la|a la|al|mati|tarda|"
    r"vespre|migdia) ?,?)*[ (]?"
)
_OR = re.compile(r"[ ,(]*(?:o|o be|o potser|o era|o el|o va ser|/) (?:el )?")
_BETWEEN = re.compile(r"\bentre (?:el |l'|la |dia |el dia )?$")
_SPLIT_BEFORE = re.compile(r"\b(?:reparti|dividi|parti|distribui)[a-z]+ $")
_SPREAD_AFTER = re.compile(r",? (?:hem|he|vam|vaig|n'hem|n'he|hicimos|hice|hemos) ")
_AND = re.compile(r" (?:i|y) (?:el |l'|la |dia |el dia )?")
_HEDGE_BEFORE = re.compile(
    r"\b(?:crec que|em sembla que|em sembla|diria que|potser|no recordo(?: be)? si|no se si|si no m'equivoco|"
    r"si no recordo malament|em penso que|si la memoria no em falla|cap al?|cap el|sobre el|al voltant(?: del?)?|"
    r"pels volts(?: del?)?|a l'entorn(?: del?)?|entorn(?: del?)?|mes o menys|segurament|suposo que|deu ser|devia ser|"
    r"dubto si|creo que|juraria que|probablement|aproximadament|aprox\.?|diria|sobre)[ ,]*(?:va ser |era |fou |el |la |"
    r"va ser el |dia |del |ahir )*$"
)
_HEDGE_AFTER = re.compile(
    r"\?(?=,)| mateix o (?:el |l')|,? ?(?:no,? )?(?:l'altre|l'altra|l'anterior|el d'abans)\b|,? (?:o|o be|o potser|y|"
    r"/) (?:l'altr[ea]|l'anterior|el d'abans|un altre)\b|,? o (?:el |l'|dia |el dia )?[0-9]{1,2}(?![0-9:]|[.,][0-9]|"
    r" ?(?:h|hor|min|'|pers|assist))|,? o (?!sigui|sea|com|de|amb)[a-z']+(?! ?(?:h|hor|min))|,? ?\(?(?:crec\b|"
    r"em sembla|diria|si no m'equivoco|si no recordo malament|si no vaig errat|si la memoria|si no em falla|"
    r"mes o menys|o aixi|o per aqui|potser(?! [0-9])|aprox|\?\)|em penso|suposo|creo)(?! (?:que|per|x|via)\b)"
)


# "Dilluns, mes o menys 2 h": the doubt is of what follows.
_A_LENGTH = re.compile(r" (?:unes |uns |de )?(?:[0-9]{1,3} ?(?:h|min|')|una? hor|hora i|mitja hora|3 quarts)")
# A doubt that names the day is of the day wherever it stands.
_UNSURE_DAY = re.compile(
    r"\b(?:si no vaig errad?t?a?|si no m'equivoco|no (?:n'|me'n |ho )?(?:se|recordo|estic|tinc clar|ho se)|crec|"
    r"em sembla|diria|dubto|potser|comprov\w+|mireu|confirm\w+|no em feu cas)\b[^.,;:()\n0-9]{0,30}?\b(?:de dia|"
    r"la data|el dia|de data|del dia|quin dia|de la data)\b(?! d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the line, with the kinds of words that tell it."""

    hit: Hit[date]
    kinds: frozenset[str]
    weekday: int | None = None


def merge(text: str, days: list[Day]) -> list[Hit[date]]:
    """Join neighbours that tell the same day in different ways, and alternatives ("dilluns o dimarts")."""
    merged: list[Day] = []
    for day in days:
        last = merged[-1] if merged else None
        joint = _AND if last and _is_between(text, last, day) else _OR
        if last and joint.fullmatch(text, last.hit.end, day.hit.start):
            merged[-1] = Day(Hit(last.hit.start, day.hit.end, None, Reason.AMBIGUOUS), last.kinds | day.kinds)
        elif last and not last.kinds & day.kinds and is_joined(text, last, day):
            merged[-1] = Day(_join(last, day), last.kinds | day.kinds)
        else:
            merged.append(day)
    return [day.hit for day in merged]


def is_joined(text: str, one: Day, other: Day) -> bool:
    """Whether nothing but the joining of two names of a day stands between them; what a bracket opens it closes."""
    between = text[one.hit.end : other.hit.start]
    if one.hit.end > other.hit.start or not _JOINED.fullmatch(between):
        return False
    if "ago" in one.kinds | other.kinds and "." in between:
        return False
    return "(" not in between or text[other.hit.end : other.hit.end + 1] in ("", ")", ",", ":", ".")


def _is_between(text: str, one: Day, other: Day) -> bool:
    """Whether it was some day between two ("entre dimarts i dijous"); "entre ahir i avui hem fet 3 h" is both."""
    said = _BETWEEN.search(text, max(0, one.hit.start - 16), one.hit.start)
    split = said and _SPLIT_BEFORE.search(text, max(0, said.start() - 14), said.start())
    both = split or {"relative", "ago"} & (one.kinds | other.kinds) or _SPREAD_AFTER.match(text, other.hit.end)
    apart = one.hit.value and other.hit.value and abs(other.hit.value - one.hit.value) > timedelta(days=1)
    return bool(said and (apart or not both))


def _join(one: Day, other: Day) -> Hit[date]:
    """One day told twice: a weekday agrees with any date that falls on it."""
    start, end = one.hit.start, other.hit.end
    for vague, sure in ((one, other), (other, one)):
        if vague.hit.value is None and vague.hit.reason is Reason.AMBIGUOUS and sure.hit.value:
            # "fa un parell de dies, o sigui dimarts"
            return Hit(start, end, sure.hit.value, sure.hit.reason)
    for about, sure in ((one, other), (other, one)):
        if "ago" in about.kinds and about.hit.value and sure.hit.value and not sure.hit.reason:
            # "fa quinze dies, l'1 d'octubre"
            leeway = timedelta(days=3 if about.hit.reason else 1)
            if abs(sure.hit.value - about.hit.value) <= leeway:
                return Hit(start, end, sure.hit.value)
    # a feast alone is left to be confirmed, and the day beside it confirms it
    confirmed = any("dated" in day.kinds and not day.hit.reason for day in (one, other))
    reason = next((day.hit.reason for day in (one, other) if day.hit.reason and "feast" not in day.kinds), None)
    reason = None if confirmed and reason is Reason.AMBIGUOUS else reason
    for named, dated in ((one, other), (other, one)):
        value = dated.hit.value
        if value and (named.hit.value == value or value.weekday() == named.weekday):
            return Hit(start, end, value, reason)
    return Hit(start, end, None, Reason.CONTRADICTORY)


def hedged(text: str, hit: Hit[date]) -> Hit[date]:
    """The day, to be confirmed if the words around it doubt it."""
    before, after = text[max(0, hit.start - 48) : hit.start], text[hit.end : hit.end + 48]
    behind = _HEDGE_AFTER.match(after)
    if behind and after.startswith(",") and _A_LENGTH.match(after, behind.end()):
        behind = None
    if hit.reason is None and (_HEDGE_BEFORE.search(before) or behind or _UNSURE_DAY.search(text)):
        return Hit(hit.start, hit.end, hit.value, Reason.AMBIGUOUS)
    return hit

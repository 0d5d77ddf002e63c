"""Whether one message tells several sessions, and how many it counts."""

from __future__ import annotations

import re
from datetime import date

from conversations.rules.session_report.clauses import sentences
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.partners import Choice

_SESSION = (
    r"(?:sessions|trobades|reunions|videotrucades|videoconferencies|mentories|trucades|trucada(?= (?:la|"
    r"aquesta) setmana)|sesiones|reuniones|visites|dies|vegades|cops|tardes|matins|blocs|parts|tandes|tongades|torns)"
)
_HOW = r"(?:presencials|virtuals|telematiques|online|en linia|zoom|teams|meet)"
# "Hem fet reunions amb totes les àrees": all in one session
_PARTS_OF_IT = (
    r"(?:(?:tot|cad|divers|diferent|cadascun)[a-z]*|els|les) (?:(?:de )?(?:els|les) )?(?:[a-z]+ d')?"
    r"(?:are|departament|regidor|tecni|servei|cap|entitat|comerc)"
)
_NTH = r"primera|segona|segunda|tercera|quarta|cinquena|(?<![a-z0-9_])__"
_MEETING = r"(?:sessio|sesion|trobada|reunio|mentoria|tocada|visita)"
_COUNTED = re.compile(
    rf"(?<!de )(?<!de les )(?<!/)\b(?P<n>2|3|4|5|6) {_SESSION}\b(?! (?:previstes|pactades|que|"
    r"del paquet|enrere|abans|despres|seguits))|\b(?:un parell de (?:sessions|trobades|reunions)|per dia|cada (?:dia|"
    r"sessio|cop|trobada|reunio|mentoria|vegada)|en (?:portem|duem|porto) [2-6] (?:aquest|el mes|la setmana|durant)|"
    r"n'(?:hem|he|vam|vaig) (?:fet|fer) [2-6]\b(?= (?:amb|aquest|el mes|la setmana|durant)\b|[^.;]{0,30}, tot)|dobles? "
    r"sessio|[2-6] di[lmjv][a-z]+s (?:seguits|consecutius)|(?:cada|tots els) di[lmjvsu][a-z]+s (?:del? |"
    r"d'aquest )(?:mes|maig|juny|juliol|setembre|octubre|novembre|desembre)|sessio doble|doblet|ambdues|totes 2|"
    rf"les 2 sessions|{_HOW} les 2|(?<! a )(?<!de )(?<!fins )(?<! i )les 2 (?:per )?{_HOW}|1 (?:i|"
    r"\+) 1 sessio|les [2-6] d'aquest(?:a|es)? (?:mes|setmana|quinzena)|(?:hem|he|vam|vaig) (?:fet|fer|tingut|tenir) "
    r"(?:les |unes |diverses |algunes |varies |unes quantes )?(?:sessions|trobades|reunions)"
    rf"(?! amb {_PARTS_OF_IT})|"
    r"sessions? (?:[1-9]a?|"
    rf"{_NTH}) i (?:la )?(?:[2-9]a?|{_NTH})|(?<!entre la )(?:{_NTH}) [iy] (?:la )?(?:{_NTH}) {_MEETING})\b|"
    rf"(?<!s )(?<!s la )(?<!entre la )\b"
    rf"(?:{_NTH}) i (?:la )?(?:{_NTH})(?= ?(?:[,.;]|$)| (?:amb|de cop|seguides|juntes)\b)"
)
# "2 h cadascuna" tells several sessions, "cadascú a casa" does not.
_EACH = re.compile(
    r"\b(?:cada (?:una|un|1)|cadascuna|cadascun|c/u)\b"
    r"(?! ?,? ?(?:al|a|des|davant|per (?!zoom|teams|meet|jitsi|skype|webex|video|tel)|amb|en|de|com)\b)"
)
_LENGTH_BEFORE = re.compile(r"(?:h|hor\w+|min\w*|mitja|quarts?|'|\)),? $")
_AGO_BEFORE = re.compile(
    r"\b(?:fa|va fer|en|durant|abans|dins|d'aqui|cada)(?: (?:tot just|just|exactament|ja|uns|[0-9] o))? $|\b(?:so|"
    r"imatge|connexio|senyal|llum|internet|cobertura|pantalla) $|(?<!s')(?<!es )\b(?:han|ha|havien?) (?:ja )?(?:fet|"
    r"tingut|celebrat|organitzat|convocat) $|\b(?:envi\w+|repetit|escrit|trucat|provat|intentat|"
    r"avisat)(?: \w+)? $|\bperque (?:tenia|tenien|te|tenen) $|\b(?:perd|talla|trenca|penja|peta|falla|congela|"
    r"bloqueja|encalla|caigu|caure|desconnecta|connecta|interromp)\w*(?: [\w']+){0,3} $"
)
# "Dues sessions de... no, una de sola"
_TAKEN_BACK = re.compile(r"[a-z ]{0,12}[,.(…]+ ?(?:ai |perdo,? |be,? )?no,? (?:nomes )?una?\b")
# "Ja hem fet dues sessions"
_TALLY = re.compile(r"\b(?:son|ja (?:\w+ ){0,2}|en total(?: \w+)? )(?:ja )?$|\bson $")
_TWICE = re.compile(
    r"\b(?:mati|tarda|vespre|migdia)\b.*(?:\bi\b|\+|,|;).*\b(?:mati|tarda|vespre|migdia)\b|"
    r"\b(?:mes|altra|altres|despres|tambe|segona part|primera|segona)\b|\+| i (?:[0-9]|una|mitja|hora)"
)
# "... i vam fer una altra hora"
_ONE_MORE = re.compile(
    r"(?<!l')\b(?:una |1 )?altra (?:hor(?:a|eta)|mitja hora)\b|\baltres [2-5] hores\b|\botras? (?:hora|[2-5] horas|"
    r"media)\b|\b(?:una|1) altra(?= ?(?:$|[,.;)\n]| i ))"
)
# "Aquest dimarts i el passat"
_AND_THE_OTHER = re.compile(
    r" (?:i|y) (?:el |l')?(?:passat|aquest|anterior|altre|d'abans|de la setmana passada)\b(?! [a-z])"
)
# "Al matí 1 h i a la tarda 1 h"
_HALVES = re.compile(r"\bmati\b.*(?:\bi\b|\+|,|;).*\b(?:tarda|vespre|migdia)\b")
# "Dimarts també"
_SAME = re.compile(r"[ ,:]*(?:tambe|igual|idem|mes del mateix|(?:el|lo) (?:mateix|mismo))\b(?! que)")


def told_days(facts: Facts) -> list[Hit[date]]:
    """One hit for each distinct day told."""
    seen: dict[date | None, Hit[date]] = {}
    for hit in facts.days:
        seen.setdefault(hit.value, hit)
    return list(seen.values())


def are_several(facts: Facts, council: Choice) -> bool:
    """Whether the text tells more than one session, or one with several councils."""
    days = [hit for hit in told_days(facts) if hit.value]
    lengths = [hit for hit in facts.lengths if hit.value]
    if council.reason is Reason.SEVERAL:
        return True
    if count(facts) is not None:
        return True
    if any(_AND_THE_OTHER.match(facts.text, hit.end) for hit in days):
        return True
    if lengths and _dealt(facts, lengths[0]):
        return True
    if len(days) > 1 and (len(lengths) > 1 or _listed(facts.text, days)):
        return True
    if lengths and _ONE_MORE.search(facts.text, lengths[0].end):
        return True
    if len(lengths) < 2:
        return False
    first, second = lengths[0], lengths[1]
    between = f"{facts.text[first.end : second.start]}0{facts.text[second.end : second.end + 24]}"
    if _HALVES.search(facts.text[max(0, first.start - 16) : first.start] + between):
        return True
    if facts.stretches:
        return len(facts.stretches) > 1 and len(lengths) == len(facts.stretches)
    same = "+" not in between and facts.text[first.start : first.end] == facts.text[second.start : second.end]
    adjacent = len(facts.text[first.end : second.start].strip(" (,:=.")) < 3
    # "1 h per Zoom, 1 h per telèfon"
    signs = [sign.start for sign in facts.signs]
    each = all(
        any(hit.end <= sign < end for sign in signs) for hit, end in ((first, second.start), (second, second.end + 12))
    )
    return bool(each or _TWICE.search(between)) and not (same and adjacent) and "segons" not in between


# "Dilluns una hora, dimarts dues": the hours of that day, and no day of the month.
_BY_DAY = re.compile(r"(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]),? [1-7]")


def _dealt(facts: Facts, length: Hit[int]) -> bool:
    """Whether a day has that length, and another one behind it has a figure for its own."""
    return any(length.start - 3 <= one.end <= length.start for one in facts.days) and any(
        length.end < other.start and _BY_DAY.fullmatch(facts.text, other.start, other.end) for other in facts.days
    )


def count(facts: Facts) -> int | None:
    """How many sessions the text counts ("dues sessions"), or None."""
    text = facts.text
    for match in _COUNTED.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if _TAKEN_BACK.match(text, match.end()):
            continue
        if not _AGO_BEFORE.search(before) and not (_TALLY.search(before) and _alone(facts, match.start())):
            return int(match["n"] or 2)
    each = (_LENGTH_BEFORE.search(text, max(0, match.start() - 10), match.start()) for match in _EACH.finditer(text))
    return 2 if any(each) else None


def _alone(facts: Facts, position: int) -> bool:
    """Whether the sentence at `position` holds neither day nor length, and another one does."""
    start, end = next(part for part in sentences(facts.text) if position < part[1])
    told = [*(day.start for day in facts.days), *(length.start for length in facts.lengths)]
    return bool(facts.days and facts.lengths) and not any(start <= at < end for at in told)


def _listed(text: str, days: list[Hit[date]]) -> bool:
    """Whether the days stand in a list or each at the head of its own part, not as two versions of one."""
    between = text[days[0].end : days[1].start]
    if _SAME.match(text, days[1].end):
        return True
    return bool(
        re.fullmatch(
            r" ?,? ?(?:i|y|,|\+|/|-|&|i el|i el dia|i tambe|tambe el|i despres|i un altre|el|i l'|"
            r",)? ?(?:el )?(?:dia )?",
            between,
        )
    ) or bool(re.search(r"[;\n]| i (?:tambe|despres|el|la|l'|un)?|\btambe\b|\+", between))

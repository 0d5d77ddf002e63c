"""Several sessions in one message: whether there are, and the message cut into them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import TypeVar

from conversations.rules.session_report.asides import Scope
from conversations.rules.session_report.clauses import sentences
from conversations.rules.session_report.council_names import Assigned
from conversations.rules.session_report.facts import Facts, begins_at, gather
from conversations.rules.session_report.model import Hit, Modality, Reason, Session
from conversations.rules.session_report.noise import BLANK
from conversations.rules.session_report.partners import Choice, choose_council
from conversations.rules.session_report.tokens import Line
from conversations.rules.session_report.topic import taken, topic_within

V = TypeVar("V")

# More than a package can hold: what follows is left to the conversation.
MOST_SESSIONS = 8

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
_EACH_AFTER = re.compile(r" ?,? ?(?:cada|per dia|cadascun|c/u)")
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
_TOTAL = re.compile(r"\b(?:total|en conjunt|sumen|suma|entre (?:totes|les 2|ahir|dilluns|dimarts|dimecres|dijous))\b")
# "Dimarts també"
_SAME = re.compile(r"[ ,:]*(?:tambe|igual|idem|mes del mateix|(?:el|lo) (?:mateix|mismo))\b(?! que)")
# "1 h amb Vic i 1 h amb Olot, totes dues en línia"
_BOTH = re.compile(
    r"\b(?:tot(?:e)?s (?:2|3|4|elles)|ambdues|les 2|sempre)\b|"
    r"\btot (?:per|en|a|amb|zoom|teams|meet|presencial|telematic|virtual|online|on-line|videotrucad)"
)
_BREAKS = ("\n", ";", ".", ",", " i ", " y ", "+", "/", " ")


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
    if _count(facts) is not None:
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


def _count(facts: Facts) -> int | None:
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


def split(
    line: Line, facts: Facts, council: Choice, sent: datetime, assigned: Assigned, asides: Sequence[Scope]
) -> tuple[Session, ...]:
    """The sessions of a message that tells several; what is said once holds for all of them."""
    days = [hit for hit in told_days(facts) if hit.value]
    lengths = [hit for hit in facts.lengths if hit.value]
    partners = {m.candidates[0]: (m.start, m.end) for m in reversed(council.mentions) if len(m.candidates) == 1}
    if len(days) > 1:
        anchors = [(hit.start, hit.end) for hit in days]
    elif council.reason is Reason.SEVERAL:
        anchors = sorted(partners.values())
    else:
        anchors = [(hit.start, hit.end) for hit in lengths]
    counted = _count(facts)
    anchors = anchors[:MOST_SESSIONS]
    if len(anchors) < 2:
        return (_shared(facts, council, len(lengths) < 2),) * (counted or 2)
    shared = _shared(facts, council, len({hit.value for hit in lengths}) == 1 or not lengths)
    total = bool(_TOTAL.search(facts.text)) and len(lengths) < 2
    found: list[Session] = []
    hows: list[Modality | None] = []
    cuts = _cut(facts.text, anchors, sorted(partners.values()))
    together = len(lengths) == len(cuts) and all(hit.start > anchors[-1][1] for hit in lengths)
    each = next((hit.value for hit in lengths if _EACH_AFTER.match(facts.text, hit.end)), None)
    in_order = {start: hit.value for (start, _), hit in zip(cuts, lengths, strict=False)} if together else {}
    for (start, end), own in zip(cuts, _own_words(facts.text, anchors), strict=True):
        part = gather(line, _padded(facts.text, start, end), sent, assigned)
        own_days = {hit.value for hit in part.days}
        own_lengths = {hit.value for hit in lengths if start <= hit.start < end} or {h.value for h in part.lengths}
        choice = choose_council(part.mentions, ())
        hows.append(part.modality)
        away = (*taken(facts, council, asides), *taken(part, choice))
        minutes = each if each else None if total else _only(own_lengths) or shared.minutes or in_order.get(start)
        found.append(
            Session(
                _day_at(days, start, end) or _only(own_days) or shared.date,
                minutes,
                choice.name or shared.council,
                None,
                topic_within(line, away, *own),
                begins_at(part.stretches) if len(part.stretches) == 1 == len(own_lengths) else None,
            )
        )
    opening = gather(line, _padded(facts.text, 0, anchors[0][0]), sent, assigned).modality
    how = opening or (facts.modality if _said_of_all(facts.text, anchors, hows, partners) else None)
    return _of_all([replace(one, modality=own or how) for one, own in zip(found, hows, strict=True)])


def _said_of_all(
    text: str,
    anchors: Sequence[tuple[int, int]],
    hows: Sequence[Modality | None],
    partners: Mapping[str, object],
) -> bool:
    """Whether how one of the sessions was held is said of all of them: it is so in words, or it ends a sentence that
    tells all of them with one council. What only one of them says is not taken for the others."""
    if _BOTH.search(text):
        return True
    breaks = any(mark in text[end:start] for (_, end), (start, _) in pairwise(anchors) for mark in "\n;.")
    return not breaks and len(partners) < 2 and hows[-1] is not None and not any(hows[:-1])


def _own_words(text: str, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around the anchors, each up to the last break before the next one: what a session was about comes
    after its day and its council ("ahir 2h Vic, plecs i lots, i dilluns 1h Olot")."""
    ends = [end + max(0, *(text.rfind(mark, end, start) - end for mark in _BREAKS[:-1])) for (_, end), (start, _)
            in pairwise(anchors)]  # fmt: skip
    return list(zip((0, *ends), (*ends, len(text)), strict=True))


def _of_all(found: Sequence[Session]) -> tuple[Session, ...]:
    """What several sessions with one council were about, said once at the end, holds for all of them."""
    topics = {one.topic for one in found if one.topic}
    if len(topics) != 1 or not found[-1].topic or len({one.council for one in found}) > 1:
        return tuple(found)
    return tuple(replace(one, topic=found[-1].topic) for one in found)


def _padded(text: str, start: int, end: int) -> str:
    """The text with everything outside `start:end` blanked, and a space where a word ends."""
    before, after = BLANK * start, BLANK * (len(text) - end)
    return f"{before[:-1]} "[:start] + text[start:end] + f" {after[1:]}"[: len(after)]


def _day_at(days: list[Hit[date]], start: int, end: int) -> date | None:
    """The day read at that place with the whole line in view ("14 i 21 de juliol")."""
    return next((hit.value for hit in days if start <= hit.start < end), None) if len(days) > 1 else None


def _only(values: set[V]) -> V | None:
    return next(iter(values)) if len(values) == 1 else None


def _shared(facts: Facts, council: Choice, one_length: bool) -> Session:
    days = {hit.value for hit in facts.days}
    lengths = {hit.value for hit in facts.lengths}
    total = bool(_TOTAL.search(facts.text)) and len(facts.lengths) < 2
    return Session(_only(days), _only(lengths) if one_length and not total else None, council.name, facts.modality)


def _cut(text: str, anchors: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around the anchors, cut at the strongest break between two of them.

    Where nothing breaks the line and the first name comes before the first anchor, every name opens its part.
    """
    headed = bool(names) and names[0][0] < anchors[0][0]
    borders = [0]
    for (_, end), (start, _) in pairwise(anchors):
        between = text[end:start]
        at = next((at for mark in _BREAKS if (at := between.rfind(mark)) >= 0), 0)
        heads = [name - end for name, _ in names if end <= name < start]
        if headed and heads and not any(mark in between for mark in _BREAKS[:-1]):
            at = heads[0]
        borders.append(end + at)
    return list(zip(borders, [*borders[1:], len(text)], strict=True))

"""Which of the councils named is the partner: the others are examples, places, or still to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from conversations.rules.session_report.corrections import supersede
from conversations.rules.session_report.council_context import (
    FIELD_AFTER,
    FIELD_BEFORE,
    LENGTH_AFTER,
    WITH_BEFORE,
    Weight,
)
from conversations.rules.session_report.council_names import EVERYDAY, LARGER_BODIES, Assigned
from conversations.rules.session_report.councils import Mention, find_mentions
from conversations.rules.session_report.modality import hinted
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.noise import BLANK
from conversations.rules.session_report.talk import rest_of
from conversations.rules.session_report.tokens import Line

_LIST = frozenset(
    {" i ", " y ", "/", " / ", ", ", " + ", "+", " i amb ", " i de ", " i d'", " & ", " i el ", " i la ", " i l'"}
)
_JOINTS = _LIST - {", "}
# "Sort de la tècnica": an everyday word, and no name, where it is typed as one.
_GOES_ON = re.compile(r" (?:de|que|en|i) (?=[a-z])| d'")
# What stands between these says one thing: "experiències: Olot i Vic".
_PART_EDGE = re.compile(r"[,;()\n]|[.!?](?= |$)| - ")
_SENTENCE_EDGE = re.compile(r"[;\n]|[.!?](?= |$)")
_AS_WELL = re.compile(
    r"\b(?:igual|tambe(?! (?:en |hi |ho |s'hi |els |li )?(?:vol|interes|te\b|tenen|demana|pregunt))|idem|"
    r"mateix(?! (?:que|problem|tem|dubt|cas|cos|projec|pla|model)))\b"
)
# "La compara amb la de Vic i la de Girona"
_ALSO_OF = re.compile(r" i (?:amb )?(?:el|la|els|les) d(?:e |')(?:l'|la |el |les |els )?")
# "2 hores Vic i després 1 amb Manlleu"
_AND_SO_LONG = re.compile(
    r"(?: i| y|,| \+)(?: despres| tambe)? (?:_+|[1-7]|una|mitja)(?: i mitja)?(?: mes)? (?:amb |a |per a )?(?:l'|"
    r"(?:el|la) )?"
)
# "Molins no, que ho vam anul·lar"
_CALLED_OFF = re.compile(
    r" no[, ]+(?:(?:q|que|perque) )?(?:ho |la |l'|s')?(?:vam|van|va|hem|han|ha) (?:[a-z]+ )?(?:anul|ajorn|"
    r"cancel|suspe|aplac)"
)
_NO_BEFORE = re.compile(r"\bno [a-z' ]{0,16}$")
# "Valls, el mateix", "i a Valls també", "a la tarda, Valls"
_ALSO = re.compile(
    r"[ ,.!]*(?:(?:i|despres|mes tard|a la tarda|al mati|a|amb|la|de|els|el|l)(?:[ ,.!']+|$))*"
    r"(?:(?:tambe|igual|idem|(?:el |lo )?mateix)[ ,.!]*)?"
)
_MORE = re.compile(r"\b(?:tambe|igual|idem|mateix|despres|tard|tarda|mati)\b")
_WENT_THERE = re.compile(r"\bhi (?:vaig|vam|he|hem) (?:ana|se|esta|treballa)[rt]\b")
# "Al final s'hi va afegir Vic": they may have been there.
_TOOK_PART = re.compile(
    r"\b(?:(?:s')?hi (?:va|van|ha|han|era|eren|havia)|(?:va|van|ha|han) (?:ser\b|esta|veni|vingu|assisti|participa|"
    r"entra|connecta|presenta|baixa|puja)\w*|acompany\w+|presents?|convida\w+|inclo\w+)\b"
)
_GUEST_BEFORE = re.compile(
    r"\b(?:tecnica?|regidora?|alcald\w+|becari\w*|cap de [a-z]+|algu|un[a]? [a-z]+) (?:de |d')(?:l'|la |el |les )?$"
)
_OWN_VERB = re.compile(
    r"\b(?:va|van|ha|han|havien?|es|son|eren?|te|ten(?:en|ia|ien)|vol(?:en|ia|ien)?|fan?|fe(?:ia|ien)|pot|poden|diu|"
    r"diuen|ve|venen|sap|saben|viu|esta|estan|pudieron|pudo|dijeron|quieren|tienen|[a-z]{2,}eix(?:en)?|[a-z]{3,}av(?:a|"
    r"en)|(?:em|ens|li|els|ho|m'|l') ?[a-z]{2,}(?:a|en)|de (?:vacances|baixa|permis)|malalt\w*|ni idea)\b"
)
# "Han posat Vic d'exemple"
_AS_EXAMPLE = re.compile(r" (?:com a |d'|de )(?:exemple|model|referen)")
# "Salt encara em deu resposta", "ara em poso amb el d'Igualada": not held yet.
_PENDING = re.compile(
    r"\b(?:encara|faltan?|falten|pendents?|em deu|ens deu|espero|esperem|esperant|em poso|ajorna\w*|posposa\w*|"
    r"anulla\w*|cancella\w*|tocara|vinent|dema|que ve|propera|ja direm|ho deixem|res|a part)\b"
)


def read_partners(line: Line, text: str, assigned: Assigned, told_at: Sequence[int]) -> list[Mention]:
    """Councils named outside the blanked stretches of `text`, weighed; "amb Vic i Manlleu" makes partners of both.

    `told_at` are the places of the days and lengths of the session.
    """
    found = [m for m in find_mentions(line, assigned) if BLANK not in text[m.start : m.end]]
    found = [replace(m, negated=m.negated or bool(_CALLED_OFF.match(line.text, m.end))) for m in found]
    if any(not m.negated for m in found):
        found = [m for m in found if not m.negated]
    found = [
        m
        if m.negated and (_NO_BEFORE.search(line.text, 0, m.start) or _CALLED_OFF.match(line.text, m.end))
        else replace(m, negated=False)
        for m in found
    ]
    everyday = [m for m in found if _is_everyday(line, text, m, found)]
    if any(m.candidates and m.weight >= Weight.PLACE and m not in everyday for m in found):
        # "ahir, una tona de feina, dues hores amb Vic"
        found = [m for m in found if m.weight is not Weight.NAMED or m not in everyday]
    found = [
        replace(m, sure=False) if len(assigned.names) > 1 and m in everyday and _GOES_ON.match(text, m.end) else m
        for m in found
    ]
    result: list[Mention] = []
    for mention in supersede(text, found):
        gap = text[result[-1].end : mention.start] if result else ""
        together = gap == " amb " and mention.candidates and result[-1].candidates
        if (
            together
            or gap in _LIST
            or _AND_SO_LONG.fullmatch(gap)
            or (result and result[-1].weight <= Weight.VENUE and _ALSO_OF.fullmatch(gap))
        ):
            before = result[-1].weight
            weight = before if before <= Weight.VENUE and gap.startswith(" i ") else max(before, mention.weight)
            result[-1] = replace(result[-1], weight=weight)
            mention = replace(mention, weight=weight)
        result.append(mention)
    return _without_topics(line.text, text, result, told_at, choosing=len(assigned.names) > 1)


def _is_everyday(line: Line, text: str, mention: Mention, found: list[Mention]) -> bool:
    """Whether the name is an everyday word, typed as one, and in no list with another name."""
    word = text[mention.start : mention.end]
    ends = [text[m.end : mention.start] for m in found if m.end <= mention.start]
    starts = [text[mention.end : m.start] for m in found if m.start >= mention.end]
    listed = (ends and ends[-1] in _JOINTS) or (starts and starts[0] in _JOINTS)
    closes = text[mention.end : mention.end + 1] in ",.;"
    noted = FIELD_BEFORE.search(line.text[: mention.start]) and (closes or FIELD_AFTER.match(line.text, mention.end))
    noted = noted or LENGTH_AFTER.match(line.text, mention.end)
    return (
        word in EVERYDAY
        and not line.capital(mention.start)
        and not (listed or noted or line.text.endswith(("de ", " a ", " era la ", " era el "), 0, mention.start))
    )


def _without_topics(
    whole: str, text: str, mentions: list[Mention], told_at: Sequence[int], *, choosing: bool
) -> list[Mention]:
    """Councils that stand apart from the session, beside an assigned one that does not, are examples."""
    own = [m.start for m in mentions if m.candidates and m.sure and m.weight > Weight.VENUE]
    anchors = [m for m in mentions if m.candidates and m.sure and m.weight >= Weight.PLACE]
    anchors = [m for m in anchors if _tells(_around(_SENTENCE_EDGE, whole, m), told_at)]

    def alone(edge: re.Pattern[str], mention: Mention, others: list[int]) -> str:
        """What else stands in its stretch, if that tells nothing of the session and others are named out of it."""
        start, end = _around(edge, whole, mention)
        beside = all(start <= at < end for at in others) or hinted(text, Hit(start, end, None))
        return "" if beside or _tells((start, end), told_at) else text[start : mention.start] + text[mention.end : end]

    result: list[Mention] = []
    for mention in mentions:
        listed = result and not result[-1].candidates and text[result[-1].end : mention.start] in _LIST
        if mention.candidates:
            apart = _is_to_come(whole, text, mention, own, told_at)
        elif mention.weight not in (Weight.PLACE, Weight.NAMED):
            apart = False
        elif listed:
            apart = result[-1].weight <= Weight.VENUE
        else:
            about = alone(_PART_EDGE, mention, own)
            apart = not _AS_WELL.search(about) and (about.count(" ") > 2 or bool(rest_of(about)))
        if not apart and mention.candidates and _is_other_session(whole, text, mention, anchors, told_at):
            mention = replace(mention, weight=Weight.PARTNER)
        if not mention.candidates and whole.startswith(LARGER_BODIES, mention.start):
            # "Banyoles, dimarts, a quatre mans amb el consell comarcal"
            part = _around(_PART_EDGE, whole, mention)
            near = [m for m in anchors if part[0] <= m.start < part[1]]
            apart = apart or (bool(anchors) and not near and not _tells(part, told_at))
        if (
            mention.weight > Weight.VENUE
            and _joined(whole, mention)
            and any(m.candidates != mention.candidates for m in anchors)
        ):
            mention = replace(mention, sure=False)
        # "Vic té pressa": it does something of its own, or lends a thing
        others = [m.start for m in anchors if m.candidates != mention.candidates]
        does = [
            about for edge in (_SENTENCE_EDGE, _PART_EDGE) if _OWN_VERB.search(about := alone(edge, mention, others))
        ]
        joined = bool(does and (_AS_WELL.search(does[0]) or _TOOK_PART.search(does[0])))
        named = mention.candidates and mention.weight is Weight.NAMED
        about = alone(_SENTENCE_EDGE, mention, own) if named else ""
        if choosing and not anchors and mention.candidates and _is_afterthought(whole, text, mention, told_at):
            mention = replace(mention, sure=False)
        if apart or (does and not joined) or _AS_EXAMPLE.match(text, mention.end):
            mention = replace(mention, weight=Weight.EXAMPLE)
        elif (joined and _GUEST_BEFORE.search(text, max(0, mention.start - 48), mention.start)) or (
            about.count(" ") > 2 and not _AS_WELL.search(about)
        ):
            # "Hi va entrar també la tècnica de Reus", "l'acta de Gandesa la teniu al Drive": asked
            mention = replace(mention, weight=Weight.PLACE, sure=False)
        result.append(mention)
    return result


@lru_cache(maxsize=8)
def _edges(edge: re.Pattern[str], text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in edge.finditer(text)), len(text))


def _around(edge: re.Pattern[str], text: str, mention: Mention) -> tuple[int, int]:
    edges = _edges(edge, text)
    return edges[bisect_right(edges, mention.start) - 1], edges[bisect_left(edges, mention.end)]


def _tells(stretch: tuple[int, int], told_at: Sequence[int]) -> bool:
    return any(stretch[0] <= at < stretch[1] for at in told_at)


def _joined(whole: str, mention: Mention) -> bool:
    """Whether others are said to have come as well: "van venir també els de Reus"."""
    start, end = _around(_PART_EDGE, whole, mention)
    return bool(_AS_WELL.search(whole, start, end) and _TOOK_PART.search(whole, start, end))


def _is_afterthought(whole: str, text: str, mention: Mention, told_at: Sequence[int]) -> bool:
    """Whether a council is named only once the session has been told, with something of its own and not as company:
    "dues hores per Zoom. Manlleu ja ho va fer"."""
    start, end = _around(_SENTENCE_EDGE, whole, mention)
    after = text[mention.end : end]
    told = not any(at < start for at in told_at) or _tells((start, end), told_at)
    if told or hinted(text, Hit(start, end, None)) or WITH_BEFORE.search(whole, start, mention.start):
        return False
    labelled = whole.endswith((": ", ":"), start, mention.start)
    return not labelled and bool(rest_of(text[start : mention.start]) or rest_of(after) or _OWN_VERB.search(after))


def _is_other_session(whole: str, text: str, mention: Mention, anchors: list[Mention], told_at: Sequence[int]) -> bool:
    """Whether an assigned council has a few words for itself that tell of a session of its own: "i a Valls també"."""
    for edge in (_SENTENCE_EDGE, _PART_EDGE):
        start, end = _around(edge, whole, mention)
        about = text[start : mention.start] + text[mention.end : end]
        apart = any(m.candidates != mention.candidates and not start <= m.start < end for m in anchors)
        if apart and not _tells((start, end), told_at):
            return bool((_MORE.search(about) and _ALSO.fullmatch(about)) or _WENT_THERE.search(about))
    return False


def _is_to_come(whole: str, text: str, mention: Mention, own: list[int], told_at: Sequence[int]) -> bool:
    """Whether an assigned council is told of only as one whose session is still to come."""
    start, end = _around(_SENTENCE_EDGE, whole, mention)
    first, last = _around(_PART_EDGE, whole, mention)
    if _tells((first, last), told_at) or not any(not first <= at < last for at in own):
        return False
    set_aside = BLANK in text[start:end] and not _tells((start, end), told_at)
    return set_aside or bool(_PENDING.search(text, first, last))


@dataclass(frozen=True, slots=True)
class Choice:
    """The council of a stretch: its name, or why it cannot be told; `names` are all that compete for it."""

    name: str | None
    reason: Reason | None
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]


def choose_council(mentions: Sequence[Mention], assigned: Sequence[str]) -> Choice:
    """The partner of the session among the councils named; the only assigned one if none is."""
    top = max((m.weight for m in mentions), default=Weight.EXAMPLE)
    if top <= Weight.VENUE:
        own = tuple(m for m in mentions if len(m.candidates) == 1 and m.weight is top > Weight.ORIGIN)
        if len({m.candidates for m in own}) == 1:
            doubt = Reason.AMBIGUOUS if top < Weight.VENUE and len(assigned) > 1 else None
            return Choice(own[0].candidates[0], doubt, own[0].candidates, own)
        if len(assigned) == 1:
            return Choice(assigned[0], None, (), ())
        return Choice(None, Reason.AMBIGUOUS if mentions else Reason.MISSING, (), tuple(mentions))
    heard = tuple(m for m in mentions if m.weight is top)
    if all(m.negated for m in heard):
        # "no els de Vic, els altres"
        others = [name for name in assigned if all(name not in m.candidates for m in heard)]
        return Choice(others[0] if len(others) == 1 else None, Reason.AMBIGUOUS, (), heard)
    if any(m.sure and m.candidates for m in heard):
        # beside a council that is surely meant, a word that only resembles another one is something else
        heard = tuple(m for m in heard if m.sure or m.candidates)
    if any(not m.candidates for m in heard):
        return Choice(None, Reason.UNKNOWN_COUNCIL, (), heard)
    sets = [set(m.candidates) for m in heard]
    common = set.intersection(*sets)
    names = tuple(dict.fromkeys(m.candidates[0] for m in heard if len(m.candidates) == 1))
    if len(common) == 1:
        name = common.pop()
        reason = None if any(m.sure for m in heard) else Reason.AMBIGUOUS
        rivals = [
            m
            for m in mentions
            if (m.weight >= Weight.NAMED or not m.sure) and m.candidates and name not in m.candidates
        ]
        if rivals:
            reason = Reason.AMBIGUOUS
        return Choice(name, reason, (name,), heard)
    if len(names) > 1:
        return Choice(None, Reason.SEVERAL, names, heard)
    return Choice(None, Reason.AMBIGUOUS, (), heard)

"""Which of the days in a message is the session's: the others are of its telling, its sequel or what came before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from conversations.rules.session_report import markers
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.corrections import Placed
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.talk import rest_of

_LISTED = re.compile(r",? ?(?:i|y|\+|,|/)? ?(?:el |dia |el dia |l')?")
# "Avui us reporto: ...", "ho apunto avui, dimecres 17"
_TELLING = (
    r"(?:reporto|escric|apunto|anoto|informo|comunico|notifico|registro|envio|passo|poso|entro|afegeixo|omplo|recordo|"
    r"explico|dic|data (?:(?:del|d'|de l'|de) ?)?(?:registre|avui|enviament|alta|informe|comunicacio|entrada)|"
    r"(?:faig|fet) (?:el |l'|aquest )?(?:registre|apunt|informe|comunicat|missatge|acta))"
)
_TOLD_ON = re.compile(
    rf"\b{_TELLING}(?: ho| [a-z]{{1,4}})? ?[:,]? ?(?:el dia d')?$|\bavui (?:ja )?(?:es|som|estem a) (?:el )?$"
)
_TOLD_BY = re.compile(
    r" (?:ja )?(?:es|som|estem a) |,? (?:(?:us |ho |en |et |te |la |les |l'|em |mateix |per fi |que )*)(?:vull |puc |"
    r"he )?"
    rf"(?:{_TELLING}|m?'?he (?:vist|recordat|pensat|trobat|adonat)|veig|adono|recordo)\b"
)
# "El que us deia divendres: ..."
_SAID_ON = re.compile(
    r"\b(?:us|et|te|t'|li) ?(?:ho )?(?:deia|deiem|comentava|avancava|he dit|vaig (?:dir|avancar|comentar|escriure|"
    r"passar|enviar|explicar))(?: ja)? (?:el )?$"
)
_TELLS = re.compile(
    r"\b(?:m'he|ens hem|he|hem|ha|han|s'ha|vaig|vam|van|va)\b(?! (?:fer|fet|estar|estat|seguir|continuar|acabar|"
    r"repetir|tornar\w*|reprendre|rematar|completar))"
)
# "Sessió 4/10"
_SO_MANYTH = re.compile(r"\b(?:sessio|trobada|mentoria|reunio) (?:num\.? |n\. ?)?[1-9]/1?[0-9]$")
# What goes on, is repeated or has its own half is of the session as well.
_GOES_ON = re.compile(
    r"\b(?:tambe|igual|(?:el|lo|la) mateix[ao]?|idem|segu\w+|continu\w+|acab\w+|repet\w+|rest[ao]|mes|segon[a]?|"
    r"altr[ae]|fer|fet|feta|fem|estar|estat|sessio|reunio|trobada|(?:video)?trucad[a-z]*|videoconf[a-z]*|visita|"
    r"presencial\w*|online|zoom|teams|meet)\b"
)
# "Dilluns em va escriure la tècnica i dimarts vam fer 1 h"
_CONTACT = re.compile(
    r"\b(?:em|ens|m'|li|els|hi) ?(?:va|van|ha|han|vaig|vam|he|hem) (?:escriure|escrit|trucar|trucat|passar|passat|"
    r"enviar|enviat|demanar|demanat|dir|dit|convocar|convocat|avisar|avisat|contactar|contactat|proposar|proposat|"
    r"convidar|respondre|contestar|confirmar)\b"
)
# "..., com vam fer amb Manlleu divendres"
_LIKE = re.compile(r"[ ,(]*(?:igual que|tal com|com) ")
_ANOTHER = re.compile(
    r"\b(?:la|les|el|l'|una) ?(?:primer[ae]s?|1a|anteriors?|darrer[ae]s?|ultim[ae]s?|d'abans|previ[ae]s?)\b(?! part|"
    r" mitja)"
)
# A clause, or what a "que" opens
_PART = re.compile(rf"{markers.SENTENCE_END.pattern}|{markers.CLAUSE_END.pattern}| (?:on|que|quan|mentre|perque|i) ")
_WHAT = re.compile(r"[ ,]*(?:que|quan|on)\b")
_EACH = re.compile(r"\b(?:cada(?! cop| vegada)|cadascun|ambdu|totes 2|les 2\b)|c/u")
_UP_TO = re.compile(r" (?:al?|fins al?) (?:l')?_")
# "Avui m'han trucat: una hora": how near the length stands
_COLON = 8
_DAY_ALONE = re.compile(r"(?:,| i| y| o)? ?(?:el )?_+")
_AND_A_DAY = re.compile(r"(?:(?:,| i| y) (?:el )?_+)+(?=[ ,])")
# "Dilluns i dijous amb Vic. Dilluns, 2 h"
_DAYS_OF_ALL = re.compile(
    r"(?:^|[.;\n]) ?(?:el )?_+(?:, (?:el )?_+)* (?:i|y) (?:el )?_+(?: amb\b| a\b| per\b|,? _|[:.])"
)
# "El taller de dissabte", but "la sessió de dilluns", "la tarda de dilluns"
_OF_A_THING = re.compile(
    rf"\b(?!{markers.SESSION}\b|(?:hor|mati|tard|vespr|migdi|feta|fetes|mentor)[a-z]*)[a-z]{{4,}} (?:de l'|de |del |"
    rf"d')$|_ (?:al?|fins al?) (?:l')?$"
)
OWN_VERB = re.compile(
    r"(?<!no )\b(?:vam|vaig|hem|he|varem|hemos|estavem)(?: poder| pogut| haver de| acabar)? (?:fe[rt]a?|fent|esta[rt]|"
    r"ser|sent|veure|vist|troba[rt]|reuni[rt]|seure|segut|treball\w+|parla[rt]|parlant|dedica[rt]|connecta[rt]|tenir|"
    r"tingut|durar|comenca[rt]|acaba[rt]|continua[rt]|quedar|comenta[rt]|repassa[rt]|recupera[rt]|tria[rt]|"
    r"torna[rt](?! a)|ana[rt](?! [a-z]+nt\b)|puja[rt])\b|(?<!no )\b(?:s'ha|es va) (?:fe[rt]|celebra[rt]|"
    r"realitza[rt])\b|(?<!no )\b(?:va|van) (?:acabar )?(?:ser|sent|durar|acabar|triar|quedar|caure en)\b|"
    r"\b(?:estuvimos|hicimos|tuvimos)\b|\b(?:era|eren)\b(?! (?:festa|festiu|tancat|al ple|de festa))|\b(?:(?:tenia|"
    r"teniem)(?! [a-z]+[td]a?\b)|tocava|veuriem|connectariem|trobariem|hi erem)\b"
)
OUR_VERB = re.compile(
    r"\b(?:vam|vaig|hem|he|varem)\b(?! (?:intenta|prova|vole|volgut|dir|dit|acorda[rt]|queda[rt]|decidi[rt]|escriu|"
    r"envia|rebu))"
)
VERB = re.compile(
    r"\b(?:vam|vaig|hem|he|varem|va|van|ha|han|havi(?:a|em|en)|te|tiene|es|era|fa|feia|toca|tanca|obre|comenca|acaba|"
    r"presenta|signa|marxa|inaugura|ve|surt|torna|fan|estan|tenia|teniem|diu|deia|posa|posava|consta|constava|figura|"
    r"(?:me|nos|les|le|se) [a-z]+(?:an?|en?|o))\b|\b(?!(?:tren|ben|examen|origen|orden|carmen|ruben|"
    r"idem)\b)[a-z]{2,}(?:en|aven|ien|[aei]m)\b"
)


def parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a stretch, and what a "que" opens in them."""
    return list(pairwise((start, *(match.start() for match in _PART.finditer(text, start, end)), end)))


def of_session(
    text: str, left: str, days: tuple[Hit[date], ...], lengths: Sequence[Placed], sent: datetime
) -> tuple[Hit[date], ...]:
    """The days that stand: without those of other things, where one day is surely the session's.

    `left` is the text without what was read.
    """
    if len({hit.value for hit in days}) < 2 or len(lengths) > 1:
        return days
    told = tuple(hit for hit in days if not _of_telling(text, hit, sent.date()))
    days = told or days
    if _DAYS_OF_ALL.search(left):
        return days
    if lengths and len(days) > 1:
        days = _beside_length(text, left, days, lengths[0])
    return _nearest(left, days, lengths)


def _of_telling(text: str, hit: Hit[date], today: date) -> bool:
    """Whether that is only when the message was written, or when an earlier one was."""
    before = text[max(0, hit.start - 40) : hit.start]
    now = hit.value == today and (_TOLD_ON.search(before) or _TOLD_BY.match(text, hit.end))
    return bool(now or _SAID_ON.search(before) or _SO_MANYTH.search(text, hit.start - len(before), hit.end))


def _beside_length(text: str, left: str, days: tuple[Hit[date], ...], length: Placed) -> tuple[Hit[date], ...]:
    """Without the days whose clause or sentence tells of something else than the length."""
    parts, whole = Clauses(text), sentences(text)
    around = {hit: next(part for part in whole if hit.start < part[1]) for hit in days}
    its = next(part for part in whole if length.start < part[1])
    with_it = [hit for hit in days if around[hit] == its]
    kept = []
    for hit in days:
        clause, sentence = parts.around(hit.start), around[hit]
        apart = clause != parts.around(days[0].start) and not clause[0] <= length.start < clause[1]
        if with_it and sentence != its:
            said = left[slice(*sentence)]
            tells = _TELLS.search(said) or not _GOES_ON.search(said)
            aside = bool(_ANOTHER.search(said) or _CONTACT.search(said) or (tells and rest_of(said)))
        else:
            said = left[slice(*clause)]
            its_own = length.start - clause[1] < _COLON and text.startswith(":", clause[1])
            first = not (its_own or clause[0] <= length.start < clause[1]) and _CONTACT.search(said)
            before = said.startswith("(") and _ANOTHER.search(said)
            aside = bool(first or before or (apart and length.start < clause[1] and _aside(said)))
        if not aside:
            kept.append(hit)
    return tuple(kept) or days


def _nearest(left: str, days: tuple[Hit[date], ...], lengths: Sequence[Placed]) -> tuple[Hit[date], ...]:
    """Of the days those that most surely are the session's by the verb of their part and what they are said of."""
    if _EACH.search(left):
        return days
    whole = parts(left, 0, len(left))

    def distance(hit: Hit[date]) -> int:
        start, end = next(part for part in whole if hit.start < part[1])
        while start and left[start - 1] == "_" and _DAY_ALONE.fullmatch(left, start, end):
            start = next(part[0] for part in whole if part[1] == start)
        if hit.end == end and (more := _AND_A_DAY.match(left, end)) and not VERB.search(left, start, end):
            end = next(part[1] for part in whole if more.end() <= part[1])
        end += _COLON if left.startswith(":", end) else 0
        if any(start <= length.start < end for length in lengths):
            return 0
        if (
            _OF_A_THING.search(left, start, hit.start)
            or _UP_TO.match(left, hit.end)
            or _ANOTHER.search(left, start, hit.start)
        ):
            return 6
        if left[start] == "(" and _ANOTHER.search(left, max(0, start - 24), start):
            return 6
        within = bool(_WHAT.match(left, start))
        bracket = left.rfind("(", 0, hit.start) > left.rfind(")", 0, hit.start)
        if OWN_VERB.search(left, start, end):
            return 3 * within
        if OUR_VERB.search(left, start, end):
            return 2 + 2 * within
        return 4 + within if VERB.search(left, start, end) else bracket

    near = {hit: distance(hit) for hit in days}
    return tuple(hit for hit in days if near[hit] == min(near.values()))


def _aside(said: str) -> bool:
    return bool(_LIKE.match(said) or (_TELLS.search(said) and rest_of(said)))


def until_now(
    text: str, days: tuple[Hit[date], ...], lengths: Sequence[Placed], sent: datetime
) -> tuple[Hit[date], ...]:
    """Without the days to come that are named beside the only one that has been, unless each has its own length: they
    are of what follows."""
    if len(days) < 2 or any(hit.reason not in (None, Reason.FUTURE) or not hit.value for hit in days):
        return days
    been = {hit.value for hit in days if hit.value and hit.value <= sent.date()}
    listed = any(_LISTED.fullmatch(text, one.end, other.start) for one, other in pairwise(days))
    places = sorted([*((hit.start, "day") for hit in days), *((hit.start, "length") for hit in lengths)])
    apart = any(rest_of(text[lengths[0].end : hit.start]) for hit in days if lengths and hit.start > lengths[0].end)
    dealt = len(days) == len(lengths) and all(one[1] != other[1] for one, other in pairwise(places))
    listed = listed or (dealt and not apart)
    return tuple(hit for hit in days if hit.value in been) if len(been) == 1 and not listed else days

"""How it was held: words for being there or for a screen, unless they belong to what was talked about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from conversations.rules.session_report.corrections import Placed, supersede
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.places import read_places
from conversations.rules.session_report.presence import BODIES, NOT_DONE_BEFORE
from conversations.rules.session_report.screens import (
    REMOTE,
    attached,
    before_of,
    denied,
    hedged,
    of_sitting,
    of_topic,
    read_screens,
)
from conversations.rules.session_report.talk import is_own, rest_of, talk_beside

# A telephone or a screen drawn: a hint.
_PICTURES = re.compile("[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2\U0001f4bb\U0001f5a5\U0001f4f9\U0001f3a5]")
_IN_PERSON = re.compile(
    r"\b(?:(?<!^no )(?<![^a-z]no )presencial(?:s|ment|itat)?|pres\b\.?|prese\b\.?|presen(?:ci?|cia)?\b\.?(?! (?:de|d|a|"
    r"en|web|digital|online|al|institucional)\b)|en persona|in persona?|colze (?:a|amb) colze|cara a cara|in[ -]?situ|"
    r"fisicament|en fisic|(?:trobada|reunio|sessio|visita|mentoria) fisica|f2f|presencia fisica|de (?:forma|manera) "
    r"fisica|vis a vis|sobre el terreny|a peu (?:de carrer|d'obra|dret|de mercat|de camp)|a l'aire lliure|a l'exterior|"
    r"a la fresca|(?:sense|fora de(?: les?| la)?) pantall(?:a|es)|de cos present|en viu|tu a tu|en carn i "
    r"os(?:sos)?)\b|\bpres\.(?=[ ,;]|$)|\bpresent\.(?= ?[0-9])"
)
_SOME_OF_THEM = re.compile(
    r"\b(?:la resta|els altres|les altres|d'altres(?= (?:per|en|a|al|des|connect))|alguns|algunes|uns(?! [0-9])|"
    r"unes(?! [0-9])|la meitat|mitad|algunos|el resto|los demas|menys (?:la|el|l')|excepte|tret de|(?<!pel )(?<!al "
    r")mig(?! (?:hora|dia|mati|[0-9]))|meitat)\b"
)
_HYBRID = re.compile(
    r"\bi (?:la resta|els altres|les altres) no\b|\bvan? anar\b[^.;]{0,24}\bi jo\b[^.;]{0,16}\b(?:connect|per (?:zoom|"
    r"teams|meet|tel|video))|\b(?:[0-9_]+|un|una|alguns|algunes)(?: [a-z]+)? (?:al?|en) (?:la |l')?[a-z]+ i "
    r"(?:[0-9_]+|un|una|alguns|algunes)(?: "
    r"[a-z]+)? (?:al?|en|des d[e']l?) ?(?:la )?(?:casa|distancia|pantalla)\b|\bmig (?:grup|equip|ajuntament|"
    r"departament)\b[^.;]{1,24}\bmig\b|"
    r"\b(?:jo|nosaltres|ells|elles|tots) (?:al?|en) [^.;]{1,24} i (?:(?:el|la|els|les) |l')[a-z]+ connecta(?:t|da|ts|"
    r"des)\b|\bcomenc\w+ (?:per|amb|en) (?:zoom|teams|meet|video\w+|tel\w+|linia)\b[^.;]{0,32}\bacaba\w* (?:anant|alla|"
    r"en persona|presencial)|\bpresencial[^.;]{0,24} amb (?:(?:la|el) |l')[a-z]+ connectad[ao]\b|\bprimer (?:per|en|"
    r"al?|presencial\w*|virtual\w*|zoom|teams)\b[^.;]{0,32}\b(?:i (?:despres|llavors|al final)|despres) "
    r"(?=[^.;]{0,40}\b(?:per (?:zoom|tel\w+|teams|meet|video\w*)|ens (?:vam|hem) (?:veure|trobar|vist|trobat)|"
    r"presencial\w*|al?\b))|\bprimera (?:part|hora|meitat) (?:al?|presencial|per|en)\b[^.;]{0,40}\bsegona (?:part |"
    r"hora |meitat )?(?:per (?:zoom|teams|meet|tel|video)|en linia|a dist|telem|virtual|presencial)|\b(?:la|el) [a-z]+ "
    r"era (?:a|al) [^.;]{2,24} i (?:(?:el|la) |l')[a-z]+ per (?:pantalla|zoom|teams|meet|video\w+)|\bpart (?:per|al?|"
    r"en|pres|tel|vir)\w*\b[^.;]{1,40}\bpart (?:per|al?|en|pres|tel|vir)|\bmitad\b[^.;]{3,40}\bmitad\b|\bels? que "
    r"(?:hi )?(?:erem|eren|era|estavem) (?:al?|en|alla|aqui)\b[^.;]{2,40}\b(?:els|les|la|el) (?:de|que)\b|\b(?:uns|"
    r"unes|alguns|algunes|algunos|unos)\b[^.;]{1,24}\b[iy] (?:uns|unes|alguns|algunes|la resta|els altres|d'altres|"
    r"altres|otros|los demas|el resto)\b|\b(?:per (?:zoom|tel\w+|teams|meet|video\w*)|connectad\w+|en "
    r"linia)[^.;]{0,12} i (?:[a-z']+ ){1,4}(?:aqui|alla|al despatx|a la sala|presencial\w*)\b|(?<!i )\bmitja "
    r"(?!hora)[^.;]{1,30} i (?:l'altra )?mitja\b(?! hora)|\bmig (?:presencial|telem|virtual|en linia|a dist|online)|"
    r"\b(?:hibrid\w*|mixt[ae]?s?|semipresencial\w*(?! no\b)|bimodal|meitat,? (?:i )?meitat|mig i mig|uns hi eren|"
    r"(?:uns|unes|alguns|[0-9]+) (?:presencial\w*|per zoom|en linia|online|a la sala),? (?:i )?(?:[0-9]+|uns|la resta|"
    r"els altres|d'altres|altres)\b)|\bpresencial\w*,? (?:i |amb )?(?:el|la|els|les) [a-z]+ connectad?[aeo]?t?s?\b|"
    r"\b(?:jo|ell|ella|ells|elles|nosaltres) (?:si que )?(?:hi )?(?:era|erem|eren)\b[^.;]{0,28}\bi (?:el|la|els|les|l'|"
    r"en|na) ?[^.;]{1,24}\b(?:per (?:zoom|tel|teams|meet|video)|pantalla|connecta|en linia|a dist)"
)
# "Vam començar per Zoom i vam acabar a l'ajuntament": each way on its side of the second verb.
_BEGAN = re.compile(
    r"\b(?:comenc|arrenc|arranc|empez|inici)\w+\b(?P<first>[^;\n]{0,160}?)\b(?:acab(?!o\b|em\b)|termin|continu|segui[rt]|"
    r"remat|enllest|passar\b|passat\b|anar\b|anat\b)\w*"
)
# "2 h per telèfon i després vaig passar pel seu despatx"
_WENT_ON = re.compile(r"(?P<first>)\bi (?:despres|llavors|mes tard|al final) (?:hi |em |ens )?(?:vam|vaig|hem|he)\b")
_BY_THEIRS = re.compile(r" (?:hi )?(?:passar|passat|anar|anat|pujar|pujat|baixar|baixat|acostar-me)\b(?!-)")
# "Format (presencial/online): presencial"
_WAY = r"(?:presencial\w*|telem\w+|virtual\w*|on[ -]?line|en linia|(?:a )?distancia)"
_EITHER = re.compile(rf"\b{_WAY}(?: ?(?:/|o|,) ?{_WAY})+ ?\)? ?[:=]")
_JOINT = re.compile(r" ?(?:[ioy/]|i no|i tambe) ?")
# "5 a la taula i la regidora en un portàtil"
_ON_SCREEN = re.compile(
    r"\b(?:jo|ella?|regidora?|alcald\w+|tecnica?|secretari\w*|interventora?|altr[ae]) (?:[a-z]+ )?(?:en|a|per|des d') "
    r"?una? (?:portatil|tauleta|ordinador|pantalla|televisor)\b"
)
# "Han vingut 4 entitats": to the call; "el regidor va venir aquí" is of a place.
_ATTENDED = re.compile(
    r"(?:han|van|va|ha) (?:vingut|venir) (?!a\b|al|fins|aqui|per aqui|expressament)|sala [a-z]\b(?!')"
)
_CAME_HERE = re.compile(r"\b(?:han|van|va|ha) (?:vingut|venir)\b")
# "Jo a casa i ella a l'ajuntament": each in their own place.
_OTHERS = r"(?:ell|ella|ells|elles|els|les|la|el|l')\b"
_HERE = r"(?:a|al|des d[e']l?|alla\b|aqui\b)\b"
_APART = re.compile(
    rf"\bjo (?:era |connecta\w+ )?{_HERE}[^.;]{{2,24}}(?:,|\bi) {_OTHERS} ?(?:[a-z]+ ){{0,3}}{_HERE}|"
    rf"\b{_OTHERS} ?(?!junt|plegat)(?:[a-z]+ ){{0,3}}{_HERE}[^.;]{{2,24}}(?:,|\bi) jo "
    rf"(?:(?:era |connecta\w+ )?{_HERE}|per (?:pantalla|zoom|teams|meet|tel\w+|video\w+)|connecta|a l'ordinador)"
)
# "Volen que la segona sigui presencial": how it is to be.
_WISHED_BEFORE = re.compile(
    r"\b(?:volie[mn]?|havia de ser|pensa(?:t|da|ts|des) (?:com(?: a)?|per(?: a)?)|haviem de fer|estava previst\w*|"
    r"(?<!que )tocava)(?: [a-z-]+){0,2} $|(?<!ni que "
    r")(?<!encara que )(?<!tot i que )\b(?:sigui|siguin|fos|fossin|torn\w+ a ser|(?:la|ho|les) volien?|la volia|"
    r"preferi(?:a|en|em|rien?)|(?:intencio|idea|previsio|pla b?) ?era|opcio (?:de|a)|podi(?:a|em|en)|anav(?:a|en) a "
    r"ser|haurien volgut|ganes de|volguessin|(?:puguem|poguem|puguin?|vegem|trobem)(?: [a-z]+)?|a veure si)(?: "
    r"(?:tot[as]?|mes|ja|la|el|per|en|a|fer-l[ao]|fer-ho|que fos|que sigui))* $|\b(?:volen|vol|voldri\w+|pensen|"
    r"estudien|proposen|es plantegen|valoren|preveuen|fari(?:a|en)|agradari\w+|a faltar|(?:mateix|igual|millor|pitjor|"
    r"diferent) (?:que|com|de))\b[^.;,:\n]{0,40} $|\b(?:haviem dit|haviem quedat|haviem pensat|"
    r"s'havia dit|la idea era|(?:l'|la |ho )?havi(?:em|a|en) (?:pensa|previs|prepara|planteja|programa|reserva|imagina|"
    r"convoca|queda|fixa)\w+)(?: [a-z'-]+){0,3} $|\bagrada\w* (?:mes )?$"
)
_EARLIER = (
    r"l'altr[ae] (?:vegada|cop)|l'anterior|les (?:anteriors|passades)|l'ultima (?=va)|"
    r"(?:les )?(?:2 )?primeres|fins ara|a diferencia de"
)
_EARLIER_BEFORE = re.compile(rf"\b(?:{_EARLIER})\b[^.;,:]{{0,24}}$")
# "De presencial a Teams", "la presencial es va convertir en un Zoom"
_TURNED_AFTER = re.compile(
    r"[^.;]{0,40}?\b(?:es va convertir en|s'ha convertit en|va acabar (?:sent|per|en) (?!de )|va passar a)\b|"
    r" a (?:zoom|teams|meet|video|telef|on ?line|presencial)"
)
_OTHERS_BEFORE = re.compile(
    rf"\b(?:{_EARLIER}|havi(?:em|en|a) fet (?=la primera|les? (?:altr|anterior)|l'(?:altr|anterior))|(?:parlem|fem|"
    rf"quedem|veiem|trobem) (?:sempre|normalment)|l'altr[ae] (?:vegada|cop|sessio)|"
    r"l'altra(?! meitat| part| hora| mitja)|les altres|la d(?:el|e|') ?(?:gener|febrer|marc|abril|maig|juny|juliol|"
    r"setembre|octubre|novembre|mes passat|la setmana passada)(?= va ser| la vam| vam)|la primera (?=va ser|vam|la "
    r"vam)|despres de (?=tant|mesos|setmanes|[0-9]+ (?:per|en))|fins ara)\b[^.;,:]{0,24}$"
)


def read_modality(text: str, told: str) -> list[Hit[Modality]]:
    """Every sign of how it was held. A sign with a reason is only a hint: it must be asked.

    `told` is the text with everything blanked that has already been read.
    """
    hits = read_screens(text, told)
    shown = blank_spans(told, [(hit.start, hit.end) for hit in hits])
    for match in _IN_PERSON.finditer(text):
        before = before_of(text, match)
        if match.group().startswith("presencial") and of_topic(before, told, match):
            hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
            continue
        if match.group().startswith("a l'") and not talk_beside(told, match.start()):
            # "mercat a l'aire lliure"
            hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
            continue
        is_denied = denied(text, match)
        value = Modality.REMOTE if is_denied else Modality.IN_PERSON
        reason = hedged(text[match.end() : match.end() + 8]) or (None if is_denied else attached(told, match))
        if not (is_denied or reason or of_sitting(told, match)) and not is_own(shown, match.start()):
            reason = Reason.APPROXIMATE
        hits.append(Hit(match.start(), match.end(), value, reason))
    hits += [Hit(m.start(), m.end(), Modality.REMOTE) for m in _PICTURES.finditer(text)]
    for match in _APART.finditer(text):
        hits.append(Hit(match.start(), match.end(), Modality.REMOTE))
    hits.sort(key=lambda hit: hit.start)
    for at, (one, other) in enumerate(pairwise(hits), 1):
        # "venda presencial i en línia"
        if one.value is None and _JOINT.fullmatch(text, one.end, other.start):
            hits[at] = replace(other, value=None, reason=Reason.AMBIGUOUS)
    return hits


def decide(
    text: str, told: str, capital: Callable[[int], bool]
) -> tuple[Modality | None, Reason | None, list[Hit[Modality]]]:
    """The modality said, why it must be asked if so, and the signs that it rests on.

    `capital` tells whether the word at a place of the line was typed with a capital letter.

    What is said outright outweighs a place: "a distància perquè a l'ajuntament tenien obres". Where nothing is
    said but something was not understood, it is asked: that may have been it.
    """
    signs = [hit for hit in read_modality(text, told) if not _WISHED_BEFORE.search(text, 0, hit.start)]
    labels = [match.span() for match in _EITHER.finditer(text)]
    signs = [hit for hit in signs if not any(start <= hit.start < end for start, end in labels)]
    others = [
        hit
        for hit in signs
        if _OTHERS_BEFORE.search(text, max(0, hit.start - 48), hit.start) or _TURNED_AFTER.match(text, hit.end)
    ]
    if said_now := [hit for hit in signs if hit not in others]:
        signs = said_now
    said = supersede(text, [hit for hit in signs if hit.value and hit.reason is not Reason.AMBIGUOUS])
    shown = [(hit.start, hit.end) for hit in said]
    places = read_places(text, blank_spans(told, shown), capital)
    places = [hit for hit in places if not any(start < hit.end and hit.start < end for start, end in shown)]
    places = [hit for hit in places if not said or not _WISHED_BEFORE.search(text, 0, hit.start)]
    real = [hit for hit in places if not NOT_DONE_BEFORE.search(text, max(0, hit.start - 60), hit.start)]
    places = [hit for hit in real if not _EARLIER_BEFORE.search(text, max(0, hit.start - 48), hit.start)] or [
        Hit(hit.start, hit.end, None, Reason.AMBIGUOUS) for hit in places
    ]
    firm = [hit for hit in places if hit.reason is None]
    if firm and said and all(hit in others for hit in said):
        return Modality.IN_PERSON, None, firm
    sited = [hit for hit in places if hit.value and hit.reason is not Reason.APPROXIMATE]
    remote = any(hit.value is Modality.REMOTE for hit in said)
    shared = bool(remote and sited and _SOME_OF_THEM.search(text))
    if len({hit.value for hit in said}) == 2 or shared or _HYBRID.search(text) or _in_two(text, [*said, *places]):
        return None, Reason.CONTRADICTORY, said
    if said:
        reason = None if any(hit.reason is None for hit in said) else said[0].reason
        if reason and firm:
            return Modality.IN_PERSON, Reason.AMBIGUOUS, firm
        if not said_now:
            earlier = any(_EARLIER_BEFORE.search(text, max(0, hit.start - 48), hit.start) for hit in said)
            return None if earlier else said[0].value, Reason.AMBIGUOUS, said
        there = [*firm, *(hit for hit in places if BODIES.match(text, hit.start))]
        if said[0].value is Modality.REMOTE and not reason and _at_table(text, said, there):
            reason = Reason.AMBIGUOUS
        return said[0].value, reason, said
    hints = [hit for hit in signs if hit.value]
    if firm:
        hinted = any(hit.value is Modality.REMOTE for hit in hints) or bool(_ON_SCREEN.search(text))
        likely_value = Modality.REMOTE if _APART.search(text) else Modality.IN_PERSON
        return likely_value, Reason.AMBIGUOUS if hinted else None, firm
    if signs or places:
        likely = [hit for hit in hints if hit.value is Modality.REMOTE]
        likely = likely or [hit for hit in places if hit.reason is Reason.APPROXIMATE]
        return (likely[0].value if likely else None), Reason.AMBIGUOUS, likely
    return None, Reason.MISSING if rest_of(told) else None, []


def _in_two(text: str, signs: list[Hit[Modality]]) -> bool:
    """Whether it began in one way and ended in another."""
    turn = _BEGAN.search(text) or _WENT_ON.search(text)
    if turn is None:
        return False
    begins = turn.start("first") if turn["first"] else max(text.rfind(mark, 0, turn.start()) for mark in ".;\n") + 1
    first = {hit.value for hit in signs if hit.value and begins <= hit.start < turn.end("first")}
    then = {hit.value for hit in signs if hit.value and hit.start >= turn.end("first")}
    if _BY_THEIRS.match(text, turn.end()):
        then |= {Modality.IN_PERSON}
    return bool(first and then and first != then)


def hinted(text: str, stretch: Placed) -> bool:
    """Whether a word for a way of holding it stands in a stretch of `text` that is not read."""
    return any(signs.search(text, stretch.start, stretch.end) for signs in (REMOTE, _IN_PERSON))


def _at_table(text: str, said: list[Hit[Modality]], firm: list[Hit[Modality]]) -> bool:
    """Whether a place is named in the same sentence as the screen: "per zoom al seu ajuntament"."""
    if _APART.search(text):
        return any(_CAME_HERE.search(text, place.start, place.end) for place in firm)
    if re.search(r"perque|ja que|havia|com que|encara que|tot i|aixo que|, que (?!era|estava|es va|s'hi|va )", text):
        return False
    return any(
        place.start < one.start or not re.search(r"[.!?;\n]", text[one.end : place.end])
        for one in said
        for place in firm
        if not _ATTENDED.match(text, place.start)
        and not re.search(
            r"ensenya|mostra|virtual|cafe|regala|saluda|tast|drets|finestr|cervesa|vermut|mentre|cadires",
            text[max(0, place.start - 8) : place.end],
        )
    )

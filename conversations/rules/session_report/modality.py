"""How it was held: words for being there or for a screen, unless they belong to what was talked about."""

from __future__ import annotations

import re

from conversations.rules.session_report.corrections import supersede
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.places import read_places

_REMOTE = re.compile(
    r"\b(?:(?:a|en) distancia(?! (?:de|d')(?: ?seguretat)?)|en linia|on[ -]?line|telemati[cq]\w*|"
    r"virtual(?:ment|s)?|"
    r"(?:en |en forma |de forma |mode )?remot(?:a|ament|s|es)?(?! d)|videotrucad\w+|videoconfer\w+|"
    r"videocridad\w+|videollamad\w+|videoreunio\w*|"
    r"videotruc|videocall|video|vc|vdc|zoom\w*|teams|g?meets?|google meet|jitsi|skype|webex|bbb|"
    r"bigbluebutton|whereby|hangouts?|facetime|"
    r"gotomeeting|discord|telegram|whatsapp|whats|wasap|duo|telefon\w*|per tel\b|truca(?:da|des|t|r)|"
    r"trucant\w*|vam trucar|vaig trucar|"
    r"llamada|llamando|no presencial(?:s|ment)?|a traves de la pantalla|per pantalla|connectat?s?|"
    r"connectades|ens vam connectar|connectar-nos|"
    r"vam connectar-nos|connectar|connectat amb|des de casa|per (?:el )?mobil|per internet|"
    r"compartir pantalla|camera|connexio|ordinador|streaming|telem|distancia)\b"
)
_WEAK_REMOTE = frozenset(
    {
        "camera",
        "compartir pantalla",
        "connectades",
        "connectar",
        "connectat",
        "connectats",
        "connexio",
        "des de casa",
        "distancia",
        "duo",
        "ordinador",
        "per internet",
        "telegram",
        "trucar",
        "trucat",
        "wasap",
        "whatsapp",
    }
)
_MEANS_BEFORE = re.compile(r"(?:per|via|x|de|amb|en|,|-|h|\.|hem|vam|vaig|he|\() ?$")
_NEVER_SAID = frozenset({"per internet", "compartir pantalla", "camera", "connexio", "ordinador"})
_IN_PERSON = re.compile(
    r"\b(?:(?<!no )presencial(?:s|ment|itat)?|pres\b\.?|presen\b\.?|en persona|in persona|cara a cara|"
    r"in situ|fisicament|f2f|presencia fisica|"
    r"de cos present|en viu|tu a tu|en carn i os(?:sos)?)\b|\bpres\.(?=[ ,;]|$)"
)
_TOPIC_BEFORE = re.compile(
    r"\b(?:botig\w+|vend\w+|venda|cataleg\w*|tramit\w*|comerc\w*|platafor\w+|compr\w+|administracio|"
    r"curs\w*|formaci\w+|licitaci\w+|registre|cita|pagament\w*|mercat\w*|"
    r"factura|firma|signatura|reserv\w+|inscripci\w+|consult\w+|portal\w*|aparador\w*|espai|oficin\w+|"
    r"notificaci\w+|servei\w*|aula|eines?|recurs\w*|materials?|"
    r"enquest\w+|formular\w+|votaci\w+|participaci\w+|moned\w+|anunci\w*|publicitat|marketplace|atencio|"
    r"vendre|comprar|pagar|aprenentatge|ensenyament|treball|teletreball|exposici\w+|fira|jornada|xarxes|"
    r"jocs?|cistell\w+|comandes|gestio|guia|web\w*)"
    r"(?: (?:electronic\w*|digital\w*|municipal\w*|local\w*|propi\w*|per|de|a|i|agraria|ciutadan\w+|no|"
    r"de \w+|public\w*))* ?$"
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:sobre|parla\w* d[e']l?s?|tracta\w*(?: d[e']l?s?)?|explica\w*|tema:?|temes:?|"
    r"us d[e']l?) ?(?:[a-z'·]+ ){0,4}$"
)
_PLATFORMS = frozenset(
    {
        "zoom",
        "teams",
        "meet",
        "gmeet",
        "google meet",
        "jitsi",
        "skype",
        "webex",
        "telefon",
        "videotrucada",
        "videoconferencia",
    }
)
_PURPOSE_AFTER = re.compile(
    r"(?:los|-los|-la|-nos|-me)? (?:per (?:quedar|concertar|fixar|confirmar|avisar|dir|convocar|saber)|"
    r"per a quedar)"
)
_DENIED_BEFORE = re.compile(
    r"(?:\bno (?:va ser |era |es va fer |la vam fer |ha estat |pas |tan )*|\b(?:sense|ni|"
    r"res de) )(?:per |en |a |de manera |via |de forma )?$"
)
_SOME_OF_THEM = re.compile(
    r"\b(?:la resta|els altres|les altres|d'altres|alguns|algunes|uns|unes|la meitat|mitja part)\b"
)
_HYBRID = re.compile(
    r"\b(?:hibrid\w*|mixt[ae]?s?|semipresencial\w*|bimodal|meitat i meitat|uns hi eren|(?:uns|unes|"
    r"alguns|[0-9]+) (?:presencial\w*|per zoom|en linia|online|a la sala),? (?:i )?(?:[0-9]+|uns|"
    r"la resta|els altres|d'altres|altres)\b)"
)
_PENDING = re.compile(r"\b(?:crec que|em sembla que|potser|no recordo si|diria que|no se si)[^.,;]{0,20}$")


def read_modality(text: str) -> list[Hit[Modality]]:
    """Every sign of how it was held. A sign with a reason is only a hint: it must be asked."""
    hits = [_remote(text, m) for m in _REMOTE.finditer(text) if not (_denied(text, m) or _is_errand(text, m))]
    for match in _IN_PERSON.finditer(text):
        before = _before(text, match)
        if match.group() == "presencial" and (_TOPIC_BEFORE.search(before) or _ABOUT_BEFORE.search(before)):
            hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
            continue
        value = Modality.REMOTE if _denied(text, match) else Modality.IN_PERSON
        hits.append(Hit(match.start(), match.end(), value, _hedged(before)))
    return sorted(hits, key=lambda hit: hit.start)


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 40) : match.start()]


def _is_errand(text: str, match: re.Match[str]) -> bool:
    """ "Els vaig trucar per quedar": the call that made the appointment."""
    return bool(_PURPOSE_AFTER.match(text, match.end()))


def _denied(text: str, match: re.Match[str]) -> bool:
    return bool(_DENIED_BEFORE.search(_before(text, match)))


def _remote(text: str, match: re.Match[str]) -> Hit[Modality]:
    """What a word for a screen or a telephone says: that it was remote, a hint of it, or the topic."""
    before = _before(text, match)
    word = match.group()
    if _TOPIC_BEFORE.search(before) or (word not in _PLATFORMS and _ABOUT_BEFORE.search(before)):
        return Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)
    weak = word in _NEVER_SAID or (word in _WEAK_REMOTE and not _MEANS_BEFORE.search(before))
    if weak or (word == "distancia" and before.endswith("amb ")):
        return Hit(match.start(), match.end(), Modality.REMOTE, Reason.AMBIGUOUS)
    return Hit(match.start(), match.end(), Modality.REMOTE, _hedged(before))


def _hedged(before: str) -> Reason | None:
    return Reason.APPROXIMATE if _PENDING.search(before) else None


def decide(text: str) -> tuple[Modality | None, Reason | None, list[Hit[Modality]]]:
    """The modality said, why it must be asked if so, and the signs that it rests on.

    What is said outright outweighs a place: "a distància perquè a l'ajuntament tenien obres".
    """
    signs = read_modality(text)
    said = [hit for hit in signs if hit.value and hit.reason is not Reason.AMBIGUOUS]
    said = supersede(text, said)
    values = {hit.value for hit in said}
    places = read_places(text)
    shared = bool(said and places and _SOME_OF_THEM.search(text))
    if len(values) == 2 or shared or _HYBRID.search(text):
        return None, Reason.CONTRADICTORY, said
    firm = [hit for hit in places if hit.reason is None]
    if said:
        value = said[0].value
        reason = next((hit.reason for hit in said if hit.reason), None)
        if value is Modality.REMOTE and firm and not reason:
            reason = Reason.AMBIGUOUS if not re.search(r"perque|ja que|havia|com que", text) else None
        return value, reason, said
    if firm:
        hinted = any(hit.value is Modality.REMOTE for hit in signs)
        return Modality.IN_PERSON, Reason.AMBIGUOUS if hinted else None, firm
    hints = [*signs, *places]
    if hints:
        remote = [hit for hit in signs if hit.value is Modality.REMOTE]
        return (Modality.REMOTE if remote else None), Reason.AMBIGUOUS, remote
    return None, None, []

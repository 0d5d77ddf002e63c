"""How it was held: words for being there or for a screen, unless they belong to what was talked about."""

from __future__ import annotations

import re

from conversations.rules.session_report.corrections import supersede
from conversations.rules.session_report.model import Hit, Modality, Reason

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
_THEIRS = re.compile(
    r"\b(?:al|als|a la|a les|en el|en|des del?) (?:(?:seu|seva|seus|seves|meu|meva|meus|meves|nostre|"
    r"nostra|nostres|vostre|vostra|vostres|mateix|mateixa|propi) )+"
    r"(?:ajuntament|despatx\w*|local|seu|sala|oficin\w+|casa|consistori|biblioteca|viver|centre|edifici|"
    r"espai|poble|municipi|ateneu|mercat|"
    r"instal\w+|dependencies|taula)\b|"
    r"\b(?:a l'|en el |en l')(?:ajuntament|ajto)\b|\bal (?:consistori|ajuntament)\b|"
    r"\b(?:a|al|a la|a les|en el|en la|en|als|de la) (?:casa de la vila|sala de plens|sala de juntes|"
    r"sala de reunions|sala d'actes|sala gran|dependencies municipals|dependencies|"
    r"oficines municipals|oficines|casa consistorial|despatx(?:os)?)\b|\ba la seu (?:de l'ajuntament|"
    r"del consell|de l'ens|municipal|de la)\b|"
    r"\b[a-z]+ mateix\b(?= ?[,.;!)]|$| (?:de|d'|a|per|amb|i)\b)"
)
_MOVED = re.compile(
    r"\b(?:(?:hi |m'hi |ens hi |els |les |la |los )?(?:vaig|vam|varem|hem|he) (?:anar|pujar|baixar|"
    r"desplacar\w*|acostar\w*|apropar\w*|anat|pujat|baixat|desplacat|acostat|visitar|visitat)"
    r"(?! (?:be|molt|bastant|forca|millor|per feina|al gra|fent|tractant|parlant|veient|repassant|mirant|"
    r"a (?:pams|totes|per)))|"
    r"m'hi vaig (?:acostar|desplacar)|ens hem (?:desplacat|acostat)|m'he (?:desplacat|acostat)|(?:vam|"
    r"hem) (?:quedar|quedat|estar|estat|trobar-nos|trobat) (?:a|al|als) (?!dist|les\b|l'hora|"
    r"punt)(?=[a-z])|"
    r"(?:ens )?(?:vam|hem) (?:trobar|trobat|veure|vist|reunir|reunit)(?:-nos)? (?:a|al|als|en) (?!dist|"
    r"lin|les\b|rem)(?=[a-z])|"
    r"(?:han|van|va|ha) (?:vingut|venir|baixar|pujar) (?:a|al|ells|elles|els|el|la|l'|en|[0-9]+|_+|una?|"
    r"uns|dos|tots|tothom|amb|tres)|(?:em|ens) (?:van|va|han|ha) (?:rebre|rebut|acollir|acollit)|"
    r"visita (?:al?|a la|als)\b|fui a|fuimos a|estuvimos en|he ido a|hemos ido a|hi vaig ser|hi vam ser|"
    r"vaig ser-hi|vam ser a)\b"
)
_PLACE = re.compile(
    r"\b(?:a|al|als|a la|en el|en la|en) (?:l'|la |les |el )?(?:ajuntament|biblioteca|ateneu|viver|"
    r"mercat|centre civic|casal|local|oficina|escola|institut|masia|consistori|cafe|bar|"
    r"restaurant|placa|aula|sala|can [a-z]+|cal [a-z]+|parc|teatre|museu|fabrica|seu)\b"
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
_MATEIX_NOT = frozenset(
    {
        "ahir",
        "avui",
        "ara",
        "aixo",
        "dia",
        "dilluns",
        "dimarts",
        "dimecres",
        "dijous",
        "divendres",
        "el",
        "la",
        "si",
        "jo",
        "ell",
        "mati",
        "vespre",
        "tema",
        "equip",
        "aquest",
        "dissabte",
        "diumenge",
        "tarda",
        "lo",
        "del",
        "al",
        "amb",
        "un",
        "migdia",
        "per",
        "zoom",
        "dema",
    }
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


def read_places(text: str) -> list[Hit[Modality]]:
    """Signs of a place: going there, their office. Places that may be a topic ("a l'escola") carry a reason."""
    hits = []
    for match in _THEIRS.finditer(text):
        if match.group().endswith(" mateix") and (
            match.group().split()[0] in _MATEIX_NOT
            or not re.search(r"\ba (?:l'|la |el )?$", text[max(0, match.start() - 6) : match.start()])
        ):
            continue
        hits.append(Hit(match.start(), match.end(), Modality.IN_PERSON))
    hits += [Hit(m.start(), m.end(), Modality.IN_PERSON) for m in _MOVED.finditer(text)]
    hits += [Hit(m.start(), m.end(), Modality.IN_PERSON, Reason.AMBIGUOUS) for m in _PLACE.finditer(text)]
    return hits


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

"""How it was held: words for being there or for a screen, unless they belong to what was talked about."""

from __future__ import annotations

import re
from collections.abc import Callable

from conversations.rules.session_report.corrections import Placed, supersede
from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.places import read_places
from conversations.rules.session_report.talk import TALK, rest_of, talk_beside

_PLATFORM = (
    r"zooms?|teams|microsoft teams|ms teams|g?meets?|google ?meet|jitsi\w*|skype|webex|bbb|big ?blue ?button|whereby|"
    r"hangouts?|facetime|gotomeeting|goto|discord|chime|kmeet|messenger|viber|lifesize|collaborate|adobe connect|"
    r"sala (?:virtual|(?:de )?(?:zoom|meet|teams|jitsi|skype|webex|hangouts))|google duo|vtc|slack|gather|signal"
)
_REMOTE = re.compile(
    r"\b(?:ol\b|(?:per |d')audios?\b|(?:a|en) (?:la )?distancia(?! (?:de|d')(?: ?seguretat)?)|a dist\b|en linia|"
    r"on[ -]?line?|onlain|"
    rf"telem(?:at\w*)?|virtual(?:ment|s|itat)?|virt\b|{_PLATFORM}|"
    r"(?:en |en forma |de forma |en mode |mode )?remot(?:a|o|ament|s|es)?(?! d)|"
    r"video ?-?(?:tr|conf|cri|lla|reu|cal|trob|con\b|col|ses|tel|xat|quedada|assess|ment)\w*|video|vc|v\.c\b|vdc|"
    r"vconf\w*|(?:web ?)?conferencia web|web ?conferencia|dist\b|tele\b|"
    r"telefon(?!ia)\w*|per tel\b|tele(?:conf|reun|trob|trucad)\w*|telefonad\w+|truca(?:da|des|t|r|dot|deta|detes)|"
    r"trucant\w*|(?:em|ens) (?:van|va|han|ha) truca[rt](?=[^.;]{0,12} i (?:vam|hem) (?:estar|parlar|estat|parlat|"
    r"xerra))|"
    r"vam trucar|vaig trucar|conference call|una call|call (?:de|amb)\b|call d'|"
    r"llamada|llamando|no presencial(?:s|ment)?|a traves de la pantalla|(?<!res )(?<!prou )(?:per|via|amb|de|"
    r"davant(?: de)?) (?:la |les )?pantall(?:a|es|"
    r"eta|etes)\b|"
    r"(?:per )?mitjans? (?:electronics?|telematics?|digitals?|virtuals?)|(?:de forma|en format|format|via) digital|"
    r"webcam|web cam|(?:cadascu|cada 1|cada un|cadascun|tots|totes|tothom|ells|cada part|els 2|les 2|cada una)"
    r"(?: \w+){0,2} ?(?:des de|de|a|per) (?:la (?:seva )?)?cas[ae]s?(?: seva)?(?! nostra| meva)|"
    r"(?:cadascu|cada 1|cada un|cadascun|cada una|cada part) (?:des d[e']l?|de|a|al|per) ?(?:la |el |l')?(?:seva |"
    r"seu )?"
    r"(?:despatx|oficina|lloc|ajuntament|ordinador|pantalla|banda|poble)|"
    r"whatsapp|whats|wasap|wats|telegram|duo|connectat?s?|connectad[ae]s?|ens vam connectar|connectar-nos|"
    r"vam connectar-nos|connectar|connectat amb|des de (?:la )?casa|(?:per|pel) (?:el )?mobil|per internet|"
    r"(?:per|via|amb|al|davant(?: del?)?|des del?) (?:l'|el )?(?:seu |meu |nostre )?(?:ordinador|portatil|pc)|"
    r"(?:estat|estar|estavem|vam ser) connecta(?:t|ts|da|des)(?! a\b)|mans lliures|pantalla compartida|"
    r"compartir pantalla|camer(?:a|es)|connexio(?! (?:de|d'|dels?|als?)\b)|ordinador|streaming|distancia)\b"
)
# Words of a screen that may belong to something else: they count only where the session itself is told.
_WEAK_REMOTE = words(
    """
    connectada connectades connectar connectat connectats distancia duo telegram trucar trucat wasap whatsapp whats wats
    camera cameres video goto collaborate chime
    """
) | {"des de casa", "des de la casa", "per internet"}
_NEVER_SAID = frozenset({"compartir pantalla", "connexio", "ordinador", "streaming"})
_MEANS_BEFORE = re.compile(r"(?:^|\b(?:per|via|x|de|amb|en|pel|hem|vam|vaig|he)|[,:;\-.()_\n]) ?(?:el |la |l')?$")
_HELD_AS = words(
    "cop tirada presentacio ponencia conversa tutoria consulta classe taula dinamitzacio facilitacio intervencio"
)
# A telephone or a screen drawn: a hint.
_PICTURES = re.compile("[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2\U0001f4bb\U0001f5a5\U0001f4f9\U0001f3a5]")
# Adjectives belong to the noun before them, if that is not the session.
_ADJECTIVE = re.compile(r"(?:presencials?|telemati\w+|virtuals?|remot[ae]s?)$")
_NOUN_BEFORE = re.compile(r"([a-z]{3,}) $")
_IN_PERSON = re.compile(
    r"\b(?:(?<!no )presencial(?:s|ment|itat)?|pres\b\.?|prese\b\.?|presen(?:ci?|cia)?\b\.?(?! (?:de|d|a|en|web|"
    r"digital|online|al|institucional)\b)|"
    r"en persona|in persona?|colze a colze|cara a cara|in[ -]?situ|fisicament|en fisic|(?:trobada|reunio|sessio|visita|"
    r"mentoria) fisica|f2f|presencia fisica|de (?:forma|"
    r"manera) fisica|"
    r"vis a vis|sobre el terreny|a peu (?:de carrer|d'obra|dret|de mercat|de camp)|a l'aire lliure|a l'exterior|"
    r"sense pantall(?:a|es)|de cos present|en viu|tu a tu|en carn i os(?:sos)?)\b|\bpres\.(?=[ ,;]|$)"
)
_TOPIC_BEFORE = re.compile(
    r"\b(?:botig\w+|grups?|xats?|llist\w+|vend\w+|venda|cataleg\w*|tramit\w*|comerc\w*|platafor\w+|compr\w+|"
    r"administracio|"
    r"curs\w*|formaci\w+|licitaci\w+|registre|cita|pagament\w*|mercat\w*|"
    r"factura|firma|signatura|reserv\w+|inscripci\w+|consult\w+|portal\w*|aparador\w*|espai|oficin\w+|"
    r"notificaci\w+|servei\w*|aula|eines?|recurs\w*|materials?|"
    r"enquest\w+|formular\w+|votaci\w+|participaci\w+|moned\w+|anunci\w*|publicitat|marketplace|atencio|"
    r"vendre|comprar|pagar|aprenentatge|ensenyament|treball|teletreball|exposici\w+|fira|jornada|xarxes|"
    r"funcion\w+|(?:fan|fa|facin|faran) servir|usen|utilitzen|(?:ensenya|instal|configur|aprend|mira|prova|activa|"
    r"contracta)\w*(?:-\w+)?|"
    r"jocs?|cistell\w+|comandes|gestio|guia|web\w*)"
    r"(?: (?:el|la|com|usar|servir|fer|electronic\w*|digital\w*|municipal\w*|local\w*|propi\w*|per|de|a|i|agraria|"
    r"ciutadan\w+|no|"
    r"de \w+|public\w*))* ?$"
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:sobre|parla\w* d[e']l?s?|tracta\w*(?: d[e']l?s?)?|explica\w*|tema:?|temes:?|"
    r"us d[e']l?) ?(?:[a-z'·]+ ){0,4}$"
)
# These name the channel even in the middle of a topic ("sobre plecs per zoom").
_CHANNEL = re.compile(rf"(?:{_PLATFORM}|telefon|videotrucada|videoconferencia)$")
_PURPOSE_AFTER = re.compile(
    r"(?:los|-los|-la|-nos|-me)? (?:per (?:quedar|concertar|fixar|confirmar|avisar|dir|convocar|saber)|"
    r"per a quedar)"
)
_DENIED_BEFORE = re.compile(
    r"(?:\bno (?:(?:vam|varem|hem|vaig|he) (?:fer servir|fet servir|usar|usat|utilitzar|utilitzat|necessitar|"
    r"fer) (?:(?:el|la|cap) )?|podi\w+ |voli\w+ |va poder |van poder |ser |fer-la |fer-ho |va ser |era |es va fer |"
    r"la vam fer |"
    r"ha estat |pas |tan )*|\b(?:sense|ni) |"
    r"\b(?:res|cap) (?:de |d'))(?:per |en |a |de manera |via |de forma )?$"
)
# "A distància no ens enteníem", "Zoom? no, presencial"
_REFUSED_AFTER = re.compile(
    r" (?:fallava|fallat|va fallar|ens fallava|no (?:anava|va anar|funcionava|rutllava|tirava)|anava malament)\b|"
    r"\??,? (?:no|tampoc)[,.!]|\?? (?:no|tampoc)(?! (?:presencial|hi havia|hem pogut|se|s'|era gaire|va anar))(?= |$)"
)
# "Amb mascareta i distància": the one that is kept, not the one that parts.
_KEPT_BEFORE = re.compile(r"(?:\b(?:amb|guardant|mantenint)(?: la)?|\bmascaret\w+ (?:i|y|amb)) $")
_SOME_OF_THEM = re.compile(
    r"\b(?:la resta|els altres|les altres|d'altres|alguns|algunes|uns|unes|la meitat|mitja part|mig(?! (?:hora|dia|"
    r"mati|[0-9]))|meitat)\b"
)
_HYBRID = re.compile(
    r"\bpart (?:per|al?|en|pres|tel|vir)\w*\b[^.;]{1,40}\bpart (?:per|al?|en|pres|tel|vir)|"
    r"\b(?:uns|unes|alguns|algunes)\b[^.;]{1,24}\bi (?:uns|unes|alguns|algunes|la resta|els altres|d'altres|altres)\b|"
    r"\b(?:per (?:zoom|tel\w+|teams|meet|video\w*)|connectad\w+|en linia)[^.;]{0,12} i (?:[a-z']+ ){1,4}(?:aqui|"
    r"alla|al despatx|a la sala|presencial\w*)\b|"
    r"(?<!i )\bmitja (?!hora)[^.;]{1,30} i (?:l'altra )?mitja\b(?! hora)|\bmig (?:presencial|telem|virtual|en linia|"
    r"a dist|online)|\b(?:hibrid\w*|"
    r"mixt[ae]?s?|semipresencial\w*|bimodal|meitat i meitat|uns hi eren|(?:uns|unes|"
    r"alguns|[0-9]+) (?:presencial\w*|per zoom|en linia|online|a la sala),? (?:i )?(?:[0-9]+|uns|"
    r"la resta|els altres|d'altres|altres)\b)|"
    r"\b(?:jo|ell|ella|ells|elles|nosaltres) (?:si que )?hi (?:era|erem|eren)\b[^.;]{0,20}\bi (?:el|la|els|les|l'|en|"
    r"na) ?"
    r"[^.;]{1,24}\b(?:per (?:zoom|tel|teams|meet|video)|connecta|en linia|a dist)"
)
# "Jo hi era i la regidora connectada"
_ONE_CONNECTED = re.compile(r"connecta(?:t|ts|da|des)\b")
# "Jo a casa i ella a l'ajuntament": each in their own place.
_OTHERS = r"(?:ell|ella|ells|elles|els|les|la|el|l')\b"
_HERE = r"(?:a|al|des d[e']l?)\b"
_APART = re.compile(
    rf"\bjo (?:era )?{_HERE}[^.;]{{2,24}}(?:,|\bi) {_OTHERS} ?(?:[a-z]+ ){{0,3}}{_HERE}|"
    rf"\b{_OTHERS} ?(?:[a-z]+ ){{0,3}}{_HERE}[^.;]{{2,24}}(?:,|\bi) jo (?:era )?{_HERE}"
)
# "Volen que la segona sigui presencial": how it is to be.
_WISHED_BEFORE = re.compile(r"\b(?:sigui|siguin|fos|fossin)(?: (?:tot[as]?|mes|ja|la|el|per|en|a))* $")
# "L'altra va ser presencial, aquesta per Teams": how others were.
_OTHERS_BEFORE = re.compile(
    r"\b(?:l'altr[ae] (?:vegada|cop|dia|sessio)|l'altra|les altres|l'anterior|les anteriors|les passades|"
    r"la primera (?=va ser|vam|la vam)|despres de|a diferencia de|fins ara|sempre havien)\b[^.;,:]{0,24}$"
)
_PENDING = re.compile(r"\b(?:crec que|em sembla que|potser|no recordo si|diria que|no se si)[^.,;]{0,20}$")


def read_modality(text: str, told: str) -> list[Hit[Modality]]:
    """Every sign of how it was held. A sign with a reason is only a hint: it must be asked.

    `told` is the text with everything blanked that has already been read.
    """
    hits = [_remote(text, told, m) for m in _REMOTE.finditer(text) if not _is_errand(text, m)]
    for match in _IN_PERSON.finditer(text):
        before = _before(text, match)
        if match.group().startswith("presencial") and (_TOPIC_BEFORE.search(before) or _ABOUT_BEFORE.search(before)):
            hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
            continue
        if match.group().startswith("a l'") and not talk_beside(told, match.start()):
            # "mercat a l'aire lliure"
            hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
            continue
        denied = _denied(text, match)
        value = Modality.REMOTE if denied else Modality.IN_PERSON
        reason = _hedged(before, text[match.end() : match.end() + 5]) or (None if denied else _attached(told, match))
        hits.append(Hit(match.start(), match.end(), value, reason))
    hits += [Hit(m.start(), m.end(), Modality.REMOTE, Reason.AMBIGUOUS) for m in _PICTURES.finditer(text)]
    for match in _APART.finditer(text):
        hits.append(
            Hit(match.start(), match.end(), Modality.REMOTE, None if "casa" in match.group() else Reason.AMBIGUOUS)
        )
    return sorted(hits, key=lambda hit: hit.start)


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 40) : match.start()]


def _is_errand(text: str, match: re.Match[str]) -> bool:
    """ "Els vaig trucar per quedar": the call that made the appointment."""
    return bool(_PURPOSE_AFTER.match(text, match.end()))


def _denied(text: str, match: re.Match[str]) -> bool:
    return bool(_DENIED_BEFORE.search(_before(text, match)))


def _remote(text: str, told: str, match: re.Match[str]) -> Hit[Modality]:
    """What a word for a screen or a telephone says: that it was remote, a hint of it, or the topic."""
    before = _before(text, match)
    word = match.group()
    if _denied(text, match) or _REFUSED_AFTER.match(text, match.end()):
        return Hit(match.start(), match.end(), Modality.IN_PERSON, Reason.AMBIGUOUS)
    named = _CHANNEL.match(word) and before.endswith(("plataforma ", "aplicacio ", "app "))
    if _TOPIC_BEFORE.search(before) and _CHANNEL.match(word) and before.endswith("per "):
        return Hit(match.start(), match.end(), Modality.REMOTE, Reason.AMBIGUOUS)
    if (_TOPIC_BEFORE.search(before) and not named) or (not _CHANNEL.match(word) and _ABOUT_BEFORE.search(before)):
        return Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)
    means = _MEANS_BEFORE.search(told, max(0, match.start() - 12), match.start())
    weak = word in _WEAK_REMOTE and not (means and talk_beside(told, match.start()))
    if word == "distancia" and _KEPT_BEFORE.search(before):
        return Hit(match.start(), match.end(), None, Reason.AMBIGUOUS)
    if word in _NEVER_SAID or weak:
        return Hit(match.start(), match.end(), Modality.REMOTE, Reason.AMBIGUOUS)
    return Hit(
        match.start(),
        match.end(),
        Modality.REMOTE,
        _hedged(before, text[match.end() : match.end() + 5]) or _attached(told, match),
    )


def _attached(told: str, match: re.Match[str]) -> Reason | None:
    """Doubt about an adjective that agrees with a noun which is not the session: "tràmits telemàtics"."""
    noun = _NOUN_BEFORE.search(told, max(0, match.start() - 24), match.start())
    if (
        not noun
        or not _ADJECTIVE.match(match.group())
        or noun[1] in TALK
        or noun[1] in _HELD_AS
        or _REMOTE.fullmatch(noun[1])
    ):
        return None
    return Reason.APPROXIMATE if noun[1].endswith("s") == match.group().endswith("s") else None


def _hedged(before: str, after: str) -> Reason | None:
    """Doubt about a way of holding it: said to be likely before it, or with a question mark behind it."""
    return Reason.APPROXIMATE if _PENDING.search(before) or after.startswith(("?,", "? no ")) else None


def decide(
    text: str, told: str, capital: Callable[[int], bool]
) -> tuple[Modality | None, Reason | None, list[Hit[Modality]]]:
    """The modality said, why it must be asked if so, and the signs that it rests on.

    `capital` tells whether the word at a place of the line was typed with a capital letter.

    What is said outright outweighs a place: "a distància perquè a l'ajuntament tenien obres". Where nothing is
    said but something was not understood, it is asked: that may have been it.
    """
    signs = [hit for hit in read_modality(text, told) if not _WISHED_BEFORE.search(text, 0, hit.start)]
    others = [hit for hit in signs if _OTHERS_BEFORE.search(text, max(0, hit.start - 48), hit.start)]
    if said_now := [hit for hit in signs if hit not in others]:
        signs = said_now
    said = supersede(text, [hit for hit in signs if hit.value and hit.reason is not Reason.AMBIGUOUS])
    shown = [(hit.start, hit.end) for hit in said]
    places = read_places(text, blank_spans(told, shown), capital)
    places = [hit for hit in places if not any(start < hit.end and hit.start < end for start, end in shown)]
    firm = [hit for hit in places if hit.reason is None]
    if firm and said and all(hit in others for hit in said):
        return Modality.IN_PERSON, None, firm
    sited = [hit for hit in places if hit.reason is not Reason.APPROXIMATE]
    shared = bool(said and sited and _SOME_OF_THEM.search(text))
    if len({hit.value for hit in said}) == 2 or shared or _HYBRID.search(text):
        return None, Reason.CONTRADICTORY, said
    if said:
        reason = next((hit.reason for hit in said if hit.reason), None)
        if said[0].value is Modality.IN_PERSON and any(_ONE_CONNECTED.match(text, hit.start) for hit in signs):
            return None, Reason.CONTRADICTORY, said
        if said[0].value is Modality.REMOTE and not reason and _at_table(text, said, firm):
            reason = Reason.AMBIGUOUS
        return said[0].value, reason, said
    hints = [hit for hit in signs if hit.value]
    if firm:
        hinted = any(hit.value is Modality.REMOTE for hit in hints)
        likely_value = Modality.REMOTE if _APART.search(text) else Modality.IN_PERSON
        return likely_value, Reason.AMBIGUOUS if hinted else None, firm
    if signs or places:
        likely = [hit for hit in hints if hit.value is Modality.REMOTE]
        likely = likely or [hit for hit in places if hit.reason is Reason.APPROXIMATE]
        return (likely[0].value if likely else None), Reason.AMBIGUOUS, likely
    return None, Reason.MISSING if rest_of(told) else None, []


def hinted(text: str, stretch: Placed) -> bool:
    """Whether a word for a way of holding it stands in a stretch of `text` that is not read."""
    return any(signs.search(text, stretch.start, stretch.end) for signs in (_REMOTE, _IN_PERSON))


def _at_table(text: str, said: list[Hit[Modality]], firm: list[Hit[Modality]]) -> bool:
    """Whether a place is named in the same sentence as the screen: "per zoom al seu ajuntament"."""
    if _APART.search(text) or re.search(r"perque|ja que|havia|com que|encara que|tot i", text):
        return False
    return any(
        not re.search(r"[.!?;\n]", text[min(one.end, place.start) : max(one.start, place.end)])
        for one in said
        for place in firm
    )

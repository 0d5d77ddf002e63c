"""Going there and staying there: verbs of moving with the place they lead to, and who received whom.

The same verbs are used of papers and matters ("he pujat l'acta", "vam baixar al detall"), so that a verb counts only
with a place behind it: a council, a building, a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import BLANK
from conversations.rules.session_report.presence import BODIES
from conversations.rules.session_report.screens import REMOTE
from conversations.rules.session_report.talk import is_own, part_before

_PAST = r"(?:vaig|vam|varem|hem|he|va tocar|m'ha tocat)(?: (?:hagut|haver|tingut|volgut|pogut|poder) (?:de |d')?)? ?"
_GOING = (
    r"arriba[rt]|anar|anat|pujar|pujat|baixar|baixat|tornar|tornat|condu(?:ir|it)(?= (?:fins|cap))|entrar|entrat|parar|"
    r"parat|arribar-\w+|(?:fer|fet) (?:cap|un (?:salt|vol|tomb)|una (?:escapada|visita))|seure|estar|estat|ser|quedar|"
    r"quedat|coincidir|coincidit|desplaca[rt][\w-]*|dinar i [a-z]+|esmorzar i [a-z]+"
)
# With "ens": alone they are of papers ("vam veure a l'acta").
_MEETING = (
    r"trobar|trobat|retrobar|veure|vist|reunir|reunit|ajuntar|ajuntat|aplegar|tancar|tancat|installar|moure|mogut|"
    r"aixoplugar|asseure|assegut|junta[rt]|acosta[rt]|arriba[rt]|presenta[rt]|planta[rt]|escapa[rt]|citar|citat"
)
_COMPANY = (
    r"(?:,? ?(?:amb|en) (?:(?:el|la|els|les|un|una|el meu|la meva) |l')?[a-z]+| (?:tots|totes|jo|sol|sola|junts|juntes|"
    r"plegats|plegades|a peu|ara|expressament|corrents|yo|a parlar)|,? (?:amb |de |d')?_+,?|,? a mig cami,?)"
)
_TO = re.compile(
    rf"\b(?:{_PAST}(?:{_GOING})|(?:ens|mos|em|me|m') ?{_PAST}(?:{_MEETING})|(?:vam|hem) (?:trobar|veure|reunir)(?:-nos|"
    r"'ns)|erem|estavem|m'?(?:han|ha) fet (?:pujar|baixar|anar|venir)|em van fer (?:pujar|baixar|anar|venir)|(?:em|ens|"
    r"m') ?esperav(?:a|en)|(?:em|ens|m') ?(?:van|va|han|ha) (?:esperar|esperat|citar|citat|posar|posat|encabir|encabit|"
    r"entaforar|ficar|ficat|asseure|collocar|convocar|convocat|acompanyar|portar|dur)|(?:pujada|baixada|anada|escapada|"
    rf"sortida)){_COMPANY}{{0,3}} (?:(?:fins |cap )?(?:a|al|als|en)|fins)(?: |(?= ?l'))(?:(?:la|el|les|els|un|una|"
    r"aquell|aquella|a|al|[2-9]) |l'|d')?(?:(?:seu|seva|meu|meva|nostre|nostra|mateix|mateixa) )*(?P<where>[a-z_]{2,})"
)
_BY = re.compile(
    rf"\b{_PAST}(?:passar|passat|deixar caure)(?:-me|-nos)?(?: _+)? pe(?:ls?|r) ?(?:(?:la|el|les|els) |"
    rf"l')?(?P<where>[a-z_]{{2,}})"
)
# "Reunió a Llinars per veure la nau"
_TO_SEE = re.compile(
    r"\ba (?:l'|la |el |les )?_+,? (?:[a-z_]+ ){0,4}?per (?:veure|visitar) (?:(?:el|la|els|les) |"
    r"l')(?P<where>[a-z]{2,})"
)
# "Vam anar a veure els manresans"
_SEEING = re.compile(
    r"(?:visitar|coneixer|saludar|veure(?= ?[,.;)]|$)|veure (?:a |al |la |el |els |les |una? |l'|_)|veure'(?:ls|l|ns))"
)
_THERE = re.compile(
    r"\bhi (?:vaig|vam) acabar anant\b|\b(?:(?:anant|pujant|baixant)-hi|haver(?:-hi d'anar| d'anar-hi))\b|"
    r"\b(?<!convidat a )(?<!per )(?<!ganes "
    r"d')(?<!animen a )(?:anar|pujar|baixar|"
    r"desplacar-me|desplacar-nos|acostar-me)-?hi\b|\bhi (?:vaig|vam|varem|he|hem) (?:hagut d'|haver d')?(?:anar|pujar|"
    r"baixar|anat|pujat|baixat|tornar|tornat|(?:passar|arribar)(?= ?(?:[.,;)]|$| amb )))\b|\b(?:em|ens) (?:van|va|han|"
    r"ha) (?:fer|fet) (?:anar|pujar|baixar|venir)\b|\bper veure'(?:ls|l|ns)(?= i | ?[,.])|\b(?:m'hi|ens hi) (?:va|van|"
    r"ha|han) (?:dur|dut|portar|portat)\b|\bhi vaig(?= ?(?:$|[,.;!)]))|\bhi vaig ser\b|\bvaig ser-hi\b|\b(?:m'hi|ens "
    r"hi|s'hi) ?(?:vaig|he|vam|hem|va|van|ha|han) (?:arriba|planta|acosta|presenta|desplaca|escapa|atansa|apropa|"
    r"arrima|arrossega|desvia)[rt]\b(?! (?:cap|ningu))|\bhi vam ser(?! (?:mig|tot|fins|unes|ben|quasi|gairebe|[0-9]|"
    rf"una|mes))\b|\b{_PAST}(?:pujar|pujat|baixar|baixat)(?= ?(?:[,.;)]|$| (?:tots|totes|jo|expressament|amb (?:el|la) "
    r"(?:cotxe|tren|bus))))|\b(?:desplacant|acostant|arribant)-(?:me|nos)\b|\b(?:em vaig|m'he|ens vam|ens hem|m'hi "
    r"vaig|m'hi he) desplaca[rt]|\bdesplacar-(?:me|nos|m'hi|s'hi)\b|\b(?:vinc|venim|torno|tornem|arribo|arribem) "
    r"(?:ara |ara "
    r"mateix )?(?:del? |d')(?!fer|la sessio|la reunio|parlar|sopar|dinar|esmorzar|vacances|pont|festa|baixa|viatge|"
    r"feina|comprar|correr|"
    r"casa)|\b(?:surto|sortim|surt|sortint|acabem de sortir|acabo de sortir|(?:acabo|acabem) (?:d'arribar|de tornar)|"
    r"(?:he|hem) tornat) (?:ara |ara mateix )?(?:del? |d')(?!hora|fer|feina|casa|viatge|parlar|vacances|zoom|teams|"
    r"meet|(?:la |l'|una )(?:reunio|sess|trobada|video|truca|mentoria|altra))|\bagafa\w* (?:el|els|la|l'|un) ?(?:tren|"
    r"cotxe|bus|autobus|ferrocarril\w*|metro|moto|bici|ave|furgo\w*|rodalies|taxi|carretera)\b|\b(?:vam|hem) "
    r"(?:passeja|camina)[rt]\b|\bal voltant (?:de la|d'una) taula\b|\b(?:fer|fet|fent|feiem|en) rotllana\b|"
    r"\bdonar?(?:-nos)? (?:la ma|el colze)\b(?! d'obra)|(?<!des d'|de la )(?<!des de )\ba ca(?:sa)? seva\b|\b(?:vaig|"
    r"vam|varem|hem|he) (?:visita[rt]|trepitja[rt])\b(?! (?:(?:la|les|el|els|un|una) (?:web|pagin|portal|document)|"
    r"virtual|telem|mental))|\b_+ de visita\b(?! virtual)|\bvisita (?:guiada )?(?:al?|a la|als)\b|\b(?:vam|vaig|hem|he|"
    r"va|van) (?:seure|segut|assegut) (?:per fi )?(?:en|amb)\b|\brecorre(?:r|gut) (?:tot )?(?:el|la|els|les|l') "
    r"?(?:mercat|barri|poble|nucli|carrer|centre|poligon|municipi|comerc|parad|parcell|hort|zona|placa|eix|botig)\w*|"
    r"\b(?:vaig|vam|he|hem) (?:aparca|estaciona)[rt]\b|\bvisita (?:d'obres?|de camp)\b|\b(?:fer|fet|fent) (?:una|un|la|"
    r"el) (?:passejada|volta? (?:pe|al)|ruta|tomb (?:pe|amb))\w*"
)
_MEALS = re.compile(
    r"\b(?:(?:esmorza|dina|berena|sopa|menja)[rt] (?:plega|junt)\w+|(?:(?<!vaig )(?:esmorzar|dinar|berenar|sopar|"
    r"vermut)"
    r"(?: de (?:treball|feina))? (?:al?|amb)|vaig (?:esmorzar|dinar|sopar) amb)\b|\b(?:dinant|esmorzant) (?:a|al|"
    r"amb)\b|(?:esmorzar|dinar|sopar)-(?:reunio|"
    r"trobada|sessio)|(?:comida|almuerzo|desayuno|cena) de trabajo|(?:fer|fet|fent|prendre|prenent|pres) (?:un|el|uns) "
    r"(?:cafe|cafes|cafeto|cafetet|vermut|tallat|mos)\b(?! (?:virtual|telem|en linia|on ?line|a dist|per |cadasc)))"
)
_HOSTS = r"(?:la gent|els|les|l'equip|la delegacio|una delegacio|a la|al|l'alcald\w+|(?:la|el) (?:regid|tecni|cap)\w*)"
_SHOWN = (
    r"(?:mercat|hort|viver|poble|obrador|nau|instal|parad|edifici|barri|fabri|masia|casal|local|cooperativ|taller|"
    r"escorxador|terreny|solar|espai|camp|celler|moli)"
)
_RECEIVED = re.compile(
    r"\b(?:(?:em|ens|m'|me|nos|m'hi|ens hi) ?(?:van|va|han|ha) (?:(?:rebre|rebut|acollir|acollit)(?! (?:molt|forca|"
    r"tan) be)|obrir les portes|obert les portes|(?:anar|anat|venir|vingut|baixar|baixat|passar|passat) a (?:buscar|"
    r"recollir)|fer (?:una|la) visita|fer de guia|convida[rt] (?:a (?:la seva|casa|dinar|esmorzar)|al seu)|deixa[rt] "
    r"(?:(?:el|la|un|una) |l')?(?:sala|aula|despatx|local|casal|ateneu|espai|pati)(?! virtual)|(?:acompanya|porta|"
    r"guia|passeja)[rt](?: despres)? (?:pel|per|a (?:veure|visitar)))|"
    rf"vam ser rebuts|(?:vam|hem|vaig|he) (?:portar|portat|acompanyar|acompanyat) {_HOSTS}[^.;,]{{0,24}} a (?:veure|"
    rf"visitar|coneixer)|(?:vam|hem|vaig|he) (?:rebre|rebut|acollir|acollit) (?:[a-z]+ )?{_HOSTS}|(?:els|les) (?:vam|"
    r"hem|vaig|he) (?:rebre|rebut|acollir|acollit|fer venir|fet venir|fer pujar|fer passar)\b(?! (?:per|be|un|una|el|"
    r"la|els|les)\b)|(?:vaig|vam|he|hem) (?:tenir|tingut) (?:aqui|a casa))\b"
)
_CASTILIAN = re.compile(
    r"\b(?:(?:nos|me) (?:recibieron|recibio|acogieron|acerque|acercamos)|(?:fui|fuimos|he ido|hemos ido|vinieron|vino|"
    r"subi|baje) (?:yo |nosotros |ellos |todos )?(?:para|hasta|aqui|al|alla|alli)|(?:subi|subimos|baje|bajamos|visite|"
    r"visitamos|vinieron) (?:a|los|las|el|la|con)|fui a|fuimos a|he ido a|hemos ido a|(?:estuve|estuvimos|nos vimos|"
    r"nos reunimos|nos encontramos|quedamos) en (?!linia|remoto|zoom|teams|meet|contacto|[a-z]+[aei]r(?:l[aeo]s?|nos|"
    r"me)?\b))\b"
)
# "He passat el matí a Balaguer"
_MORNING_AT = re.compile(
    r"\btota? (?:el|la) (?:mati|tarda|dia)[^.;,]{0,16} a(?:ls?)? (?=_)|\b(?:mati|tarda) sencera? a(?:ls?)? (?=_)|"
    r"\b(?:vaig|vam|he|hem) (?:passar|passat) (?:tota? )?(?:el|la) (?:mati|tarda|migdia|dia|_+)[^.;,]{0,16} a(?:ls?)? "
    r"(?=_)"
)


_WE_BEFORE = re.compile(r"\bens (?:vam|hem)\b")
_OURS = re.compile(
    r"\b(?:vam|vaig|varem|hem|he|em|ens|mos|me|nos|hi|surt\w*|torn\w+|vinc|venim|arrib\w+|acab\w+)\b|\bm'"
)


def read_journeys(
    text: str, told: str, capital: Callable[[int], bool], buildings: re.Pattern[str]
) -> list[Hit[Modality]]:
    """Every sign that somebody went or was received, which is sure, or shook hands and opened windows, which is a hint.

    `told` is the text with everything blanked that has already been read; `capital` tells whether the word at a place
    of the line was typed with a capital letter; `buildings` matches the name of a kind of building.
    """
    found = [
        m for signs in (_THERE, _MEALS, _RECEIVED, _CASTILIAN) for m in signs.finditer(text) if _is_told(text, told, m)
    ]
    hints = [m for m in BODIES.finditer(text) if _is_told(text, told, m)]
    found += [m for m in _MORNING_AT.finditer(told) if capital(m.end())]
    found += [
        m
        for way in (_TO, _BY, _TO_SEE)
        for m in way.finditer(told)
        if _leads_to_place(text, told, m, capital, buildings)
    ]
    return [
        *(Hit(m.start(), m.end(), Modality.IN_PERSON) for m in found),
        *(Hit(m.start(), m.end(), Modality.IN_PERSON, Reason.APPROXIMATE) for m in hints),
    ]


def _is_told(text: str, told: str, match: re.Match[str]) -> bool:
    """Whether it is told of oneself, or of the session, and not denied."""
    if text.endswith((" no ", "(no "), 0, match.start()):
        return False
    own = _OURS.search(match.group()) or is_own(told, match.start())
    return bool(own or _WE_BEFORE.search(part_before(told, match.start())))


def _leads_to_place(
    text: str, told: str, match: re.Match[str], capital: Callable[[int], bool], buildings: re.Pattern[str]
) -> bool:
    at = match.start("where")
    if REMOTE.match(text, at):
        return False
    if told[at] == BLANK:
        return text[at] != BLANK
    return bool(buildings.match(text, at) or _SEEING.match(text, at)) or capital(at)

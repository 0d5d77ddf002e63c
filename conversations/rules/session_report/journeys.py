"""Going there and staying there: verbs of moving with the place they lead to, and who received whom.

The same verbs are used of papers and matters ("he pujat l'acta", "vam baixar al detall"), so that a verb counts only
with a place behind it: a council, a building, a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from conversations.rules.session_report.model import Hit, Modality
from conversations.rules.session_report.noise import BLANK
from conversations.rules.session_report.presence import BODIES
from conversations.rules.session_report.screens import REMOTE
from conversations.rules.session_report.talk import is_own, part_before

_PAST = r"(?:vaig|vam|varem|hem|he)(?: (?:hagut|haver|tingut|volgut|pogut|poder) (?:de |d')?)? ?"
_GOING = (
    r"arriba[rt]|anar|anat|pujar|pujat|baixar|baixat|tornar|tornat|viatjar|viatjat|condu(?:ir|it)(?= (?:fins|cap))|"
    r"entrar|entrat|"
    r"parar|parat|"
    r"arribar-\w+|(?:fer|fet) (?:cap|un (?:salt|vol|tomb)|una (?:escapada|visita))|seure|"
    r"estar|estat|ser|quedar|quedat|coincidir|coincidit|desplaca[rt][\w-]*|dinar i [a-z]+|esmorzar i [a-z]+"
)
# With "ens": alone they are of papers ("vam veure a l'acta").
_MEETING = (
    r"trobar|trobat|retrobar|retrobat|veure|vist|reunir|reunit|ajuntar|ajuntat|aplegar|aplegat|tancar|tancat|installar|"
    r"installat|moure|mogut|aixoplugar|aixoplugat|arrecerar|asseure|assegut|acomodar|junta[rt]|acosta[rt]|apropa[rt]|"
    r"atansa[rt]|"
    r"arriba[rt]|presenta[rt]|"
    r"planta[rt]|escapa[rt]|citar|citat"
)
_COMPANY = (
    r"(?:,? ?(?:amb|en) (?:(?:el|la|els|les|un|una|el meu|la meva) |l')?[a-z]+| (?:tots|totes|jo|sol|sola|junts|juntes|"
    r"plegats|plegades|a peu|ara|expressament|corrents|yo|a parlar)|,? (?:amb |de |d')?_+,?|,? a mig cami,?)"
)
_TO = re.compile(
    rf"\b(?:{_PAST}(?:{_GOING})|(?:ens|mos|em|me|m') ?{_PAST}(?:{_MEETING})|(?:vam|hem) (?:trobar|veure|reunir)(?:-nos|"
    rf"'ns)|"
    r"erem|estavem|m'?(?:han|ha) fet (?:pujar|baixar|anar|venir)|em van fer (?:pujar|baixar|anar|venir)|"
    r"(?:em|ens|m') ?esperav(?:a|en)|(?:em|ens|m') ?(?:van|va|han|ha) (?:esperar|esperat|citar|citat|posar|posat|"
    r"encabir|encabit|entaforar|ficar|ficat|asseure|collocar|convocar|"
    r"convocat|acompanyar|portar|dur)|"
    r"(?:pujada|baixada|anada|escapada|sortida)"
    rf"){_COMPANY}{{0,3}} (?:(?:fins |cap )?(?:a|al|als|en)|fins)(?: |(?= ?l'))"
    r"(?:(?:la|el|les|els|un|una|aquell|aquella|a|al|[2-9]) |l'|d')?(?:(?:seu|seva|meu|meva|nostre|nostra|mateix|"
    r"mateixa) )*"
    r"(?P<where>[a-z_]{2,})"
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
    r"(?:visitar|coneixer|saludar|veure(?= ?[,.;)]|$)|veure (?:a |al |la |el |els |les |una? |l'|"
    r"_)|veure'(?:ls|l|ns))"
)
_THERE = re.compile(
    r"\b(?:anant|pujant|baixant)-hi\b|"
    r"\b(?<!convidat a )(?<!per )(?<!ganes d')(?<!animen a )(?:anar|pujar|baixar|desplacar-me|desplacar-nos|acostar-me)"
    r"-?hi\b|\bhi (?:vaig|vam|varem|he|hem) (?:hagut d'|haver d')?(?:anar|pujar|baixar|anat|pujat|baixat|tornar|"
    r"tornat|(?:passar|arribar)(?= ?(?:[.,;)]|$| amb )))\b|\b(?:em|ens) (?:van|va|han|ha) (?:fer|"
    r"fet) (?:anar|pujar|baixar|venir)\b|"
    r"\bper veure'(?:ls|l|ns)(?= i | ?[,.])|"
    r"\b(?:m'hi|ens hi) (?:va|van|ha|han) (?:dur|dut|portar|portat)\b|"
    r"\bhi vaig(?= ?(?:$|[,.;!)]))|\bhi vaig ser\b|\bvaig ser-hi\b|"
    r"\b(?:m'hi|ens hi|s'hi) ?(?:vaig|he|vam|hem|va|van|ha|han) (?:arriba|planta|acosta|presenta|desplaca|escapa|"
    r"atansa|"
    r"apropa|arrima|arrossega|desvia)[rt]\b(?! (?:cap|ningu))|"
    r"\bhi vam ser(?! (?:mig|tot|fins|unes|ben|quasi|gairebe|[0-9]|una|mes))\b|"
    rf"\b{_PAST}(?:pujar|pujat|baixar|baixat)(?= ?(?:[,.;)]|$| (?:tots|totes|jo|expressament|amb (?:el|la) (?:cotxe|"
    rf"tren|bus))))|"
    r"\b(?:desplacant|acostant|arribant)-(?:me|nos)\b|\b(?:em vaig|m'he|ens vam|ens hem|m'hi vaig|"
    r"m'hi he) desplaca[rt]|"
    r"\bdesplacar-(?:me|nos)\b|"
    r"\b(?:vinc|venim|torno|tornem|arribo|arribem) (?:ara |ara mateix )?(?:del? |d')(?!fer|la sessio|la reunio|parlar|"
    r"sopar|dinar|esmorzar|vacances|viatge|feina|comprar|correr|casa)|"
    r"\b(?:surto|sortim|surt|sortint|acabem de sortir|acabo de sortir|(?:acabo|acabem) (?:d'arribar|"
    r"de tornar)|(?:he|hem) tornat) (?:ara |"
    r"ara mateix )?(?:del? |d')(?!hora|fer|feina|casa|viatge|parlar|vacances|zoom|teams|meet|(?:la |l'|una )(?:reunio|"
    r"sess|"
    r"trobada|video|truca|mentoria|altra))|"
    r"\bagafa\w* (?:el|els|la|l'|un) ?(?:tren|cotxe|bus|autobus|ferrocarril\w*|metro|moto|bici|ave|furgo\w*|rodalies|"
    r"taxi|carretera)\b|"
    r"\b(?:vam|hem) (?:passeja|camina)[rt]\b|\bal voltant (?:de la|d'una) taula\b|\b(?:fer|fet|fent|feiem|"
    r"en) rotllana\b|"
    r"\bdonar?(?:-nos)? (?:la ma|el colze)\b(?! d'obra)|(?<!des d'|de la )(?<!des de )\ba ca(?:sa)? seva\b|"
    r"\b(?:vaig|vam|varem|hem|he) (?:visita[rt]|trepitja[rt])\b(?! (?:(?:la|les|el|els|un|una) (?:web|pagin|portal|"
    r"document)|virtual|telem|mental))|"
    r"\b_+ de visita\b(?! virtual)|\bvisita (?:guiada )?(?:al?|a la|als)\b|\b(?:vam|vaig|hem|he|va|van) (?:seure|"
    r"segut|assegut) (?:per fi )?(?:en|amb)\b|"
    r"\brecorre(?:r|gut) (?:tot )?(?:el|la|els|les|l') ?(?:mercat|barri|poble|nucli|carrer|centre|poligon|municipi|"
    r"comerc|parad|parcell|hort|zona|placa|eix|botig)\w*|"
    r"\b(?:vaig|vam|he|hem) (?:aparca|estaciona)[rt]\b|\bvisita (?:d'obres?|de camp)\b|"
    r"\b(?:fer|fet|fent) (?:una|un|la|el) (?:passejada|volta? (?:pe|al)|ruta|tomb (?:pe|amb))\w*"
)
_MEALS = re.compile(
    r"\b(?:(?:esmorza|dina|berena|sopa|menja)[rt] (?:plega|junt)\w+|"
    r"(?:esmorzar|dinar|berenar|sopar|vermut) (?:de (?:treball|feina) )?(?:a|al|amb)\b|\b(?:dinant|esmorzant) (?:a|al|"
    r"amb)\b|"
    r"(?:esmorzar|dinar|sopar)-(?:reunio|trobada|sessio)|(?:comida|almuerzo|desayuno|cena) de trabajo|"
    r"(?:fer|fet|fent|prendre|prenent|pres) (?:un|el|uns) (?:cafe|cafes|cafeto|cafetet|vermut|tallat|mos)\b"
    r"(?! (?:virtual|telem|en linia|on ?line|a dist|per |cadasc)))"
)
_HOSTS = r"(?:la gent|els|les|l'equip|la delegacio|una delegacio|a la|al|l'alcald\w+|(?:la|el) (?:regid|tecni|cap)\w*)"
_SHOWN = (
    r"(?:mercat|hort|viver|poble|obrador|nau|instal|parad|edifici|barri|fabri|masia|casal|local|cooperativ|taller|"
    r"escorxador|terreny|solar|espai|camp|celler|moli)"
)
_RECEIVED = re.compile(
    r"\b(?:(?:em|ens|m'|me|nos|m'hi|ens hi) ?(?:van|va|han|ha) (?:(?:rebre|rebut|acollir|acollit)(?! (?:molt|forca|"
    r"tan) be)|"
    r"obrir les portes|obert les portes|"
    r"(?:anar|anat|venir|vingut|baixar|baixat|passar|passat) a (?:buscar|recollir)|fer (?:una|la) visita|fer de guia|"
    r"convida[rt] (?:a (?:la seva|casa|dinar|esmorzar)|al seu)|"
    r"deixa[rt] (?:una |la )?sala(?! virtual)|(?:acompanya|porta|guia|passeja)[rt](?: despres)? (?:pel|per|a (?:veure|"
    r"visitar)))|"
    r"vam ser rebuts|vaig ser rebu[dt]a?|"
    rf"(?:vam|hem|vaig|he) (?:portar|portat|acompanyar|acompanyat) {_HOSTS}[^.;,]{{0,24}} a (?:veure|visitar|coneixer)|"
    rf"(?:vam|hem|vaig|he) (?:rebre|rebut|acollir|acollit) (?:[a-z]+ )?{_HOSTS}|"
    r"(?:els|les) (?:vam|hem|vaig|he) (?:rebre|rebut|acollir|acollit|fer venir|fet venir|fer pujar|"
    r"fer passar)\b(?! (?:per|"
    r"be|un|una|el|la|els|les)\b)|"
    r"(?:vaig|vam|he|hem) (?:tenir|tingut) (?:aqui|a casa))\b"
)
_CASTILIAN = re.compile(
    r"\b(?:(?:nos|me) (?:recibieron|recibio|acogieron|acerque|acercamos)|"
    r"(?:fui|fuimos|he ido|hemos ido|vinieron|vino|subi|baje) (?:yo |nosotros |ellos |todos )?(?:para|hasta|aqui|al|"
    r"alla|alli)|"
    r"(?:subi|subimos|baje|bajamos|visite|visitamos|vinieron) (?:a|los|las|el|la|con)|fui a|fuimos a|he ido a|"
    r"hemos ido a|"
    r"(?:estuve|estuvimos|nos vimos|nos reunimos|nos encontramos|quedamos) en (?!linia|remoto|zoom|teams|meet|"
    r"contacto))\b"
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
    """Every sign that somebody went, was received or sat down together; each is sure.

    `told` is the text with everything blanked that has already been read; `capital` tells whether the word at a place
    of the line was typed with a capital letter; `buildings` matches the name of a kind of building.
    """
    found = [m for signs in (_THERE, _MEALS, _RECEIVED, _CASTILIAN, BODIES) for m in signs.finditer(text)]
    found = [m for m in found if not text.endswith((" no ", "(no "), 0, m.start())]
    found = [
        m
        for m in found
        if _OURS.search(m.group()) or is_own(told, m.start()) or _WE_BEFORE.search(part_before(told, m.start()))
    ]
    found += [m for m in _MORNING_AT.finditer(told) if capital(m.end())]
    found += [
        m
        for way in (_TO, _BY, _TO_SEE)
        for m in way.finditer(told)
        if _leads_to_place(text, told, m, capital, buildings)
    ]
    return [Hit(m.start(), m.end(), Modality.IN_PERSON) for m in found]


def _leads_to_place(
    text: str, told: str, match: re.Match[str], capital: Callable[[int], bool], buildings: re.Pattern[str]
) -> bool:
    at = match.start("where")
    if REMOTE.match(text, at):
        return False
    if told[at] == BLANK:
        return text[at] != BLANK
    return bool(buildings.match(text, at) or _SEEING.match(text, at)) or capital(at)

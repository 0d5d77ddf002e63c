"""Signs that people met: going there, their town hall, a table somewhere, a name after "a".

The same words may be the topic ("menjador a l'escola"), so that a place counts only where nothing but the session
itself stands before it in its part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from conversations.rules.session_report.journeys import read_journeys
from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.talk import all_talk, is_own, only_talk, part_before

_BUILDINGS = (
    "ajuntament|ajto|aj|consistori|despatx(?:os)?|oficin(?:a|es)|ofi|sal(?:a|es|o)|saleta|local|biblioteca|"
    "ateneu|viver|mercat|centre|casal|escola|institut|masia|masovera|cafe|cafeteria|bar|restaurant|fonda|hotel|"
    "placa|aula|auditori|teatre|museu|fabrica|naus?|poligon|parc|pati|jardins?|horts?|pavello|poliesportiu|camp|"
    "esglesia|rectoria|edifici|equipaments?|instal\\w+|dependencies|baixos|planta|magatzem|cooperativa|botiga|"
    "obrador|taller|coworking|hub|tecnocampus|campus|universitat|facultat|cambra|mancomunitat|confraria|port|"
    "deixalleria|llar|residencia|hospital|carrer|passeig|rambla|estacio|vestibul|porxos?|sindicat|ludoteca|arxiu|"
    "regidoria|area|consell comarcal|serveis tecnics|terreny|finca|granja|celler|moli|pisos?|poble|"
    "municipi|territori|espais?|seus|finestreta|recepcio|terrassa d(?:el|'un|e la|e l')|terrasseta|taula|"
    "casa consistorial|palau|"
    "casino|balneari|castell|ermita|monestir|convent|alberg|camping|forn|refugi|foment|orfeo|cinema|pista|estadi|"
    "gimnas|"
    "farinera|escorxador|farmacia|capella|cripta|soterrani|pis de dalt|terrat|hall|entrada|cantina|menjador|"
    "fira|biblio|placeta|bosc|riu|era|hivernacle|magatzems|cotxeres|mercadal|roca|pont|font|"
    "paeria|comu|raco|domicili|despacho|centro|mercado|plaza|escuela|sede|parque|vivero|restaurante|museo|calle|patio|"
    "nave|tienda|banc|plataners|"
    "arbres?|carpa|envelat|casalot|llotja|golfes|piscines|vapor|temple|laboratori|impremta|bodega|vinya|formatgeria|"
    "farga|"
    "claustre|pergola|quiosc|notaria|gremi|associacio|entitat|federacio|caserna|ambulatori|telecentre|societat|casinet|"
    "cercle|patronat|coope|coop|consultori|mirador|moll|drassan\\w+|masoveria|muralla|safareig|rentador|places|passeig|"
    "pineda|abadia|seminari|collegi|fronto|velodrom|parada|paradeta|parades|garatge|cotxera|parquing|aparcament|"
    "baixador|hostal|taverna|gelateria|pastisseria|fleca|xiringuito|cuina|passadis|repla|balco|galeria|agora|"
    "rebost|bassa|estand|stand|caseta|contenidor|grades|barra|ceip|pantala|passarella|escales|graons|fundacio|jutjat|"
    "jutjats|mas|ombra|cementiri|parc de bombers|comissaria|delegacio|parroquia|campanar|clinica|mutua|"
    "gestoria|carretera|cami|club|[a-z]{4,}(?:teria|neria|leria|reria|ceria)|[a-z]{2,}s[st]eria|polivalent|bressol|"
    "casa (?:de )?la vila|casa de cultura|promocio economica|guarderia|poliesportiva|piscina|platja|museus?|torre"
)
BUILDING = re.compile(rf"(?:(?:{_BUILDINGS})s?|casa(?! de cultura))\b")
_DET = (
    r"(?:(?:el|la|els|les|un|una|uns|unes|aquell|aquella) |l')?(?:(?:seu|seva|seus|seves|meu|meva|meus|meves|nostre|"
    r"nostra|nostres|vostre|vostra|su|sus|mi|nuestro|nuestra|mateix|mateixa|propi|propia|nou|nova|antic|antiga|vell|"
    r"vella|gran|petit|petita) )*"
)
_AT = (
    r"(?:(?:(?<!per )als?|(?<!com )(?<!per )a|al (?:bell )?mig del?|enmig del?|en|dins|dins d(?:e|el|'una?)|sota|"
    r"dalt(?: de| "
    rf"del)?|vora|darrere(?: de| del)?|prop del?|dintre(?: de)?|davant(?: de)?)(?: (?={_DET})| l'))"
)
_OWN = re.compile(
    r"\b(?:al|als|a la|a les|en el|en la|en|des del?) (?:(?:seu|seva|seus|seves|meu|meva|meus|meves|nostre|nostra|"
    r"nostres|vostre|vostra|vostres|mateix|mateixa|propi|propia) )+(?!zoom|teams|meet|telef|ordin|compte|moment|temps|"
    r"costat|manera|tema|pla\b|ritme|carrec|hor[ae])[a-z]{4,}|\b(?:sala|saleta|planta|despatx|oficin\w+|baixos|seu|"
    r"edifici|viver|pati|hall|entrada|soterrani)(?: [a-z]+)? (?:de l'ajuntament|del consistori|del consell|de la "
    r"mancomunitat|de l'ens)\b|\bal (?:consistori|ajuntament)\b|\ba la sala (?:de|gran|d)\b|\b[a-z]+ mateix\b(?= "
    r"?[,.;!)]|$| (?:de|d'|a|per|amb|i)\b)|\ba?lla mateix\b|\balla(?= ?[,.;!)\n]|$| i (?:ell|la resta|els altres))"
)
# Their own desk is where people are, whatever stands before it.
_THEIRS = re.compile(
    r"(?<!pel )(?<!per )\b(?:al|als|a la|a les) (?:(?:seu|seva|seus|seves|meu|meva|nostre|nostra|mateix|mateixa) )+"
    r"(?:oficin\w+|despatx\w*|ajuntament|consistori|local|seu|casa|dependencies|sala|taller|nau)\b"
)
_ON_THE_WAY = re.compile(
    r"\b(?:amb|en) (?:el |la |la meva |el meu )?(?:tren|cotxe|bus|autobus|moto|bici|bicicleta|rodalies)\b|\b(?:voltant "
    r"per|fent un tomb|caminant|caminavem|passejant|passejavem|visitant|recorrent|trepitjant|paseando|caminando|de "
    r"(?:passejada|passeig) (?:pel|per)|(?:caminada|passejada|recorregut) (?:pel|per|a peu|al|fins))\b|\b(?:amb|tots "
    r"amb|duent|portant) (?:la |les )?(?:mascaret|mampar)\w+|(?<=, )mascaret\w+(?=[ ,.]|$)|\bamb (?:distancia|"
    r"distancies|gel)(?: hidroalcoholic)? i mascaret\w+"
)
_CAME = re.compile(
    r"\b(?:es|s') ?(?:va|van|ha|han) (?:(?:acosta|desplaca|apropa|arriba|atansa|escapa)(?:r|t)\b|deixa[rt] caure\b)|"
    r"\b(?:va|van|ha|han) (?:passar|passat) (?:(?:ahir|avui|di[lmjvs][a-z]+s) )?pe(?:l|r la|r l'|ls) ?(?:meu|meva|"
    r"nostr|despatx|oficin|casa|local|viver|"
    r"aqui)\w*|\b(?:vinieron|vingueren|vino|vingue) (?:a|ells|elles|ellos|tots|tothom|amb)\b|\b(?:han|van|va|ha) "
    r"(?:vingut|venir|vindre) (?:(?:ahir|avui|di[lmjvs][a-z]+s) (?=a))?(?:a|al|als|aqui|fins|cap|pel|per aqui|ells|"
    r"elles|ell|ella|els|el|la|l'|en|[0-9]+|_+|una?|uns|dos|tots|tothom|amb|tres|expressament)(?! dubtes?)\b|\b(?:han|"
    r"van|va|ha) (?:baixar|baixat|pujar|pujat) (?:a|al|als|aqui|fins|cap|per aqui|ells|elles|ell|ella|(?:els|la gent|"
    r"l'equip) d[e']|tots|tothom|expressament)(?![a-z])|\b(?:va|van|ha|han) (?:ser|estar|estat) (?:per )?aqui\b|(?<!no "
    r")\b(?:van (?:voler )?venir|han vingut|han volgut venir)(?= ?(?:[.;)]|$))|\bque (?:han vingut|van venir|va venir|"
    r"ha vingut)\b(?! (?:be|de))|\bvenint (?:ells|elles)\b"
)
# "Van venir la Núria i en Pep": perhaps to the call, unless it is said where to, or from which council.
_SOMEBODY = re.compile(r" (?:el|la|l'|en|[0-9]+|una?|uns|dos|tres|tots|tothom)$")
_WHERE_TO = re.compile(r"[^,.;]{0,40}(?:_|\b(?:al?|als|aqui|alla|fins|cap|expressament|plegats)\b)")
_PLACE = re.compile(
    rf"\b{_AT}{_DET}(?:{_BUILDINGS})s?\b(?! (?:virtual|de (?:zoom|teams|meet|jitsi|casa)))|\ba (?:la|les) (?:nostra |"
    r"seva )?seus?\b|\b(?:a|en) (?:(?:can|cal|ca la|ca na|mas) |ca [ln]')[a-z]+|\ba (?:la|l') ?_+ de (?:la |"
    rf"l')?(?:{_BUILDINGS})\b|\ba ca (?:[ln]'|la |na |el )[a-z]+|\ba casa (?:de|d'|del|meva|nostra)\b"
)
_LABELLED = re.compile(
    r"\b(?:lloc|espai|on|indret) ?[:=>]+ ?(?:el |la |l')?(?!per |a dist|zoom|meet|teams|jitsi|skype|en linia|on ?line|"
    r"video|telem|virtual|tel)[a-z]{3,}"
)
_UNKNOWN = re.compile(
    r"(?<!per )(?<!com )\b(?:(?:al|als|a el|a els|a la|a les|en el|en la|dins el|dins la) |a l')(?!tard|mati|migdia|"
    r"vespr|nit|matin|dema|tel|zoom|teams|meet|fi\b|final|vegada|hora|moment|volt|llarg|princip|dist|propera|seguent|"
    r"[0-9]|una\b|meitat|mateix|seu|seva|seus|seves|meu|meva|nostr|poc|menys|mes\b|cap|carta|practica|teoria|vista|"
    r"punt\b|gra\b|segona?\b|primera?\b|tercera?\b|ultima?\b|(?:video)?trucad|sessi|reunio|trobada|mentori|dia\b|"
    r"complet|maxim|detall|vol\b|engros|carrera|espera|limit|nuvol|acta|web|drive|document|memoria|plec|pla\b|"
    r"pressupost|xat|mobil|ordinador|pantalla|proposta|grup|correu|informe|reglament|projecte|conveni|comerc\b|sector|"
    r"pais|estiu|tardor|hivern|primavera|gener|febrer|marc\b|abril|maig|juny|juliol|agost|setembre|octubre|novembre|"
    r"desembre|darreria|curta|llarga|fons|respecte|costat)[a-z]{3,}"
)
# "Vam dedicar dues hores a l'estudi": to what, not where.
_DEVOTED = re.compile(r"\bdedica\w*\b")
_MET_BEFORE = re.compile(
    r"\b(?:(?:ens|mos) (?:vam|hem) (?:veure|vist|trobar|trobat|reunir|reunit|citar)|(?:vam|hem|vaig|he) queda[rt]|"
    r"veure'ns|trobar-nos|reunir-nos)\b"
)
# "A l'ajuntament tenen pressa": what stands there says something of its own.
_STATES = re.compile(
    r"(?!(?:[a-z'_]+ ){1,6}?(?:que|on|perque|pq|i|quan|mentre|amb|per)\b)[a-z' _]{3,40}? (?:ho|li|no|hi (?:ha|te|ten|"
    r"falt|cal|[a-z]+en\b)\w*|tenen|te|volen|vol|estan|esta|son|fan|falten?|calen?|consta|diuen|demanen|necessit\w+|"
    r"saben|posa|posen|interess\w+|preocup\w+|falta|passa|passen|treballen|viuen|obren|[a-z]{4,}en|s'\w+|es \w+en)\b"
)
# A room, or a house by its name, is never what was talked about: "Reus, ahir, sala de juntes, 2 h".
_ROOM = re.compile(
    r"(?<![a-z'_] )(?<![a-z'])(?:(?:sala|saleta|despatx|tecnocampus|(?:local|seu) (?:social|de|del|dels))\b(?! (?:va|"
    r"ha|virtual|polivalent)\b)|(?:local|oficin(?:a|es)|seu|sede|casa) (?:seu|seva|seves|nostre|nostra|suya|suyo|meva|"
    r"d'ells)(?= ?(?:[,.;)\n]|$))|(?<!\. )(?:can |cal |ca la |ca l'|casa |mas |masia |torre )(?P<house>[a-z]{3,})(?= "
    r"?(?:[,.;)\n]|$)))"
)
# "A Neàpolis": a name that is no council's.
_NAMED = re.compile(r"\b(?<!com )a (?!instagram|facebook|twitter|google|internet)([a-z]{4,})(?! _)")
# A building named alone, with no preposition: it may as well be what was talked about.
_BARE = re.compile(rf"(?<![a-z'] )(?<![a-z'])(?:{_BUILDINGS})\b(?! (?:va|ha|han|van)\b| ?:)")
# "Vic dl 2h sala d'actes"
_NOTED = re.compile(
    r"(?:(?P<room>(?:sala|saleta) d[e'] ?(?:actes|plens|juntes|reunions|comissions)|despatx(?:os)?(?: (?:de l'|de la |"
    r"del? |d')[a-z]+)?)|ajuntament|consistori|biblio(?:teca)?|casal|centre (?:civic|cultural|social)|tecnocampus)(?: "
    r"(?:municipal|vell|nou|de baix|de dalt|d'alt))?(?= ?(?:$|[,.;)\n]| _))"
)
_MATEIX_NOT = words(
    """
    ahir avui ara aixo dia dilluns dimarts dimecres dijous divendres el la si jo ell mati vespre tema equip
    aquest dissabte diumenge tarda lo del al amb un migdia per zoom dema
    """
)


def read_places(text: str, told: str, capital: Callable[[int], bool]) -> list[Hit[Modality]]:
    """Signs of a place: going there, their office. Those that may be a topic carry a reason.

    `told` is the text with everything blanked that has already been read.
    """
    hits = [_from(text, _judged(told, m)) for m in _OWN.finditer(text) if _is_own(text, m)]
    hits += [
        Hit(m.start(), m.end(), Modality.IN_PERSON)
        for m in _THEIRS.finditer(told)
        if not _STATES.match(told, m.start())
    ]
    hits += read_journeys(text, told, capital, BUILDING)
    hits += [_came(told, m) for m in _CAME.finditer(text)]
    for signs in (_ON_THE_WAY, _PLACE):
        hits += [_judged(told, m) for m in signs.finditer(text)]
    hits += [_judged(told, m) for m in _LABELLED.finditer(told)]
    hits += [_judged(told, m) for m in _ROOM.finditer(text) if not m["house"] or capital(m.start("house"))]
    hits += [_judged(told, m) for m in _NAMED.finditer(told) if capital(m.start(1))]
    taken = [(hit.start, hit.end) for hit in hits]
    for signs in (_UNKNOWN, _BARE):
        for match in signs.finditer(told):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                doubt = _unknown(told, match, capital) if signs is _UNKNOWN else _bare(told, match.start())
                hits.append(Hit(match.start(), match.end(), Modality.IN_PERSON, doubt))
    return hits


def _bare(told: str, position: int) -> Reason | None:
    """Doubt about a building named with no preposition: little or none where a note has it for itself."""
    noted = _NOTED.match(told, position)
    return Reason.AMBIGUOUS if noted is None else None if noted["room"] else Reason.APPROXIMATE


def _unknown(told: str, match: re.Match[str], capital: Callable[[int], bool]) -> Reason | None:
    """Doubt about "a la llotja": none where people met, or where it is a name."""
    part = part_before(told, match.start())
    if not only_talk(told, match.start()) or _DEVOTED.search(part) or _STATES.match(told, match.start()):
        return Reason.AMBIGUOUS
    if _MET_BEFORE.search(part):
        return None
    noun = match.start() + 1 + max(match.group().rfind(" "), match.group().rfind("'"))
    return None if capital(noun) else Reason.APPROXIMATE


# "L'acta la tinc al despatx", "hi ha un obrador a la masia": what is there, or is done there.
_STANDS_BEFORE = re.compile(
    r"\b(?:hi (?:ha|havia|haura|tenen)|tenen|fan|(?:la|el|les|els) (?:tinc|tenim)|obren|explica\w*|signa\w*|va caure|"
    r"treballen|venen)\b"
)


def _judged(told: str, match: re.Match[str]) -> Hit[Modality]:
    """The sign, with a reason if something else than the session stands before it, or is said of the place."""
    before = part_before(told, match.start())
    spoken_of = _STATES.match(told, match.start()) or _DEVOTED.search(before) or _STANDS_BEFORE.search(before)
    reason = (
        None if is_own(told, match.start()) and all_talk(told, match.start()) and not spoken_of else Reason.AMBIGUOUS
    )
    return Hit(match.start(), match.end(), Modality.IN_PERSON, reason)


def _from(text: str, hit: Hit[Modality]) -> Hit[Modality]:
    """The sign of a place, asked about if it is only from where: "des del meu despatx" may be a call."""
    vague = hit.reason is None and text.startswith("des ", hit.start)
    return replace(hit, reason=Reason.APPROXIMATE) if vague else hit


def _came(told: str, match: re.Match[str]) -> Hit[Modality]:
    """The sign that somebody came, asked about if it may have been to the call."""
    hit = _judged(told, match)
    vague = hit.reason is None and _SOMEBODY.search(match.group()) and not _WHERE_TO.match(told, match.end())
    return replace(hit, reason=Reason.APPROXIMATE) if vague else hit


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether "Salt mateix" is a place, and not "ahir mateix"."""
    if not match.group().endswith(" mateix") or "lla" in match.group()[:4]:
        return True
    before = text[max(0, match.start() - 6) : match.start()]
    return match.group().split()[0] not in _MATEIX_NOT and bool(re.search(r"\ba (?:l'|la |el )?$", before))

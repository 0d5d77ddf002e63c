"""What stands before the name of a council: whether it is the partner, a place, an example, or denied."""

from __future__ import annotations

import re
from enum import IntEnum

from conversations.rules.session_report.places import BUILDING
from conversations.rules.session_report.talk import TALK
from conversations.rules.session_report.tokens import Line

# Parts of what stands before the name of a partner.
_WITH = r"(?<![a-z])(?:amb|con|ab)"
_ARTICLE = r"(?:(?:el|la|els|les|es) |l')?"
_OF = r"(?:de |d'|dels? )"
_PEOPLE = (
    r"(?:ajuntaments?|consistori|ayuntamiento|regidor\w*|alcald\w+|tecni\w+|equip|gent|cap|area|promocio|consell|"
    r"companys?|companyes?|els|las?|los|secretari\w+|interven\w+|dinamitzador\w+|responsable|l)"
)
_BODY = (
    rf"(?:{_PEOPLE}|sessio|mentoria|reunio|trobada|videotrucada|videoconferencia|visita|cas|projecte|paquet|hores|"
    r"trucada)"
)
_LABEL = r"municipi ?[:>-]? ?$|ajuntament ?[:>-] ?$"
PEOPLE_OF_BEFORE = re.compile(rf"(?<![a-z]){_PEOPLE} (?:de |d') ?$")
COMPANY_BEFORE = re.compile(rf"{_WITH} ?$|{PEOPLE_OF_BEFORE.pattern}")
STRONG_BEFORE = re.compile(
    rf"{_WITH} (?:{_PEOPLE}(?: \w+){{0,3}}? {_OF})?{_ARTICLE}$|"
    rf"(?<![a-z])(?!(?:els|las?|los|l) \w+ {_OF}){_BODY}(?: \w+)? {_OF}{_ARTICLE}$|{_LABEL}"
)
OF_COUNCIL_BEFORE = re.compile(rf"(?:(?:^| )(?:amb|a) |(?:ajuntament|gent|els) {_OF}){_ARTICLE}$")
_PARTNER_BEFORE = re.compile(
    rf"(?<![a-z])(?:amb|con|ab)(?: (?:el|la|els|les|en|na|los|l'))*(?: ?{_BODY}(?: \w+){{0,2}}? (?:de|d'|del|"
    r"dels))?(?: ?(?:el|la|les|els|l'))? ?$"
)
_COMPARED_BEFORE = re.compile(
    r"\bcompara\w*(?:-[a-z]+)? [^,.;]{0,48}\bamb [^,.;]{0,30}$|(?:el que|igual que|com|conveni|conflicte|"
    r"mancomunitat|(?<!en )relacio|(?<!a un )acord|contracte|"
    r"coordina\w*)(?: (?:el|la|vam|hem|va|ja|vaig|he|havi\w+|fer|fet|ho|passa|passar|passava))* amb [^,.;]{0,30}$"
)
# "Els vaig recomanar parlar amb Salt"
_ADVISED_BEFORE = re.compile(
    r"\b(?:recoman|aconsell|propos|suger|convid)\w*(?: [a-z']+){0,3} (?:parl|contact|truc|qued|posa|connect|"
    r"reun)\w*(?: en contacte)? amb(?: (?:el|la|els|les))? ?(?:l')?$|\b(?:contacte|telefon|correu|adreca|numero) (?:de "
    r"|d'|del )(?:la |el |l')?[a-z]+ "
    r"(?:de |d'|del )(?:la |el |l')?$|\b(?:passa|envia|ensenya|mostra|deixa|comparti)(?:r|t|re|rem)(?:-[a-z]+)? "
    r"(?:(?:el|la|els|les|uns?|una|unes) |l')[a-z]+ (?:de |d'|del )(?:l'|la |el )?$|\bamb (?:uns?|una|unes) (?:vei|"
    r"proveidor|particular|"
    r"periodist|client|inversor|estudiant)[a-z]* (?:de |d'|del )(?:l'|la |el )?$|\bposa\w* en contacte amb(?: "
    r"(?:el|la|els|les))? ?(?:l')?$"
)
_PLACE_BEFORE = re.compile(r"(?<![a-z])(?:a|al|als|en|fins a|cap a)(?: la| les| l'| els)? ?(?:l')?$")
_EXAMPLE_BEFORE = re.compile(
    r"(?:com (?:s'ho |ho )?(?:a |en |fa |fan |ho fan a |han fet a |ha fet |va fer |es fa a |el de |la de |els de )?|"
    r"(?:igual|mes|menys) que |exemple |model |ejemplo |modelo |cas |experiencia |contacte |(?<!la )gent |(?<!els "
    r")companys |mercat |mercado |reglament |(?:copi|imit)a\w* |"
    r"fira |cooperativa |empresa |diferencia |\bcostat |acta |correu |informe |meva companya |meu company |"
    r"en comptes |dels |el que fan a |que fan a |saludar |des de |des d'|(?:torn[ae]\w*|veni(?:r|t|nt)|vingut|"
    r"arriba[rt]) (?:del? |d')|tornar per |sort\w+ de |"
    r"sort\w+ d'|visitar |conveni amb |parlar |parlat |comparar\w* (?:amb )?|el pla |\btema |des de casa,? |"
    r"l'ordenanca |la xarxa |plec |"
    r"plecs |parlant |sobre |cap a |(?:bus|autobus|tren) (?!a )|tornada [a-z ]{0,12}|c-[0-9]+ |carretera |consorci |"
    r"comarca |vall |serra |plana |conca |costa |"
    r"que (?:(?:ens|els|em|li|ho|hi|ja) )*(?:fa|fan|te|tenen|deixa|deixen|porta|usa|va fer|ha fet|van fer|han fet|va "
    r"aprovar|ha aprovat|va muntar|ha muntat) |\bjo (?:era|estava) |(?:tornava|venia|tornavem|veniem|sortia|"
    r"mentre (?:anava|anavem|pujava|baixava)) |pas\w+ per )(?:a |de |d'|del |dels |per |l'|el |la |els |les )*$"
)
# "La tècnica, que abans era a Reus", "comparteixen tècnica amb la Pobla": where somebody comes from, whom they know.
_ORIGIN_BEFORE = re.compile(
    r"(?<=[a-z0-9_,] )(?<!perdo )(?<!perdo, )(?<!espera )(?<!\bno )(?<!^no, )(?<!\bai )(?<!\bui )que (?:abans |antes "
    r"|ara |fins ara |ja |tambe |l'any passat )?(?:era|estava|estaba|coneix\w*|treballava|"
    r"treballa|trabaja(?:ba)?|vive|ve|venia|viu|vivia|es|havia (?:estat|treballat|viscut)|ha vingut|va neixer|"
    r"va estudiar|s'ha format|va treballar|porta) (?:tambe |antes |abans "
    r"|a )?(?:a |en |de |d'|del |per |(?:l'|el |la )?(?:ajuntament|hospital|universitat|institut|escola) (?:de |d')|"
    r"l'|el |la )*$|\b(?:regidor|tecnic|alcald|secretari|"
    r"interventor|consultor|ponent|assessor|gerent|no[iy])\w* (?:es|ve|venia|viu|era) (?:de |d'|a )(?:l'|la |el )?$|"
    r"\b(?:viu a|nascu[dt]\w* a|originari\w* de|procedent de|vingud[ae]s? de|arribad[ae]s? de|fitxa\w+ de|fill\w* de|"
    r"exregidor\w* de|extecnic\w* de|abans a) (?:l'|la |el )?$|\b(?:[a-z]{3,}[ei]n|confon\w*|(?:han|van) (?:parla|"
    r"contacta|treballa|signa|fe)[rt]|te|fan?(?! (?:uns|una|poc|res|tot|[0-9]))|vol|compartim|comparti[td]\w*|"
    r"collabora|comparteix|"
    r"comparteixo|treballa|limita|s'enten|s'entenen)(?: [a-z]+){0,3} amb (?:(?:el|la|els|les) |l'|(?:els|la gent|"
    r"l'ajuntament) (?:de |d'))*$"
)
_STREET_BEFORE = re.compile(
    r"(?:\b(?:carrer|placa|avinguda|av|passeig|ronda|cami|poligon|barri|estacio|vapor|av\.) (?:de |d'|del )?|c/ ?|"
    r"\b(?:can|cal|bar|restaurant|fonda|hostal|sala|edifici|institut|escola|ateneu|casal|centre|despatx|oficina|"
    r"local|parc|museu|teatre|"
    r"cooperativa|hotel|cafe|camp|viver|biblioteca|mercat|fira|torre|fundacio|palau|espai|casa) (?:de |d')?)(?:l'|la "
    r")?$|\b(?:biblioteca|sala|edifici|escola|institut|auditori|pavello|teatre|fundacio|carrer|placa|avinguda|centre|"
    r"forum|hotel|casal|ateneu|espai) (?:de |d')?(?!(?:a|al|amb|en|per|de|ahir|avui)\b)[a-z]+ $"
)
# "A la biblioteca d'Esplugues", "vaig agafar el tren cap a Olot", "acabo de sortir de Vic": where the session was held.
_VENUE_BEFORE = re.compile(
    r"(?<![a-z])(?:(?:a|de|en|per) (?:la |l')|al |als |del |pel |visita\w* (?:el |la |l'))(?:antic |nou |nova )?"
    r"(?:casal|biblioteca|mercat|placa|ateneu|viver|museu|escola|institut|centre|sala|teatre|edifici|cooperativa|"
    r"fira|espai|local|despatx|oficina|bar|cafe)(?: [a-z]+)? (?:de |d')(?:l'|la |el )?$|(?<!despres )\b(?:vaig|vam|"
    r"he|hem|di[lmjvsu][a-z]+s)\b(?! marxa)[^.;,]{0,24} (?:cap a|passa[rt] per) (?:l'|la |el )?$|\b(?:sortint|tornant|"
    r"acab\w+(?: ara)? (?:de |d')(?:sortir|tornar|arribar)) (?:de |d'|del )(?:l'|la |el )?$"
)
# Our own place tells nothing of the partner, nor does what was before or instead.
_OURS_BEFORE = re.compile(
    r"\b(?:(?:nostr[ea]|meu|meva|que tenim|a casa)(?: (?:despatx|oficina|local|seu|estudi|espai|cooperativa|meva|"
    r"nostra))?,? (?:de |d'|a |en )|(?:abans|despres|en comptes|en lloc) (?:de |d')[a-z]+ a )(?:l'|la |el )?$"
)
_NEGATED_BEFORE = re.compile(
    r"(?:(?<![a-z])no (?:era |es |amb |pas |de |a |amb el |amb la |(?:amb )?els d(?:e |')|son )*|en (?:comptes|lloc) "
    r"de |\btocava (?:amb |la de |fer )*|\b(?:vaig|havia) (?:posar|posat|dir|dit|escriure|escrit) (?:amb )?|\bem "
    r"pensava que (?:[a-z]+ )?(?:tenia|era|tocava) (?:amb )?|\bcanvi(?:eu|a|ar|i) )(?:el |la |l')?$"
)

_HEDGED_BEFORE = re.compile(
    r"\b(?:crec que|em sembla que|em sembla|diria que|potser|no se si|suposo que|juraria que)(?: (?:era|"
    r"va|ser|amb|el|la|els|de))* ?(?:l')?$"
)
PEOPLE_BEFORE = re.compile(
    r"\b(?:els|les|als|dels|ajuntament|consistori|equip|regidor|regidora|tecnica?|alcalde|alcaldessa|govern|gent|"
    r"colla) $"
)
# "L'Anna de Vila-seca també s'hi va apuntar": where somebody comes from.
SOMEBODY_BEFORE = re.compile(
    r"(?<!amb )(?<!con )(?<![a-z])(?:en |na |el |la |l')([a-z]{3,}) (?:de |d')(?:l'|la |el |les |els )?$"
)
FEAST_BEFORE = re.compile(
    r"(?<![a-z])(?:bon|bona|bones|felic|era|fou|es|per|abans de|despres de|fins a|pont de|dia de|vigilia de|endema de|"
    r"fires de) $"
)
JOINED_AFTER = re.compile(r"[^.;]{0,20}\b(?:tambe|s'hi|convidad[oa]?|de visita)\b")
WITH_BEFORE = re.compile(r"(?<![a-z])(?:amb|con) (?:(?!al? |en |per )[a-z']+[ ']){0,5}$")
_ITS_COUNCIL_BEFORE = re.compile(r"ajuntament (?:de |d')(?:l'|la |el )?$")

# "Parets ahir 2h": a name at the head of a note.
HEADING_AFTER = re.compile(r" ?[,:(/-]| (?:ahir|avui|di[lmjvsu][a-z]+s\b|d[lmjvsgct]\b|[0-9]|abans)")
# "Dimarts Llançà 2h", "Ahir Cabrera, en línia": a name between the day and the length or the channel.
DAY_BEFORE = re.compile(
    r"(?:ahir|avui|di[lmjvsu][a-z]+s|[0-9]/[0-9]+)[,:]? (?:(?:a |amb )?(?:l'|(?:el|la|els|les|es) ))?$"
)
LENGTH_AFTER = re.compile(
    r"[,;:.(]? ?(?:[0-9]|una? hora|(?:una )?(?:mitja )?hora|presencial|en linia|on[ -]?line|telem|video|zoom|teams|"
    r"meet|per (?:zoom|teams|meet|tel|video))"
)
# "Ahir tremmp 2h", "2h berrga dm": where a note has the name.
FIELD_BEFORE = re.compile(
    rf"(?:^|{DAY_BEFORE.pattern[:-1]}|[0-9] ?h(?:ores)?,? |[0-9]',? ?|\b(?:min|minuts|d[lmtcjvsg](?: [0-9]{{1,2}})?),? "
    rf"|\b(?:di[lmjvsu][a-z]+s|dia) [0-9]{{1,2}},? )(?:(?:el|la|els|les) |l')?$"
)
FIELD_AFTER = re.compile(
    r"(?:[,:]|(?: i| y)(?: despres| tambe)?)? (?:[0-9]|d[lmtcjvsg]\b|(?:ahir|avui|di[lmjvsu][a-z]+s|presencial|"
    r"en linia|online|telem|video\w*|zoom|teams|meet|telef\w*|per (?:zoom|teams|meet|tel\w*|video\w*))\b)"
)


class Weight(IntEnum):
    """How surely a mention is the council of the session."""

    ORIGIN = -2
    EXAMPLE = -1
    VENUE = 0
    PLACE = 1
    NAMED = 2
    PARTNER = 3


# Those who are of no town hall: what was done with them may be another matter.
_STRANGERS = re.compile(
    r"(?<![a-z])(?:amb|con) (?:(?:el|la|els|les|uns?|unes|una|los|las) |l')?(?:altr[ae]s? )?(?:(?:mentor|gestor|advoca|"
    r"notar|proveidor|client|banc|banquer|periodist|dentist|metge|psicolo|lampist|inversor|editor|llogater|estudiant|"
    r"becar|alumn)[a-z]*|comptable|impremta|diputacio|generalitat|xmess|consell comarcal|federacio de municipis|endesa|"
    r"movistar|vodafone|orange)\b"
)


def keeps_strange_company(left: str) -> bool:
    """Whether somebody is named as company who is of no town hall ("amb el gestor").

    `left` is the line with everything blanked that has been read.
    """
    return bool(_STRANGERS.search(left))


def weigh(before: str) -> Weight:
    """How surely a name after the text `before` is the council of the session."""
    if _ORIGIN_BEFORE.search(before):
        return Weight.ORIGIN
    if _COMPARED_BEFORE.search(before) or _ADVISED_BEFORE.search(before):
        return Weight.EXAMPLE
    if _PARTNER_BEFORE.search(before):
        return Weight.PARTNER
    if _OURS_BEFORE.search(before):
        return Weight.EXAMPLE
    if _STREET_BEFORE.search(before) or (_EXAMPLE_BEFORE.search(before) and not _ITS_COUNCIL_BEFORE.search(before)):
        return Weight.VENUE if _VENUE_BEFORE.search(before) else Weight.EXAMPLE
    if STRONG_BEFORE.search(before):
        return Weight.PARTNER
    return Weight.PLACE if _PLACE_BEFORE.search(before) else Weight.NAMED


def is_hedged(before: str) -> bool:
    """Whether the text `before` leaves in doubt the name after it ("em sembla que Vic")."""
    return bool(_HEDGED_BEFORE.search(before))


def is_denied(before: str) -> bool:
    """Whether the text `before` denies the name after it ("no amb Vic")."""
    return bool(_NEGATED_BEFORE.search(before))


def is_headed(line: Line, word: str, start: int, stop: int) -> bool:
    """Whether the first word of a long name stands where a note has the name: "ahir Roda 2h"."""
    before = line.text[max(0, start - 30) : start]
    noted = (DAY_BEFORE.search(before) and LENGTH_AFTER.match(line.text, stop)) or (
        FIELD_BEFORE.search(before) and FIELD_AFTER.match(line.text, stop)
    )
    if line.capital(start) and not BUILDING.match(word) and OF_COUNCIL_BEFORE.search(before):
        return not (re.match(r" [a-z]", line.text[stop : stop + 2]) and line.capital(stop + 1))
    return bool(noted and (line.capital(start) or not (word in TALK or BUILDING.match(word))))

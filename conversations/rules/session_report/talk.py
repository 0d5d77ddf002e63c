"""The words with which people tell a session as such: what is neither a field nor the topic."""

from __future__ import annotations

import re

from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.model import Reason

TALK = words(
    """
    sino calefaccio ventilador cafe coca pastes galetes torrons neules xocolata croissants entrepans
    a abans acaba acabada acabar acabat agent agents ahir aixi ajto ajuntament al alcalde alcaldessa alcaldia
    algu alla als altra altre am amb anar anat anava any apa aprox aproximadament apunta apuntar apuntat apunteu
    aquell aquest aquesta aquests aqui are area arees asesoria assessor assessora assessorament assistencia
    assistents asseure assegut asseguda asseguts assegudes
    tancat tancats tancades entrar entrat sortir sortit citar citat
    atendre ates avui ayer batlle batllessa be ben benvinguda bon bona bones breu bueno cada cadascu
    cadascun cafe cap caps cara caracter celebrada celebrar celebrat cent cita com contacte comencar comencat companya
    companyes companys completament compte comunicar comunico con conjunt connectades connectar connectat
    connectats consistori coordinador coordinadora costat crec curta d dada dades de dedicar dedicat del dels
    dema des despres dia dic dies dijous dilluns dimarts dimecres dinamitzador dinamitzadora dinar dins dir drets
    director directora diria dissabte diumenge divendres doncs dues durada durant durar durat economia economica
    ei el ell ella elles ells els em en encara ens entre equip era eren es escaig esmorzar estar estat estona
    estuve estuvimos et eu exactament exactes fa fem fent fer fet feta fetes fets fi final finalment fins fora forca
    forma format fou fue gaire gairebe gent gerent govern gracies grup h ha han haver havia he hecho hem hemos hi ho
    hice hicimos hola hora horas hores horeta horetes hoy hr hrs i idea igual inclosa informar informo
    interventor interventora ja jo joc jornada juntes junts justa justes l la las les lhi li llarg llarga
    llargues lloc lo los m ma manera mateix mateixa mati matinal me mentor mentora mentoria mentories mes mi mos
    mica mig migdia min minuts mitja mitjancant mm modalitat mode molt molta molts mon municipi municipis n nit
    no nos nosaltres notificar notifico nou nova o oi ok okey ordinaria os parlant parlar parlat participacio
    participants passada passar passat pel pels penso per pero persona personal persones politic politics pot
    potser presencia primer primera principalment principi promocio pues quan quart quarts que quedada quedar
    quedat quina ratet regidor regidora regidores regidoria regidors registra registreu res responsable
    responsables reunida reunio reunion reunions reunir reunit reunits s sa salutacions se secretari secretaria
    segon segona seguida seguides seguiment seguit sembla sencera ser sera servir sesion sessio sessioneta
    sessions seu seure seus seva seves si sigui sistema sobretot sol sols som sota sou t tal tant tarda tarde te
    tecnic tecnica tecnics tecniques tenir tercer tercera tinc tingut tipus tot tota tocava total totalment totes
    tothom tots treballar treballat trobada trobades trobadeta trobar trobat trucar tu tuve tuvimos u uf ui
    ultim ultima un una unes uns us utilitzant va vaig vale vam van varem vau ve vegada veiem vers vespre veure
    via vinga virtualment visita visites vist vos vosaltres x xerrada xerrant xerrar xerrat y ya yo
    retorn tancament cloenda arrencada arrancada valoracio repas dubtes inici inicial represa avaluacio acollida
    feina prudencial seguretat metres tornat tornar anem moment saludar saludat fos entrevista provar provat estrenar
    estrenat estrenavem algo canal con
    conversa conferencia
    cuarto cuartos sempre hable hablando hablamos horas horita horitas fil
    enllac jueves lunes manana martes media miercoles para pasado pico por primera tarde viernes hs estoneta
    visio penja penjats penjat penjada sent cares obrir obert conectar cop treball marato nomes presentacio
    aprofitada aprofitades intensa intenses profitosa profitoses productiva productives ellos ordenador ordinador
    sortim sortint surto presencial presencialment poder cotxe deixar agafar convertir pissarra explicar explicat
    seguir continuar continuat reprendre
    """
)
_WORD = re.compile(r"[a-z]+")
_EDGE = re.compile(r"[,.;:(){}\[\]\n!?|/•·>=\"*]| - |^-|[^\x00-\x7f_]")


def part_before(told: str, position: int) -> str:
    """What stands before `position` in its part of the sentence; blanks stand for what was read."""
    start = max(0, position - 160)
    edges = [match.end() for match in _EDGE.finditer(told, start, position)]
    return told[edges[-1] if edges else start : position]


def only_talk(told: str, position: int) -> bool:
    """Whether nothing but the telling of a session stands before `position` in its part of the sentence."""
    return all(len(word) < 3 or word in TALK for word in _WORD.findall(part_before(told, position)))


# How far back a word may stand and still have a place for its own: "menjador a l'escola".
_NEAR = re.compile(r"([a-z_]+)[ ']+(?:[a-z]{1,2}[ '])?$")


def talk_beside(told: str, position: int) -> bool:
    """Whether what was read, or the telling of a session, stands right before `position` in its part."""
    word = _NEAR.search(part_before(told, position))
    return word is None or word[1].endswith("_") or word[1] in TALK


# What leads to a channel, with whoever was there: "amb la Núria per", "a través de la plataforma".
_MEANS = re.compile(
    r"(?:\bamb (?:(?:el|la|els|les|en) |l')?[a-z]+(?: (?:de |d')?[a-z]{4,}){0,2} )?"
    r"(?:\b(?:perl?|por|pel|via|x|amb|con|en|de|d'|al?|mitjancant|utilitzant|usant|fent servir|a traves|plataforma|"
    r"aplicacio|app|tot|todo|tambe|format|mode) ?(?:(?:el|la|una?|els|les|1) |l')?)+$"
)
# The last that was read or done by whoever writes, and what was done by others.
_OURS = re.compile(
    r"(?:\b(?:em|ens|mos|me|nos) |\bm')(?:(?:va|van|ha|han) [a-z]+)?|_|\b(?:pero|sino)\b|"
    r"\b(?:fem|vam|varem|vaig|hem|he|erem|estavem|feiem|s'ha|es va|estuve|estuvimos|hice|hicimos|tuve|tuvimos)\b"
)
_THEIRS = re.compile(
    r"\b(?:(?:va|van|ha|han) (?!(?:ser|estat|sigut|anar|anat|durar|durat|acabar|acabat|haver|hagut)\b|connect|entra|"
    r"afegi|incorpora|suma|explica|ensenya|mostra)[a-z]+[rt]|havi(?:a|en)|"
    r"hi ha|(?:era|es) (?!per\b)[a-z]+[aeiu]r|dubt(?!es?\b)[a-z]+|entre|hauri[a-z]+|"
    r"agradaria|voldri[a-z]+|pugui[a-z]*|demana[a-z]*|idea|com (?:es |s')?(?:fan?|[a-z]{2,}r)|"
    r"si (?:els|les|el|la|es)|tenen|tenien|tenia|te|fan?|aten|feien|feia|volen|volien|vol|volia|estan|estaven|pode[nu]|"
    r"podien|podia|son|usen|(?!origen|examen|eren\b)[a-z]{3,}en|[a-z]{3,}(?:aven|eixen|aran|iran|essin|arien|irien))\b"
)
_BY = re.compile(r"\b(?:perl?|por|pel|via|x|traves|mitjancant|en una)\b")
_TOPIC = re.compile(r"\b(?:tema|temes|assumpte|contingut|motiu|que)(?: tractats?)? ?[:>=]+ ?[^,.;:\n]*$")
# "..., tot per pantalla"
_ALL_OF_IT = re.compile(r"(?<!fer )(?<!fan )(?<!fa )(?<!fer-ho )\btot(?: plegat)? (?:per|en|a|via|x) (?:la |el |l')?$")
# "2 h intenses per Zoom": so much may stand between.
_BETWEEN = 2


def doubt_of(told: str, position: int) -> Reason | None:
    """Why the word for a way at `position` may not tell how the session was held.

    It does right beside what was read or the telling of a session ("2 h per Zoom", "la vam fer en línia"). Others
    may have done something with it ("els plens els fan per Zoom": ambiguous); else what stands between is not known.
    """
    if _ALL_OF_IT.search(told, max(0, position - 24), position):
        return None
    means = _MEANS.search(told, max(0, position - 60), position)
    at = means.start() if means else position
    part = part_before(told, at)
    ours = [match.end() for match in _OURS.finditer(part)]
    since = part[ours[-1] if ours else 0 :]
    if _THEIRS.search(since) or _TOPIC.search(told, max(0, at - len(part) - 24), at):
        return Reason.AMBIGUOUS
    near = means and _BY.search(means.group()) and "_" in part and len(rest_of(since)) <= _BETWEEN
    return None if near or only_talk(told, at) or talk_beside(told, at) else Reason.APPROXIMATE


def all_talk(told: str, position: int) -> bool:
    """Whether nothing but the telling stands between `position` and what was read or done last."""
    part = part_before(told, position)
    ours = [match.end() for match in _OURS.finditer(part)]
    return not rest_of(part[ours[-1] if ours else 0 :])


def is_own(told: str, position: int) -> bool:
    """Whether the word for a way at `position` surely tells how the session was held."""
    return doubt_of(told, position) is None


_ALONE = re.compile(r"(?<=, )([a-z]{4,})(?=,|\.?$)")


def names_alone(told: str) -> list[re.Match[str]]:
    """Words that stand alone between commas and are not part of the telling; with a capital letter they are names."""
    return [match for match in _ALONE.finditer(told) if match.group() not in TALK]


def rest_of(told: str) -> list[str]:
    """The words that are neither read nor part of the telling: topics, or what was not understood."""
    return [word for word in _WORD.findall(told) if len(word) > 2 and word not in TALK]

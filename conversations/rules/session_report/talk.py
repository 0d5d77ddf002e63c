"""The words with which people tell a session as such: what is neither a field nor the topic."""

from __future__ import annotations

import re

from conversations.rules.session_report.lexicon import words

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
    forma format fou fue gaire gairebe gent gerent govern gracies grup h ha haver havia he hecho hem hemos hi ho
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


_ALONE = re.compile(r"(?<=, )([a-z]{4,})(?=,|\.?$)")


def names_alone(told: str) -> list[re.Match[str]]:
    """Words that stand alone between commas and are not part of the telling; with a capital letter they are names."""
    return [match for match in _ALONE.finditer(told) if match.group() not in TALK]


def rest_of(told: str) -> list[str]:
    """The words that are neither read nor part of the telling: topics, or what was not understood."""
    return [word for word in _WORD.findall(told) if len(word) > 2 and word not in TALK]

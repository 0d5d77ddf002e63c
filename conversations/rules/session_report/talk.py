"""The words with which people tell a session as such: what is neither a field nor the topic."""

from __future__ import annotations

import re

_WORDS = """
a abans acaba acabada acabar acabat ahir aixi al algu alla als altra altre am amb anar anat anava any apunta apunteu
apuntar apuntat aqui aquell aquesta aquest aquests are area atendre ates avui be ben bon bona bones bones
breu cadascu cada cadascun cap cara celebrada celebrar celebrat com comencar comencat companya companyes companys con
compte conjunt connectar connectat costat curta d dada dades de dedicar dedicat del dels dema des despres dia dies
dimarts dimecres dins divendres dilluns dijous dissabte diumenge doncs dues durada durar durat durant ei el ell ella
elles ells els em en encara ens entre equip era eren es escaig estar estat estona et eu exactament exactes fa fem fer
fet feta fetes fets fi fins forca fou gairebe gent gracies grup ha haver havia hem he hi hola hora horas hores horeta
horetes h hr hrs i idea igual inclosa ja jo joc junts juntes jo justa justes l la les li llarga llarg llargues lloc lo
los m ma mateix mateixa mati matinal me mentor mentora mentoria mentories mes mi mica migdia mig minuts min mitja mm
molt molta molts mon municipi n nit no nosaltres nou nova o oi ok okey os ordinaria passada passat passar per pel pels
pero primer primera pot presentar-nos presencia quan quart quarts que quedada quedar quedat quina ratet registra
registreu regidor regidora res reunio reunions reunida reunir reunir-nos reunit reunits s sa salutacions se segona segon
seguida seguides sessio sessions seguiment sencera sera seu seva seves seus ser si sigui sol sota sols sobretot som
sou t tal tant tarda tarde te tenir tercera tercer tinc tingut tot tota total totes tothom tots treballar treballat
trobada trobades trobar trobar-nos trobat tu u ui ultim ultima un una unes uns us va vaig vale vam van varem vau
veiem ve vespre veure veure'ns veure-nos vist vegada vers via vist vos vosaltres x xerrar xerrat y ya yo
ayer hoy hice hicimos hemos hecho con fue los las el una reunion sesion estuve estuvimos tuve tuvimos
parlar parlat parlant xerrada xerrant dinar esmorzar cita visita visites trucar comunico comunicar informo informar
dir dic notifico notificar assessorament assessor assessora asesoria jornada matinal sessioneta trobadeta
alcalde alcaldessa alcaldia batlle batllessa regidors regidores regidoria tecnic tecnica tecnics tecniques cap caps
secretari secretaria interventor interventora responsable responsables persona persones assistents participants
ajuntament ajto consistori municipis personal tecniques coordinadora coordinador directora director gerent
dinamitzador dinamitzadora agent agents promocio economica economia area arees govern politics politic tecnica
benvinguda final principi principalment finalment aproximadament aprox gaire uf bueno pues total be vinga va apa
""".split()
_TALK = frozenset(_WORDS)
_WORD = re.compile(r"[a-z]+")
_EDGE = re.compile(r"[,.;:(){}\[\]\n!?|/•·>=\"*]| - |^-|[^\x00-\x7f_]")


def part_before(told: str, position: int) -> str:
    """What stands before `position` in its part of the sentence; blanks stand for what was read."""
    start = max(0, position - 160)
    edges = [match.end() for match in _EDGE.finditer(told, start, position)]
    return told[edges[-1] if edges else start : position]


def only_talk(told: str, position: int) -> bool:
    """Whether nothing but the telling of a session stands before `position` in its part of the sentence."""
    return all(len(word) < 3 or word in _TALK for word in _WORD.findall(part_before(told, position)))


def rest_of(told: str) -> list[str]:
    """The words that are neither read nor part of the telling: topics, or what was not understood."""
    return [word for word in _WORD.findall(told) if len(word) > 2 and word not in _TALK]

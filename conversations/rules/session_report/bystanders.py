"""Days named for something else: a bound, another matter, a session prepared or called off, a day that was moved."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from conversations.rules.session_report.model import Hit

_BOUNDS = re.compile(
    r"(?:abans d[e']l?|(?:^|[.,;(]) ?passat|per al?|per el|pel|\bx|de cara al?|amb vistes al?|fins al?|fins el|fins|"
    r"a partir del?|des del?|despres del?|termini|data limit|limit|venciment|vigent d\w+) (?:dia |el |de |del |"
    r"proxim )*$"
)
_OF_SOMETHING = re.compile(
    r"(?:entrega|lliurament|conveni|acord|ordenanca|acta|decret|llei|ple|reglament|pla|pressupost|bases|cens|eleccions|"
    r"resolucio|factura|contracte|correu|mail|estat d'alarma|document|informe|normativa|mercat|fira|memoria|carta|"
    r"edicte|publica\w+|inscripcio\w*|dogc|bop|boe|recordatori|missatge|entrevista|(?<=[a-z] )jornada|"
    r"(?<!era )(?<!es )festa)(?: \w+)? ?(?: d[e']l?| del dia| de data| es| era|:) ?(?:dia |l')?$|(?:despres de|"
    r"sumad\w+ (?:a|amb)|com|(?:mes|menys|igual|diferent|mateix[a-z]*)(?: [a-z]+)? que|amb) (?:l'hora|"
    r"les (?:[0-9] )?hores|la|la sessio) d[e']l? ?(?:dia )?$|\b(?:acords?|conclusions|continua\w+|seguint|seguiment|"
    r"revis\w+|repass\w+|repren\w+|represa|(?:segona|2a) (?:part|sessio)|arran|fruit|avaluar)(?: \w+){0,2}? (?:la|"
    r"les) (?:(?:sessio|reunio|trobada|mentoria|visita|videotrucada) )?d[e']l? ?(?:dia )?$|"
    r"\brecuper(?!o\b)\w*(?: [a-z'_]+){0,4}? la (?:(?:sessio|reunio|trobada|mentoria|visita|"
    r"videotrucada) )?(?:\w+ )?d[e']l? ?(?:dia )?$|\b(?:mogu|mour|passar|avanc|ajorn|trasllad|canvi|pospos|"
    r"recupera)\w*(?:-l[ao]|-ho)?(?: (?:la|el|l'))?(?: ?sessio| ?reunio| ?trobada| ?videotrucada| ?mentoria|"
    r" ?visita)? (?:des )?d[e']l? ?(?:dia )?$"
)
_CALLED_OFF = re.compile(
    r"\b(?:cancell?|anull?|suspe|ajorn|aplac)[a-z]*(?: (?:la|el))?(?: sessio| reunio| trobada)?(?: (?:de|del|"
    r"d'))? ?(?:el )?(?:_+ (?:i|y) (?:el )?)?$"
)
_MOVED = re.compile(
    r"\b(?:moure|mogut|moguda|passar|passat|passada|avancar|avancat|avancada|traslladar|traslladat|traslladada|canviar|"
    r"canviat|canviada|posposar|posposada|ajornar|ajornada|recuperar|recuperat|recuperada)(?:-l[ao]|-ho)?(?: (?:a|al|"
    r"per al?|pel|per|cap al?))?(?: el)?(?: dia)? $|\b(?:la|ho|es|l'|s') ?(?:vam|va|vaig|hem|ha|he|van|han) (?:fer|fet|"
    r"acabar fent|celebrar|celebrat)(?:-l[ao])?(?: finalment)?(?: el)?(?: dia)? $"
)
# of which nothing is said to have been moved
_APART = re.compile(
    r"[.;!?(\n]|\b(?:acta|informe|correu|document\w*)\b|\b(?:la d[e']|altra|primera|segona|anterior|darrera|ultima|"
    r"tambe|[1-9]a|(?:us|et) (?:ho |la )?(?:vaig|he|vam))\b"
)
# "Acta del 8 de juny. Ajuntament: Girona."
_HEADED = re.compile(
    r" ?(?:acta|informe|fitxa) (?:de la (?:sessio|reunio|trobada|mentoria) )?(?:de |del |d')(?:dia |l')?$"
)
# "Igual que dijous", "tot i que al calendari hi posa dijous"
_COMPARED = re.compile(
    r"\b(?:igual|mes|menys|mateix[a-z]*|tan[a-z]* [a-z]+) que (?:el )?$|\bcom (?:el |cada )?$|"
    r"\bhi (?:posa|posava|diu|deia|consta|constava|figura|surt)(?: que)?(?: era| es)?(?: el)? $"
)
_NOT_UNTIL = re.compile(
    r"\bno (?:va ser|ha estat|(?:ho |la |l'|ens )?(?:vam|hem)(?: [a-z']+){1,2}) fins (?:al? |el )?(?:dia )?$"
)
_PREPARED = re.compile(
    r"\b(?:prepara\w*|organitza\w*|planifica\w*|convoca\w*) (?:(?:la|el|les|els|una|un) |l')[a-z]+(?: [a-z]+)? "
    r"(?:d[e']l?) ?$"
)


def is_elsewhere(text: str, hit: Hit[date]) -> bool:
    """Whether the words before the day make it the day of something else."""
    before = text[max(0, hit.start - 40) : hit.start]
    if _HEADED.match(before) or _NOT_UNTIL.search(before):
        return False
    return any(found.search(before) for found in (_BOUNDS, _OF_SOMETHING, _PREPARED, _CALLED_OFF, _COMPARED))


def unmoved(text: str, hits: list[Hit[date]]) -> list[Hit[date]]:
    """Without a day that was changed for the next: "la de dilluns la vam passar a dimarts"."""
    kept = []
    for one, other in pairwise(hits):
        between = text[one.end : min(other.start, one.end + 60)]
        if not _MOVED.search(between) or _APART.search(between):
            kept.append(one)
    return [*kept, *hits[-1:]]

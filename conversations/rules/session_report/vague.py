"""Vague ways of saying when: "la setmana passada", "a finals de maig", "fa poc", "acabem de plegar"."""

from __future__ import annotations

import re
from datetime import date

from conversations.rules.session_report.dates import FULL_MONTHS
from conversations.rules.session_report.model import Hit, Reason

VAGUE = re.compile(
    r"\b(?P<week>(?:a (?:principis?|primers?|mitjans?|finals?|ultims?) de )?(?:la )?setmana passada|la passada setmana|"
    r"(?:la )?semana pasada|la setmana anterior|aquesta(?: mateixa)? setmana|esta semana)\b|\b(?:l'altra setmana|"
    r"l'altre dia|el otro dia|(?:1|un) dia d'aquests|fa poc|recentment|ultimament|dies enrere|fa temps|el mes passat|"
    r"el passat mes|aquest mes|a (?:principis?|primers?|mitjans?|finals?|ultims?)(?: d[e']| del)?(?: ?mes| ?la setmana|"
    r" ?(?:" + FULL_MONTHS + r"))?|(?:el |aquest |l'ultim )?cap de setmana|no (?:recordo|se|me'n recordo|"
    r"tinc clar) (?:ben be )?(?:quin dia|si)|(?:la setmana (?:del?|de l')|"
    r"(?<!una )setmana del)[ ']?(?:dia )?[0-9]{1,2}|entre setmana|aquesta (?:nit|matinada) passada|la nit passada|"
    r"el dia (?:de|d')(?:l |la |els )?(?!avui|ahir)[a-z]+|dies? enrere)(?![a-z])"
)
_JUST_NOW = re.compile(
    r"\b(?:acab(?:em|o) (?:de |d')(?:fer|acabar|tenir|parlar|sortir|tancar|plegar|penjar|enllestir|baixar|tornar|"
    r"desconnectar\w*)|ara mateix (?:hem|he)|(?:ara (?:mateix )?(?:acab|pleg|surt|sort|torn|tanc|penj|peng)(?:o|em|en|"
    r"int|ant)?|(?:acab|pleg|surt|sort|torn|tanc|penj|peng)(?:o|em|en|int|ant) ara(?: mateix)?|fa un (?:moment|"
    r"momentet|instant))\b|(?:sortint|tornant) (?:ara )?(?:de(?! (?:vacances|festa))|d')|(?:he|hem) (?:acabat|plegat|"
    r"sortit|tancat|penjat|enllestit) (?:ara|fa)|(?:ara|tot just) fa (?:una |mitja |poc|un |no res|[0-9]+ )|"
    r"tot just (?:hem|he|ara)|fa (?:una estona|mitja hora|una hora|uns minuts|[0-9]+ minuts|una horeta))\b"
)


def read_vague(text: str, today: date) -> tuple[list[Hit[date]], list[tuple[int, int]]]:
    """Vague ways of saying when, and where one of them is "la setmana passada"."""
    hits: list[Hit[date]] = []
    last_week: list[tuple[int, int]] = []
    for match in VAGUE.finditer(text):
        if match["week"] and re.search(r"pas+ada|anterior", match["week"]):
            last_week.append(match.span())
        hits.append(Hit(match.start(), match.end(), None, Reason.AMBIGUOUS))
    hits += [Hit(m.start(), m.end(), today, Reason.AMBIGUOUS) for m in _JUST_NOW.finditer(text)]
    return hits, last_week

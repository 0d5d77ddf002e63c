"""Vague ways of saying when: "la setmana passada", "a finals de maig", "fa poc", "acabem de plegar"."""

from __future__ import annotations

import re
from datetime import date

from conversations.rules.session_report.dates import FULL_MONTHS
from conversations.rules.session_report.model import Hit, Reason

VAGUE = re.compile(
    r"\b(?P<week>(?:a (?:principis?|primers?|mitjans?|finals?|ultims?) de )?(?:la )?setmana passada|"
    r"la passada setmana|(?:la )?semana pasada|la setmana anterior|"
    r"aquesta(?: mateixa)? setmana|esta semana)\b|"
    r"\b(?:l'altra setmana|l'altre dia|el otro dia|(?:1|un) dia d'aquests|fa poc|recentment|ultimament|"
    r"dies enrere|fa temps|"
    r"el mes passat|el passat mes|aquest mes|a (?:principis?|primers?|mitjans?|finals?|ultims?)(?: d[e']|"
    r" del)?(?: ?mes| ?la setmana| ?(?:"
    + FULL_MONTHS
    + r"))?|(?:el |aquest |l'ultim )?cap de setmana|no (?:recordo|se|me'n recordo|"
    r"tinc clar) (?:ben be )?(?:quin dia|si)|"
    r"(?:la setmana (?:del?|de l')|(?<!una )setmana del)[ ']?(?:dia )?[0-9]{1,2}|entre setmana|aquesta (?:nit|"
    r"matinada) passada|"
    r"la nit passada|el dia (?:de|d')(?:l |la |els )?(?!avui|"
    r"ahir)[a-z]+|dies? enrere)(?![a-z])"
)
_JUST_NOW = re.compile(
    r"\b(?:acab(?:em|o) (?:de |d')(?:fer|acabar|tenir|parlar|sortir|tancar|plegar|penjar|enllestir|baixar|tornar|"
    r"desconnectar\w*)|ara mateix (?:hem|he)|(?:ara (?:mateix )?(?:acab|pleg|surt|sort|torn|tanc|penj|peng)(?:o|em|"
    r"en|int|ant)?|"
    r"(?:acab|pleg|surt|sort|torn|tanc|penj|peng)(?:o|em|en|int|ant) ara(?: mateix)?|fa un (?:moment|momentet|"
    r"instant))\b|"
    r"(?:sortint|tornant) (?:ara )?(?:de(?! (?:vacances|festa))|d')|"
    r"(?:he|hem) (?:acabat|plegat|sortit|tancat|penjat|enllestit) (?:ara|fa)|"
    r"(?:ara|tot just) fa (?:una |mitja |poc|un |no res|[0-9]+ )|tot just (?:hem|he|ara)|"
    r"fa (?:una estona|mitja hora|una hora|uns minuts|[0-9]+ minuts|una horeta))\b"
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

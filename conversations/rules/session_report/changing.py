"""What a text says that a session which is noted was instead: «no va ser així, van ser 90 minuts»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from conversations.rules.session_report.council_names import prepare
from conversations.rules.session_report.facts import gather
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import blank_noise
from conversations.rules.session_report.tokens import read_line

_WAS = r"(?:eren|era|van ser|va ser|va durar|van durar)"
_TAKES_BACK = re.compile(
    r"(?:\W*(?:ai|ui|ep|ups?|oi|uf)\b)?\W*(?:no\b|perd[oó]|m['’]he equivocat|rectific|corre[gc]|error|errata|vull dir|"
    r"volia dir|millor dit|eren\b|\*\w)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\W*(?:si us plau,? )?(?:(?:pots|podeu|es pot|cal|vull|voldria) )?"
    r"(?:canvi|modific|rectific|corre[gc]|esmen)\w*(?:-\w+)?\s+"
    r"(?P<which>.*?)\ba (?=\d|una\b|dues\b|tres\b|mitja\b|hora\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    rf"\b(?:no (?:va|van|és|era|eren|vam|vàrem|ho va)|{_WAS}|equivoca\w+|corregi\w*|correcció|"
    r"rectific\w*|error|errada|incorrect\w*|(?:tenim|tinc|teníem) (?:apuntad|anotad)\w+|"
    r"(?:ens|em|nos) (?:surt|surten|consta|consten)|(?:tot )?(?:b[eé]|correcte),? (?:menys|excepte|tret)|"
    r"(?:la (?:data|durada)|el dia) (?:bon[ae]? )?(?:és|era)|"
    r"(?:canviar|moure) (?:el|la) (?:dia|data|durada|hora|sessió))\b",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    rf"^\W*(?:(?:no|ai|perdó|ui|és|però|sí|espera|millor),? )*"
    rf"(?:{_WAS}|(?:diguem|posem|posa|poseu)(?:-hi)?(?: que)?) ",
    re.IGNORECASE,
)
_SESSION_WAS = re.compile(
    r"^\W*(?:(?:hola|bon dia|bona tarda|bones|no|ai|perdó|ui|és|però|sí|correcte|d['’]acord|només)[,.!]? )*"
    rf"(?:la (?:sessió|reunió|trobada) )?(?:només )?{_WAS}\b",
    re.IGNORECASE,
)
_SAYS_WAS = re.compile(rf"(?<!\bhi )\b{_WAS}\b", re.IGNORECASE)
_WRONG = (
    r"(?:no (?:és|era|són|eren|està|estan|estava) (?:b[eé]|correct\w*|així)|"
    r"(?:és|era|està|són|estan) (?:incorrect|equivocad|malament|mal )\w*|incorrect\w*|equivocad\w*)"
)
_WRONG_FIRST = re.compile(rf"\W*(?:(?:això|la sessió|la durada|el dia|la data|la modalitat) )?{_WRONG}", re.IGNORECASE)
_LENGTH_WRONG = re.compile(
    rf"\b(?:la durada|el temps|les hores)\b[^,.;:]*\b{_WRONG}|\bno va durar tant\b", re.IGNORECASE
)
_DAY_WRONG = re.compile(rf"\b(?:el dia|la data)\b[^,.;:]*\b{_WRONG}", re.IGNORECASE)
_WAY_WRONG = re.compile(rf"\bla modalitat\b[^,.;:]*\b{_WRONG}", re.IGNORECASE)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Changed:
    """The values that a text gives to a session; those that it does not name are None. What is only said to be wrong,
    with nothing in its place, is true of `no_day`, `no_minutes` or `no_modality`."""

    day: date | None = None
    minutes: int | None = None
    modality: Modality | None = None
    no_day: bool = False
    no_minutes: bool = False
    no_modality: bool = False


def changed(text: str, *, sent: datetime, assigned: Sequence[str], councils: tuple[str, ...]) -> Changed:
    """What a text says that a session was, with what it takes back left out and no judgement of whether it tells one.

    Two different days or lengths that both stand are none. The arguments are those of `read`.
    """
    prepared = prepare(tuple(assigned), councils)
    line = read_line(text, prepared.words)
    facts = gather(line, blank_noise(line.text), sent, prepared)
    day, minutes = _only(facts.days), _only(facts.lengths)
    return Changed(
        day,
        minutes,
        facts.modality,
        no_day=day is None and (_denied(facts.days) or _DAY_WRONG.search(text) is not None),
        no_minutes=minutes is None and (_denied(facts.lengths) or _LENGTH_WRONG.search(text) is not None),
        no_modality=facts.modality is None and _WAY_WRONG.search(text) is not None,
    )


def says_otherwise(text: str) -> bool:
    """Whether a text speaks of how a session was, or that what is noted of it is wrong."""
    return _OTHERWISE.search(text) is not None


def begins_otherwise(text: str) -> bool:
    """Whether a text begins by saying how something was, or takes something back, and so speaks of what is shown."""
    begins = _SESSION_WAS.match(text) is not None or _WRONG_FIRST.match(text) is not None
    return begins or (takes_back(text) and _SAYS_WAS.search(text) is not None)


def takes_back(text: str) -> bool:
    """Whether a text begins by taking something back: «no, la de dimarts eren 3 hores»."""
    return _TAKES_BACK.match(text) is not None


def as_told(text: str) -> str:
    """What asks for a change as a correction is told: «canvia la de Vic a 2h» is «no, la de Vic 2h»."""
    found = _CHANGES.match(text)
    return f"no, {found['which']}{text[found.end() :].rstrip('? ')}" if found else text


def without_opening(text: str) -> str:
    """What is left of a text without how it begins: «no, van ser 2» is «2»."""
    return _IT_WAS.sub("", text)


def _only(hits: Sequence[Hit[V]]) -> V | None:
    values = {hit.value for hit in hits}
    return values.pop() if len(values) == 1 else None


def _denied(hits: Sequence[Hit[V]]) -> bool:
    return any(hit.reason is Reason.CONTRADICTORY for hit in hits)

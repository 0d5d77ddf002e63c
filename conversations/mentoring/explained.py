"""Why a council says that a session was not held: in its own words, which the mentor and the office read."""

from __future__ import annotations

import re

from conversations.protocol.mentoring import Assignment, Session, Side
from conversations.protocol.words import Council, T, Words
from conversations.rules.plain import words

LONGEST = 300

_NOT_HELD = re.compile(
    r"\bno (?:(?:es va|s ha)(?: (?:arribar|acabar) a| acabar de)?|la (?:vam|varem|hem)(?: poder)?|"
    r"(?:vam|varem|hem) (?:poder )?(?=\w+ (?:cap|la|aquesta)\b)) ?(?:fer|fet|celebrar|celebrat)(?: la)?"
    r"(?: (?:cap|la|aquesta))?(?: (?:sessio|reunio|trobada))?\b"
    r"(?! (?:presencial|a distancia|en linia|online|per (?:zoom|telefon|meet|teams)))|"
    r"\bno (?:s hi )?va (?:venir|presentar(?: se)?|compareixer|tenir lloc)(?: ningu)?\b|"
    r"\bno ens vam (?:veure|reunir|trobar|connectar)\b|"
    r"\b(?:es va|la va|la vam|vam|s ha) (?:anul|cancel|suspen|ajorn|desconvoc)\w*"
)
_POINTS = re.compile(
    r"\b(?:l[ae]?s?|els?|del?s?|d|als?|a|i|no|si|us plau|sessio|reunio|trobada|dia|passa(?:t|da)|aque(?:st|ll)a|ahir|"
    r"avui|(?:al )?final|pas|cap|di(?:lluns|marts|mecres|jous|vendres|ssabte|umenge)|primera|segona|tercera|quarta|"
    r"ultima|darrera|gener|febrer|marc|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre|\d+)\b"
)
_HAPPENED = re.compile(
    r"\b(?:va|vam|vaig|van|estava|estavem|estaven|tenia|teniem|tenien|era|havia|hi havia|perque|es que|ja que|"
    r"degut|a causa|malalt\w*|baixa)\b"
)
_BECAUSE = re.compile(r"(?:perque|es que|ja que|com que|va ser perque)\b")
_A_REASON = 2
"""Fewer words than these, beside which session it was and that it was not held, explain nothing."""


def not_held(text: str) -> bool:
    """Whether a text says of a session that it was not held: «la de divendres no es va fer»."""
    return _NOT_HELD.search(" ".join(words(text))) is not None


def why(text: str) -> str:
    """The words of a text that says that a session was not held, if it says more than that: «no es va fer, en Martí
    estava malalt»; nothing if it does not."""
    rest = _POINTS.sub(" ", _NOT_HELD.sub(" ", " ".join(words(text)), count=1))
    return " ".join(text.split())[:LONGEST] if not_held(text) and len(rest.split()) >= _A_REASON else ""


def afterwards(text: str) -> str:
    """The words with which somebody explains what they have just said: «és que en Martí estava malalt»; nothing for a
    text that tells of nothing that happened, or asks something."""
    told = _HAPPENED.search(" ".join(words(text))) is not None and "?" not in text
    return " ".join(text.split())[:LONGEST] if told and len(text.split()) > _A_REASON else ""


def because(text: str) -> bool:
    """Whether a text begins as an explanation does: «perquè va ser festa»."""
    return _BECAUSE.match(" ".join(words(text))) is not None


def line(session: Session, assignment: Assignment) -> Words | None:
    """What the council that claims something of a session wrote to explain it, for the others; None if nothing."""
    if not session.says_why or Side.COUNCIL not in session.says:
        return None
    council = Council(assignment.grant.application.body_name)
    return T("{council} explains it in these words: “{text}”", council=council, text=session.says_why)

"""What the session was about: what is left of the message once the fields are taken out.

It is shown to both councils, so that nothing is better than scraps: only what stands after a label, after
"sobre" or apart by punctuation is taken for the topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.rules.session_report.facts import Choice, Facts
from conversations.rules.session_report.scopes import Scope
from conversations.rules.session_report.talk import rest_of
from conversations.rules.session_report.tokens import Line, fold

_LABEL = re.compile(
    r"\b(?:tema|temes|assumpte|contingut|què|que|motiu|ordre del dia)\s*[:=→>-]+\s*|"
    r"\b(?:tema|sobre|explicant|per parlar d[e']l?s?|parlant d[e']l?s?|tractant)\s+|"
    r"\b(?:vam|hem|vaig|he) (?:parlar|tractar|repassar|revisar|parlat|tractat|repassat|revisat)(?: (?:de|"
    r"dels?|sobre)\b| d')?\s+",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[,.;:\n()–—|-]+\s*(?!$)")
_COURTESY = re.compile(
    r"\b(?:gràcies|gracies|merci|salutacions|salut|tot (?:molt )?bé|tot be|molt bé|va anar (?:molt )?bé|"
    r"ha anat (?:molt )?bé|"
    r"com sempre|bon dia|bona tarda|hola|fins aviat|una abraçada|adjunt\w*|apunta\w*|modalitat|durada|"
    r"municipi|hores|data)\b[\s:!.,]*",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:(?:de|del|d|amb|l|la|el|els|les|a|al|per|via|en|i|x|s'ha|tot|format|mitjançant)\b|['’,.;:·/()\s-])+",
    re.IGNORECASE,
)
_EDGES = " \t\n,.;:–—-/()·|→>+!¡*_'’\""
_LOOSE_END = re.compile(r"(?: (?:amb|del?|als?|per|i|en|la|el|els|les|via|a))+$", re.IGNORECASE)
SHORTEST = 5
SHORTEST_LABELLED = 3


def topic_of(line: Line, facts: Facts, council: Choice, asides: Sequence[Scope]) -> str:
    """The topic in the person's own words, or "" if none stands out."""
    taken = sorted(
        [
            *((hit.start, hit.end) for hit in (*facts.days, *facts.vague)),
            *((hit.start, hit.end) for hit in facts.lengths),
            *((hit.start, hit.end) for hit in facts.signs),
            *((mention.start, mention.end) for mention in council.mentions),
            *((hit.start, hit.end) for hit, _ in facts.times),
            *((scope.start, scope.end) for scope in asides),
        ]
    )
    pieces = []
    last = 0
    for start, end in [*taken, (len(line.text), len(line.text))]:
        if start > last:
            span = line.span(last, start)
            pieces.append(line.original[span.start : span.end])
        last = max(last, end)
    for piece in pieces:
        if match := _LABEL.search(piece):
            return clean(piece[match.end() :], SHORTEST_LABELLED)
    apart = [clean(piece[match.end() :]) for piece in pieces if (match := _APART.match(piece))]
    return max(apart, key=len, default="")


def clean(piece: str, shortest: int = SHORTEST) -> str:
    """A piece without courtesies and without the small words that tied it to what was taken out.

    Words that only tell of a session are no topic, nor are less than `shortest` letters.
    """
    piece = _COURTESY.sub(" ", " ".join(piece.split()))
    leading = _FILLER.match(piece)
    piece = piece[leading.end() :] if leading else piece
    piece = _LOOSE_END.sub("", " ".join(piece.strip(_EDGES).split()))
    return piece if len(piece) >= shortest and rest_of(fold(piece)) else ""

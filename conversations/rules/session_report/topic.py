"""What the session was about: what is left of the message once the fields are taken out."""

from __future__ import annotations

import re

from conversations.rules.session_report.facts import Choice, Facts
from conversations.rules.session_report.tokens import Line

_LABEL = re.compile(r"\b(?:tema|temes|assumpte|topic|contingut|que|sobre|motiu|ordre del dia)\s*[:=→>-]+\s*", re.IGNORECASE)
_ABOUT = re.compile(r"(?:\bsobre|\bper parlar d[e']l?s?|\bvam (?:parlar|tractar)(?: d[e']l?s?)?|\bhem (?:parlat|tractat)(?: d[e']l?s?)?)\s+", re.IGNORECASE)
_EDGES = " \t\n,.;:–—-/()·|→>+"
_FILLER = re.compile(
    r"(?:\b(?:hola|bon dia|bona tarda|bones|de|del|d|amb|l|la|el|els|les|a|al|per|via|en|i|vaig|vam|hem|he|fer|fet|sessió|sessio|mentoria|reunió|trobada|durant|dia|x)\b|['’,.;:·\-/()|\s])+",
    re.IGNORECASE,
)


def topic_of(line: Line, facts: Facts, council: Choice) -> str:
    """The topic in the person's own words: after a label or "sobre", else the longest stretch left over."""
    taken = sorted(
        [(hit.start, hit.end) for hit in (*facts.days, *facts.vague, *facts.lengths, *facts.signs)]
        + [(mention.start, mention.end) for mention in council.mentions]
        + [(hit.start, hit.end) for hit, _ in facts.times]
    )
    pieces = []
    last = 0
    for start, end in [*taken, (len(line.text), len(line.text))]:
        if start > last:
            span = line.span(last, start)
            pieces.append(line.original[span.start : span.end])
        last = max(last, end)
    for pattern in (_LABEL, _ABOUT):
        for piece in pieces:
            if match := pattern.search(piece):
                return clean(piece[match.end() :])
    return max((clean(piece) for piece in pieces), key=len, default="")


def clean(piece: str) -> str:
    """A piece without the punctuation and small words that tied it to what was taken out."""
    piece = " ".join(piece.split())
    leading = _FILLER.match(piece)
    if leading:
        piece = piece[leading.end() :]
    piece = piece.strip(_EDGES)
    return piece if len(piece) > 2 else ""

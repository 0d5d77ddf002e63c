"""Which of the sessions that wait a council means in words: by the day that it names, or by its place among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from conversations.mentoring import naming, otherwise
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Text, taken_for
from conversations.protocol.mentoring import Assignment
from conversations.protocol.wants import Facts
from conversations.rules.plain import words

_PLACE = re.compile(
    rf"\b(?:la|l['’])\s?(?:sessió )?({otherwise.ORDINAL})\b"
    r"(?! de\b| (?:vegada|hora|part))",
    re.IGNORECASE,
)
_LINKS = re.compile(r"[\s,.;:]*(?:\b(?:i|però|pero|mentre que|en canvi|ara bé)\b[\s,.;:]*)*$", re.IGNORECASE)
_ONLY_POINTS = re.compile(
    r"(?:(?:la|l|sessio|del?|d|dia|i|passada|passat|primera|segona|tercera|quarta|cinquena|ultima|darrera|ahir|avui|"
    r"abans|di(?:lluns|marts|mecres|jous|vendres|ssabte|umenge)|\d+|maig|juny|juliol|setembre|octubre|novembre|desembre)"
    r"(?: |$))*"
)
_DAY = r"(?:di(?:lluns|marts|mecres|jous|vendres|ssabte|umenge)|ahir|avui)"
_THAT_OF = r"\b(?:la|l['’])\s?(?:sessi[óo] )?(?:de |del |d['’])"
_OF_A_DAY = re.compile(_THAT_OF, re.IGNORECASE)
_ANSWERED = re.compile(
    rf"(?<!\bde )(?<!\bdel )(?<!['’])\b{_DAY},? (?:sí|si|no|bé|be|ok|correct[ea]|també)\b", re.IGNORECASE
)
_POINTED = re.compile(rf"(?:{_THAT_OF}[^,.;:]*?|\b{_DAY})(?=\s+no\b|[,.;:]|$)", re.IGNORECASE)


def one(waiting: Sequence[Waits], did: Text, facts: Facts) -> Waits | None:
    """The one that a text names among those that wait; None if it names none of them, or several."""
    place = _PLACE.search(did.text)
    if place is not None:
        at = otherwise.nth(place[1], len(waiting))
        return waiting[at] if at >= 0 else None
    days = _days(did, waiting, facts)
    those = [(session, of) for session, of in waiting if session.day in days]
    return those[0] if len(those) == 1 else None


def parts(waiting: Sequence[Waits], did: Text, facts: Facts) -> tuple[tuple[Waits | None, Text], ...]:
    """What a text says of each of several sessions to which it points, «la de divendres bé, la de dimarts no», with
    None for one that waits for no answer; nothing if it points to fewer than two, to none that waits or to one twice,
    or says nothing of one of them."""
    patterns = (_PLACE, _OF_A_DAY, _ANSWERED)
    begins = sorted({found.start() for pattern in patterns for found in pattern.finditer(did.text)})
    cuts = zip((0, *begins[1:]), (*begins[1:], len(did.text)), strict=True)
    said = [taken_for(Text, did, text=_LINKS.sub("", did.text[a:b]), message=did.message) for a, b in cuts]
    each = tuple((one(waiting, part, facts), part) for part in said)
    found = [waits[0].id for waits, _ in each if waits is not None]
    bare = any(_ONLY_POINTS.fullmatch(" ".join(words(part.text))) for part in said)
    plain = all(waits is not None or _days(part, waiting, facts) for waits, part in each)
    return each if len(begins) > 1 and plain and not bare and found and len(found) == len(set(found)) else ()


def speaks_of(waiting: Sequence[Waits], going: Sequence[Assignment], did: Text, facts: Facts) -> tuple[Waits, ...]:
    """The sessions that wait of which a text may speak: none if it points to one that is noted and waits no more."""
    days = _days(did, waiting, facts) if points(did.text) else frozenset()
    noted = {session.day for of in going for session in of.sessions if session.held}
    other = days and days <= noted and not any(session.day in days for session, _ in waiting)
    return () if other else tuple(waiting)


def _days(did: Text, waiting: Sequence[Waits], facts: Facts) -> frozenset[date]:
    packages = [of for _, of in waiting]
    days = naming.of_packages(did.text, packages, did, facts).days
    if days or (pointed := _POINTED.search(did.text)) is None:
        return days
    # «d'acord amb la de dimarts», «la de dimarts no»: of what is agreed or denied no day is read.
    return naming.of_packages(pointed[0], packages, did, facts).days


def another(waiting: Sequence[Waits], session: int, did: Text, facts: Facts) -> Waits | None:
    """The one that a text points to, as «la de dimarts», while another `session` is spoken of; None if it points to
    none."""
    if not points(did.text):
        return None
    found = one(waiting, did, facts)
    return found if found is not None and found[0].id != session else None


def points(text: str) -> bool:
    """Whether a text points to one session among several: «la segona», «la de dimarts»."""
    return _PLACE.search(text) is not None or _OF_A_DAY.search(text) is not None

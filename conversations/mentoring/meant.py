"""Which of the sessions that wait a council means in words: by the day that it names, or by its place among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.intake.known import moment
from conversations.mentoring import otherwise
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Text, taken_for
from conversations.protocol.wants import Facts
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import named

_PLACE = re.compile(
    r"\b(?:la|l['’])\s?(?:sessió )?(primera|segona|tercera|quarta|cinquena|última|ultima|darrera)\b"
    r"(?! de\b| (?:vegada|hora|part))",
    re.IGNORECASE,
)
_LINKS = re.compile(r"[\s,.;:]*(?:\b(?:i|però|pero|mentre que|en canvi|ara bé)\b[\s,.;:]*)*$", re.IGNORECASE)
_ONLY_POINTS = re.compile(
    r"(?:(?:la|l|sessio|del?|d|dia|i|passada|passat|primera|segona|tercera|quarta|cinquena|ultima|darrera|ahir|avui|"
    r"abans|di(?:lluns|marts|mecres|jous|vendres|ssabte|umenge)|\d+|maig|juny|juliol|setembre|octubre|novembre|desembre)"
    r"(?: |$))*"
)
_OF_A_DAY = re.compile(r"\b(?:la|l['’])\s?(?:sessió )?(?:de |del |d['’])", re.IGNORECASE)


def one(waiting: Sequence[Waits], did: Text, facts: Facts) -> Waits | None:
    """The one that a text names among those that wait; None if it names none of them, or several."""
    place = _PLACE.search(did.text)
    if place is not None:
        at = otherwise.nth(place[1], len(waiting))
        return waiting[at] if at >= 0 else None
    about = named(
        did.text,
        sent=moment(did, facts).astimezone(MADRID),
        assigned=[of.grant.application.body_name for _, of in waiting],
        councils=facts.house.finder.councils,
    )
    those = [(session, of) for session, of in waiting if session.day in about.days]
    if not about.days and (pointed := _OF_A_DAY.search(did.text)) is not None and pointed.start() > 0:
        # «estem d'acord amb la de dimarts»: of what is agreed no day is read, and this one is of a session that waits.
        return one(waiting, taken_for(Text, did, text=did.text[pointed.start() :], message=did.message), facts)
    return those[0] if len(those) == 1 else None


def parts(waiting: Sequence[Waits], did: Text, facts: Facts) -> tuple[tuple[Waits, Text], ...]:
    """What a text says of each of several sessions to which it points: «la de divendres bé, la de dimarts no»; nothing
    if it points to fewer than two, or it is not plain which each is or what is said of each."""
    begins = sorted({found.start() for pattern in (_PLACE, _OF_A_DAY) for found in pattern.finditer(did.text)})
    if len(begins) < 2:
        return ()
    cuts = zip((0, *begins[1:]), (*begins[1:], len(did.text)), strict=True)
    said = [taken_for(Text, did, text=_LINKS.sub("", did.text[a:b]), message=did.message) for a, b in cuts]
    found = [
        (one(waiting, part, facts), part) for part in said if not _ONLY_POINTS.fullmatch(" ".join(words(part.text)))
    ]
    each = tuple((waits, part) for waits, part in found if waits is not None)
    return each if len({session.id for (session, _), _ in each}) == len(said) else ()


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

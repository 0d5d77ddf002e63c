"""Which of the sessions that wait a council means in words: by the day that it names, or by its place among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.intake.known import moment
from conversations.mentoring import otherwise
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Text
from conversations.protocol.wants import Facts
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import named

_PLACE = re.compile(
    r"\b(?:la|l['’])\s?(?:sessió )?(primera|segona|tercera|quarta|cinquena|última|ultima|darrera)\b"
    r"(?! de\b| (?:vegada|hora|part))",
    re.IGNORECASE,
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
    return those[0] if len(those) == 1 else None


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

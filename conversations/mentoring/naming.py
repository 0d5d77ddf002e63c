"""What a text names of the sessions of some packages: days, lengths and a council, with no judgement of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.intake.known import moment
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment
from conversations.protocol.wants import Facts
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Named, named


def of_packages(text: str, packages: Sequence[Assignment], did: Text, facts: Facts) -> Named:
    """What is named in a text, or in a part of what was written (`did`); the councils are those of the packages."""
    return named(
        text,
        sent=moment(did, facts).astimezone(MADRID),
        assigned=[one.grant.application.body_name for one in packages],
        councils=facts.house.finder.councils,
    )

"""The council that was written and is none of those one goes with, by its name where it is plain which one it is."""

from __future__ import annotations

from conversations.mentoring import pending
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Text
from conversations.protocol.wants import Facts
from conversations.protocol.words import Council, T, Words
from conversations.rules.council_words import stripped
from conversations.rules.deadlines import MADRID
from conversations.rules.plain import words
from conversations.rules.session_report import read


def not_yours(written: str, facts: Facts) -> Words:
    """Says that one does not go with the council that was written, with its name if it can be no other."""
    found = facts.house.finder.find(written).certain if written else None
    return _said(found.name if found else "")


def not_yours_to_come(did: Text, desk: Pending, facts: Facts) -> Words:
    """The same of the council of a session to come."""
    said = f" {' '.join(stripped(words(did.text)))} "
    councils = facts.house.finder.councils
    own = [one.grant.application.body_name for one in desk.mine]
    local = pending.when(did, facts).astimezone(MADRID)

    def meant(name: str) -> bool:
        reading = read(
            did.text, sent=local, window=pending.window(desk, facts), assigned=[*own, name], councils=councils
        )
        return reading.proposal is not None and reading.proposal.council == name

    written = [one for one in councils if one not in own and f" {' '.join(stripped(words(one)))} " in said]
    longest = max((len(one) for one in written), default=0)
    names = [one for one in written if len(one) == longest and meant(one)]
    return _said(names[0] if len(names) == 1 else "")


def _said(name: str) -> Words:
    if not name:
        return T("The council that you wrote is not one of those you go with.")
    return T("{council} is not one of the councils you go with.", council=Council(name))

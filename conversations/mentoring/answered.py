"""What a council writes of a session that it has answered already: it is shown, to be put right, and is not ignored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conversations.intake.known import moment
from conversations.mentoring import disagreeing, naming, sayings, which
from conversations.mentoring.hearing import claimant
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, Session, SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Kind, Reading, begins_otherwise, says_otherwise

_FINAL = (SessionState.CONFIRMED, SessionState.SILENT)
_RECENT = timedelta(days=14)
_MOST = 6
"""More sessions than these are not asked about at once."""


def said(did: Text, reading: Reading, going: Sequence[Assignment], facts: Facts) -> Step | None:
    """The session that a council says was otherwise although nothing waits for its word, with what puts it right; which
    one is asked if it is not plain. None for words that say nothing of the kind."""
    tells = reading.kind in (Kind.CORRECTION, Kind.NEGATION) or reading.is_report
    if not (tells or says_otherwise(did.text)):
        return None
    today = moment(did, facts).astimezone(MADRID).date()
    told = [(one, of) for of in going for one in of.sessions if one.state in _FINAL and claimant(one) is None]
    about = naming.of_packages(did.text, going, did, facts)
    recent = [(one, of) for one, of in told if one.day >= today - _RECENT]
    those = [(one, of) for one, of in told if one.day in about.days]
    if reading.is_report and reading.kind is not Kind.CORRECTION and not begins_otherwise(did.text):
        # A session of a day of which none is noted is one more, and nothing to be put right.
        recent = []
    those = (those or recent)[-_MOST:]
    if len(those) == 1:
        return _one(*those[0], did, reading, facts)
    return _several(those, facts) if those else None


def _one(session: Session, of: Assignment, did: Text, reading: Reading, facts: Facts) -> Step:
    asks = disagreeing.asked(session, of, did, reading, facts)
    if asks is not None:
        return asks
    says = lines(
        T("This session is confirmed already:"),
        T("{council}: {line}.", council=sayings.council(of), line=sayings.line(session)),
        T("If it is not right, say what must be corrected: {who} will have to agree.", who=sayings.who(of.mentor)),
    )
    rows = column(
        Button(T("It must be corrected"), f"sfix.{session.id}", standing=True),
        Button(T("Write to the technical office"), "help", standing=True),
    )
    return Step(None, (Say(says, rows),))


def _several(those: Sequence[tuple[Session, Assignment]], facts: Facts) -> Step:
    says = lines(T("Nothing has changed yet. Which session must be corrected?"))
    me = facts[Me()].id
    rows = (Button(which.label(pair, those, me), f"sfix.{pair[0].id}", standing=True) for pair in those)
    return Step(None, (Say(says, column(*rows, Button(T("Write to the technical office"), "help", standing=True))),))

"""A council says in words what a session was instead: it is asked about exactly that, and nothing is sent before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from conversations.mentoring import claiming, drafts, hours, otherwise, pending, unanswered, which
from conversations.mentoring.drafts import DAY, MINUTES, MODALITY
from conversations.mentoring.hours import Told
from conversations.mentoring.pending import Pending
from conversations.mentoring.unanswered import Waits
from conversations.protocol.incoming import Text
from conversations.protocol.mentoring import Assignment, Session
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import T
from conversations.rules.deadlines import MADRID
from conversations.rules.session_report import Changed, Kind, Reading, begins_otherwise, says_otherwise

_TELLS_NONE = frozenset({Kind.NEGATION, Kind.PLAN, Kind.QUESTION, Kind.COMMAND})

_SAME = T("That is what is noted, and nothing has been answered yet. If it is right, confirm it with the button.")


def waits(waiting: Sequence[Waits], did: Text, reading: Reading, facts: Facts) -> Step | None:
    """The same of the sessions that wait for a council's word: of the only one, or of the one whose day is named. None
    if it is not plain which one is meant, or if nothing is said that can be."""
    if len(waiting) == 1:
        ((session, of),) = waiting
        return asked(session, of, did, reading, facts) if unanswered.as_noted(session) else None
    named = [(one, of) for one, of in waiting if unanswered.as_noted(one) and one.day == reading.date]
    return asked(*named[0], did, reading, facts) if len(named) == 1 else None


def asked(session: Session, of: Assignment, did: Text, reading: Reading, facts: Facts) -> Step | None:
    """Asks a council whether a session was as its words say, or for the value that they say is wrong. None if they say
    nothing of how it was."""
    draft, desk = drafts.of_session(session), Pending((of,))
    new = otherwise.said(did.text, draft, desk, did, facts)
    if new is not None:
        return claiming.confirmed(session, new)
    if reading.kind in _TELLS_NONE or not (reading.is_report or says_otherwise(did.text)):
        return None
    what = otherwise.read_change(did.text, desk, did, facts)
    today = pending.when(did, facts).astimezone(MADRID).date()
    if _of_another(what, session, did.text, reading, today):
        return None
    new = otherwise.with_change(draft, what)
    if new != draft:
        return claiming.confirmed(session, new)
    wrong = {MINUTES: what.no_minutes, DAY: what.no_day, MODALITY: what.no_modality}
    field = next((name for name, is_wrong in wrong.items() if is_wrong), None)
    if field is not None:
        return claiming.ask(Told(session, of, hours.call_of(facts, of)), draft, field, facts)
    same = what != Changed() and unanswered.as_noted(session)
    return Step(None, (Say(_SAME), which.shown((session, of)))) if same else None


def _of_another(what: Changed, session: Session, text: str, reading: Reading, today: date) -> bool:
    """Whether a day that is named is to come, or is of another session: «dilluns vam fer 3 hores»."""
    if what.day is None or what.day == session.day:
        return False
    return what.day > today or (reading.kind is Kind.REPORT and not begins_otherwise(text))

"""A council says in words what a session was instead: it is asked about exactly that, and nothing is sent before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import (
    asking,
    claiming,
    confirming,
    drafts,
    explained,
    hours,
    otherwise,
    unanswered,
    which,
)
from conversations.mentoring.drafts import DAY, MINUTES, MODALITY, Draft
from conversations.mentoring.hours import Told
from conversations.mentoring.pending import Pending
from conversations.protocol.incoming import Press, Text
from conversations.protocol.mentoring import Assignment, Session
from conversations.protocol.replies import Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T
from conversations.rules.deadlines import MADRID
from conversations.rules.roles import Action, may
from conversations.rules.session_report import Changed, Kind, Reading, begins_otherwise, says_otherwise

_TELLS_NONE = frozenset({Kind.NEGATION, Kind.PLAN, Kind.QUESTION, Kind.COMMAND})

_SAME = T("That is what is noted, and nothing has been answered yet. If it is right, confirm it with the button.")


def asked(session: Session, of: Assignment, did: Text, reading: Reading, facts: Facts) -> Step | None:
    """Asks a council whether a session was as its words say, or for the value that they say is wrong. None if they say
    nothing of how it was."""
    told = Told(session, of, hours.call_of(facts, of))
    draft, desk = drafts.of_session(session), Pending((of,))
    new = otherwise.said(otherwise.of_that(did.text), draft, desk, did, facts)
    if new is not None:
        return claiming.offered(told, new)
    if why := explained.why(did.text):
        return claiming.not_held(told, why)
    if reading.kind in _TELLS_NONE or not (reading.is_report or says_otherwise(did.text)):
        return None
    what = otherwise.read_change(did.text, desk, did, facts)
    today = moment(did, facts).astimezone(MADRID).date()
    if _of_another(what, session, did.text, reading, today):
        return None
    new = otherwise.with_change(draft, what)
    if new != draft:
        return claiming.offered(told, new)
    wrong = {MINUTES: what.no_minutes, DAY: what.no_day, MODALITY: what.no_modality}
    field = next((name for name, is_wrong in wrong.items() if is_wrong), None)
    if field is not None:
        return claiming.ask(told, draft, field, facts)
    same = what != Changed() and unanswered.as_noted(session)
    return Step(None, (Say(_SAME), which.shown((session, of)))) if same else None


def values(did: Text, reading: Reading, going: Sequence[Assignment], facts: Facts) -> str:
    """The length and the way that some words give to one of several sessions, as the button of each of them keeps it;
    nothing if they say none, or name a day."""
    if reading.kind in _TELLS_NONE or not (reading.is_report or says_otherwise(did.text)):
        return ""
    what = otherwise.read_change(did.text, Pending(tuple(going)), did, facts)
    minutes = f"m.{what.minutes}" if what.minutes else ""
    modality = f"w.{drafts.MODALITIES[what.modality]}" if what.modality else ""
    return "+".join(one for one in (minutes, modality) if one) if what.day is None else ""


def of_one(choice: str, did: Press, facts: Facts) -> Step | None:
    """Which of several sessions was otherwise: asked about with the values that were said; None if whoever presses may
    not say so."""
    told, said = hours.named(facts, choice), choice.split(".", 2)[2:]
    if told is None or not said or not may(facts[Me()], Action.CORRECT_SESSION, told.body):
        return None
    if (shut := confirming.refused(told, did)) is not None:
        return shut
    draft: Draft | None = drafts.of_session(told.session)
    for one in said[0].split("+"):
        draft = asking.pressed(draft, one, (told.assignment,)) if draft is not None else None
    if draft is None:
        return None
    if (otherwise_one := claiming.offered(told, draft)) is not None:
        return otherwise_one
    if not unanswered.as_noted(told.session):
        return confirming.already(told, did)
    return Step(None, (Say(_SAME), which.shown((told.session, told.assignment))))


def _of_another(what: Changed, session: Session, text: str, reading: Reading, today: date) -> bool:
    """Whether a day that is named is to come, or is of another session: «dilluns vam fer 3 hores»."""
    if what.day is None or what.day == session.day:
        return False
    return what.day > today or (reading.kind is Kind.REPORT and not begins_otherwise(text))

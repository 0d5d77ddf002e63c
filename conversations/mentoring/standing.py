"""Why a saved session cannot be undone here any more, so that no button offers it."""

from __future__ import annotations

from conversations.mentoring.hours import Told
from conversations.protocol.mentoring import SessionState
from conversations.protocol.replies import Button, Say, column
from conversations.protocol.wants import Facts
from conversations.protocol.words import T
from conversations.rules import windows


def why(told: Told, facts: Facts) -> Say | None:
    """Why a session stays as it is whatever its mentor does: the office has the word, or it is too late (N16); None if
    it may be undone."""
    if told.session.state is SessionState.DISPUTED:
        return Say(T("The office has it in hand, because the two sides do not say the same."), _OFFICE)
    if told.session.state is SessionState.SETTLED:
        return Say(T("The office settled it. If it is still not right, write to it."), _OFFICE)
    if not windows.may_report(told.call, facts.now):
        until = windows.last_report(told.call)
        return Say(T("Sessions could be put right until {day}. Write to the office.", day=until), _OFFICE)
    return None


_OFFICE = column(Button(T("Write to the technical office"), "help", standing=True))

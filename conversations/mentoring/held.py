"""A date has passed and the session was held: it is told in one tap, with what was agreed."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import calendar, cards, pending, people
from conversations.mentoring.drafts import Draft
from conversations.mentoring.notice import OF_MENTORS
from conversations.mentoring.pending import Pending
from conversations.mentoring.wanted import number
from conversations.privacy.telling import lacking
from conversations.protocol.incoming import Press
from conversations.protocol.mentoring import AppointmentState, Side
from conversations.protocol.replies import Edit, Say
from conversations.protocol.turn import Step
from conversations.protocol.wants import AssignmentOfDate, Facts, Me
from conversations.protocol.words import T
from conversations.rules import dates
from conversations.rules.roles import Action


def held(choice: str, did: Press, facts: Facts) -> Step | None:
    """Shows the session as it was agreed, to be saved or corrected; None for whoever may not tell it (R39)."""
    key = number(choice)
    assignment = facts[AssignmentOfDate(key)] if key is not None else None
    if key is None or assignment is None or not people.allowed(facts[Me()], Action.REPORT, assignment):
        return None
    date = assignment.appointment(key)
    if people.side_of(facts[Me()], assignment) is Side.MENTOR and lacking(facts):
        return OF_MENTORS.show(choice, facts)
    if date is None or not assignment.agreed or date.state is not AppointmentState.AGREED:
        says = T("This date is not standing any more. With /inici you see how it stands.")
        return Step(None, (Edit(message=did.message), Say(says)))
    if dates.starts(date) > facts.now:
        says = T("It has not been the time yet. You can change it or call it off.")
        return Step(None, (Say(says, calendar.changes(date)),))
    if any(told.day == date.day and told.held for told in assignment.sessions):
        return Step(None, (Edit(message=did.message), Say(T("There is already a session noted on that day."))))
    draft = Draft(assignment.id, date.day, date.minutes, date.begins, date.modality)
    own = pending.of_mentor(facts)
    if all(one.id != assignment.id for one in own.mine):
        own = Pending((assignment,), behalf=assignment.id)
    return cards.show(replace(own, drafts=(draft,)), facts)

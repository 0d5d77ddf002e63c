"""A date that is offered in passing: what was said is shown, one tap proposes it, and what is open stays open."""

from __future__ import annotations

import re
from datetime import date

from conversations.mentoring import calendar, dating, people
from conversations.mentoring.agreeing import found
from conversations.protocol.incoming import Press
from conversations.protocol.mentoring import Assignment, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import ProposingDate
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import T, lines
from conversations.rules import dates
from conversations.rules.planning import Plan
from conversations.rules.roles import Action

_OFFERED = re.compile(r"plan\.\d{1,18}\.(\d{8})\.(\d{1,4})\.(\d{1,3})\.(in_person|remote|)")


def offered(assignment: Assignment, plan: Plan, facts: Facts) -> Say | None:
    """A session to come that a mentor spoke of while something else waits: one tap proposes it. None if it cannot be,
    or its hour is not known."""
    day = plan.day.isoformat() if plan.day else ""
    scene = ProposingDate(assignment.id, 0, day, dating.begins(plan), plan.minutes or 0, plan.modality or "")
    if dating.mistake(scene, assignment, facts) is not None or not dating.reachable(assignment, Side.MENTOR):
        return None
    new = dating.appointment(scene, assignment, Side.MENTOR, 0, facts[Me()].id)
    says = lines(
        calendar.line(new, people.council(assignment.grant)),
        T("It is a session to be held, and counts no hours yet."),
        T("Propose it now or later with the button; what is open goes on below."),
    )
    key = f"plan.{assignment.id}.{new.day:%Y%m%d}.{new.begins}.{new.minutes}.{new.modality or ''}"
    return Say(says, column(Button(T("Propose it"), key, standing=True)))


def propose(choice: str, did: Press, facts: Facts) -> Step | None:
    """The one tap: the date goes to the council as it was shown, and whatever is open stays open."""
    here = found(choice, facts, Action.PROPOSE_DATE)
    parts = _OFFERED.fullmatch(choice)
    if here is None or parts is None:
        return None
    assignment, side = here
    if not assignment.agreed:
        return Step(None, (Edit(message=did.message), Say(dating.GONE)))
    try:
        day = date.fromisoformat(parts[1])
        scene = ProposingDate(assignment.id, 0, day.isoformat(), int(parts[2]), int(parts[3]), parts[4])
        wrong = dating.mistake(scene, assignment, facts)
    except ValueError:
        return None
    open_ones = {(one.day, one.begins) for one in assignment.appointments if one.state in dates.OPEN}
    if (day, scene.begins) in open_ones:
        wrong = T("It has been proposed already.")
    if wrong is not None:
        return Step(None, (Edit(message=did.message), Say(wrong)))
    sent = dating.send(scene, assignment, side, did, facts)
    return Step(None, (Edit(message=did.message), *sent.replies), sent.changes)

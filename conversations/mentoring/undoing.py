"""A session is undone: by itself while nobody has confirmed it, and else only if the council agrees (N16)."""

from __future__ import annotations

from dataclasses import replace

from conversations.mentoring import cards, correcting, drafts, hearing, hours, moved, pending, saving, sayings, standing
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.incoming import Press
from conversations.protocol.mentored import ClaimMinutes
from conversations.protocol.mentoring import SessionState, Side
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Joined, T, lines
from conversations.rules import windows
from conversations.rules.deadlines import today
from conversations.rules.roles import Action, may


def undo(choice: str, did: Press, facts: Facts) -> Step | None:
    """Takes a session back, for whoever told it and for the office."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.AMEND, told.body, mentor=told.mentor):
        return None
    session, line = told.session, sayings.line(told.session)
    if session.state is SessionState.UNDONE:
        says = T("The session of {day} is undone already.", day=session.day)
        return Step(None, (Edit(message=did.message), Say(says)))
    if (why := standing.why(told, facts)) is not None:
        return Step(None, (Edit(message=did.message), why))
    if session.final and session.state is not SessionState.NO_SHOW:
        return _asked(told, did, facts)
    purse = Purse(facts, told.call)
    purse.move(told.assignment, session.minutes, 0)
    done = Joined((T("<b>Undone:</b> {line}.", line=line), sayings.left(purse.held(told.assignment)[0])), " ")
    if (first := hours.first(session, facts)) is not None:
        stays = T("It goes on counting with {council}.", council=sayings.council(first.assignment))
        done = Joined((T("<b>Undone:</b> {line}.", line=line), stays), " ")
    return moved.undone(told, facts).after(Edit(done, message=did.message))


def revert(choice: str, did: Press, facts: Facts) -> Step | None:
    """Takes back a change of a session, judged like any other change; None if it is not this person's to change.

    If it has changed again since, nothing moves and it is shown.
    """
    told, read = hours.named(facts, choice), choice.split(".")[2:]
    desk = pending.of_session(told, facts) if told else None
    if told is None or desk is None or len(read) != len(("day", "minutes", "modality", "seen")):
        return None
    gone = Edit(message=did.message)
    if (shut := correcting.shut(told)) is not None:
        return Step(None, (gone, shut))
    if saving.seen(told.session) != read.pop():
        line = sayings.line(told.session)
        says = T("The session has changed again since: {line}. Nothing has changed now.", line=line)
        return Step(None, (gone, Say(says, column(correcting.amends(told)))))
    try:
        before = drafts.as_shown(told.session, ".".join(read))
    except ValueError:
        return None
    (noted,) = desk.drafts
    draft = replace(noted, day=before.day, minutes=before.minutes, modality=before.modality)
    desk = replace(desk, drafts=(draft,))
    again = cards.show(desk, facts)
    if again.scene != desk.scene():
        return again.after(gone)
    return replace(saving.amended(desk, did, facts, reverts=True), scene=None)


def _asked(told: Told, did: Press, facts: Facts) -> Step:
    """The council has confirmed it: both must say that it does not count."""
    due = windows.confirm_by(told.call, today(facts.now))
    change = ClaimMinutes(told.session.id, told.application, Side.MENTOR, 0, due)
    claimed = replace(told, session=replace(told.session, says={Side.MENTOR: 0}, says_day=None, confirm_by=due))
    says = lines(
        T("It is confirmed, so the council must agree that it does not count."),
        T("Until then it counts as before: {line}.", line=sayings.line(told.session)),
    )
    back = column(Button(T("Take it back"), f"sback.{told.session.id}", standing=True))
    return Step(None, (Edit(says, back, message=did.message), *hearing.claimed(claimed, facts)), (change,))

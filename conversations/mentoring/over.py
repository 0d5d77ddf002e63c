"""A session that is longer than what is left of its package waits for the word of the commission (R34, R38)."""

from __future__ import annotations

from dataclasses import replace

from conversations import free_text
from conversations.mentoring import hearing, hours, moved, pending, saving, sayings, thresholds
from conversations.mentoring.drafts import wanted
from conversations.mentoring.hours import Purse, Told
from conversations.protocol.changes import Change
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Incoming, Press, Text
from conversations.protocol.mentored import AmendSession, UndoSession
from conversations.protocol.mentoring import SessionState
from conversations.protocol.replies import Button, Edit, Say, column
from conversations.protocol.scenes import Allowing, Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me
from conversations.protocol.words import Joined, Minutes, T, lines
from conversations.rules import windows
from conversations.rules.deadlines import today
from conversations.rules.roles import Action, may

LONGEST = 500


def decide(choice: str, did: Press, facts: Facts) -> Step | None:
    """Somebody of the commission, or the office for it, allows a session that is over the package, or does not; what
    the commission says is written down first."""
    told = hours.named(facts, choice)
    if told is None or not _may(told, facts):
        return None
    action, _, minutes = (*choice.split(".", 2), "")[:3]
    if told.session.state is not SessionState.OVER or minutes != str(wanted(told.session)):
        says = T("This session no longer waits for the commission: {line}.", line=sayings.line(told.session))
        return Step(None, (Edit(message=did.message), Say(says)))
    if (late := moved.too_late(told, facts)) is not None:
        return late.after(Edit(message=did.message))
    allowed = action == "sallow"
    ask = (
        T("What does the commission say? It is noted beside the hours.")
        if allowed
        else T("Why not? Whoever told the session will read it as you write it.")
    )
    line = T("{council}: {line}", council=sayings.council(told.assignment), line=sayings.line(told.session))
    return Step(Allowing(told.session.id, allowed), (Say(lines(line, ask), column(Button(T("Leave it"), "keep"))),))


def noted(choice: str, did: Press, facts: Facts) -> Step | None:
    """A session that fits in its package by now is noted without the word of the commission; None if it is not this
    person's to note."""
    told = hours.named(facts, choice)
    desk = pending.of_session(told, facts) if told else None
    if told is None or desk is None:
        return None
    gone, line = Edit(message=did.message), sayings.line(told.session)
    if (late := moved.too_late(told, facts)) is not None:
        return Step(
            None, (gone, late.replies[0], *(one for one in late.replies if isinstance(one, Edit))), late.changes
        )
    if told.session.state is not SessionState.OVER or not choice.endswith(f".{wanted(told.session)}"):
        return Step(None, (gone, Say(T("The session has changed since then: {line}.", line=line))))
    purse = Purse(facts, told.call)
    if purse.exceeds(told.assignment, told.session.minutes, wanted(told.session)):
        return Step(None, (gone, Say(T("There is no room for it any more: it goes on waiting for the commission."))))
    purse.move(told.assignment, told.session.minutes, wanted(told.session))
    step = saving.amended(desk, did, facts)
    says = Joined((T("<b>Saved:</b> {line}.", line=line), sayings.left(purse.held(told.assignment)[0])), " ")
    undo = column(Button(T("Undo"), f"sundo.{told.session.id}", standing=True))
    return Step(None, (Edit(says, undo, message=did.message), *step.replies[1:]), step.changes)


def _may(told: Told, facts: Facts) -> bool:
    me = facts[Me()]
    return may(me, Action.ALLOW_OVER) and (me.holds(Role.OFFICE) or not hearing.concerned(me, told))


def handle(scene: Allowing, did: Incoming, facts: Facts, turn: int) -> Step | None:
    """What the commission says is written down, and both sides hear what follows from it."""
    told = hours.told(facts, scene.session)
    gone = Edit(turn=turn)
    if told is None or not _may(told, facts):
        return Step(Idle(), (gone, Say(T("You cannot speak for the commission here: nothing has changed."))))
    if told.session.state is not SessionState.OVER:
        says = T("This session no longer waits for the commission: {line}.", line=sayings.line(told.session))
        return Step(Idle(), (gone, Say(says)))
    if (late := moved.too_late(told, facts)) is not None:
        return replace(late, scene=Idle()).after(gone)
    kept = Step(Idle(), (gone, Say(T("It still waits for the commission."))))
    if scene.allowed:
        read = free_text.read(scene, did, LONGEST, kept, button="keep")  # «what does the commission say?», «yes»
    else:
        read = free_text.reason(scene, did, LONGEST, turn, Button(T("Leave it"), "keep"), kept)
    if not isinstance(read, Text):
        return read
    step = _allowed(told, read.text, facts) if scene.allowed else _refused(told, read.text, facts)
    return step.after(gone)


def _allowed(told: Told, note: str, facts: Facts) -> Step:
    """It counts whole, with the note beside its hours, and the council is asked as about any other."""
    session, purse = told.session, Purse(facts, told.call)
    due = windows.confirm_by(told.call, today(facts.now))
    entries = purse.move(told.assignment, session.minutes, wanted(session), note)
    change = AmendSession(
        session.id,
        told.application,
        session.day,
        wanted(session),
        due,
        entries,
        session.begins,
        session.modality,
        session.topic,
        note,
    )
    now = replace(session, state=SessionState.REPORTED, minutes=wanted(session), says={}, confirm_by=due)
    line = sayings.line(now)
    says = T("<b>Allowed:</b> {line}. The council will be asked to confirm it.", line=line)
    heard = T("The commission allows the session of {day} with {council}. The council must confirm it.",
              day=session.day, council=sayings.council(told.assignment))  # fmt: skip
    to = (Say(heard, to=told.mentor),) if told.mentor else ()
    heard_by = hearing.told(replace(told, session=now), facts)
    there = moved.gives_place(told, facts)
    warned = thresholds.told(purse, (told.assignment,), facts)
    gone = hearing.retired(told, T("The commission has allowed it."), facts)
    return Step(Idle(), (Say(says), *to, *heard_by, *there.replies, *warned, *gone), (*there.changes, change))


def _refused(told: Told, why: str, facts: Facts) -> Step:
    """What already counted goes on as it was; a new session is undone."""
    session = told.session
    council, due = sayings.council(told.assignment), windows.confirm_by(told.call, today(facts.now))
    if session.minutes:
        as_it_was = AmendSession(
            session.id,
            told.application,
            session.day,
            session.minutes,
            due,
            (),
            session.begins,
            session.modality,
            session.topic,
            why,
        )
        change: Change = as_it_was
    else:
        change = UndoSession(session.id, told.application, ())
    says = T("<b>Not allowed:</b> {line}.", line=sayings.line(session))
    first = hours.first(session, facts)
    follows = T("If you tell it again with the hours that are left, it can be noted.")
    if session.minutes:
        follows = T("It stays at {minutes}, as before.", minutes=Minutes(session.minutes))
    elif first is not None:
        there, line = sayings.council(first.assignment), sayings.line(first.session)
        follows = T("It stays with {council}, as before: {line}.", council=there, line=line)
    heard = lines(
        T("The commission does not allow the session of {day} with {council} to be more than the package.",
          day=session.day, council=council),
        T("Reason: {reason}", reason=why),
        follows,
    )  # fmt: skip
    to = (Say(heard, to=told.mentor),) if told.mentor else ()
    as_before = replace(session, state=SessionState.REPORTED, says={}, confirm_by=due)
    again = hearing.told(replace(told, session=as_before), facts) if session.minutes else ()
    gone = hearing.retired(told, T("The commission has not allowed it."), facts)
    return Step(Idle(), (Say(says), *to, *again, *gone), (change,))

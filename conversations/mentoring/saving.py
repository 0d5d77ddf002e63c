"""A session is saved, put right or undone, and the other side hears of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from conversations.mentoring import (
    cards,
    correcting,
    hearing,
    hours,
    moved,
    parting,
    room,
    sayings,
    thresholds,
)
from conversations.mentoring.drafts import DAY, MINUTES, MODALITY, TOPIC, Draft, shown
from conversations.mentoring.hours import Purse, Told
from conversations.mentoring.pending import Pending
from conversations.protocol.changes import Change
from conversations.protocol.facts import Call
from conversations.protocol.incoming import Press
from conversations.protocol.mentored import (
    AmendSession,
    ClaimMinutes,
    ExceedPackage,
    LogSession,
    PauseAssignment,
)
from conversations.protocol.mentoring import Assignment, Session, SessionState, Side
from conversations.protocol.replies import Button, Edit, Keyboard, Reply, column
from conversations.protocol.scenes import Idle
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts
from conversations.protocol.words import Joined, Minutes, T, Words, lines
from conversations.rules import windows
from conversations.rules.deadlines import today
from conversations.rules.fingerprint import fingerprint

_PLACE = 40
"""The bit from which the place in the message counts in a session's id: the first one has the number of the update."""


def save(desk: Pending, did: Press, facts: Facts, turn: int) -> Step:
    """Writes what waits, judged again by today's facts: a saved session may have been settled since it was shown."""
    if desk.told is not None and (shut := correcting.shut(desk.told)) is not None:
        return Step(Idle(), (Edit(turn=turn), shut))
    if desk.told is not None and (late := moved.too_late(desk.told, facts)) is not None:
        return replace(late, scene=Idle(), replies=(Edit(turn=turn), late.replies[0]))
    again = cards.show(desk, facts)
    if again.scene != desk.scene():
        return again.after(Edit(turn=turn))
    return amended(desk, did, facts) if desk.told else log(desk, did, facts)


def log(desk: Pending, did: Press, facts: Facts) -> Step:
    """Writes all that waits as it is, with nothing judged, and tells the other side."""
    purses: dict[str, Purse] = {}
    changes: list[Change] = []
    told: list[Reply] = []
    saved: list[tuple[Session, Assignment]] = []
    for place, draft in enumerate(desk.drafts):
        assignment = desk.assignment(draft)
        assert assignment is not None
        call = hours.call_of(facts, assignment)
        purse = purses.setdefault(call.id, Purse(facts, call))
        change = _logged(
            draft, assignment, call, purse, did.update + (place << _PLACE), facts, moved.instead_of(desk.told)
        )
        session = as_written(change, did.person, facts)
        changes.append(change)
        saved.append((session, assignment))
    held = {one.id: purses[one.grant.application.call].held(one)[0] for _, one in saved}
    for session, assignment in saved:
        # What the others of the same save have used is not left any more.
        now = replace(assignment, grant=replace(assignment.grant, reserved=held[assignment.id]))
        told += hearing.told(Told(session, now, hours.call_of(facts, assignment)), facts)
    done, rows = _saved(saved, held)
    side = Side.OFFICE if desk.behalf else Side.MENTOR
    for of in {of.id: of for _, of in saved if of.paused is not None}.values():
        changes.insert(0, PauseAssignment(of.id, of.grant.id, False, side))
        told = [*parting.resumed(of, did, facts), *told]
    for purse in purses.values():
        told += thresholds.told(purse, (of for _, of in saved if of.grant.application.call == purse.call.id), facts)
    return Step(Idle(), (Edit(done, rows, message=did.message), *told), tuple(changes))


def _logged(
    draft: Draft, assignment: Assignment, call: Call, purse: Purse, key: int, facts: Facts, instead_of: int | None
) -> LogSession:
    assert draft.day is not None
    assert draft.minutes is not None
    waits = "over" in draft.settled and purse.exceeds(assignment, 0, draft.minutes)
    return LogSession(
        key,
        assignment.id,
        assignment.grant.id,
        draft.day,
        0 if waits else draft.minutes,
        windows.confirm_by(call, today(facts.now)),
        () if waits else purse.move(assignment, 0, draft.minutes),
        draft.begins,
        draft.modality,
        draft.topic,
        draft.message,
        draft.text,
        state=SessionState.OVER if waits else SessionState.REPORTED,
        wanted=draft.minutes if waits else None,
        instead_of=instead_of if waits else None,
    )


def as_written(change: LogSession, person: int, facts: Facts) -> Session:
    """The session as it will be once it is written."""
    return Session(
        change.id,
        change.assignment,
        change.day,
        change.minutes,
        person,
        facts.now,
        change.confirm_by,
        change.state,
        change.begins,
        change.modality,
        change.topic,
        {} if change.wanted is None else {Side.MENTOR: change.wanted},
        instead_of=change.instead_of,
    )


def _saved(saved: Sequence[tuple[Session, Assignment]], held: dict[int, int]) -> tuple[Words, Keyboard]:
    if len(saved) == 1:
        ((session, assignment),) = saved
        undo = column(Button(T("Undo"), f"sundo.{session.id}", standing=True))
        said = Joined((_awaits(session, assignment), sayings.left(held[assignment.id])), " ")
        return Joined((T("<b>Saved.</b>"), said), " "), undo
    n = len(saved)
    several = [T("· {council}: {line}", council=sayings.council(of), line=_line(one)) for one, of in saved]
    councils = {of.id: of for _, of in saved}
    alike = Counter((of.id, one.state) for one, of in saved)
    waits = dict.fromkeys(_awaits(one, of, alike[of.id, one.state]) for one, of in saved)
    left = [
        T("{council}: {said}", council=sayings.council(of), said=sayings.left(held[of.id])) for of in councils.values()
    ]
    rows = column(*(Button(undoes(one, of, saved), f"sundo.{one.id}", standing=True) for one, of in saved))
    return lines(T("<b>{n} sessions saved.</b>", n=n), *several, *waits, *left), rows


def _line(session: Session) -> Words:
    """One of several that were saved; which of them the commission is asked for is said where it stands."""
    line = sayings.line(session)
    return Joined((line, sayings.state(session)), " · ") if session.state is SessionState.OVER else line


def undoes(session: Session, assignment: Assignment, saved: Sequence[tuple[Session, Assignment]]) -> Words:
    """What takes back one of several sessions, by its day, and by as much more as tells it from the others."""
    day = [(one, of) for one, of in saved if one.day == session.day]
    if len(day) == 1:
        return T("Undo the one of {day}", day=session.day)
    if sum(of.id == assignment.id for _, of in day) == 1:
        return T("Undo the one of {day}: {what}", day=session.day, what=sayings.council(assignment))
    return T("Undo the one of {day}: {what}", day=session.day, what=Minutes(session.minutes))


def _awaits(session: Session, assignment: Assignment, n: int = 1) -> Words:
    """Who must say something before it is final; `n` sessions of the package wait for the same."""
    council = sayings.council(assignment)
    if session.state is SessionState.OVER:
        return T("It will count when the commission has given its word.")
    if assignment.contacts:
        return T("{council} must confirm it.", "{council} must confirm them.", n=n, council=council)
    return T(
        "{council} is not in the bot: the office will confirm it.",
        "{council} is not in the bot: the office will confirm them.",
        n=n,
        council=council,
    )


def amended(desk: Pending, did: Press, facts: Facts, *, reverts: bool = False) -> Step:
    """A saved session is put right: by itself while nobody has confirmed it, and else only if both sides agree.

    It can be taken back with one tap, unless it `reverts` what was put right before.
    """
    assert desk.told is not None
    (draft,), told, what = desk.drafts, desk.told, cards.changed(desk)
    if draft.assignment != told.session.assignment:
        return _elsewhere(desk, draft, did, facts)
    assert draft.day is not None
    assert draft.minutes is not None
    session, assignment = told.session, told.assignment
    due = windows.confirm_by(told.call, today(facts.now))
    if session.final and what & {DAY, MINUTES}:
        day = draft.day if DAY in what else None
        modality = draft.modality if MODALITY in what else None
        topic = draft.topic if TOPIC in what else None
        claim = ClaimMinutes(
            session.id, told.application, Side.MENTOR, draft.minutes, due, day=day, modality=modality, topic=topic
        )
        says = lines(
            T("<b>Sent.</b> {council} must agree.", council=sayings.council(assignment)),
            T("Until then it counts as before: {line}.", line=sayings.line(session)),
        )
        claimed = replace(
            told,
            session=replace(
                session,
                confirm_by=due,
                says={Side.MENTOR: draft.minutes},
                says_day=day,
                says_modality=modality,
                says_topic=topic,
            ),
        )
        back = column(Button(T("Take it back"), f"sback.{session.id}", standing=True))
        return Step(Idle(), (Edit(says, back, message=did.message), *hearing.claimed(claimed, facts)), (claim,))
    purse = Purse(facts, told.call)
    waits = "over" in draft.settled and purse.exceeds(assignment, session.minutes, draft.minutes)
    again = bool(what & {DAY, MINUTES}) or session.state is SessionState.OVER
    minutes = session.minutes if waits else draft.minutes
    amended = AmendSession(
        session.id,
        told.application,
        draft.day,
        minutes,
        due if again else session.confirm_by,
        () if waits else purse.move(assignment, session.minutes, minutes),
        draft.begins,
        draft.modality,
        draft.topic,
        again=again,
    )
    changes: tuple[Change, ...] = (amended,)
    now = replace(session, day=draft.day, minutes=minutes, modality=draft.modality, topic=draft.topic)
    if again:
        now = replace(hearing.unclaimed(now), state=SessionState.REPORTED, confirm_by=due)
    if waits:
        changes = (*changes, ExceedPackage(session.id, told.application, draft.minutes))
        now = replace(now, state=SessionState.OVER, says={Side.MENTOR: draft.minutes})
    waiting = (_awaits(now, assignment),) if again else ()
    head = T("<b>As it was before:</b> {line}.", line=sayings.line(now)) if reverts else T("<b>Changed.</b>")
    said = Joined((head, *waiting, sayings.left(purse.held(assignment)[0])), " ")
    undo = () if reverts else column(_takes_back(session, now))
    # what the commission was asked for, the council has never heard of
    before = None if session.state is SessionState.OVER else session
    heard = hearing.told(replace(told, session=now), facts, before=before) if again else ()
    warned: tuple[Reply, ...] = thresholds.told(purse, (assignment,), facts)
    gone = moved.gives_place(told, facts) if again and not waits else Step(None, ())
    if session.state is SessionState.OVER:
        warned = (*hearing.no_longer_asked(replace(told, session=now), facts), *warned)
    if minutes < session.minutes:
        warned = (*warned, *room.told(purse, assignment, facts, but=session.id))
    replies = (Edit(said, undo, message=did.message), *heard, *gone.replies, *warned)
    return Step(Idle(), replies, (*gone.changes, *changes))


def _takes_back(before: Session, now: Session) -> Button:
    """Undoes a change. What a session was about does not fit in a button: that is put right by hand."""
    if before.topic != now.topic:
        return Button(T("Correct the session"), f"samend.{now.id}", standing=True)
    return Button(T("Undo the change"), f"srest.{now.id}.{shown(before)}.{seen(now)}", standing=True)


def seen(session: Session) -> str:
    """What somebody has read of a session, short enough for a button that names another state of it too."""
    return fingerprint([shown(session)])[:6]


def _elsewhere(desk: Pending, draft: Draft, did: Press, facts: Facts) -> Step:
    """It was with another council: undone here, told there. If it has no room there, it stays here until the commission
    allows it (R38)."""
    assert desk.told is not None
    logged, told = log(desk, did, facts), desk.told
    asked = next((one for one in logged.changes if isinstance(one, LogSession) and one.wanted), None)
    asked_before = [
        Told(one, of, hours.call_of(facts, of))
        for of in desk.mine
        for one in of.sessions
        if one.instead_of == told.session.id and one.state is SessionState.OVER
    ]
    gone = [moved.undone(one, facts) for one in asked_before]
    replies = logged.replies
    if asked is None or not told.session.minutes:
        gone.append(moved.undone(told, facts))
    if asked is None:
        gone.append(moved.gives_place(told, facts))
    elif (stays := told if told.session.minutes else hours.first(told.session, facts)) is not None:
        says = T(
            "<b>Asked of the commission.</b> Until it says yes, it goes on counting with {council}.",
            council=sayings.council(stays.assignment),
        )
        undo = column(Button(T("Undo"), f"sundo.{asked.id}", standing=True))
        replies = (Edit(says, undo, message=did.message), *replies[1:])
    heard = (one for step in gone for one in step.replies)
    return Step(Idle(), (*replies, *heard), (*(one for step in gone for one in step.changes), *logged.changes))

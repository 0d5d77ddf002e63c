"""/sessions: one's own sessions and balances, to be corrected or undone; the office sees all of them."""

from __future__ import annotations

from conversations.mentoring import disputing, hearing, hours, sayings, unanswered
from conversations.mentoring.drafts import wanted
from conversations.mentoring.hearing import claimant
from conversations.mentoring.hours import Told
from conversations.protocol.facts import Role
from conversations.protocol.mentoring import Assignment, AssignmentState, Session, SessionState, Side
from conversations.protocol.replies import Button, Keyboard, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Facts, Me, MyAssignments, MyMentoring
from conversations.protocol.words import Minutes, T, Words, lines
from conversations.rules.roles import Action, may

MOST_BUTTONS = 6
MOST_LINES = 20

_TOLD = (AssignmentState.AGREED, AssignmentState.REPLACED, AssignmentState.ENDED)


def own(facts: Facts) -> tuple[Say, ...]:
    """What this person has in hand: as a mentor, and as a contact of a council."""
    me = facts[Me()]
    says: list[Say] = []
    if me.holds(Role.MENTOR):
        says += [package(one, _as_mentor(one), hearer=Side.MENTOR) for one in facts[MyMentoring()].assignments
                 if one.state in _TOLD]  # fmt: skip
    if hours.receives(facts):
        says += [package(one, with_whom(one), hearer=Side.COUNCIL) for one in facts[MyAssignments()]
                 if one.state in _TOLD]  # fmt: skip
    return tuple(says)


def _as_mentor(assignment: Assignment) -> Words:
    return T("<b>{council}</b>, package of {granted}", council=sayings.council(assignment),
             granted=Minutes(assignment.grant.granted))  # fmt: skip


def with_whom(assignment: Assignment) -> Words:
    """A package and who goes with its council."""
    return T("<b>{council}</b>, with {who}, package of {granted}", council=sayings.council(assignment),
             who=sayings.who(assignment.mentor), granted=Minutes(assignment.grant.granted))  # fmt: skip


def package(assignment: Assignment, head: Words, *, hearer: Side) -> Say:
    """A package: its balance, its sessions and where each stands, and a button for each of the newest. Those that were
    not held count no hours, and come last with their day alone."""
    told = _told(assignment)
    none = T("No session has been noted yet.") if not told else None
    newest = told[: -MOST_BUTTONS - 1 : -1]
    rows = column(*(Button(_label(one), f"session.{one.id}", standing=True) for one in newest))
    return Say(lines(head, sayings.totals(assignment), *listed(assignment, hearer), none), rows)


def _told(assignment: Assignment) -> list[Session]:
    return [one for one in assignment.sessions if one.state is not SessionState.UNDONE]


def listed(assignment: Assignment, hearer: Side) -> list[Words]:
    """The newest sessions of a package, each with where it stands: confirmed, waiting for somebody, disputed."""
    shown = sorted(_told(assignment)[-MOST_LINES:], key=lambda one: not one.held)
    return [
        T("· {line} · {state}", line=sayings.line(one) if one.held else T("{day}", day=one.day),
          state=_state(one, hearer)) for one in shown
    ]  # fmt: skip


def _label(session: Session) -> Words:
    if not wanted(session):
        return T("{day} · {state}", day=session.day, state=sayings.length(session))
    return T("{day} · {length}", day=session.day, length=Minutes(wanted(session)))


def _state(session: Session, hearer: Side | None = None) -> Words:
    side = claimant(session)
    if side is not None:
        return T("waiting for your answer") if hearer not in (None, side) else T("waiting for the other side")
    if session.state is SessionState.REPORTED and hearer is Side.COUNCIL:
        return T("waiting for your answer")
    return sayings.state(session)


def card(choice: str, facts: Facts) -> Step | None:
    """One session: everything about it, and what this person may do with it."""
    told = hours.named(facts, choice)
    if told is None or not may(facts[Me()], Action.SEE_SESSIONS, told.body, mentor=told.mentor):
        return None
    side, session = hours.side_of(facts, told.assignment), told.session
    says = lines(
        T("Session of {who} with <b>{council}</b>", who=sayings.who(told.assignment.mentor),
          council=sayings.council(told.assignment)),
        T("{line}", line=sayings.line(session)),
        T("State: {state}.", state=_state(session, side)),
        unanswered.claim(session, told.assignment),
        T("If nobody says anything, it will be taken as right on {day}.", day=session.confirm_by)
        if session.state is SessionState.REPORTED and claimant(session) is None
        else None,
        T("Reason: {reason}", reason=session.note) if session.state is SessionState.SETTLED else None,
    )  # fmt: skip
    return Step(None, (Say(says, _actions(told, side)),))


def _actions(told: Told, side: Side | None) -> Keyboard:
    session, claiming = told.session, claimant(told.session)
    rows: list[Button] = []
    key = session.id
    if session.state is SessionState.UNDONE:
        return ()
    other = claiming is not None and side not in (None, claiming)
    if other:
        rows += [button for row in hearing.agreement(session) for button in row]
    if claiming is not None and side in (claiming, Side.OFFICE):
        rows.append(Button(T("Take it back"), f"sback.{key}", standing=True))
    settled = session.state in (SessionState.DISPUTED, SessionState.SETTLED)
    if side is Side.MENTOR and not settled and claiming is not Side.MENTOR:
        rows += [
            Button(T("Correct"), f"samend.{key}", standing=True),
            Button(T("Undo"), f"sundo.{key}", standing=True),
        ]
    if side is not Side.MENTOR and claiming is None:
        if session.state is SessionState.REPORTED:
            return (*column(*rows), *hearing.answers(session), *_of_office(told, side))
        if session.state in (SessionState.CONFIRMED, SessionState.SILENT):
            rows.append(Button(T("It must be corrected"), f"sfix.{key}", standing=True))
    return (*column(*rows), *_of_office(told, side))


def _of_office(told: Told, side: Side | None) -> Keyboard:
    """What only the office does: the word of the commission, and settling."""
    if side is not Side.OFFICE:
        return ()
    key, minutes = told.session.id, wanted(told.session)
    if told.session.state is SessionState.OVER:
        return column(
            Button(T("Allow it"), f"sallow.{key}.{minutes}", standing=True),
            Button(T("Do not allow it"), f"srefuse.{key}.{minutes}", standing=True),
        )
    if told.session.state is SessionState.DISPUTED:
        return column(*disputing.choices(told))
    return column(Button(T("Settle it"), f"sset.{key}.other", standing=True))

"""Nobody answered about a session by its last day: what was noted counts, and a claim goes to the office (N16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from conversations.mentoring import disputing, ending, people, sayings
from conversations.mentoring.hearing import claimant
from conversations.mentoring.hours import Told
from conversations.protocol.facts import Call
from conversations.protocol.mentored import DisputeSession, PassInSilence
from conversations.protocol.mentoring import Assignment, Session, SessionState
from conversations.protocol.replies import Button, Notice, Say, column
from conversations.protocol.words import T, lines
from conversations.rules.courtesy import next_polite, polite
from conversations.rules.deadlines import start_of, today


@dataclass(frozen=True, slots=True)
class Passed:
    """What becomes true because nobody answered, and what is said of it; `of` is the package of each notice, `after`
    the packages as they are then."""

    changes: tuple[DisputeSession | PassInSilence, ...]
    notices: tuple[Notice, ...]
    of: tuple[Assignment, ...]
    after: tuple[Assignment, ...] = ()


def waits(session: Session) -> bool:
    """Whether a session waits for somebody's answer and its last day means something."""
    return claimant(session) is not None or session.state is SessionState.REPORTED


def moment(call: Call, session: Session) -> datetime:
    """When silence speaks (UTC): the first polite moment after the last day to answer."""
    return next_polite(start_of(session.confirm_by + timedelta(days=1)), call)


def due(open_ones: Sequence[Assignment], calls: Mapping[str, Call], office: Sequence[int], now: datetime) -> Passed:
    """What nobody has answered by now, whatever the package; calls whose people may not be written to now wait."""
    changes: list[DisputeSession | PassInSilence] = []
    notices: list[tuple[Notice, Assignment]] = []
    after = []
    for assignment in open_ones:
        call, now_it_is = calls[assignment.grant.application.call], assignment
        late = [one for one in assignment.sessions if waits(one) and one.confirm_by < today(now)]
        for session in late if polite(now, call) else ():
            claimed = claimant(session) is not None
            state = SessionState.DISPUTED if claimed else SessionState.SILENT
            key, told = assignment.grant.id, Told(session, assignment, call)
            changes.append(DisputeSession(session.id, key) if claimed else PassInSilence(session.id, key))
            now_it_is = _with(now_it_is, replace(session, state=state))
            said = _disputed(told, office) if claimed else _silent(_of(now_it_is, told), office)
            notices += [(one, assignment) for one in said]
        after.append(now_it_is)
    return Passed(tuple(changes), tuple(one for one, _ in notices), tuple(of for _, of in notices), tuple(after))


def _with(assignment: Assignment, session: Session) -> Assignment:
    others = (session if one.id == session.id else one for one in assignment.sessions)
    return replace(assignment, sessions=tuple(others))


def _of(assignment: Assignment, told: Told) -> Told:
    """The same session in the package as it is now."""
    return replace(told, assignment=assignment, session=assignment.session(told.session.id) or told.session)


def _silent(told: Told, office: Sequence[int]) -> Iterator[Notice]:
    session, assignment = told.session, told.assignment
    rest = (T("{line}", line=sayings.line(session)), sayings.totals(assignment))
    says = lines(
        T(
            "Nobody has answered about this session with {council}, and it is taken as right:",
            council=sayings.council(assignment),
        ),
        *rest,
    )
    theirs = lines(
        T(
            "Nobody has answered about this session with {who}, and it is taken as right:",
            who=sayings.who(assignment.mentor),
        ),
        *rest,
    )
    fix = column(Button(T("It must be corrected"), f"sfix.{session.id}", standing=True))
    for one in assignment.contacts:
        yield Notice(one, people.for_one(assignment, one, theirs), _once("silent", told, one), fix)
    if told.mentor is not None:
        yield Notice(told.mentor, says, _once("silent", told, told.mentor))
    if not assignment.contacts:
        yield from (Notice(one, says, _once("silent", told, one), fix) for one in office)
    yield from _as_notices(ending.to_all(told, assignment.grant.reserved, assignment.grant.consumed, office))


def _disputed(told: Told, office: Sequence[int]) -> Iterator[Notice]:
    """Somebody said that a session was otherwise and the other side said nothing: a correction needs both."""
    says = T(
        "Nobody has answered about the session of {day} with {council}. The office will settle it and write to you.",
        day=told.session.day,
        council=sayings.council(told.assignment),
    )
    theirs = T(
        "Nobody has answered about the session of {day} with {who}. The office will settle it and write to you.",
        day=told.session.day,
        who=sayings.who(told.assignment.mentor),
    )
    assignment = told.assignment
    to_council = {one: people.for_one(assignment, one, theirs) for one in assignment.contacts}
    said = ({told.mentor: says} if told.mentor is not None else {}) | to_council
    order = dict.fromkeys((*assignment.contacts, *said))
    yield from (Notice(one, said[one], _once("unanswered", told, one)) for one in order)
    for one in disputing.to_office(told, office):
        assert one.to is not None
        yield Notice(one.to, one.text, _once("unsettled", told, one.to), one.keyboard)


def _once(what: str, told: Told, to: int) -> str:
    return f"{what}:{told.session.id}:{told.session.confirm_by.isoformat()}:{to}"


def _as_notices(said: Iterable[Say]) -> Iterator[Notice]:
    for one in said:
        assert one.to is not None
        assert one.once is not None
        yield Notice(one.to, one.text, one.once, one.keyboard)

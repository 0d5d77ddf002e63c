"""Sessions that wait for a yes, and the packages they may be of: what the scene keeps, with today's facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from conversations.intake.known import moment
from conversations.mentoring import drafts, hours
from conversations.mentoring.drafts import COUNCIL, Draft
from conversations.mentoring.hours import Told
from conversations.protocol.facts import Role
from conversations.protocol.incoming import Incoming
from conversations.protocol.mentoring import Assignment
from conversations.protocol.scenes import Reporting
from conversations.protocol.wants import AssignmentOf, Calls, Facts, Me, MyMentoring
from conversations.rules import windows
from conversations.rules.deadlines import MADRID
from conversations.rules.roles import Action, may
from conversations.rules.session_report import Reading, Reason, read


@dataclass(frozen=True, slots=True)
class Pending:
    """Drafts and the packages that they may be about. `told` is the saved session that is put right, if it is one;
    `behalf` is the package for which the office tells a session, 0 if it is not so. `past` are packages that drafts
    are of and in which the person does not go with the council any more."""

    mine: tuple[Assignment, ...]
    drafts: tuple[Draft, ...] = ()
    told: Told | None = None
    behalf: int = 0
    past: tuple[Assignment, ...] = ()

    @property
    def session(self) -> int:
        """The id of the session that is put right; 0 for new ones."""
        return self.told.session.id if self.told else 0

    def scene(self, place: int = 0, field: str = "") -> Reporting:
        """What the dialogue keeps."""
        kept = tuple(drafts.to_json(one) for one in self.drafts)
        seen = drafts.shown(self.told.session) if self.told else ""
        return Reporting(kept, place, field, self.session, self.behalf, seen=seen)

    def with_draft(self, place: int, draft: Draft) -> Pending:
        """With one of the drafts answered or put right."""
        return replace(self, drafts=(*self.drafts[:place], draft, *self.drafts[place + 1 :]))

    def without(self, place: int) -> Pending:
        """Without one of the drafts."""
        return replace(self, drafts=(*self.drafts[:place], *self.drafts[place + 1 :]))

    def assignment(self, draft: Draft) -> Assignment | None:
        """The package of a draft, if it is known."""
        return next((one for one in (*self.mine, *self.past) if one.id == draft.assignment), None)

    def gone(self, draft: Draft) -> bool:
        """Whether the person does not go with the council of a draft any more."""
        return any(one.id == draft.assignment and not one.agreed for one in self.past)


def of_mentor(facts: Facts) -> Pending:
    """Nothing waits yet; the packages are those in which the person goes with a council."""
    return Pending(hours.mine(facts))


def of_session(told: Told, facts: Facts) -> Pending | None:
    """A saved session is put right by whoever may: its mentor, or the office. None for anybody else."""
    if not may(facts[Me()], Action.AMEND, told.body, mentor=told.mentor):
        return None
    own = hours.mine(facts)
    mine = own if any(one.id == told.assignment.id for one in own) else (told.assignment,)
    return Pending(mine, (drafts.of_session(told.session),), told)


def resumed(scene: Reporting, facts: Facts) -> Pending | None:
    """What the scene keeps, with today's facts; drafts of packages that are no longer the person's are kept too.

    None when the person may not do it any more.
    """
    kept = told_in(scene)
    if not kept and scene.drafts:
        return None
    if scene.session:
        told = hours.told(facts, scene.session)
        desk = of_session(told, facts) if told else None
        return replace(desk, drafts=kept) if desk and len(kept) == 1 else None
    if scene.assignment:
        assignment = facts[AssignmentOf(scene.assignment)]
        if assignment is None or not may(facts[Me()], Action.REPORT, assignment.grant.application.body):
            return None
        if hours.may_be_told(assignment):
            return Pending((assignment,), kept, behalf=scene.assignment)
        return Pending((), kept, behalf=scene.assignment, past=(assignment,))
    if not facts[Me()].holds(Role.MENTOR):
        return None
    desk, ids = of_mentor(facts), {one.assignment for one in kept}
    alive = {one.id for one in desk.mine}
    past = tuple(one for one in facts[MyMentoring()].assignments if one.id in ids - alive)
    known = {0, *alive, *(one.id for one in past)}
    if not desk.mine and not past:
        return None
    return replace(desk, drafts=tuple(one if one.assignment in known else _of_nobody(one) for one in kept), past=past)


def told_in(scene: Reporting) -> tuple[Draft, ...]:
    """The sessions that the scene keeps; none if they cannot be read."""
    try:
        return tuple(drafts.from_json(one) for one in scene.drafts)
    except (ValueError, KeyError, TypeError):
        return ()


def _of_nobody(draft: Draft) -> Draft:
    """A session of a package that is not there: with which council it was is asked, and not taken for the only one."""
    return draft.sure(COUNCIL, 0).doubted(COUNCIL, Reason.UNKNOWN_COUNCIL)


def window(desk: Pending, facts: Facts) -> tuple[date, date]:
    """The first and the last day of the sessions that the packages may have."""
    calls = [hours.call_of(facts, one) for one in desk.mine] or [
        one for one in (windows.at_hand(facts[Calls()], facts.now),) if one
    ]
    return min(one.sessions_from for one in calls), max(one.sessions_to for one in calls)


def understood(text: str, did: Incoming, desk: Pending, facts: Facts, *, told: bool = False) -> Reading:
    """What the reader makes of a message; `told` if its writer says that it tells a session."""
    names = [one.grant.application.body_name for one in desk.mine]
    local = moment(did, facts).astimezone(MADRID)
    councils = facts.house.finder.councils
    return read(text, sent=local, window=window(desk, facts), assigned=names, councils=councils, told=told)

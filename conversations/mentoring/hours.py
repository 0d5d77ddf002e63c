"""What dialogues of sessions look up: the package that a session is of, its call, and what its hours would move."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.mentoring.wanted import WITH_HOURS, number
from conversations.protocol.assessment import LedgerEntry
from conversations.protocol.facts import Call, Role
from conversations.protocol.mentoring import Assignment, AssignmentState, Session, SessionState, Side
from conversations.protocol.wants import AssignmentOfSession, Calls, Facts, LedgerOf, Me, MyApplications, MyMentoring
from conversations.rules import bags, packages, windows
from conversations.rules.bags import Book, Move


@dataclass(frozen=True, slots=True)
class Told:
    """A session that stands or stood, its package and its call."""

    session: Session
    assignment: Assignment
    call: Call

    @property
    def application(self) -> str:
        """The application whose hours it moves."""
        return self.assignment.grant.id

    @property
    def body(self) -> str:
        """The council that it was with."""
        return self.assignment.grant.application.body

    @property
    def mentor(self) -> int | None:
        """The person who goes with the council, if that person is in the bot."""
        return self.assignment.mentor.person


def told(facts: Facts, session: int) -> Told | None:
    """A session that was asked for, by its id; whether the person may see it is another question."""
    assignment = facts[AssignmentOfSession(session)]
    found = assignment.session(session) if assignment else None
    if assignment is None or found is None:
        return None
    return Told(found, assignment, call_of(facts, assignment))


def first(session: Session, facts: Facts) -> Told | None:
    """The session with another council that goes on counting until the commission allows this one in its place (R38);
    None if there is none, or if it was taken back."""
    found = told(facts, session.instead_of) if session.instead_of is not None else None
    return found if found is not None and found.session.state is not SessionState.UNDONE else None


def named(facts: Facts, choice: str) -> Told | None:
    """The session that a button names."""
    key = number(choice)
    return told(facts, key) if key else None


def call_of(facts: Facts, assignment: Assignment) -> Call:
    """The call of a package."""
    return next(one for one in facts[Calls()] if one.id == assignment.grant.application.call)


def mine(facts: Facts) -> tuple[Assignment, ...]:
    """The packages in which the person goes with a council now, both sides having said yes."""
    if not facts[Me()].holds(Role.MENTOR):
        return ()
    agreed = [one for one in facts[MyMentoring()].assignments if one.agreed]
    told = {_council(one) for one in agreed if windows.may_report(call_of(facts, one), facts.now)}
    # Of two calls with the same council, the one that is over would take what is told of the other.
    return tuple(
        one for one in agreed if windows.may_report(call_of(facts, one), facts.now) or _council(one) not in told
    )


def may_be_told(assignment: Assignment) -> bool:
    """Whether the office may tell a session of a package: also one that was held by somebody who went with the council
    until somebody else, or nobody, did; not once the package itself has ended."""
    went = assignment.state in (AssignmentState.REPLACED, AssignmentState.ENDED) and assignment.exchanged is not None
    return assignment.agreed or (went and assignment.grant.status in WITH_HOURS)


def _council(assignment: Assignment) -> str:
    return assignment.grant.application.body


def receives(facts: Facts) -> bool:
    """Whether a council of this person has a package, so that its assignments are known."""
    return any(one.status in WITH_HOURS for one in facts[MyApplications()])


class Purse:
    """The ledger of a call as it would be with what one turn writes: moves follow one another."""

    def __init__(self, facts: Facts, call: Call) -> None:
        self.call = call
        self._book = self._before = Book(call.services, facts[LedgerOf(call.id)])
        self._at = facts.now

    def done(self, service: str) -> tuple[int, int]:
        """The minutes of a service that were done before this turn, and those that are with it."""
        return bags.balance(self._before, service).consumed, bags.balance(self._book, service).consumed

    def bag(self, service: str) -> int:
        """The minutes that the bag of a service has."""
        return self._book.service(service).bag

    def held(self, assignment: Assignment) -> tuple[int, int]:
        """The minutes of a package: (reserved, consumed)."""
        return bags.held(self._book, assignment.grant.id, assignment.grant.service)

    def trial(self, assignment: Assignment, before: int, after: int, note: str = "") -> Move:
        """What a session of `before` minutes that becomes one of `after` would move; nothing is kept."""
        return packages.move(self._book, assignment.grant, before, after, self._at, note=note)

    def move(self, assignment: Assignment, before: int, after: int, note: str = "") -> tuple[LedgerEntry, ...]:
        """The entries of that move, which later ones follow. Raises ValueError if the package lacks a note (R38)."""
        moved = self.trial(assignment, before, after, note)
        if moved.needs:
            raise ValueError("more than the package, and the commission has said nothing")
        self._book = bags.after(self._book, moved)
        return moved.entries

    def takes(self, assignment: Assignment, minutes: int) -> tuple[LedgerEntry, ...]:
        """The entries of a new session if its package has room for it, and none if it has not (R38)."""
        return () if self.exceeds(assignment, 0, minutes) else self.move(assignment, 0, minutes)

    def exceeds(self, assignment: Assignment, before: int, after: int) -> bool:
        """Whether a session would be longer than what is left of its package (R38)."""
        return after - before > self.held(assignment)[0] and after > before


def side_of(facts: Facts, assignment: Assignment) -> Side | None:
    """On which side the person stands: the one that goes with the council first, then the council, then the office."""
    me = facts[Me()]
    if assignment.mentor.person == me.id and me.holds(Role.MENTOR):
        return Side.MENTOR
    if any(seat.body == assignment.grant.application.body for seat in me.contact_seats()):
        return Side.COUNCIL
    return Side.OFFICE if me.holds(Role.OFFICE) else None

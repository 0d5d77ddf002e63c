"""What must be known to answer: keyed questions to the memory, and the frozen answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from conversations.protocol.agenda import Agenda
from conversations.protocol.assessment import DecisionLetter, LedgerEntry, Proceedings, Told
from conversations.protocol.attention import Attention, Unreached
from conversations.protocol.facts import (
    AccessRequest,
    Application,
    Body,
    Call,
    DataRequest,
    DeskLine,
    Given,
    HelpRequest,
    Holder,
    Invitation,
    LatePress,
    Person,
    Queue,
    Standing,
)
from conversations.protocol.mentoring import Assignment, Grant, Mentor, Mentoring
from conversations.protocol.places import Finder

A_co = TypeVar("A_co", covariant=True)


class Want(Generic[A_co]):
    """A question whose answer has the type A."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Me(Want[Person]):
    """The person who wrote, with the roles held; somebody new has no roles."""


@dataclass(frozen=True, slots=True)
class Calls(Want[tuple[Call, ...]]):
    """Every call that was opened, the newest last."""


@dataclass(frozen=True, slots=True)
class MyApplications(Want[tuple[Application, ...]]):
    """The applications of the bodies for which the person is a contact, oldest first."""


@dataclass(frozen=True, slots=True)
class ApplicationsOf(Want[tuple[Application, ...]]):
    """The applications of a body, oldest first: for somebody who is only about to become its contact."""

    body: str


@dataclass(frozen=True, slots=True)
class MySkips(Want[tuple[tuple[str, str], ...]]):
    """The (call, body) pairs for which somebody said "not this time", for the person's bodies."""


@dataclass(frozen=True, slots=True)
class Register(Want[Mapping[str, Body]]):
    """The register of bodies by id."""


@dataclass(frozen=True, slots=True)
class Office(Want[tuple[int, ...]]):
    """The chats of the people of the office."""


@dataclass(frozen=True, slots=True)
class Commission(Want[tuple[Person, ...]]):
    """The people of the commission, with the seats that they hold."""


@dataclass(frozen=True, slots=True)
class Contacts(Want[tuple[int, ...]]):
    """The contacts of a body."""

    body: str


@dataclass(frozen=True, slots=True)
class Holders(Want[tuple[Holder, ...]]):
    """The contacts of a body with their names, the oldest seat first: only for the office."""

    body: str


@dataclass(frozen=True, slots=True)
class InvitationOf(Want[Invitation | None]):
    """The invitation whose token has this SHA-256."""

    digest: str


@dataclass(frozen=True, slots=True)
class WrongTokens(Want[int]):
    """How many wrong tokens this person tried in the last hour."""


@dataclass(frozen=True, slots=True)
class AccessRequestOf(Want[AccessRequest | None]):
    """A request for access by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class MyAccessRequest(Want[AccessRequest | None]):
    """The person's newest request for access."""


@dataclass(frozen=True, slots=True)
class HelpRequestOf(Want[HelpRequest | None]):
    """A request for help by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class GivenBy(Want[Given | None]):
    """The current answer that one of the person's messages gave."""

    message: int


@dataclass(frozen=True, slots=True)
class NextNumber(Want[int]):
    """The number the next application of a call gets; gapless."""

    call: str


@dataclass(frozen=True, slots=True)
class Desk(Want[tuple[DeskLine, ...]]):
    """Every application of a call, for the office."""

    call: str


@dataclass(frozen=True, slots=True)
class ApplicationOf(Want[Application | None]):
    """An application by its id, whosever it is: only for those who may read it."""

    id: str


@dataclass(frozen=True, slots=True)
class DataRequestOf(Want[DataRequest | None]):
    """A question about a missing datum by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class OpenDataRequests(Want[tuple[DataRequest, ...]]):
    """The questions about missing data of an application that wait for an answer, the oldest first."""

    application: str


@dataclass(frozen=True, slots=True)
class LatePressOf(Want[LatePress | None]):
    """The press of "send" that waited over the deadline while the bot was away, by its application."""

    application: str


@dataclass(frozen=True, slots=True)
class DataGivenBy(Want[DataRequest | None]):
    """The question about a missing datum that one of the person's messages answered."""

    message: int


@dataclass(frozen=True, slots=True)
class MyDataRequests(Want[tuple[DataRequest, ...]]):
    """What is missing, and not answered, in the applications of the person's bodies."""


@dataclass(frozen=True, slots=True)
class ToAssess(Want[Queue]):
    """What the person, a member of the commission, has assessed of the newest call and what comes next."""


@dataclass(frozen=True, slots=True)
class ProceedingsOf(Want[Proceedings]):
    """All that the commission of a call works with, the decisions and the ledger of hours included."""

    call: str


@dataclass(frozen=True, slots=True)
class LettersOf(Want[tuple[DecisionLetter, ...]]):
    """The messages of the decisions in force of a call, held or on their way or settled, by decision and contact."""

    call: str


@dataclass(frozen=True, slots=True)
class ContactsIn(Want[Mapping[str, tuple[int, ...]]]):
    """The contacts of every body that has an application in a call, by body."""

    call: str


@dataclass(frozen=True, slots=True)
class MyRulings(Want[Mapping[str, Told]]):
    """The last decision that each of the person's councils was told of, by application. Never one that is silent."""


@dataclass(frozen=True, slots=True)
class RulingsOf(Want[Mapping[str, Told]]):
    """The last decision that a body was told of, by application: for somebody who is only about to become its
    contact."""

    body: str


@dataclass(frozen=True, slots=True)
class Standings(Want[Mapping[Standing, int]]):
    """How many bodies of a call stand where."""

    call: str


@dataclass(frozen=True, slots=True)
class OpenDrafts(Want[tuple[tuple[str, bool], ...]]):
    """The first bodies by name with an open draft in a call, and whether the bot can write to somebody there."""

    call: str


@dataclass(frozen=True, slots=True)
class NeedsAPerson(Want[Attention]):
    """Everything that only a person of the office can settle."""


@dataclass(frozen=True, slots=True)
class BoundGroups(Want[tuple[int, ...]]):
    """The chats of the groups that hear digests."""


@dataclass(frozen=True, slots=True)
class UnreachedBy(Want[tuple[Unreached, ...]]):
    """A contact whom messages did not reach, if that is so: one or none."""

    person: int


@dataclass(frozen=True, slots=True)
class PlannedNotices(Want[Agenda]):
    """All that something may be said to in the next days."""

    days: int


@dataclass(frozen=True, slots=True)
class LedgerOf(Want[tuple[LedgerEntry, ...]]):
    """Every entry of the hours of a call, oldest first."""

    call: str


@dataclass(frozen=True, slots=True)
class Mentors(Want[tuple[Mentor, ...]]):
    """Everybody who gives hours or gave them, with the minutes that packages of a call take: for the office."""

    call: str


@dataclass(frozen=True, slots=True)
class Grants(Want[tuple[Grant, ...]]):
    """The packages of a call that councils have confirmed, by number: for the office."""

    call: str


@dataclass(frozen=True, slots=True)
class AssignmentsIn(Want[tuple[Assignment, ...]]):
    """Every assignment of a call, oldest first, those that ended included: for the office."""

    call: str


@dataclass(frozen=True, slots=True)
class AssignmentOf(Want[Assignment | None]):
    """An assignment by its id, whosever it is: only for those who may see it."""

    id: int


@dataclass(frozen=True, slots=True)
class AssignmentOfSession(Want[Assignment | None]):
    """The assignment that has a session, by the session's id."""

    session: int


@dataclass(frozen=True, slots=True)
class AssignmentOfDate(Want[Assignment | None]):
    """The assignment that has a date, by the date's id."""

    appointment: int


@dataclass(frozen=True, slots=True)
class MyMentoring(Want[Mentoring]):
    """What the person does as a mentor or adviser."""


@dataclass(frozen=True, slots=True)
class MyAssignments(Want[tuple[Assignment, ...]]):
    """The assignments of the bodies for which the person is a contact, oldest first."""


Held = Mapping[str, tuple[Mapping[str, Any], ...]]
"""What is held about a person: the rows of each table as plain data."""


@dataclass(frozen=True, slots=True)
class MyData(Want[Held]):
    """Everything that is held about the person who wrote (R54)."""


AnyWant = (
    Me
    | Calls
    | MyApplications
    | ApplicationsOf
    | MySkips
    | Register
    | Office
    | Commission
    | Contacts
    | Holders
    | InvitationOf
    | WrongTokens
    | AccessRequestOf
    | MyAccessRequest
    | HelpRequestOf
    | GivenBy
    | NextNumber
    | MyData
    | Desk
    | ApplicationOf
    | DataRequestOf
    | OpenDataRequests
    | DataGivenBy
    | LatePressOf
    | MyDataRequests
    | ToAssess
    | ProceedingsOf
    | LettersOf
    | ContactsIn
    | MyRulings
    | RulingsOf
    | Standings
    | OpenDrafts
    | NeedsAPerson
    | BoundGroups
    | UnreachedBy
    | PlannedNotices
    | LedgerOf
    | Mentors
    | Grants
    | AssignmentsIn
    | AssignmentOf
    | AssignmentOfSession
    | AssignmentOfDate
    | MyMentoring
    | MyAssignments
)


@dataclass(frozen=True, slots=True)
class Controller:
    """Who answers for the data (R50): name, legal basis and addresses are settings of the network."""

    name: str
    legal_basis: str
    address: str
    example: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What never changes while the bot runs. `gap` is the time (UTC) it was away before it came to life.

    In the `minimal` mode what applications say goes by e-mail.
    """

    controller: Controller
    finder: Finder
    gap: tuple[datetime, datetime] | None = None
    minimal: bool = False


class Facts:
    """The answers to what was wanted, the time (UTC), a fresh random token, and what never changes while running."""

    __slots__ = ("_answers", "house", "now", "token")

    def __init__(self, now: datetime, house: House, answers: Mapping[AnyWant, Any], token: str = "") -> None:
        self.now = now
        self.house = house
        self.token = token
        self._answers = answers

    def __getitem__(self, want: Want[A_co]) -> A_co:
        return cast(A_co, self._answers[cast(AnyWant, want)])

    def and_also(self, answers: Mapping[AnyWant, Any]) -> Facts:
        """These facts and the answers to a second look."""
        return Facts(self.now, self.house, {**self._answers, **answers}, self.token)

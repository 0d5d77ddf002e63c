"""What the commission works with: candidates, marks, conflicts, decisions, hours and meetings. Frozen, by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from conversations.protocol.facts import Application, Person, Status


@dataclass(frozen=True, slots=True)
class Candidate:
    """A complete application as the commission compares it; derived from its answers and from the register.

    `wants` is a service of the call or "either" (R10). `mentor` is the body proposed to go with it, if any.
    `track_record` runs from 0 (no policies yet) to 3 (more than three years); it and `means` are None if unanswered.
    `joined` is the day on which the body first became a member, None if it is not one or the day is unknown.
    """

    application: str
    number: str
    body: str
    body_name: str
    title: str = ""
    wants: str = "either"
    mentor: str | None = None
    covid: bool = False
    involvement: frozenset[str] = frozenset()
    track_record: int | None = None
    means: frozenset[str] | None = None
    topics: tuple[str, ...] = ()
    joined: date | None = None
    comarca: str = ""
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The scores that a reviewer gave an application, by criterion; None says «No la puc valorar».

    `together` are the members who agreed on it in a meeting, its recorder among them; empty if it was given alone.
    """

    reviewer: int
    application: str
    scores: Mapping[str, int] | None
    comment: str = ""
    together: frozenset[int] = frozenset()


class ConflictKind(StrEnum):
    """Why somebody takes no part in an application (R29c)."""

    OWN = "own"
    MENTOR = "mentor"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A member of the commission takes no part in an application. A declared one may say why."""

    reviewer: int
    application: str
    kind: ConflictKind
    reason: str = ""


class Outcome(StrEnum):
    """What the commission decides of an application; `deferred` passes it to the next call."""

    GRANTED = "granted"
    WAITING_LIST = "waiting_list"
    DEFERRED = "deferred"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the commission. `minutes` are those granted, `position` is the place on the waiting list, from 1.

    `reason` is read by the council as it was written; `note` is only for the proposed minutes (R34, R36, no quorum).
    """

    application: str
    outcome: Outcome
    service: str | None = None
    minutes: int = 0
    position: int | None = None
    reason: str = ""
    note: str = ""


class EntryKind(StrEnum):
    """What an entry of the ledger of hours moves."""

    RESERVE = "reserve"
    RELEASE = "release"
    CONSUME = "consume"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Minutes that move in the bag of a service on behalf of an application. Never changed: corrected by another.

    `session` is the session that was told or corrected by it, if it is of one.
    """

    service: str
    kind: EntryKind
    minutes: int
    application: str
    body: str
    at: datetime
    note: str = ""
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as it was recorded: by whom and when (UTC), when its council was told of it, and the last day to
    answer to what was granted."""

    id: int
    decision: Decision
    person: int
    at: datetime
    told: datetime | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the commission, open until it is `ended`. Its `recorder` writes down what is agreed."""

    id: int
    recorder: int
    day: date
    present: frozenset[int] = frozenset()
    ended: bool = False


@dataclass(frozen=True, slots=True)
class OpenCriterion:
    """The criterion that the commission named where the rules of the call break off, and the applications that meet it,
    the one that meets it most first (R29)."""

    name: str
    applications: tuple[str, ...] = ()


class DispatchState(StrEnum):
    """What became of asking that the decisions be sent."""

    ASKED = "asked"
    SENT = "sent"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Somebody asked to send the decisions of a call (N13); somebody else settles it."""

    id: int
    state: DispatchState
    asked_by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionLetter:
    """The message of a decision to one contact of its council, as it is stored: `text` is what is read, letter for
    letter. `basis` stands for all that it was written from; NOBODY is the chat of one that has no contact.
    """

    id: int
    ruling: int
    chat: int
    text: str
    state: str
    basis: str = ""
    edited: bool = False
    name: str = ""
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """The last decision that a council was told of; `place` is where it stands on the waiting list, if it does."""

    ruling: Ruling
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something is to be looked at about a decision that a council was told of, since `due` (UTC). `contacts` may be
    reminded; a decision that is not `in_force` any more is only to be forgotten.
    """

    ruling: Ruling
    application: Application
    due: datetime
    contacts: tuple[int, ...] = ()
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Sent:
    """A sending that was confirmed and none of whose messages is on its way any more: to be reported to `people`."""

    id: int
    call: str
    people: tuple[int, ...]
    letters: tuple[DecisionLetter, ...]
    rulings: tuple[Ruling, ...]
    applications: Mapping[str, Application]


@dataclass(frozen=True, slots=True)
class Proceedings:
    """All that the commission of a call works with. Complete applications and those decided; withdrawn ones are gone,
    unless their council was told of a decision before: what was decided stays.

    `members` hold a seat of the commission today. `orders` are the lists that were changed by hand: the applications
    and the reason, by service. `ledger` is oldest first. `meeting` and `dispatch` are the newest ones.
    """

    call: str
    members: tuple[Person, ...] = ()
    applications: Mapping[str, Application] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    marks: tuple[Mark, ...] = ()
    declared: tuple[Conflict, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    orders: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    meeting: Meeting | None = None
    dispatch: Dispatch | None = None
    criterion: OpenCriterion | None = None

    def ruling(self, application: str) -> Ruling | None:
        """The decision in force about an application, if there is one."""
        return next((one for one in self.rulings if one.decision.application == application), None)

    def candidate(self, application: str) -> Candidate | None:
        """The application as the commission compares it, if it is one of the call."""
        return next((one for one in self.candidates if one.application == application), None)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions in force."""
        return tuple(one.decision for one in self.rulings)

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions in force of councils that did not leave: nobody who left has a place on a waiting list."""
        left = {one.id for one in self.applications.values() if one.status is Status.WITHDRAWN}
        return tuple(one for one in self.decisions if one.application not in left)

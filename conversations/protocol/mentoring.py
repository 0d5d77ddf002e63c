"""Mentoring and advice: who goes with a council, the sessions that are told and the dates that are agreed. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from conversations.protocol.facts import Application, Seat, Status


class Side(StrEnum):
    """Who stands on which side of a package; the office stands in for whoever is not in the bot."""

    MENTOR = "mentor"
    COUNCIL = "council"
    OFFICE = "office"


class How(StrEnum):
    """How a yes or a confirmation came: in the bot, or told to the office, who wrote it down."""

    BOT = "bot"
    PHONE = "phone"


class MentorState(StrEnum):
    """Whether somebody may be proposed to councils. Who is paused keeps the packages of today."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Mentor:
    """Somebody who gives hours: a mentor of a member council, or an adviser (R11).

    `person` is None until the invitation is used; somebody without Telegram never has one. Without a `body` it is the
    technical service. `minutes` are those offered in a call, `committed` those that packages of that call take of
    them. `contact` is how the council reaches them once both sides have said yes; `seats` are what the person holds.
    """

    id: int
    name: str
    body: str | None = None
    body_name: str = ""
    person: int | None = None
    topics: tuple[str, ...] = ()
    modality: str = "either"
    minutes: int = 0
    committed: int = 0
    state: MentorState = MentorState.ACTIVE
    contact: str = ""
    comarca: str = ""
    population: int | None = None
    seats: tuple[Seat, ...] = ()

    @property
    def left(self) -> int:
        """The minutes that can still be given; never less than none."""
        return max(0, self.minutes - self.committed)

    @property
    def chats(self) -> tuple[int, ...]:
        """Where this person can be written to: nowhere when they never came to the bot, or were erased."""
        return (self.person,) if self.person is not None and self.person > 0 else ()

    @property
    def bodies(self) -> frozenset[str]:
        """The councils that this person belongs to, in any role: none of them is to be mentored (R11)."""
        return frozenset(one for one in (self.body, *(seat.body for seat in self.seats)) if one)


@dataclass(frozen=True, slots=True)
class Grant:
    """An application that was granted, with its package: minutes `granted`, still `reserved` and already `consumed`.

    `wish` is the body that the council would like to go with it, if it named one; `contacts` are its chats, and
    `several` those of them who act for other councils too.
    """

    application: Application
    service: str
    granted: int
    reserved: int = 0
    consumed: int = 0
    comarca: str = ""
    population: int | None = None
    wish: str | None = None
    contacts: tuple[int, ...] = ()
    several: frozenset[int] = frozenset()

    @property
    def id(self) -> str:
        """The application's id."""
        return self.application.id

    @property
    def status(self) -> Status:
        """The application's state."""
        return self.application.status


class AssignmentState(StrEnum):
    """Where an assignment stands. Only a proposed or agreed one is alive, and an application has one at most."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    REPLACED = "replaced"
    ENDED = "ended"


ALIVE = frozenset({AssignmentState.PROPOSED, AssignmentState.AGREED})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A side said yes: when (UTC) and how."""

    at: datetime
    how: How


class SessionState(StrEnum):
    """Where a session stands; what is not yet final waits for somebody. `over` is more than the package: it waits for
    the word of the commission (R38)."""

    REPORTED = "reported"
    OVER = "over"
    CONFIRMED = "confirmed"
    SILENT = "silent"
    DISPUTED = "disputed"
    SETTLED = "settled"
    UNDONE = "undone"
    NO_SHOW = "no_show"


FINAL = frozenset(SessionState) - {SessionState.REPORTED, SessionState.DISPUTED, SessionState.OVER}
"""States in which nobody's answer is awaited."""

STANDING = frozenset(SessionState) - {SessionState.UNDONE}
"""States in which a session's minutes are in the ledger."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it was told. `minutes` are those that the ledger counts for it now; 0 once undone or a no-show.

    `begins` are minutes after midnight in Madrid, if said; `modality` is in_person or remote. `confirm_by` is the last
    day to answer for whoever has the word; after it silence confirms what was told, and a claim goes to the office.
    `says` holds the minutes that a side claims against what is counted: 0 is "it did not take place"; `says_day` is the
    day that goes with the claim, `says_modality` and `says_topic` how and about what it was, if that is what is wrong,
    and `says_why` what that side wrote to explain it. `message` is the message that told it and `text` what it said;
    `note` is why it was disputed, settled or more than the package. `instead_of` is the session with another
    council whose place this one takes once it is allowed.
    """

    id: int
    assignment: int
    day: date
    minutes: int
    reporter: int
    at: datetime
    confirm_by: date
    state: SessionState = SessionState.REPORTED
    begins: int | None = None
    modality: str | None = None
    topic: str = ""
    says: Mapping[Side, int] = field(default_factory=dict)
    says_day: date | None = None
    message: int = 0
    text: str = ""
    note: str = ""
    how: How = How.BOT
    says_modality: str | None = None
    says_topic: str | None = None
    instead_of: int | None = None
    says_why: str = ""

    @property
    def final(self) -> bool:
        """Whether nobody's answer is awaited."""
        return self.state in FINAL

    @property
    def held(self) -> bool:
        """Whether it is a session of its day: not undone, and not settled or noted as one that was not held."""
        return self.state in STANDING and not (self.final and self.minutes == 0)


class AppointmentState(StrEnum):
    """Where a date stands. `moved`: another one took its place. `missed`: one side did not come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A date for a session: `begins` are minutes after midnight in Madrid. `by` is the side that proposed it.

    All that follow from one another share a `root`, the id of the first, and count up in `sequence`: calendars know by
    that that a date was moved.
    """

    id: int
    assignment: int
    day: date
    begins: int
    minutes: int
    by: Side
    state: AppointmentState = AppointmentState.PROPOSED
    modality: str | None = None
    place: str = ""
    root: int = 0
    sequence: int = 0
    proposed_by: int = 0


@dataclass(frozen=True, slots=True)
class Assignment:
    """Somebody goes with a council: its package, both acceptances, sessions by day and dates by day.

    `exchanged` is when each side was given the other's contact. `paused` is since when nothing is to be expected.
    `reason` is why it was declined, replaced or ended. `contacts` are the chats of the council's contacts.
    """

    id: int
    mentor: Mentor
    grant: Grant
    state: AssignmentState
    at: datetime
    by_mentor: Acceptance | None = None
    by_council: Acceptance | None = None
    exchanged: datetime | None = None
    paused: datetime | None = None
    ended: datetime | None = None
    reason: str = ""
    sessions: tuple[Session, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    contacts: tuple[int, ...] = ()

    @property
    def alive(self) -> bool:
        """Whether it is proposed or agreed."""
        return self.state in ALIVE

    @property
    def agreed(self) -> bool:
        """Whether both sides said yes and nothing has ended it since."""
        return self.state is AssignmentState.AGREED

    def session(self, id: int) -> Session | None:
        """One of its sessions."""
        return next((one for one in self.sessions if one.id == id), None)

    def appointment(self, id: int) -> Appointment | None:
        """One of its dates."""
        return next((one for one in self.appointments if one.id == id), None)

    @property
    def pending(self) -> int:
        """The minutes in the ledger that the other side has not stood behind yet."""
        return sum(one.minutes for one in self.sessions if one.state in STANDING and not one.final)

    @property
    def confirmed(self) -> int:
        """The minutes in the ledger that both sides stand behind, or that silence or the office settled."""
        return sum(one.minutes for one in self.sessions if one.state in STANDING and one.final)


@dataclass(frozen=True, slots=True)
class Mentoring:
    """What somebody does here as a mentor or adviser; assignments are oldest first, those that ended included."""

    profiles: tuple[Mentor, ...] = ()
    assignments: tuple[Assignment, ...] = ()

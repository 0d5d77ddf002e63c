"""What is known: people, bodies, calls and applications as the dialogues see them. Frozen, loaded by `storage`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from conversations.protocol.method import Digests, Method, Pace, Telling
from conversations.protocol.words import Council

Json = str | int | bool | list[str]

ERASED = ""
"""What is left of a contact's answer once it is redacted; nobody can answer with it."""


class Role(StrEnum):
    """What a person may be in the network (R48)."""

    CONTACT = "contact"
    MENTOR = "mentor"
    COMMISSION = "commission"
    OFFICE = "office"


class Membership(StrEnum):
    """How a body stands to the network on a day (R1–R3)."""

    MEMBER = "member"
    PENDING = "pending"
    COLLABORATOR = "collaborator"
    NONE = "none"


class Status(StrEnum):
    """The state of an application (domain §2.1)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    NEEDS_DATA = "needs_data"
    ADMITTED = "admitted"
    NOT_ADMITTED = "not_admitted"
    WITHDRAWN = "withdrawn"
    GRANTED = "granted"
    WAITING_LIST = "waiting_list"
    DEFERRED = "deferred"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    RENOUNCED = "renounced"
    ASSIGNED = "assigned"
    RUNNING = "running"
    FINISHED = "finished"
    CLOSED = "closed"
    INTERRUPTED = "interrupted"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Seat:
    """A role that a person holds; contacts, mentors and commission hold it at a body."""

    role: Role
    body: str | None = None
    body_name: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to the bot. `name` is kept only after the privacy notice was read (`notice`)."""

    id: int
    name: str = ""
    notice: str | None = None
    reachable: bool = True
    muted: bool = False
    seats: tuple[Seat, ...] = ()

    def holds(self, role: Role) -> bool:
        """Whether the person has that role anywhere."""
        return any(seat.role is role for seat in self.seats)

    def contact_seats(self) -> tuple[Seat, ...]:
        """The bodies for which this person may apply."""
        return tuple(seat for seat in self.seats if seat.role is Role.CONTACT)


@dataclass(frozen=True, slots=True)
class Stay:
    """A dated stay of a body in the network, `left` excluded; unknown days are None."""

    membership: Membership
    joined: date | None
    left: date | None


@dataclass(frozen=True, slots=True)
class Body:
    """A council or county council of the register."""

    id: str
    name: str
    comarca: str = ""
    stays: tuple[Stay, ...] = ()

    @property
    def council(self) -> Council:
        """The name as a word that the voice inflects."""
        return Council(self.name)


@dataclass(frozen=True, slots=True)
class Service:
    """A service of a call and its bag of hours, in minutes (R30–R33)."""

    id: str
    bag: int
    package: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of the bases with its Catalan name."""

    id: str
    name: str


class Standing(StrEnum):
    """How far a body has come with a call, as far as reminders are concerned."""

    NOT_BEGUN = "not_begun"
    DRAFT = "draft"
    LACKS_DATA = "lacks_data"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder of a call: to whom, and how many days before the deadline (0: on the last morning)."""

    to: Standing
    days: int


@dataclass(frozen=True, slots=True)
class Courtesy:
    """The local hours in which a call speaks unasked, and the holidays that are only local."""

    begins: time = time(9)
    ends: time = time(14, 30)
    local_holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension:
    """The deadline of a call was moved to a later day, for everybody, with a reason people read."""

    at: datetime
    to: date
    reason: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call as opened from its TOML: content, not code (R8c). Deadlines are days in Europe/Madrid, inclusive (R7).

    `first_deadline` is the one it was opened with, once it has been moved; `opened` is when it was opened in the bot
    (UTC).
    """

    id: str
    name: str
    deadline: date
    sessions_from: date
    sessions_to: date
    questions: tuple[str, ...]
    commitments: tuple[str, ...]
    services: tuple[Service, ...]
    criteria: tuple[Criterion, ...]
    opens: date | None = None
    decision: date | None = None
    following: str = ""
    undecided: tuple[str, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    courtesy: Courtesy = Courtesy()
    extensions: tuple[Extension, ...] = ()
    first_deadline: date | None = None
    opened: datetime | None = None
    method: Method = field(default_factory=Method)
    telling: Telling = field(default_factory=Telling)
    pace: Pace = field(default_factory=Pace)
    digests: Digests = field(default_factory=Digests)

    def __hash__(self) -> int:
        """Enough to find a call by; the rest of it is compared."""
        return hash((self.id, self.deadline, self.opened))


@dataclass(frozen=True, slots=True)
class Answer:
    """A stored answer, the message that gave it (0 for a button) and who gave it when."""

    value: Json
    message: int
    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Application:
    """The application of a body to a call. It belongs to the body, not to one phone.

    `added` is what the office found missing, and the council's answers. By which `channel` it came: telegram or email;
    `received` is when the e-mail arrived (UTC). `kept`: whether the council agrees that the next call may begin with
    its answers; None when nobody has said.
    """

    id: str
    call: str
    body: str
    body_name: str
    status: Status = Status.DRAFT
    answers: Mapping[str, Answer] = field(default_factory=dict)
    number: str | None = None
    version: int = 0
    submitted: datetime | None = None
    committed: datetime | None = None
    publication: bool | None = None
    added: tuple[tuple[str, str], ...] = ()
    channel: str = "telegram"
    received: datetime | None = None
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A body under a call, as reminders see it. `since` is the earliest planned moment (UTC) that was not handled.

    `contacts` are those who may be reminded, the one who wrote last first; `muted` are those who want no reminders.
    """

    call: str
    body: str
    body_name: str
    standing: Standing
    since: datetime
    contacts: tuple[int, ...]
    muted: tuple[int, ...] = ()
    answered: frozenset[str] = frozenset()
    due: date | None = None
    request: int = 0


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use link into the bot. `instead_of` is the person whose application is handed over with it."""

    digest: str
    role: Role
    body: str | None
    body_name: str
    name: str
    expires: datetime
    used: datetime | None
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is a contact of a body: the number of the seat, the person, and since when."""

    seat: int
    person: Person
    since: datetime


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """Somebody without an invitation asks to act for a body; the office decides (R48)."""

    id: int
    person: int
    name: str
    body: str
    body_name: str
    membership: Membership
    decided: bool | None = None


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """A question to the office with where the person stood."""

    id: int
    person: int
    name: str
    body_name: str
    place: str
    text: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class DeskLine:
    """An application as the office's list has it."""

    id: str
    body: str
    body_name: str
    status: Status
    number: str | None


@dataclass(frozen=True, slots=True)
class DataRequest:
    """The office asks a council for something that its application lacks, until a day.

    `status` is that of the application now; `answered_at` is when the answer was given or corrected (UTC).
    """

    id: int
    application: str
    number: str
    body: str
    body_name: str
    question: str
    due: date
    answer: str | None = None
    answered_at: datetime | None = None
    status: Status = Status.NEEDS_DATA


@dataclass(frozen=True, slots=True)
class LatePress:
    """A press of "send" that waited over the deadline while the bot was away; the office decides."""

    application: str
    at: datetime
    decided: bool | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """An application that was sent, as a digest tells it. `day` is when, `admitted` when it was found complete: local
    days. `application` is its id; `number`, its place among those of the call in the order in which they were noted."""

    application: str
    body: str
    body_name: str
    comarca: str
    service: str
    day: date
    admitted: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of the commission, the bodies held a seat at, and the day up to which the digests have told all.

    `settled` are the applications that this person has assessed, or takes no part in. `number` is the highest one that
    had been noted when the last digest went out: what is noted later about an earlier day has not been told. `group`:
    it is a group, whose number `person` is; it hears counts and dates only.
    """

    person: int
    bodies: frozenset[str]
    until: date
    settled: frozenset[str] = frozenset()
    number: int | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """What a member of the commission has assessed of the call that closed last, and what comes next.

    `total` are the complete applications for this member, `done` those assessed, `application` the next one. `may` are
    all that this member may assess; `own` names the body of an application that is not shown (R29c), if there is one.
    `call` is None while no call has closed. `met` says that a meeting has begun, so that nobody scores alone any more,
    and `meets` that one is open; `decided` counts the applications that were decided.
    """

    call: str | None = None
    met: bool = False
    meets: bool = False
    decided: int = 0
    done: int = 0
    total: int = 0
    application: Application | None = None
    population: int | None = None
    may: frozenset[str] = frozenset()
    own: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """Which answer a message gave: for corrections by editing one's own message.

    It is no longer `current` when the answer was given anew in another way.
    """

    application: str
    question: str
    current: bool = True

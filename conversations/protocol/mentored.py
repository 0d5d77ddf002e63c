"""What becomes true in mentoring. Each is a `Change`; `application` is whose package it concerns.

Changes of sessions carry the entries of the ledger that go with them, computed by `rules.packages` in the same turn
under the lock of the hours. The application's state follows by itself once they are written: see `rules.packages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.protocol.assessment import LedgerEntry
from conversations.protocol.mentoring import AppointmentState, AssignmentState, How, MentorState, SessionState, Side


class Mentored:
    """A change in mentoring."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class AddMentor(Mentored):
    """The office adds a mentor or adviser. `digest` is that of the invitation that will make it somebody's, if any."""

    id: int
    name: str
    body: str | None
    body_name: str
    topics: tuple[str, ...]
    modality: str
    minutes: int
    contact: str = ""
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class KeepMentor(Mentored):
    """The profile of a mentor or adviser is put right, paused, taken up again or closed."""

    id: int
    name: str
    topics: tuple[str, ...]
    modality: str
    minutes: int
    contact: str
    state: MentorState


@dataclass(frozen=True, slots=True)
class AssignMentor(Mentored):
    """The office proposes a mentor or adviser for an application."""

    id: int
    application: str
    mentor: int


@dataclass(frozen=True, slots=True)
class AcceptAssignment(Mentored):
    """A side accepts. With the second yes it is agreed, contacts are exchanged and the application is assigned."""

    id: int
    application: str
    side: Side
    how: How = How.BOT
    contact: str = ""


@dataclass(frozen=True, slots=True)
class EndAssignment(Mentored):
    """An assignment is declined, replaced or ended, by a side and with a reason. Dates still to come are cancelled."""

    id: int
    application: str
    to: AssignmentState
    side: Side
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PauseAssignment(Mentored):
    """An assignment rests, or goes on."""

    id: int
    application: str
    paused: bool
    side: Side


@dataclass(frozen=True, slots=True)
class LogSession(Mentored):
    """A session is told. `state` is reported; or no_show with 0 minutes and no entries; or over, with 0 minutes for now
    and those it had in `wanted`, until the commission has given its word (R38): then it takes the place of the session
    that it is `instead_of`, if it is of any."""

    id: int
    assignment: int
    application: str
    day: date
    minutes: int
    confirm_by: date
    entries: tuple[LedgerEntry, ...]
    begins: int | None = None
    modality: str | None = None
    topic: str = ""
    message: int = 0
    text: str = ""
    note: str = ""
    state: SessionState = SessionState.REPORTED
    wanted: int | None = None
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class AmendSession(Mentored):
    """A session is put right, with all its fields as they are now. The other side has to look `again`, unless only
    what it was about or how it was held changed."""

    id: int
    application: str
    day: date
    minutes: int
    confirm_by: date
    entries: tuple[LedgerEntry, ...]
    begins: int | None = None
    modality: str | None = None
    topic: str = ""
    note: str = ""
    again: bool = True


@dataclass(frozen=True, slots=True)
class ExceedPackage(Mentored):
    """A session would be longer than what is left of the package: it waits for the commission, as it was (R38)."""

    id: int
    application: str
    minutes: int


@dataclass(frozen=True, slots=True)
class UndoSession(Mentored):
    """A session is taken back: its minutes are reserved again and it counts no more."""

    id: int
    application: str
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class ConfirmSession(Mentored):
    """The other side confirms a session; by `phone` the office did it for a side that is not in the bot."""

    id: int
    application: str
    how: How = How.BOT


@dataclass(frozen=True, slots=True)
class PassInSilence(Mentored):
    """Nobody answered by the last day: the session counts as confirmed, and is marked so."""

    id: int
    application: str


@dataclass(frozen=True, slots=True)
class ClaimMinutes(Mentored):
    """A side says how long a session was, on which day, how and about what if that was wrong, or that it did not take
    place (0).

    Nothing moves until both say the same. The other side has the word until `answer_by`. `note` is how the side
    explains it, in its own words.
    """

    id: int
    application: str
    side: Side
    minutes: int
    answer_by: date
    note: str = ""
    day: date | None = None
    modality: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawClaim(Mentored):
    """Whoever claimed something else about a session takes it back; it waits `confirm_by` that day as it was told."""

    id: int
    application: str
    confirm_by: date


@dataclass(frozen=True, slots=True)
class AgreeSession(Mentored):
    """Both sides say the same about a session: its day and minutes are these, confirmed; at 0 it is undone. Its
    modality and its topic change if they are given."""

    id: int
    application: str
    day: date
    minutes: int
    entries: tuple[LedgerEntry, ...]
    modality: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeSession(Mentored):
    """The sides do not agree about a session: the office has the word."""

    id: int
    application: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettleSession(Mentored):
    """The office settles a dispute with a reason that both read: the day and the minutes; 0 if it was not held. The
    modality and the topic change if they are given."""

    id: int
    application: str
    day: date
    minutes: int
    reason: str
    entries: tuple[LedgerEntry, ...]
    modality: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class ProposeDate(Mentored):
    """A side proposes a date. One that would take the place of another has its `root` and the next `sequence`."""

    id: int
    assignment: int
    application: str
    day: date
    begins: int
    minutes: int
    side: Side
    modality: str | None = None
    place: str = ""
    root: int = 0
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class MoveDate(Mentored):
    """A date changes its state: agreed, declined, moved, cancelled or missed."""

    id: int
    application: str
    to: AppointmentState
    side: Side
    reason: str = ""


MentoringChange = (
    AddMentor
    | KeepMentor
    | EndAssignment
    | AssignMentor
    | AcceptAssignment
    | PauseAssignment
    | LogSession
    | AmendSession
    | ExceedPackage
    | UndoSession
    | ConfirmSession
    | PassInSilence
    | ClaimMinutes
    | WithdrawClaim
    | AgreeSession
    | DisputeSession
    | SettleSession
    | ProposeDate
    | MoveDate
)

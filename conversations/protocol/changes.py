"""What becomes true. A closed union: storage writes each kind in one exhaustive match, and the audit log names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from conversations.protocol.assessment import Decision, DispatchState, LedgerEntry
from conversations.protocol.facts import Json, Membership, Role, Status
from conversations.protocol.kept import KeepingChange
from conversations.protocol.mentored import MentoringChange


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """The person read the first layer of the privacy notice; from now on the name may be kept (R50)."""

    version: str
    name: str


@dataclass(frozen=True, slots=True)
class SetReachable:
    """The person stopped the bot, or let it in again."""

    reachable: bool


@dataclass(frozen=True, slots=True)
class MoveChat:
    """A group has a new id: everything that was for the old one goes to the new one."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Invite:
    """A new invitation; the token itself is never stored, only its SHA-256."""

    digest: str
    role: Role
    body: str | None
    body_name: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class UseInvitation:
    """The person takes the seat of an invitation, which is spent.

    `instead_of` is the person whose application is handed over with it, so that the log names both.
    """

    digest: str
    role: Role
    body: str | None
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """The office takes a contact's seat at a body away and invites another person to it; invitations of earlier
    handovers of the body that nobody has used open nothing any more.
    """

    body: str
    body_name: str
    person: int
    digest: str


@dataclass(frozen=True, slots=True)
class TryWrongToken:
    """A token that opens nothing was tried; a few an hour are borne."""


@dataclass(frozen=True, slots=True)
class AskAccess:
    """The person asks the office to act for a body (R48)."""

    id: int
    body: str
    body_name: str
    membership: Membership
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class DecideAccess:
    """The office lets a person in as contact of a body, or does not."""

    id: int
    person: int
    body: str
    body_name: str
    granted: bool


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """The person does not act for this body (any more)."""

    role: Role
    body: str


@dataclass(frozen=True, slots=True)
class StartApplication:
    """A draft begins."""

    id: str
    call: str
    body: str


@dataclass(frozen=True, slots=True)
class ReceiveMail:
    """The office begins to enter an application that came by e-mail at a moment (UTC), or turns a draft into one."""

    application: str
    call: str
    body: str
    body_name: str
    received: datetime


@dataclass(frozen=True, slots=True)
class SaveAnswer:
    """An answer is stored; the one it replaces is kept as an earlier version (R41).

    One that was `mailed` is the council's, whoever of the office entered it.
    """

    application: str
    question: str
    value: Json
    message: int = 0
    before: Json | None = None
    mailed: bool = False


@dataclass(frozen=True, slots=True)
class DropAnswers:
    """Answers that no longer apply are set aside."""

    application: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """The council agrees to the commitments (R5, R14, R16, R17)."""

    application: str


@dataclass(frozen=True, slots=True)
class Authorise:
    """Whether title and results may be shared with the members (R51: apart from the commitments)."""

    application: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class KeepAnswers:
    """Whether the council agrees that the next call may begin with the answers of this application (R44)."""

    application: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Submit:
    """The application is sent and gets its number (R40). `pressed` is when, if it had to wait for the office (UTC)."""

    application: str
    call: str
    number: str
    pressed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """A submitted application was corrected before the deadline: a new version of it (R41).

    One that the office had found complete is `submitted` again, for the office to look at.
    """

    application: str
    version: int
    status: Status


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A submitted application is taken back before the deadline (R41)."""

    application: str


@dataclass(frozen=True, slots=True)
class Resubmit:
    """A withdrawn application stands again before the deadline, with the number it had."""

    application: str
    version: int


@dataclass(frozen=True, slots=True)
class GiveMark:
    """A member of the commission scores an application by criterion; None says that it cannot be assessed (R24)."""

    application: str
    scores: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class CommentMark:
    """A comment beside the scores of a member of the commission."""

    application: str
    comment: str


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """A member of the commission takes no part in an application; scores given before no longer count (R29c)."""

    application: str
    reason: str


@dataclass(frozen=True, slots=True)
class AgreeMark:
    """Those present at a meeting agree on the scores of an application, `together`; None: that they cannot be given.

    It takes the place of every mark that the application had.
    """

    application: str
    scores: Mapping[str, int] | None
    together: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BeginMeeting:
    """A meeting of the commission begins; whoever begins it writes down what is agreed."""

    id: int
    call: str
    day: date
    present: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotePresent:
    """Who is at a meeting."""

    id: int
    present: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakeTurn:
    """From now on this person writes down what a meeting agrees."""

    id: int


@dataclass(frozen=True, slots=True)
class EndMeeting:
    """A meeting of the commission ends."""

    id: int


@dataclass(frozen=True, slots=True)
class ArrangeOrder:
    """The commission changes the order of the list of a service, for a reason; without applications, the order that
    the rules give is in force again (R24)."""

    call: str
    service: str
    applications: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class NameCriterion:
    """The commission names the criterion that the rules of the call leave open, and the applications that meet it, the
    one that meets it most first (R29). Without a name, nothing is named any more."""

    call: str
    name: str
    applications: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decide:
    """The commission decides an application, in silence; another decision takes the place of one not yet told.

    `entries` are what the bags move with it: the same turn computed them by `rules.bags` under the lock of the hours.
    """

    decision: Decision
    entries: tuple[LedgerEntry, ...]
    before: Status

    @property
    def application(self) -> str:
        """The application that is decided."""
        return self.decision.application


@dataclass(frozen=True, slots=True)
class MoveApplication:
    """An application moves to another state of `rules.moves`, and with it hours, if any: confirmed, renounced, agreed,
    under way. `reason` is recorded where the table wants one. A decision that is taken back is in force no more.
    """

    application: str
    to: Status
    before: Status
    reason: str = ""
    entries: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveHours:
    """Hours of an application move in its bag and its state stays."""

    application: str
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class PrepareLetters:
    """The messages of decisions are written and held. `answer_by` is, by decision, the last day to answer to it, None
    where no answer is awaited; `dropped` are the messages that no longer hold."""

    call: str
    answer_by: Mapping[int, date | None]
    dropped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EditLetter:
    """Somebody wrote anew the message about a decision; without `text`, it is again as the bot writes it."""

    application: str
    ruling: int
    text: str


@dataclass(frozen=True, slots=True)
class AskDispatch:
    """Somebody asks that the messages of the decisions of a call be sent (N13)."""

    id: int
    call: str


@dataclass(frozen=True, slots=True)
class SettleDispatch:
    """The sending that was asked for is confirmed, and the held messages of `rulings` go; or it is stopped."""

    id: int
    state: DispatchState
    rulings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SendAgain:
    """The messages that did not arrive, given by their numbers, are tried again; no other is."""

    id: int
    letters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JoinWaitingList:
    """A council that says yes after its hours were released waits for a service, after everybody (N14).

    `reason` is that of the decision it had: why it is another service than the one asked for (R10).
    """

    application: str
    service: str
    position: int
    before: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AskLate:
    """A press of "send" that waited over the deadline while the bot was away waits for the office."""

    application: str


@dataclass(frozen=True, slots=True)
class DecideLate:
    """The office admits a late press, or does not."""

    application: str
    admitted: bool


@dataclass(frozen=True, slots=True)
class Admit:
    """The office found an application complete and eligible."""

    application: str
    before: str


@dataclass(frozen=True, slots=True)
class RequestData:
    """The office asks a council for something that its application lacks, until a day."""

    id: int
    application: str
    question: str
    due: date


@dataclass(frozen=True, slots=True)
class AnswerData:
    """The council answered what was missing, with a message; the application waits for the office again, unless
    something else is still missing (`to`)."""

    id: int
    application: str
    text: str
    message: int = 0
    to: Status = Status.SUBMITTED


@dataclass(frozen=True, slots=True)
class CorrectData:
    """The council corrected its answer to what was missing by editing the message."""

    id: int
    application: str
    text: str


@dataclass(frozen=True, slots=True)
class TakeBackData:
    """What was taken as the answer was none: the datum is missing again."""

    id: int
    application: str


@dataclass(frozen=True, slots=True)
class NotAdmit:
    """The office does not admit an application, with the reason that the council reads."""

    application: str
    reason: str
    before: str


@dataclass(frozen=True, slots=True)
class SkipCall:
    """A council does not apply this time (or changes its mind): no reminders of this call."""

    call: str
    body: str
    skipped: bool


@dataclass(frozen=True, slots=True)
class ExtendCall:
    """The deadline of a call moves to a later day, for everybody, with a reason that people read (R7)."""

    call: str
    to: date
    reason: str
    before: date


@dataclass(frozen=True, slots=True)
class Mute:
    """The person does not want the optional reminders, or wants them again. Decisions always arrive."""

    muted: bool


@dataclass(frozen=True, slots=True)
class AskHelp:
    """A question for the office."""

    id: int
    application: str
    body_name: str
    place: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    """The office answered a question."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class AskToBeTold:
    """The person wants to hear when the next call opens."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class EraseMe:
    """The person's data are redacted everywhere, and `pseudonym` takes the place of the person's number.

    `farewell` is the `once` key of the last letter to the person: when it has arrived it is redacted too.
    """

    pseudonym: int
    farewell: str


Change = (
    ReadNotice
    | SetReachable
    | MoveChat
    | Invite
    | UseInvitation
    | HandOver
    | TryWrongToken
    | AskAccess
    | DecideAccess
    | LeaveSeat
    | StartApplication
    | ReceiveMail
    | SaveAnswer
    | DropAnswers
    | Commit
    | Authorise
    | KeepAnswers
    | Submit
    | Correct
    | Withdraw
    | Resubmit
    | GiveMark
    | CommentMark
    | DeclareConflict
    | AgreeMark
    | BeginMeeting
    | NotePresent
    | TakeTurn
    | EndMeeting
    | ArrangeOrder
    | NameCriterion
    | Decide
    | MoveApplication
    | MoveHours
    | PrepareLetters
    | EditLetter
    | AskDispatch
    | SettleDispatch
    | SendAgain
    | JoinWaitingList
    | AskLate
    | DecideLate
    | Admit
    | RequestData
    | AnswerData
    | CorrectData
    | TakeBackData
    | NotAdmit
    | SkipCall
    | ExtendCall
    | Mute
    | AskHelp
    | AnswerHelp
    | AskToBeTold
    | MentoringChange
    | KeepingChange
    | EraseMe
)

"""Where a dialogue stands between two messages. A closed union of small records that survive JSON."""

from __future__ import annotations

from dataclasses import dataclass, field

from conversations.protocol.mailed import MailScene


@dataclass(frozen=True, slots=True)
class Idle:
    """No dialogue is open."""


@dataclass(frozen=True, slots=True)
class FindingBody:
    """The person was asked which body; `purpose` is access (asks to get in), invite (the office invites) or mail (the
    office enters what came by e-mail)."""

    purpose: str = "access"
    role: str = ""


@dataclass(frozen=True, slots=True)
class ChoosingBody:
    """Bodies were offered; their codes in the order shown."""

    codes: tuple[str, ...]
    purpose: str = "access"
    role: str = ""


@dataclass(frozen=True, slots=True)
class ReadingNotice:
    """The first layer of the privacy notice was shown. `then` is apply or access (with the id of the body), or
    commission or mentoring (with the button to go on with).

    `told` is a text that waits for it to be read, with its message and the moment at which it was written (ISO, UTC):
    its «yesterday» is of that day. `more` are those that came after it, each as JSON: text, message, moment.
    """

    then: str
    body: str = ""
    told: str = ""
    message: int = 0
    at: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """The first screen of the application was shown to a contact of a body."""

    body: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A question is open. `toggled` are the options marked so far; `correcting` returns to the summary after it.

    `tried` is the message of the last attempt that was not taken, so that editing it tries again. `doubted` holds
    an answer that got one gentle hint; sent again it is taken. `long` adds up the parts of a text that Telegram
    split; the last part came in message `tried` at `long_at` (seconds since 1970).
    """

    application: str
    question: str
    toggled: tuple[str, ...] = ()
    correcting: bool = False
    tried: int = 0
    doubted: str | None = None
    long: int = 0
    long_at: int = 0


@dataclass(frozen=True, slots=True)
class ConfirmingChange:
    """A changed answer would invalidate others: the person must say yes first. `value` is JSON.

    When not `correcting`, the form goes on after it instead of the summary.
    """

    application: str
    question: str
    value: str
    message: int = 0
    correcting: bool = False


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The summary of all answers was shown."""

    application: str


@dataclass(frozen=True, slots=True)
class PickingAnswer:
    """The list of answers that can be corrected was shown."""

    application: str


@dataclass(frozen=True, slots=True)
class Committing:
    """The commitments were shown."""

    application: str


@dataclass(frozen=True, slots=True)
class Authorising:
    """Asked whether title and results may be shared."""

    application: str


@dataclass(frozen=True, slots=True)
class Sending:
    """Asked for the last word: send the application."""

    application: str


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """Asked whether to withdraw a submitted application."""

    application: str


@dataclass(frozen=True, slots=True)
class AskingHelp:
    """The person writes what help is needed; `question` is where that was, and where to go on."""

    application: str = ""
    question: str = ""
    correcting: bool = False


@dataclass(frozen=True, slots=True)
class AnsweringHelp:
    """Somebody of the office writes the answer to a request for help."""

    request: int


@dataclass(frozen=True, slots=True)
class ChoosingRole:
    """The office chooses the role of an invitation."""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """The office hands the application of a body over; `seat` is the contact's who leaves, once it is chosen."""

    body: str
    seat: int = 0


@dataclass(frozen=True, slots=True)
class AskingData:
    """The office writes what an application lacks."""

    application: str


@dataclass(frozen=True, slots=True)
class AnsweringData:
    """A contact writes what was missing."""

    request: int


@dataclass(frozen=True, slots=True)
class Supplying:
    """Asked whether a text that nobody asked for answers what is missing, and which of the `requests` (their ids).

    `message` is the one that said it.
    """

    text: str
    message: int
    requests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotAdmitting:
    """The office writes why an application is not admitted."""

    application: str


@dataclass(frozen=True, slots=True)
class Assessing:
    """A member of the commission scores an application; `scores` are those given so far, criterion by criterion."""

    application: str
    scores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commenting:
    """The scores were given; a comment may follow."""

    application: str


@dataclass(frozen=True, slots=True)
class DeclaringConflict:
    """A member of the commission writes why there is a conflict of interest."""

    application: str


@dataclass(frozen=True, slots=True)
class EditingLetter:
    """Somebody writes anew the message about a decision of a call, which is known by its number."""

    call: str
    ruling: int


@dataclass(frozen=True, slots=True)
class Renouncing:
    """A contact was asked whether the council renounces what it was granted, or leaves the waiting list."""

    application: str


@dataclass(frozen=True, slots=True)
class Releasing:
    """The office was asked whether to release the hours of a council that does not answer."""

    application: str


@dataclass(frozen=True, slots=True)
class Attending:
    """The person who writes down what a meeting agrees marks who is there."""


@dataclass(frozen=True, slots=True)
class NamingCriterion:
    """The commission names the criterion that the call rules leave open; `chosen` are the applications that meet it."""

    name: str = ""
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreeing:
    """The scores on which a meeting agrees are recorded for an application, criterion by criterion; `done` once they
    are, and a comment may follow."""

    application: str
    scores: tuple[str, ...] = ()
    done: bool = False


@dataclass(frozen=True, slots=True)
class Ordering:
    """Somebody of the commission changes the order of a service's list by hand. `moving` is the application that was
    picked; `because`: the order stands, and the reason is awaited."""

    service: str
    order: tuple[str, ...]
    moving: str = ""
    because: bool = False


@dataclass(frozen=True, slots=True)
class Accepting:
    """What accepting the order of a service's list would grant was shown: these applications."""

    service: str
    applications: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """Somebody of the commission writes down what was agreed on an application, as far as it has been said.

    `asks` is what is awaited: hours, criterion, reason or note. `criterion` is the name of the one that a refusal
    goes by.
    """

    application: str
    outcome: str = ""
    service: str = ""
    minutes: int = 0
    position: int = 0
    criterion: str = ""
    reason: str = ""
    note: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class ExtendingTo:
    """The office was asked for the new last day of a call."""

    call: str


@dataclass(frozen=True, slots=True)
class ExtendingBecause:
    """The office was asked why the deadline moves to `to` (ISO)."""

    call: str
    to: str


@dataclass(frozen=True, slots=True)
class ExtendingUntil:
    """The office saw who will be told of the new last day `to` (ISO) and gives the last word."""

    call: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class DescribingMentor:
    """The office adds a mentor or adviser, or a profile is put right: as far as it has been said.

    `asks` is what is awaited: body, name, topics, modality, hours or contact. `codes` are the bodies that were offered,
    `body` the chosen one, empty for the technical service. `mentor` is the profile that is put right, 0 for a new one.
    """

    asks: str
    codes: tuple[str, ...] = ()
    body: str = ""
    name: str = ""
    topics: tuple[str, ...] = ()
    modality: str = ""
    minutes: int = 0
    mentor: int = 0


@dataclass(frozen=True, slots=True)
class GivingContact:
    """A mentor or adviser who accepts an assignment writes how the council can reach them."""

    assignment: int


@dataclass(frozen=True, slots=True)
class Parting:
    """Somebody writes why an assignment is declined, replaced or stopped (`to`)."""

    assignment: int
    to: str


@dataclass(frozen=True, slots=True)
class ProposingDate:
    """Somebody proposes a date for a session, as far as it has been said; `replaces` is the one that it would take the
    place of. `day` is ISO, `begins` minutes after midnight, -1 while it is not said; empty and 0 are not said either.
    """

    assignment: int
    replaces: int = 0
    day: str = ""
    begins: int = -1
    minutes: int = 0
    modality: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Erasing:
    """What /esborra erases was shown; `sure` once the person said yes and is asked for the last word."""

    sure: bool = False


@dataclass(frozen=True, slots=True)
class Reporting:
    """Sessions were read in a message and wait for a yes. `drafts` are JSON, `field` what is asked of the one at
    `place`; nothing while the whole is shown. `session` is the one that is put right, `assignment` the package when
    the office tells one for somebody; 0 otherwise. `untold` (JSON) is a message that was taken for no session and
    may be noted anyway; `seen` is the session that is put right as it was shown.
    """

    drafts: tuple[str, ...]
    place: int = 0
    field: str = ""
    session: int = 0
    assignment: int = 0
    untold: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Claiming:
    """The council, or the office for it, says what is wrong with a session; `field` is what is asked, `offered` the
    choice that its words came to, which waits for a yes, and `topic` what they said that it was about. `note` is
    why it was not held, in the words of the council. `seen` is the session as it was shown."""

    session: int
    field: str = ""
    topic: str = ""
    offered: str = ""
    seen: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Settling:
    """The office settles a session: the `day` (ISO) and the `minutes` (-1: not said yet), then the reason.

    `was` is what it had settled before, as its buttons know it, if it settles it again. `said`: how and about what it
    was is as a side claims.
    """

    session: int
    day: str = ""
    minutes: int = -1
    was: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class Allowing:
    """What the commission says about a session that is longer than the package is being written down."""

    session: int
    allowed: bool


@dataclass(frozen=True, slots=True)
class KeepingMember:
    """The office was shown how a body stands to the network."""

    body: str


@dataclass(frozen=True, slots=True)
class DatingStay:
    """The office was asked for a day; `deed` is what happens on it: joins, pending, collaborates or leaves."""

    body: str
    deed: str


@dataclass(frozen=True, slots=True)
class KeepingStay:
    """The office saw what joining or leaving on `day` (ISO) changes, and gives the last word."""

    body: str
    deed: str
    day: str


Scene = (
    Idle
    | FindingBody
    | ChoosingBody
    | ReadingNotice
    | Invited
    | Asking
    | ConfirmingChange
    | Reviewing
    | PickingAnswer
    | Committing
    | Authorising
    | Sending
    | Withdrawing
    | AskingHelp
    | AnsweringHelp
    | ChoosingRole
    | HandingOver
    | MailScene
    | Erasing
    | AskingData
    | AnsweringData
    | Supplying
    | NotAdmitting
    | Assessing
    | Commenting
    | DeclaringConflict
    | EditingLetter
    | Renouncing
    | Releasing
    | Attending
    | NamingCriterion
    | Agreeing
    | Ordering
    | Accepting
    | Deciding
    | DescribingMentor
    | GivingContact
    | Parting
    | ProposingDate
    | ExtendingTo
    | ExtendingBecause
    | ExtendingUntil
    | Reporting
    | Claiming
    | Settling
    | Allowing
    | KeepingMember
    | DatingStay
    | KeepingStay
)


Waiting = Reporting | ReadingNotice | Assessing | Agreeing
"""What may be put aside while another dialogue is open."""


@dataclass(frozen=True, slots=True)
class DialogueState:
    """The state of one person in one chat: the last turn that offered buttons, and the scene.

    `pressed` is the mark of the button whose press was the last thing done, at `pressed_at` (seconds since 1970).
    `aside` are the scenes with something that waits while another dialogue is open, the last one on top.
    """

    turn: int = 0
    scene: Scene = field(default_factory=Idle)
    pressed: str = ""
    pressed_at: int = 0
    aside: tuple[Waiting, ...] = ()

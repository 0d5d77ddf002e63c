"""The tables. Times are aware and stored in UTC; durations are whole minutes; JSON columns hold plain data."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, Index, text
from sqlmodel import Field, SQLModel


def _id() -> Any:
    """A Telegram id, which may exceed 32 bits."""
    return Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})


def _big(**options: Any) -> Any:
    return Field(sa_type=BigInteger, **options)


class PersonRow(SQLModel, table=True):
    """Somebody who wrote to the bot. The name is empty until the privacy notice was read."""

    __tablename__ = "person"
    id: int = _id()
    name: str = ""
    notice: str | None = None
    notice_at: datetime | None = None
    reachable: bool = True
    told_next: bool = Field(default=False, index=True)
    told_next_at: datetime | None = None
    muted: bool = False
    created_at: datetime


class BodyRow(SQLModel, table=True):
    """A body of the register."""

    __tablename__ = "body"
    id: str = Field(primary_key=True)
    name: str
    kind: str
    comarca: str = ""
    population: int | None = None
    source: str = ""
    confidence: str = ""


class StayRow(SQLModel, table=True):
    """A dated stay of a body in the network; `left_on` is the first day outside."""

    __tablename__ = "stay"
    __table_args__ = (CheckConstraint("status in ('member','pending','collaborator')", name="status_known"),)
    id: int | None = Field(default=None, primary_key=True)
    body: str = Field(foreign_key="body.id", index=True)
    status: str
    joined: date | None = None
    left_on: date | None = None
    precision: str = "day"
    source: str = ""
    note: str = ""


class SeatRow(SQLModel, table=True):
    """A role that a person holds, at a body or (office) at none."""

    __tablename__ = "seat"
    __table_args__ = (
        CheckConstraint("role in ('contact','mentor','commission','office')", name="role_known"),
        # The role is in both: without statistics SQLite would rather walk through everybody who has it.
        Index("ix_seat_person", "person", "role"),
        Index("ix_seat_role", "role", "body"),
    )
    id: int | None = Field(default=None, primary_key=True)
    person: int = _big(foreign_key="person.id")
    role: str
    body: str | None = Field(default=None, foreign_key="body.id", index=True)
    since: datetime
    until: datetime | None = None


class CallRow(SQLModel, table=True):
    """A call as it was opened: its TOML, the hash of it, and what changes while it runs."""

    __tablename__ = "call"
    id: str = Field(primary_key=True)
    toml: str
    digest: str
    numbers: int = 0
    opened_at: datetime


class ApplicationRow(SQLModel, table=True):
    """The application of a body to a call. `received_at` is when it arrived by e-mail, if that is its channel.

    `kept` is whether the council agrees that the next call may begin with its answers; None: nobody has said."""

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint(
            "status in ('draft','submitted','needs_data','admitted','not_admitted','withdrawn','granted',"
            "'waiting_list','deferred','refused','accepted','renounced','assigned','running','finished','closed',"
            "'interrupted','expired')",
            name="status_known",
        ),
    )
    id: str = Field(primary_key=True)
    call: str = Field(foreign_key="call.id", index=True)
    body: str = Field(foreign_key="body.id", index=True)
    status: str = "draft"
    number: str | None = Field(default=None, unique=True)
    version: int = 0
    committed_at: datetime | None = None
    publication: bool | None = None
    created_at: datetime
    submitted_at: datetime | None = None
    channel: str = "telegram"
    received_at: datetime | None = None
    kept: bool | None = None
    mentor: str | None = None


class AnswerRow(SQLModel, table=True):
    """An answer; `replaced_at` is set when a newer one took its place, so that every version is kept (R41)."""

    __tablename__ = "answer"
    __table_args__ = (
        Index(
            "ix_answer_current",
            "application",
            "question",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
        Index("ix_answer_message", "person", "message"),
    )
    id: int | None = Field(default=None, primary_key=True)
    application: str = Field(foreign_key="application.id", index=True)
    question: str
    value: Any = Field(sa_column=Column(JSON, nullable=False))
    message: int = _big(default=0)
    person: int = _big()
    at: datetime
    replaced_at: datetime | None = None


class SkipRow(SQLModel, table=True):
    """A body that does not apply to a call this time."""

    __tablename__ = "skip"
    call: str = Field(primary_key=True, foreign_key="call.id")
    body: str = Field(primary_key=True, foreign_key="body.id", index=True)
    person: int = _big()
    at: datetime


class DataRequestRow(SQLModel, table=True):
    """Something that an application lacks: the question, the last day to answer, and the answer.

    `message` is the one that gave the answer, so that editing it corrects the answer.
    """

    __tablename__ = "data_request"
    __table_args__ = (
        Index("ix_data_request_message", "answered_by", "message"),
        Index(
            "ix_data_request_open", "due", sqlite_where=text("answer IS NULL"), postgresql_where=text("answer IS NULL")
        ),
    )
    id: int = _id()
    application: str = Field(foreign_key="application.id", index=True)
    question: str
    due: date
    asked_by: int = _big()
    asked_at: datetime
    answer: str | None = None
    answered_by: int | None = _big(default=None, nullable=True)
    answered_at: datetime | None = None
    message: int = _big(default=0)


class MarkRow(SQLModel, table=True):
    """The scores that a member of the commission gave an application; no scores: it cannot be assessed."""

    __tablename__ = "mark"
    application: str = Field(primary_key=True, foreign_key="application.id")
    reviewer: int = _id()
    scores: Any = Field(default=None, sa_column=Column(JSON))
    comment: str = ""
    at: datetime


class AgreementRow(SQLModel, table=True):
    """A member of the commission agreed, in a meeting, on the scores that were recorded for an application."""

    __tablename__ = "agreement"
    application: str = Field(primary_key=True, foreign_key="application.id")
    person: int = _id()


class MeetingRow(SQLModel, table=True):
    """A meeting of the commission about a call; it is open until `ended_at`."""

    __tablename__ = "meeting"
    id: int = _id()
    call: str = Field(foreign_key="call.id", index=True)
    recorder: int = _big()
    day: date
    begun_at: datetime
    ended_at: datetime | None = None


class PresentRow(SQLModel, table=True):
    """Somebody was present at a meeting of the commission."""

    __tablename__ = "present"
    meeting: int = Field(primary_key=True, foreign_key="meeting.id", sa_type=BigInteger)
    person: int = _id()


class OrderRow(SQLModel, table=True):
    """The order of a service's list as the commission wants it, with its reason; `replaced_at` ends it."""

    __tablename__ = "list_order"
    __table_args__ = (
        Index(
            "ix_list_order_current",
            "call",
            "service",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    call: str = Field(foreign_key="call.id")
    service: str
    applications: Any = Field(sa_column=Column(JSON, nullable=False))
    reason: str = ""
    person: int = _big()
    at: datetime
    replaced_at: datetime | None = None


class CriterionRow(SQLModel, table=True):
    """The criterion that the commission named where the call rules leave one open; `replaced_at` ends it."""

    __tablename__ = "criterion"
    __table_args__ = (
        Index(
            "ix_criterion_current",
            "call",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    call: str = Field(foreign_key="call.id")
    name: str
    applications: Any = Field(sa_column=Column(JSON, nullable=False))
    person: int = _big()
    at: datetime
    replaced_at: datetime | None = None


class DecisionRow(SQLModel, table=True):
    """A decision of the commission. `told_at` is when it was sent, with which `dispatch`; `next_at` is when the council
    is to be reminded of answering, or the office told that it has not; `replaced_at`: another took its place."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("outcome in ('granted','waiting_list','deferred','refused')", name="outcome_known"),
        Index(
            "ix_decision_current",
            "application",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
        Index(
            "ix_decision_next",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL"),
            postgresql_where=text("next_at IS NOT NULL"),
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    application: str = Field(foreign_key="application.id", index=True)
    outcome: str
    service: str | None = None
    minutes: int = 0
    position: int | None = None
    reason: str = ""
    note: str = ""
    person: int = _big()
    at: datetime
    told_at: datetime | None = None
    answer_by: date | None = None
    dispatch: int | None = Field(default=None, foreign_key="dispatch.id", sa_type=BigInteger, nullable=True)
    next_at: datetime | None = None
    replaced_at: datetime | None = None


class LedgerRow(SQLModel, table=True):
    """Minutes that moved in a bag. Never changed nor deleted: another entry corrects it."""

    __tablename__ = "ledger"
    __table_args__ = (
        CheckConstraint("kind in ('reserve','release','consume','restore')", name="kind_known"),
        CheckConstraint("minutes > 0", name="minutes_some"),
    )
    id: int | None = Field(default=None, primary_key=True)
    call: str = Field(foreign_key="call.id", index=True)
    application: str = Field(foreign_key="application.id", index=True)
    body: str
    service: str
    kind: str
    minutes: int
    note: str = ""
    person: int = _big()
    at: datetime
    session: int | None = _big(default=None, nullable=True)


class MentorRow(SQLModel, table=True):
    """Somebody who gives hours: a `person` once the invitation of `digest` was used; no body: the technical service."""

    __tablename__ = "mentor"
    __table_args__ = (
        CheckConstraint("modality in ('in_person','remote','either')", name="modality_known"),
        CheckConstraint("state in ('active','paused','left')", name="state_known"),
    )
    id: int = _id()
    person: int | None = _big(default=None, nullable=True, index=True)
    name: str
    body: str | None = Field(default=None, foreign_key="body.id")
    topics: Any = Field(sa_column=Column(JSON, nullable=False))
    modality: str = "either"
    minutes: int = 0
    contact: str = ""
    state: str = "active"
    digest: str | None = Field(default=None, index=True)
    created_by: int = _big()
    created_at: datetime


class AssignmentRow(SQLModel, table=True):
    """A mentor or adviser goes with an application: proposed, accepted by each side, and how it ended.

    `next_notice_at` is when it is next looked at, to see whether anything is to be said unasked. `nudged` is how often
    its silence was spoken of, `nudged_at` when last, `resumed_at` when it was taken up again after a pause.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("state in ('proposed','agreed','declined','replaced','ended')", name="state_known"),
        CheckConstraint("mentor_how in ('bot','phone')", name="mentor_how_known"),
        CheckConstraint("council_how in ('bot','phone')", name="council_how_known"),
        Index(
            "ix_assignment_alive",
            "application",
            unique=True,
            sqlite_where=text("state IN ('proposed','agreed')"),
            postgresql_where=text("state IN ('proposed','agreed')"),
        ),
        Index("ix_assignment_due", "next_notice_at"),
    )
    id: int = _id()
    application: str = Field(foreign_key="application.id", index=True)
    mentor: int = Field(foreign_key="mentor.id", index=True, sa_type=BigInteger)
    state: str = "proposed"
    proposed_by: int = _big()
    at: datetime
    mentor_at: datetime | None = None
    mentor_how: str | None = None
    council_at: datetime | None = None
    council_how: str | None = None
    council_by: int | None = _big(default=None, nullable=True)
    exchanged_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: int | None = _big(default=None, nullable=True)
    reason: str = ""
    next_notice_at: datetime | None = None
    nudged: int = 0
    nudged_at: datetime | None = None
    resumed_at: datetime | None = None


class SessionRow(SQLModel, table=True):
    """A session that was told. `minutes` are what the ledger counts for it; `begins` are minutes after midnight.

    `mentor_says` and `council_says` are the minutes that each side claims when they do not agree; `says_day`,
    `says_modality` and `says_topic` are what else is claimed, if it is, and `says_why` in what words. `instead_of` is
    the session with another council whose place it takes if the commission allows it.
    """

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint(
            "state in ('reported','over','confirmed','silent','disputed','settled','undone','no_show')",
            name="state_known",
        ),
        CheckConstraint("modality in ('in_person','remote')", name="modality_known"),
        CheckConstraint("says_modality in ('in_person','remote')", name="says_modality_known"),
        CheckConstraint("how in ('bot','phone')", name="how_known"),
        CheckConstraint("minutes >= 0", name="minutes_not_negative"),
        Index("ix_session_open", "confirm_by", "state"),
    )
    id: int = _id()
    assignment: int = Field(foreign_key="assignment.id", index=True, sa_type=BigInteger)
    day: date
    minutes: int
    begins: int | None = None
    modality: str | None = None
    topic: str = ""
    state: str = "reported"
    how: str = "bot"
    mentor_says: int | None = None
    council_says: int | None = None
    says_day: date | None = None
    says_modality: str | None = None
    says_topic: str | None = None
    says_why: str | None = None
    instead_of: int | None = _big(default=None, nullable=True)
    note: str = ""
    message: int = _big(default=0)
    text: str = ""
    reporter: int = _big()
    at: datetime
    confirm_by: date
    settled_by: int | None = _big(default=None, nullable=True)
    settled_at: datetime | None = None


class AppointmentRow(SQLModel, table=True):
    """A date for a session. Those that follow from one another share a `root` and count up in `sequence`."""

    __tablename__ = "appointment"
    __table_args__ = (
        CheckConstraint("state in ('proposed','agreed','declined','moved','cancelled','missed')", name="state_known"),
        CheckConstraint("side in ('mentor','council','office')", name="side_known"),
        CheckConstraint("modality in ('in_person','remote')", name="modality_known"),
    )
    id: int = _id()
    assignment: int = Field(foreign_key="assignment.id", index=True, sa_type=BigInteger)
    day: date
    begins: int
    minutes: int
    modality: str | None = None
    place: str = ""
    side: str
    state: str = "proposed"
    root: int = _big()
    sequence: int = 0
    proposed_by: int = _big()
    at: datetime
    answered_by: int | None = _big(default=None, nullable=True)
    answered_at: datetime | None = None
    reason: str = ""


class DispatchRow(SQLModel, table=True):
    """Somebody asked to send the decisions of a call; a second person confirms it or stops it. `reported_at` is when
    they were told how it went."""

    __tablename__ = "dispatch"
    __table_args__ = (CheckConstraint("state in ('asked','sent','stopped')", name="state_known"),)
    id: int = _id()
    call: str = Field(foreign_key="call.id", index=True)
    state: str = "asked"
    asked_by: int = _big()
    at: datetime
    settled_by: int | None = _big(default=None, nullable=True)
    settled_at: datetime | None = None
    reported_at: datetime | None = None


class ConflictRow(SQLModel, table=True):
    """A member of the commission declared a conflict of interest with an application."""

    __tablename__ = "conflict"
    application: str = Field(primary_key=True, foreign_key="application.id")
    reviewer: int = _id()
    reason: str
    at: datetime


class LatePressRow(SQLModel, table=True):
    """A press of "send" that waited over the deadline while the bot was away, and what the office decided."""

    __tablename__ = "late_press"
    application: str = Field(primary_key=True, foreign_key="application.id")
    at: datetime
    decided: bool | None = None
    decided_by: int | None = _big(default=None, nullable=True)


class WatchRow(SQLModel, table=True):
    """A body under a call as reminders see it; `next_notice_at` is when something is planned for it, if anything."""

    __tablename__ = "watch"
    __table_args__ = (
        CheckConstraint("standing in ('not_begun','draft','lacks_data','done')", name="standing_known"),
        Index("ix_watch_due", "call", "next_notice_at"),
        Index("ix_watch_standing", "call", "standing"),
    )
    call: str = Field(primary_key=True, foreign_key="call.id")
    body: str = Field(primary_key=True, foreign_key="body.id")
    standing: str
    next_notice_at: datetime | None = None


class DigestRow(SQLModel, table=True):
    """The day up to which somebody of the commission has been told what arrived, that day excluded, and the highest
    number that had been given then. A group that hears digests stands in the place of a person."""

    __tablename__ = "digest"
    person: int = _id()
    call: str = Field(primary_key=True, foreign_key="call.id")
    until: date
    at: datetime
    number: int = 0


class BoundGroupRow(SQLModel, table=True):
    """A group to which the office has the digests sent; `gone_at` is when the bot was removed from it."""

    __tablename__ = "bound_group"
    chat: int = _id()
    person: int = _big()
    at: datetime
    gone_at: datetime | None = None


class ExtensionRow(SQLModel, table=True):
    """A deadline that was moved to a later day, for everybody."""

    __tablename__ = "extension"
    call: str = Field(primary_key=True, foreign_key="call.id")
    to: date = Field(primary_key=True)
    reason: str
    at: datetime
    person: int = _big()


class InvitationRow(SQLModel, table=True):
    """An invitation by the SHA-256 of its token; `instead_of` is the contact whose application it hands over."""

    __tablename__ = "invitation"
    digest: str = Field(primary_key=True)
    role: str
    body: str | None = Field(default=None, foreign_key="body.id")
    name: str = ""
    created_by: int = _big(default=0)
    created_at: datetime
    expires_at: datetime
    instead_of: int | None = _big(default=None, nullable=True)
    used_by: int | None = _big(default=None, nullable=True)
    used_at: datetime | None = None


class WrongTokenRow(SQLModel, table=True):
    """A token that opened nothing."""

    __tablename__ = "wrong_token"
    __table_args__ = (Index("ix_wrong_token", "person", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    person: int = _big()
    at: datetime


class AccessRequestRow(SQLModel, table=True):
    """Somebody asks to act for a body. The body may not be in the register yet."""

    __tablename__ = "access_request"
    __table_args__ = (
        Index(
            "ix_access_request_open",
            "at",
            sqlite_where=text("decided IS NULL"),
            postgresql_where=text("decided IS NULL"),
        ),
    )
    id: int = _id()
    person: int = _big(index=True)
    name: str
    body: str
    body_name: str
    membership: str
    note: str = ""
    at: datetime
    decided: bool | None = None
    decided_by: int | None = _big(default=None, nullable=True)
    decided_at: datetime | None = None


class HelpRequestRow(SQLModel, table=True):
    """A question to the office and its answer."""

    __tablename__ = "help_request"
    __table_args__ = (
        Index(
            "ix_help_request_open", "at", sqlite_where=text("answer IS NULL"), postgresql_where=text("answer IS NULL")
        ),
    )
    id: int = _id()
    person: int = _big()
    name: str
    application: str = ""
    body_name: str = ""
    place: str = ""
    text: str
    at: datetime
    answer: str | None = None
    answered_by: int | None = _big(default=None, nullable=True)
    answered_at: datetime | None = None


class ChatRow(SQLModel, table=True):
    """The dialogue of one person in one chat; `labels` are the live buttons as (typed label, choice). `waits_since` is
    the last sign of life while sessions wait there to be saved, until that is said once."""

    __tablename__ = "chat"
    chat: int = _id()
    person: int = _id()
    state: Any = Field(sa_column=Column(JSON, nullable=False))
    labels: Any = Field(sa_column=Column(JSON, nullable=False))
    at: datetime
    waits_since: datetime | None = Field(default=None, index=True)


class LetterRow(SQLModel, table=True):
    """A message to be delivered, with its final text.

    `edits_turn` or `edits_message` make it an edit of an earlier message of the chat; `message` is the id that
    Telegram gave it; `matter` names what it is about (`decision:ID`) where it must be found again, `basis` what its
    text was made from; `edited`: it was written by hand; `offers` tells that standing buttons hang under it, until an
    edit takes them away; `offer` is the update in whose answer it went to Telegram.
    """

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint(
            "state in ('held','waiting','offered','sending','sent','blocked','failed','unknown','skipped')",
            name="state_known",
        ),
        Index(
            "ix_letter_pending",
            "chat",
            "id",
            sqlite_where=text("state IN ('waiting','sending','offered')"),
            postgresql_where=text("state IN ('waiting','sending','offered')"),
        ),
        Index(
            "ix_letter_undelivered",
            "id",
            sqlite_where=text("state IN ('blocked','failed')"),
            postgresql_where=text("state IN ('blocked','failed')"),
        ),
        Index(
            "ix_letter_offered",
            "not_before",
            sqlite_where=text("state IN ('offered')"),
            postgresql_where=text("state IN ('offered')"),
        ),
        Index("ix_letter_offer", "offer", sqlite_where=text("offer > 0"), postgresql_where=text("offer > 0")),
        Index("ix_letter_turn", "chat", "turn"),
        Index(
            "ix_letter_matter",
            "matter",
            sqlite_where=text("matter IS NOT NULL"),
            postgresql_where=text("matter IS NOT NULL"),
        ),
        Index("ix_letter_offers", "chat", "id", sqlite_where=text("offers"), postgresql_where=text("offers")),
    )
    id: int | None = Field(default=None, primary_key=True)
    chat: int = _big()
    lane: int = 0
    state: str = "waiting"
    text: str
    keyboard: Any = Field(default=None, sa_column=Column(JSON))
    document: Any = Field(default=None, sa_column=Column(JSON))
    silent: bool = False
    turn: int | None = None
    edits_turn: int | None = None
    edits_message: int | None = _big(default=None, nullable=True)
    once: str | None = Field(default=None, unique=True)
    matter: str | None = None
    basis: str = ""
    edited: bool = False
    offers: bool = False
    message: int | None = _big(default=None, nullable=True)
    offer: int | None = _big(default=None, nullable=True)
    attempts: int = 0
    not_before: datetime
    error: str | None = None
    created_at: datetime
    done_at: datetime | None = None


class SeenUpdateRow(SQLModel, table=True):
    """An update whose consequences are committed."""

    __tablename__ = "seen_update"
    id: int = _id()
    at: datetime = Field(index=True)


class FailedUpdateRow(SQLModel, table=True):
    """An update that our own fault kept from being answered: where it failed, no personal data."""

    __tablename__ = "failed_update"
    id: int = _id()
    kind: str
    place: str
    at: datetime


class AuditRow(SQLModel, table=True):
    """Who did what to which matter when, with what was before and after."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject"),)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: int = _big()
    action: str
    subject: str
    before: Any = Field(default=None, sa_column=Column(JSON))
    after: Any = Field(default=None, sa_column=Column(JSON))


class ErasureRow(SQLModel, table=True):
    """An erasure that is done in the tables; `cleaned_at` is set once nothing is left in the free pages of the file.

    `chat` is kept only until the last letter to that person has left: then that letter is redacted too.
    """

    __tablename__ = "erasure"
    __table_args__ = (CheckConstraint("reason in ('asked','retention')", name="reason_known"),)
    id: int | None = Field(default=None, primary_key=True)
    reason: str
    people: int = 0
    pseudonym: int | None = _big(default=None, nullable=True)
    chat: int | None = _big(default=None, nullable=True)
    farewell: str | None = None
    at: datetime
    cleaned_at: datetime | None = None


class HouseRow(SQLModel, table=True):
    """One row about the bot itself: the latest time it lived, so that time never goes backwards."""

    __tablename__ = "house"
    id: int = Field(primary_key=True)
    alive_at: datetime


class LeaseRow(SQLModel, table=True):
    """Which process may do something that only one may do; `term` grows whenever it changes hands."""

    __tablename__ = "lease"
    name: str = Field(primary_key=True)
    holder: str
    term: int
    expires_at: datetime

"""What a session report says: fields, why one of them must be asked, and where in the text each was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Field(StrEnum):
    """What the bot may have to ask. `SESSIONS` stands for "one message, several sessions"."""

    DATE = "date"
    MINUTES = "minutes"
    COUNCIL = "municipality"
    MODALITY = "modality"
    SESSIONS = "multiple"


class Reason(StrEnum):
    """Why a field is asked. `HOUR`: of a length that may be the hour at which the session began ("dilluns 9h")."""

    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    APPROXIMATE = "approximate"
    CONTRADICTORY = "contradictory"
    INVALID = "invalid"
    FUTURE = "future"
    OUTSIDE_WINDOW = "outside_window"
    ABSURD = "absurd"
    HOUR = "hour"
    UNKNOWN_COUNCIL = "unknown_council"
    SEVERAL = "several"


class Modality(StrEnum):
    """How a session was held (rule R12)."""

    IN_PERSON = "presencial"
    REMOTE = "distancia"


class Kind(StrEnum):
    """What the message is. Only REPORT and CORRECTION speak of a session that took place."""

    REPORT = "report"
    CORRECTION = "correction"
    PLAN = "plan"
    NEGATION = "negation"
    QUESTION = "question"
    COMMAND = "command"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the message as it was typed: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A value read at `start:end` of the canonical line; `reason` says why it cannot be taken unasked. `literal` is
    what was written where it is no value: a length that no session is thought to have."""

    start: int
    end: int
    value: T | None
    reason: Reason | None = None
    literal: T | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One of several sessions told in one message; what was not said, or not clearly, is None. `begins` is as in
    `Reading`."""

    date: date | None
    minutes: int | None
    council: str | None
    modality: Modality | None
    topic: str = field(default="", compare=False)
    begins: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A session still to be held: its day, its hour if said (Europe/Madrid), and the council.

    `foreign` when the council that is named is none of those that the person goes with.
    """

    date: date
    time: time | None
    council: str | None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one message.

    A value that is not in `ask` was written by the person (`spans`) or follows from the only assignment.
    A value that is in `ask` is the literal or likely one, to be offered as the first button.
    `minutes` with `Reason.ABSURD` or `HOUR` are those that were written, which may be zero, negative or too many.
    `begins` is the hour at which it began, in minutes after midnight, where it was said with the length.
    `ahead` are the stretches of a report that speak of something still to be done, and that were not read.
    """

    kind: Kind
    date: date | None = None
    minutes: int | None = None
    council: str | None = None
    modality: Modality | None = None
    topic: str = ""
    reasons: Mapping[Field, Reason] = field(default_factory=dict)
    sessions: tuple[Session, ...] = ()
    proposal: Proposal | None = None
    spans: Mapping[Field, tuple[Span, ...]] = field(default_factory=dict)
    ahead: tuple[Span, ...] = ()
    begins: int | None = None

    @property
    def is_report(self) -> bool:
        """Whether it tells of a session held, alone or as a correction of what was told before."""
        return self.kind in (Kind.REPORT, Kind.CORRECTION)

    @property
    def ask(self) -> frozenset[Field]:
        """The fields to ask or to have confirmed before anything is logged."""
        return frozenset(self.reasons)

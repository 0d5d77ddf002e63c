"""A session as it stands before it is saved: what a mentor's words said of it, and what is still to be asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from conversations.mentoring.lengths import fits
from conversations.protocol.mentoring import Assignment, Session, SessionState, Side
from conversations.rules import session_report
from conversations.rules.session_report import Field, Reading, Reason

COUNCIL, DAY, MINUTES, MODALITY, TOPIC = "council", "day", "minutes", "modality", "topic"

ORDER = (COUNCIL, DAY, MINUTES, MODALITY)
"""What is asked, in this order, if it is missing or in doubt."""

IN_PERSON, REMOTE = "in_person", "remote"

_FIELDS = {Field.COUNCIL: COUNCIL, Field.DATE: DAY, Field.MINUTES: MINUTES, Field.MODALITY: MODALITY}
MODALITIES = {session_report.Modality.IN_PERSON: IN_PERSON, session_report.Modality.REMOTE: REMOTE}
_NEEDED = (COUNCIL, DAY, MINUTES)
_LONGEST_TOPIC = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A session that is not saved yet. `assignment` is 0 while it is not known with which council it was.

    `doubts` say why a field must be asked although it may have a likely value. `settled` are the questions about the
    whole that were answered: that it is another session than one of the same day, for example. `message` told it;
    `stranger` is what it says for the council, if that is none of those that may be meant.
    """

    assignment: int = 0
    day: date | None = None
    minutes: int | None = None
    begins: int | None = None
    modality: str | None = None
    topic: str = ""
    doubts: Mapping[str, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    message: int = 0
    text: str = ""
    stranger: str = ""

    @property
    def asks(self) -> str:
        """The first field that must be asked; nothing if all is known."""
        lacking = {COUNCIL: not self.assignment, DAY: self.day is None, MINUTES: self.minutes is None}
        return next((one for one in ORDER if one in self.doubts or lacking.get(one)), "")

    def sure(self, what: str, value: object) -> Draft:
        """The draft with a field answered. What was said about the whole is to be looked at again."""
        changed: dict[str, Any] = {"assignment" if what == COUNCIL else what: value}
        doubts = {name: why for name, why in self.doubts.items() if name != what}
        begins = None if what == MINUTES else self.begins
        return replace(self, begins=begins, doubts=doubts, settled=frozenset(), **changed)

    def doubted(self, what: str, why: str) -> Draft:
        """The draft with a field that must be asked after all."""
        return replace(self, doubts={**self.doubts, what: why})

    def settling(self, what: str) -> Draft:
        """The draft with a question about the whole answered."""
        return replace(self, settled=self.settled | {what})

    def same_as(self, session: Session) -> bool:
        """Whether a session that stands says the same as this."""
        return (session.day, session.minutes) == (self.day, self.minutes) and session.assignment == self.assignment


def of_session(session: Session) -> Draft:
    """A saved session as a draft, to be put right."""
    return Draft(
        session.assignment,
        session.day,
        wanted(session),
        session.begins,
        session.modality,
        session.topic,
        message=session.message,
        text=session.text,
    )


def wanted(session: Session) -> int:
    """The minutes that a session is said to have: those that wait for the commission, or those that count."""
    return session.says.get(Side.MENTOR, 0) if session.state is SessionState.OVER else session.minutes


def shown(session: Session) -> str:
    """What somebody has read of a session whose correction is open: its day, its minutes, how it was held."""
    return f"{session.day.isoformat()}.{wanted(session)}.{session.modality or ''}"


def as_shown(session: Session, seen: str) -> Session:
    """The session as it was read."""
    day, minutes, modality = seen.split(".")
    return replace(session, day=date.fromisoformat(day), minutes=int(minutes), modality=modality or None)


def of_reading(reading: Reading, mine: Sequence[Assignment], message: int, text: str) -> tuple[Draft, ...]:
    """The sessions that a message tells, one draft each. `mine` are the packages it may be about."""
    if reading.sessions:
        return tuple(
            Draft(
                _assignment(one.council, mine),
                one.date,
                one.minutes,
                one.begins,
                modality=MODALITIES.get(one.modality) if one.modality else None,
                topic=one.topic[:_LONGEST_TOPIC],
                message=message,
                text=text,
            )
            for one in reading.sessions
        )
    doubts = _doubts(reading)
    minutes, begins = reading.minutes, reading.begins
    if (why := doubts.get(MINUTES)) in (Reason.ABSURD, Reason.HOUR):
        # A long length is one like any other; what is too long for one may be the hour, and the length is asked.
        able = fits(minutes)
        if able != (why == Reason.HOUR):
            del doubts[MINUTES]
        minutes, begins = minutes if able else None, begins if able or why == Reason.HOUR else None
    said = Draft(
        _assignment(reading.council, mine),
        reading.date,
        minutes,
        begins,
        MODALITIES.get(reading.modality) if reading.modality else None,
        reading.topic[:_LONGEST_TOPIC],
        doubts,
        message=message,
        text=text,
        stranger=_stranger(reading, text),
    )
    return (said,)


def _stranger(reading: Reading, text: str) -> str:
    if reading.reasons.get(Field.COUNCIL) != Reason.UNKNOWN_COUNCIL:
        return ""
    written = {text[one.start : one.end] for one in reading.spans.get(Field.COUNCIL, ())}
    return written.pop() if len(written) == 1 else ""


def _doubts(reading: Reading) -> dict[str, str]:
    return {_FIELDS[one]: why.value for one, why in reading.reasons.items() if one in _FIELDS and why != Reason.MISSING}


def corrected(
    draft: Draft, reading: Reading, mine: Sequence[Assignment], text: str, *, only: str | None = None
) -> Draft:
    """The draft with what a later message says of it; what that message does not say stays. `only` takes one field."""
    said = {_FIELDS[one] for one in reading.spans if one in _FIELDS and (only is None or _FIELDS[one] == only)}
    read = of_reading(reading, mine, draft.message, text)[0]
    doubts = read.doubts
    for name, value in (
        (COUNCIL, read.assignment),
        (DAY, read.day),
        (MINUTES, read.minutes),
        (MODALITY, read.modality),
    ):
        if name in said:
            draft = draft.sure(name, value)
            draft = draft.doubted(name, doubts[name]) if name in doubts else draft
    if COUNCIL in said:
        draft = replace(draft, stranger=read.stranger)
    if MINUTES in said:
        draft = replace(draft, begins=read.begins)
    # «presencial, no per telèfon» says what it was not, and no topic.
    topic = "" if read.topic.casefold().startswith("no ") else read.topic
    return replace(draft, topic=topic) if topic and only is None else draft


def _assignment(council: str | None, mine: Sequence[Assignment]) -> int:
    if council is None:
        return 0
    return next((one.id for one in mine if one.grant.application.body_name == council), 0)


def to_json(draft: Draft) -> str:
    """The draft as text, to be kept with the dialogue."""
    data = {
        "assignment": draft.assignment,
        "day": draft.day.isoformat() if draft.day else None,
        "minutes": draft.minutes,
        "begins": draft.begins,
        "modality": draft.modality,
        "topic": draft.topic,
        "doubts": dict(draft.doubts),
        "settled": sorted(draft.settled),
        "message": draft.message,
        "text": draft.text,
        "stranger": draft.stranger,
    }
    return json.dumps({name: value for name, value in data.items() if value}, ensure_ascii=False)


def from_json(text: str) -> Draft:
    """The draft that `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    data = json.loads(text)
    day, settled = data.pop("day", None), frozenset(data.pop("settled", ()))
    return Draft(**data, day=date.fromisoformat(day) if day else None, settled=settled)

"""What keeps a session from being saved as it was told (R8, R12, R13, R38, R39), and what must be asked about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from conversations.mentoring.drafts import DAY, MINUTES, Draft
from conversations.mentoring.hours import Purse
from conversations.mentoring.lengths import fits
from conversations.protocol.facts import Call
from conversations.protocol.mentoring import Assignment, Session
from conversations.rules import packages, windows
from conversations.rules.deadlines import today
from conversations.rules.session_report import Reason

_COULD_NOT_BE = re.compile(
    r"\b(?:(?P<day>avui|ahir|hoy|ayer),? (?:(?:tampoc|finalment|al final) )?no (?:(?:va|ha) (?:poder|pogut) ser|"
    r"(?:es|s['’]) ?(?:va|ha) (?:(?:poder|pogut) )?(?:fer|fet)|pudo ser|ha podido ser|se (?:pudo|ha podido) hacer)|"
    r"no (?:(?:va|ha) (?:poder|pogut) ser|pudo ser|ha podido ser) (?P<after>avui|ahir|hoy|ayer))"
    r"(?=\s*(?:$|[,.;:!?()\n]|(?:i|y|però|pero|perquè|perque|porque)\b))",
    re.IGNORECASE,
)


class Trouble(Enum):
    """What is wrong with a session as a whole."""

    GONE = "the person does not go with that council any more"
    CLOSED = "sessions of the call can be told no more"
    PAUSED = "the sessions of the package are paused"
    SAME = "it is already saved"
    NEAR = "there is another session with that council on that day"
    OVERLAP = "it runs into another session of the same person"
    OVER = "it is more than what is left of the package"


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong, and the session or the package that it clashes with; `waiting` is one that is not saved either."""

    trouble: Trouble
    session: Session | None = None
    assignment: Assignment | None = None
    waiting: Draft | None = None


def doubtful(draft: Draft, call: Call | None, now: datetime) -> Draft:
    """The draft with a doubt for each value that cannot be: a day to come or outside the window, no length at all.

    What the reader found by itself stays: it says the same, or knows more.
    """
    day = draft.day
    if day is not None and DAY not in draft.doubts:
        if day > today(now):
            draft = draft.doubted(DAY, Reason.FUTURE)
        elif call is not None and not windows.inside(call, day):
            draft = draft.doubted(DAY, Reason.OUTSIDE_WINDOW)
    if draft.minutes is not None and not fits(draft.minutes) and MINUTES not in draft.doubts:
        draft = draft.doubted(MINUTES, Reason.ABSURD)
    return draft


def whole(
    draft: Draft,
    assignment: Assignment,
    mine: Iterable[Assignment],
    purse: Purse,
    session: Session | None = None,
) -> Found | None:
    """What is wrong with a session of which everything is known and that is not too late; None if it may be saved.

    `session` is the one that is put right, which does not clash with itself; put with another council, it is a new
    one there.
    """
    assert draft.day is not None
    assert draft.minutes is not None
    new = session is None or session.assignment != assignment.id
    if assignment.paused is not None and new and "resume" not in draft.settled:
        return Found(Trouble.PAUSED, assignment=assignment)
    others = [(one, of) for of in mine for one in of.sessions if one.held and one.id != _id(session)]
    same_day = [one for one, of in others if of.id == assignment.id and one.day == draft.day]
    if "another" not in draft.settled and new:
        twin = next((one for one in same_day if draft.same_as(one)), None)
        if twin is not None:
            return Found(Trouble.SAME, twin, assignment)
        if same_day:
            return Found(Trouble.NEAR, same_day[-1], assignment)
    for one, of in others:
        if packages.overlaps(one, draft.day, draft.begins, draft.minutes):
            return Found(Trouble.OVERLAP, one, of)
    before = 0 if session is None or new else session.minutes
    if "over" not in draft.settled and purse.exceeds(assignment, before, draft.minutes):
        return Found(Trouble.OVER, session, assignment)
    return None


def _id(session: Session | None) -> int:
    return session.id if session else 0


def in_the_same_words(one: Draft, other: Draft) -> bool:
    """Whether a session that waits is told once more, by another message with the same words."""
    return one.message != other.message and one.text.casefold().split() == other.text.casefold().split()


def clashes(draft: Draft, before: Iterable[Draft]) -> tuple[Trouble, Draft] | None:
    """The session told earlier, and not saved either, that this one runs into (R39) or may be told again as.

    Two sessions of a day in one message are plainly two.
    """
    assert draft.day is not None
    assert draft.minutes is not None
    for one in before:
        if one.day != draft.day or one.minutes is None:
            continue
        if packages.meet(one.begins, one.minutes, draft.begins, draft.minutes):
            return Trouble.OVERLAP, one
        told_apart = one.message == draft.message or "another" in draft.settled
        if one.assignment == draft.assignment and not told_apart:
            return Trouble.NEAR, one
    return None


def first_open(drafts: Sequence[Draft]) -> tuple[int, str]:
    """The place of the first draft of which something must be asked, and what; (0, "") if all is known."""
    for place, one in enumerate(drafts):
        if one.asks:
            return place, one.asks
    return 0, ""


def likely_days(call: Call | None, now: datetime) -> tuple[date, ...]:
    """The days to offer first: today and the day before, if sessions may be held on them."""
    this = today(now)
    days = (this, date.fromordinal(this.toordinal() - 1))
    return tuple(one for one in days if call is None or windows.inside(call, one))


def denied(text: str, now: datetime) -> frozenset[date]:
    """Today or the day before, if a text says that a session could not be then: «ahir no va poder ser»."""
    said = {(one["day"] or one["after"]).lower() for one in _COULD_NOT_BE.finditer(text)}
    back = {"avui": 0, "hoy": 0, "ahir": 1, "ayer": 1}
    return frozenset(today(now) - timedelta(days=back[one]) for one in said)


def week_before(call: Call | None, now: datetime) -> tuple[date, ...]:
    """Monday to Friday of the week before this one, where sessions may be held."""
    this = today(now)
    monday = this.toordinal() - this.weekday() - 7
    days = (date.fromordinal(monday + after) for after in range(5))
    return tuple(one for one in days if call is None or windows.inside(call, one))

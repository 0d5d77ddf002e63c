"""Who could go with a council: who may not, and an order of the others with its reasons. A person decides (R11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from conversations.protocol.mentoring import Grant, Mentor, MentorState

MENTORING = "mentoring"
"""The service that only people of member councils give: the technical service gives advice alone."""

ALIKE = 3
"""Two councils are of a like size when neither has more than so many times the people of the other."""


class Bar(Enum):
    """Why somebody may not go with a council."""

    OWN_COUNCIL = "belongs to that very council"
    NO_MENTORING = "the technical service gives advice, not mentoring"
    PAUSED = "is not giving hours now"
    NOT_A_MEMBER = "is of a council that the register does not have as a member"


HARD = frozenset({Bar.OWN_COUNCIL, Bar.NO_MENTORING, Bar.PAUSED})
"""What nobody overcomes; whether a council is a member is for a person to judge, since the register has gaps."""


class Reason(Enum):
    """What speaks for somebody, or against."""

    WISH = "the council named that body"
    TOPICS = "shares topics"
    MODALITY = "the same way of meeting"
    SIZE = "a council of a like size"
    COMARCA = "the same comarca"
    HOURS = "has hours left for the whole package"
    FEW_HOURS = "has fewer hours left than the package"
    DECLINED = "has already declined this package"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may go with a council, with the reasons and the topics that both have."""

    mentor: Mentor
    reasons: tuple[Reason, ...]
    topics: tuple[str, ...] = ()


def bars(mentor: Mentor, grant: Grant, members: Collection[str]) -> tuple[Bar, ...]:
    """Why somebody may not go with a council (R11). `members` are the bodies that belong to the network today."""
    return (
        *((Bar.OWN_COUNCIL,) if grant.application.body in mentor.bodies else ()),
        *((Bar.NO_MENTORING,) if mentor.body is None and grant.service == MENTORING else ()),
        *((Bar.PAUSED,) if mentor.state is not MentorState.ACTIVE else ()),
        *((Bar.NOT_A_MEMBER,) if mentor.body is not None and mentor.body not in members else ()),
    )


def may_go_with(mentor: Mentor, grant: Grant) -> bool:
    """Whether somebody may be proposed for a package at all."""
    return HARD.isdisjoint(bars(mentor, grant, ()))


def suggest(
    grant: Grant, mentors: Iterable[Mentor], members: Collection[str], declined: Collection[int] = ()
) -> tuple[Suggestion, ...]:
    """Those who may go with a council, the fittest first.

    What weighs most comes first: not having declined it, hours left for all that is still to be done, the council's
    wish, how many topics both have, how they meet, a like size, the same comarca; then the most hours left. Equal in
    all of it, by name. `declined` are the ids of those who said no to this package.
    """
    found = [
        _suggestion(grant, one, one.id in declined)
        for one in mentors
        if not HARD.intersection(bars(one, grant, members)) and Bar.NOT_A_MEMBER not in bars(one, grant, members)
    ]
    return tuple(sorted(found, key=_rank))


def _suggestion(grant: Grant, mentor: Mentor, declined: bool) -> Suggestion:
    asked = _answer(grant, "topics")
    shared = tuple(one for one in (asked if isinstance(asked, list) else ()) if one in mentor.topics)
    holds = {
        Reason.WISH: grant.wish is not None and grant.wish == mentor.body,
        Reason.TOPICS: bool(shared),
        Reason.MODALITY: _meets(_answer(grant, "modality"), mentor.modality),
        Reason.SIZE: _alike(grant.population, mentor.population),
        Reason.COMARCA: bool(grant.comarca) and grant.comarca == mentor.comarca,
        Reason.HOURS: mentor.left >= grant.reserved,
        Reason.FEW_HOURS: mentor.left < grant.reserved,
        Reason.DECLINED: declined,
    }
    return Suggestion(mentor, tuple(reason for reason, true in holds.items() if true), shared)


def _rank(one: Suggestion) -> tuple[bool, bool, bool, int, bool, bool, bool, int, str]:
    has = one.reasons.__contains__
    return (
        has(Reason.DECLINED),
        has(Reason.FEW_HOURS),
        not has(Reason.WISH),
        -len(one.topics),
        not has(Reason.MODALITY),
        not has(Reason.SIZE),
        not has(Reason.COMARCA),
        -one.mentor.left,
        one.mentor.name,
    )


def _answer(grant: Grant, question: str) -> object:
    answer = grant.application.answers.get(question)
    return None if answer is None else answer.value


def _meets(asked: object, offered: str) -> bool:
    return "either" in (asked, offered) or asked == offered


def _alike(one: int | None, other: int | None) -> bool:
    return bool(one) and bool(other) and max(one or 0, other or 0) <= ALIKE * min(one or 0, other or 0)

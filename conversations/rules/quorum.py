"""When enough members have assessed an application to decide it (R24, R29c)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from conversations.protocol.assessment import Candidate, Conflict, Mark
from conversations.protocol.facts import Person
from conversations.protocol.words import T
from conversations.rules.conflicts import assessors, counted

LEAST = 2


class Footing(Enum):
    """On what an application can be decided."""

    SCORES = "enough scores were given"
    WAITING = "scores are still to come"
    MEETING = "too few can give any: it is decided in a meeting, with a recorded reason"


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many may assess an application, how many gave scores, and how many may still give them."""

    may: int
    given: int
    awaited: int

    @property
    def needed(self) -> int:
        """A majority of those who may assess, and two at least."""
        return max(LEAST, self.may // 2 + 1)

    @property
    def footing(self) -> Footing:
        """Whether there is a quorum. One that can no longer be reached leaves it to a meeting."""
        if self.given >= self.needed:
            return Footing.SCORES
        return Footing.WAITING if self.given + self.awaited >= self.needed else Footing.MEETING


def quorum(
    members: Collection[Person],
    candidate: Candidate,
    marks: Iterable[Mark],
    declared: Collection[Conflict] = (),
    *,
    over: bool = False,
) -> Quorum:
    """The quorum of an application. Who has a conflict is outside it; «No la puc valorar» gives no score.

    When assessing is `over`, nobody is awaited.
    """
    may = assessors(members, candidate, declared)
    own = counted(marks, tuple(members), (candidate,), declared)
    scored = {person for one in own if one.scores is not None for person in (one.together or {one.reviewer})}
    spoken = scored | {one.reviewer for one in own}
    together = any(one.together for one in own)
    return Quorum(len(may), len(scored), 0 if over or together else len(set(may) - spoken))


def in_meeting(quorum: Quorum, present: int) -> Quorum:
    """The quorum while a meeting decides, with `present` people who may decide it.

    Scores that others gave do not let one person decide alone: then it takes a recorded reason, as without them.
    """
    return quorum if present >= LEAST else replace(quorum, given=0, awaited=0)


def words(quorum: Quorum) -> T:
    """How many have assessed, as a list says it beside the score."""
    return T("{given} of {may} people have assessed it", given=quorum.given, may=quorum.may)

"""What a decision of the commission must have before it is recorded, and the state it leads to (R10, R24, R34, R44)."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from conversations.protocol.assessment import Candidate, Decision, Outcome
from conversations.protocol.facts import Service, Status
from conversations.protocol.words import T
from conversations.rules.quorum import Footing, Quorum

STATUS: dict[Outcome, Status] = {
    Outcome.GRANTED: Status.GRANTED,
    Outcome.WAITING_LIST: Status.WAITING_LIST,
    Outcome.DEFERRED: Status.DEFERRED,
    Outcome.REFUSED: Status.REFUSED,
}

SERVICES: dict[str, T] = {"mentoring": T("Mentoring"), "advice": T("Advice"), "either": T("No preference")}
"""The services as people read them, and what they ask for who has no preference (R9, R10)."""


class Lack(Enum):
    """What a decision lacks."""

    SERVICE = "a service of the call"
    MINUTES = "the minutes granted"
    POSITION = "the place on the waiting list"
    REASON = "a reason that the council will read"
    SCORES = "scores that are still awaited"
    NOTE = "a recorded reason of the meeting"


WORDS: dict[Lack, T] = {
    Lack.SERVICE: T("Which service is it for?"),
    Lack.MINUTES: T("How many hours are granted?"),
    Lack.POSITION: T("Which place on the waiting list?"),
    Lack.REASON: T("Write the reason. The council will read it just as you write it."),
    Lack.SCORES: T("Scores are still missing. It cannot be decided yet."),
    Lack.NOTE: T("There is no quorum for it. The meeting may decide it all the same: write why, for the minutes."),
}


def switched(decision: Decision, candidate: Candidate) -> bool:
    """Whether a service is granted, or waited for, that is not the one asked for (R10)."""
    return decision.service is not None and candidate.wants not in (decision.service, "either")


def lacks(decision: Decision, candidate: Candidate, quorum: Quorum, services: Collection[Service]) -> tuple[Lack, ...]:
    """What a decision lacks, in the order in which to ask for it; empty when it can be recorded.

    Granted needs a service and minutes, the waiting list a service and a place. A reason is needed for every no and
    for a switch of type (R10, R44), a note where a meeting decides without a quorum. Who decides is for `moves`.
    """
    placed = decision.outcome in (Outcome.GRANTED, Outcome.WAITING_LIST)
    explained = decision.outcome in (Outcome.DEFERRED, Outcome.REFUSED) or switched(decision, candidate)
    lacking = {
        Lack.SCORES: quorum.footing is Footing.WAITING,
        Lack.SERVICE: placed and decision.service not in {one.id for one in services},
        Lack.MINUTES: decision.outcome is Outcome.GRANTED and decision.minutes < 1,
        Lack.POSITION: decision.outcome is Outcome.WAITING_LIST and (decision.position or 0) < 1,
        Lack.REASON: explained and not decision.reason.strip(),
        Lack.NOTE: quorum.footing is Footing.MEETING and not decision.note.strip(),
    }
    return tuple(one for one, missing in lacking.items() if missing)

"""From an application and the register to what the commission compares (R20, R25, R27, R28)."""

from __future__ import annotations

from datetime import date

from conversations.protocol.assessment import Candidate
from conversations.protocol.facts import Application, Body, Membership

TRACK_RECORD = {"since_none": 0, "since_lt1": 1, "since_1_3": 2, "since_gt3": 3}
"""The answers about how long a council has had policies, from the shortest track record to the longest."""

MEANS = frozenset({"staff", "budget", "plan", "space", "clauses", "grants"})
INVOLVEMENT = frozenset({"assembly", "boards", "groups", "events", "practices"})
COVID = frozenset({"economic", "community", "both"})


def candidate(
    application: Application, body: Body, day: date, *, population: int | None = None, mentor: str | None = None
) -> Candidate:
    """The application as the commission compares it on a day.

    `population` comes from the register; `mentor` is the body that was proposed to go with it, if one was.
    """
    means = _chosen(application, "means")
    years = [TRACK_RECORD[one] for one in means if one in TRACK_RECORD]
    return Candidate(
        application=application.id,
        number=application.number or "",
        body=application.body,
        body_name=application.body_name,
        title="".join(_chosen(application, "title")),
        wants="".join(_chosen(application, "service")) or "either",
        mentor=mentor,
        covid=bool(COVID.intersection(_chosen(application, "covid"))),
        involvement=INVOLVEMENT.intersection(_chosen(application, "involvement")),
        track_record=years[0] if years else None,
        means=MEANS.intersection(means) if means else None,
        topics=tuple(_chosen(application, "topics")),
        joined=joined(body, day),
        comarca=body.comarca,
        population=population,
    )


def joined(body: Body, day: date) -> date | None:
    """The day on which a body first became a member, as known on `day` (R27: computed, never asked).

    A body that left and came back is not new to the network. None if it has not been a member yet, or if the first
    day is unknown: nobody is called recent by guessing.
    """
    stays = [stay.joined for stay in body.stays if stay.membership is Membership.MEMBER]
    known = [one for one in stays if one is not None]
    first = min(known, default=None) if len(known) == len(stays) else None
    return first if first is not None and first <= day else None


def _chosen(application: Application, question: str) -> tuple[str, ...]:
    answer = application.answers.get(question)
    value = answer.value if answer is not None else ()
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else ()

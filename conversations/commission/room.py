"""What the commission's dialogues look up in their facts, with the checks that every step repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from conversations.protocol.assessment import (
    Candidate,
    Decision,
    LedgerEntry,
    Mark,
    Meeting,
    OpenCriterion,
    Proceedings,
    Ruling,
)
from conversations.protocol.facts import Call, Person, Service
from conversations.protocol.method import Method, Way
from conversations.protocol.wants import Calls, Facts, Me, ProceedingsOf
from conversations.protocol.words import T, Verbatim, Words
from conversations.rules import bags, conflicts, deadlines, ranking, scoring
from conversations.rules.decisions import SERVICES, STATUS
from conversations.rules.names import called
from conversations.rules.quorum import Quorum, in_meeting, quorum
from conversations.rules.roles import Action, may


@dataclass(frozen=True, slots=True)
class Room:
    """The work of the commission on a call as somebody of the commission or the office finds it.

    `method` has the open criterion as the commission named it. `marks` are those that count. `rankings` are the lists
    of the services by what was asked for, whatever was decided since, so that deciding moves nobody's place.
    """

    me: Person
    call: Call
    held: Proceedings
    now: datetime
    method: Method
    criterion: OpenCriterion
    marks: tuple[Mark, ...]
    scores: Mapping[str, scoring.Score]
    rankings: Mapping[str, ranking.Ranking]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open, if one is."""
        meeting = self.held.meeting
        return meeting if meeting is not None and not meeting.ended else None

    @property
    def over(self) -> bool:
        """Whether nobody scores alone any more: a meeting has begun."""
        return self.held.meeting is not None

    @property
    def joint(self) -> bool:
        """Whether the scores are agreed in the meeting."""
        return self.method.way is Way.JOINT

    @property
    def book(self) -> bags.Book:
        """The bags of hours of the call as they stand."""
        return bags.Book(self.call.services, self.held.ledger)

    @property
    def writes(self) -> bool:
        """Whether this person writes down what the open meeting agrees: a member of the commission, and whose turn it
        is. The office may begin and end a meeting, and decides nothing (R24)."""
        return self.meeting is not None and self.meeting.recorder == self.me.id and may(self.me, Action.DECIDE)

    def takes_part(self, application: str) -> bool:
        """Whether this person has no conflict of interest with an application (R29c)."""
        candidate = self.held.candidate(application)
        return candidate is not None and conflicts.conflict(self.me, candidate, self.held.declared) is None

    def told(self, application: str) -> bool:
        """Whether the council knows the decision on its application."""
        ruling = self.held.ruling(application)
        return ruling is not None and ruling.told is not None

    def hidden(self) -> frozenset[str]:
        """The applications whose scores this person may not see."""
        held = self.held
        return conflicts.hidden(self.me, held.candidates, held.marks, held.declared, over=self.over)

    def assessed(self, candidate: Candidate) -> Quorum:
        """How many have assessed an application, of how many who may."""
        held = self.held
        return quorum(held.members, candidate, held.marks, held.declared, over=self.over)

    def quorum(self, candidate: Candidate) -> Quorum:
        """On what an application can be decided now: by the scores, and by who is at the meeting."""
        held, found = self.held, self.assessed(candidate)
        if self.meeting is None:
            return found
        may_decide = conflicts.assessors(held.members, candidate, held.declared)
        return in_meeting(found, len(self.meeting.present.intersection(may_decide)))

    def after(self, decision: Decision, entries: tuple[LedgerEntry, ...]) -> Room:
        """The room once a decision is taken and its hours are moved."""
        rulings = [one for one in self.held.rulings if one.decision.application != decision.application]
        ruling = Ruling(0, decision, self.me.id, self.now)
        applications = dict(self.held.applications)
        decided = applications[decision.application]
        applications[decision.application] = replace(decided, status=STATUS[decision.outcome])
        held = replace(
            self.held,
            rulings=(*rulings, ruling),
            ledger=(*self.held.ledger, *entries),
            applications=applications,
        )
        return replace(self, held=held)

    def place(self, candidate: Candidate) -> str:
        """The service in whose list an application is."""
        return next(name for name, one in self.rankings.items() if candidate.application in one.order)

    def name(self, person: int) -> Words:
        """Somebody of the commission by name, or by council while no name is kept."""
        return next((called(one) for one in self.held.members if one.id == person), T("somebody of the office"))


def enter(facts: Facts) -> Room | None:
    """The room of the call that the commission is at; None for whoever is neither of it nor of the office, and while
    no call has closed: nothing is assessed before (R24)."""
    me = facts[Me()]
    call = deadlines.assessed(facts[Calls()], facts.now)
    if call is None or not may(me, Action.MEET):
        return None
    held = facts[ProceedingsOf(call.id)]
    criterion = held.criterion or OpenCriterion(call.method.open_criterion)
    method = replace(call.method, open_criterion=criterion.name)
    marks = conflicts.counted(held.marks, held.members, held.candidates, held.declared)
    scores = scoring.scores([one.application for one in held.candidates], marks, call.criteria, method)
    return Room(
        me, call, held, facts.now, method, criterion, marks, scores, _rankings(call, held, method, criterion, scores)
    )


def _rankings(
    call: Call, held: Proceedings, method: Method, criterion: OpenCriterion, scores: Mapping[str, scoring.Score]
) -> Mapping[str, ranking.Ranking]:
    places = {one.id: packages(one) for one in call.services}
    listed = ranking.lists(held.candidates, call.services, places)
    found = {}
    for service, own in listed.items():
        proposed = ranking.ranked(service, own, scores, method, places[service], criterion.applications)
        order, reason = held.orders.get(service, ((), ""))
        found[service] = ranking.rearranged(proposed, order, reason)
    return found


def packages(service: Service) -> int:
    """How many packages the whole bag of a service has (R30, R32)."""
    return service.bag // service.package


def service_name(service: str) -> Words:
    """A service as people read it."""
    return SERVICES.get(service) or Verbatim(service)


_OF = {"mentoring": T("of mentoring"), "advice": T("of advice")}


def of_service(service: str) -> Words:
    """A service after what belongs to it: «(un paquet) de mentoria»."""
    return _OF.get(service) or T("of «{service}»", service=service)

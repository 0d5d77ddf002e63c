"""The proposed minutes of a meeting: who was there, who abstained, scores, the rules used, decisions and reasons.

Always a proposal, never final: whoever acts as secretary signs the minutes, and the bot has decided nothing (R56).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from conversations.protocol.assessment import Candidate, Conflict, Decision, Mark, Outcome
from conversations.protocol.facts import Criterion, Person, Role
from conversations.protocol.method import Method, Rule, Way
from conversations.protocol.replies import Section, Sheet
from conversations.protocol.words import Council, Joined, Listed, Minutes, T, Verbatim, Words, lines
from conversations.rules import scoring
from conversations.rules.bags import Balance
from conversations.rules.conflicts import absence, conflicts, counted
from conversations.rules.decisions import SERVICES, STATUS, switched
from conversations.rules.fingerprint import canonical, fingerprint
from conversations.rules.names import called
from conversations.rules.quorum import quorum, words
from conversations.rules.ranking import Ranking, by_number, seen
from conversations.rules.states import for_office
from conversations.rules.tiebreaks import NAMES, open_criterion


@dataclass(frozen=True, slots=True)
class Record:
    """All that the minutes are made from. `present` are ids of members; `balances` are those after the decisions."""

    call: str
    call_name: str
    day: date
    members: tuple[Person, ...]
    present: frozenset[int]
    criteria: tuple[Criterion, ...]
    method: Method
    candidates: tuple[Candidate, ...]
    marks: tuple[Mark, ...]
    declared: tuple[Conflict, ...]
    rankings: tuple[Ranking, ...]
    decisions: tuple[Decision, ...]
    balances: tuple[Balance, ...] = ()
    demonstration: bool = False


_UNORDERED = frozenset({"candidates", "marks", "declared", "decisions"})


def mark_of(record: Record) -> str:
    """The fingerprint of a record: 64 digits that change if anything of it changes.

    The order in which candidates, marks, declarations, decisions and members were read means nothing and changes
    nothing. Of a member, only what the minutes say counts: the number, the name and the seats.
    """
    facts: dict[str, object] = {}
    for one in fields(record):
        value = getattr(record, one.name)
        if one.name == "members":
            facts[one.name] = sorted(canonical((member.id, member.name, member.seats)) for member in value)
        else:
            facts[one.name] = sorted(canonical(part) for part in value) if one.name in _UNORDERED else value
    return fingerprint(facts)


def proposal(record: Record, hidden: Collection[str] = ()) -> Sheet:
    """The proposed minutes as a document. `hidden` are applications whose scores the reader may not see (R29c)."""
    record = replace(record, members=tuple(sorted(record.members, key=lambda one: (one.name, one.id))))
    lead: list[Words] = [
        T("This is a proposal: the minutes are those that whoever acts as secretary signs."),
        T("The bot decides nothing: it adds up scores and applies the rules of the call. The commission decides."),
        T("{call}, meeting of {day}.", call=record.call_name, day=record.day),
    ]
    if record.demonstration:
        lead.insert(0, T("Demonstration data: the requests are invented."))
    return Sheet(
        f"proposta-acta-{record.call}.pdf",
        T("Proposed minutes of the commission"),
        tuple(lead),
        (
            Section(T("Who was there"), tuple(_attendance(record))),
            Section(T("Abstentions because of a conflict of interest"), tuple(_abstentions(record))),
            Section(T("How it was assessed"), tuple(_method(record))),
            *_orders(record, hidden),
            Section(T("Decisions"), tuple(_decision(record, one) for one in sorted(record.candidates, key=by_number))),
            *((Section(T("Bags of hours"), tuple(map(_balance, record.balances))),) if record.balances else ()),
        ),
        T("Fingerprint of the data: {digits}. It changes if any of them changes.", digits=mark_of(record)),
    )


def _attendance(record: Record) -> Iterator[Words]:
    members = [one for one in record.members if one.holds(Role.COMMISSION)]
    present = _people(one for one in members if one.id in record.present)
    absent = _people(one for one in members if one.id not in record.present)
    yield T("Present: {people}.", people=present) if present.parts else T("Nobody is recorded as present.")
    if absent.parts:
        yield T("Absent: {people}.", people=absent)


def _people(people: Iterable[Person]) -> Listed:
    said: list[Words] = []
    for one in people:
        names = dict.fromkeys(seat.body_name for seat in one.seats if seat.body_name)
        councils = Listed(tuple(map(Council, names)))
        whole = one.name and councils.parts
        said.append(T("{name} ({councils})", name=one.name, councils=councils) if whole else called(one))
    return Listed(tuple(said))


def _abstentions(record: Record) -> Iterator[Words]:
    names = {one.id: called(one) for one in record.members}
    nobody = True
    for one in sorted(record.candidates, key=by_number):
        for found in conflicts(record.members, one, record.declared):
            nobody = False
            yield T(
                "{number} · {council}. {absence}",
                number=one.number,
                council=Council(one.body_name),
                absence=absence(names[found.reviewer], found.kind),
            )
    if nobody:
        yield T("Nobody has abstained because of a conflict of interest.")


def _method(record: Record) -> Iterator[Words]:
    method = record.method
    if method.way is Way.JOINT:
        yield T("Those present have agreed on the scores together.")
    else:
        yield T("Each person has scored alone, without seeing the scores of the others.")
    criteria = [
        T("{criterion} (weight {weight})", criterion=one.name, weight=method.weights.get(one.id, 1))
        for one in record.criteria
    ]
    yield T(
        "Criteria, with scores from 0 to {scale}: {criteria}.",
        scale=method.scale,
        criteria=Joined(tuple(criteria), "; "),
    )
    first = NAMES[Rule.CORRECTED if method.corrected else Rule.MEAN]
    rules = Joined((first, *(NAMES[rule] for rule in method.order), NAMES[Rule.NUMBER]), "; ")
    yield T("The proposed order goes by this, in this order: {rules}.", rules=rules)
    if Rule.OPEN in method.order and not method.open_criterion:
        yield T("The call rules leave a criterion open. The commission has not named any.")
    elif Rule.OPEN in method.order:
        yield T(
            "The call rules leave a criterion open. The commission has named: {criterion}.",
            criterion=open_criterion(method),
        )
    yield T("A decision takes the scores of a majority of those who may assess it, and of two people at least.")


def _orders(record: Record, hidden: Collection[str]) -> Iterator[Section]:
    marks = counted(record.marks, record.members, record.candidates, record.declared)
    ids = [one.application for one in record.candidates]
    scores = scoring.scores(ids, marks, record.criteria, record.method)
    for whole in record.rankings:
        ranking = seen(whole, hidden)
        service = SERVICES.get(ranking.service) or Verbatim(ranking.service)
        places = scoring.decimals(one.value for one in whole.positions)
        said = []
        for one in ranking.positions:
            council = Council(one.candidate.body_name)
            if one.candidate.application in hidden:
                said.append(
                    lines(T("{council}: you take no part in it, and its scores are not shown.", council=council))
                )
                continue
            score = scores[one.candidate.application]
            value = T("without a score") if one.value is None else scoring.figure(one.value, ranking.top, places)
            said.append(
                lines(
                    T("{council}: {score}", council=council, score=value),
                    words(quorum(record.members, one.candidate, record.marks, record.declared)),
                    scoring.themselves(score, record.criteria),
                    T("Difference between assessments: {n}", n=score.spread) if len(score.totals) > 1 else None,
                    one.why,
                )
            )
        heading = T(
            "{service}: {requests} for {packages}",
            service=service,
            requests=T("{n} request", "{n} requests", n=len(ranking.positions)),
            packages=T("{n} package", "{n} packages", n=ranking.places),
        )
        yield Section(heading, tuple(said), numbered=True)
        if ranking.reason:
            names = {one.candidate.application: Council(one.candidate.body_name) for one in ranking.positions}
            yield Section(
                T("{service}: the order was changed by hand", service=service),
                (
                    T("Reason: «{reason}»", reason=ranking.reason),
                    T("The rules had given: {order}.", order=Listed(tuple(names[one] for one in ranking.proposed))),
                ),
            )


def _decision(record: Record, candidate: Candidate) -> Words:
    own = next((one for one in record.decisions if one.application == candidate.application), None)
    number, council = candidate.number, Council(candidate.body_name)
    if own is None:
        return T("{number} · {council}: not decided yet.", number=number, council=council)
    service = SERVICES.get(own.service or "") or Verbatim(own.service or "")
    if own.outcome is Outcome.GRANTED:
        said = T(
            "{number} · {council}: granted, {service}, {hours}.",
            number=number,
            council=council,
            service=service,
            hours=Minutes(own.minutes),
        )
    elif own.outcome is Outcome.WAITING_LIST:
        said = T(
            "{number} · {council}: waiting list of {service}, place {place}.",
            number=number,
            council=council,
            service=service,
            place=own.position or 0,
        )
    else:
        said = T(
            "{number} · {council}: {state}.", number=number, council=council, state=for_office(STATUS[own.outcome])
        )
    asked = SERVICES.get(candidate.wants) or Verbatim(candidate.wants)
    return lines(
        said,
        T("It had asked for {service}.", service=asked) if switched(own, candidate) else None,
        T("Reason: «{reason}»", reason=own.reason) if own.reason else None,
        T("Note: «{note}»", note=own.note) if own.note else None,
    )


def _balance(balance: Balance) -> Words:
    return lines(
        T(
            "{service}: {reserved} reserved, {consumed} done and {free} free, of {bag}.",
            service=SERVICES.get(balance.service) or Verbatim(balance.service),
            reserved=Minutes(balance.reserved),
            consumed=Minutes(balance.consumed),
            free=Minutes(max(0, balance.free)),
            bag=Minutes(balance.bag),
        ),
        T("The bag is exceeded by {over}.", over=Minutes(balance.over)) if balance.over else None,
    )

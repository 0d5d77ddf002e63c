"""The proposed minutes as a spreadsheet: the same as the document says, in rows to go on working with."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from conversations.protocol.assessment import Candidate
from conversations.protocol.replies import Page, Workbook
from conversations.protocol.words import Council, Joined, Listed, Minutes, T, Verbatim, Words
from conversations.rules import scoring
from conversations.rules.conflicts import conflicts, counted
from conversations.rules.decisions import SERVICES, STATUS
from conversations.rules.minutes import Record, mark_of, proposal
from conversations.rules.quorum import quorum
from conversations.rules.ranking import by_number, seen
from conversations.rules.states import for_office
from conversations.rules.tiebreaks import NAMES

Row = tuple[Words | int | None, ...]


def workbook(record: Record, hidden: Collection[str] = ()) -> Workbook:
    """The spreadsheet of a record, with its fingerprint. `hidden` are applications whose scores the reader may not see
    (R29c). Like the document, it is a proposal and never the minutes."""
    return Workbook(
        f"proposta-acta-{record.call}.xlsx",
        (
            Page(
                T("Proposed minutes"), ((T("Proposed minutes of the commission"), 110),), tuple(_text(record, hidden))
            ),
            Page(T("Proposed order"), _ORDER, tuple(_order(record, hidden))),
            Page(T("Decisions"), _DECISIONS, tuple(_decisions(record))),
            Page(T("Bags of hours"), _BAGS, tuple(_bags(record))),
        ),
    )


def _text(record: Record, hidden: Collection[str]) -> Iterator[Row]:
    """What the document says before the lists, and the fingerprint."""
    document = proposal(record, hidden)
    for words in document.lead:
        yield (words,)
    for section in document.sections[:3]:
        yield (section.heading,)
        for words in section.paragraphs:
            yield (words,)
    yield (T("Fingerprint of the data: {digits}. It changes if any of them changes.", digits=mark_of(record)),)


_ORDER: tuple[tuple[Words, int], ...] = (
    (T("Service"), 16),
    (T("Place"), 8),
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Score"), 14),
    (T("Assessments"), 14),
    (T("Scores by criterion"), 60),
    (T("People who have assessed it"), 14),
    (T("People who take no part in it"), 14),
    (T("Rule"), 40),
    (T("Why"), 60),
)


def _order(record: Record, hidden: Collection[str]) -> Iterator[Row]:
    marks = counted(record.marks, record.members, record.candidates, record.declared)
    scores = scoring.scores([one.application for one in record.candidates], marks, record.criteria, record.method)
    for whole in record.rankings:
        places = scoring.decimals(one.value for one in whole.positions)
        for one in seen(whole, hidden).positions:
            candidate = one.candidate
            who = (_service(whole.service), one.place, Verbatim(candidate.number), _council(candidate))
            if candidate.application in hidden:
                yield (who[0], None, *who[2:], T("you take no part in it"), None, None, None, None, None, None)
                continue
            score = scores[candidate.application]
            assessed = quorum(record.members, candidate, record.marks, record.declared)
            yield (
                *who,
                None if one.value is None else scoring.figure(one.value, whole.top, places),
                T("{totals}", totals=Listed(score.totals)) if score.totals else None,
                scoring.themselves(score, record.criteria),
                T("{given} of {may}", given=assessed.given, may=assessed.may),
                len(conflicts(record.members, candidate, record.declared)),
                NAMES[one.rule],
                one.why,
            )
        if whole.reason:
            why = T("The order was changed by hand. Reason: «{reason}»", reason=whole.reason)
            yield (_service(whole.service), *(None for _ in range(len(_ORDER) - 2)), why)


_DECISIONS: tuple[tuple[Words, int], ...] = (
    (T("Number"), 14),
    (T("Body"), 28),
    (T("Title"), 44),
    (T("Asked for"), 16),
    (T("Decision"), 26),
    (T("Service"), 16),
    (T("Hours"), 14),
    (T("Place on the waiting list"), 12),
    (T("Reason that the council reads"), 60),
    (T("Note"), 60),
)


def _decisions(record: Record) -> Iterator[Row]:
    decided = {one.application: one for one in record.decisions}
    for candidate in sorted(record.candidates, key=by_number):
        own = decided.get(candidate.application)
        who = (
            Verbatim(candidate.number),
            _council(candidate),
            Verbatim(candidate.title),
            SERVICES.get(candidate.wants) or Verbatim(candidate.wants),
        )
        if own is None:
            yield (*who, T("not decided yet"), None, None, None, None, None)
            continue
        yield (
            *who,
            for_office(STATUS[own.outcome]),
            _service(own.service) if own.service else None,
            T("{hours}", hours=Minutes(own.minutes)) if own.minutes else None,
            own.position,
            Verbatim(own.reason) if own.reason else None,
            Verbatim(own.note) if own.note else None,
        )


_BAGS: tuple[tuple[Words, int], ...] = (
    (T("Service"), 16),
    (T("Minutes in the bag"), 14),
    (T("Reserved"), 14),
    (T("Minutes done"), 14),
    (T("Free"), 14),
)


def _bags(record: Record) -> Iterator[Row]:
    for one in record.balances:
        yield (_service(one.service), one.bag, one.reserved, one.consumed, one.free)


def _service(service: str) -> Words:
    return SERVICES.get(service) or Verbatim(service)


def _council(candidate: Candidate) -> Words:
    return Joined((T("{council}", council=Council(candidate.body_name)),))

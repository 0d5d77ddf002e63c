"""From a mentor's free sentence to the session it tells: values, what must be asked, and why.

Rules R8, R12, R13, R38 and R39 of the domain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from conversations.rules.session_report import (
    calendar,
    hedges,
    negations,
    scopes,
    sessions,
    unexplained,
    verdict,
)
from conversations.rules.session_report.announced import is_handed
from conversations.rules.session_report.asides import Aside, Scope
from conversations.rules.session_report.clauses import sentences
from conversations.rules.session_report.clock import DAWN, HALF_DAY, OF_DAY
from conversations.rules.session_report.council_context import keeps_strange_company
from conversations.rules.session_report.council_names import Assigned, prepare
from conversations.rules.session_report.councils import find_mentions, resembles_another
from conversations.rules.session_report.facts import Facts, begins_at, gather, running
from conversations.rules.session_report.modality import hinted
from conversations.rules.session_report.model import (
    Field,
    Kind,
    Modality,
    Proposal,
    Reading,
    Reason,
    Session,
    Span,
)
from conversations.rules.session_report.noise import blank_noise
from conversations.rules.session_report.opinion import tells_of_a_session
from conversations.rules.session_report.partners import Choice, choose_council
from conversations.rules.session_report.presence import BODIES
from conversations.rules.session_report.scopes import set_aside
from conversations.rules.session_report.several import are_several, told_days
from conversations.rules.session_report.talk import names_alone
from conversations.rules.session_report.tokens import Line, read_line
from conversations.rules.session_report.topic import topic_of

SMALL_HOURS = 2
_WEEKDAY = re.compile(r"(?:(?:el|aquest) )?(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmcjvsg]l?\b)(?! passat)")


def read(
    text: str,
    *,
    sent: datetime,
    window: tuple[date, date],
    assigned: Sequence[str],
    councils: tuple[str, ...],
    told: bool = False,
) -> Reading:
    """Read one message.

    `sent` is when it was sent, aware, in Europe/Madrid; `window` holds the first and last day of the call's
    sessions; `assigned` the councils of this mentor, by their official names; `councils` the names of all there are,
    so that one that is not assigned is recognised as another one. `told`: whoever wrote it says that it tells one.
    """
    prepared = prepare(tuple(assigned), councils)
    line = read_line(text, prepared.words)
    if verdict.is_command(line.text):
        return Reading(Kind.COMMAND)
    quiet = blank_noise(line.text)
    aside = set_aside(quiet)
    facts = gather(line, aside.text, sent, prepared)
    council = choose_council(facts.mentions, assigned)
    if council.reason is Reason.MISSING and (aside.affirmed or negations.TURNED.search(aside.text)):
        council = _named_aside(line, aside, prepared, (Aside.NEGATION, Aside.BALANCE)) or council
    elsewhere = aside.dominated and _of_another_council(line, aside.scopes, council, prepared)
    kind, doubt = verdict.judge(line.text, aside, facts, council, sent, elsewhere=elsewhere)
    if kind not in (Kind.REPORT, Kind.CORRECTION):
        whole = gather(line, quiet, sent, prepared)
        partner = choose_council(whole.mentions, assigned)
        opined = _is_past(whole, sent) and tells_of_a_session(line.text, whole)
        if told or opined or is_handed(whole, partner):
            kind, doubt, aside, facts, council = Kind.REPORT, not told, scopes.all_told(quiet), whole, partner
    if kind is Kind.PLAN:
        return Reading(kind, proposal=_proposal(line, quiet, sent, prepared))
    if kind not in (Kind.REPORT, Kind.CORRECTION):
        return Reading(kind)
    if council.reason is Reason.MISSING and (likely := _named_aside(line, aside, prepared, tuple(Aside))):
        council = replace(likely, reason=Reason.AMBIGUOUS)
    if council.reason is Reason.SEVERAL and Field.COUNCIL in hedges.alternatives(facts):
        council = replace(council, reason=Reason.AMBIGUOUS)
    if are_several(facts, council):
        together = _several(line, facts, council, sent, prepared, aside.scopes)
        return replace(together, ahead=_ahead(line, aside.scopes))
    if (
        facts.modality is None
        and not facts.modality_reason
        and any(hinted(quiet, scope) or BODIES.search(quiet, scope.start, scope.end) for scope in aside.scopes)
    ):
        facts = replace(facts, modality_reason=Reason.AMBIGUOUS)
    single = _single(line, facts, council, sent, window, kind, doubt, aside.scopes, prepared)
    return replace(single, ahead=_ahead(line, aside.scopes))


def _is_past(facts: Facts, sent: datetime) -> bool:
    """Whether days are named and none is still to come."""
    return bool(facts.days) and all(hit.value and hit.value <= sent.date() for hit in facts.days)


def _ahead(line: Line, asides: Sequence[Scope]) -> tuple[Span, ...]:
    """Where the message speaks of something still to be done."""
    return tuple(line.span(one.start, one.end) for one in asides if one.aside is Aside.PLAN)


def _named_aside(line: Line, aside: scopes.Reading, prepared: Assigned, kinds: tuple[Aside, ...]) -> Choice | None:
    """The only council named where the session itself is not told: "no vam poder pujar a Vic i ho vam fer per Zoom"."""
    apart = [scope for scope in aside.scopes if scope.aside in kinds]
    found = [m for m in find_mentions(line, prepared) if any(s.start <= m.start < s.end for s in apart)]
    council = choose_council(found, prepared.names)
    return council if council.name and council.mentions and not council.reason else None


def _of_another_council(line: Line, asides: Sequence[Scope], council: Choice, prepared: Assigned) -> bool:
    """Whether what did not happen was another council's: "2 h amb Vic; la de Manlleu no la vam fer"."""
    failed = [scope for scope in asides if scope.aside is Aside.NEGATION]
    found = [m for m in find_mentions(line, prepared) if m.candidates]
    parts = sentences(line.text)

    def is_other(scope: Scope) -> bool:
        start, end = next(part for part in parts if scope.start < part[1])
        if any(start <= m.start < end and council.name in m.candidates for m in found):
            start, end = scope.start, scope.end
        return any(start <= m.start < end and council.name not in m.candidates for m in found)

    return all(map(is_other, failed))


def _single(
    line: Line,
    facts: Facts,
    council: Choice,
    sent: datetime,
    window: tuple[date, date],
    kind: Kind,
    doubt: bool,
    asides: Sequence[Scope],
    prepared: Assigned,
) -> Reading:
    reasons: dict[Field, Reason] = {}
    day, reason = _day(facts, sent, window)
    if reason or doubt:
        reasons[Field.DATE] = reason or Reason.AMBIGUOUS
    minutes, reason, begins = _minutes(facts)
    if reason:
        reasons[Field.MINUTES] = reason
    if council.reason:
        reasons[Field.COUNCIL] = council.reason
    elif not council.mentions and (
        keeps_strange_company(facts.left)
        or resembles_another(line, facts.left, prepared)
        or any(line.capital(word.start()) for word in names_alone(facts.left) if not _is_sign(facts, word.start()))
    ):
        reasons[Field.COUNCIL] = Reason.AMBIGUOUS
    if facts.modality_reason:
        reasons[Field.MODALITY] = facts.modality_reason
    for field in (*hedges.alternatives(facts), *unexplained.doubted(facts)):
        reasons.setdefault(field, Reason.AMBIGUOUS)
    for field in hedges.doubted(line.text, facts, council):
        reasons.setdefault(field, Reason.APPROXIMATE if field in (Field.MINUTES, Field.MODALITY) else Reason.AMBIGUOUS)
    return Reading(
        kind,
        day,
        minutes,
        council.name,
        facts.modality,
        topic_of(line, facts, council, asides),
        reasons,
        spans=_spans(line, facts, council),
        begins=begins,
    )


def _is_sign(facts: Facts, start: int) -> bool:
    """Whether the modality was read at that place, or a place follows it ("presencial, Tecnocampus")."""
    return any(
        hit.start <= start < hit.end or (hit.value is Modality.IN_PERSON and start - 2 <= hit.end <= start)
        for hit in facts.signs
    )


def _day(facts: Facts, sent: datetime, window: tuple[date, date]) -> tuple[date | None, Reason | None]:
    """The day of the session, or why it must be asked."""
    told = told_days(facts)
    if not told:
        vague = next((hit for hit in facts.vague), None)
        return (vague.value, Reason.AMBIGUOUS) if vague else (None, Reason.MISSING)
    if len(told) > 1:
        return None, Reason.CONTRADICTORY
    day, reason = told[0].value, told[0].reason
    if day is None or reason:
        return day, reason or Reason.AMBIGUOUS
    if day > sent.date() or running(facts, day, sent):
        return day, Reason.FUTURE
    if not window[0] <= day <= window[1]:
        return day, Reason.OUTSIDE_WINDOW
    if sent.hour < SMALL_HOURS and (sent.date() - day).days < 2:
        return day, Reason.AMBIGUOUS
    return day, None


def _minutes(facts: Facts) -> tuple[int | None, Reason | None, int | None]:
    """The length of the session, or why it must be asked, and the hour at which it began."""
    lengths = facts.lengths
    if not lengths:
        return None, Reason.MISSING, None
    values = {hit.value for hit in lengths}
    reason = next((hit.reason for hit in lengths if hit.reason), None)
    if len(values) > 1:
        return None, reason or Reason.CONTRADICTORY, None
    hit, *others = lengths
    begins = begins_at(facts.stretches) if facts.stretches and not others else None
    if reason is not Reason.ABSURD or others:
        return hit.value, reason, begins
    if OF_DAY.fullmatch(facts.text, hit.start, hit.end):
        return hit.literal, Reason.HOUR, hit.literal
    return hit.literal, reason, begins


def _spans(line: Line, facts: Facts, council: Choice) -> dict[Field, tuple[Span, ...]]:
    """Where in the original message each field was read."""
    days = facts.days or facts.vague
    places: dict[Field, list[tuple[int, int]]] = {
        Field.DATE: [(hit.start, hit.end) for hit in days],
        Field.MINUTES: [(hit.start, hit.end) for hit in facts.lengths],
        Field.COUNCIL: [(mention.start, mention.end) for mention in council.mentions],
        Field.MODALITY: [(hit.start, hit.end) for hit in facts.signs],
    }
    return {field: tuple(line.span(*place) for place in found) for field, found in places.items() if found}


def _several(
    line: Line,
    facts: Facts,
    council: Choice,
    sent: datetime,
    prepared: Assigned,
    asides: Sequence[Scope],
) -> Reading:
    told = sessions.split(line, facts, council, sent, prepared, asides)

    first = told[0]
    return Reading(
        Kind.REPORT,
        first.date if _same(told, "date") else None,
        first.minutes if _same(told, "minutes") else None,
        first.council if _same(told, "council") else None,
        first.modality if _same(told, "modality") else None,
        topic_of(line, facts, council, asides),
        {Field.SESSIONS: Reason.SEVERAL},
        told,
        spans=_spans(line, facts, council),
    )


def _same(told: Sequence[Session], name: str) -> bool:
    return len({getattr(session, name) for session in told}) == 1


def _proposal(line: Line, quiet: str, sent: datetime, prepared: Assigned) -> Proposal | None:
    """The session that a plan speaks of: the first day to come, and the hour if one is said."""
    facts = gather(line, quiet, sent, prepared)
    hit = next((hit for hit in facts.days if hit.value), None)
    day = hit.value if hit else None
    if hit is None or day is None:
        return None
    if day < sent.date():
        if not _WEEKDAY.match(quiet, hit.start):
            return None
        day = calendar.next_weekday(day.weekday(), sent.date())
    council = choose_council(facts.mentions, prepared.names)
    name = council.name if council.reason is None else None
    return Proposal(day, _hour(facts), name, council.reason is Reason.UNKNOWN_COUNCIL)


def _hour(facts: Facts) -> time | None:
    starts = [found.start for found in facts.stretches] + [hit.value for hit, _ in facts.times if hit.value]
    if not starts:
        return None
    start = starts[0]
    if start < DAWN:
        start += HALF_DAY
    return time(start // 60 % 24, start % 60)

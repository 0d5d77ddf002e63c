"""The forecast: every message of the next fourteen days, to whom and in the very words, if nothing changes (N7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from conversations import digests, menus, notices
from conversations.decisions import coming, nudges
from conversations.keeping import alerts
from conversations.mentoring import foreseeing, silence
from conversations.protocol.agenda import Agenda, Curious, LostGroup, Outage, Returned
from conversations.protocol.assessment import Awaited
from conversations.protocol.attention import Silent, Unreached
from conversations.protocol.facts import Call, Reader, Role, Watched
from conversations.protocol.mentoring import Assignment
from conversations.protocol.replies import Button, Notice, Say, column
from conversations.protocol.turn import Step
from conversations.protocol.wants import Calls, Facts, Me, PlannedNotices
from conversations.protocol.words import Council, Joined, T, Words, lines, paragraphs
from conversations.rules import awaiting, deadlines, reminders
from conversations.rules.courtesy import next_polite, polite
from conversations.rules.roles import Action, may

SPAN = timedelta(days=14)
PAGE = 8


@dataclass(frozen=True, slots=True)
class Foretold:
    """A message that will be sent: when (UTC), and for which body; the commission's have none."""

    at: datetime
    notice: Notice
    body_name: str = ""


def forecast(
    agenda: Agenda, calls: Mapping[str, Call], now: datetime, until: datetime, by_mail: str = ""
) -> Iterator[Foretold]:
    """What is said from `now` to `until`, in order, if nobody does anything meanwhile; `by_mail` as in `notices.due`.

    At every moment the very functions decide that decide when the moment has come, in the same order.
    """
    watched = {(one.call, one.body): one for one in agenda.watched}
    readers = {call: {one.person: one for one in some} for call, some in agenda.readers.items()}
    curious = list(agenda.curious)
    awaited = {one.ruling.id: one for one in agenda.awaited}
    away = list(agenda.outages)
    gone, quiet, left = list(agenda.unreached), list(agenda.silent), list(agenda.lost)
    sessions = {one.id: one for one in agenda.sessions}
    paced = {one.assignment.id: one for one in agenda.paced}
    ending, untold = list(agenda.lapsing), set(agenda.untold)
    waiting = list(agenda.unsaved)
    returned = dict(agenda.returned)
    for moment in _moments(agenda, calls, now, until):
        yield from _reminders(watched, calls, moment, by_mail)
        yield from _openings(curious, calls, moment)
        yield from _digests(readers, agenda, calls, moment)
        yield from _promotions(returned, awaited, agenda, calls, moment)
        yield from _answers(awaited, agenda, calls, moment)
        yield from _silences(sessions, agenda, calls, moment)
        for told in (
            foreseeing.unsaved_sessions(waiting, calls, moment),
            foreseeing.packages(paced, agenda, calls, moment),
            foreseeing.last_days(ending, untold, agenda, calls, moment),
            foreseeing.ends(ending, sessions, agenda, calls, moment),
        ):
            yield from (Foretold(moment, notice, body_name) for notice, body_name in told)
        yield from _outages(away, agenda, calls, moment)
        yield from _alerts(gone, quiet, left, agenda, calls, moment)


def _moments(agenda: Agenda, calls: Mapping[str, Call], now: datetime, until: datetime) -> Sequence[datetime]:
    lacking = {(one.call, one.due) for one in agenda.watched if one.due is not None}
    answer_by = [(calls[call], day) for call, day in sorted(lacking)]
    wanted = set(reminders.moments(calls.values(), answer_by, now, until))
    for one in agenda.awaited:
        call, day = calls[one.application.call], one.ruling.answer_by
        wanted |= {next_polite(at, call) for at, _ in awaiting.moments(call, day) if at > now} if day else set()
    for key in agenda.returned:
        # Hours that are free already pass on at the first moment at which that may be said.
        first = next_polite(now, calls[key])
        day = awaiting.last_day(calls[key], deadlines.today(first))
        wanted |= {first, *(next_polite(at, calls[key]) for at, _ in awaiting.moments(calls[key], day))}
    wanted |= alerts.moments(agenda.silent, calls, now)
    for call in calls.values():
        wanted |= set(digests.moments(call, now, until))
        opening = deadlines.opening(call)
        if opening is not None and opening > now:
            wanted.add(next_polite(opening, call))
    for assignment in agenda.sessions:
        waiting = (one for one in assignment.sessions if silence.waits(one))
        call = calls[assignment.grant.application.call]
        wanted |= {max(silence.moment(call, one), next_polite(now, call)) for one in waiting}
    wanted |= set(foreseeing.moments(agenda, calls, now, until))
    return sorted(one for one in wanted if one <= until)


def _reminders(
    watched: dict[tuple[str, str], Watched], calls: Mapping[str, Call], moment: datetime, by_mail: str
) -> Iterator[Foretold]:
    for call in calls:
        pending = [one for one in watched.values() if one.call == call and one.since <= moment]
        pending.sort(key=lambda one: (one.since, one.body))
        plan = notices.due(pending, calls, moment, by_mail)
        names = {(one.call, one.body): one.body_name for one in pending}
        for notice in plan.notices:
            if not notice.skipped:
                yield Foretold(moment, notice, names[notices.whose(notice)])
        for key, following in plan.following.items():
            if following is None:
                del watched[key]
            else:
                watched[key] = replace(watched[key], since=following)


def _openings(curious: list[Curious], calls: Mapping[str, Call], moment: datetime) -> Iterator[Foretold]:
    for call in deadlines.taking(list(calls.values()), moment):
        opening = deadlines.opening(call)
        if opening is None or not polite(moment, call):
            continue
        told = [one for one in curious if one.since is None or one.since < opening]
        for notice, one in zip(notices.opened(call, told, moment), told, strict=True):
            yield Foretold(moment, notice, one.body_name)
            curious.remove(one)


def _digests(
    readers: dict[str, dict[int, Reader]], agenda: Agenda, calls: Mapping[str, Call], moment: datetime
) -> Iterator[Foretold]:
    for key, call in calls.items():
        told = digests.due(call, list(readers.get(key, {}).values()), agenda.arrived.get(key, ()), moment)
        yield from (Foretold(moment, notice) for notice in told.notices)
        for person, until, number in told.moved:
            readers[key][person] = replace(readers[key][person], until=until, number=number)


def _promotions(
    returned: dict[str, Returned],
    awaited: dict[int, Awaited],
    agenda: Agenda,
    calls: Mapping[str, Call],
    moment: datetime,
) -> Iterator[Foretold]:
    for key, known in tuple(returned.items()):
        if not polite(moment, calls[key]):
            continue
        passed = coming.due(calls[key], known, agenda.office, moment)
        names = {person: one.application.body_name for one in passed.awaited for person in one.contacts}
        yield from (Foretold(moment, notice, names[notice.to]) for notice in passed.notices)
        awaited.update({one.ruling.id: one for one in passed.awaited})
        returned[key] = passed.after


def _answers(
    awaited: dict[int, Awaited], agenda: Agenda, calls: Mapping[str, Call], moment: datetime
) -> Iterator[Foretold]:
    pending = sorted((one for one in awaited.values() if one.due <= moment), key=lambda one: (one.due, one.ruling.id))
    plan = nudges.due(pending, calls, agenda.office, moment)
    for notice in plan.notices:
        about = awaited[nudges.whose(notice)]
        yield Foretold(moment, notice, about.application.body_name if notice.to in about.contacts else "")
    for ruling, following in plan.following.items():
        if following is None:
            del awaited[ruling]
        else:
            awaited[ruling] = replace(awaited[ruling], due=following)


def _outages(away: list[Outage], agenda: Agenda, calls: Mapping[str, Call], moment: datetime) -> Iterator[Foretold]:
    for one in tuple(away):
        told = notices.outages([one], list(calls.values()), agenda.office, moment)
        yield from (Foretold(moment, notice) for notice in told)
        if told:
            away.remove(one)


def _silences(
    sessions: dict[int, Assignment], agenda: Agenda, calls: Mapping[str, Call], moment: datetime
) -> Iterator[Foretold]:
    passed = silence.due(list(sessions.values()), calls, agenda.office, moment)
    for notice, of in zip(passed.notices, passed.of, strict=True):
        yield Foretold(moment, notice, of.grant.application.body_name)
    sessions.update({one.id: one for one in passed.after})


def _alerts(
    gone: list[Unreached],
    quiet: list[Silent],
    left: list[LostGroup],
    agenda: Agenda,
    calls: Mapping[str, Call],
    moment: datetime,
) -> Iterator[Foretold]:
    for one in tuple(gone):
        told = alerts.unreached([one], list(calls.values()), agenda.office, moment)
        yield from (Foretold(moment, notice) for notice in told)
        if told:
            gone.remove(one)
    for group in tuple(left):
        told = alerts.lost([group], list(calls.values()), agenda.office, moment)
        yield from (Foretold(moment, notice) for notice in told)
        if told:
            left.remove(group)
    for asked in tuple(quiet):
        told = alerts.silent([asked], calls, agenda.office, moment)
        yield from (Foretold(moment, notice) for notice in told)
        if told:
            quiet.remove(asked)


def show(facts: Facts, page: int = 0) -> Step | None:
    """A page of the forecast; how many messages each day has stands above the first."""
    if not may(facts[Me()], Action.SEE_FORECAST):
        return None
    calls = {call.id: call for call in facts[Calls()]}
    agenda = facts[PlannedNotices(SPAN.days)]
    by_mail = facts.house.controller.address if facts.house.minimal else ""
    coming = list(forecast(agenda, calls, facts.now, facts.now + SPAN, by_mail))
    shown = coming[page * PAGE : (page + 1) * PAGE]
    if not coming:
        return Step(None, (Say(T("Nothing will be sent in the next fourteen days.")),))
    head = None if page else _head(coming, agenda)
    more = Button(T("Show me the next messages"), f"forecast.{page + 1}", standing=True)
    said: list[Words] = [lines(_to_whom(one, agenda), one.notice.text, _with_picture(one.notice)) for one in shown]
    rows = column(more if len(coming) > (page + 1) * PAGE else None)
    if not shown:
        return Step(None, (Say(T("There are no more.")),))
    return Step(None, (Say(paragraphs(head, Joined(tuple(said), "\n\n")), rows),))


def _head(coming: Sequence[Foretold], agenda: Agenda) -> Words:
    days = Counter(deadlines.today(one.at) for one in coming)
    n = len(coming)
    return lines(
        T(
            "In the next fourteen days {n} message will be sent, if nothing changes:",
            "In the next fourteen days {n} messages will be sent, if nothing changes:",
            n=n,
        ),
        *(T("· {day}: {count}", day=day, count=count) for day, count in sorted(days.items()) if n > PAGE),
        T("There are too many councils: only the first ones are here.") if agenda.more else None,
    )


def _to_whom(one: Foretold, agenda: Agenda) -> Words:
    if one.notice.to < 0:
        return T("<b>{at}</b> · a group of the technical office's", at=one.at)
    role = Role.OFFICE if one.notice.to in agenda.office else Role.COMMISSION
    where = Council(one.body_name) if one.body_name else menus.ROLE[role]
    name = agenda.names.get(one.notice.to, "")
    if not name:
        return T("<b>{at}</b> · {who}", at=one.at, who=where)
    return T("<b>{at}</b> · {who} · {name}", at=one.at, who=where, name=name)


def _with_picture(notice: Notice) -> Words | None:
    return T("<i>With a picture.</i>") if notice.document else None

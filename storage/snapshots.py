"""Reads: answers the wants of many updates at once, one query per kind, whatever the number of people stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, assert_never

from sqlalchemy import Connection, Select, and_, bindparam, func, select

from conversations.calls import parse
from conversations.protocol import facts, wants
from conversations.protocol.agenda import Returned
from conversations.protocol.facts import Role, Seat
from conversations.protocol.mentoring import Mentoring
from conversations.protocol.wants import AnyWant
from conversations.rules import deadlines
from storage import (
    agenda,
    assessments,
    attention,
    data_requests,
    dispatches,
    groups,
    holdings,
    mentoring,
    models,
    proceedings,
    seats,
    told,
    watch,
    withholding,
)
from storage.tables import table

_MOST_DRAFTS = 30

_PEOPLE = table(models.PersonRow)
_SEATS = table(models.SeatRow)
_BODIES = table(models.BodyRow)
_STAYS = table(models.StayRow)
_CALLS = table(models.CallRow)
_EXTENSIONS = table(models.ExtensionRow)
_APPLICATIONS = table(models.ApplicationRow)
_ANSWERS = table(models.AnswerRow)
_SKIPS = table(models.SkipRow)
_INVITATIONS = table(models.InvitationRow)
_WRONG = table(models.WrongTokenRow)
_ACCESS = table(models.AccessRequestRow)
_HELP = table(models.HelpRequestRow)
_DATA_REQUESTS = table(models.DataRequestRow)
_LATE = table(models.LatePressRow)


@dataclass(frozen=True, slots=True)
class Asked:
    """One want of one update: `slot` tells the updates of a batch apart."""

    slot: int
    person: int
    want: AnyWant


Answers = dict[int, dict[AnyWant, Any]]


def answer(
    connection: Connection, asked: Sequence[Asked], now: datetime, known: Mapping[int, facts.Person] | None = None
) -> Answers:
    """The answers by slot and want. `now` is the time of the batch (UTC).

    `known` are the people who ask and whom we know, where this transaction has read them already.
    """
    if known is None:
        known = persons(connection, list({one.person for one in asked}))
    kinds: dict[type, list[Asked]] = defaultdict(list)
    for one in asked:
        kinds[type(one.want)].append(one)
    found: Answers = defaultdict(dict)
    for group in kinds.values():
        for one, value in zip(group, _load(connection, group, now, known), strict=True):
            found[one.slot][one.want] = value
    return found


def _load(
    connection: Connection, group: Sequence[Asked], now: datetime, known: Mapping[int, facts.Person]
) -> Sequence[Any]:
    people = [one.person for one in group]
    match group[0].want:
        case wants.Me():
            return [known.get(person, facts.Person(person)) for person in people]
        case wants.Calls():
            return [calls(connection)] * len(group)
        case wants.MyApplications():
            mine = _applications_of(connection, _bodies_of(people, known))
            return [tuple(mine.get(person, ())) for person in people]
        case wants.ApplicationsOf():
            bodies = [one.want.body for one in group if isinstance(one.want, wants.ApplicationsOf)]
            theirs = _applications_at(connection, bodies)
            return [tuple(theirs.get(body, ())) for body in bodies]
        case wants.MySkips():
            skips = _skips_of(connection, _bodies_of(people, known))
            return [tuple(skips.get(person, ())) for person in people]
        case wants.Register():
            return [register(connection)] * len(group)
        case wants.Office():
            return [office(connection)] * len(group)
        case wants.Commission():
            return [commission(connection)] * len(group)
        case wants.Contacts():
            contacts = _contacts(connection, [one.want.body for one in group if isinstance(one.want, wants.Contacts)])
            return [tuple(contacts.get(one.want.body, ())) for one in group if isinstance(one.want, wants.Contacts)]
        case wants.Holders():
            bodies = [one.want.body for one in group if isinstance(one.want, wants.Holders)]
            held = seats.holders(connection, bodies, persons)
            return [tuple(held.get(body, ())) for body in bodies]
        case wants.InvitationOf():
            digests = [one.want.digest for one in group if isinstance(one.want, wants.InvitationOf)]
            invitations = _invitations(connection, digests)
            return [invitations.get(digest) for digest in digests]
        case wants.WrongTokens():
            wrong = _wrong_tokens(connection, people, now)
            return [wrong.get(person, 0) for person in people]
        case wants.AccessRequestOf():
            ids = [one.want.id for one in group if isinstance(one.want, wants.AccessRequestOf)]
            return _by_id(connection, select(_ACCESS).where(_ACCESS.c.id.in_(ids)), ids, _access_request)
        case wants.MyAccessRequest():
            asked_by = {row.person: _access_request(row) for row in connection.execute(_ASKED_LAST, {"people": people})}
            return [asked_by.get(person) for person in people]
        case wants.HelpRequestOf():
            ids = [one.want.id for one in group if isinstance(one.want, wants.HelpRequestOf)]
            return _by_id(connection, select(_HELP).where(_HELP.c.id.in_(ids)), ids, _help_request)
        case wants.GivenBy():
            return _given(connection, group)
        case wants.NextNumber():
            rows = connection.execute(select(_CALLS.c.id, _CALLS.c.numbers))
            numbers = {row.id: row.numbers + 1 for row in rows}
            return [numbers.get(one.want.call, 1) for one in group if isinstance(one.want, wants.NextNumber)]
        case wants.Desk():
            return [_desk(connection, one.want.call) for one in group if isinstance(one.want, wants.Desk)]
        case wants.ApplicationOf():
            keys = [one.want.id for one in group if isinstance(one.want, wants.ApplicationOf)]
            known_ones = applications(connection, keys)
            return [known_ones.get(key) for key in keys]
        case wants.DataRequestOf():
            ids = [one.want.id for one in group if isinstance(one.want, wants.DataRequestOf)]
            requests = data_requests.by_id(connection, ids)
            return [requests.get(one) for one in ids]
        case wants.OpenDataRequests():
            keys = [one.want.application for one in group if isinstance(one.want, wants.OpenDataRequests)]
            waiting = data_requests.open_of(connection, keys)
            return [tuple(waiting.get(key, ())) for key in keys]
        case wants.DataGivenBy():
            by_message = [(one.person, one.want.message) for one in group if isinstance(one.want, wants.DataGivenBy)]
            return data_requests.answered_with(connection, by_message)
        case wants.LatePressOf():
            keys = [one.want.application for one in group if isinstance(one.want, wants.LatePressOf)]
            late = {
                row.application: row for row in connection.execute(select(_LATE).where(_LATE.c.application.in_(keys)))
            }
            return [_late_press(late[key]) if key in late else None for key in keys]
        case wants.MyDataRequests():
            lacking = data_requests.open_for(connection, _bodies_of(people, known))
            return [tuple(lacking.get(person, ())) for person in people]
        case wants.ToAssess():
            closed = deadlines.assessed(calls(connection), now)
            queues = assessments.queues(connection, people, closed.id if closed else None, applications)
            return [queues.get(person, facts.Queue()) for person in people]
        case wants.ProceedingsOf():
            day = deadlines.today(now)
            ofs = [one.want.call for one in group if isinstance(one.want, wants.ProceedingsOf)]
            return [proceedings.proceedings(connection, call, day, persons, applications, register) for call in ofs]
        case wants.LettersOf():
            called = [one.want.call for one in group if isinstance(one.want, wants.LettersOf)]
            return [dispatches.letters_of(connection, call) for call in called]
        case wants.ContactsIn():
            called = [one.want.call for one in group if isinstance(one.want, wants.ContactsIn)]
            return [dispatches.contacts_in(connection, call) for call in called]
        case wants.MyRulings():
            last = told.told_to(connection, people)
            return [last.get(person, {}) for person in people]
        case wants.RulingsOf():
            heard = told.told_of(connection, [one.want.body for one in group if isinstance(one.want, wants.RulingsOf)])
            return [heard.get(one.want.body, {}) for one in group if isinstance(one.want, wants.RulingsOf)]
        case wants.Standings():
            return [watch.counts(connection, one.want.call) for one in group if isinstance(one.want, wants.Standings)]
        case wants.OpenDrafts():
            ofs = [one.want.call for one in group if isinstance(one.want, wants.OpenDrafts)]
            return [tuple(watch.drafts(connection, call, _MOST_DRAFTS)) for call in ofs]
        case wants.NeedsAPerson():
            return [attention.attention(connection, now, applications)] * len(group)
        case wants.BoundGroups():
            return [groups.bound(connection)] * len(group)
        case wants.UnreachedBy():
            ids = [one.want.person for one in group if isinstance(one.want, wants.UnreachedBy)]
            return [tuple(attention.unreached(connection, applications, one)) for one in ids]
        case wants.PlannedNotices():
            spans = [one.want.days for one in group if isinstance(one.want, wants.PlannedNotices)]
            return [
                agenda.agenda(
                    connection,
                    calls(connection),
                    office(connection),
                    applications,
                    now,
                    now + timedelta(days=days),
                    returned(connection, now),
                )
                for days in spans
            ]
        case wants.LedgerOf():
            return [
                proceedings.ledger(connection, one.want.call) for one in group if isinstance(one.want, wants.LedgerOf)
            ]
        case wants.Mentors():
            return [
                mentoring.mentors(connection, one.want.call) for one in group if isinstance(one.want, wants.Mentors)
            ]
        case wants.Grants():
            ofs = [one.want.call for one in group if isinstance(one.want, wants.Grants)]
            return [mentoring.grants(connection, call, applications) for call in ofs]
        case wants.AssignmentsIn():
            ofs = [one.want.call for one in group if isinstance(one.want, wants.AssignmentsIn)]
            return [mentoring.in_call(connection, call, applications) for call in ofs]
        case wants.AssignmentOf():
            ids = [one.want.id for one in group if isinstance(one.want, wants.AssignmentOf)]
            assigned = mentoring.by_id(connection, ids, applications)
            return [assigned.get(one) for one in ids]
        case wants.AssignmentOfSession():
            ids = [one.want.session for one in group if isinstance(one.want, wants.AssignmentOfSession)]
            assigned = mentoring.of_sessions(connection, ids, applications)
            return [assigned.get(one) for one in ids]
        case wants.AssignmentOfDate():
            ids = [one.want.appointment for one in group if isinstance(one.want, wants.AssignmentOfDate)]
            assigned = mentoring.of_dates(connection, ids, applications)
            return [assigned.get(one) for one in ids]
        case wants.MyMentoring():
            newest = select(_CALLS.c.id).order_by(_CALLS.c.opened_at.desc(), _CALLS.c.id.desc()).limit(1)
            given = mentoring.mentoring(connection, people, connection.scalar(newest) or "", applications)
            return [given.get(person, Mentoring()) for person in people]
        case wants.MyAssignments():
            received = mentoring.of_contacts(connection, people, applications)
            return [tuple(received.get(person, ())) for person in people]
        case wants.MyData():
            return [holdings.held(connection, person) for person in people]
        case never:
            assert_never(never)


_ASKED_LAST = select(_ACCESS).where(
    _ACCESS.c.id.in_(
        select(func.max(_ACCESS.c.id)).where(_ACCESS.c.person.in_(bindparam("people"))).group_by(_ACCESS.c.person)
    )
)

_KNOWN = (
    select(_PEOPLE, _SEATS.c.role, _SEATS.c.body, _BODIES.c.name.label("body_name"))
    .join_from(_PEOPLE, _SEATS, and_(_SEATS.c.person == _PEOPLE.c.id, _SEATS.c.until.is_(None)), isouter=True)
    .join(_BODIES, _BODIES.c.id == _SEATS.c.body, isouter=True)
    .where(_PEOPLE.c.id.in_(bindparam("ids")))
    .order_by(_SEATS.c.id)
)


def persons(connection: Connection, ids: Sequence[int]) -> dict[int, facts.Person]:
    """People with the seats they hold today; unknown ids are left out."""
    rows = connection.execute(_KNOWN, {"ids": ids}).all()
    seats: dict[int, list[Seat]] = defaultdict(list)
    for row in rows:
        if row.role is not None:
            seats[row.id].append(Seat(Role(row.role), row.body, row.body_name or ""))
    return {
        row.id: facts.Person(row.id, row.name, row.notice, row.reachable, row.muted, tuple(seats[row.id]))
        for row in rows
    }


# By the day: a deadline only ever moves to a later one, while a clock may have stepped back in between.
_OPENED = (
    select(_CALLS.c.id, _CALLS.c.toml, _CALLS.c.opened_at, _EXTENSIONS.c.at, _EXTENSIONS.c.to, _EXTENSIONS.c.reason)
    .join_from(_CALLS, _EXTENSIONS, _EXTENSIONS.c.call == _CALLS.c.id, isouter=True)
    .order_by(_CALLS.c.opened_at, _CALLS.c.id, _EXTENSIONS.c.to)
)


def calls(connection: Connection) -> tuple[facts.Call, ...]:
    """Every call that was opened, the newest last, with its extensions and the deadline in force."""
    opened: dict[str, tuple[Any, list[facts.Extension]]] = {}
    for row in connection.execute(_OPENED):
        _, extensions = opened.setdefault(row.id, (row, []))
        if row.to is not None:
            extensions.append(facts.Extension(row.at, row.to, row.reason))
    return tuple(_opened(row.toml, tuple(extensions), row.opened_at) for row, extensions in opened.values())


@lru_cache(maxsize=64)
def _opened(toml: str, extensions: tuple[facts.Extension, ...], at: datetime) -> facts.Call:
    """The very same call for the same text, so that what is worked out from it is found again at once."""
    return replace(parse(toml, extensions), opened=at)


def returned(connection: Connection, now: datetime) -> dict[str, Returned]:
    """The decisions of the calls in which hours that come back pass on by themselves."""
    day = deadlines.today(now)
    return {
        call.id: Returned(
            proceedings.proceedings(connection, call.id, day, persons, applications, register),
            dispatches.letters_of(connection, call.id),
            dispatches.contacts_in(connection, call.id),
        )
        for call in calls(connection)
        if call.telling.promotes
    }


_HOLDING = (
    select(_SEATS.c.person).where(_SEATS.c.role == bindparam("role"), _SEATS.c.until.is_(None)).order_by(_SEATS.c.id)
)


def office(connection: Connection) -> tuple[int, ...]:
    """The people of the office, the oldest seat first."""
    return tuple(dict.fromkeys(connection.scalars(_HOLDING, {"role": Role.OFFICE.value})))


def commission(connection: Connection) -> tuple[facts.Person, ...]:
    """The people of the commission, the oldest seat first."""
    ids = list(dict.fromkeys(connection.scalars(_HOLDING, {"role": Role.COMMISSION.value})))
    known = persons(connection, ids)
    return tuple(known[one] for one in ids)


_MEMBERSHIPS = select(_STAYS.c.body, _STAYS.c.status, _STAYS.c.joined, _STAYS.c.left_on).order_by(_STAYS.c.id)
_REGISTERED = select(_BODIES.c.id, _BODIES.c.name, _BODIES.c.comarca)


def register(connection: Connection) -> Mapping[str, facts.Body]:
    """Every body of the register with its stays in the network."""
    stays: dict[str, list[facts.Stay]] = defaultdict(list)
    for body, status, joined, left in connection.execute(_MEMBERSHIPS):
        stays[body].append(facts.Stay(facts.Membership(status), joined, left))
    rows = connection.execute(_REGISTERED)
    return {key: facts.Body(key, name, comarca, tuple(stays[key])) for key, name, comarca in rows}


def _bodies_of(people: Iterable[int], known: Mapping[int, facts.Person]) -> dict[str, list[int]]:
    """The bodies for which these people may apply, each with those who may."""
    bodies: dict[str, list[int]] = defaultdict(list)
    for person in dict.fromkeys(people):
        held = {seat.body: None for seat in known[person].contact_seats()} if person in known else {}
        for body in held:
            if body is not None:
                bodies[body].append(person)
    return bodies


def _applications_of(connection: Connection, bodies: Mapping[str, Sequence[int]]) -> dict[int, list[facts.Application]]:
    mine: dict[int, list[facts.Application]] = defaultdict(list)
    for one in _at(connection, bodies):
        for person in bodies[one.body]:
            mine[person].append(one)
    return mine


def _applications_at(connection: Connection, bodies: Sequence[str]) -> dict[str, list[facts.Application]]:
    theirs: dict[str, list[facts.Application]] = defaultdict(list)
    for one in _at(connection, bodies):
        theirs[one.body].append(one)
    return theirs


_AT = (
    select(_APPLICATIONS, _BODIES.c.name.label("body_name"))
    .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
    .where(_APPLICATIONS.c.body.in_(bindparam("bodies")))
    .order_by(_APPLICATIONS.c.created_at, _APPLICATIONS.c.id)
)


def _at(connection: Connection, bodies: Collection[str]) -> list[facts.Application]:
    """The applications of these bodies, the oldest first."""
    return _filled(connection, connection.execute(_AT, {"bodies": list(bodies)}).all()) if bodies else []


def _filled(connection: Connection, rows: Sequence[Any]) -> list[facts.Application]:
    """Applications from their rows, with their answers in force."""
    ids = {row.id for row in rows}
    answers = answers_of(connection, ids)
    added = added_to(connection, ids)
    return [application(row, answers.get(row.id, {}), added.get(row.id, ())) for row in rows]


_IN_FORCE = (
    select(
        _ANSWERS.c.application,
        _ANSWERS.c.question,
        _ANSWERS.c.value,
        _ANSWERS.c.message,
        _ANSWERS.c.person,
        _ANSWERS.c.at,
    )
    .where(_ANSWERS.c.application.in_(bindparam("applications")), _ANSWERS.c.replaced_at.is_(None))
    .order_by(_ANSWERS.c.id)
)


def answers_of(connection: Connection, applications: set[str]) -> dict[str, dict[str, facts.Answer]]:
    """The answers in force, by application and question."""
    answers: dict[str, dict[str, facts.Answer]] = defaultdict(dict)
    if not applications:
        return answers
    tells = withholding.telling(connection)
    for key, question, value, message, person, at in connection.execute(
        _IN_FORCE, {"applications": list(applications)}
    ):
        if tells(question):
            answers[key][question] = facts.Answer(value, message, person, at)
    return answers


_ADDED = (
    select(_DATA_REQUESTS.c.application, _DATA_REQUESTS.c.question, _DATA_REQUESTS.c.answer)
    .where(_DATA_REQUESTS.c.application.in_(bindparam("applications")), _DATA_REQUESTS.c.answer.is_not(None))
    .order_by(_DATA_REQUESTS.c.id)
)


def added_to(connection: Connection, applications: set[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the office asked for and the councils answered, by application."""
    added: dict[str, tuple[tuple[str, str], ...]] = defaultdict(tuple)
    if not applications or withholding.withholds(connection):
        return added
    for row in connection.execute(_ADDED, {"applications": list(applications)}):
        added[row.application] += ((row.question, row.answer),)
    return added


def application(
    row: Any, answers: Mapping[str, facts.Answer], added: tuple[tuple[str, str], ...] = ()
) -> facts.Application:
    """An application from its row, which has the `body_name` too."""
    return facts.Application(
        id=row.id,
        call=row.call,
        body=row.body,
        body_name=row.body_name,
        status=facts.Status(row.status),
        answers=answers,
        number=row.number,
        version=row.version,
        submitted=row.submitted_at,
        committed=row.committed_at,
        publication=row.publication,
        added=added,
        channel=row.channel,
        received=row.received_at,
        kept=row.kept,
    )


_NAMED = (
    select(_APPLICATIONS, _BODIES.c.name.label("body_name"))
    .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
    .where(_APPLICATIONS.c.id.in_(bindparam("keys")))
)


def applications(connection: Connection, keys: Sequence[str]) -> dict[str, facts.Application]:
    """Applications by their ids, with their answers in force; unknown ids are left out."""
    if not keys:
        return {}
    return {one.id: one for one in _filled(connection, connection.execute(_NAMED, {"keys": list(keys)}).all())}


def _desk(connection: Connection, call: str) -> tuple[facts.DeskLine, ...]:
    rows = connection.execute(
        select(_APPLICATIONS, _BODIES.c.name.label("body_name"))
        .join_from(_APPLICATIONS, _BODIES, _BODIES.c.id == _APPLICATIONS.c.body)
        .where(_APPLICATIONS.c.call == call)
        .order_by(_APPLICATIONS.c.id)
    )
    return tuple(facts.DeskLine(row.id, row.body, row.body_name, facts.Status(row.status), row.number) for row in rows)


def _late_press(row: Any) -> facts.LatePress:
    return facts.LatePress(row.application, row.at, row.decided)


_SKIPPED = select(_SKIPS.c.call, _SKIPS.c.body).where(_SKIPS.c.body.in_(bindparam("bodies")))


def _skips_of(connection: Connection, bodies: Mapping[str, Sequence[int]]) -> dict[int, list[tuple[str, str]]]:
    skips: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in connection.execute(_SKIPPED, {"bodies": list(bodies)}) if bodies else ():
        for person in bodies[row.body]:
            skips[person].append((row.call, row.body))
    return skips


_CONTACTS = (
    select(_SEATS.c.body, _SEATS.c.person)
    .where(_SEATS.c.body.in_(bindparam("bodies")), _SEATS.c.role == Role.CONTACT, _SEATS.c.until.is_(None))
    .order_by(_SEATS.c.id)
)


def _contacts(connection: Connection, bodies: Sequence[str]) -> dict[str, list[int]]:
    contacts: dict[str, list[int]] = defaultdict(list)
    for row in connection.execute(_CONTACTS, {"bodies": bodies}):
        contacts[row.body].append(row.person)
    return contacts


def _invitations(connection: Connection, digests: Sequence[str]) -> dict[str, facts.Invitation]:
    rows = connection.execute(
        select(_INVITATIONS, _BODIES.c.name.label("body_name"))
        .join_from(_INVITATIONS, _BODIES, _BODIES.c.id == _INVITATIONS.c.body, isouter=True)
        .where(_INVITATIONS.c.digest.in_(digests))
    )
    return {
        row.digest: facts.Invitation(
            row.digest,
            Role(row.role),
            row.body,
            row.body_name or "",
            row.name,
            row.expires_at,
            row.used_at,
            row.instead_of,
        )
        for row in rows
    }


def _wrong_tokens(connection: Connection, people: Sequence[int], now: datetime) -> dict[int, int]:
    rows = connection.execute(
        select(_WRONG.c.person, func.count().label("times"))
        .where(_WRONG.c.person.in_(people), _WRONG.c.at > now - timedelta(hours=1))
        .group_by(_WRONG.c.person)
    )
    return {row.person: row.times for row in rows}


def _by_id(
    connection: Connection, statement: Select[Any], ids: Sequence[int], make: Callable[[Any], Any]
) -> Sequence[Any]:
    known = {row.id: make(row) for row in connection.execute(statement)}
    return [known.get(one) for one in ids]


def _access_request(row: Any) -> facts.AccessRequest:
    membership = facts.Membership(row.membership)
    return facts.AccessRequest(row.id, row.person, row.name, row.body, row.body_name, membership, row.decided)


def _help_request(row: Any) -> facts.HelpRequest:
    answered = row.answer is not None
    return facts.HelpRequest(row.id, row.person, row.name, row.body_name, row.place, row.text, answered)


def _given(connection: Connection, group: Sequence[Asked]) -> Sequence[facts.Given | None]:
    messages = [one.want.message for one in group if isinstance(one.want, wants.GivenBy)]
    rows = connection.execute(
        select(_ANSWERS)
        .where(_ANSWERS.c.person.in_([one.person for one in group]), _ANSWERS.c.message.in_(messages))
        .order_by(_ANSWERS.c.id)
    )
    given = {
        (row.person, row.message): facts.Given(row.application, row.question, row.replaced_at is None) for row in rows
    }
    return [given.get((one.person, message)) for one, message in zip(group, messages, strict=True)]

"""Digests for the commission: what arrived and what waits, weekly or daily and in silence, and one at the closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from conversations.forms.application import SERVICE
from conversations.protocol.facts import Arrived, Call, Reader
from conversations.protocol.replies import Bar, Bars, Button, Chart, Keyboard, Notice, column
from conversations.protocol.words import Council, Listed, T, Words, lines
from conversations.rules import deadlines
from conversations.rules.courtesy import at, next_polite, polite, working_day

MOST_SHOWN = 12
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def week_begins(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def closing_moment(call: Call) -> datetime:
    """When the digest of the closing goes out (UTC): the first polite morning after the last day."""
    day = call.deadline + timedelta(days=1)
    while not working_day(day, call.courtesy):
        day += timedelta(days=1)
    return at(day, call.courtesy.begins)


@dataclass(frozen=True, slots=True)
class Told:
    """The digests that are due, and the readers who have now been told up to a later day and a later number."""

    notices: tuple[Notice, ...]
    moved: tuple[tuple[int, date, int], ...]


def wait(call: Call, reader: Reader, now: datetime) -> bool:
    """Whether it is time to look what there is to tell somebody."""
    return polite(now, call) and (_closes(call, reader, now) or reader.until < _begins(call, now))


def due(call: Call, readers: Sequence[Reader], arrived: Sequence[Arrived], now: datetime) -> Told:
    """The digests that are due to the readers of a call for whom it is time."""
    notices: list[Notice] = []
    moved: list[tuple[int, date, int]] = []
    noted = max((one.number for one in arrived), default=0)
    for reader in readers:
        if not wait(call, reader, now):
            continue
        notice, until = digest(call, reader, arrived, now)
        notices += [notice] if notice else []
        moved.append((reader.person, until, max(noted, reader.number or 0)))
    return Told(tuple(notices), tuple(moved))


def digest(call: Call, reader: Reader, arrived: Sequence[Arrived], now: datetime) -> tuple[Notice | None, date]:
    """The digest that is due for somebody, if any, and the day up to which that person has now been told.

    Days are half-open and local: what happened from `reader.until` to the day of the digest, that day excluded, so
    that nothing is told twice or left out; and what was noted after the last digest about a day before it.
    Applications of the reader's own council are not told (R29c).
    """
    today = _begins(call, now)
    if _closes(call, reader, now):
        closing = _closing_of_group if reader.group else _closing
        return closing(call, reader, arrived), max(call.deadline + timedelta(days=1), today)
    others = [one for one in arrived if one.body not in reader.bodies]
    fresh = [one for one in others if one.day < today and _untold(one, reader)]
    waiting = [one for one in others if one.admitted is not None and one.application not in reader.settled]
    new = [one for one in waiting if one.admitted is not None and reader.until <= one.admitted < today]
    if not fresh and not new:
        return None, today
    total = len([one for one in others if one.day < today])
    once = f"{call.id}.digest.{today.isoformat()}.{reader.person}"
    if reader.group:
        return Notice(reader.person, _counts(call, len(fresh), total, len(waiting), now), once, ()), today
    says = lines(
        *(_arrivals(call, fresh, total, now) if fresh else (T("About the {call}:", call=call.name),)),
        _to_assess(len(waiting)),
    )
    return Notice(reader.person, says, once, _begin(len(waiting))), today


def moments(call: Call, begin: datetime, end: datetime) -> tuple[datetime, ...]:
    """The moments (UTC) from `begin` to `end` at which a digest of a call may go out."""
    today = deadlines.today(begin)
    day = today + _DAY if call.digests.daily else week_begins(today) + _WEEK
    wanted = {next_polite(begin, call), closing_moment(call)}
    while at(day, call.courtesy.begins) <= end:
        wanted.add(next_polite(at(day, call.courtesy.begins), call))
        day += _DAY if call.digests.daily else _WEEK
    return tuple(sorted(one for one in wanted if begin <= one <= end))


def _closes(call: Call, reader: Reader, now: datetime) -> bool:
    return reader.until <= call.deadline and now >= closing_moment(call)


def _begins(call: Call, now: datetime) -> date:
    """The first day of the stretch of days that is not over yet: what happens in it is for the next digest."""
    today = deadlines.today(now)
    return today if call.digests.daily else week_begins(today)


def _untold(one: Arrived, reader: Reader) -> bool:
    return one.day >= reader.until or (reader.number is not None and one.number > reader.number)


def _arrivals(call: Call, fresh: Sequence[Arrived], total: int, now: datetime) -> tuple[Words | None, ...]:
    more = len(fresh) - MOST_SHOWN
    return (
        T(
            "{n} application has arrived for the {call}:",
            "{n} applications have arrived for the {call}:",
            n=len(fresh),
            call=call.name,
        ),
        *(_line(one) for one in fresh[:MOST_SHOWN]),
        T("· and {n} more", "· and {n} more", n=more) if more > 0 else None,
        _in_all(call, total, now),
    )


def _counts(call: Call, fresh: int, total: int, complete: int, now: datetime) -> Words:
    """What a group hears: how many, and until when. Whose they are and what they say is for the commission alone."""
    arrived = T(
        "{n} application has arrived for the {call}.",
        "{n} applications have arrived for the {call}.",
        n=fresh,
        call=call.name,
    )
    return lines(
        arrived if fresh else T("About the {call}:", call=call.name),
        _in_all(call, total, now),
        T("{n} is complete.", "{n} are complete.", n=complete) if complete else None,
    )


def _in_all(call: Call, total: int, now: datetime) -> Words:
    if now >= deadlines.closes(call):
        return T("In all there are {total}. The call closed on {deadline}.", total=total, deadline=call.deadline)
    return T("In all there are {total}. The call closes on {deadline}.", total=total, deadline=call.deadline)


def _line(one: Arrived) -> Words:
    service = T("{chosen}", chosen=Listed((SERVICE.label(one.service),)))
    return T("· {council}: {service}", council=Council(one.body_name), service=service)


def _to_assess(n: int) -> Words | None:
    return (
        T("You have <b>{n}</b> application to assess.", "You have <b>{n}</b> applications to assess.", n=n)
        if n
        else None
    )


def _begin(waiting: int) -> Keyboard:
    return column(Button(T("Begin"), "assess", standing=True)) if waiting else ()


def _closing_of_group(call: Call, reader: Reader, arrived: Sequence[Arrived]) -> Notice:
    says = lines(_closed(call, len(arrived)), _meeting(call))
    return Notice(reader.person, says, f"{call.id}.closing.{call.deadline.isoformat()}.{reader.person}", ())


def _closed(call: Call, n: int) -> Words:
    return T(
        "The {call} has closed with {n} application.",
        "The {call} has closed with {n} applications.",
        n=n,
        call=call.name,
    )


def _closing(call: Call, reader: Reader, arrived: Sequence[Arrived]) -> Notice:
    own = [one for one in arrived if one.body in reader.bodies]
    n = len(arrived)
    counts = Counter(one.service for one in arrived)
    says = lines(
        _closed(call, n),
        T("You have {n} to assess.", "You have {n} to assess.", n=n - len(own)) if n else None,
        _own(own),
        *(_service_line(call, service, counts[service]) for service in ("mentoring", "advice")),
        T("Without preference: {n}.", n=counts["either"]) if counts["either"] else None,
        _meeting(call),
    )
    chart = _chart(call, arrived, counts) if n else None
    ready = [one for one in arrived if one not in own and one.admitted and one.application not in reader.settled]
    once = f"{call.id}.closing.{call.deadline.isoformat()}.{reader.person}"
    return Notice(reader.person, says, once, _begin(len(ready)), document=chart)


def _meeting(call: Call) -> Words | None:
    return T("The meeting is on <b>{at}</b>.", at=call.method.meeting) if call.method.meeting else None


def _own(own: Sequence[Arrived]) -> Words | None:
    if not own:
        return None
    return T(
        "The one of {council} is not shown to you because it is of your own council.", council=Council(own[0].body_name)
    )


def _service_line(call: Call, service: str, asked: int) -> Words:
    packages = next(one.bag // one.package for one in call.services if one.id == service)
    label = T("{chosen}", chosen=Listed((SERVICE.label(service),)))
    return T("{service}: {asked} for {packages} packages.", service=label, asked=asked, packages=packages)


def _chart(call: Call, arrived: Sequence[Arrived], counts: Counter[str]) -> Chart:
    bars = []
    for service in call.services:
        packages = service.bag // service.package
        said = T("{asked} for {packages} packages", asked=counts[service.id], packages=packages)
        bars.append(Bar(SERVICE.label(service.id), counts[service.id], said, packages))
    if counts["either"]:
        bars.append(Bar(SERVICE.label("either"), counts["either"], T("{n}", n=counts["either"])))
    comarques = Counter(one.comarca for one in arrived if one.comarca)
    ordered = sorted(comarques.items(), key=lambda one: (-one[1], one[0]))
    places = tuple(Bar(T("{comarca}", comarca=name), count, T("{n}", n=count)) for name, count in ordered)
    groups = [Bars(T("By service, and the packages there are"), tuple(bars))]
    if places:
        groups.append(Bars(T("By comarca"), places))
    n = len(arrived)
    return Chart(f"resum-{call.id}.png", T("{n} application", "{n} applications", n=n), tuple(groups))

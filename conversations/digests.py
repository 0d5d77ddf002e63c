"""Digests for the commission: what arrived, at most weekly and in silence, and one when the call closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from conversations.forms.application import SERVICE
from conversations.protocol.facts import Arrived, Call, Reader
from conversations.protocol.replies import Bar, Bars, Chart, Notice
from conversations.protocol.words import Council, Listed, T, Words, lines
from conversations.rules import deadlines
from conversations.rules.courtesy import at, working_day

MOST_SHOWN = 12


def week_begins(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def closing_moment(call: Call) -> datetime:
    """When the digest of the closing goes out (UTC): the first polite morning after the last day."""
    day = call.deadline + timedelta(days=1)
    while not working_day(day, call.courtesy):
        day += timedelta(days=1)
    return at(day, call.courtesy.begins)


def digest(call: Call, reader: Reader, arrived: Sequence[Arrived], now: datetime) -> tuple[Notice | None, date]:
    """The digest that is due for somebody, if any, and the day up to which that person has now been told.

    Days are half-open and local: what arrived from `reader.until` to the day of the digest, that day excluded, so that
    nothing is told twice or left out. Applications of the reader's own council are not told (R29c).
    """
    if now >= closing_moment(call):
        return _closing(call, reader, arrived), call.deadline + timedelta(days=1)
    today = week_begins(deadlines.today(now))
    if reader.until >= today or now < at(today, call.courtesy.begins):
        return None, reader.until
    others = [one for one in arrived if one.body not in reader.bodies]
    fresh = [one for one in others if reader.until <= one.day < today]
    return (
        _weekly(call, reader, fresh, len([one for one in others if one.day < today]), today) if fresh else None
    ), today


def _weekly(call: Call, reader: Reader, fresh: Sequence[Arrived], total: int, today: date) -> Notice:
    n = len(fresh)
    says = lines(
        T(
            "{n} application has arrived for the {call}:",
            "{n} applications have arrived for the {call}:",
            n=n,
            call=call.name,
        ),
        *(_line(one) for one in fresh[:MOST_SHOWN]),
        T("In all there are {total}. The call closes on {deadline}.", total=total, deadline=call.deadline),
    )
    return Notice(reader.person, says, f"{call.id}.digest.{today.isoformat()}.{reader.person}")


def _line(one: Arrived) -> Words:
    service = T("{chosen}", chosen=Listed((SERVICE.label(one.service),)))
    return T("· {council}: {service}", council=Council(one.body_name), service=service)


def _closing(call: Call, reader: Reader, arrived: Sequence[Arrived]) -> Notice:
    own = [one for one in arrived if one.body in reader.bodies]
    n = len(arrived)
    counts = Counter(one.service for one in arrived)
    says = lines(
        T(
            "The {call} has closed with {n} application.",
            "The {call} has closed with {n} applications.",
            n=n,
            call=call.name,
        ),
        T("You have {n} to assess.", n=n - len(own)) if n else None,
        _own(own),
        *(_service_line(call, service, counts[service]) for service in ("mentoring", "advice")),
        T("Without preference: {n}.", n=counts["either"]) if counts["either"] else None,
    )
    chart = _chart(call, arrived, counts) if n else None
    return Notice(reader.person, says, f"{call.id}.closing.{reader.person}", document=chart)


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

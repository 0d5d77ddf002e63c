"""Which reminders are due, which are too late, and which moments the forecast looks at (R45, R46)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import shipped
from conversations.calls import parse
from conversations.protocol.facts import Call, Extension, Standing
from conversations.rules import courtesy, reminders
from conversations.rules.deadlines import MADRID, closes
from conversations.rules.reminders import Planned

APRIL = parse(shipped("abril-2020"))
DRAFT, NOT_BEGUN, DONE = Standing.DRAFT, Standing.NOT_BEGUN, Standing.DONE


def madrid(day: str, clock: str = "09:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=MADRID)


def keys(planned: tuple[Planned, ...]) -> list[str]:
    return [one.key for one in planned]


def extended(to: str, at: datetime) -> Call:
    day = date.fromisoformat(to)
    return replace(APRIL, deadline=day, extensions=(Extension(at, day, "per la covid-19"),))


def test_timeline_of_the_april_call_moves_the_holiday_to_the_working_day_before() -> None:
    assert [(one.moment, one.audience, one.days) for one in reminders.timeline(APRIL)] == [
        (madrid("2020-04-30"), DRAFT, 7),
        (madrid("2020-04-30"), NOT_BEGUN, 7),
        (madrid("2020-05-06"), DRAFT, 2),
        (madrid("2020-05-08"), DRAFT, 0),
    ]


@pytest.mark.parametrize(
    ("standing", "after", "expected"),
    [
        (DRAFT, madrid("2020-04-01"), madrid("2020-04-30")),
        (DRAFT, madrid("2020-04-30"), madrid("2020-05-06")),
        (DRAFT, madrid("2020-05-06", "12:00:00"), madrid("2020-05-08")),
        (DRAFT, madrid("2020-05-08", "10:00:00"), None),
        (NOT_BEGUN, madrid("2020-04-01"), madrid("2020-04-30")),
        (NOT_BEGUN, madrid("2020-05-01"), None),
        (DONE, madrid("2020-04-01"), None),
    ],
)
def test_following(standing: Standing, after: datetime, expected: datetime | None) -> None:
    assert reminders.following(APRIL, standing, after) == expected


@pytest.mark.parametrize(
    ("since", "now", "told", "skipped"),
    [
        (madrid("2020-05-06"), madrid("2020-05-06"), ["draft:2:2020-05-06"], []),
        (madrid("2020-05-06"), madrid("2020-05-07", "12:00:00"), ["draft:2:2020-05-06"], []),
        (madrid("2020-04-30"), madrid("2020-05-06"), ["draft:2:2020-05-06"], ["draft:7:2020-04-30"]),
        (
            madrid("2020-04-30"),
            madrid("2020-05-08"),
            ["draft:0:2020-05-08"],
            ["draft:7:2020-04-30", "draft:2:2020-05-06"],
        ),
        (madrid("2020-05-08"), madrid("2020-05-09", "00:00:00"), [], ["draft:0:2020-05-08"]),
    ],
)
def test_due_for_a_draft(since: datetime, now: datetime, told: list[str], skipped: list[str]) -> None:
    say, drop = reminders.due(APRIL, DRAFT, since, now)

    assert keys(say) == told
    assert keys(drop) == skipped


def test_due_says_an_extension_and_a_reminder_but_only_the_last_of_each() -> None:
    at = madrid("2020-05-07", "10:00:00")
    call = extended("2020-05-15", at)

    say, drop = reminders.due(call, DRAFT, at, madrid("2020-05-13"))

    assert keys(say) == ["extension:2020-05-15", "draft:2:2020-05-13"]
    assert keys(drop) == ["draft:7:2020-05-08"]


def test_an_extension_moves_every_reminder() -> None:
    call = extended("2020-05-15", madrid("2020-05-07", "10:00:00"))

    assert [one.moment for one in reminders.timeline(call) if one.extension is None and one.audience is DRAFT] == [
        madrid("2020-05-08"),
        madrid("2020-05-13"),
        madrid("2020-05-15"),
    ]


def test_a_missing_datum_is_reminded_on_the_working_day_before_also_after_the_call_has_closed() -> None:
    by = date(2020, 5, 18)  # a Monday
    since = madrid("2020-05-12")

    assert reminders.following(APRIL, Standing.LACKS_DATA, since, by) == madrid("2020-05-15")
    say, drop = reminders.due(APRIL, Standing.LACKS_DATA, since, madrid("2020-05-18", "12:00:00"), by)
    assert keys(say) == ["data:2020-05-18"]
    assert drop == ()
    say, drop = reminders.due(APRIL, Standing.LACKS_DATA, since, madrid("2020-05-19"), by)
    assert say == ()
    assert keys(drop) == ["data:2020-05-18"]


def test_moments_are_polite_and_begin_with_the_first_polite_one() -> None:
    late = madrid("2020-05-05", "22:00:00")

    moments = reminders.moments([APRIL], [(APRIL, date(2020, 5, 12))], late, late + timedelta(days=14))

    assert moments == (madrid("2020-05-06"), madrid("2020-05-08"), madrid("2020-05-11"))


CALLS = [APRIL, *(replace(APRIL, deadline=day) for day in (date(2020, 3, 29), date(2020, 4, 14), date(2020, 10, 26)))]


@given(
    call=st.sampled_from(CALLS),
    hours=st.integers(0, 37 * 24),
    pauses=st.lists(st.integers(1, 20 * 24 * 60) | st.integers(-40, -1), min_size=1, max_size=40),
)
def test_no_reminder_is_told_twice_lost_or_impolite_whatever_the_downtimes(
    call: Call, hours: int, pauses: list[int]
) -> None:
    """A bot that looks only now and then (down in between), by a clock that jumps and may step back, tells each
    planned reminder once, or drops it when a newer one or the closing made it useless. Both changes of the hour."""
    since = closes(call) - timedelta(days=38) + timedelta(hours=hours)
    now, watched = since, reminders.following(call, DRAFT, since)
    told: list[str] = []
    dropped: list[str] = []

    for minutes in [*pauses, *[150] * 10 * 90]:
        now += timedelta(minutes=minutes)
        if watched is None or watched > now or not courtesy.polite(now, call):
            continue
        say, drop = reminders.due(call, DRAFT, watched, now)
        assert not say or now < closes(call)
        told += keys(say)
        dropped += keys(drop)
        watched = reminders.following(call, DRAFT, now)

    planned = [one.key for one in reminders.timeline(call) if one.audience is DRAFT and one.moment > since]
    assert sorted(told + dropped) == sorted(planned)
    assert len(set(told)) == len(told)


def test_whoever_was_told_before_an_extension_is_known_by_the_keys_of_every_earlier_deadline() -> None:
    call = parse(shipped("abril-2020"))
    days = (date(2020, 5, 15), date(2020, 5, 22))
    now = datetime(2020, 5, 1, 12, tzinfo=MADRID)
    longer = parse(shipped("abril-2020"), [Extension(now, day, "Una avaria.") for day in days])
    earlier = {one.key for one in reminders.timeline(call) if one.audience is Standing.NOT_BEGUN}
    assert reminders.once_in_a_call(call) == ()
    assert earlier <= set(reminders.once_in_a_call(longer))
    assert len(reminders.once_in_a_call(longer)) == 2 * len(earlier)

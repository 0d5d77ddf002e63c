"""Digests hold whenever the bot looks: each application is told once, in silence, in polite hours (N6)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import shipped
from conversations import digests
from conversations.calls import CallError, parse
from conversations.protocol.facts import Arrived, Call, Reader
from conversations.protocol.method import Digests
from conversations.rules.courtesy import polite
from conversations.rules.deadlines import today
from locales import plain

APRIL = parse(shipped("abril-2020"))
WEEKLY = replace(APRIL, deadline=date(2020, 3, 31))  # over the change of the hour
DAILY = replace(WEEKLY, digests=Digests(daily=True))
BEGINS = datetime(2020, 3, 16, 8, tzinfo=UTC)
BERTA, GROUP, OWN = 3001, -77, "own"


def test_both_are_off_unless_the_call_says_so() -> None:
    assert APRIL.digests == Digests()
    said = shipped("abril-2020").replace("daily = false", "daily = true").replace("group = false", "group = true")
    assert parse(said).digests == Digests(daily=True, group=True)
    with pytest.raises(CallError, match="digests: daily must be true or false"):
        parse(said.replace("daily = true", "daily = 1"))


def councils(text: str) -> list[str]:
    """The councils that a digest names, and how many it says have arrived or closed."""
    return re.findall(r"· (Poble \d+):", text)


def how_many(text: str) -> int:
    """How many applications a digest says have arrived."""
    found = re.match(r"Ha(?:n)? arribat (una|\d+)", text)
    return 0 if found is None else 1 if found[1] == "una" else int(found[1])


@settings(max_examples=40, deadline=None)
@given(
    call=st.sampled_from((WEEKLY, DAILY)),
    # What is noted: after so many hours, about a day so many days before (an e-mail that is entered later).
    noted=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 5), st.booleans()), max_size=10),
    pauses=st.lists(st.integers(1, 120), max_size=30),
)
def test_each_application_is_told_once_whenever_it_is_noted_and_whenever_the_bot_looks(
    call: Call, noted: list[tuple[int, int, bool]], pauses: list[int]
) -> None:
    noted.sort(key=lambda one: one[0])
    readers = [Reader(BERTA, frozenset({OWN}), today(BEGINS)), Reader(GROUP, frozenset(), today(BEGINS), group=True)]
    told: list[str] = []
    counted, closed, now, hour = 0, None, BEGINS, 0
    for pause in [*pauses, *[5] * 150]:
        hour += pause
        now = BEGINS + timedelta(hours=hour)
        arrived = [_arrived(number, *one) for number, one in enumerate(noted, start=1) if one[0] <= hour]
        due = digests.due(call, readers, arrived, now)
        assert not due.notices or polite(now, call)
        for notice in due.notices:
            text = plain(notice.text)
            assert notice.silent
            if ".closing." in notice.once:
                closed = {one.number for one in arrived}
            elif notice.to == GROUP:
                assert not councils(text)
                assert not notice.keyboard
                counted += how_many(text)
            else:
                told += councils(text)
        moved = {person: (until, number) for person, until, number in due.moved}
        readers = [
            replace(one, until=moved[one.person][0], number=moved[one.person][1]) if one.person in moved else one
            for one in readers
        ]
    assert closed is not None, "the closing is always told"
    names = {f"Poble {number}" for number, one in enumerate(noted, start=1) if not one[2]}
    assert len(told) == len(set(told))
    at_closing = {f"Poble {number}" for number in closed}
    assert set(told) | (at_closing & names) == names
    assert counted >= len(noted) - len(closed)
    assert counted <= len(noted)


def _arrived(number: int, hours: int, earlier: int, own: bool) -> Arrived:
    day = max(today(BEGINS + timedelta(hours=hours)) - timedelta(days=earlier), today(BEGINS))
    body = OWN if own else f"b{number}"
    return Arrived(f"a{number}", body, f"Poble {number}", "", "advice", day, None, number)

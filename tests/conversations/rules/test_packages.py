"""What a session moves in a package, and the state of an application by its sessions."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from conversations.protocol.assessment import EntryKind, LedgerEntry
from conversations.protocol.facts import Application, Service, Status
from conversations.protocol.mentoring import Grant, Session, SessionState
from conversations.rules import bags, packages
from conversations.rules.bags import Book, Caution, Need

NOW = datetime(2020, 6, 3, 9, tzinfo=UTC)
DAY = date(2020, 6, 2)
KEY = "2020-1.171557.1"
GRANT = Grant(Application(KEY, "2020-1", "171557", "Salt"), "mentoring", 240)
RESERVED = LedgerEntry("mentoring", EntryKind.RESERVE, 240, KEY, "171557", NOW)
BOOK = Book((Service("mentoring", 480, 240),), (RESERVED,))


def session(minutes: int, state: SessionState = SessionState.REPORTED, begins: int | None = None) -> Session:
    return Session(1, 1, DAY, minutes, 7, NOW, DAY, state, begins)


def kinds(move: bags.Move) -> list[tuple[EntryKind, int]]:
    return [(one.kind, one.minutes) for one in move.entries]


def test_a_session_is_told_corrected_and_undone_by_new_entries() -> None:
    book = BOOK
    told = packages.move(book, GRANT, 0, 120, NOW)
    assert kinds(told) == [(EntryKind.CONSUME, 120)]
    book = bags.after(book, told)
    longer = packages.move(book, GRANT, 120, 135, NOW)
    assert kinds(longer) == [(EntryKind.CONSUME, 15)]
    book = bags.after(book, longer)
    assert kinds(packages.move(book, GRANT, 135, 135, NOW)) == []
    gone = packages.move(book, GRANT, 135, 0, NOW)
    assert kinds(gone) == [(EntryKind.RESTORE, 135)]
    assert bags.held(bags.after(book, gone), KEY, "mentoring") == (240, 0)


def test_beyond_the_package_needs_a_note_and_returns_to_the_bag_when_undone() -> None:
    silent = packages.move(BOOK, GRANT, 0, 300, NOW)
    assert (silent.entries, silent.needs, silent.cautions) == ((), frozenset({Need.NOTE}), (Caution.OVER_PACKAGE,))
    said = packages.move(BOOK, GRANT, 0, 300, NOW, note="La Comissió hi està d'acord.")
    assert kinds(said) == [(EntryKind.RESERVE, 60), (EntryKind.CONSUME, 300)]
    book = bags.after(BOOK, said)
    less = packages.move(book, GRANT, 300, 270, NOW)
    assert kinds(less) == [(EntryKind.RESTORE, 30), (EntryKind.RELEASE, 30)]
    back = packages.move(bags.after(book, less), GRANT, 270, 0, NOW)
    assert kinds(back) == [(EntryKind.RESTORE, 270), (EntryKind.RELEASE, 30)]
    assert bags.balance(bags.after(bags.after(book, less), back), "mentoring") == bags.balance(BOOK, "mentoring")


@pytest.mark.parametrize(("before", "after"), [(-1, 0), (0, -1)])
def test_less_than_no_minutes_is_an_error(before: int, after: int) -> None:
    with pytest.raises(ValueError, match="no less"):
        packages.move(BOOK, GRANT, before, after, NOW)


@given(some.lists(some.integers(0, 400), max_size=12))
def test_whatever_a_session_becomes_the_ledger_has_its_last_length_and_nothing_is_lost(lengths: list[int]) -> None:
    book, now = BOOK, 0
    for length in lengths:
        book = bags.after(book, packages.move(book, GRANT, now, length, NOW, note="consta"))
        now = length
        reserved, consumed = bags.held(book, KEY, "mentoring")
        balance = bags.balance(book, "mentoring")
        assert (consumed, reserved) == (now, max(0, 240 - now))
        assert balance.reserved + balance.consumed + balance.free == balance.bag


@pytest.mark.parametrize(
    ("begins", "day", "at", "minutes", "expected"),
    [
        (600, DAY, 660, 60, True),
        (600, DAY, 540, 61, True),
        (600, DAY, 720, 60, False),
        (600, DAY, 540, 60, False),
        (600, date(2020, 6, 3), 600, 60, False),
        (600, DAY, None, 60, False),
        (None, DAY, 600, 60, False),
    ],
)
def test_overlaps(begins: int | None, day: date, at: int | None, minutes: int, expected: bool) -> None:
    assert packages.overlaps(session(120, begins=begins), day, at, minutes) is expected


_CONFIRMED, _REPORTED = session(240, SessionState.CONFIRMED), session(240)
_MISSED = session(0, SessionState.NO_SHOW)


@pytest.mark.parametrize(
    ("now", "agreed", "reserved", "sessions", "expected"),
    [
        (Status.ACCEPTED, False, 240, (), Status.ACCEPTED),
        (Status.ACCEPTED, True, 240, (), Status.ASSIGNED),
        (Status.ASSIGNED, False, 240, (), Status.ACCEPTED),
        (Status.ASSIGNED, True, 120, (_REPORTED,), Status.RUNNING),
        (Status.ASSIGNED, True, 240, (_MISSED,), Status.RUNNING),
        (Status.RUNNING, True, 0, (_REPORTED,), Status.RUNNING),
        (Status.RUNNING, True, 0, (_CONFIRMED,), Status.FINISHED),
        (Status.RUNNING, True, 0, (_CONFIRMED, _REPORTED), Status.RUNNING),
        (Status.RUNNING, True, 0, (_CONFIRMED, _MISSED), Status.FINISHED),
        (Status.RUNNING, False, 120, (_CONFIRMED,), Status.ACCEPTED),
        (Status.FINISHED, True, 60, (_CONFIRMED,), Status.RUNNING),
        (Status.FINISHED, True, 240, (), Status.ASSIGNED),
        (Status.RENOUNCED, True, 0, (_CONFIRMED,), Status.RENOUNCED),
        (Status.CLOSED, True, 240, (), Status.CLOSED),
    ],
)
def test_status(now: Status, agreed: bool, reserved: int, sessions: tuple[Session, ...], expected: Status) -> None:
    assert packages.status(now, agreed=agreed, reserved=reserved, sessions=sessions) is expected

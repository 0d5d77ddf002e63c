"""A decision and its hours together: what would be written, and what is asked before."""

from dataclasses import replace

import pytest

from conversations.protocol.assessment import Decision, EntryKind, LedgerEntry, Outcome
from conversations.rules import bags
from conversations.rules.decisions import Lack
from conversations.rules.quorum import Quorum
from conversations.rules.settling import makes_room, settle
from tests.support.april import AT, CALL, OF

BOOK = bags.Book(CALL.services)
ENOUGH, TOO_FEW = Quorum(3, 3, 0), Quorum(1, 1, 0)
CALLUS, RIPOLLET = OF["Callús"], OF["Ripollet"]
ADVICE = Decision(CALLUS.application, Outcome.GRANTED, "advice", 240)
NO = Decision(CALLUS.application, Outcome.REFUSED, reason="Transferibilitat: no s'hi explica.")


def kinds(entries: tuple[LedgerEntry, ...]) -> list[tuple[EntryKind, str, int]]:
    return [(one.kind, one.service, one.minutes) for one in entries]


def test_a_grant_reserves_its_minutes() -> None:
    done = settle(BOOK, CALLUS, ADVICE, ENOUGH, AT)
    assert kinds(done.entries) == [(EntryKind.RESERVE, "advice", 240)]
    assert (done.cautions, done.lacks) == ((), ())
    assert bags.balance(done.book, "advice").reserved == 240


def test_a_grant_of_another_type_wants_a_reason_and_is_tried_out_meanwhile() -> None:
    tried = settle(BOOK, RIPOLLET, Decision(RIPOLLET.application, Outcome.GRANTED, "advice", 240), ENOUGH, AT)
    assert tried.lacks == (Lack.REASON,)
    assert bags.balance(tried.book, "advice").reserved == 240


def test_deciding_otherwise_gives_back_what_was_held_first() -> None:
    held = settle(BOOK, CALLUS, ADVICE, ENOUGH, AT).book
    refused = settle(held, CALLUS, NO, ENOUGH, AT)
    assert kinds(refused.entries) == [(EntryKind.RELEASE, "advice", 240)]
    moved = settle(held, CALLUS, replace(ADVICE, service="mentoring", reason="Hi encaixa més."), ENOUGH, AT)
    assert kinds(moved.entries) == [(EntryKind.RELEASE, "advice", 240), (EntryKind.RESERVE, "mentoring", 240)]
    less = settle(held, CALLUS, replace(ADVICE, minutes=120), ENOUGH, AT)
    assert kinds(less.entries) == [(EntryKind.RELEASE, "advice", 240), (EntryKind.RESERVE, "advice", 120)]
    assert less.cautions == (bags.Caution.OTHER_LENGTH,)


def test_deciding_the_same_again_moves_no_hours() -> None:
    held = settle(BOOK, CALLUS, ADVICE, ENOUGH, AT).book
    again = settle(held, CALLUS, replace(ADVICE, note="Ho confirmem."), ENOUGH, AT)
    assert (again.entries, again.book) == ((), held)


def test_over_the_bag_wants_a_note() -> None:
    full = replace(BOOK, services=tuple(replace(one, bag=240) for one in BOOK.services))
    held = settle(full, RIPOLLET, Decision(RIPOLLET.application, Outcome.GRANTED, "mentoring", 240), ENOUGH, AT).book
    other = OF["Sobremunt"]
    over = settle(held, other, Decision(other.application, Outcome.GRANTED, "mentoring", 240), ENOUGH, AT)
    assert (over.cautions, over.lacks) == ((bags.Caution.OVER_BAG,), (Lack.NOTE,))
    noted = Decision(other.application, Outcome.GRANTED, "mentoring", 240, note="Ho assumeix el setembre.")
    assert settle(held, other, noted, ENOUGH, AT).lacks == ()


def test_one_note_serves_a_meeting_without_quorum_and_a_second_package() -> None:
    twice = replace(CALLUS, application="2020-1.080386.2")
    held = settle(BOOK, CALLUS, ADVICE, ENOUGH, AT).book
    second = settle(held, twice, replace(ADVICE, application=twice.application), TOO_FEW, AT)
    assert (second.cautions, second.lacks) == ((bags.Caution.SECOND_PACKAGE,), (Lack.NOTE,))


def test_nothing_is_decided_anew_once_hours_were_done() -> None:
    held = settle(BOOK, CALLUS, ADVICE, ENOUGH, AT).book
    done = LedgerEntry("advice", EntryKind.CONSUME, 60, CALLUS.application, CALLUS.body, AT)
    with pytest.raises(ValueError, match="were done already"):
        settle(replace(held, entries=(*held.entries, done)), CALLUS, NO, ENOUGH, AT)


def test_a_decision_without_service_or_minutes_moves_nothing() -> None:
    assert settle(BOOK, CALLUS, Decision(CALLUS.application, Outcome.GRANTED), ENOUGH, AT).entries == ()
    assert settle(BOOK, CALLUS, replace(ADVICE, minutes=0), ENOUGH, AT).lacks == (Lack.MINUTES,)


def wait(name: str, position: int, service: str = "advice") -> Decision:
    return Decision(OF[name].application, Outcome.WAITING_LIST, service, position=position)


def test_who_is_put_first_moves_only_those_in_the_way() -> None:
    held = (wait("Cardedeu", 1), wait("Navàs", 2), wait("Amposta", 4), wait("Sobremunt", 1, "mentoring"), NO)
    moved = makes_room(held, wait("Salt", 1))
    assert [(one.application, one.position) for one in moved] == [
        (OF["Cardedeu"].application, 2),
        (OF["Navàs"].application, 3),
    ]
    assert makes_room(held, wait("Salt", 3)) == ()
    assert makes_room(held, wait("Cardedeu", 1)) == ()
    assert makes_room(held, ADVICE) == ()

"""Hours in bags: packages, warnings that need a note, and sums that always hold (R10, R30–R37)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.protocol.assessment import Candidate, EntryKind
from conversations.protocol.facts import Service
from conversations.rules.bags import (
    MOVES,
    Balance,
    Book,
    Caution,
    Move,
    Need,
    adjust,
    after,
    balance,
    consume,
    grant,
    held,
    places,
    release,
    restore,
    switch,
    warning,
)
from locales import plain
from tests.support import april

AT = datetime(2020, 5, 14, tzinfo=UTC)
SERVICES = (Service("mentoring", 480, 240), Service("advice", 1680, 240))
EMPTY = Book(SERVICES)
ONE = Candidate("a", "2020-1-001", "x", "Salt", wants="mentoring")
TWO = Candidate("b", "2020-1-002", "y", "Vic", wants="either")
AGAIN = Candidate("c", "2020-1-003", "x", "Salt", wants="mentoring")


def granted(*given_grants: tuple[Candidate, str]) -> Book:
    book = EMPTY
    for candidate, service in given_grants:
        book = after(book, grant(book, candidate, service, AT, reason="r", note="n"))
    return book


def test_grant_a_package() -> None:
    move = grant(EMPTY, ONE, "mentoring", AT)
    assert (move.cautions, move.needs) == ((), frozenset())
    book = after(EMPTY, move)
    assert balance(book, "mentoring") == Balance("mentoring", 480, 240, 0, 240)
    assert balance(book, "advice") == Balance("advice", 1680, 0, 0, 1680)
    assert (held(book, "a", "mentoring"), places(book, "mentoring"), places(book, "advice")) == ((240, 0), 1, 7)


@pytest.mark.parametrize(
    ("candidate", "service", "reason", "needs"),
    [
        (ONE, "advice", "", {Need.REASON}),
        (ONE, "advice", "  ", {Need.REASON}),
        (ONE, "advice", "és concreta", set()),
        (ONE, "mentoring", "", set()),
        (TWO, "advice", "", set()),
    ],
)
def test_grant_of_another_type_needs_a_reason(
    candidate: Candidate, service: str, reason: str, needs: set[Need]
) -> None:
    assert grant(EMPTY, candidate, service, AT, reason=reason).needs == needs


def test_grant_over_the_bag_warns_and_waits_for_a_note() -> None:
    full = granted((ONE, "mentoring"), (TWO, "mentoring"))
    third = Candidate("d", "2020-1-004", "z", "Reus", wants="mentoring")
    silent = grant(full, third, "mentoring", AT)
    assert (silent.cautions, silent.needs, silent.entries) == ((Caution.OVER_BAG,), frozenset({Need.NOTE}), ())
    assert after(full, silent) == full
    tried = balance(after(full, silent, trial=True), "mentoring")
    assert (tried.free, tried.over, tried.reserved) == (-240, 240, 720)
    assert balance(full, "mentoring").over == 0
    noted = after(full, grant(full, third, "mentoring", AT, note="cap d'octubre"))
    assert (balance(noted, "mentoring").over, places(noted, "mentoring")) == (240, 0)
    assert balance(after(noted, release(noted, "a", "x", AT)), "mentoring").free == 0


@pytest.mark.parametrize(("packages", "cautions"), [(1, (Caution.SECOND_PACKAGE,)), (2, ())])
def test_grant_a_second_package_of_a_body(packages: int, cautions: tuple[Caution, ...]) -> None:
    book = granted((ONE, "mentoring"))
    assert grant(book, AGAIN, "mentoring", AT, packages=packages).cautions == cautions
    back = after(book, release(book, "a", "x", AT))
    assert grant(back, AGAIN, "mentoring", AT).cautions == ()


@pytest.mark.parametrize(
    ("held", "more", "cautions"),
    [
        (120, 120, (Caution.OTHER_LENGTH,)),
        (120, 240, (Caution.SECOND_PACKAGE,)),
        (0, 480, (Caution.SECOND_PACKAGE, Caution.OTHER_LENGTH)),
    ],
)
def test_grant_counts_packages_by_their_minutes(held: int, more: int, cautions: tuple[Caution, ...]) -> None:
    book = Book(SERVICES)
    if held:
        book = after(book, grant(book, ONE, "mentoring", AT, minutes=held))
    assert grant(book, AGAIN, "mentoring", AT, minutes=more).cautions == cautions


def test_grant_a_switched_package_is_still_one() -> None:
    book = granted((ONE, "mentoring"))
    book = after(book, consume(book, "a", "x", "mentoring", 60, AT))
    book = after(book, switch(book, ONE, "advice", AT, reason="r"))
    assert grant(book, AGAIN, "mentoring", AT, packages=2).cautions == ()


def test_grant_another_length_warns_only() -> None:
    move = grant(EMPTY, ONE, "mentoring", AT, minutes=120)
    assert (move.cautions, move.needs) == ((Caution.OTHER_LENGTH,), frozenset())
    assert balance(after(EMPTY, move), "mentoring").reserved == 120


@pytest.mark.parametrize(("service", "minutes"), [("mentoring", 0), ("mentoring", -240), ("coaching", None)])
def test_grant_refuses_no_minutes_and_unknown_services(service: str, minutes: int | None) -> None:
    with pytest.raises(ValueError, match=r"minute|no service"):
        grant(EMPTY, ONE, service, AT, minutes=minutes)


def test_switch_moves_the_minutes_and_takes_a_reason() -> None:
    book = granted((ONE, "mentoring"))
    assert switch(book, ONE, "advice", AT, reason=" ").entries == ()
    moved = after(book, switch(book, ONE, "advice", AT, reason="és concreta"))
    assert (balance(moved, "mentoring").free, balance(moved, "advice").reserved) == (480, 240)
    assert len(moved.entries) == len(book.entries) + 2


def test_switch_leaves_what_was_done_and_warns_over_the_bag() -> None:
    book = Book((Service("mentoring", 480, 240), Service("advice", 60, 60)))
    book = after(book, grant(book, ONE, "mentoring", AT))
    book = after(book, consume(book, "a", "x", "mentoring", 100, AT))
    move = switch(book, ONE, "advice", AT, reason="r")
    assert (move.cautions, move.needs) == ((Caution.OVER_BAG,), frozenset({Need.NOTE}))
    moved = after(book, switch(book, ONE, "advice", AT, reason="r", note="n"))
    assert (held(moved, "a", "mentoring"), held(moved, "a", "advice")) == ((0, 100), (140, 0))


@pytest.mark.parametrize("to", ["mentoring", "advice", "coaching"])
def test_switch_refuses_where_nothing_moves(to: str) -> None:
    book = granted((ONE, "mentoring")) if to == "mentoring" else EMPTY
    with pytest.raises(ValueError, match=r"nothing is reserved|no service"):
        switch(book, ONE, to, AT, reason="r")


def test_release_gives_back_what_is_left_once() -> None:
    book = granted((ONE, "mentoring"))
    book = after(book, consume(book, "a", "x", "mentoring", 90, AT))
    back = after(book, release(book, "a", "x", AT))
    assert balance(back, "mentoring") == Balance("mentoring", 480, 0, 90, 390)
    assert release(back, "a", "x", AT) == Move(())


@pytest.mark.parametrize(
    ("minutes", "cautions", "reserved"),
    [(240, (), 240), (120, (), 120), (300, (), 300), (0, (), 0), (500, (Caution.OVER_BAG,), 500)],
)
def test_adjust(minutes: int, cautions: tuple[Caution, ...], reserved: int) -> None:
    book = granted((ONE, "mentoring"))
    move = adjust(book, "a", "x", "mentoring", minutes, AT, note="error de picatge")
    assert move.cautions == cautions
    assert held(after(book, move), "a", "mentoring") == (reserved, 0)


def test_adjust_down_is_always_allowed_even_over_the_bag() -> None:
    book = granted((ONE, "mentoring"))
    book = after(book, adjust(book, "a", "x", "mentoring", 600, AT, note="n"))
    assert adjust(book, "a", "x", "mentoring", 590, AT).cautions == ()


@pytest.mark.parametrize(("application", "minutes"), [("a", -1), ("b", 60)])
def test_adjust_refuses_less_than_nothing_and_what_was_not_granted(application: str, minutes: int) -> None:
    with pytest.raises(ValueError, match="granted"):
        adjust(granted((ONE, "mentoring")), application, "x", "mentoring", minutes, AT)


def test_consume_and_restore() -> None:
    book = granted((ONE, "mentoring"))
    done = after(book, consume(book, "a", "x", "mentoring", 150, AT))
    assert held(done, "a", "mentoring") == (90, 150)
    corrected = after(done, restore(done, "a", "x", "mentoring", 60, AT))
    assert held(corrected, "a", "mentoring") == (150, 90)
    assert [one.kind for one in corrected.entries] == [EntryKind.RESERVE, EntryKind.CONSUME, EntryKind.RESTORE]


def test_consume_more_than_was_granted_needs_a_note() -> None:
    book = granted((ONE, "mentoring"))
    assert consume(book, "a", "x", "mentoring", 300, AT).entries == ()
    done = after(book, consume(book, "a", "x", "mentoring", 300, AT, note="n"))
    assert balance(done, "mentoring") == Balance("mentoring", 480, 0, 300, 180)
    cautions = consume(book, "a", "x", "mentoring", 600, AT).cautions
    assert cautions == (Caution.OVER_PACKAGE, Caution.OVER_BAG)


@pytest.mark.parametrize(("application", "minutes"), [("a", 0), ("b", 60)])
def test_consume_refuses_nothing_and_what_was_not_granted(application: str, minutes: int) -> None:
    with pytest.raises(ValueError, match="granted"):
        consume(granted((ONE, "mentoring")), application, "x", "mentoring", minutes, AT)


@pytest.mark.parametrize("minutes", [0, 1])
def test_restore_refuses_more_than_was_done(minutes: int) -> None:
    with pytest.raises(ValueError, match="done"):
        restore(granted((ONE, "mentoring")), "a", "x", "mentoring", minutes, AT)


def test_every_kind_of_entry_moves_minutes_and_makes_none() -> None:
    assert set(MOVES) == set(EntryKind)
    assert all(sum(move) == 0 for move in MOVES.values())


@pytest.mark.parametrize("caution", Caution)
def test_warning_has_words(caution: Caution) -> None:
    assert plain(warning(caution, Balance("mentoring", 480, 720, 0, -240))).endswith((".", "acta."))


def test_warning_over_the_bag_says_by_how_much() -> None:
    assert plain(warning(Caution.OVER_BAG, Balance("mentoring", 480, 720, 0, -240))) == (
        "Així se supera la bossa d'hores: 4 hores de més. Cal una nota per a la proposta d'acta."
    )


BODIES = [Candidate(f"a{n}", f"2020-1-{n:03}", f"b{n % 3}", f"B{n}", wants=w)
          for n, w in enumerate(("mentoring", "advice", "either", "mentoring"))]  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "switch", "release", "adjust", "consume", "restore"]),
        st.sampled_from(BODIES),
        st.sampled_from(["mentoring", "advice"]),
        st.integers(-10, 700),
        st.sampled_from(["", "n"]),
    ),
    max_size=30,
)


def attempt(book: Book, step: tuple[str, Candidate, str, int, str]) -> Move | None:
    name, one, service, minutes, note = step
    own = (one.application, one.body)
    try:
        match name:
            case "grant":
                return grant(book, one, service, AT, minutes=minutes, reason=note, note=note)
            case "switch":
                return switch(book, one, service, AT, reason=note, note=note)
            case "release":
                return release(book, *own, AT)
            case "adjust":
                return adjust(book, *own, service, minutes, AT, note=note)
            case "consume":
                return consume(book, *own, service, minutes, AT, note=note)
            case _:
                return restore(book, *own, service, minutes, AT)
    except ValueError:
        return None


@settings(max_examples=300)
@given(STEPS)
def test_no_sequence_breaks_the_bag_nor_grants_what_nobody_decided(
    steps: list[tuple[str, Candidate, str, int, str]],
) -> None:
    book, decided = EMPTY, set()
    for step in steps:
        move = attempt(book, step)
        if move is None:
            continue
        before, book = book, after(book, move)
        assert book.entries[: len(before.entries)] == before.entries  # append-only
        if step[0] == "grant" and move.entries:
            decided.add(step[1].application)
        for service in book.services:
            now = balance(book, service.id)
            assert now.reserved + now.consumed + now.free == now.bag == service.bag
            assert now.reserved >= 0
            assert now.consumed >= 0
            # Never a silent overrun: what takes the bag over it, or further, was noted.
            if now.free < min(0, balance(before, service.id).free):
                assert step[4]
            for one in BODIES:
                mine = held(book, one.application, service.id)
                assert min(mine) >= 0
                assert one.application in decided or mine == (0, 0)


def test_the_april_demonstration_fills_both_bags_and_takes_back_one_package() -> None:
    book = Book(april.CALL.services)
    for one in april.DECISIONS:
        candidate = next(two for two in april.CANDIDATES if two.application == one.application)
        if one.service and one.minutes:
            book = after(book, grant(book, candidate, one.service, april.AT, reason=one.reason))
    assert [balance(book, service.id).free for service in book.services] == [0, 0]
    navas = april.OF["Navàs"]
    renounced = after(book, release(book, navas.application, navas.body, april.AT))
    assert places(renounced, "advice") == 1
    assert grant(renounced, april.OF["Cardedeu"], "advice", april.AT).cautions == ()

"""Who takes part in an application and who sees its marks (R29c, R49)."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.assessment import Candidate, Conflict, ConflictKind, Mark
from conversations.protocol.facts import Person, Role, Seat
from conversations.protocol.words import Verbatim
from conversations.rules.conflicts import (
    absence,
    assessors,
    conflict,
    conflicts,
    counted,
    hidden,
    sees,
    takes_part,
    visible,
)
from locales import plain

OWN, MENTOR, DECLARED = ConflictKind.OWN, ConflictKind.MENTOR, ConflictKind.DECLARED


def member(id: int, body: str, role: Role = Role.COMMISSION) -> Person:
    return Person(id, f"P{id}", seats=(Seat(role, body, f"Body {body}"),))


ANNA, BIEL, CARLA = member(1, "a"), member(2, "b"), member(3, "c")
MEMBERS = (ANNA, BIEL, CARLA)
OFFICE = Person(9, "Office", seats=(Seat(Role.OFFICE),))
ONE = Candidate("x", "2020-1-001", "a", "Artés")
TWO = Candidate("y", "2020-1-002", "z", "Salt", mentor="b")
BOTH = (ONE, TWO)
SAID = (Conflict(3, "y", DECLARED, "hi treballa la meva germana"),)


def mark(reviewer: int, application: str, *together: int, scored: bool = True) -> Mark:
    return Mark(reviewer, application, {"need": 3} if scored else None, together=frozenset(together))


@pytest.mark.parametrize(
    ("person", "candidate", "kind"),
    [
        (ANNA, ONE, OWN),
        (BIEL, ONE, None),
        (BIEL, TWO, MENTOR),
        (CARLA, TWO, DECLARED),
        (CARLA, ONE, None),
        (member(1, "a", Role.CONTACT), ONE, OWN),
        (member(1, "a", Role.MENTOR), ONE, OWN),
        (OFFICE, TWO, None),
    ],
)
def test_conflict(person: Person, candidate: Candidate, kind: ConflictKind | None) -> None:
    found = conflict(person, candidate, SAID)
    assert (found.kind if found else None) is kind


def test_conflict_of_the_own_council_goes_before_a_declared_one() -> None:
    found = conflict(ANNA, ONE, (Conflict(1, "x", DECLARED),))
    assert found == Conflict(1, "x", OWN)


def test_conflicts_of_everybody() -> None:
    assert conflicts(MEMBERS, TWO, SAID) == (Conflict(2, "y", MENTOR), SAID[0])


def test_assessors_are_members_without_a_conflict() -> None:
    assert assessors((*MEMBERS, OFFICE, member(8, "q", Role.CONTACT)), ONE, SAID) == (2, 3)
    assert assessors(MEMBERS, TWO, SAID) == (1,)


@pytest.mark.parametrize(("person", "expected"), [(ANNA, False), (BIEL, True), (OFFICE, False)])
def test_takes_part(person: Person, expected: bool) -> None:
    assert takes_part(person, ONE, SAID) is expected


def test_counted_without_conflicts_strangers_and_unknown_applications() -> None:
    marks = (mark(3, "y"), mark(2, "x"), mark(1, "x"), mark(9, "x"), mark(2, "gone"), mark(1, "y"), mark(3, "x"))
    assert counted(marks, MEMBERS, BOTH) == (mark(2, "x"), mark(3, "x"), mark(1, "y"), mark(3, "y"))


def test_counted_a_conflict_declared_after_scoring_removes_the_score() -> None:
    marks = (mark(1, "y"), mark(3, "y"))
    assert counted(marks, MEMBERS, BOTH) == marks
    assert counted(marks, MEMBERS, BOTH, SAID) == (mark(1, "y"),)


def test_counted_agreed_together_alone_counts_until_one_of_them_has_a_conflict() -> None:
    agreed = mark(1, "y", 1, 3)
    assert counted((mark(3, "y"), agreed), MEMBERS, BOTH) == (agreed,)
    assert counted((agreed,), MEMBERS, BOTH, SAID) == ()


def test_counted_two_marks_of_one_reviewer_are_refused() -> None:
    with pytest.raises(ValueError, match="two marks"):
        counted((mark(2, "x"), mark(2, "x", scored=False)), MEMBERS, BOTH)


@pytest.mark.parametrize(
    ("person", "candidate", "marks", "over", "expected"),
    [
        (ANNA, ONE, (mark(2, "x"),), False, False),
        (ANNA, ONE, (mark(1, "x"), mark(2, "x")), True, False),  # a conflict: not even with a mark, not even at the end
        (BIEL, ONE, (mark(3, "x"),), False, False),
        (BIEL, ONE, (mark(2, "y"), mark(3, "x")), False, False),
        (BIEL, ONE, (mark(2, "x"), mark(3, "x")), False, True),
        (BIEL, ONE, (mark(2, "x", scored=False), mark(3, "x")), False, True),
        (BIEL, ONE, (mark(3, "x", 2, 3),), False, True),
        (BIEL, ONE, (mark(3, "x"),), True, True),
        (OFFICE, ONE, (mark(9, "x"),), False, False),
        (OFFICE, ONE, (mark(3, "x"),), True, True),
        (member(7, "q", Role.CONTACT), ONE, (mark(7, "x"),), False, False),
        (member(7, "q", Role.MENTOR), ONE, (mark(3, "x"),), True, False),
    ],
)
def test_sees(person: Person, candidate: Candidate, marks: tuple[Mark, ...], over: bool, expected: bool) -> None:
    assert sees(person, candidate, marks, SAID, over=over) is expected


def test_visible_and_hidden_are_two_sides_of_one_rule() -> None:
    marks = (mark(2, "x"), mark(3, "x"), mark(1, "y"), mark(3, "y"))
    assert visible(BIEL, BOTH, marks, SAID) == (mark(2, "x"), mark(3, "x"))
    assert hidden(BIEL, BOTH, marks, SAID) == {"y"}
    assert hidden(OFFICE, BOTH, marks, SAID) == {"x", "y"}
    assert hidden(OFFICE, BOTH, marks, SAID, over=True) == frozenset()


@given(st.sets(st.sampled_from(list(product((1, 2, 3), "xy")))), st.booleans())
def test_visible_never_shows_what_a_conflict_hides_nor_before_the_own_mark(
    given_marks: set[tuple[int, str]], over: bool
) -> None:
    marks = tuple(mark(reviewer, application) for reviewer, application in sorted(given_marks))
    for person in MEMBERS:
        shown = visible(person, BOTH, marks, SAID, over=over)
        for one in shown:
            candidate = next(two for two in BOTH if two.application == one.application)
            assert conflict(person, candidate, SAID) is None
            assert over or (person.id, one.application) in given_marks


@pytest.mark.parametrize("kind", ConflictKind)
def test_absence_says_who_and_never_the_private_reason(kind: ConflictKind) -> None:
    assert plain(absence(Verbatim("Nadia"), kind)).startswith("Nadia no hi intervé: ")

"""A majority of those who may assess, and two at least; otherwise a meeting with a reason."""

from __future__ import annotations

import pytest

from conversations.protocol.assessment import Candidate, Conflict, ConflictKind, Mark
from conversations.protocol.facts import Person, Role, Seat
from conversations.rules.quorum import Footing, Quorum, in_meeting, quorum, words
from locales import plain

SCORES, WAITING, MEETING = Footing.SCORES, Footing.WAITING, Footing.MEETING
MEMBERS = tuple(Person(id, f"P{id}", seats=(Seat(Role.COMMISSION, f"b{id}"),)) for id in range(1, 6))
CANDIDATE = Candidate("x", "2020-1-001", "z", "Salt")


def mark(reviewer: int, *together: int, scored: bool = True) -> Mark:
    return Mark(reviewer, "x", {"need": 3} if scored else None, together=frozenset(together))


@pytest.mark.parametrize(
    ("may", "given", "awaited", "needed", "footing"),
    [
        (3, 0, 3, 2, WAITING),
        (3, 1, 2, 2, WAITING),
        (3, 2, 1, 2, SCORES),
        (2, 1, 1, 2, WAITING),
        (2, 2, 0, 2, SCORES),
        (1, 1, 0, 2, MEETING),
        (1, 0, 1, 2, MEETING),
        (0, 0, 0, 2, MEETING),
        (4, 2, 2, 3, WAITING),
        (5, 3, 0, 3, SCORES),
        (3, 1, 0, 2, MEETING),  # two said that they cannot assess it: one remains
    ],
)
def test_quorum_footing(may: int, given: int, awaited: int, needed: int, footing: Footing) -> None:
    one = Quorum(may, given, awaited)
    assert (one.needed, one.footing) == (needed, footing)


@pytest.mark.parametrize(
    ("marks", "over", "expected"),
    [
        ((), False, Quorum(3, 0, 3)),
        ((mark(1), mark(2, scored=False)), False, Quorum(3, 1, 1)),
        ((mark(1), mark(2, scored=False)), True, Quorum(3, 1, 0)),
        ((mark(1, 1, 3),), False, Quorum(3, 2, 0)),
        ((mark(1, 1, 3, scored=False),), False, Quorum(3, 0, 0)),
    ],
)
def test_quorum_counts_marks(marks: tuple[Mark, ...], over: bool, expected: Quorum) -> None:
    assert quorum(MEMBERS[:3], CANDIDATE, marks, over=over) == expected


def test_quorum_leaves_conflicts_out_of_both_counts() -> None:
    marks = (mark(1), mark(2), mark(3))
    declared = (Conflict(3, "x", ConflictKind.DECLARED), Conflict(2, "x", ConflictKind.DECLARED))
    assert quorum(MEMBERS[:3], CANDIDATE, marks, declared[:1]) == Quorum(2, 2, 0)
    assert quorum(MEMBERS[:3], CANDIDATE, marks, declared).footing is MEETING


@pytest.mark.parametrize(("present", "footing"), [(0, MEETING), (1, MEETING), (2, SCORES), (3, SCORES)])
def test_one_person_alone_decides_nothing_on_the_scores_of_others(present: int, footing: Footing) -> None:
    assert in_meeting(Quorum(3, 3, 0), present).footing is footing


def test_words() -> None:
    assert plain(words(Quorum(3, 2, 0))) == "Persones que l'han valorada: 2 de 3"

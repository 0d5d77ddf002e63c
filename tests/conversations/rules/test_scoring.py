"""Means by hand: toy matrices whose values are written here as a person computes them (R21–R24)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.assessment import Mark
from conversations.protocol.facts import Criterion
from conversations.protocol.method import Method
from conversations.rules.scoring import Score, by_difference, decimals, figure, scores, themselves, top, total
from locales import plain

CRITERIA = (
    Criterion("need", "Necessitat"),
    Criterion("transferability", "Transferibilitat"),
    Criterion("alignment", "Alineació"),
)
EQUAL = Method()
WEIGHTED = Method(weights={"need": 2, "transferability": 1, "alignment": 0})


def mark(reviewer: int, application: str, digits: str | None, *together: int) -> Mark:
    given_scores = dict(zip((one.id for one in CRITERIA), map(int, digits), strict=True)) if digits else None
    return Mark(reviewer, application, given_scores, together=frozenset(together))


MATRIX = (
    mark(1, "a", "434"),  # 11
    mark(2, "a", "333"),  # 9
    mark(3, "a", "443"),  # 11: (11 + 9 + 11) / 3 = 31/3
    mark(1, "b", "333"),  # 9
    mark(2, "b", None),
    mark(3, "b", "222"),  # 6: (9 + 6) / 2 = 15/2
)


def test_scores_of_a_matrix_computed_by_hand() -> None:
    found = scores(("a", "b", "c"), MATRIX, CRITERIA, EQUAL)
    # Means of the reviewers: 1 has (11 + 9) / 2 = 10, 2 has 9, 3 has (11 + 6) / 2 = 8.5; of all marks: 46/5 = 9.2.
    # Corrected, a: (11 - 10 + 9.2) + (9 - 9 + 9.2) + (11 - 8.5 + 9.2) = 10.2 + 9.2 + 11.7 = 31.1, by three.
    # Corrected, b: (9 - 10 + 9.2) + (6 - 8.5 + 9.2) = 8.2 + 6.7 = 14.9, by two.
    assert found == {
        "a": Score(
            "a", 12, (9, 11, 11),
            {"need": (3, 4, 4), "transferability": (3, 3, 4), "alignment": (3, 3, 4)},
            Fraction(31, 3), Fraction(311, 30), 0,
        ),
        "b": Score(
            "b", 12, (6, 9),
            {"need": (2, 3), "transferability": (2, 3), "alignment": (2, 3)},
            Fraction(15, 2), Fraction(149, 20), 1,
        ),
        "c": Score("c", 12),
    }  # fmt: skip


def test_scores_corrected_a_strict_reviewer_lowers_nobody() -> None:
    # 1 scores only a and is strict; 2 scores only b and is generous; 3 finds both the same.
    marks = (mark(1, "a", "111"), mark(3, "a", "222"), mark(2, "b", "444"), mark(3, "b", "222"))
    found = scores(("a", "b"), marks, CRITERIA, EQUAL)
    # Means: 1: 3, 2: 12, 3: 6; of all: 27/4. a: 27/4 and 27/4; b: the same.
    assert (found["a"].mean, found["b"].mean) == (Fraction(9, 2), Fraction(9))
    assert found["a"].corrected == found["b"].corrected == Fraction(27, 4)
    assert found["a"].value(EQUAL) == Fraction(9, 2)
    assert found["a"].value(Method(corrected=True)) == Fraction(27, 4)


def test_scores_agreed_together_are_not_corrected() -> None:
    found = scores(("a", "b"), (mark(1, "a", "222", 1, 2), mark(1, "b", "444")), CRITERIA, EQUAL)
    # 1 alone has a mean of 12, and all marks of 9: b becomes 9, a stays at 6.
    assert (found["a"].corrected, found["b"].corrected) == (Fraction(6), Fraction(9))


def test_scores_weighted() -> None:
    found = scores(("a",), MATRIX[:2], CRITERIA, WEIGHTED)["a"]
    # 2·4 + 3 = 11 and 2·3 + 3 = 9, of at most 4·(2 + 1 + 0) = 12.
    assert (found.totals, found.top, found.mean) == ((9, 11), 12, Fraction(10))


def test_spread() -> None:
    found = scores(("a", "b", "c"), MATRIX, CRITERIA, EQUAL)
    assert [one.spread for one in found.values()] == [2, 3, 0]
    assert [one.application for one in by_difference(found.values())] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("method", "expected"), [(EQUAL, 12), (WEIGHTED, 12), (Method(scale=10), 30), (Method(weights={"need": 3}), 20)]
)
def test_top(method: Method, expected: int) -> None:
    assert top(CRITERIA, method) == expected


@pytest.mark.parametrize(
    "method",
    [
        Method(scale=0),
        Method(weights={"need": -1}),
        Method(weights={one.id: 0 for one in CRITERIA}),
        Method(weights={"beauty": 1}),
    ],
)
def test_top_refuses_what_cannot_be_scored(method: Method) -> None:
    with pytest.raises(ValueError, match="weights"):
        top(CRITERIA, method)


@pytest.mark.parametrize(
    "given_scores",
    [{"need": 3}, {"need": 3, "transferability": 3, "alignment": 3, "x": 1},
     {"need": 5, "transferability": 3, "alignment": 3}, {"need": -1, "transferability": 3, "alignment": 3}],
)  # fmt: skip
def test_total_refuses_a_score_that_is_not_on_the_scale(given_scores: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="score"):
        total(Mark(1, "a", given_scores), CRITERIA, EQUAL)


def test_total_of_who_cannot_assess_is_none() -> None:
    assert total(mark(1, "a", None), CRITERIA, EQUAL) is None


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(31, 3), 1, "10,3 de 12"),
        (Fraction(29, 3), 1, "9,7 de 12"),
        (Fraction(37, 4), 1, "9,3 de 12"),
        (Fraction(37, 4), 2, "9,25 de 12"),
        (Fraction(1, 20), 2, "0,05 de 12"),
        (Fraction(9), 1, "9 de 12"),
        (Fraction(599, 60), 1, "10,0 de 12"),
        (Fraction(-1, 2), 1, "-0,5 de 12"),
    ],
)
def test_figure(value: Fraction, places: int, said: str) -> None:
    assert plain(figure(value, 12, places)) == said


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), 1),
        ((Fraction(9), None, Fraction(9)), 1),
        ((Fraction(37, 4), Fraction(28, 3)), 2),
        ((Fraction(1, 300), Fraction(1, 400)), 3),
        ((Fraction(1, 3000), Fraction(1, 4000)), 3),
    ],
)
def test_decimals_tell_different_scores_apart(values: tuple[Fraction | None, ...], expected: int) -> None:
    assert decimals(values) == expected


def test_themselves() -> None:
    found = scores(("b", "c"), MATRIX, CRITERIA[:3], EQUAL)
    assert plain(themselves(found["b"], CRITERIA)) == "Necessitat: 2 i 3 · Transferibilitat: 2 i 3 · Alineació: 2 i 3"
    assert plain(themselves(found["c"], CRITERIA)) == ""


MARKS = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from("abc"), st.from_regex(r"[0-4]{3}", fullmatch=True) | st.none()),
    unique_by=lambda one: one[:2],
)


@given(MARKS, st.data())
def test_scores_do_not_depend_on_the_order_of_the_marks(
    drawn: list[tuple[int, str, str | None]], data: st.DataObject
) -> None:
    marks = [mark(*one) for one in drawn]
    found = scores("abc", marks, CRITERIA, EQUAL)
    assert found == scores("abc", data.draw(st.permutations(marks)), CRITERIA, EQUAL)
    for one in found.values():
        assert one.mean is None or 0 <= one.mean <= one.top
        assert (one.mean is None) == (one.corrected is None) == (not one.totals)

"""The canonical form: the same for the same data on every run, different for any difference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.protocol.assessment import Mark, Outcome
from conversations.protocol.words import Council, T
from conversations.rules.fingerprint import canonical, fingerprint

AT = datetime(2020, 5, 14, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Pair:
    first: object
    second: object


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        ("l·l", '"l·l"'),
        (Outcome.GRANTED, '"granted"'),
        (AT, '{"at":"2020-05-14T08:00:00+00:00"}'),
        (AT.astimezone(timezone(timedelta(hours=2))), '{"at":"2020-05-14T08:00:00+00:00"}'),
        (date(2020, 5, 14), '{"day":"2020-05-14"}'),
        (Fraction(31, 3), '{"d":3,"n":31}'),
        ({"b": 1, "a": 2}, '{"map":["[\\"a\\",2]","[\\"b\\",1]"]}'),
        (frozenset({2, 1}), '{"set":["1","2"]}'),
        ((1, [2]), "[1,[2]]"),
        (Council("Salt"), '{"name":"Salt"}'),
        (T("x", n=1), '{"msgid":"x","plural":null,"values":{"map":["[\\"n\\",1]"]}}'),
    ],
)
def test_canonical(value: object, expected: str) -> None:
    assert canonical(value) == expected


@pytest.mark.parametrize("value", [1.5, object(), b"x", Mark])
def test_canonical_refuses_what_is_no_data(value: object) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        canonical(value)


def test_fingerprint_is_stable_across_runs() -> None:
    # Written down: a change of this digest would make the minutes of every earlier meeting look altered.
    assert fingerprint(Mark(1, "a", {"need": 3}, "bé")) == (
        "1bd1d02715ec76b4e07502a1efe86ae5855378e3f71950cd47fec030535c7825"
    )


DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=3) | st.builds(Pair, inner, inner)
    ),
    max_leaves=6,
)


@given(DATA, DATA)
def test_fingerprint_is_the_same_only_for_the_same_data(one: object, other: object) -> None:
    assert (canonical(one) == canonical(other)) == (fingerprint(one) == fingerprint(other))
    if canonical(one) == canonical(other):
        assert one == other


@given(st.dictionaries(st.text(), st.integers()))
def test_fingerprint_does_not_depend_on_the_order_of_a_mapping(value: dict[str, int]) -> None:
    assert fingerprint(value) == fingerprint(dict(reversed(value.items())))

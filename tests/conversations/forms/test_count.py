"""How many people: digits and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.count import Count
from conversations.forms.outcome import Accepted, Refused
from conversations.protocol.words import T

PEOPLE = Count(50)
HOW_MANY = "Write how many people, with a number, please."
TWO = "There is more than one number. Write only the total, please."
RANGE = "It has to be a number from {least} to {most}."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3), ("serem dues persones", 2), ("una", 1), ("dos (2)", 2), ("un parell", 2), ("una dotzena", 12),
        ("02", 2), ("mitja dotzena", 6), ("uns 5", 5), ("vint-i-dues", 22), ("trenta-cinc", 35), ("quaranta", 40),
        ("3 pax", 3), ("3p", 3), ("x4", 4), ("tres personas", 3), ("un equip de 4", 4), ("només jo", 1),
        ("jo sola", 1), ("total: 5", 5), ("２", 2), ("vint", 20),
    ],
)  # fmt: skip
def test_one_number_is_read(text: str, number: int) -> None:
    assert PEOPLE.read(text) == Accepted(number)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", HOW_MANY), ("molts", HOW_MANY), ("quants?", HOW_MANY), ("20%", HOW_MANY), ("-3", HOW_MANY),
        ("10:30", HOW_MANY), ("2 hores", HOW_MANY), ("el 5 de maig", HOW_MANY), ("jo i la regidora", HOW_MANY),
        ("2 o 3", TWO), ("2-3", TWO), ("entre dos i quatre", TWO), ("una tècnica i un regidor", TWO),
        ("3 tècnics i 2 regidors", TWO), ("0", RANGE), ("cap", RANGE), ("1500", RANGE), ("1.500", RANGE),
        ("mil", RANGE), ("un miler", RANGE), ("cent", HOW_MANY), ("51", RANGE),
        ("1,5", "People are counted whole: write a number without decimals, please."),
    ],
)  # fmt: skip
def test_what_is_not_one_number_is_refused_with_the_reason(text: str, why: str) -> None:
    reading = PEOPLE.read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


def test_the_range_is_said() -> None:
    assert Count(10, least=2).read("1") == Refused(T(RANGE, least=2, most=10))


@given(st.integers(1, 50), st.sampled_from(["{}", "serem {}", "{} persones", "  {}. "]))
def test_any_number_of_the_range_is_read(number: int, sentence: str) -> None:
    assert PEOPLE.read(sentence.format(number)) == Accepted(number)


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    reading = PEOPLE.read(text)
    assert isinstance(reading, Refused) or (isinstance(reading.value, int) and 1 <= reading.value <= 50)

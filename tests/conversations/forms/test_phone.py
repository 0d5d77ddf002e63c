"""Telephones as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.outcome import Accepted, Doubtful, Refused
from conversations.forms.phone import Phone


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("622101420", "+34622101420"),
        ("622 10 14 20", "+34622101420"),
        ("622.101.420", "+34622101420"),
        ("622/10/14/20", "+34622101420"),
        ("+34 622-101-420", "+34622101420"),
        ("0034622101420", "+34622101420"),
        ("34 622 101 420", "+34622101420"),
        ("(+34) 972 57 00 50", "+34972570050"),
        ("+34 (0) 938862100", "+34938862100"),
        ("el mòbil és el 6 2 2 1 0 1 4 2 0", "+34622101420"),
        ("622101420 a partir de les 9", "+34622101420"),
        ("📞 622101420", "+34622101420"),
        ("６２２１０１４２０", "+34622101420"),
        ("622101420 / +34622101420", "+34622101420"),
        ("+33 4 68 66 30 66", "+33468663066"),
        ("00376 801 234", "+376801234"),
        ("938862100 ext. 24", "+34938862100 ext. 24"),
        ("93 886 21 00 (extensió 124)", "+34938862100 ext. 124"),
    ],
)
def test_one_number_is_taken_out_of_the_text(text: str, number: str) -> None:
    assert Phone().read(text) == Accepted(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6221O142O", "+34622101420"),
        ("622l01420", "+34622101420"),
        ("el meu: 622 1O 14 20", "+34622101420"),
        ("666666666", "+34666666666"),
    ],
)
def test_a_number_that_is_hardly_right_is_asked_about(text: str, number: str) -> None:
    reading = Phone().read(text)
    assert isinstance(reading, Doubtful)
    assert reading.value == number


def test_a_foreign_number_is_asked_about_with_its_prefix() -> None:
    reading = Phone().read("+33 4 68 66 3O 66")
    assert isinstance(reading, Doubtful)
    assert reading.why.values == {"phone": "+33 4 68 66 30 66"}


@pytest.mark.parametrize(
    ("text", "why", "count"),
    [
        ("", "Write the telephone in digits, please.", None),
        ("no en tinc", "Write the telephone in digits, please.", None),
        ("6", "This telephone has {n} digit and should have 9. Write it in full, please.", 1),
        ("62210142", "This telephone has {n} digit and should have 9. Write it in full, please.", 8),
        ("6221014200", "This telephone has {n} digit and should have 9. Write it in full, please.", 10),
        ("6221O1", "This telephone has {n} digit and should have 9. Write it in full, please.", 4),
        ("000000000", "No telephone has this number. Look at it again, please.", None),
        ("123456789", "No telephone has this number. Look at it again, please.", None),
        ("+34 12345678", "No telephone has this number. Look at it again, please.", None),
        ("+999 123456789", "No telephone has this number. Look at it again, please.", None),
        ("622101420 / 938862100", "There is more than one telephone. Write only one, please.", None),
        ("622101420 i 938862100", "There is more than one telephone. Write only one, please.", None),
        ("622101420\n938862100", "There is more than one telephone. Write only one, please.", None),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(text: str, why: str, count: int | None) -> None:
    reading = Phone().read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why
    assert reading.why.values.get("n") == count


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    reading = Phone().read(text)
    if isinstance(reading, Accepted):
        assert str(reading.value).startswith("+")
        assert Phone().read(str(reading.value)) == reading


@given(
    digits=st.from_regex(r"6[1-9][0-9]{7}", fullmatch=True).filter(lambda digits: len(set(digits[1:])) > 1),
    between=st.sampled_from(["", " ", "-", "."]),
)
def test_a_mobile_is_read_however_it_is_grouped(digits: str, between: str) -> None:
    assert Phone().read(between.join(digits)) == Accepted(f"+34{digits}")

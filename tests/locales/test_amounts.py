from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.amounts import DATE_FORMS, DURATION_FORMS, NUMBER_FORMS, TIME_FORMS, day, duration, moment, number

FRIDAY = date(2020, 5, 8)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (FRIDAY, "", "divendres 8 de maig"),
        (FRIDAY, "day", "divendres 8 de maig"),
        (FRIDAY, "short", "8 de maig"),
        (FRIDAY, "long", "8 de maig de 2020"),
        (FRIDAY, "weekday", "divendres"),
        (FRIDAY, "month", "maig"),
        (FRIDAY, "el", "el 8 de maig"),
        (FRIDAY, "al", "al 8 de maig"),
        (FRIDAY, "del", "del 8 de maig"),
        (FRIDAY, "al-month", "al maig"),
        (FRIDAY, "de-month", "de maig"),
        (date(2020, 4, 3), "", "divendres 3 d'abril"),
        (date(2020, 8, 1), "long", "1 d'agost de 2020"),
        (date(2020, 10, 1), "el", "l'1 d'octubre"),
        (date(2020, 10, 11), "al", "a l'11 d'octubre"),
        (date(2020, 7, 11), "del-long", "de l'11 de juliol de 2020"),
        (date(2020, 7, 31), "al-long", "al 31 de juliol de 2020"),
        (date(2020, 7, 21), "el-long", "el 21 de juliol de 2020"),
        (date(2020, 10, 1), "al-month", "a l'octubre"),
        (date(2020, 4, 1), "de-month", "d'abril"),
    ],
)
def test_day_in_each_form(value: date, form: str, expected: str) -> None:
    assert day(value, form) == expected


@given(st.dates(), st.sampled_from(DATE_FORMS))
def test_day_never_before_a_vowel_without_apostrophe(value: date, form: str) -> None:
    text = day(value, form)
    assert " de a" not in text
    assert " de o" not in text
    assert "’" not in text
    assert not text.startswith(("el 1 ", "el 11 ", "al 1 ", "al 11 ", "del 1 ", "del 11 "))


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("2020-05-07T08:42", "", "dijous 7 de maig, a les 10.42 h"),
        ("2020-05-07T08:42", "time", "10.42 h"),
        ("2020-05-07T08:42", "day", "dijous 7 de maig"),
        ("2020-05-07T08:42", "stamp", "7 de maig de 2020, 10.42 h"),
        ("2020-05-07T08:00", "stamp", "7 de maig de 2020, 10.00 h"),
        ("2020-05-07T08:42", "les", "les 10.42 h"),
        ("2020-05-07T08:42", "al", "al 7 de maig"),
        ("2020-05-06T23:05", "", "dijous 7 de maig, a la 1.05 h"),
        ("2020-05-14T08:00", "a", "a les 10 h"),
        ("2020-05-14T11:00", "a", "a les 13 h"),
        ("2020-05-13T22:03", "time", "0.03 h"),
        ("2020-12-31T23:30", "day", "divendres 1 de gener"),
        ("2020-05-08T21:59", "les", "les 23.59 h"),
    ],
)
def test_moment_in_the_time_of_madrid(value: str, form: str, expected: str) -> None:
    assert moment(datetime.fromisoformat(value).replace(tzinfo=UTC), form) == expected


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_moment_has_every_form(value: datetime) -> None:
    assert all(moment(value, form) for form in TIME_FORMS)


def test_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        moment(datetime(2020, 5, 7, 10, 42))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("minutes", "long", "short", "hours", "of"),
    [
        (0, "0 hores", "0 h", "0 hores", "de 0 hores"),
        (1, "1 minut", "1 min", "1 minut", "d'1 minut"),
        (30, "30 minuts", "30 min", "0,5 hores", "de 30 minuts"),
        (60, "1 hora", "1 h", "1 hora", "d'1 hora"),
        (61, "1 hora i 1 minut", "1 h 1 min", "1 hora i 1 minut", "d'1 hora i 1 minut"),
        (135, "2 hores i 15 minuts", "2 h 15 min", "2,25 hores", "de 2 hores i 15 minuts"),
        (100, "1 hora i 40 minuts", "1 h 40 min", "1 hora i 40 minuts", "d'1 hora i 40 minuts"),
        (240, "4 hores", "4 h", "4 hores", "de 4 hores"),
        (660, "11 hores", "11 h", "11 hores", "d'11 hores"),
        (1260, "21 hores", "21 h", "21 hores", "de 21 hores"),
        (90_000, "1.500 hores", "1.500 h", "1.500 hores", "de 1.500 hores"),
        (-120, "-2 hores", "-2 h", "-2 hores", "de -2 hores"),
    ],
)
def test_duration_in_each_form(minutes: int, long: str, short: str, hours: str, of: str) -> None:
    assert [duration(minutes, form) for form in DURATION_FORMS] == [long, short, hours, of]


@given(st.integers(0, 10**6))
def test_duration_loses_no_minute(minutes: int) -> None:
    text = duration(minutes, "short").replace(".", "")
    counted = {unit: int(amount) for amount, unit in zip(text.split()[::2], text.split()[1::2], strict=True)}
    assert counted.get("h", 0) * 60 + counted.get("min", 0) == minutes


@pytest.mark.parametrize(
    ("value", "expected", "of"),
    [
        (0, "0", "de 0"), (1, "1", "d'1"), (8, "8", "de 8"), (11, "11", "d'11"), (21, "21", "de 21"),
        (100, "100", "de 100"), (111, "111", "de 111"), (1000, "1.000", "de 1.000"), (1500, "1.500", "de 1.500"),
        (11_000, "11.000", "d'11.000"), (1_000_000, "1.000.000", "d'1.000.000"), (-3, "-3", "de -3"),
    ],
)  # fmt: skip
def test_number_in_each_form(value: int, expected: str, of: str) -> None:
    assert [number(value, form) for form in NUMBER_FORMS] == [expected, of, str(value)]

"""A consent is a plain yes; a plain no is a no; everything else is asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.consent import YesNo
from conversations.forms.outcome import Accepted, Refused

CONDITION = "A condition cannot be noted here. Answer only «yes» or «no», please."
UNCLEAR = "It is not clear whether it is a yes. Answer «yes» or «no», please."
NOTHING = "Answer «yes» or «no», please."


@pytest.mark.parametrize(
    "text",
    [
        "Sí", "si", "SÍ!", "Si, hi estic d'acord", "d'acord 👍", "d’acord", "és clar que sí", "i tant",
        "Sí, cap problema", "no hi ha problema", "No hi tenim cap inconvenient", "ho autoritzem",
        "Sí que ho autoritzem", "sí, sí", "autoritzemm", "hi estem totalment d'acord", "per nosaltres, sí",
        "sí, gràcies", "sí si us plau", "No en veiem cap objecció",
        "sí,\nsense inconvenients",
    ],
)  # fmt: skip
def test_a_plain_yes_is_a_yes(text: str) -> None:
    assert YesNo().read(text) == Accepted(True)


@pytest.mark.parametrize(
    "text",
    [
        "No", "no, gràcies", "és clar que no", "No ho autoritzem", "no hi estic d'acord", "no acceptem", "millor no",
        "de cap manera", "no no", "No 👎", "no, perquè hi surten dades d'altres entitats", "prefereixo que no",
    ],
)  # fmt: skip
def test_a_plain_no_is_a_no(text: str) -> None:
    assert YesNo().read(text) == Accepted(False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", NOTHING),
        ("👍", NOTHING),
        ("què vol dir això?", NOTHING),
        ("sí?", NOTHING),
        ("sí, però sense que surti el meu nom", CONDITION),
        ("sí, sempre que sigui anònim", CONDITION),
        ("hi estem d'acord si ho reviseu abans", CONDITION),
        ("només el títol", CONDITION),
        ("suposo que sí", UNCLEAR),
        ("potser", UNCLEAR),
        ("sí i no", UNCLEAR),
        ("no, cap problema", UNCLEAR),
        ("hi ha un problema", UNCLEAR),
        ("gràcies", UNCLEAR),
        ("no ho entenc", UNCLEAR),
        ("ho autoritzo davant del ple", UNCLEAR),
        ("ja us ho direm", UNCLEAR),
        ("perquè ho diu la llei", UNCLEAR),
    ],
)
def test_what_is_neither_is_asked_again(text: str, why: str) -> None:
    reading = YesNo().read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


@given(
    yes=st.sampled_from(["sí", "d'acord", "ho autoritzem", "és clar que sí", "acceptem"]),
    but=st.sampled_from(["però", "excepte", "sense", "només", "sempre que", "si", "tret de", "mentre"]),
    rest=st.text(alphabet="abcdefgilmnoprstu ", max_size=30),
)
def test_a_yes_with_a_condition_is_never_a_yes(yes: str, but: str, rest: str) -> None:
    assert YesNo().read(f"{yes} {but} xq {rest}") != Accepted(True)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    reading = YesNo().read(text)
    assert isinstance(reading, Refused) or isinstance(reading.value, bool)

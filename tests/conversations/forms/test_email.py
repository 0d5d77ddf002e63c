"""E-mail addresses: taken out of what people write around them, and exact about what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.email import Email
from conversations.forms.outcome import Accepted, Doubtful, Refused


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anna@rubi.cat", "anna@rubi.cat"),
        (" Anna.PLA@AjRubi.CAT ", "anna.pla@ajrubi.cat"),
        ("la meva és anna@rubi.cat, gràcies", "anna@rubi.cat"),
        ("Anna Pla <anna@rubi.cat>", "anna@rubi.cat"),
        ("anna@rubi.cat.", "anna@rubi.cat"),
        ("anna@rubi.cat?", "anna@rubi.cat"),
        ("mailto:anna@rubi.cat?subject=hola", "anna@rubi.cat"),
        ("[anna@rubi.cat](mailto:anna@rubi.cat)", "anna@rubi.cat"),
        ("anna@rubi.cat anna@rubi.cat", "anna@rubi.cat"),
        ("anna\u200b@rubi.cat", "anna@rubi.cat"),
        ("anna＠rubi.cat", "anna@rubi.cat"),
        ("a.b+xmess_1-2@ajuntament.barcelona.cat", "a.b+xmess_1-2@ajuntament.barcelona.cat"),
        ("@anna o anna@rubi.cat", "anna@rubi.cat"),
        ("anna@rubi.cat\n\nAnna Pla\nTècnica", "anna@rubi.cat"),
        ("aina@lalzinar.example", "aina@lalzinar.example"),
    ],
)
def test_one_address_is_taken_out_of_the_text(text: str, address: str) -> None:
    assert Email().read(text) == Accepted(address)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("anna @rubi.cat", "anna@rubi.cat"),
        ("anna@ rubi.cat", "anna@rubi.cat"),
        ("anna@rubi .cat", "anna@rubi.cat"),
        ("anna@rubi. cat", "anna@rubi.cat"),
        ("anna(arroba)rubi.cat", "anna@rubi.cat"),
        ("anna [arrova] rubi [punt] cat", "anna@rubi.cat"),
        ("anna arroba rubi punt cat", "anna@rubi.cat"),
        ("anna@rubi,cat", "anna@rubi.cat"),
        ("núria@rubi.cat", "nuria@rubi.cat"),
        ("anna@gmial.com", "anna@gmail.com"),
        ("anna@gmail.con", "anna@gmail.com"),
    ],
)
def test_an_address_that_can_be_guessed_is_asked_about(text: str, address: str) -> None:
    reading = Email().read(text)
    assert isinstance(reading, Doubtful)
    assert reading.value == address
    assert reading.why.values == {"address": address}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "An e-mail address looks like «name@council.cat». Write it in full, please."),
        ("no en tinc", "An e-mail address looks like «name@council.cat». Write it in full, please."),
        ("@", "An e-mail address looks like «name@council.cat». Write it in full, please."),
        ("aina@lalzinar", "This address lacks its ending, such as «.cat». Write it in full, please."),
        ("anna@rubi.c", "This address lacks its ending, such as «.cat». Write it in full, please."),
        ("@rubi.cat", "This address lacks what goes before «@». Write it in full, please."),
        ("anna@", "This address lacks what goes after «@», such as «council.cat». Write it in full, please."),
        ("anna.rubi.cat", "This address lacks the sign «@». Write it in full, please."),
        ("anna@@rubi.cat", "This address has «@» twice. Repeat it, please."),
        ("a@b@rubi.cat", "This address has «@» twice. Repeat it, please."),
        ("anna@rubi..cat", "This address has two dots together. Repeat it, please."),
        ("anna@rubi.cat i joan@rubi.cat", "There is more than one address. Write only one, please."),
        ("anna@rubi.cat;joan@rubi.cat", "There is more than one address. Write only one, please."),
        ("anna@rubi.cat\nBcc: tots@rubi.cat", "Write only the address, on one line, please."),
        ("anna@rubi.cat\r\nSubject: hola", "Write only the address, on one line, please."),
        ("a" * 65 + "@rubi.cat", "This address is too long. Repeat it, please."),
        ("an'na!@rubi#x.cat", "In this address, «{sign}» cannot be. Repeat it, please."),
        (".anna@rubi.cat", "This address cannot be right. Look at it again, please."),
        ("anna (arroba) rubi", "This address lacks its ending, such as «.cat». Write it in full, please."),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(text: str, why: str) -> None:
    reading = Email().read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


@given(st.text(max_size=100))
def test_any_text_is_read(text: str) -> None:
    reading = Email().read(text)
    if isinstance(reading, Accepted):
        assert Email().read(str(reading.value)) == reading


@given(st.emails())
def test_a_line_end_never_gets_into_an_address(address: str) -> None:
    reading = Email().read(f"{address}\nBcc: altre@exemple.cat")
    assert isinstance(reading, Refused)

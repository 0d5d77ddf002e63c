"""Names and positions as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.contact import PersonName, Role
from conversations.forms.outcome import Accepted, Doubtful, Refused


@pytest.mark.parametrize(
    "name",
    [
        "王", "Anna Pla", "Núria Vila i Mas", "M. Àngels O'Callaghan-Vila", "Mª José Pérez", "Ll. Gal·la Mir",
        "Pla Vila, Anna", "王小明", "محمد علي", "Øystein Håkonsson", "Laia O’Connor", "Iu", "Pere Mas (secretari)",
    ],
)  # fmt: skip
def test_a_name_is_kept_as_it_is_written(name: str) -> None:
    assert PersonName().read(name) == Accepted(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  jordi   ferrer ", "jordi ferrer"),
        ("Pol\nArnau", "Pol Arnau"),
        ("Marc 🙂", "Marc"),
        ("👋🏽 Biel Costa!", "Biel Costa"),
        ("Nu\u0301ria\u200b", "Núria"),
        ("\u202eAnna Pla", "Anna Pla"),
        ("Em dic Pau Serra", "Pau Serra"),
        ("Hola, soc la Marta Rius", "Marta Rius"),
        ("Sóc l'Ester Soler", "Ester Soler"),
        ("El meu nom és Clara Vidal.", "Clara Vidal."),
        ("nom: Pere Sala", "Pere Sala"),
    ],
)
def test_what_stands_around_a_name_is_left_out(text: str, name: str) -> None:
    assert PersonName().read(text) == Accepted(name)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Write the name in letters, please."),
        ("🙂", "Write the name in letters, please."),
        ("12345", "Write the name in letters, please."),
        ("...", "Write the name in letters, please."),
        ("<b></b>", "Write the name in letters, please."),
        ("A", "Write the whole name, please."),
        ("anna@rubi.cat", "This is an address. Write the name and the surname, please."),
        ("Anna123", "Write only the name and the surname, please, without digits or symbols."),
        ("Anna_Pla", "Write only the name and the surname, please, without digits or symbols."),
        ("<b>Anna</b>", "Write only the name and the surname, please, without digits or symbols."),
        ("=SUM(A1)", "Write only the name and the surname, please, without digits or symbols."),
        ("Robert'); DROP TABLE x;--", "Write only the name and the surname, please, without digits or symbols."),
        ("admin'--", "Write only the name and the surname, please, without digits or symbols."),
        ("Anna Pla / Joan Mas", "Write only the name and the surname, please, without digits or symbols."),
        ("a" * 101, "It has {count} characters and the maximum is {max}. Shorten it and send it again, please."),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(text: str, why: str) -> None:
    reading = PersonName().read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


@pytest.mark.parametrize("text", ["no ho sé", "test", "null", "xxxxx"])
def test_what_is_hardly_a_name_is_asked_about(text: str) -> None:
    reading = PersonName().read(text)
    assert isinstance(reading, Doubtful)
    assert reading.value == text


@pytest.mark.parametrize(
    "text",
    [
        "regidora d'ESS", "AODL", "Tècnica A2, Promoció Econòmica", "Cap de l'àrea d'Ocupació / Empresa (interina)",
        "<b>Tècnica</b>", "2a tinenta d'alcaldia", "Tècnica & dinamitzadora",
    ],
)  # fmt: skip
def test_a_position_is_kept_as_it_is_written(text: str) -> None:
    assert Role().read(text) == Accepted(text)


def test_a_position_is_one_line() -> None:
    assert Role().read(" Tècnica\n Promoció   econòmica ") == Accepted("Tècnica Promoció econòmica")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Write the answer in words, please."),
        ("<b></b>", "Write the answer in words, please."),
        ("🙂", "Write the answer in words, please."),
        ("1234", "Write the answer in words, please."),
        ("x", "Write the whole position, please."),
        ('=HYPERLINK("http://x")', "This looks like code or a formula. Write the answer in words, please."),
        ("anna@rubi.cat", "This is an address. Write the position and the department, please."),
        ("a" * 101, "It has {count} characters and the maximum is {max}. Shorten it and send it again, please."),
    ],
)
def test_what_is_no_position_is_refused_with_the_reason(text: str, why: str) -> None:
    reading = Role().read(text)
    assert isinstance(reading, Refused)
    assert reading.why.msgid == why


def test_a_position_that_says_nothing_is_asked_about() -> None:
    assert isinstance(Role().read("no ho sé"), Doubtful)


@given(st.text(max_size=150))
def test_a_name_that_is_taken_is_taken_again(text: str) -> None:
    reading = PersonName().read(text)
    if isinstance(reading, Accepted):
        assert PersonName().read(str(reading.value)) == reading


@given(st.text(alphabet='<>{}=;|\\"$%^*_#@0123456789 ab', min_size=1, max_size=30))
def test_a_name_never_has_a_sign_of_code(text: str) -> None:
    reading = PersonName().read(text)
    if not isinstance(reading, Refused):
        assert not set(str(reading.value)) & set('<>{}=;|\\"$%^*_#@0123456789')

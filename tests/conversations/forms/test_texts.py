"""Answers in one's own words: kept verbatim, never cut, gently doubted when they say nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.forms.content import ASK_FOR_HELP, IN_FULL_HERE, MORE_DETAIL
from conversations.forms.outcome import Accepted, Doubtful, Refused
from conversations.forms.texts import IN_WORDS, NOT_CODE, LongText, ShortText
from conversations.protocol.words import T

LONG = LongText(1500)
SHORT = ShortText(40)


@pytest.mark.parametrize(
    "text",
    [
        "Volem un mapa d'entitats",
        "Poc, perquè el municipi és molt petit",
        "- mapa\n- ordenança",
        "-> reforçar l'ESS",
        "plecs",
        "<b>Mapa</b> i <i>plans</i>",
        "**Reduir** l'atur _juvenil_ [aquí](http://exemple.cat)",
        "20 % de la compra menor",
        "Com es fan clàusules socials?",
        "Volem un equip 👩‍💻 propi",
        "Fer SELECT de proveïdors i comprar a qui ve del poble, que és el que ens convé: FROM zero, amb plecs nous i "
        "criteris clars, un calendari, un equip format i la regidoria al capdavant de tot plegat",
        "合作社",
    ],
)
def test_a_long_text_with_content_is_kept_verbatim(text: str) -> None:
    assert LONG.read(text) == Accepted(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  cal un pla  \n", "cal un pla"),
        ("un pla\r\ni un mapa\ri prou", "un pla\ni un mapa\ni prou"),
        ("un\u200b pla\x00", "un pla"),
        ("un pla de cooperacio\u0301", "un pla de cooperació"),
        ("un  pla   amb espais", "un  pla   amb espais"),
        ("a\u200dra un pla", "ara un pla"),
    ],
)
def test_a_long_text_loses_only_what_nobody_sees(text: str, kept: str) -> None:
    assert LONG.read(text) == Accepted(kept)


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\u200b", "🙂", "👍👍👍", "...", "?", "<b></b>", "<script>alert(1)</script>"]
)
def test_a_text_without_a_letter_is_refused(text: str) -> None:
    assert LONG.read(text) == Refused(IN_WORDS)
    assert SHORT.read(text) == Refused(IN_WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "=SUM(A1:A3)",
        "=1+1",
        "=A1",
        "+cmd()",
        "@SUM(1)*cmd|' /C calc'!A0",
        "=CMD|' /C calc'!A0",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "javascript:alert(1)",
        "`reboot`",
        "$(reboot)",
        "/start",
        "/start@xmess_bot",
        "'; UPDATE sollicituds SET prioritat=9; --",
        "'); DROP TABLE x;--",
        "' or 1=1 --",
        "1 UNION SELECT clau FROM persones",
        "INSERT INTO x VALUES (1)",
        "DELETE FROM x",
    ],
)
def test_code_is_no_answer(text: str) -> None:
    assert LONG.read(text) == Refused(NOT_CODE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("necessitem ajuda", ASK_FOR_HELP),
        ("Ens cal suport, si us plau!", ASK_FOR_HELP),
        ("no ho sé", ASK_FOR_HELP),
        ("No en tenim ni idea", ASK_FOR_HELP),
        ("pendent", ASK_FOR_HELP),
        ("veure resposta anterior", IN_FULL_HERE),
        ("ja ho he explicat a dalt", IN_FULL_HERE),
        ("ídem", IN_FULL_HERE),
        ("https://exemple.cat/document", IN_FULL_HERE),
        ("molt 👍", MORE_DETAIL),
        ("Molt alt!!!", MORE_DETAIL),
        ("100%", MORE_DETAIL),
        ("100x100", MORE_DETAIL),
        ("sí", MORE_DETAIL),
        ("<b>molt</b>", MORE_DETAIL),
        ("aaaaaaa", MORE_DETAIL),
        ("jajaja", MORE_DETAIL),
        ("a", MORE_DETAIL),
        ("test", MORE_DETAIL),
    ],
)
def test_a_text_that_says_nothing_is_gently_doubted(text: str, why: T) -> None:
    assert LONG.read(text) == Doubtful(text, why)


def test_a_long_text_is_refused_with_its_count_and_never_cut() -> None:
    text = "Volem un pla. " * 120
    assert LONG.read(text) == Refused(
        T(
            "It has {count} characters and the maximum is {max}. Shorten it and send it again, please.",
            count=len(text.strip()),
            max=1500,
        )
    )
    assert LongText(len(text.strip())).read(text) == Accepted(text.strip())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("dimarts\n i   dijous", "dimarts i dijous"),
        ("9-14", "9-14"),
        ("10h", "10h"),
        ("ens adaptem", "ens adaptem"),
        ("dimecres 🙂", "dimecres 🙂"),
    ],
)
def test_a_short_text_is_one_line(text: str, kept: str) -> None:
    assert SHORT.read(text) == Accepted(kept)


def test_a_short_text_is_doubted_like_a_long_one() -> None:
    assert SHORT.read("no ho sé") == Doubtful("no ho sé", ASK_FOR_HELP)


@given(st.text(max_size=2000))
def test_whatever_comes_a_text_is_kept_whole_or_not_at_all(text: str) -> None:
    reading = LONG.read(text)
    if isinstance(reading, Accepted | Doubtful):
        value = reading.value
        assert isinstance(value, str)
        assert value == value.strip() == unicodedata.normalize("NFC", value)
        assert 0 < len(value) <= 1500
        assert [char for char in unicodedata.normalize("NFC", text) if char.isalnum()] == [
            c for c in value if c.isalnum()
        ]
        assert LONG.read(value) == reading

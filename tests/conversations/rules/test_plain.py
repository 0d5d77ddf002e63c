"""Text made clean to keep and plain to compare."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.rules.plain import clean, folded, one_line, vocabulary, words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" a\r\nb\rc\u2028d ", "a\nb\nc\nd"),
        ("Man\u200bll\u00adeu\ufeff", "Manlleu"),
        ("\u202eabc\u202c", "abc"),
        ("a\x00b\x07", "ab"),
        ("👩\u200d💻 sí\u200d", "👩\u200d💻 sí"),
        ("Nu\u0301ria", "Núria"),
        ("a\ud800b", "ab"),
        ("un\tdos", "un\tdos"),
    ],
)
def test_only_what_nobody_sees_is_removed(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a \n\n b\u00a0c\td ") == "a b c d"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("l'Hospitalet", ("l", "hospitalet")),
        ("Palau-solità", ("palau", "solita")),
        ("SOL·LICITUD sol.licitud soŀlicitud", ("sollicitud", "sollicitud", "sollicitud")),
        ("Vall-llobrega", ("vall", "llobrega")),
        ("ＡＢＣ ½ Mª", ("abc", "1", "2", "ma")),
        ("🙂 _ !", ()),
    ],
)
def test_words_are_compared_without_accents_and_signs(text: str, plain: tuple[str, ...]) -> None:
    assert words(text) == plain


def test_a_vocabulary_is_a_set_of_plain_words() -> None:
    assert vocabulary("Sí, no; SÍ") == {"si", "no"}


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once == unicodedata.normalize("NFC", once)
    assert one_line(one_line(text)) == one_line(text)


@given(st.text())
def test_folding_twice_changes_nothing_that_words_see(text: str) -> None:
    assert words(folded(text)) == words(text)

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.protocol.words import T
from locales import UntranslatedError, translate
from locales.sentences import load

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Saved, {name}"
msgstr "<b>Desat</b>, {name}"

msgid "{n} hour"
msgid_plural "{n} hours"
msgstr[0] "una hora"
msgstr[1] "{n} hores"

msgid "Half {n}"
msgid_plural "Halves {n}"
msgstr[0] "mitja"
msgstr[1] ""

#, fuzzy
msgid "Guess"
msgstr "Endevinalla"
"""


@pytest.fixture(autouse=True)
def _catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, strict: None) -> Iterator[None]:
    file = tmp_path / "messages.po"
    file.write_text(PO, encoding="utf-8")
    monkeypatch.setattr("locales.sentences.PO", file)
    load.cache_clear()
    yield
    load.cache_clear()
    assert list(tmp_path.iterdir()) == [file]  # nothing compiled is written


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (T("Saved, {name}", name="<Ann>"), "<b>Desat</b>, &lt;Ann&gt;"),
        (T(""), ""),
        (T("{n} hour", "{n} hours", n=0), "0 hores"),
        (T("{n} hour", "{n} hours", n=1), "una hora"),
        (T("{n} hour", "{n} hours", n=21), "21 hores"),
    ],
)
def test_translate_from_the_file(words: T, expected: str) -> None:
    assert translate(words) == expected


@pytest.mark.parametrize("words", [T("Guess"), T("Half {n}", "Halves {n}", n=1), T("Half {n}", "Halves {n}", n=2)])
def test_translate_what_is_not_wholly_translated_is_missing(words: T) -> None:
    with pytest.raises(UntranslatedError):
        translate(words)

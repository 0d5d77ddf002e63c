"""What a person types, made clean to keep and made plain to compare. Nothing here changes a meaning."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
# Joiners hold emoji and some scripts together; beside a Latin letter or a space they are only litter.
_STRAY_JOINER = re.compile("(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x85]")
_GEMINATE = re.compile(r"l[·.•‧∙]l")
_WORD = re.compile(r"[^\W_]+")


def clean(text: str) -> str:
    """The text as it is kept: NFC, line ends as \\n, without invisible and control characters, trimmed."""
    text = _LINE_END.sub("\n", text)
    text = _CONTROL.sub("", _STRAY_JOINER.sub("", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """`clean`, with every run of white space collapsed to one space."""
    return " ".join(clean(text).split())


def folded(text: str) -> str:
    """The text for comparing: small letters without accents, "l·l" as "ll", wide forms as narrow ones."""
    text = _GEMINATE.sub("ll", unicodedata.normalize("NFKD", clean(text)).casefold())
    return "".join(char for char in text if not unicodedata.combining(char))


def words(text: str) -> tuple[str, ...]:
    """The letters and digits of `folded`, word by word: an apostrophe, a hyphen or an emoji only separates."""
    return tuple(_WORD.findall(folded(text)))


def vocabulary(text: str) -> frozenset[str]:
    """The words of `text` as a set, for asking whether a typed word is one of them."""
    return frozenset(words(text))

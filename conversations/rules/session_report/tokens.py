"""The canonical line: the message in lower case, without accents, with its typos mended and its numbers in digits.

Every character of it knows which stretch of the original it stands for, so that a value can be pointed at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from conversations.rules.session_report.lexicon import mend
from conversations.rules.session_report.model import Span
from conversations.rules.session_report.numbers import NUMBER_WORDS, value_of

_REPLACED = {
    "’": "'", "‘": "'", "´": "'", "`": "'", "′": "'", "“": '"', "”": '"', "«": '"', "»": '"', "″": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "→": ">", "➡": ">", "⁄": "/", "…": "...",
    "_": " ", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "\r": "\n", "\t": " ", "•": "-",
}  # fmt: skip
_WORD = re.compile(r"[a-z]{3,}")
# As the telephone takes it down.
_SPOKEN_DECIMAL = re.compile(r"(?<![0-9a-z])(?P<whole>una?|[0-9]) coma (?=[0-9])")
# "De les10 a les12", "10a12"
_GLUED = re.compile(r"(?<![a-z])(?:de|les|fins)(?=[0-9])|(?<=[0-9]) ?a(?=[0-9]{1,2}(?:[:. h]|$))")
_SPOKEN_COMMA = re.compile(r"(?<! la)(?<!^la)(?<! al) coma(?= )")
# "0930h", "0930-1100"
_MILITARY = re.compile(
    r"(?<![0-9a-z.,:/'])([01][0-9]|2[0-3])([0-5][05])"
    r"(?: ?h(?![a-z0-9])|(?<=0[7-9][0-5][05])(?=-[01][0-9][0-5][05](?![0-9]))|(?<=0[7-9][0-5][05]-[0-9]{4})(?![0-9]))"
)
# As is said in the west, or typed: each group is named after what is meant.
_SPOKEN = re.compile(
    r"(?<=[a-z] )(?P<que>q|k|ke)(?= [a-z0-9])|(?<![a-z'])(?:(?P<el>lo)(?= (?:dia|di[lmjvsu][a-z]+|darrer|passat|mateix|"
    r"seu|meu|nostre)\b)|(?P<els>los)(?= d[e'])|(?P<aquesta>esta)(?= (?:tarda|nit|vesprada|matinada|setmana)\b))"
)
# "Vaig anâ"
_SILENT_R = "âêîÂÊÎ"
_L_GEMINADA = re.compile(r"(?<=l)[·.-](?=l)")


@dataclass(frozen=True, slots=True)
class Line:
    """Canonical text; `low[i]` and `high[i]` bound the original characters behind `text[i]`."""

    original: str
    text: str
    low: tuple[int, ...]
    high: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original stretch behind the canonical `start:end` (not empty)."""
        return Span(self.low[start], self.high[end - 1])

    def capital(self, start: int) -> bool:
        """Whether the word at the canonical `start` was typed with a capital letter."""
        return self.original[self.low[start] : self.low[start] + 1].isupper()


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """One character in lower case, without accents; "" for what cannot be seen."""
    if character in _REPLACED:
        return _REPLACED[character]
    kept = [
        c
        for c in unicodedata.normalize("NFKD", character.lower())
        if not unicodedata.category(c).startswith(("M", "C")) or c == "\n"
    ]
    return "".join(kept)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A name or word as it would look in the canonical line, without mending it."""
    folded = "".join(map(fold_character, text))
    return " ".join(_L_GEMINADA.sub("", folded).split())


class _Draft:
    """A text under rewriting, with the bounds of each of its characters in the original."""

    def __init__(self, original: str) -> None:
        characters: list[str] = []
        self.low: list[int] = []
        self.high: list[int] = []
        for position, character in enumerate(original):
            ends = character in _SILENT_R and not original[position + 1 : position + 2].isalpha()
            for folded in fold_character(character) + "r" * ends:
                if folded == " " and characters and characters[-1] in " \n":
                    continue
                characters.append(folded)
                self.low.append(position)
                self.high.append(position + 1)
        self.text = "".join(characters)

    def rewrite(self, edits: list[tuple[int, int, str]]) -> None:
        """Replace the stretches `start:end` (in order, disjoint) by the given texts."""
        if not edits:
            return
        parts: list[str] = []
        low: list[int] = []
        high: list[int] = []
        last = 0
        for start, end, new in [*edits, (len(self.text), len(self.text), "")]:
            parts += (self.text[last:start], new)
            low += self.low[last:start]
            high += self.high[last:start]
            if new:
                low += [self.low[start]] * len(new)
                high += [self.high[end - 1]] * len(new)
            last = end
        self.text, self.low, self.high = "".join(parts), low, high


def read_line(original: str, names: frozenset[str]) -> Line:
    """The canonical line of a message; words in `names` (folded) are never mended."""
    draft = _Draft(original)
    draft.rewrite([(m.start(), m.end(), "") for m in _L_GEMINADA.finditer(draft.text)])
    edits = []
    for match in _WORD.finditer(draft.text):
        word = match.group()
        if word not in names and (mended := mend(word)) != word:
            edits.append((match.start(), match.end(), mended))
    draft.rewrite(edits)
    draft.rewrite([(m.start(), m.end(), m.lastgroup or "") for m in _SPOKEN.finditer(draft.text)])
    draft.rewrite([(m.start(), m.end(), str(value_of(m.group()))) for m in NUMBER_WORDS.finditer(draft.text)])
    decimals = _SPOKEN_DECIMAL.finditer(draft.text)
    draft.rewrite([(m.start(), m.end(), f"{m[1].replace('una', '1').replace('un', '1')},") for m in decimals])
    draft.rewrite([(m.start(), m.end(), f" {m.group().strip()} ") for m in _GLUED.finditer(draft.text)])
    draft.rewrite([(m.start(), m.end(), ",") for m in _SPOKEN_COMMA.finditer(draft.text)])
    draft.rewrite([(m.start(), m.end(), f"{m[1]}:{m[2]}h") for m in _MILITARY.finditer(draft.text)])
    return Line(original, draft.text, tuple(draft.low), tuple(draft.high))

"""A message cut into sentences, and those into clauses."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from conversations.rules.session_report import markers


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of the line; a final mark belongs to its sentence."""
    found, start = [], 0
    for match in markers.SENTENCE_END.finditer(text):
        found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence; a conjunction opens its clause."""
    found, last = [], start
    for match in markers.CLAUSE_END.finditer(text, start, end):
        if match.start() > last:
            found.append((last, match.start()))
            last = match.start()
    found.append((last, end))
    return found


class Clauses:
    """The clauses of a text, to find the one that holds a place."""

    def __init__(self, text: str) -> None:
        self.parts = [part for sentence in sentences(text) for part in clauses(text, *sentence)]
        self.starts = [start for start, _ in self.parts]

    def around(self, position: int) -> tuple[int, int]:
        """The clause that holds `position`."""
        return self.parts[bisect_right(self.starts, position) - 1]

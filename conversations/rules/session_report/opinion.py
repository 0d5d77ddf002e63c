"""A second opinion, learnt from the corpora, that is heard only where the rules would drop a message or ask.

It weighs the words of the whole message, with days, lengths and councils each as one word for their kind. What each
word weighs stands in `learnt`, which `tests/learn_reports.py` writes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise

from conversations.rules.session_report import learnt
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.model import Modality

BIAS = "BIAS"
_WORD = re.compile(r"[A-Z]+|[a-z']+|[0-9]+|[^\w\s]")
_FIGURES = re.compile(r"[0-9]+")
# Of a hundred messages that it is so sure of, fewer than one is otherwise.
_SURE = 0.99
_LIKELY = 0.9
_FEW = 8
_SUSPECT = 0.3


class Opinion:
    """What the words of one message say, read without any rule."""

    def __init__(self, text: str, read: Callable[[], Facts]) -> None:
        """Of the canonical line `text`; `read` says what is read in all of it, and is asked only if it is needed."""
        self._text = text
        self._read = read

    @cached_property
    def facts(self) -> Facts:
        """What is read in the whole message, whatever the rules set aside."""
        return self._read()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and pairs of neighbours, with values as words for their kind."""
        facts = self.facts
        read = [(hit.start, hit.end, "DAY") for hit in (*facts.days, *facts.vague)]
        read += [(hit.start, hit.end, "LENGTH") for hit in facts.lengths]
        read += [(hit.start, hit.end, "HOUR") for hit, _ in facts.times]
        read += [(one.start, one.end, "COUNCIL" if one.candidates else "ANOTHER") for one in facts.mentions]
        parts, last = [], 0
        for start, end, kind in sorted(read):
            if start >= last:
                parts += [self._text[last:start], f" {kind} "]
                last = end
        found = _WORD.findall(_FIGURES.sub("0", "".join(parts) + self._text[last:]))
        return frozenset((*found, *map("_".join, pairwise(found))))

    def tells_of_a_session(self) -> bool:
        """Whether a message that the rules would drop surely tells of a session held; a few words never say it."""
        return sum("_" not in word for word in self.words) >= _FEW and self._chance(learnt.REPORT) > _SURE

    def tells_of_one(self) -> bool:
        """Whether a message in which the rules see several sessions surely tells of one."""
        return self._chance(learnt.SEVERAL) < 1 - _SURE

    def confirms(self, likely: Modality) -> bool:
        """Whether it was surely held in the way that the rules think likely. Where they think of none it says nothing:
        people also speak of rooms and screens."""
        chances = self._chance(learnt.IN_PERSON), self._chance(learnt.REMOTE)
        this, other = chances if likely is Modality.IN_PERSON else chances[::-1]
        return this > _SURE and other < 1 - _SURE and self._chance(learnt.REPORT) > _LIKELY

    def suspects(self) -> bool:
        """Whether the words may tell how it was held although no rule found it: "al tren de tornada"."""
        return max(self._chance(learnt.IN_PERSON), self._chance(learnt.REMOTE)) > _SUSPECT

    def _chance(self, learned: str) -> float:
        """The chance, between 0 and 1, by logistic regression."""
        weights = _weights(learned)
        return 1 / (1 + math.exp(-weights[BIAS] - sum(weights.get(word, 0.0) for word in self.words)))


@lru_cache(maxsize=8)
def _weights(learned: str) -> Mapping[str, float]:
    """The weights in a text of `word=weight`."""
    pairs = (pair.rpartition("=") for pair in learned.split())
    return {word: float(weight) for word, _, weight in pairs}

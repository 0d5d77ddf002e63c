"""A second opinion, learnt from the corpora, that is heard only where the rules would drop a message.

It weighs the words of the whole message, with days, lengths and councils each as one word for their kind. What each
word weighs stands in `learnt`, which `tests/learn_reports.py` writes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.learnt import WEIGHTS

BIAS = "BIAS"
_WORD = re.compile(r"[A-Z]+|[a-z']+|[0-9]+|[^\w\s]")
_FIGURES = re.compile(r"[0-9]+")
# Of a hundred messages that it is so sure of, fewer than one is otherwise; of a few words it never is.
_SURE = 0.99
_FEW = 8


def tells_of_a_session(text: str, facts: Facts) -> bool:
    """Whether a message surely tells of a session held: the canonical line, and all that is read in it."""
    told = words(text, facts)
    weights = _weights()
    # Logistic regression.
    chance = 1 / (1 + math.exp(-weights[BIAS] - sum(weights.get(word, 0.0) for word in told)))
    return chance > _SURE and sum("_" not in word for word in told) >= _FEW


def words(text: str, facts: Facts) -> frozenset[str]:
    """The words of a line and the pairs of neighbours, with what was read as words for its kind."""
    read = [(hit.start, hit.end, "DAY") for hit in (*facts.days, *facts.vague)]
    read += [(hit.start, hit.end, "LENGTH") for hit in facts.lengths]
    read += [(hit.start, hit.end, "HOUR") for hit, _ in facts.times]
    read += [(one.start, one.end, "COUNCIL" if one.candidates else "ANOTHER") for one in facts.mentions]
    parts, last = [], 0
    for start, end, kind in sorted(read):
        if start >= last:
            parts += [text[last:start], f" {kind} "]
            last = end
    found = _WORD.findall(_FIGURES.sub("0", "".join(parts) + text[last:]))
    return frozenset((*found, *map("_".join, pairwise(found))))


@cache
def _weights() -> Mapping[str, float]:
    pairs = (pair.rpartition("=") for pair in WEIGHTS.split())
    return {word: float(weight) for word, _, weight in pairs}

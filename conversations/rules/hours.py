"""How long somebody grants, as it is typed: «6 hores», «2 h 30 min», «90 minuts», «2,5»."""

from __future__ import annotations

import re

from conversations.rules.plain import folded

SHORTEST, LONGEST = 15, 100 * 60
"""The minutes that can be granted at once."""

_HOURS = re.compile(
    r"(?P<hours>\d{1,3}|una|un|dues|mitja)(?:[.,](?P<part>\d{1,2}))?\s*(?:h|hora|hores)?\.?"
    r"(?:\s*(?:i\s*)?(?:(?P<minutes>\d{1,2})\s*(?:m|min|minut|minuts|\')?\.?|(?P<half>mitja)|(?P<quarter>quart)))?"
)
_MINUTES = re.compile(r"(?P<minutes>\d{1,4})\s*(?:m|min|minut|minuts|\')\.?")
_WORDS = {"un": 60, "una": 60, "dues": 120, "mitja": 30}
_PARTS = {None: 0, "0": 0, "00": 0, "25": 15, "5": 30, "50": 30, "75": 45}


def minutes_in(text: str) -> int | None:
    """The whole minutes that a text names, a bare number being hours; None if it is not certain or out of bounds."""
    line = " ".join(folded(text).split())
    if found := _MINUTES.fullmatch(line):
        return _bounded(int(found["minutes"]))
    found = _HOURS.fullmatch(line)
    if found is None or found["part"] not in _PARTS:
        return None
    minutes = _WORDS[found["hours"]] if found["hours"] in _WORDS else int(found["hours"]) * 60
    more = int(found["minutes"] or 0) + (30 if found["half"] else 0) + (15 if found["quarter"] else 0)
    if more >= 60 or (more and found["part"]):
        return None
    return _bounded(minutes + _PARTS[found["part"]] + more)


def _bounded(minutes: int) -> int | None:
    return minutes if SHORTEST <= minutes <= LONGEST else None

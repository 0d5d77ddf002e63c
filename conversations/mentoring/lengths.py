"""Lengths that the reader of sentences finds too long or too short, and a session may have; «9h» may be an hour."""

from __future__ import annotations

import re

from conversations.rules.session_report import began

MOST_MINUTES = 12 * 60
"""A session longer than this is a slip of the finger."""

HOUR = "hour"
"""The doubt of a length that may be the hour at which the session began: «dilluns 9h»."""

_SHORT_OF = {"mitja": 30, "quart": 15, "un quart": 15, "tres quarts": 45}
_HOURS = re.compile(
    r"(?P<hours>\d{1,2})(?:[.,](?P<tenths>5|25|75))? ?h(?:or(?:a|es))?"
    r"(?: ?(?:i |amb )?(?:(?P<short>mitja|tres quarts|(?:un )?quart)|(?P<rest>[0-5]?\d) ?(?:m|min|minuts)?))?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d{1,3}) ?(?:m|min|minuts?)", re.IGNORECASE)
_STRETCH = re.compile(
    r"(?:de |entre )?(?:les )?([01]?\d|2[0-3])(?:[.:](\d\d))? ?h? ?(?:a|i|fins a|-|–) ?"
    r"(?:les )?(\d{1,2})(?:[.:](\d\d))? ?h?",
    re.IGNORECASE,
)
_AT = re.compile(r"(\d{1,2}) ?h(?: ?(\d{2}))?", re.IGNORECASE)


def length(said: str) -> int | None:
    """The minutes of a length as it is written («8 hores i mitja», «de 9 a 17h», «5 minuts»), if a session may be that
    long; None for any other words."""
    said = " ".join(said.split())
    minutes = 0
    if found := _HOURS.fullmatch(said):
        minutes = int(found["hours"]) * 60 + int(found["rest"] or 0) + _SHORT_OF.get((found["short"] or "").lower(), 0)
        minutes += round(float(f"0.{found['tenths'] or 0}") * 60)
    elif found := _MINUTES.fullmatch(said):
        minutes = int(found[1])
    elif found := _STRETCH.fullmatch(said):
        begins, ends = int(found[1]) * 60 + int(found[2] or 0), int(found[3]) * 60 + int(found[4] or 0)
        minutes = ends - begins
    return minutes if 0 < minutes <= MOST_MINUTES else None


def hour(said: str) -> int | None:
    """The minutes after midnight of words that may be an hour of the day, «9h» or «16 h 30»; None for any others. What
    says «hores» is a length."""
    found = _AT.fullmatch(" ".join(said.split()))
    if found is None or not 7 <= int(found[1]) <= 23 or int(found[2] or 0) > 59:
        return None
    return int(found[1]) * 60 + int(found[2] or 0)


def begins(said: str) -> int | None:
    """The minutes after midnight at which a stretch of the day begins, also one of more hours than are usual."""
    found = _STRETCH.fullmatch(" ".join(said.split()))
    if found is not None and length(said) is not None:
        return int(found[1]) * 60 + int(found[2] or 0)
    return began(said)

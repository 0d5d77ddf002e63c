"""A number without a unit in what is said of a session: a day of the month after «dia» or «el», and else not clear."""

from __future__ import annotations

import re

_WEEKDAYS = "dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge"
_AFTER = r"(?!\d)(?!\s*(?:h\b|hor|min|['’:/]))"
_DAY = re.compile(rf"\b(?:(?:el|al)\s+(?:dia\s+)?|dia\s+|l['’]|(?:{_WEEKDAYS})\s+)(\d{{1,2}}){_AFTER}", re.IGNORECASE)
_LENGTH = re.compile(
    r"\d\s*(?:h\b|h\d|['’])|\bhor|\bmin|\bquarts?\b|\bmit(?:ja|jos)\b|\bdur[aàeé]|\bun[ae]s?\b|\bdues\b|\bde \d+ a \d+",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?<![\d:.,/])(\d{{1,2}}){_AFTER}(?![.,]\d)")


def days(text: str) -> tuple[int, ...]:
    """The numbers that are days of the month: «el dia 1», «no el 2 sinó el 4», «dilluns 1»."""
    return tuple(int(one) for one in _DAY.findall(text))


def only_days(text: str) -> bool:
    """Whether its numbers are days, and no length is named, so that none of them may be read as hours."""
    return bool(days(text)) and not lengthy(text)


def lengthy(text: str) -> bool:
    """Whether a text says by itself that it speaks of a length: «2 h», «hora i quart», «va durar 3», «dues»."""
    return _LENGTH.search(text) is not None


def last(text: str) -> int:
    """The last bare number of a text, 0 if it has none: «no eren 2 sinó 4»."""
    found = _NUMBER.findall(text)
    return int(found[-1]) if found else 0

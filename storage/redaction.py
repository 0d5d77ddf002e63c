"""Taking values of people out of stored texts and JSON."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from typing import Any

from conversations.rules.plain import folded

MARK = "[…]"
"""What stands where a value was."""

_NATIONAL = 9
"""The digits of a Spanish number without its prefix."""

KEPT = frozenset({"id", "message", "turn", "update", "mentor", "assignment", "session", "root"})
"""Keys whose numbers are never those of a person."""

_BUTTONS = frozenset({"data", "labels"})
"""Keys of what a button sends back, which may name somebody by number."""


class Redaction:
    """Knows what to take out: `names` wherever they stand as whole words, `lines` only where they are a whole answer.

    A position ("Tècnica") is made of everyday words: it is taken out where a summary shows it, not in every sentence.
    `people` maps the numbers of people to what takes their place.
    """

    def __init__(self, names: Collection[str], lines: Collection[str], people: Mapping[int, int]) -> None:
        self._people = people
        self._numbers = {str(old): str(new) for old, new in people.items()}
        self._number = _any_of(list(self._numbers), r"(?<![\d-])(?:{})(?!\d)")
        telephones = [_telephone(value) for value in names if is_telephone(value)]
        self._name = _any_of(telephones + _escaped(names), r"(?<!\w)(?:{})(?!\w)", re.IGNORECASE)
        self._typed = _any_of(_escaped({_typed(name) for name in names}), r"(?<!\w)(?:{})(?!\w)")
        self._line = _any_of(_escaped(lines), r"(?:(?<=: )|^)(?:{})$", re.MULTILINE)

    def finds(self, data: object) -> bool:
        """Whether a text, or any text inside JSON, has something to take out."""
        return bool(self.data(data) != data)

    def text(self, text: str) -> str:
        """The text without the values."""
        for pattern in (self._name, self._line):
            if pattern is not None:
                text = pattern.sub(MARK, text)
        return text

    def key(self, text: str) -> str:
        """A key or a subject of ours, with numbers of people replaced."""
        return text if self._number is None else self._number.sub(lambda found: self._numbers[found[0]], text)

    def _button(self, text: str) -> str:
        """What a button sends back, or its label as it is typed: without accents and punctuation."""
        text = self.key(text)
        return text if self._typed is None else self._typed.sub(MARK, text)

    def data(self, data: Any, key: str = "") -> Any:
        """JSON without the values, its numbers of people replaced."""
        match data:
            case dict():
                return {name: self.data(value, name) for name, value in data.items()}
            case list():
                return [self.data(value, key) for value in data]
            case str():
                return self._button(data) if key in _BUTTONS else self.text(data)
            case bool():
                return data
            case int() if key not in KEPT:
                return self._people.get(data, data)
        return data


def _written(values: Collection[str]) -> set[str]:
    """The values as they stand in plain text and in the HTML of a letter."""
    bare = {value.strip() for value in values if len(value.strip()) > 1}
    return bare | {html.escape(value, quote=False).replace('"', "&quot;") for value in bare}


def _typed(name: str) -> str:
    """A name as a label keeps it to be compared with what people type."""
    return " ".join(re.sub(r"[^\w\s]|_", "", folded(name)).split())


def is_telephone(value: str) -> bool:
    """Whether a value is digits enough, and little else."""
    return re.fullmatch(r"\+?(?:[\s().-]*\d){7,15}[\s)]*", value) is not None


def _telephone(value: str) -> str:
    """A telephone however it is grouped, with or without its prefix."""
    digits = re.findall(r"\d", value)[-_NATIONAL:]
    return r"\+?(?:\d{1,3}[\s.-]*)?" + r"[\s().-]*".join(digits)


def _escaped(values: Collection[str]) -> list[str]:
    """Patterns of values, the longest first, so that none hides behind a shorter one."""
    return [re.escape(value) for value in sorted(_written(values), key=lambda value: (-len(value), value))]


def _any_of(patterns: Collection[str], shape: str, flags: int = 0) -> re.Pattern[str] | None:
    return re.compile(shape.replace("{}", "|".join(patterns)), flags) if patterns else None

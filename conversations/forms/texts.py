"""Answers in one's own words, kept verbatim."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.forms.content import is_code, too_long, vague, without_markup
from conversations.forms.outcome import Accepted, Doubtful, Reading, Refused
from conversations.protocol.words import T
from conversations.rules.plain import clean, one_line

IN_WORDS = T("Write the answer in words, please.")
NOT_CODE = T("This looks like code or a formula. Write the answer in words, please.")


@dataclass(frozen=True, slots=True)
class ShortText:
    """One line of at most `most` characters: line ends become spaces."""

    most: int

    def read(self, text: str) -> Reading:
        """The line, or what is missing in it."""
        return _own_words(one_line(text), self.most, digits_say_something=True)


@dataclass(frozen=True, slots=True)
class LongText:
    """Several lines of at most `most` characters. There is no minimum: a short honest answer is an answer."""

    most: int

    def read(self, text: str) -> Reading:
        """The text as it was written, markup included, or what is missing in it."""
        return _own_words(clean(text), self.most, digits_say_something=False)


def _own_words(text: str, most: int, *, digits_say_something: bool) -> Reading:
    long = too_long(text, most)
    if long is not None:
        return Refused(long)
    content = without_markup(text)
    if not any(char.isalnum() for char in content):
        return Refused(IN_WORDS)
    if is_code(text):
        return Refused(NOT_CODE)
    if digits_say_something and any(char.isdigit() for char in content):
        return Accepted(text)
    why = vague(text)
    return Accepted(text) if why is None else Doubtful(text, why)

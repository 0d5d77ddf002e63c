"""What reading an answer may come to. Every kind of answer is a frozen class with `read(text) -> Reading`.

The kinds: texts.py (ShortText, LongText), contact.py (PersonName, Role, Email, Phone), choices.py (Choice, Checklist),
consent.py (YesNo), count.py (Count).
"""

from __future__ import annotations

from dataclasses import dataclass

from conversations.protocol.facts import Json
from conversations.protocol.words import T


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answer, as it is kept."""

    value: Json


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An answer that deserves one gentle question: `value` is taken if the person says that it is right."""

    value: Json
    why: T


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer: `why` says what is missing and how it should be. `again`: it asks which option is meant, so that the
    buttons come with it."""

    why: T
    again: bool = False


Reading = Accepted | Doubtful | Refused

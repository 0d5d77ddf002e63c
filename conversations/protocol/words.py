"""Words not yet translated: what a dialogue says before the voice of `locales/` turns it into Catalan.

A msgid is short plain English, written where it is said. Values of people are escaped when translated.
A placeholder's format lives in the Catalan sentence (`{council:de}`), never in the msgid.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Council:
    """The display name of a body ("el Prat de Llobregat"), which the voice inflects."""

    name: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """A duration in whole minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class StartLink:
    """A link that opens the bot with a token; the outside knows the bot's address."""

    token: str


class T:
    """One sentence or paragraph: a msgid and the values of its placeholders.

    With `plural`, gettext chooses the form by the integer value named `n`.
    """

    __slots__ = ("msgid", "plural", "values")

    def __init__(self, msgid: str, plural: str | None = None, /, **values: Value) -> None:
        self.msgid = msgid
        self.plural = plural
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, T) and (self.msgid, self.plural, self.values) == (
            other.msgid,
            other.plural,
            other.values,
        )

    def __hash__(self) -> int:
        return hash((self.msgid, self.plural, tuple(sorted(self.values))))

    def __repr__(self) -> str:
        return f"T({self.msgid!r}, {self.values!r})"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text that is said as it is: an answer, a reason, the wording of a call. Escaped, never translated."""

    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """The final text of a message that is stored: it is in its words and escaped already, and said as it is."""

    html: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A long text of a person that Telegram shows folded (expandable quote)."""

    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Several words one after another; empty parts are left out."""

    parts: tuple[Words, ...]
    between: str = "\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list inside a sentence, "a, b i c" (with `either`, "a, b o c"). A format said of it is said of each part."""

    parts: tuple[Value, ...]
    either: bool = False


Words = T | Verbatim | Written | Folded | Joined | Listed
Value = str | int | date | datetime | Council | Minutes | StartLink | Words


def lines(*parts: Words | None) -> Joined:
    """The parts, each on a line of its own; None is left out."""
    return Joined(tuple(part for part in parts if part is not None))


def paragraphs(*parts: Words | None) -> Joined:
    """The parts with an empty line between them; None is left out."""
    return Joined(tuple(part for part in parts if part is not None), "\n\n")

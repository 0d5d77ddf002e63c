"""Where the office stands while it enters what a council sent by e-mail: small records that survive JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arriving:
    """The office was asked when the e-mail of a body arrived."""

    body: str


@dataclass(frozen=True, slots=True)
class Entering:
    """The office was asked what the e-mail says to a question.

    `toggled` are the options marked so far; `doubted` holds an answer that got one gentle hint. `correcting` returns to
    the summary after it. `over` goes through every question, whether the council's draft has an answer or not.
    """

    application: str
    question: str
    toggled: tuple[str, ...] = ()
    doubted: str | None = None
    correcting: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """The office saw all that the e-mail says, and may correct it or give the application its number."""

    application: str


@dataclass(frozen=True, slots=True)
class Consenting:
    """The office was asked whether the e-mail agrees to the `commitments`, or authorises the `publication`."""

    application: str
    what: str


@dataclass(frozen=True, slots=True)
class Noting:
    """The office writes down what a council answered by e-mail to a question about what was missing."""

    request: int


MailScene = Arriving | Entering | Entered | Consenting | Noting

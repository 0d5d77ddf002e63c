"""What needs a person of the office: nobody else, and no machine, can settle it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.protocol.facts import AccessRequest, Application, HelpRequest


@dataclass(frozen=True, slots=True)
class Unreached:
    """A contact whom messages did not reach: the person `left` the bot, or the fault is ours.

    `letters` are the messages, oldest first, with their final text. `application` is the newest one of the body: it may
    say how to reach somebody there.
    """

    person: int
    name: str
    body: str
    body_name: str
    left: bool
    letters: tuple[tuple[int, str], ...]
    application: Application | None = None

    def once(self, to: int) -> str:
        """The key of the letter that tells somebody of the office."""
        return f"phone.{self.letters[0][0]}.{to}"


@dataclass(frozen=True, slots=True)
class Silent:
    """A council that was asked for something, by the last day to answer; it has not answered yet."""

    request: int
    call: str
    application: str
    number: str
    body_name: str
    due: date

    def once(self, to: int) -> str:
        """The key of the letter that tells somebody of the office."""
        return f"overdue.{self.request}.{to}"


@dataclass(frozen=True, slots=True)
class Late:
    """A press of "send" that waited over the deadline and that nobody has decided about."""

    application: str
    body_name: str


@dataclass(frozen=True, slots=True)
class Attention:
    """Everything that needs a person. `queue` is how many messages have been waiting for too long."""

    late: tuple[Late, ...] = ()
    unreached: tuple[Unreached, ...] = ()
    access: tuple[AccessRequest, ...] = ()
    help: tuple[HelpRequest, ...] = ()
    silent: tuple[Silent, ...] = ()
    queue: int = 0

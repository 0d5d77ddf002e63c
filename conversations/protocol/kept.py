"""What becomes true when the office keeps its house. Each is a `Change`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conversations.protocol.facts import Membership


class Kept:
    """A change in what the office keeps."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class JoinNetwork(Kept):
    """A body stands so to the network from a day on. What it was until then ends that day; a date can be put right."""

    body: str
    body_name: str
    membership: Membership
    joined: date


@dataclass(frozen=True, slots=True)
class LeaveNetwork(Kept):
    """A body is outside the network from a day on."""

    body: str
    left: date


@dataclass(frozen=True, slots=True)
class SettleLetters(Kept):
    """A person whom these messages did not reach has been told in another way."""

    person: int
    letters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BindGroup(Kept):
    """A group hears the digests of the calls from now on."""

    chat: int


@dataclass(frozen=True, slots=True)
class UnbindGroup(Kept):
    """A group hears digests no more."""

    chat: int


@dataclass(frozen=True, slots=True)
class LoseGroup(Kept):
    """The bot was removed from a group that heard digests."""

    chat: int


KeepingChange = JoinNetwork | LeaveNetwork | SettleLetters | BindGroup | UnbindGroup | LoseGroup

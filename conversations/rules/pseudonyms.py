"""What takes the place of a person's number once they are erased: random, the same everywhere, and nobody's."""

from __future__ import annotations

import hashlib

PSEUDONYMS = -(1 << 53)
"""Every number below is a pseudonym: Telegram's numbers of people and groups have at most 52 significant bits."""


def pseudonym(token: str) -> int:
    """A negative number that fits 64 bits and that Telegram never gives, from a fresh random token."""
    drawn = int.from_bytes(hashlib.sha256(token.encode()).digest()[:8], "big")
    return PSEUDONYMS - 1 - drawn % (1 << 62)


def is_pseudonym(number: int) -> bool:
    """Whether a number stands for somebody who was erased."""
    return number < PSEUDONYMS

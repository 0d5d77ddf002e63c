"""How the token of an invitation is stored and looked up; the token itself is never kept."""

from __future__ import annotations

import hashlib

DAYS = 30
"""How many days an invitation lasts."""


def digest(token: str) -> str:
    """The SHA-256 of a token."""
    return hashlib.sha256(token.encode()).hexdigest()

"""The minimal mode as the memory keeps it: what applications say in somebody's own words is not read for the mind.

Whoever reads for exports and backups opens the database without it, and gets everything.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from conversations.forms import application as form

_OPTION = "withholds_texts"

WITHHELD = "…"
"""What stands where there is a text."""


def withholding(engine: Engine) -> Engine:
    """The same engine, whose connections withhold texts."""
    return engine.execution_options(**{_OPTION: True})


def withholds(connection: Connection) -> bool:
    """Whether this connection withholds texts."""
    return bool(connection.get_execution_options().get(_OPTION, False))


def telling(connection: Connection) -> Callable[[str], bool]:
    """Which questions' answers are told: always those that are chosen from a list."""
    return _chosen if withholds(connection) else _anything


def _chosen(question: str) -> bool:
    known = form.QUESTIONS.get(question)
    return known is not None and not form.in_own_words(known)


def _anything(question: str) -> bool:
    return True

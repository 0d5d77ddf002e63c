"""What has been told already, by the keys that make letters unique for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from sqlalchemy import Connection, select

from storage import models
from storage.tables import table

_LETTERS = table(models.LetterRow)


class ToldOnce(Protocol):
    """Something of which each person is told once."""

    def once(self, to: int, /) -> str:
        """The key of the letter about it to this person."""


T = TypeVar("T", bound=ToldOnce)


def written(connection: Connection, keys: Collection[str]) -> set[str]:
    """Which of these keys a letter has already."""
    return set(connection.scalars(select(_LETTERS.c.once).where(_LETTERS.c.once.in_(keys)))) if keys else set()


def untold(connection: Connection, found: Iterable[T], people: Collection[int]) -> list[T]:
    """What none of these people has been told of."""
    everything = list(found)
    known = written(connection, {one.once(to) for one in everything for to in people})
    return [one for one in everything if not any(one.once(to) in known for to in people)]

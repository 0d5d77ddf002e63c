"""Places by name: what the finder of councils offers to the dialogues."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or county council: its code, its display name and its kind (council or county)."""

    code: str
    name: str
    kind: str = "council"


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed name may mean: the certain place, if any, and up to four candidates, the best first."""

    certain: Place | None = None
    candidates: tuple[Place, ...] = ()


class Finder(Protocol):
    """Finds places however they are typed. `councils` are the display names of all the municipalities."""

    @property
    def councils(self) -> tuple[str, ...]:
        """The names of all the municipalities, always the same tuple."""

    def find(self, text: str, prefer: Collection[str] = ()) -> Found:
        """The place that `text` names; places whose codes are in `prefer` win a tie."""

    def name(self, code: str) -> str:
        """The display name of a place; the code itself for one that is not known."""

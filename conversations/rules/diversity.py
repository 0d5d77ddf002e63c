"""How diverse a chosen set is (R26): of the set, shown beside the order; never a score of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from conversations.protocol.assessment import Candidate
from conversations.protocol.words import Listed, T, Verbatim, Words


class Trait(StrEnum):
    """In what the applications of a set may differ."""

    COMARCA = "comarca"
    SIZE = "size"
    TOPIC = "topic"
    SERVICE = "service"


BANDS = (500, 5_000, 20_000, 50_000)
"""The most inhabitants of each size band but the last: a micro-village, then the steps at which duties of law grow."""

SIZES: dict[str, T] = {
    "500": T("up to 500 inhabitants"),
    "5000": T("from 501 to 5,000 inhabitants"),
    "20000": T("from 5,001 to 20,000 inhabitants"),
    "50000": T("from 20,001 to 50,000 inhabitants"),
    "more": T("more than 50,000 inhabitants"),
}
UNKNOWN = ""
"""The key of what the register does not say."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each value of a trait is in the chosen set, and the values that only the others have."""

    trait: Trait
    counts: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]


def band(population: int | None) -> str:
    """The size band of a number of inhabitants, a key of `SIZES`; UNKNOWN without a number."""
    if population is None:
        return UNKNOWN
    return next((str(most) for most in BANDS if population <= most), "more")


def tallies(
    chosen: Iterable[str], candidates: Iterable[Candidate], services: Mapping[str, str] | None = None
) -> tuple[Tally, ...]:
    """The chosen applications by comarca, size, topic and service, next to all that were candidates.

    `services` is the service of each application where it was decided; the others count by what they asked for.
    What no candidate has is not missing: a set can only be as diverse as the requests are.
    """
    everyone = sorted(candidates, key=lambda one: one.application)
    decided = services or {}
    of: dict[Trait, Callable[[Candidate], tuple[str, ...]]] = {
        Trait.COMARCA: lambda one: (one.comarca,),
        Trait.SIZE: lambda one: (band(one.population),),
        Trait.TOPIC: lambda one: one.topics or (UNKNOWN,),
        Trait.SERVICE: lambda one: (decided.get(one.application, one.wants),),
    }
    within = set(chosen)
    return tuple(
        _tally(
            trait,
            Counter(value for one in everyone if one.application in within for value in values(one)),
            {value for one in everyone for value in values(one)},
        )
        for trait, values in of.items()
    )


def _tally(trait: Trait, counts: Counter[str], everything: set[str]) -> Tally:
    place = list(SIZES).index if trait is Trait.SIZE else None

    def order(value: str) -> tuple[int, int, str]:
        # The sizes keep their order; the rest goes by how often, then by name; the unknown is always last.
        if value == UNKNOWN:
            return (1, 0, "")
        return (0, place(value), "") if place else (0, -counts[value], value)

    held = sorted(counts, key=order)
    missing = sorted(everything - set(counts) - {UNKNOWN}, key=order)
    return Tally(trait, tuple((value, counts[value]) for value in held), tuple(missing))


def sentences(tally: Tally, names: Mapping[str, Words]) -> tuple[T, ...]:
    """A tally in words: what there is, and what the other requests have and this set has not.

    `names` has the words for topics and services; a comarca is its own name.
    """

    def named(value: str) -> Words:
        return T("unknown") if value == UNKNOWN else SIZES.get(value) or names.get(value) or Verbatim(value)

    held = Listed(tuple(T("{what} ({n})", what=named(value), n=n) for value, n in tally.counts))
    missing = Listed(tuple(named(value) for value in tally.missing))
    match tally.trait:
        case Trait.COMARCA:
            first, second = T("By comarca: {held}.", held=held), T("No request from: {missing}.", missing=missing)
        case Trait.SIZE:
            first, second = T("By size: {held}.", held=held), T("None with: {missing}.", missing=missing)
        case Trait.TOPIC:
            first, second = T("By topic: {held}.", held=held), T("None on: {missing}.", missing=missing)
        case _:
            first, second = T("By service: {held}.", held=held), T("None of: {missing}.", missing=missing)
    return ((first,) if tally.counts else ()) + ((second,) if tally.missing else ())

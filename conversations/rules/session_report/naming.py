"""Which session a message is about that tells none: the days, the lengths and the council that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.rules.session_report.council_names import prepare
from conversations.rules.session_report.facts import gather
from conversations.rules.session_report.model import Reason
from conversations.rules.session_report.noise import blank_noise
from conversations.rules.session_report.partners import choose_council
from conversations.rules.session_report.tokens import read_line


@dataclass(frozen=True, slots=True)
class Named:
    """What a message names of a session. `minutes` are its lengths; `council` is one of those assigned, and `foreign`
    says that the one that is named is none of them."""

    days: frozenset[date]
    minutes: frozenset[int]
    council: str | None
    foreign: bool


def named(text: str, *, sent: datetime, assigned: Sequence[str], councils: tuple[str, ...]) -> Named:
    """What a message names, with no judgement of whether it was held. The arguments are those of `read`."""
    prepared = prepare(tuple(assigned), councils)
    line = read_line(text, prepared.words)
    facts = gather(line, blank_noise(line.text), sent, prepared)
    council = choose_council(facts.mentions, assigned)
    return Named(
        frozenset(hit.value for hit in facts.days if hit.value),
        frozenset(hit.value for hit in facts.lengths if hit.value),
        council.name if council.mentions and council.reason is None else None,
        council.reason is Reason.UNKNOWN_COUNCIL,
    )

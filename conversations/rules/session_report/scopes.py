"""Which stretches of the message do not tell of the session held: plans, negations, questions, balances, asides.

A message is cut into sentences and those into clauses. A marker condemns its clause, or what follows it in the
sentence; what is condemned is blanked, and the rest is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conversations.rules.session_report import markers, matters, negations
from conversations.rules.session_report.asides import Aside, Scope, in_sentence
from conversations.rules.session_report.clauses import sentences
from conversations.rules.session_report.harmless import without_harmless
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.questions import question


@dataclass(frozen=True, slots=True)
class Reading:
    """The text with everything blanked that does not tell of the session, and what was found on the way."""

    text: str
    scopes: tuple[Scope, ...]
    dominated: bool
    affirmed: bool

    def has(self, aside: Aside) -> bool:
        """Whether something was set aside for that cause."""
        return any(scope.aside is aside for scope in self.scopes)


def all_told(text: str) -> Reading:
    """The text with nothing set aside."""
    return Reading(text, (), dominated=False, affirmed=False)


def set_aside(text: str) -> Reading:
    """Find and blank what does not tell of the session."""
    scopes: list[Scope] = []
    if _is_note_ahead(text) or markers.to_be_noted(text):
        return all_told(text)
    told = text
    text = without_harmless(text)
    for start, end in sentences(text):
        if asked := question(text, start, end):
            scopes.append(Scope(*asked, Aside.QUESTION))
            if asked[0] == start:
                continue
        scopes += in_sentence(text, start, end)
    blanked = blank_spans(told, [(_word_at(text, scope.start), scope.end) for scope in scopes])
    dominated = any(scope.aside is Aside.NEGATION and _dominates(text, scope, blanked) for scope in scopes)
    return Reading(blanked, tuple(scopes), dominated, bool(negations.AFFIRMED.search(blanked)))


def _turned(text: str, scope: Scope) -> bool:
    """Whether the same sentence goes on to say how it was done: "no vam poder fer-ho a la sala i va ser per Teams"."""
    end = next((end for start, end in sentences(text) if start <= scope.start < end), scope.end)
    return negations.TURNED_OUT.search(text, scope.end, end) is not None


_TOLD = re.compile(rf"{markers.LENGTH.pattern}|[0-9] ?h?(?: (?:a|fins a|fins) | ?- ?)(?:les )?[0-9]")


def _dominates(text: str, scope: Scope, told: str) -> bool:
    """Whether what was not says that there was no session; to have waited does not, where a length is told."""
    if _turned(text, scope):
        return False
    no = negations.DOMINANT.search(text, max(0, scope.start - 12), scope.end)
    if no and no.group().startswith("esper") and _TOLD.search(told):
        return False
    return bool(no or negations.DUE.search(text, scope.start, scope.end))


def _is_note_ahead(text: str) -> bool:
    """Whether the message is the bare note of a session, only on a day to come."""
    rest = markers.AHEAD.sub("", text)
    return (
        rest != text
        and bool(markers.LENGTH.search(text))
        and not markers.HOUR_OF_DAY.search(text)
        and "?" not in text
        and not any(
            marker.search(rest)
            for marker in (
                markers.PAST,
                markers.PLAN,
                negations.NEGATION,
                matters.OTHER,
                negations.DUE,
                matters.ACTIVITY,
                markers.PRESENT,
            )
        )
    )


def _word_at(text: str, start: int) -> int:
    """Where the first word from `start` on begins: the mark before a blanked stretch stays."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start

"""Several sessions in one message: the message cut into them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import TypeVar

from conversations.rules.session_report.asides import Scope
from conversations.rules.session_report.council_names import Assigned
from conversations.rules.session_report.councils import resembles_another
from conversations.rules.session_report.facts import Facts, begins_at, gather
from conversations.rules.session_report.model import Hit, Modality, Reason, Session
from conversations.rules.session_report.noise import BLANK
from conversations.rules.session_report.partners import Choice, choose_council
from conversations.rules.session_report.several import count, told_days
from conversations.rules.session_report.tokens import Line
from conversations.rules.session_report.topic import taken, topic_within

V = TypeVar("V")

# More than a package can hold: what follows is left to the conversation.
MOST_SESSIONS = 8

_EACH_AFTER = re.compile(r" ?,? ?(?:cada|per dia|cadascun|c/u)")
_TOTAL = re.compile(r"\b(?:total|en conjunt|sumen|suma|entre (?:totes|les 2|ahir|dilluns|dimarts|dimecres|dijous))\b")
# "1 h amb Vic i 1 h amb Olot, totes dues en línia"
_BOTH = re.compile(
    r"\b(?:tot(?:e)?s (?:2|3|4|elles)|ambdues|les 2|sempre)\b|"
    r"\btot(?:e?s)? (?:per|en|a|amb|zoom|teams|meet|presencial|telematic|virtual|online|on-line|videotrucad)"
)
# "Ahir 2 h amb Vic i després 1 amb Manlleu": hours, or a session more; either way the first length is not its own.
_BARE = re.compile(r"(?:^|[ ,:])(?:[1-7]|una)(?= (?:amb|a)\b)")
_BREAKS = ("\n", ";", ".", ",", " i ", " y ", "+", "/", " ")


def split(
    line: Line, facts: Facts, council: Choice, sent: datetime, assigned: Assigned, asides: Sequence[Scope]
) -> tuple[Session, ...]:
    """The sessions of a message that tells several; what is said once holds for all of them."""
    days = [hit for hit in told_days(facts) if hit.value]
    lengths = [hit for hit in facts.lengths if hit.value]
    partners = {m.candidates[0]: (m.start, m.end) for m in reversed(council.mentions) if len(m.candidates) == 1}
    if len(days) > 1:
        anchors = [(hit.start, hit.end) for hit in days]
    elif council.reason is Reason.SEVERAL:
        anchors = sorted(partners.values())
    else:
        anchors = [(hit.start, hit.end) for hit in lengths]
    counted = count(facts)
    anchors = anchors[:MOST_SESSIONS]
    if len(anchors) < 2:
        return (_shared(facts, council, len(lengths) < 2),) * (counted or 2)
    shared = _shared(facts, council, len({hit.value for hit in lengths}) == 1 or not lengths)
    total = bool(_TOTAL.search(facts.text)) and len(lengths) < 2
    found: list[Session] = []
    hows: list[Modality | None] = []
    cuts = _cut(facts.text, anchors, sorted(partners.values()))
    together = len(lengths) == len(cuts) and all(hit.start > anchors[-1][1] for hit in lengths)
    each = next((hit.value for hit in lengths if _EACH_AFTER.match(facts.text, hit.end)), None)
    in_order = {start: hit.value for (start, _), hit in zip(cuts, lengths, strict=False)} if together else {}
    for (start, end), own in zip(cuts, _own_words(facts.text, anchors), strict=True):
        part = gather(line, _padded(facts.text, start, end), sent, assigned)
        own_days = {hit.value for hit in part.days}
        own_lengths = {hit.value for hit in lengths if start <= hit.start < end} or {h.value for h in part.lengths}
        choice = choose_council(part.mentions, ())
        hows.append(part.modality)
        away = (*taken(facts, council, asides), *taken(part, choice))
        inherited = None if _BARE.search(facts.text, start, end) else shared.minutes
        minutes = each if each else None if total else _only(own_lengths) or inherited or in_order.get(start)
        found.append(
            Session(
                _day_at(days, start, end) or _only(own_days) or shared.date,
                minutes,
                choice.name or (None if resembles_another(line, part.left, assigned) else shared.council),
                None,
                topic_within(line, away, *own),
                begins_at(part.stretches) if len(part.stretches) == 1 == len(own_lengths) else None,
            )
        )
    opening = gather(line, _padded(facts.text, 0, anchors[0][0]), sent, assigned).modality
    how = opening or (facts.modality if _said_of_all(facts.text, anchors, hows, partners) else None)
    return _of_all([replace(one, modality=own or how) for one, own in zip(found, hows, strict=True)])


def _said_of_all(
    text: str,
    anchors: Sequence[tuple[int, int]],
    hows: Sequence[Modality | None],
    partners: Mapping[str, object],
) -> bool:
    """Whether how one of the sessions was held is said of all of them: it is so in words, or it ends a sentence that
    tells all of them with one council. What only one of them says is not taken for the others."""
    if _BOTH.search(text):
        return True
    breaks = any(mark in text[end:start] for (_, end), (start, _) in pairwise(anchors) for mark in "\n;.")
    return not breaks and len(partners) < 2 and hows[-1] is not None and not any(hows[:-1])


def _own_words(text: str, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around the anchors, each up to the last break before the next one: what a session was about comes
    after its day and its council ("ahir 2h Vic, plecs i lots, i dilluns 1h Olot")."""
    ends = [end + max(0, *(text.rfind(mark, end, start) - end for mark in _BREAKS[:-1])) for (_, end), (start, _)
            in pairwise(anchors)]  # fmt: skip
    return list(zip((0, *ends), (*ends, len(text)), strict=True))


def _of_all(found: Sequence[Session]) -> tuple[Session, ...]:
    """What several sessions with one council were about, said once at the end, holds for all of them."""
    topics = {one.topic for one in found if one.topic}
    if len(topics) != 1 or not found[-1].topic or len({one.council for one in found}) > 1:
        return tuple(found)
    return tuple(replace(one, topic=found[-1].topic) for one in found)


def _padded(text: str, start: int, end: int) -> str:
    """The text with everything outside `start:end` blanked, and a space where a word ends."""
    before, after = BLANK * start, BLANK * (len(text) - end)
    return f"{before[:-1]} "[:start] + text[start:end] + f" {after[1:]}"[: len(after)]


def _day_at(days: list[Hit[date]], start: int, end: int) -> date | None:
    """The day read at that place with the whole line in view ("14 i 21 de juliol")."""
    return next((hit.value for hit in days if start <= hit.start < end), None) if len(days) > 1 else None


def _only(values: set[V]) -> V | None:
    return next(iter(values)) if len(values) == 1 else None


def _shared(facts: Facts, council: Choice, one_length: bool) -> Session:
    days = {hit.value for hit in facts.days}
    lengths = {hit.value for hit in facts.lengths}
    total = bool(_TOTAL.search(facts.text)) and len(facts.lengths) < 2
    return Session(_only(days), _only(lengths) if one_length and not total else None, council.name, facts.modality)


def _cut(text: str, anchors: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around the anchors, cut at the strongest break between two of them.

    Where nothing breaks the line and the first name comes before the first anchor, every name opens its part.
    """
    headed = bool(names) and names[0][0] < anchors[0][0]
    borders = [0]
    for (_, end), (start, _) in pairwise(anchors):
        between = text[end:start]
        at = next((at for mark in _BREAKS if (at := between.rfind(mark)) >= 0), 0)
        heads = [name - end for name, _ in names if end <= name < start]
        if headed and heads and not any(mark in between for mark in _BREAKS[:-1]):
            at = heads[0]
        borders.append(end + at)
    return list(zip(borders, [*borders[1:], len(text)], strict=True))

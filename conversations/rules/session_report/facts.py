"""Everything that one stretch of a message says about a session, field by field, before anything is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from conversations.rules.session_report import (
    durations,
    leftovers,
    markers,
    matters,
    modality,
    portions,
    ranges,
    totals,
)
from conversations.rules.session_report.clauses import Clauses
from conversations.rules.session_report.clock import HALF_DAY, Stretch, TimeOfDay
from conversations.rules.session_report.corrections import Placed, is_denied, is_replaced, supersede
from conversations.rules.session_report.council_context import Weight
from conversations.rules.session_report.council_names import Assigned
from conversations.rules.session_report.councils import Mention
from conversations.rules.session_report.days import read_days
from conversations.rules.session_report.model import Hit, Modality, Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.occasions import of_session, until_now
from conversations.rules.session_report.partners import read_partners
from conversations.rules.session_report.tokens import Line

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Facts:
    """The hits of each field in the text that was read; `left` is that text without them."""

    text: str
    left: str
    days: tuple[Hit[date], ...]
    vague: tuple[Hit[date], ...]
    lengths: tuple[Hit[int], ...]
    stretches: tuple[Stretch, ...]
    times: tuple[tuple[Hit[int], TimeOfDay], ...]
    mentions: tuple[Mention, ...]
    modality: Modality | None
    modality_reason: Reason | None
    signs: tuple[Hit[Modality], ...]


def gather(line: Line, text: str, sent: datetime, assigned: Assigned) -> Facts:
    """Read every field in `text`, which is the line with asides and noise blanked."""
    days = read_days(text, sent, line.text)
    sure, bare = ranges.read_ranges(days.text)
    rest = blank_spans(days.text, [(hit.start, hit.end) for hit, _ in sure])
    times = ranges.read_times(rest)
    rest = blank_spans(rest, [(hit.start, hit.end) for hit, _ in times])
    explicit = durations.read_explicit(
        blank_spans(rest, [(hit.start, hit.end) for hit, _ in bare]), beside=bool(sure or bare)
    )
    spans_of_hours = ranges.without_stay(text, ranges.with_later(text, sure, bare) if sure or explicit else bare)
    rest = blank_spans(rest, [(hit.start, hit.end) for hit in (*explicit, *(hit for hit, _ in spans_of_hours))])
    if not spans_of_hours and not explicit and (pair := ranges.joined(text, times)):
        spans_of_hours, times = [pair], []
    named = _relevant(text, [_followed(text, rest, hit) for hit in days.told], markers.LENGTH)
    told = until_now(
        text, tuple(_undenied(text, named, explicit)), [*explicit, *(hit for hit, _ in spans_of_hours)], sent
    )
    lengths = sorted([*explicit, *(hit for hit, _ in spans_of_hours)], key=lambda hit: hit.start)
    lengths = [hit for hit in lengths if not _round_the_clock(text, hit)] or lengths
    lengths = totals.totalled(text, supersede(text, lengths), len({hit.value for hit in told}))
    lengths = _undenied(text, _relevant(text, portions.of_session(line.text, lengths), matters.EARLIER), told)
    others = [] if sure or not explicit else bare
    if lengths and ranges.contradicted(text, {hit.value for hit in lengths}, spans_of_hours, others, times):
        lengths = [Hit(hit.start, hit.end, None, Reason.CONTRADICTORY) for hit in lengths]
    instead = leftovers.held(line.text, rest, lengths) or (lengths and leftovers.amended(rest, lengths[-1]))
    if instead:
        lengths = [instead]
        rest = blank_spans(rest, [(instead.start, instead.end)])
    told = tuple(_unreplaced(rest, hit) for hit in told)
    told = of_session(text, rest, told, lengths, sent)
    standing = {hit.start for hit in lengths}
    stretches = tuple(found for hit, found in spans_of_hours if hit.start in standing)
    mentions = read_partners(line, rest, assigned, [*(hit.start for hit in told), *(hit.start for hit in lengths)])
    read = blank_spans(rest, [(mention.start, mention.end) for mention in mentions])
    mode, mode_reason, signs = modality.decide(text, read, line.capital)
    if lengths and mode_reason is not Reason.CONTRADICTORY and leftovers.unexplained(text, rest, days.told):
        lengths = [replace(hit, reason=hit.reason or Reason.AMBIGUOUS) for hit in lengths]
    if mode is Modality.REMOTE:
        # "per Zoom amb la tècnica, que treballa a la biblioteca de Vic"
        mentions = [
            replace(m, weight=min(m.weight, Weight.EXAMPLE)) if m.weight is Weight.VENUE else m for m in mentions
        ]
    at_place = [m for m in mentions if m.weight is Weight.PLACE and m.candidates]
    if mode is None and mode_reason in (None, Reason.MISSING) and at_place:
        # "reunió a Reus": probably there, but people also say it of a call
        mode_reason = Reason.AMBIGUOUS
    return Facts(
        text,
        read,
        told,
        days.vague,
        tuple(lengths),
        stretches,
        tuple(times),
        tuple(mentions),
        mode,
        mode_reason,
        tuple(signs),
    )


def _relevant(text: str, hits: list[Hit[V]], own: re.Pattern[str]) -> list[Hit[V]]:
    """Without the days and lengths of other matters ("l'acta la vaig enviar ahir"), if any is left; with `own` in its
    clause it is none of them."""
    if len(hits) < 2:
        return hits
    parts = Clauses(text)
    clauses = [parts.around(hit.start) for hit in hits]
    other = {
        clause: bool(
            (matters.MATTER.search(text, *clause) and not own.search(text, *clause))
            or (matters.EARLIER.search(text, *clause) and not markers.LENGTH.search(text, *clause))
        )
        for clause in set(clauses)
    }
    return [hit for hit, clause in zip(hits, clauses, strict=True) if not other[clause]] or hits


_NO_THEN = re.compile(r",? no,? (?:espera|perdo\w*|mentida|calla|vull dir|volia dir|millor dit|era|va ser|el|,| )*$")


def _undenied(text: str, hits: list[Hit[V]], others: Iterable[Placed]) -> list[Hit[V]]:
    """What is only said not to be so ("no era 1 h") leaves the question open; a "no" with another field right behind
    is of that one: "dimarts 2 h, no, espera, dijous"."""
    starts = [other.start for other in others]

    def denied(hit: Hit[V]) -> bool:
        then = (start for start in starts if hit.end < start and _NO_THEN.fullmatch(text, hit.end, start))
        return is_denied(text, hit) and not any(then)

    return [Hit(h.start, h.end, None, h.reason or Reason.CONTRADICTORY) if denied(h) else h for h in hits]


def _unreplaced(left: str, hit: Hit[V]) -> Hit[V]:
    """What is taken back for something that could not be read ("3 hores... ai no, van ser 2")."""
    return replace(hit, reason=Reason.AMBIGUOUS) if not hit.reason and is_replaced(left, hit) else hit


def _round_the_clock(text: str, hit: Hit[int]) -> bool:
    """ "Servei 24 h", "resposta en 48 hores": whole days are no session."""
    return text[hit.start : hit.end].startswith(("24", "48", "72")) and hit.reason is Reason.ABSURD


_WEEKDAY = re.compile(r"\b(?:di[lmjvsu][a-z]+s|diumenge|dissabte|d[lmtcjvsg]l?)\b")
_LOOSE_NUMBER = re.compile(
    # "dilluns 25", "de dilluns en vuit", "dimarts 16 i 17 amb"
    r" en (?:8|15)\b(?! ?h)| [0-9]{1,2} i (?:el )?(?:[12]?[0-9]|3[01])(?= amb\b|[,:] )|,? ?(?:el |dia |"
    r"el dia )?[0-9]{1,2}(?![0-9:.,']| (?:i |quarts|dies|setmanes|cops|vegades))"
)


def _followed(text: str, rest: str, hit: Hit[date]) -> Hit[date]:
    """A day with a figure behind it that nothing explains may be another day ("dilluns 25 ...")."""
    weekday = _WEEKDAY.search(text, hit.start, hit.end)
    if hit.reason is None and weekday and _LOOSE_NUMBER.match(rest, hit.end):
        return Hit(hit.start, hit.end, hit.value, Reason.AMBIGUOUS)
    return hit


def running(facts: Facts, day: date | None, sent: datetime) -> bool:
    """Whether a session of today had not ended when the message was sent (rule R39)."""
    if day != sent.date():
        return False
    now = sent.hour * 60 + sent.minute
    if any(found.end > now for found in facts.stretches if found.minutes):
        return True
    if facts.stretches or len(facts.times) != 1:
        return False
    hit, at = facts.times[0]
    if ranges.ends(facts.text, hit) and at.minutes <= now:
        return False
    if matters.MATTER.search(facts.text, *Clauses(facts.text).around(hit.start)):
        # "El ple és a les 7 de la tarda"
        return False
    begins = at.minutes + (HALF_DAY if at.minutes < 7 * 60 or (at.afternoon and at.minutes < HALF_DAY) else 0)
    length = facts.lengths[0].value if facts.lengths else None
    return begins + (length or 0) > now


def begins_at(stretches: Sequence[Stretch]) -> int:
    """The hour of the first of them, in minutes after midnight."""
    return stretches[0].start % (2 * HALF_DAY)

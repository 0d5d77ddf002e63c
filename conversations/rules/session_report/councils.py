"""With which council: assigned names as people write them, and any other council of Catalonia.

A name is matched by its words (articles may be missing), shortened to its first words, abbreviated or with a
slip. What is named but not assigned is reported as such, so that it is never taken for an assigned one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from conversations.rules.session_report.council_context import (
    DAY_BEFORE,
    FEAST_BEFORE,
    FIELD_AFTER,
    FIELD_BEFORE,
    HEADING_AFTER,
    JOINED_AFTER,
    LENGTH_AFTER,
    PEOPLE_BEFORE,
    SOMEBODY_BEFORE,
    STRONG_BEFORE,
    WITH_BEFORE,
    Weight,
    is_denied,
    is_headed,
    is_hedged,
    weigh,
)
from conversations.rules.session_report.council_names import (
    ARTICLES,
    COMARCAL,
    EVERYDAY,
    LARGER_BODIES,
    NOT_NAMES,
    PERSONAL,
    SPELLINGS,
    WORD,
    Assigned,
    slip,
)
from conversations.rules.session_report.talk import TALK
from conversations.rules.session_report.tokens import Line, fold


@dataclass(frozen=True, slots=True)
class Mention:
    """A council named at `start:end` of the canonical line.

    `candidates` are the assigned councils it may mean; none if it is another council.
    """

    start: int
    end: int
    candidates: tuple[str, ...]
    weight: Weight
    sure: bool = True
    negated: bool = False


def find_mentions(line: Line, prepared: Assigned) -> list[Mention]:
    """Every council named in the line, assigned or not, in order."""
    tokens = [
        (m.group() if line.text.startswith("'", m.end()) else SPELLINGS.get(m.group(), m.group()), m.start(), m.end())
        for m in WORD.finditer(_untagged(line.text))
    ]
    mentions: list[Mention] = []
    position = 0
    while position < len(tokens):
        found = _exact(line, tokens, position, prepared) or _mistyped(line, tokens, position, prepared)
        if found is None:
            position += 1
        else:
            mention, position = found
            mentions.append(mention)
    return mentions


_Token = tuple[str, int, int]
_TAG = re.compile(r"</?[a-z][^<>]{0,40}>")


def _untagged(text: str) -> str:
    """The text with everything of HTML blanked; same length."""
    return _TAG.sub(lambda tag: " " * len(tag.group()), text)


def _match(key: tuple[str, ...], tokens: list[_Token], position: int) -> int:
    """Where the words of `key` end if they stand at `position` (articles between them skipped), else 0."""
    at = position
    for number, word in enumerate(key):
        while number and at < len(tokens) and tokens[at][0] != word and tokens[at][0] in ARTICLES:
            at += 1
        if at >= len(tokens) or tokens[at][0] != word:
            return 0
        at += 1
    return at


def _exact(line: Line, tokens: list[_Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
    word, start, _ = tokens[position]
    best: tuple[int, tuple[str, ...]] = (0, ())
    for fragment, names in prepared.fragments.items():
        if fragment[0] == word:
            end = _match(fragment, tokens, position)
            if end > best[0]:
                best = (end, names)
    outside = 0
    whole: tuple[str, ...] = ()
    for key in prepared.known.keys.get(word, ()):
        end = _match(key, tokens, position)
        if end > outside:
            outside, whole = end, key
    end, names = best
    exact = tuple(name for name in names if prepared.keys[name] == whole)
    if outside > end or (outside == end and end and not exact and len(whole) > 1 and whole != COMARCAL):
        if not _plausible(line, tokens, position, outside, whole):
            return _short(line, tokens, position, prepared)
        return _mention(line, start, tokens[outside - 1][2], (), True), outside
    if not end:
        return _short(line, tokens, position, prepared)
    if outside == end and exact:
        names = exact
    if not _plausible_assigned(line, tokens, position, end, names):
        return None
    return _mention(line, start, tokens[end - 1][2], names, True), end


def _short(line: Line, tokens: list[_Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
    """A council that is not assigned, by the beginning of its name."""
    start = tokens[position][1]
    for length in (2, 1):
        stop = min(position + length, len(tokens))
        key = tuple(token[0] for token in tokens[position:stop])
        feast = FEAST_BEFORE.search(line.text[max(0, start - 14) : start])
        if key in prepared.known.short and not feast and _plausible(line, tokens, position, stop, key):
            return _mention(line, start, tokens[stop - 1][2], (), True), stop
    if tokens[position][0] in prepared.known.heads and is_headed(line, *tokens[position]):
        return _mention(line, start, tokens[position][2], (), True), position + 1
    return None


def _plausible(line: Line, tokens: list[_Token], position: int, end: int, key: tuple[str, ...]) -> bool:
    """Whether a council that is not assigned is really named there, and not an everyday word or a person."""
    start = tokens[position][1]
    if len(key) > 1:
        return True
    before = line.text[max(0, start - 30) : start]
    if re.search(r"(?:\ben|\bna|senyora?|sr\.?|sra\.?|regidora?|alcald\w+|tecnica?) $", before) and line.capital(start):
        return False
    name = re.search(r"(?<![a-z])(?:en|na|la|el|l') ?([a-z]+) $", before)
    if name and line.capital(start) and line.capital(start - len(name[1]) - 1):
        return False
    if key[0] in PERSONAL and re.search(r"(?<![a-z])(?:en|na|la|el|l')[ ]?$", before):
        return False
    if key[0] not in EVERYDAY:
        return len(key[0]) > 3 or line.capital(start) or bool(STRONG_BEFORE.search(before))
    following = line.text[tokens[end - 1][2] : tokens[end - 1][2] + 12]
    if before.endswith(", ") and line.capital(start) and (following[:1] in (",", ".") or not following):
        return True
    if start == 0 and line.capital(0) and HEADING_AFTER.match(following):
        return True
    mid = start > 0 and line.text[start - 1 : start] not in "\n" and not before.rstrip().endswith((".", "!", "?", ":"))
    if re.match(r" [a-z]", following) and line.capital(tokens[end - 1][2] + 1):
        return False
    if key[0] not in TALK and DAY_BEFORE.search(before) and LENGTH_AFTER.match(following):
        return True
    return (
        mid
        and line.capital(start)
        and bool(re.search(r"(?:^| )(?:amb|a|ajuntament de|de) (?:l'|la |el |els |les |es )?$", before))
    )


_ANCHOR = re.compile(
    r"(?:^|[\s(:/,;.-])(?:amb|a|de|d'|con|con|ab|i|y|ajuntament|municipi:?|[:/,;-])? ?(?:de |d')?(?:l'|"
    r"la |el |les )?$"
)


def _plausible_assigned(line: Line, tokens: list[_Token], position: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether an everyday word that is also an assigned name ("sort", "quart") stands for the council."""
    word, start, stop = tokens[position]
    if end - position > 1 or (word not in EVERYDAY and word not in ("vic", "seu")):
        return True
    before, after = line.text[max(0, start - 16) : start], line.text[stop : stop + 16]
    if word in PERSONAL and re.search(r"(?<![a-z])(?:en|na|sra?\.?|senyora?|don|donya) $", before):
        return False
    if word in PERSONAL and re.search(r"(?<![a-z])(?:el|la) $", before) and re.match(r" (?:de |d')", after):
        return False
    theirs = re.search(r"(?<![a-z])(?:el|la) $", before)
    if word in EVERYDAY and theirs and not line.capital(start) and not any(theirs[0] == fold(n)[:3] for n in names):
        return False
    article = re.search(r"(?:(?<![a-z])(?:el|la|els|les) |l')$", before)
    if word != "seu" and article and any(fold(name).startswith(article.group().strip()) for name in names):
        return True
    shouting = line.original.isupper()
    if re.search(
        r"(?:\b(?:un|una|uns|unes|el seu|la seva|la seu|bona|molta|3|2|1|hora i|hores i|h i|aquest|les|els|portar|"
        r"compr\w+) ?|quin )\Z",
        before,
    ) and not line.capital(start):
        return False
    counted = re.search(r"(?:[0-9]|hora|hores|h|un|menys) (?:i )?$", before)
    if word == "quart" and counted and not re.search(r"[0-9]/[0-9]{1,2} $", before):
        return False
    if word == "seu":
        return bool(re.search(r"\bla $", before)) and not re.match(r" (?:de |del |d'[^u]|web|electr)", after)
    if re.search(r"\b(?:ten\w+|tin\w+|quina|per|mala|sense|desitj\w+) $", before) and not line.capital(start):
        return False
    if re.match(r" (?:que |de (?:tot|cua|res)|endavant|qualitatiu|a la vista)", after):
        return False
    return (
        shouting
        or line.capital(start)
        or bool(_ANCHOR.search(before))
        or not before.strip()
        or after[:1] in ",:.;)/"
        or bool(re.search(r"[0-9a-z] $", before))
    )


def _mistyped(line: Line, tokens: list[_Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
    """An assigned name with a slip in it, unless the slip is nearer to another council or is a real word."""
    word, start, stop = tokens[position]
    before = line.text[max(0, start - 40) : start]
    noted = FIELD_BEFORE.search(before) and FIELD_AFTER.match(line.text, stop)
    pointed = line.capital(start) or bool(noted or STRONG_BEFORE.search(before))
    known = (word,) in prepared.fragments or (word,) in prepared.known.keys.get(word, ())
    alone = word.isalpha() and len(word) > 3 and not known and word not in NOT_NAMES and word not in TALK
    options = [(word, position + 1)] if alone else []
    if (alone or word in ("sant", "santa")) and position + 1 < len(tokens) and tokens[position + 1][0].isalpha():
        options.append((word + tokens[position + 1][0], position + 2))
    following = line.text[stop : stop + 1]
    cut = alone and (len(word) > 4 or (following == "." and line.capital(start)))
    if cut and (names := prepared.beginning_with(word)):
        return _mention(line, start, stop, names, True), position + 1
    if alone and (not start or PEOPLE_BEFORE.search(before)) and (names := prepared.people(word)):
        return _mention(line, start, stop, names, True), position + 1
    if (alone or len(word) == 3) and (names := prepared.spelt(word)):
        return _mention(line, start, stop, names, alone), position + 1
    found: list[tuple[int, int, tuple[str, ...], int]] = []
    for text, end in options:
        for fragment, names in prepared.fragments.items():
            distance = slip(text, fragment, end - position, pointed)
            if distance is not None:
                found.append((distance, len(names), names, end))
    if found:
        distance, _, names, end = min(found)
        text = "".join(token[0] for token in tokens[position:end])
        if not _elsewhere(text, distance - 1, prepared):
            sure = distance < 2 and not _elsewhere(text, distance, prepared)
            return _mention(line, start, tokens[end - 1][2], names, sure), end
    opens = before.rstrip().endswith((".", "!", "?"))  # any word has a capital there
    named = pointed and line.capital(start) and not opens and word not in prepared.known.keys
    somebody = _ARTICLE_BEFORE.search(before)
    if alone and named and len(word) > 5 and _elsewhere(word, 1, prepared, prepared.known.articled if somebody else ()):
        return _mention(line, start, stop, (), False), position + 1
    return None


# "Amb la Llúcia": a person, but where a council has the article.
_ARTICLE_BEFORE = re.compile(r"(?<![a-z])(?:en|na|la|el) $|(?<![a-z])l'$")


def _elsewhere(text: str, distance: int, prepared: Assigned, among: Collection[str] = ()) -> bool:
    """Whether the first word of some council that is not assigned (of `among`, if any) is within so many slips."""
    return any(
        abs(len(first) - len(text)) <= distance
        and OSA.distance(text, first, score_cutoff=distance) <= distance
        and (first,) not in prepared.fragments
        for first in among or prepared.known.keys
    )


def _mention(line: Line, start: int, end: int, candidates: tuple[str, ...], sure: bool) -> Mention:
    before = line.text[max(0, start - 60) : start]
    sure = sure and not is_hedged(before) and line.text[end : end + 2] != "?," and not _or_another(line, end)
    weight = weigh(before)
    somebody = SOMEBODY_BEFORE.search(before)
    if (
        somebody
        and weight is Weight.NAMED
        and JOINED_AFTER.match(line.text, end)
        and line.capital(start - len(before) + somebody.start(1))
    ):
        weight = Weight.EXAMPLE
    if not candidates and line.text[start:end].startswith(LARGER_BODIES):
        weight = Weight.PARTNER if WITH_BEFORE.search(before) else Weight.EXAMPLE
    denied = is_denied(before) or bool(_FELL_THROUGH_AFTER.match(line.text, end))
    return Mention(start, end, candidates, weight, sure, denied)


_FELL_THROUGH_AFTER = re.compile(
    r" per (?:error|equivocacio)| (?:em |ens )?(?:va|van|ha|han) (?:cau?re|caigut|falla[rt])\b"
)
_OR = re.compile(r" o (?:(?:amb|a|la|el|les|els) |l')*(?=[a-z])")


def _or_another(line: Line, end: int) -> bool:
    """Whether another name is offered in its place: "Vic o Manlleu"."""
    other = _OR.match(line.text, end)
    return other is not None and line.capital(other.end())

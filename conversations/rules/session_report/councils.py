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
    FEAST_BEFORE,
    FIELD_AFTER,
    FIELD_BEFORE,
    JOINED_AFTER,
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
from conversations.rules.session_report.council_likeness import Token, means_assigned, means_council
from conversations.rules.session_report.council_names import (
    ARTICLES,
    COMARCAL,
    LARGER_BODIES,
    NOT_NAMES,
    SPELLINGS,
    WORD,
    Assigned,
    slip,
)
from conversations.rules.session_report.talk import TALK
from conversations.rules.session_report.tokens import Line


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


_TAG = re.compile(r"</?[a-z][^<>]{0,40}>")


def _untagged(text: str) -> str:
    """The text with everything of HTML blanked; same length."""
    return _TAG.sub(lambda tag: " " * len(tag.group()), text)


def _match(key: tuple[str, ...], tokens: list[Token], position: int) -> int:
    """Where the words of `key` end if they stand at `position` (articles between them skipped), else 0."""
    at = position
    for number, word in enumerate(key):
        while number and at < len(tokens) and tokens[at][0] != word and tokens[at][0] in ARTICLES:
            at += 1
        if at >= len(tokens) or tokens[at][0] != word:
            return 0
        at += 1
    return at


def _exact(line: Line, tokens: list[Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
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
        if not means_council(line, tokens, position, outside, whole):
            return _short(line, tokens, position, prepared)
        return _mention(line, start, tokens[outside - 1][2], (), True), outside
    if not end:
        return _short(line, tokens, position, prepared)
    if outside == end and exact:
        names = exact
    if not means_assigned(line, tokens, position, end, names):
        return None
    return _mention(line, start, tokens[end - 1][2], names, True), end


def _short(line: Line, tokens: list[Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
    """A council that is not assigned, by the beginning of its name."""
    start = tokens[position][1]
    for length in (2, 1):
        stop = min(position + length, len(tokens))
        key = tuple(token[0] for token in tokens[position:stop])
        feast = FEAST_BEFORE.search(line.text[max(0, start - 14) : start])
        if key in prepared.known.short and not feast and means_council(line, tokens, position, stop, key):
            return _mention(line, start, tokens[stop - 1][2], (), True), stop
    if tokens[position][0] in prepared.known.heads and is_headed(line, *tokens[position]):
        return _mention(line, start, tokens[position][2], (), True), position + 1
    return None


def _mistyped(line: Line, tokens: list[Token], position: int, prepared: Assigned) -> tuple[Mention, int] | None:
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


_WAY_BEFORE = re.compile(r"\b(?:zoom|teams|meet|videotrucada|presencial|online|linia|distancia|telefon|tlf) $")
_WITH_JUST_BEFORE = re.compile(r"(?<![a-z])(?:amb|con) (?:l'|(?:el|la) )?$")
_NAME = re.compile(r"(?<![a-z])(?:l'h|[a-z]{2,}(?: (?:d[' ])?[a-z]+)?)(?![a-z'])")
# A slip makes another name only of a long word.
LONGEST_UNLIKE = 5


def resembles_another(line: Line, left: str, prepared: Assigned) -> bool:
    """Whether what stands where a note has the name is an alias of a council that is not assigned, or a slip away
    from its name ("2h tortossa", "amb la gent de desvern").

    `left` is the line with everything blanked that has been read.
    """
    for word in WORD.finditer(left):
        before = line.text[max(0, word.start() - 40) : word.start()]
        name = _NAME.match(left, word.start())
        if name is None:
            continue
        for end in {name.end(), word.end()}:
            text, after = left[word.start() : end].replace("'", " ").replace(" d ", " "), line.text[end:]
            last = not after.strip(" .!")
            field = FIELD_BEFORE.search(before) and (last or FIELD_AFTER.match(after))
            noted = bool(field or (last and _WAY_BEFORE.search(before)))
            among = prepared.known.articled if _ARTICLE_BEFORE.search(before) else ()
            alias = {text, text.removeprefix("l")} & prepared.known.aliases or text in among
            if alias and (noted or STRONG_BEFORE.search(before)):
                return True
            placed = (noted or _WITH_JUST_BEFORE.search(before)) and not line.capital(word.start())
            unlike = len(text) <= LONGEST_UNLIKE or text in TALK | NOT_NAMES
            if placed and not unlike and _elsewhere(text, 1, prepared, among):
                return True
    return False


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
    if _LENT_AFTER.match(line.text, end):
        weight = min(weight, Weight.EXAMPLE)
    denied = is_denied(before) or bool(_FELL_THROUGH_AFTER.match(line.text, end))
    return Mention(start, end, candidates, weight, sure, denied)


_FELL_THROUGH_AFTER = re.compile(
    r" per (?:error|equivocacio)| (?:em |ens )?(?:va|van|ha|han) (?:cau?re|caigut|falla[rt])\b"
)
# "Manlleu els ha passat el plec"
_LENT_AFTER = re.compile(
    r",? (?:els|li) (?:ho )?(?:ha|han|va|van) (?:passa|deixa|envia|ajuda|explica|presta|dona|cedi)"
)
_OR = re.compile(r" o (?:(?:amb|a|la|el|les|els) |l')*(?=[a-z])")


def _or_another(line: Line, end: int) -> bool:
    """Whether another name is offered in its place: "Vic o Manlleu"."""
    other = _OR.match(line.text, end)
    return other is not None and line.capital(other.end())

"""Finding a council however it is typed ("hospitalet", "St. Boi", "som de l'Ajuntament del Prat").

A place is `certain` in two cases only: its name was written in full (accents, articles and short forms apart) and
nothing beside it speaks of another body; or it is the one place within two slips of the keyboard, so that two slips
cannot have turned another name into it. Everything else is offered as candidates, and a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from conversations.protocol.places import Found, Place
from conversations.rules.council_words import (
    ARTICLES,
    COUNTY_COUNCIL,
    DENIES,
    FRAME,
    GREETS,
    INTRODUCES,
    OTHER_BODIES,
    SMALL,
    Tokens,
    comarca,
    forms,
    spelled_out,
    stripped,
)
from conversations.rules.plain import words

SLIPS = 2
MOST_CANDIDATES = 4
_MOST_WORDS = 40
_LONGEST_NAME = 9
_LONGEST_INTRODUCED = 6
# A word that is no name may also lie near a name: "Tarazona" is two slips from Tarragona. Short ones are only offered.
_LONG_ENOUGH = {1: 6, 2: 10}

_PROVINCES = frozenset({"Barcelona", "Girona", "Lleida", "Tarragona"})
_CLAUSE = re.compile(r"[,;:()\[\]\n!?/]|\.\s|\s[-–—]\s")


class Gazetteer:
    """The names of all councils, built once at start: a look-up reads nothing else.

    `other_names` gives by code the older, foreign and familiar names of a place ("Lérida", "LH").
    """

    def __init__(self, places: Iterable[Place], other_names: Mapping[str, Iterable[str]] | None = None) -> None:
        everything = tuple(places)
        councils = [place for place in everything if place.kind != "county"]
        self.councils = tuple(place.name for place in councils)
        self._display = {place.code: place.name for place in everything}
        self._whole = {form: place for place in everything for form in forms(words(place.name))}
        self._exact = {form: place for place in councils for form in forms(words(place.name))}
        self._counties = {" ".join(comarca(words(place.name))): place for place in everything if place.kind == "county"}
        self._familiar: dict[str, Place] = {}
        self._starts: dict[Tokens, list[Place]] = {}
        self._by_initial: dict[str, list[tuple[Place, Tokens]]] = {}
        self._having: dict[str, set[Place]] = {}
        for place in councils:
            tokens = stripped(words(place.name))
            self._by_initial.setdefault(tokens[0][0], []).append((place, tokens))
            for token in tokens:
                self._having.setdefault(token, set()).add(place)
            for length in range(1, len(tokens)):
                self._starts.setdefault(tokens[:length], []).append(place)
            for name in (other_names or {}).get(place.code, ()):
                self._familiar.update(dict.fromkeys(forms(spelled_out(words(name))), place))
        self._frame = (FRAME - self._having.keys()) | SMALL
        self._council_forms = list(self._exact)
        self._start_forms = [" ".join(start) for start in self._starts]
        self._county_forms = list(self._counties)

    def name(self, code: str) -> str:
        """The display name of a place; a code that is not in the register stands for itself."""
        return self._display.get(code, code)

    def find(self, text: str, prefer: Collection[str] = ()) -> Found:
        """The place that `text` names; places whose codes are in `prefer` come first among equally good ones."""
        typed = words(text)[:_MOST_WORDS]
        tokens = spelled_out(typed)
        for form in forms(tokens):
            if form in self._whole:
                return Found(self._whole[form], (self._whole[form],))
        if not COUNTY_COUNCIL.isdisjoint(tokens) and (county := self._county(tokens)).candidates:
            return county
        if not OTHER_BODIES.isdisjoint(tokens):
            return _offer(self._introduced(tokens, prefer).candidates)
        core = self._core(tokens)
        found = self._named(core, typed, prefer)
        if not found.candidates:
            found = self._mentioned(text, tokens, prefer)
        only_said_hello = not GREETS.isdisjoint(tokens) and len("".join(core)) <= len("hola")
        if "?" in text or only_said_hello or not DENIES.isdisjoint(tokens):
            return _offer(found.candidates)
        return found

    def _core(self, tokens: Tokens) -> Tokens:
        """The words without the frame around them; the article of a name stays with it ("del Prat" is "el prat")."""
        start, end = 0, len(tokens)
        while start < end and tokens[start] in self._frame:
            start += 1
        while end > start and tokens[end - 1] in self._frame:
            end -= 1
        if start == end:
            return tuple(token for token in tokens if token in self._exact)
        article = ARTICLES.get(tokens[start - 1]) if start else None
        return (article, *tokens[start:end]) if article else tokens[start:end]

    def _named(self, core: Tokens, typed: Tokens, prefer: Collection[str]) -> Found:
        """What the words mean if they are a name and nothing more.

        `typed` are they with what stands around them: a slip may have made a part of a name look like a frame.
        """
        if not core or len(core) > _LONGEST_NAME:
            return Found()
        called = self._called(core, prefer)
        if any(form in self._exact or form in self._familiar for form in forms(core)):
            written = {" ".join(typed)}
        elif called:
            written = {" ".join(typed), " ".join(core)}
        else:
            written = {*forms(core), *forms(typed)}
        near = self._near(written, prefer)
        others = [place for place, _ in near if place not in called]
        if len(called) == 1 and not others and called[0].kind != "county":
            return Found(called[0], (called[0],))
        if called:
            return _offer(called if len(called) > 1 else [*called, *others])
        if len(near) == 1 and len("".join(core)) >= _LONG_ENOUGH[near[0][1]]:
            return Found(near[0][0], (near[0][0],))
        nearest = [place for place, slips in near if slips == 1]
        begin = [] if nearest else self._mistyped(" ".join(stripped(core)), prefer)[: MOST_CANDIDATES // 2]
        return _offer([*nearest, *begin, *others] or self._partly(stripped(core), prefer))

    def _called(self, core: Tokens, prefer: Collection[str]) -> list[Place]:
        """The places that bear this name, or a name that begins with these words."""
        for names in (self._exact, self._familiar, self._counties):
            for form in forms(core):
                if form in names:
                    return [names[form]]
        begin = self._starts.get(stripped(core), ())
        if core[0] in ARTICLES:
            begin = [place for place in begin if words(place.name)[0] == core[0]] or begin
        return _ranked(begin, prefer)

    def _near(self, forms: Collection[str], prefer: Collection[str]) -> list[tuple[Place, int]]:
        """The councils whose name is at most two slips away, the nearest first."""
        distances: dict[Place, int] = {}
        for form in forms:
            for name, distance, _ in extract(
                form, self._council_forms, scorer=DamerauLevenshtein.distance, score_cutoff=SLIPS, limit=None
            ):
                place = self._exact[name]
                distances[place] = min(int(distance), distances.get(place, SLIPS))
        return sorted(distances.items(), key=lambda item: (item[1], item[0].code not in prefer, item[0].name))

    def _partly(self, tokens: Tokens, prefer: Collection[str]) -> list[Place]:
        """The councils whose name begins with these words cut short, or else contains all of them."""
        letters = " ".join(tokens)
        if len(letters) < len("seu"):
            return []
        cut = [
            place
            for place, name in self._by_initial.get(letters[0], ())
            if len(tokens) <= len(name)
            and all(full.startswith(typed) for typed, full in zip(tokens, name, strict=False))
        ]
        having = [self._having.get(token, set()) for token in tokens]
        return _ranked(cut or set.intersection(*having), prefer)

    def _mistyped(self, letters: str, prefer: Collection[str]) -> list[Place]:
        """The councils whose name begins with almost these letters."""
        starts = extract(
            letters,
            self._start_forms,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=sum(len(letters) >= least for least in _LONG_ENOUGH.values()),
            limit=MOST_CANDIDATES,
        )
        return _ranked({place for start, *_ in starts for place in self._starts[tuple(start.split())]}, prefer)

    def _mentioned(self, text: str, tokens: Tokens, prefer: Collection[str]) -> Found:
        """What a sentence names: certain if one full name is introduced ("som de Salt") or is a clause alone."""
        alone = [
            self._exact[form]
            for clause in _CLAUSE.split(text)
            for form in forms(self._core(spelled_out(words(clause)[:_LONGEST_NAME])))[:1]
            if form in self._exact
        ]
        if len(alone) > 1 and _PROVINCES.issuperset(place.name for place in alone[1:]):
            alone = alone[:1]  # "Mataró (Barcelona)"
        strong = set(alone)
        weak: set[Place] = set()
        position = 0
        while position < len(tokens):
            length, place = self._longest(tokens[position:])
            name = stripped(tokens[position : position + length])
            if place is not None and place.kind != "county":
                before = next((token for token in reversed(tokens[:position]) if token not in SMALL), "")
                if before in INTRODUCES:
                    strong.add(place)
                elif len(name) > 1 or len(name[0]) > len("salt"):
                    weak.add(place)
            position += length
        if len(strong) == 1:
            (only,) = strong
            return Found(only, (only, *_ranked(weak - strong, prefer))[:MOST_CANDIDATES])
        if strong or weak:
            return _offer([*_ranked(strong, prefer), *_ranked(weak - strong, prefer)])
        return _offer(self._introduced(tokens, prefer).candidates)

    def _longest(self, tokens: Tokens) -> tuple[int, Place | None]:
        """The longest full name that these words begin with, in words; one word if there is none."""
        if tokens[0] in SMALL:
            return 1, None
        for length in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
            form = " ".join(tokens[:length])
            if tokens[length - 1] in SMALL:
                continue
            place = self._exact.get(form) or self._familiar.get(form) or self._counties.get(form)
            if place is not None:
                return length, place
        return 1, None

    def _introduced(self, tokens: Tokens, prefer: Collection[str]) -> Found:
        """What follows the last "ajuntament de", "som de": the longest run of words that means anything."""
        starts = [place for place, token in enumerate(tokens) if token in INTRODUCES]
        if starts:
            rest = self._core(tokens[starts[-1] + 1 :])[:_LONGEST_INTRODUCED]
            for length in range(len(rest), 0, -1):
                found = self._named(rest[:length], rest[:length], prefer)
                if found.candidates:
                    return found
        return Found()

    def _county(self, tokens: Tokens) -> Found:
        """The county council that is meant, once the words say that it is one."""
        rest = tuple(token for token in comarca(tokens) if token not in self._frame)
        form = " ".join(rest)
        if form in self._counties and DENIES.isdisjoint(tokens):
            return Found(self._counties[form], (self._counties[form],))
        near = extract(form, self._county_forms, scorer=DamerauLevenshtein.distance, score_cutoff=SLIPS)
        named = [self._counties[name] for name, *_ in near] or [
            place
            for name, place in self._counties.items()
            if rest and (name in form or (form in name and len(form) > len("alt")))
        ]
        if len(named) == 1 and DENIES.isdisjoint(tokens):
            return Found(named[0], (named[0],))
        return _offer(named)


def _ranked(places: Iterable[Place], prefer: Collection[str]) -> list[Place]:
    """The preferred ones first, then by the shortest name."""
    return sorted(places, key=lambda place: (place.code not in prefer, len(place.name), place.name))


def _offer(places: Iterable[Place]) -> Found:
    """Only candidates."""
    return Found(None, tuple(dict.fromkeys(places))[:MOST_CANDIDATES])

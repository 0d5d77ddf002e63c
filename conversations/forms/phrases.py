"""Which options a typed text names: whole phrases first, slips of the keyboard tolerated, the rest told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from conversations.rules.plain import vocabulary, words

Tokens = tuple[str, ...]
Phrases = tuple[tuple[Tokens, str], ...]

_SMALL = vocabulary("a al als amb d de del dels e el els en i l la les lo los n o per pel s t un una uns unes y")
# Words that people put around an option and that say nothing about which one.
_NEUTRAL = _SMALL | vocabulary("""
    aniria be ben bon bones bona busquem creiem crec daco demanem demano dia doncs em ens es escollim escullo estaria
    estic faltaria farem fariem fem fins gracies hola hem ho hi ja jo m marquem marco ma mes millor mica molt
    nosaltres opcio opcions participat plau posa poseu preferencia preferiblement preferim prefereixo principalment que
    sera seria si sisplau sobretot som tambe tarda tema temes tenim tinc tindriem trio triem us vaja vull volem voldria
    voldriem quiero queremos prefiero servei sobre tot va veiem me anotat han ha quin quina dels
    interessa interessen interessaria agradaria prefeririem apunta apunteu millorar
""")
_FEW_LETTERS = 5
_MANY_LETTERS = 10


@dataclass(frozen=True, slots=True)
class Named:
    """The options that a text names, in its order, and the words that are none and mean something."""

    options: tuple[str, ...]
    rest: Tokens


def phrase(text: str) -> Tokens:
    """The words of a phrase that count."""
    tokens = words(text)
    return tuple(token for token in tokens if token not in _SMALL) or tokens


def phrases(synonyms: Mapping[str, Iterable[str]]) -> Phrases:
    """The phrases of the options, the longest first; one that two options share belongs to the first."""
    known: dict[Tokens, str] = {}
    for option, texts in synonyms.items():
        for text in texts:
            known.setdefault(phrase(text), option)
    return tuple(sorted(known.items(), key=lambda item: (-len(item[0]), item[0])))


def named(text: str, known: Phrases) -> Named:
    """The options that `text` names, each once; the longest phrase wins at every place."""
    tokens = words(text)
    options: list[str] = []
    rest: list[str] = []
    place = 0
    while place < len(tokens):
        length, option = _at(tokens[place:], known)
        if option is not None:
            options.append(option)
        elif tokens[place] not in _NEUTRAL:
            rest.append(tokens[place])
        place += length
    return Named(tuple(dict.fromkeys(options)), tuple(rest))


def _at(tokens: Tokens, known: Phrases) -> tuple[int, str | None]:
    """The longest phrase that these words begin with: how many of them it takes, and its option."""
    best: tuple[int, int, str] | None = None
    for wanted, option in known:
        taken = _taken(tokens, wanted)
        if taken:
            length, slips = taken
            if best is None or (length, -slips) > (best[0], -best[1]):
                best = (length, slips, option)
    return (best[0], best[2]) if best else (1, None)


def _taken(tokens: Tokens, wanted: Tokens) -> tuple[int, int] | None:
    """How many words the phrase takes, and its slips; small words inside it do not count."""
    place = slips = 0
    for index, word in enumerate(wanted):
        while index and place < len(tokens) and tokens[place] in _SMALL and tokens[place] != word:
            place += 1
        if place == len(tokens):
            return None
        distance = _slips(tokens[place], word)
        if distance is None:
            return None
        slips += distance
        place += 1
    return place, slips


def _slips(typed: str, word: str) -> int | None:
    """The slips that make `word` of `typed`; None if they are too many for its length."""
    if typed == word:
        return 0
    shorter = min(len(typed), len(word))
    allowed = 0 if shorter < _FEW_LETTERS else 1 if shorter < _MANY_LETTERS else 2
    distance = DamerauLevenshtein.distance(typed, word, score_cutoff=allowed)
    return distance if distance <= allowed else None

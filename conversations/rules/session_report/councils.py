"""With which council: assigned names as people write them, and any other council of Catalonia.

A name is matched by its words (articles may be missing), shortened to its first words, abbreviated or with a
slip. What is named but not assigned is reported as such, so that it is never taken for an assigned one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from conversations.rules.session_report.gazetteer import MUNICIPALITIES, OTHER_BODIES
from conversations.rules.session_report.tokens import Line, fold

_ARTICLES = frozenset({"el", "la", "els", "les", "l", "es", "d", "de", "del", "dels", "i", "en"})
_WORD = re.compile(r"[a-z0-9]+")
_SPELLINGS = {
    "st": "sant", "sta": "santa", "s": "sant", "san": "sant", "sto": "sant", "stm": "santissim", "villa": "vila",
}  # fmt: skip
# Castilian and everyday names; the value is the folded official name or its beginning.
_NICKNAMES = {
    "santako": "santa coloma gramenet", "gramenet": "santa coloma gramenet", "lh": "hospitalet llobregat",
    "l h": "hospitalet llobregat", "hospi": "hospitalet llobregat", "hosp": "hospitalet llobregat",
    "bcn": "barcelona", "barna": "barcelona", "tgn": "tarragona", "vng": "vilanova geltru",
    "vilanova g": "vilanova geltru", "tarrasa": "terrassa",
    "lerida": "lleida", "gerona": "girona", "figueras": "figueres", "vich": "vic", "banolas": "banyoles",
    "cerdanola": "cerdanyola valles", "villanueva": "vilanova geltru", "geltru": "vilanova geltru",
    "villafranca": "vilafranca penedes", "manlleu": "manlleu", "stq": "sant quirze valles",
    "lescala": "escala", "pineda": "pineda mar", "mogoda": "santa perpetua mogoda", "despi": "sant joan despi",
    "desvern": "sant just desvern", "seu": "seu urgell",
    "castelldefels": "castelldefels", "reixac": "montcada reixac",
    "torredembarra": "torredembarra", "plegamans": "palau solita plegamans", "monjos": "santa margarida monjos",
    "guixols": "sant feliu guixols", "codines": "sant feliu codines", "farners": "santa coloma farners",
    "queralt": "santa coloma queralt", "sta coloma g": "santa coloma gramenet", "santaco": "santa coloma gramenet",
}  # fmt: skip
# Municipalities whose name is an everyday word: unless assigned, they need a capital letter and "amb" or "a".
_EVERYDAY = frozenset(
    ["seva", "les", "bot", "pau", "quart", "salt", "sort", "roses", "valls", "malla", "carme", "das", "ger", "garcia", "angles", "torrent", "colera", "verges", "nou", "vila", "pont", "serra", "pobla", "masos", "prats", "castell", "cabra", "sales", "figuera", "granada", "vall", "palma", "pera", "fuliola", "selva", "alp", "amer", "sils", "flix", "pals", "mura", "pira", "aspa", "cava", "toses", "arres", "saldes", "ponts", "queralt", "olivella", "garriga", "masies", "llacuna", "riba", "bruc", "brull", "estany", "cabanes", "cases", "preses", "franqueses", "segur", "vic", "ordis", "bosc", "port", "escala", "tallada", "jonquera", "canonja", "secuita", "morera", "nou", "llosses", "quar", "torre", "vilella", "bisbal", "bordeta", "jorba", "olius", "batea", "rubio", "conesa", "forès", "fores", "querol", "renau", "salomo", "tiana", "moia", "castellar", "horta", "nulles", "marca", "pla", "far", "barberia", "fogars", "avia", "cubelles", "menorca", "palma", "elna", "fraga", "morella", "albi", "aleixar", "albiol", "floresta", "granadella", "soleras", "sentiu", "pinell", "canet", "esquirol", "vilallonga", "cornella", "jafre", "begues", "vilanova", "alins", "madrid", "castello"]
)
_COMARCAL = ("consell", "comarcal")
_BODY = r"(?:ajuntament|ajuntaments|consistori|ayuntamiento|regidor\w*|alcald\w+|tecni\w+|equip|gent|cap|area|regidoria|promocio|consell|companys?|companyes?|els|las?|los|colleg\w+|sessio|mentoria|reunio|trobada|videotrucada|videoconferencia|visita|cas|projecte|paquet|hores|trucada|secretari\w+|interven\w+|dinamitzador\w+|responsable|l)"
_STRONG_BEFORE = re.compile(
    rf"(?:(?<![a-z])(?:amb|con|ab)(?: (?:el|la|els|les|l'|en|na|los))?(?: ?{_BODY}(?: \w+){{0,3}}? (?:de|d'|del|dels))?"
    rf"|{_BODY}(?: \w+)? (?:de|d'|del|dels|a)) ?(?:el |la |les |els |l')?$|municipi ?[:>-]? ?$|ajuntament ?[:>-] ?$"
)
_PARTNER_BEFORE = re.compile(
    rf"(?<![a-z])(?:amb|con|ab)(?: (?:el|la|els|les|en|na|los|l'))*(?: ?{_BODY}(?: \w+){{0,2}}? (?:de|d'|del|dels))?"
    rf"(?: ?(?:el|la|les|els|l'))? ?$"
)
_COMPARED_BEFORE = re.compile(r"(?:igual que|com|comparar\w*|conveni|acord|contracte|coordina\w*) (?:el |la )?amb [^,.;]{0,30}$")
_PLACE_BEFORE = re.compile(r"(?<![a-z])(?:a|al|als|en|fins a|cap a|des de)(?: la| les| l'| els)? ?(?:l')?$")
_EXAMPLE_BEFORE = re.compile(
    r"(?:com (?:a |en |fa |fan |ho fan a |han fet a |ha fet |va fer |es fa a |el de |la de |els de )?|igual que |exemple |model |cas |experiencia |contacte |"
    r"gent |companys |mercat |fira |cooperativa |empresa |diferencia |en comptes |estil |dels |el que fan a |que fan a |"
    r"visitar |conveni amb |parlar |parlat |comparar\w* (?:amb )?|que han fet a |el pla |l'ordenanca |la xarxa |plec |plecs |"
    r"derivar\w* (?:a )?|parlant |sobre |cap a |tren |c-[0-9]+ |carretera |consorci |comarca |vegueria )"
    r"(?:a |de |d'|del |l'|el |la )*$"
)
_STREET_BEFORE = re.compile(
    r"(?:\b(?:carrer|placa|avinguda|av|passeig|ronda|cami|poligon|barri|estacio|vapor)\.? (?:de |d'|del )?|c/ ?|"
    r"\b(?:can|cal|sala|edifici|institut|escola|ateneu|casal|centre|parc|museu|teatre|cooperativa|hotel|cafe) )(?:l'|la )?$"
)
_NEGATED_BEFORE = re.compile(
    r"(?:(?<![a-z])no (?:era |es |amb |pas |de |a |amb el |amb la |son )*|en (?:comptes|lloc) de )(?:el |la |l')?$"
)


class Weight(IntEnum):
    """How surely a mention is the council of the session."""

    EXAMPLE = 0
    PLACE = 1
    NAMED = 2
    PARTNER = 3


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


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name that count, folded: "el Prat de Llobregat" is ("prat", "llobregat")."""
    words = [_SPELLINGS.get(w, w) for w in _WORD.findall(fold(name))]
    return tuple(w for w in words if w not in _ARTICLES) or tuple(words)


@lru_cache(maxsize=1)
def gazetteer_keys() -> dict[str, list[tuple[str, ...]]]:
    """Keys of all known councils, by their first word, longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in (*MUNICIPALITIES, *OTHER_BODIES):
        key = key_of(name)
        index.setdefault(key[0], []).append(key)
    for keys in index.values():
        keys.sort(key=len, reverse=True)
    return index


@dataclass(frozen=True, slots=True)
class Assigned:
    """The mentor's councils, prepared for matching."""

    keys: dict[str, tuple[str, ...]]
    words: frozenset[str]
    fragments: dict[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=256)
def prepare(names: tuple[str, ...]) -> Assigned:
    """Every beginning of every assigned name, and the nicknames of those, with the names they may stand for."""
    keys = {name: key_of(name) for name in names}
    fragments: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(fragment: tuple[str, ...], name: str) -> None:
        known = fragments.get(fragment, ())
        if name not in known:
            fragments[fragment] = (*known, name)

    for name, key in keys.items():
        for length in range(1, len(key) + 1):
            beginning = key[:length]
            if beginning not in (("sant",), ("santa",), ("vila",), ("castell",), ("consell",)):
                add(beginning, name)
        if key[0] in ("sant", "santa") and len(key) > 1:
            add(("".join(key[:2]),), name)
            add((f"st{key[1]}",), name)
        for nickname, official in _NICKNAMES.items():
            if tuple(official.split()) == key and (nickname != "seu" or len(names) == 1):
                add(tuple(nickname.split()), name)
    words = frozenset(word for key in keys.values() for word in key)
    return Assigned(keys, words, fragments)


def find_mentions(line: Line, assigned: Sequence[str]) -> list[Mention]:
    """Every council named in the line, assigned or not, in order."""
    prepared = prepare(tuple(assigned))
    tokens = [(_SPELLINGS.get(m.group(), m.group()), m.start(), m.end()) for m in _WORD.finditer(line.text)]
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


def _match(key: tuple[str, ...], tokens: list[_Token], position: int) -> int:
    """Where the words of `key` end if they stand at `position` (articles between them skipped), else 0."""
    at = position
    for number, word in enumerate(key):
        while number and at < len(tokens) and tokens[at][0] != word and tokens[at][0] in _ARTICLES:
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
    for key in gazetteer_keys().get(word, ()):
        end = _match(key, tokens, position)
        if end > outside:
            outside, whole = end, key
    end, names = best
    exact = tuple(name for name in names if prepared.keys[name] == whole)
    if outside > end or (outside == end and end and not exact and len(whole) > 1 and whole != _COMARCAL):
        if not _plausible(line, tokens, position, outside, whole):
            return None
        return _mention(line, start, tokens[outside - 1][2], (), True), outside
    if not end:
        return None
    if outside == end and exact:
        names = exact
    if not _plausible_assigned(line, tokens, position, end, word):
        return None
    return _mention(line, start, tokens[end - 1][2], names, True), end


def _plausible(line: Line, tokens: list[_Token], position: int, end: int, key: tuple[str, ...]) -> bool:
    """Whether a council that is not assigned is really named there, and not an everyday word or a person."""
    start = tokens[position][1]
    if len(key) > 1:
        return True
    before = line.text[max(0, start - 30) : start]
    if re.search(r"(?:\ben|\bna|senyora?|sr\.?|sra\.?|regidora?|alcald\w+|tecnica?) $", before) and line.capital(start):
        return False
    if key[0] not in _EVERYDAY:
        return len(key[0]) > 3 or line.capital(start) or bool(_STRONG_BEFORE.search(before))
    mid = start > 0 and line.text[start - 1 : start] not in "\n" and not before.rstrip().endswith((".", "!", "?", ":"))
    following = line.text[tokens[end - 1][2] : tokens[end - 1][2] + 12]
    if re.match(r" [a-z]", following) and line.capital(tokens[end - 1][2] + 1):
        return False
    return (
        mid and line.capital(start) and bool(re.search(r"(?:^| )(?:amb|a|ajuntament de|de) (?:l'|la |el )?$", before))
    )


_ANCHOR = re.compile(
    r"(?:^|[\s(:/,;.-])(?:amb|a|de|d'|con|con|ab|i|y|ajuntament|municipi:?|[:/,;-])? ?(?:de |d')?(?:l'|la |el |les )?$"
)


def _plausible_assigned(line: Line, tokens: list[_Token], position: int, end: int, word: str) -> bool:
    """Whether an everyday word that is also an assigned name ("sort", "quart") stands for the council."""
    if end - position > 1 or (word not in _EVERYDAY and word not in ("vic", "seu")):
        return True
    start, stop = tokens[position][1], tokens[position][2]
    before, after = line.text[max(0, start - 16) : start], line.text[stop : stop + 16]
    shouting = line.original.isupper()
    if re.search(
        r"(?:\b(?:un|una|uns|unes|el seu|la seva|la seu|bona|molta|3|2|1|i|hora|y|aquest|les|els|portar|compr\w+) ?|quin )$",
        before,
    ) and not line.capital(start):
        return False
    if word == "quart" and re.search(r"(?:[0-9]|hora|hores|h|un|menys) (?:i )?$", before):
        return False
    if word == "seu":
        return bool(re.search(r"\bla $", before)) and not re.match(r" (?:de |del |d'[^u]|web|electr)", after)
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
    known = (word,) in prepared.fragments or (word,) in gazetteer_keys().get(word, ())
    if len(word) < 4 or known or word in _NOT_NAMES or word.isdigit():
        return None
    joined, joined_end = word, position + 1
    options = [(joined, joined_end)]
    if position + 1 < len(tokens):
        options.append((word + tokens[position + 1][0], position + 2))
    for text, end in reversed(options):
        limit = 1 if len(text) < 7 else 2
        best = limit + 1
        names: tuple[str, ...] = ()
        for fragment, meant in prepared.fragments.items():
            target = "".join(fragment)
            if len(target) > 3 and (end - position == 1 or len(fragment) > 1) and abs(len(target) - len(text)) <= limit:
                distance = OSA.distance(text, target, score_cutoff=limit)
                bar = 1 if len(target) < 6 else limit
                if distance <= bar and (distance < best or (distance == best and len(meant) < len(names))):
                    best, names = distance, meant
        if names and not _nearer_elsewhere(text, best):
            mention = _mention(line, start, tokens[end - 1][2], names, best < 2 and len(text) > 4)
            return mention, end
    if line.capital(start) and len(word) > 5 and _STRONG_BEFORE.search(line.text[max(0, start - 40) : start]):
        if any(
            abs(len(first) - len(word)) < 2 and OSA.distance(word, first, score_cutoff=1) <= 1
            for first in gazetteer_keys()
            if first[0] == word[0]
        ):
            return _mention(line, start, stop, (), True), position + 1
    return None


_NOT_NAMES = frozenset(
    ["tots", "totes", "vull", "vulls", "valla", "balls", "talls", "vells", "veus", "rius", "reis", "reus", "rubi", "ruby", "tenia", "terra", "terrasa", "salts", "sala", "saltar", "salten", "salut", "sols", "sorti", "sorta", "soft", "tona", "dona", "zona", "tonal", "bona", "mona", "lloc", "tant", "sant", "santa", "tarda", "torna", "torne", "torno", "tarrega", "giro", "girar", "girada", "olor", "bages", "berta", "verge", "varga", "carta", "mataro", "matar", "manera", "manresana", "martes", "matins", "molt", "molta", "mollar", "vila", "vides", "vici", "vicis", "visc", "vist", "rosa", "rosa", "roses", "rases", "reses", "coses", "casa", "cosa", "roig", "ponts", "punt", "punts", "salou", "gava", "gaya", "baga", "montgat", "calaf", "agafa", "cala", "tremp", "temps", "sempre", "valles", "balles", "falles", "valles", "badia", "media", "mitja", "cunit", "unit", "units", "ripoll", "repoll", "igual", "iguals", "iguala", "igualtat", "valors", "valor", "valles", "moia", "noia", "toia", "joia", "avia"]
) - frozenset(
    {"reus", "rubi", "gava", "mataro", "tarrega", "salou", "montgat", "calaf", "tremp", "cunit", "ripoll", "badia"}
)


def _nearer_elsewhere(text: str, distance: int) -> bool:
    """Whether some council that is not assigned is at least as near."""
    return any(
        abs(len(first) - len(text)) <= distance and OSA.distance(text, first, score_cutoff=distance) < distance
        for first in gazetteer_keys()
    )


def _mention(line: Line, start: int, end: int, candidates: tuple[str, ...], sure: bool) -> Mention:
    before = line.text[max(0, start - 60) : start]
    negated = bool(_NEGATED_BEFORE.search(before))
    if _PARTNER_BEFORE.search(before) and not _COMPARED_BEFORE.search(before):
        weight = Weight.PARTNER
    elif _STREET_BEFORE.search(before):
        weight = Weight.EXAMPLE
    elif _EXAMPLE_BEFORE.search(before) and not re.search(r"ajuntament (?:de |d')(?:l'|la |el )?$", before):
        weight = Weight.EXAMPLE
    elif _STRONG_BEFORE.search(before):
        weight = Weight.PARTNER
    elif _PLACE_BEFORE.search(before):
        weight = Weight.PLACE
    else:
        weight = Weight.NAMED
    return Mention(start, end, candidates, weight, sure, negated)

"""The names of councils as they are matched: words that count, nicknames, beginnings, and everyday homonyms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from conversations.rules.session_report.gazetteer import OTHER_BODIES
from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.tokens import fold

# Shorter words of a name are those of everyday ("mar", "munt", "pla").
LONGEST_PLAIN = 5
ARTICLES = frozenset({"el", "la", "els", "les", "l", "es", "d", "de", "del", "dels", "i", "en"})
WORD = re.compile(r"[a-z0-9]+")
SPELLINGS = {
    "st": "sant", "sta": "santa", "s": "sant", "san": "sant", "sto": "sant", "stm": "santissim", "villa": "vila",
    "juan": "joan", "pedro": "pere", "vicente": "vicenc", "vicens": "vicenc", "andres": "andreu", "carlos": "carles",
    "justo": "just", "adrian": "adria", "lorenzo": "llorenc", "jaime": "jaume", "esteban": "esteve",
    "hilario": "hilari", "baudilio": "boi", "quirico": "quirze",
}  # fmt: skip
# Castilian and everyday names; the value is the folded official name or its beginning.
_NICKNAMES = {
    "santako": "santa coloma gramenet", "gramenet": "santa coloma gramenet", "lh": "hospitalet llobregat",
    "l h": "hospitalet llobregat", "hospi": "hospitalet llobregat", "hosp": "hospitalet llobregat",
    "bcn": "barcelona", "barna": "barcelona", "tgn": "tarragona", "vng": "vilanova geltru",
    "vilanova g": "vilanova geltru", "tarrasa": "terrassa",
    "lerida": "lleida", "gerona": "girona", "figueras": "figueres", "vich": "vic", "banolas": "banyoles",
    "cerdanola": "cerdanyola valles", "sardanyola": "cerdanyola valles",
    "esplugas": "esplugues llobregat", "villanueva": "vilanova geltru", "geltru": "vilanova geltru",
    "villafranca": "vilafranca penedes", "manlleu": "manlleu", "stq": "sant quirze valles",
    "lescala": "escala", "pineda": "pineda mar", "mogoda": "santa perpetua mogoda", "despi": "sant joan despi",
    "castell platja aro": "castell aro platja aro sant agaro",
    "platja aro": "castell aro platja aro sant agaro",
    "desvern": "sant just desvern", "seu": "seu urgell",
    "castelldefels": "castelldefels", "castefa": "castelldefels", "sbd": "sabadell", "trs": "terrassa",
    "reixac": "montcada reixac", "ribes": "sant pere ribes", "boi": "sant boi llobregat",
    "torredembarra": "torredembarra", "plegamans": "palau solita plegamans", "monjos": "santa margarida monjos",
    "rosas": "roses", "moncada": "montcada reixac", "montblanch": "montblanc", "junquera": "jonquera",
    "viella": "vielha e mijaran", "rapita": "sant carles rapita",
    "sant carles": "rapita", "sant carles rapita": "rapita",
    "cala": "ametlla mar", "seo": "seu urgell", "seo urgel": "seu urgell", "cenia": "senia",
    "vigatans": "vic", "vigatanes": "vic", "targarins": "tarrega", "hospitalencs": "hospitalet llobregat",
    "colomencs": "santa coloma gramenet", "egarencs": "terrassa",
    "guixols": "sant feliu guixols", "codines": "sant feliu codines", "farners": "santa coloma farners",
    "queralt": "santa coloma queralt", "sta coloma g": "santa coloma gramenet", "santaco": "santa coloma gramenet",
}  # fmt: skip
# Municipalities whose name is an everyday word: unless assigned, they need a capital letter and "amb" or "a".
EVERYDAY = words(
    """
    aldea alforja ampolla arboc argentera asco canyelles cistella colomers copons flaca foradada galera
    godall llanca lobera malda mila piles pinos porrera portella prades sora tona torms vidra espolla
    bordes calders cabo espot estaras perello soses parets molins ribes tossa badia seva les bot pau quart
    salt sort roses valls malla carme das ger garcia angles torrent colera verges nou vila pont serra
    pobla masos prats castell cabra sales figuera granada vall palma pera fuliola selva alp amer sils flix
    pals mura pira aspa cava toses arres saldes ponts queralt olivella garriga masies llacuna riba bruc
    prat mora ametlla cabrera guardiola
    brull estany cabanes cases preses franqueses segur vic ordis bosc port escala tallada jonquera canonja
    secuita morera llosses quar torre vilella bisbal bordeta jorba olius batea rubio conesa fores querol
    renau salomo horta nulles marca pla far barberia fogars avia menorca elna fraga morella albi aleixar
    albiol floresta terrassa granadella soleras sentiu pinell esquirol jafre alins madrid castello
    """
)
# Those that may stand bare after "amb" and mean no council ("amb sort").
ABSTRACT = words("les das sort pau pla cases sales piles pals cava olla nulles preses seva bona nou")
# Those that are also what people are called: with an article they are somebody.
PERSONAL = words("carme garcia pau verges angles montserrat marca sales ribes serra torrent salomo amer")
# A word that stands at the end of no more names than these may be used alone for one of them ("Montbui").
SHARED_AT_MOST = 2
COMARCAL = ("consell", "comarcal")
# They lend their rooms and platforms: only "amb" makes partners of them.
LARGER_BODIES = ("diputacio", "consell comarcal", "area metropolitana")
NOT_NAMES = words(
    """
    quarts quarta quartes tots totes vull vulls valla balls talls vells veus rius reis ruby tenia terra
    salts sala saltar salten salut sols sorti sorta soft tona dona zona tonal bona mona lloc tant
    sant santa tarda torna torne torno giro girar girada olor bages berta verge varga carta matar manera
    escola manresana martes matins molt molta mollar vila vides vici vicis visc vist rosa roses rases reses coses
    casa cosa roig ponts punt punts gaya baga agafa cala temps sempre valles balles falles media mitja
    massa aigua canal conca porta espina llibre fonts torna plana planes plans casals montse
    unit units repoll igual iguals iguala igualtat valors valor moia noia toia joia avia
    """
)
# First words of longer names that are used alone for them ("Premià", "Arenys") and mean nothing else.
_SHORT_NAMES = words(
    """
    aguilar artesa avinyonet bellcaire bellver calonge canoves castellbell castellbisbal castellfollit
    castello castellvi cerdanyola cervia cornudella fontanals hospitalet hostalets llica llorenc lloret
    macanet mollet monistrol montbrio montcada montferrer olesa riudellots sarria sarroca torrefeta
    torroella torroja vallbona vallfogona vandellos vielha vilafranca vilalba vilallonga vilanova vilassar
    vilobi vinyols arenys badia banyeres barbera caldes canet cassa cornella espluga esplugues llinars
    molins parets premia ribes torrelles tossa bisbal castellar bigues rubi mataro
    prat mora ametlla cabrera guardiola franqueses
    """
)


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name that count, folded: "el Prat de Llobregat" is ("prat", "llobregat")."""
    words = [SPELLINGS.get(w, w) for w in WORD.findall(fold(name))]
    return tuple(w for w in words if w not in ARTICLES) or tuple(words)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All councils there are, prepared for matching: `keys` by their first word, the longest first.

    `short` are beginnings of long names that stand for them ("Premià", "Sant Just"); `distinctive` are words that
    stand in the name of one council only, and not at its head ("Llavaneres", "Desvern"), `articled` those that stand
    first with an article ("la Bisbal"); `aliases` are nicknames and distinctive words, which mean a council only where
    a note has the name. `heads` are the first words
    of all long names: they are councils only where a note has the name ("ahir Roda 2h").
    """

    keys: Mapping[str, Sequence[tuple[str, ...]]]
    short: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    distinctive: frozenset[str]
    articled: frozenset[str]
    aliases: frozenset[str]


@lru_cache(maxsize=4)
def known(councils: tuple[str, ...]) -> Known:
    """The names of all councils, and of the other bodies that people name."""
    keys: dict[str, list[tuple[str, ...]]] = {}
    for key in map(key_of, (*councils, *OTHER_BODIES)):
        keys.setdefault(key[0], []).append(key)
    for same in keys.values():
        same.sort(key=len, reverse=True)
    told = Counter(word for same in keys.values() for key in same for word in set(key))
    rare = (word for word, times in told.items() if times <= SHARED_AT_MOST and word not in keys)
    distinctive = frozenset(word for word in rare if len(word) > LONGEST_PLAIN)
    short = frozenset(beginning for name in councils if (beginning := _beginning(name)))
    heads = frozenset(key[0] for same in keys.values() for key in same if len(key) > 1 and len(key[0]) > 3)
    articled = frozenset(key_of(name)[0] for name in councils if _ARTICLE.match(fold(name)))
    aliases = frozenset(_NICKNAMES) - {"seu"} | {"la seu"} | distinctive
    return Known(keys, short, heads - {"sant", "santa", "consell", "alt", "baix"}, distinctive, articled, aliases)


def _beginning(name: str) -> tuple[str, ...]:
    key = key_of(name)
    if "-" in name.split(maxsplit=1)[0]:
        return key[:2]
    if len(key) > 1 and key[0] in _SHORT_NAMES:
        return key[:1]
    return key[:2] if len(key) > 2 and key[0] in ("sant", "santa") else ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """The mentor's councils, prepared for matching among all that are `known`."""

    keys: dict[str, tuple[str, ...]]
    words: frozenset[str]
    fragments: dict[tuple[str, ...], tuple[str, ...]]
    known: Known

    def beginning_with(self, start: str) -> tuple[str, ...]:
        """The names whose first word is cut short to `start` ("Vilafr.")."""
        return tuple(name for name, key in self.keys.items() if key[0].startswith(start) and key[0] != start)

    def people(self, word: str) -> tuple[str, ...]:
        """The names of the towns whose people are called `word` ("manresans", "vilafranquins")."""
        word = word.replace("qu", "c").replace("gu", "g")
        return tuple(name for name, key in self.keys.items() if _ending(key, word))

    def spelt(self, consonants: str) -> tuple[str, ...]:
        """The names written with their `consonants` only ("vdcans")."""
        bare = len(consonants) > 2 and sum(letter in "aeiou" for letter in consonants) * 4 < len(consonants)
        if not bare:
            return ()
        pattern = re.compile(".*".join(consonants))
        return tuple(name for name, key in self.keys.items() if pattern.match("".join(key)))

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(self.keys)


_PEOPLE_END = re.compile(
    r"(?:on|an|in|at|et|ol|ov|ued|[nt])?(?:ans?|anes|ana|ians?|ianes|ins?|ines|ina|encs?|ences|enca)"
)

_SHED = frozenset("aeious")


def _ending(key: tuple[str, ...], word: str) -> bool:
    """Whether `word` is the name of those who live in the town of that key."""
    town = key[0] + key[1] if key[0] in ("sant", "santa") and len(key) > 1 else key[0]
    stems = (town[:length] for length in range(len(town), max(2, len(town) - 3), -1) if set(town[length:]) <= _SHED)
    return any(word.startswith(stem) and _PEOPLE_END.fullmatch(word, len(stem)) for stem in stems)


_ARTICLE = re.compile(r"(el|la|els|les|l')(?= |(?<='))")


@lru_cache(maxsize=256)
def prepare(names: tuple[str, ...], councils: tuple[str, ...]) -> Assigned:
    """Every beginning of every assigned name, and the nicknames of those, with the names they may stand for.

    `councils` are the names of all councils.
    """
    everything = known(councils)
    keys = {name: key for name in names if (key := key_of(name))}
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
            for letters in range(1, len(key[length - 1])):
                # "Vilassar de D.", "Sant Feliu de Llob."
                if length > 1 and key[length - 1][:letters] not in ARTICLES | {"h", "a", "x", "mar", "mati", "mit"}:
                    add((*beginning[:-1], key[length - 1][:letters]), name)
        if article := _ARTICLE.match(fold(name)):
            # "lhospitalet", "elprat", "lgarriga"
            for glued in {article[1], article[1][0]}:
                add((glued.strip("'") + key[0],), name)
        if key[0] in ("sant", "santa") and len(key) > 1:
            add(("".join(key[:2]),), name)
            add((f"st{key[1]}",), name)
        for word in key[1:]:
            if word in everything.distinctive:
                add((word,), name)
        initials = "".join(word[0] for word in key)
        if len(key) > 2 and not set(initials) & set("aeiou"):
            add((initials,), name)
        for nickname, official in _NICKNAMES.items():
            if tuple(official.split()) == key and (nickname != "seu" or len(names) == 1):
                add(tuple(nickname.split()), name)
    words = frozenset(word for key in keys.values() for word in key)
    return Assigned(keys, words, fragments, everything)


def slip(text: str, fragment: tuple[str, ...], words: int, pointed: bool) -> int | None:
    """How many slips of the finger make `text` of an assigned name; None if too many.

    Names of four or five letters are near to too many words: only a capital letter or "amb" makes one of them.
    """
    target = "".join(fragment)
    limit = 1 if len(target) < 6 or len(text) < 5 else 2
    if len(target) > 10 and text[:5] == target[:5]:
        limit = 3
    short = len(target) < 6
    if words == 2 and text == target:
        return 0
    if len(target) < 4 or (words == 2 and len(fragment) == 1) or abs(len(target) - len(text)) > limit:
        return None
    if short and (text[0] != target[0] or not pointed):
        return None
    distance = OSA.distance(text, target, score_cutoff=limit)
    return distance if distance <= (limit if text[0] == target[0] else 1) else None

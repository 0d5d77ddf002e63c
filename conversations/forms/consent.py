"""Yes or no. Silence, a thumb, a "suppose so" or a condition are neither: a consent has to be plain (R51)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from conversations.forms.content import without_symbols
from conversations.forms.outcome import Accepted, Reading, Refused
from conversations.protocol.words import T
from conversations.rules.plain import folded, words


class _Says(Enum):
    YES = auto()
    NO = auto()
    NOTHING = auto()
    NOT = auto()  # turns a yes of its clause into a no
    DOUBT = auto()
    CONDITION = auto()
    UNKNOWN = auto()


def _phrases(says: _Says, texts: str) -> dict[tuple[str, ...], _Says]:
    return {words(text): says for text in texts.strip().split("|")}


# Whole phrases, the longest first at every place; a word that is in none of them makes the answer unclear.
_PHRASES = {
    **_phrases(
        _Says.YES,
        """si|sip|sii|siii|s|ok|okay|oki|okey|vale|val|d'acord|dacord|de acord|d'acort|d'acrod|estic d'acord
        |estem d'acord|hi estic d'acord|hi estem d'acord|acord|de acuerdo|acceptat|accepto|acceptem
        |s'accepta|accepta|acceptada|acepto|aceptamos|autoritzo|autoritzem|s'autoritza|autoritza|autoritzat
        |autorizo|autorizamos|dono el consentiment|donem el consentiment|dono permís|donem permís|consentim
        |consento|i tant|i tant que si|per descomptat|es clar|és clar que sí|clar|clar que sí|claro
        |claro que si|evidentment|evidentment que si|naturalment|per suposat|por supuesto|endavant|correcte
        |perfecte|perfectament|afirmatiu|conforme|conformes|hi estic conforme|hi estem conformes|entesos
        |sí que sí|sí que|em sembla bé|ens sembla bé|em va bé|ens va bé|em sembla perfecte
        |ens sembla perfecte|tot bé|que sí|confirmo|confirmem|ho confirmo|confirmat|ho fem
        |ens hi comprometem|m'hi comprometo|comprometem|hi som|y tanto|yes|yep|yeah|sure|of course
        |i per que no|per que no|totalment d'acord|completament d'acord""",
    ),
    **_phrases(
        _Says.NO,
        """n|que no|nop|nope|noo|nooo|de cap manera|en absolut|de ninguna manera|ni parlar-ne|ni pensar-hi
        |negatiu|nones|es clar que no|clar que no|claro que no|per descomptat que no|evidentment que no
        |i tant que no|millor que no|millor no|mejor no|no pas|prefereixo que no|prefiero que no
        |ens estimem més que no|m'estimo més que no|preferim que no|prefereixo no fer-ho|preferim no fer-ho
        |preferiria que no|preferiríem que no|ara no|de moment no|per ara no
        |mai|no vull|no volem|no en vull|no ho vull|no ho volem|no gracies|no cal|no em sembla bé
        |no ens sembla bé|no hi estem conformes|em nego|ens hi neguem|m'hi nego|hi estic en contra
        |hi estem en contra|desacord|en desacord|hi estic en desacord|no quiero|no queremos
        |em sap greu pero no|rotundament no""",
    ),
    **_phrases(_Says.NOT, "no|tampoc"),
    **_phrases(
        _Says.DOUBT,
        """suposo|suposo que|suposem|suposem que|potser|crec|crec que|creiem|creiem que|diria|diria que
        |em sembla|em sembla que|ens sembla que|segurament|probablement|imagino|imagino que|m'imagino
        |en principi|a priori|depèn|ja veurem|a veure|pot ser|no ho sé|no ho sabem|no sé|no ho tinc clar
        |no ho tenim clar|mes o menys|quizas|tal vez|supongo|supongo que|creo que|ho preguntaré
        |ho preguntarem|ho consultaré|ho consultarem|ho he de consultar|hem de consultar-ho
        |he de consultar-ho|ja ho diré|ja us ho diré|ja us ho direm|m'ho pensaré|ens ho pensarem|tant me fa
        |m'és igual|tant és|com vulgueu|el que vulgueu|ni si ni no|indiferent|em fa dubtar|dubto|dubtem""",
    ),
    **_phrases(
        _Says.CONDITION,
        """però|pero|sempre que|sempre i quan|mentre|mentre que|excepte|menys|llevat|llevat de|llevat que|tret
        |tret de|tret que|sense|sense que|només|nomes|només si|a condició|a condició que|amb la condició
        |amb condicions|si no|a menys que|solo si|siempre que|salvo|excepto|en cas que|quan|segons|depenent
        |parcialment|en part|a mitges|amb matisos|amb reserves|amb limitacions|provisionalment""",
    ),
    **_phrases(
        _Says.NOTHING,
        """hi|ho|en|i|moltes gràcies|gràcies|merci|gracies|hola|bon dia|bona tarda|bones|home|dona|doncs|bé|be
        |molt|molt bé|oi|oi tant|tot|a|per|que ho compartiu|que ho publiqueu|dic|dic que|diem|diem que|tota
        |totes|tots|amb tot|amb totes|les|la|el|els|l|condicions|les condicions|els compromisos|compromisos
        |amb|amb això|això|aixo|jo|nosaltres|per part nostra|per la nostra part|per mi|per nosaltres
        |per part meva|de part nostra|l'ajuntament|l'alcaldia|senyor|senyora|si us plau|sisplau|ja|us
        |totalment|completament|plenament|absolutament|per suposat|que es comparteixin|que es comparteixi
        |compartir-ho|publicar-ho|difondre-ho|que es publiqui|que es publiquin|que es difongui
        |que es difonguin|comparteixo|compartiu-ho|ho compartim|ho podeu compartir|ho podeu publicar
        |ho podeu difondre|podeu compartir-ho|podeu publicar-ho|el tractament|la publicació|la difusió
        |del títol|els resultats|i els resultats|el títol|de les dades|de dades|se|som|sí senyora|estem
        |estic|fem|endavant amb tot|cap|pas|rotundament""",
    ),
}
_LONGEST = max(map(len, _PHRASES))
_LONG_WORD = 6
_WORDS = frozenset(word for phrase in _PHRASES for word in phrase)
_LONG_WORDS = sorted(word for word in _WORDS if len(word) >= _LONG_WORD)
# "No hi tenim cap problema", "sense inconvenients": a no that is a yes.
_NO_OBJECTION = re.compile(
    r"\b(?:no (?:(?:hi|en|ha|tinc|tenim|veig|veiem|poso|posem) )*(?:cap )?|(?:sense|cap|sense cap) )"
    r"(?:problem(?:a|es)|inconvenients?|peg(?:a|ues)|objeccio(?:ns)?)\b"
)
_CLAUSE_END = re.compile(r"[,;.:!()\n]+")
_BECAUSE = frozenset({"perque", "ja", "com", "que", "porque", "ates"})


@dataclass(frozen=True, slots=True)
class YesNo:
    """A plain yes is True, a plain no is False."""

    def read(self, text: str) -> Reading:
        """The answer, if every word of it is understood and none of them takes back another."""
        agreed = _NO_OBJECTION.sub("si", " ".join(folded(without_symbols(text)).split()))
        clauses = [clause for clause in _CLAUSE_END.split(agreed) if words(clause)]
        if not clauses or "?" in text:
            return Refused(T("Answer «yes» or «no», please."))
        says: set[_Says] = set()
        for number, clause in enumerate(clauses):
            if says == {_Says.NO} and words(clause)[0] in _BECAUSE and number:
                break  # the reason of a no is nobody's business, and changes nothing
            says |= _clause(words(clause))
        if _Says.CONDITION in says:
            return Refused(T("A condition cannot be noted here. Answer only «yes» or «no», please."))
        says.discard(_Says.NOTHING)
        if says == {_Says.YES}:
            return Accepted(True)
        if says == {_Says.NO}:
            return Accepted(False)
        return Refused(T("It is not clear whether it is a yes. Answer «yes» or «no», please."))


def _clause(tokens: tuple[str, ...]) -> set[_Says]:
    """What the phrases of one clause say; a "no" turns the yes of its clause, and "si" before anything else is "if"."""
    says: list[_Says] = []
    place = 0
    while place < len(tokens):
        length, meaning = _phrase(tokens[place:])
        says.append(meaning)
        place += length
    if _Says.UNKNOWN in says and "si" in tokens:
        return {_Says.CONDITION}
    if _Says.NOT in says:
        turn = says.index(_Says.NOT)
        says[turn:] = [_Says.NO if one in {_Says.NOT, _Says.YES} else one for one in says[turn:]]
    return set(says)


def _phrase(tokens: tuple[str, ...]) -> tuple[int, _Says]:
    """The longest phrase that these words begin with, and what it says."""
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        says = _PHRASES.get(tuple(_mended(token) for token in tokens[:length]))
        if says is not None:
            return length, says
    return 1, _Says.UNKNOWN


@lru_cache(maxsize=1024)
def _mended(token: str) -> str:
    """A long word of the phrases where one slip of the keyboard made another one of it."""
    if token in _WORDS or len(token) < _LONG_WORD:
        return token
    near = extractOne(token, _LONG_WORDS, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    return near[0] if near else token

"""What the session was about: what is left of the message once the fields are taken out.

It is shown to both councils, so that nothing is better than scraps: only what stands after a label, after
"sobre" or apart by punctuation is taken for the topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.rules.session_report.asides import Scope
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.partners import Choice
from conversations.rules.session_report.talk import rest_of
from conversations.rules.session_report.tokens import Line, fold

_LABEL = re.compile(
    r"\b(?:tema|temes|assumpte|contingut|què|que|motiu|ordre del dia)\s*[:=→>-]+\s*|"
    r"\b(?:tema|sobre|explicant|tractant|comentant|tratando|comentando)\s+|"
    r"\b(?:per parlar|parlant|x[ae]rrant|conversant|debatent|hablando|charlando) (?:d(?:els?|e)?\b|d['’]|sobre\b)\s*|"
    r"\b(?:vam|hem|vaig|he) (?:parlar|tractar|repassar|revisar|parlat|tractat|repassat|revisat)(?: (?:de|"
    r"dels?|sobre)\b| d')?\s+(?!amb\b)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[,.;:\n()–—|-]+\s*(?!$)")
_COURTESY = re.compile(
    r"\b(?:gràcies|gracies|merci|salutacions|salut|tot (?:molt )?bé|tot be|molt b[ée] tot|molt bé|"
    r"va anar (?:molt )?bé|ha anat (?:molt )?bé|"
    r"molt interessant|com sempre|bon dia|bona tarda|hola|fins aviat|una abraçada|adjunt\w*|apunta\w*|modalitat|durada|"
    r"municipi|hores|data)\b[\s:!.,]*",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:pla(?:n[sç])?\b|plec|cl[àa]usul|contract|licitaci|compra|cooperati|estatut|lots?\b|reglament|ordenan[cç]|"
    r"subvenci|"
    r"ajuts?\b|mercat|moned|habitatg|energ|agroecol|aliment|consum|cur(?:es|a)\b|emprene|diagnos|mapa|finan[cç]|ateneu|"
    r"fira|economia|conveni|bases|pressupost|cooperaci|associa|incubador|viver|jove|igualtat|comer[cç]|residu|"
    r"balan[cç] social|rescabal|estrat[èe]gi|participaci|governan[cç]|avaluaci|indicador|formaci|xarxa|ess\b)",
    re.IGNORECASE,
)
"""Matters of the network: beside one of them, a stretch without a mark before it is a topic and not scraps."""
_TELLING = re.compile(
    r"(?:(?:la|una|un|el|de)\s+)?(?:sessió|sessio|reunió|reunio|trobada|videotrucada|mentoria|assessorament)\s+"
    r"(?:(?:de|sobre|per a|per)\s+|d['’])|"
    r"(?:(?:ens|em|els|hi|ja|i)\s+)*(?:hem|vam|he|vaig|van|han)\s+(?:esta[rt]\s+)?"
    r"(?:parla|tracta|repassa|revisa|treballa|mira|explica|prepara|redacta|presenta|acaba|ensenya|analitza|"
    r"comença|visita|discuti|estudia|comenta|elabora|estrena|comparti|concreta|tanca|ve[iu]|fe|defini|acorda|decidi|"
    r"enllesti|"
    r"pacta|avança|resol|deixa(?:r|t)? (?:enllesti|acaba|tanca|prepara|fe|clar|llest|a punt))\w*\s+|"
    r"\w+[aei]nt\s+(?=(?:els?|les?|la|uns?|una|unes|l['’])\b)|"
    r"per (?:a )?(?=\w{2,}(?:ar|er|ir|re)\b)",
    re.IGNORECASE,
)
_PENDING = re.compile(r"\W*(?:queda|queden|falta|falten|pendents?|deures|recordatori|pd|ps)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_NO_TOPIC = re.compile(
    r"\W*(?:als?|a|pels?|amb|mentre|tots?|totes|fins|des|abans|per(?! (?:a )?\w{2,}(?:ar|er|ir|re)\b))\b|"
    r"\W*(?:el |la |l['’]|els |les )?(?:t[eè]cni|regidor|alcald|equip|gent|responsable|persones|cap )"
)
_SAYS = re.compile(
    r".+\b(?:ha|han|hem|vam|van|vol|volen|falta|va|és|són|era|tenia|mig|bona|ràpida|fèiem)\b", re.IGNORECASE
)
# "Vaig baixar-hi amb la furgo": what somebody did is no topic, unless they spoke of it.
_DID = re.compile(r"(?:(?:ens|em|hi|ho|ja|i|però|que) )*(?:vaig|vam|hem|he|tinc|tenim|tenen)\b", re.IGNORECASE)
MOST_WORDS = 10
_FILLER = re.compile(
    r"(?:(?:de|del|d|amb|l|la|el|els|les|a|al|per|via|en|i|x|s'ha|tot|també|igual|format|mitjançant)\b|"
    r"['’,.;:·/()\s-])+",
    re.IGNORECASE,
)
_EDGES = " \t\n,.;:–—-/()·|→>+!¡*_'’\""
_LOOSE_END = re.compile(
    r"(?: (?:l['’]ajuntament|amb|del?|als?|per|i|en|la|el|els|les|l|d|via|a|-))+['’]?$", re.IGNORECASE
)
SHORTEST = 5
SHORTEST_LABELLED = 3


def topic_of(line: Line, facts: Facts, council: Choice, asides: Sequence[Scope]) -> str:
    """The topic in the person's own words, or "" if none stands out."""
    return topic_within(line, taken(facts, council, asides), 0, len(line.text))


def taken(facts: Facts, council: Choice, asides: Sequence[Scope] = ()) -> list[tuple[int, int]]:
    """The stretches of the line that say something else than the topic."""
    return [
        *((hit.start, hit.end) for hit in (*facts.days, *facts.vague)),
        *((hit.start, hit.end) for hit in facts.lengths),
        *((hit.start, hit.end) for hit in facts.signs),
        *((mention.start, mention.end) for mention in council.mentions),
        *((hit.start, hit.end) for hit, _ in facts.times),
        *((scope.start, scope.end) for scope in asides),
    ]


def names_topic(text: str) -> bool:
    """Whether a text says by itself that it names a topic: «tema: plecs», «vam parlar de plecs»."""
    return _LABEL.search(text) is not None


def topic_within(line: Line, away: Sequence[tuple[int, int]], begin: int, end: int) -> str:
    """The topic that stands between two places of the line, once the stretches `away` are taken out."""
    pieces = []
    last = begin
    inside = sorted((start, min(stop, end)) for start, stop in away if begin < stop and start < end)
    for start, stop in [*inside, (end, end)]:
        if last < start:
            span = line.span(last, start)
            pieces.append(line.original[span.start : span.end])
        last = max(last, stop)
    for piece in pieces:
        if (match := _LABEL.search(piece)) and (said := clean(piece[match.end() :], SHORTEST_LABELLED)):
            return said
    apart = [clean(piece[match.end() :]) for piece in pieces if (match := _APART.match(piece))]
    beside = [clean(piece) for piece in pieces if _is_matter(piece)]
    return max(apart, key=len, default="") or max(beside, key=len, default="")


def _is_matter(piece: str) -> bool:
    """Whether a stretch that no mark sets apart is a matter by itself: no place, nobody, nothing that somebody did."""
    known = _MATTER.search(piece) and len(piece.split()) <= MOST_WORDS and piece.count("(") == piece.count(")")
    return bool(known) and not _NO_TOPIC.match(piece) and not _SAYS.match(_TELLING.sub("", piece, count=1))


def clean(piece: str, shortest: int = SHORTEST) -> str:
    """A piece without courtesies, without what is still to be done, and without the small words that tied it to what
    was taken out.

    Words that only tell of a session are no topic, nor are less than `shortest` letters.
    """
    said = (_COURTESY.sub(" ", one) for one in _SENTENCE.split(piece) if not _PENDING.match(one))
    piece = " ".join(" ".join(said).split())
    for opening in (_FILLER, _TELLING, _FILLER):
        leading = opening.match(piece)
        piece = piece[leading.end() :] if leading else piece
    piece = _LOOSE_END.sub("", " ".join(_unpaired(piece).strip(_EDGES).split())).strip(_EDGES)
    shortest = SHORTEST_LABELLED if _MATTER.search(piece) else shortest
    return piece if len(piece) >= shortest and rest_of(fold(piece)) and not _DID.match(piece) else ""


def _unpaired(piece: str) -> str:
    """Without a bracket whose other half was taken out."""
    if piece.count("(") == piece.count(")"):
        return piece
    return piece.replace("(", "").replace(")", "")

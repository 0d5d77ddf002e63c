"""Doubt that a person voices about what they tell, and the field that it belongs to, wherever it stands.

A word of doubt belongs to what it is said of: "crec que dilluns" to the day, "2 h, em sembla" to the length. Said of
something that is no field ("crec que ha anat bé") it means nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conversations.rules.session_report import markers
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.model import Field
from conversations.rules.session_report.partners import Choice
from conversations.rules.session_report.talk import TALK

# (start, end, field) of what was read, in order.
_Place = tuple[int, int, Field]

_THINKING = (
    r"(?:crec|diria|juraria|suposo|imagino|pressuposo|calculo|penso(?= que)|em penso|em sembla|em sona|em fa l'efecte|"
    r"potser|segurament|probablement|possiblement|deu ser|devia ser|devien ser|aviam si|creo|me parece|supongo|quiza|"
    r"quizas|seguramente|a lo mejor|si (?:mal no recordo|no (?:m'equivoco|(?:m'he |ho he |ho tinc |he )?(?:mal |"
    r"malament )?(?:descompta|confo|equivoca|apunta)[a-z]+(?: de \w+)?|vaig errad[ao]?|vaig errat|m'erro|"
    r"(?:ho )?recordo malament|(?:em|m') ?(?:falla|balla|enganya|traeix)[a-z ]*))|si la memoria no em falla|jo diria|"
    r"(?:jo )?(?:hi |n'|en )?(?:posaria|apuntaria|comptaria))"
)
_HEDGE = re.compile(rf"(?<!m'ho )\b{_THINKING}\b(?P<that> que\b)?")
_MARK_BEHIND = re.compile(r" ?\(\?+\)| ?\?+(?= ?(?:,|$)| (?:ahir|avui|amb|per)\b)")
_VAGUE_BEHIND = re.compile(
    r"[ ,]*\(?(?:com a (?:molt|maxim|minim|poc)|a ull(?: de bon cuber)?|a bulto|pel cap (?:alt|baix)|si fa no fa|"
    r"(?:crec )?recordar|tirant (?:llarg|curt))\b"
)
_TO_CONFIRM = re.compile(
    r"\b(?:(?:pendents?|falta|a falta|a l'espera|(?<![0-9] )per|cal|he|hauria|haig|haure|deixa'm) ?(?:de |d'|que )?|"
    r"(?:ja )?(?:ho|us ho|t'ho) )(?:confirm|comprov|mirar(?= ?[,.;)]| ?$|-ho| a l'agenda| al calendari)|mirare|verific|"
    r"revisar-ho)[a-z'-]*(?! (?:la seguent|la proxima|si|amb|que|data de|dia de|quan))"
)
_UNSURE = re.compile(
    r"\b(?:(?:ja |ara )?no (?:ho |me'n |n'|en |em |ens |hi )?(?:recordo|recordem|record|tinc (?:gaire |molt |"
    r"del tot )?clar|estic (?:del tot |gaire |molt )?segur\w*|acabo d'estar segur\w*|caic|se(?= (?:del cert|exactament|"
    r"segur|ben be|quan|quin|si|amb qui|res|dir)\b| ?[,.;!)]|$))|dubto|tinc (?:el )?dubtes?|ni idea|"
    r"no (?:m'atreveixo a|puc|sabria|goso|podria) (?:assegurar|jurar|garantir|dir|confirmar|precisar|"
    r"concretar)(?:-ho)?|no (?:ho )?(?:vaig|he) (?:mira\w+|apunta\w+)(?= (?:quan|quin|si|be)\b)|(?:jo )?que se jo|"
    r"jo que se|ves a saber|qui sap|per (?:dir|posar)(?:-ne|-hi)? (?:1|un|una|algun\w*|alguna)(?: \w+)?|"
    r"no hi posaria la ma al foc|no en tinc la certesa|no ho (?:tinc|tinc gaire) (?:segur|clar))\b(?: (?:(?:ben be|be|"
    r"del cert|exactament|segur|ara|ja|de)\b|d'))*"
)
_OF = (
    (
        Field.MINUTES,
        re.compile(
            r" ?(?:(?:(?:si )?quant(?:es hores|a estona| de temps| va| vam|s minuts)|"
            r"l'hora|les hores|la durada|el temps|(?:a |fins a )?quina hora|"
            r"quan (?:vam|vaig|va|van) (?:plegar|acabar|comencar|sortir|penjar|tancar))\b|quant *$)"
        ),
    ),
    (
        Field.DATE,
        re.compile(
            r" ?(?:a l'agenda|al calendari|quin dia|quan(?! (?:v|h)\w+ (?:plega|acaba|comenca|sorti|penja|tanca))|"
            r"el dia|la data|el dia exacte|quina data|quin)\b(?! (?:tema|nom))"
        ),
    ),
    (Field.COUNCIL, re.compile(r" ?(?:amb qui|quin (?:poble|municipi|ajuntament)|de qui)\b")),
    (Field.MODALITY, re.compile(r" ?(?:com (?:la|ho) (?:vam|vaig)|la modalitat|el format)\b")),
)
_EDGE = re.compile(r"[,.;:()\n?!]")
_WORD = re.compile(r"[a-z]+")
_CLOSE = re.compile(r"[ ,(]*")
_ENDS = re.compile(r" ?(?:$|[,.;:()\n!?]| - )")
# "Em sembla que no us vaig apuntar les 2 h": the doubt is of the telling.
_TOLD = re.compile(r"\bno (?:us |ho |en |et )?(?:vaig|havia|he) (?:apunta|di|passa|envia|posa|comunica)")
_CHOICE = re.compile(r"[^,.;:()\n]{0,30} o ")
_APART = re.compile(r"[^\n.;]{0,24}")


_DAYS = rf"(?:el )?(?:{markers.DAY_NAME}|ahir|avui|abans-d'ahir)"
_HOURS = r"(?:[0-9]|una|mitja)(?: ?h\b| hor\w+)?(?: i [a-z0-9]+)?"
# "Ahir 2 h amb Vic (ahir o dilluns?)"
_ONE_OR_OTHER = re.compile(
    rf"[(.;,:] ?(?:va ser |era |eren |van ser )?(?:(?P<day>{_DAYS} o {_DAYS})|{_HOURS} o {_HOURS}) ?\?"
)
_OR_WITH = re.compile(r",? o (?:potser |be |era |amb |a |de |els de |(?:el|la|els|les) |l')*")
_EITHER = re.compile(r"\bo (?:era|va ser|potser|eren|van ser|be|es|fou)\b")


def alternatives(facts: Facts) -> set[Field]:
    """Fields that are left open by "... o era Vic?": said before it and again right after it."""
    found: set[Field] = set()
    either = _EITHER.search(facts.text)
    if either:
        comma = facts.text.find(",", either.end(), either.end() + 24)
        near = range(either.end(), comma if comma >= 0 else either.end() + 24)
        places = {
            Field.DATE: [hit.start for hit in facts.days],
            Field.MINUTES: [hit.start for hit in facts.lengths],
            Field.COUNCIL: [mention.start for mention in facts.mentions],
            Field.MODALITY: [hit.start for hit in facts.signs],
        }
        nearest = min(((at, field) for field, starts in places.items() for at in starts if at in near), default=None)
        found = {nearest[1]} if nearest else set()
    for one, other in pairwise(facts.mentions):
        if _OR_WITH.fullmatch(facts.text, one.end, other.start):
            found.add(Field.COUNCIL)
    return found


def doubted(line: str, facts: Facts, council: Choice) -> set[Field]:
    """The fields that the person tells with a doubt."""
    places = sorted(
        [
            *((hit.start, hit.end, Field.DATE) for hit in facts.days or facts.vague),
            *((hit.start, hit.end, Field.MINUTES) for hit in facts.lengths),
            *((mention.start, mention.end, Field.COUNCIL) for mention in council.mentions),
            *((hit.start, hit.end, Field.MODALITY) for hit in facts.signs),
        ]
    )
    return set(_found(line, places, facts))


def _found(line: str, places: Sequence[_Place], facts: Facts) -> Iterator[Field]:
    text = facts.text
    for match in _HEDGE.finditer(text):
        start, end = match.span()
        closes = _ENDS.match(text, end) and not match["that"]
        yield from (closes and _behind(line, places, start, _CLOSE)) or _ahead(line, places, end)
    asks = markers.REQUEST.search(text)
    for place in places:
        marked = not asks and _MARK_BEHIND.match(line, place[1])
        if marked or (place[2] is Field.MINUTES and _VAGUE_BEHIND.match(text, place[1])):
            yield place[2]
    for match in _ONE_OR_OTHER.finditer(line):
        yield Field.DATE if match["day"] else Field.MINUTES
    for match in _TO_CONFIRM.finditer(line):
        yield from _named(line, match.end()) or _behind(line, places, match.start(), _APART)
    for match in _UNSURE.finditer(line):
        start, end = match.span()
        found = _named(line, end) or (
            _behind(line, places, start, _APART) if _ENDS.match(line, end) else _ahead(line, places, end)
        )
        # "no recordo si va ser Zoom o Teams" leaves nothing open
        alike = _CHOICE.match(line, end) and len({hit.value for hit in facts.signs}) == 1
        yield from (field for field in found if not (field is Field.MODALITY and alike))


def _named(text: str, position: int) -> list[Field]:
    """The field that is named there: "no recordo quin dia"."""
    return [field for field, pattern in _OF if pattern.match(text, position)]


def _ahead(text: str, places: Sequence[_Place], position: int) -> list[Field]:
    """The field of what follows, with nothing but the telling of a session before it."""
    while position < len(text) and text[position] in " ,":
        position += 1
    start, _, field = next((place for place in places if place[0] >= position), (position, position, None))
    between = text[position:start]
    told = all(len(word) < 3 or word in TALK for word in _WORD.findall(between))
    return [field] if field and told and not (_EDGE.search(between) or _TOLD.search(between)) else []


def _behind(text: str, places: Sequence[_Place], position: int, gap: re.Pattern[str]) -> list[Field]:
    """The field of what stands right before."""
    _, end, field = next((place for place in reversed(places) if place[1] <= position), (position, position, None))
    return [field] if field and gap.fullmatch(text, end, position) else []

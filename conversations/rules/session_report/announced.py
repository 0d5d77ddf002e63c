"""Few words that tell no length: a session is said to be done, or a day and a council are noted."""

from __future__ import annotations

import re

from conversations.rules.session_report import markers, matters
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.council_context import Weight
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.model import Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.occasions import VERB
from conversations.rules.session_report.partners import Choice
from conversations.rules.session_report.talk import rest_of

_CLOSED = (
    r"(?:(?:fe|lles|enllesti|acaba|tanca|completa|supera|celebra|realitza|liquida|despatxa|finiquita|remata|culmina)"
    r"(?:t|ts|ta|tes|da|des|a|es)|complert|resolta?|hech[ao]|done)"
)
_SO_MANY = r"(?:[1-5]|una(?: altra)?)(?: i (?:mitja|quart|3 quarts))?(?: mes)?"
_WELL = r"(?:be|genial|rodad?[at]|perfect[ea]|profitos[ae]|fantastic[a]?|util|correcte)"
# "Fet Tortosa", "la de Reus ja està", "la sessió amb Vic va anar molt bé"
_DONE = re.compile(
    rf"(?<!feina )\b{_CLOSED}\b|\b(?:ja|ya) (?:tenim|tinc|esta)\b|\b(?:hem|he|vam|vaig) esta[rt](?= amb )|"
    rf"\b(?:ha anat|ha sigut|ha estat|va anar|va ser) "
    rf"(?:\w+ )?{_WELL}\b|[✅✔☑]|\b(?:acabo|acabem) (?:ara )?de (?:plegar|sortir|acabar|tancar)\b|"
    # "dues amb Vic", "amb Vic, una i mitja", "i també Vic", "i la de Vic"
    rf"^ ?(?:{_SO_MANY}(?= amb\b)|(?:i tambe|(?:i )?(?:el mateix|igual) amb)(?= (?:la |el |l')?_)|i(?= (?:la|"
    rf"el) (?:de |d')))|"
    rf"(?<=, ){_SO_MANY}[ .!]*$|(?<=_ )(?:igual|idem)[ .!]*$|^ ?i (?=(?:amb )?(?:la |el |l')?_+ tambe[ .!]*$)"
)
# "Ahir amb Vic res": no note of a session; "ahir Vic: plecs i clàusules" is.
_NO_NOTE = re.compile(rf"\b(?:no|res|cap|sense|ni|tampoc|encara|tanca\w+)\b|{markers.PRESENT.pattern}")
# "Cubelles ja la tens"
_HANDED = re.compile(r"(?: ?(?:la|el) (?:de |d')?(?:l'|la |el )?)?_+ ja (?:la|el) (?:tens|teniu|tenen)[ .!]*")
_TOPIC = re.compile(r" ?(?:[,:;.(/-]|!) ?")
# "Apunta'm la de Reus", "la de Reus, se m'havia passat"
_ASKED = re.compile(
    r"\b(?:apunt|anot|registr|pos|sum|afeg)(?:a|eu|am|eix|iu)(?:'?m|-me|-nos|-hi)?\b(?! (?:al?|en|per)\b)|"
    r"\bme'n (?:deix|oblid|descuid)av?a\b|\b(?:em falta|toca) (?:apuntar|"
    r"posar|entrar)\b|\bfaltava(?: (?:apuntar|posar|entrar)\b)?|\b(?:oblida|descuida)(?:da|t)\b|\bno (?:la |us |"
    r"ho )*(?:he|havia) (?:apunta|anota|registra|posa|entra)t\b|^ ?(?:ui|ai|ep|eps|uep|ostres|vaja),? (?=(?:la|el) d)|"
    r"\b(?:m'|em |me l')(?:(?:ha|he|havia|vaig) )?(?:deixa|oblida|descuida|passa)[rt]\b"
    r"(?: d'(?:apuntar|entrar))?|\b(?:per|sense|pendents? d[e']) ?(?:apuntar|entrar|registrar|comunicar|anotar)\b"
)
_ONE = re.compile(
    rf"\b(?:{markers.SESSION}|primera|segona|tercera|quarta|ultim(?:a|es)|darrer(?:a|es)|[1-4]a|(?:la|el|lo|les) de)\b|"
    r"\b(?:(?:la|el) d'|la _)"
)


def is_announced(facts: Facts, council: Choice) -> bool:
    """Whether a session is said to be done, or asked to be noted, and nothing more: "fet Tortosa", "la d'Olot,
    llesta"."""
    told = blank_spans(facts.left, [(sign.start, sign.end) for sign in facts.signs])
    parts = Clauses(told)
    for start, end in sentences(told):
        done = _DONE.search(told, start, end) or _ASKED.search(told, start, end)
        if not done:
            continue
        named = [m.end for m in council.mentions if start <= m.start < end and m.weight >= Weight.PLACE]
        one = _ONE.search(facts.text, start, end)
        last = max(done.end(), *named, one.end() if one else 0)
        if (named or one) and not rest_of(told[start : done.start()] + told[done.end() : parts.around(last - 1)[1]]):
            return True
    return False


def is_handed(facts: Facts, council: Choice) -> bool:
    """Whether no more is told than that the session of a council is there, be it held or noted."""
    return bool(council.name and _HANDED.fullmatch(facts.left))


def is_note(facts: Facts, council: Choice) -> bool:
    """Whether little more than a day and a council is told: "Ahir Vic", "dimarts amb Vic: plecs"."""
    told = blank_spans(facts.left, [(sign.start, sign.end) for sign in facts.signs])
    mentions = council.mentions
    end = max(*(hit.end for hit in facts.days), *(mention.end for mention in mentions), 0)
    if not facts.days or facts.times or _NO_NOTE.search(told) or rest_of(told[:end]):
        return False
    known = council.name or council.reason is Reason.SEVERAL
    if mentions[0].weight is Weight.PARTNER:
        return bool(not rest_of(told) or (known and _TOPIC.match(told, end) and not VERB.search(told, end)))
    topic = mentions[0].weight is Weight.NAMED and _TOPIC.match(told, end) and not matters.MATTER.search(told, end)
    return bool(known and (not rest_of(told) or (topic and not VERB.search(told, end))))

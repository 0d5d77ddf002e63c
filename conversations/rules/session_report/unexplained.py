"""Denials and turns for the worse that no rule has explained: the session may not have been held at all.

What whoever tells a session denies beside it is mostly of what was done in it. What a session that was not held did
not come to is known ("no va quallar", "no vam coincidir"), and is asked about rather than believed.
"""

from __future__ import annotations

import re

from conversations.rules.session_report import negations
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.harmless import without_harmless

# What a session that was not held did not come to; any other denial is of what was done in it.
_DENIED = re.compile(
    r"\bno (?:(?:hi|ho|es|la|les|els|en|ens|em|se|se'ns|se'm) |s'|l'|n')*"
    r"(?:va|van|vam|vaig|varem|ha|han|hem|he) (?![^.;]{0,24} fins (?:al?|les|la|l')\b)"
    r"(?:poder |pogut |arribar a |acabar (?:de |d')?)?"
    rf"(?:fe[rt]{negations.WITHOUT_OBJECT}|ana[rt](?! (?:gens |gaire |tan |del tot |massa )?(?:mal|be|a)\b)|"
    r"sorti[rt](?! (?:res|cap|gaire|be|massa|a|de|amb|content\w*|gens)\b)|qualla|coincidi|quadra|prospera|materialitz|"
    r"arrenca|obri|obert|agafa|espera|despenj|localitz|deixa[rt](?! (?:parlar|clar|res|cap))|"
    r"puja|baixa|connecta|veni|vingu|presenta|apare|celebra|reuni|assisti|compare|tira|contesta|respo|"
    r"(?:ser|estat)(?= (?:possible|viable|real|cert|veritat|a temps)|[ ,.;]*$)|du[rt] a|queda[rt](?= (?:amb|per)|"
    r"[ ,.;]*$)|"
    r"comenca|reb(?:re|ut)|entra[rt](?! en )|accedi|acosta|troba[rt]-)"
)
_WORSE = re.compile(r"\b(?:pero|llastima|malauradament|per desgracia|i a (?:darrera|ultima) hora|i al final)\b")
_BY_OTHERS = re.compile(r"\b(?:(?:va|van)(?! ser (?:[0-9]|una))|ha|han|havia|era|eren|tenia|tenien|estava|estaven)\b")
_WELL = re.compile(
    r"\b(?:be|igual|igualment|fet|feta|fer|ferla|vam|hem|vaig|he|content\w*|profitos\w*|productiv\w*|interessant\w*|"
    r"util\w*|allarg\w*|"
    r"recuper\w*|continu\w*|acab\w*|treball\w*|encara|anim\w*|contents|sort|plovia|marx\w*|rodat|anar|anat|"
    r"connect\w*|durar|durat|"
    r"arrib\w*|incorpor\w*|sort\w*|callad\w*|poc\w*|mica|micro\w*|camera\w*|obres)\b"
)


def _in_brackets(text: str, start: int, position: int) -> bool:
    return text.rfind("(", start, position) > text.rfind(")", start, position)


def hides_a_denial(facts: Facts) -> bool:
    """Whether something is denied beside a day or a length, or turns out otherwise, and nothing explains it."""
    text = without_harmless(facts.text)
    told = [*(hit.start for hit in facts.days), *(hit.start for hit in facts.lengths)]
    read = [*told, *(hit.start for hit in facts.signs)]
    parts = Clauses(text)
    for start, end in sentences(text):
        if not any(start <= place < end for place in told):
            continue
        denied = _DENIED.search(text, start, end)
        if (
            denied
            and not _in_brackets(text, start, denied.start())
            and not negations.REASON.search(text, parts.around(denied.start())[0], denied.start())
        ):
            return True
        worse = _WORSE.search(text, start, end)
        if not worse or any(worse.start() <= place < end for place in read):
            continue
        if (
            not _in_brackets(text, start, worse.start())
            and _BY_OTHERS.search(text, worse.end(), end)
            and not _WELL.search(text, worse.end(), end)
        ):
            return not negations.AFFIRMED.search(text, worse.end())
    return False

"""Denials and turns for the worse that no rule has explained: the session may not have been held at all.

Whoever tells a session seldom denies anything in the same sentence, and what they deny then is known: what was not
finished, what did not work, what was put right. A denial of anything else is asked about rather than believed.
"""

from __future__ import annotations

import re

from conversations.rules.session_report import negations
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.facts import Facts

_DENIED = re.compile(
    r"\bno (?:(?:hi|ho|es|la|les|els|en|ens|em|se|se'ns|se'm) |s'|l'|n')*"
    r"(?:va|van|vam|vaig|varem|ha|han|hem|he) (?!"
    r"res\b|cap\b|gaire|massa|prou|acab|don|parl|tract|veure|vist|entendr|ente[sn]|quedar? (?:clar|res|temps)|"
    r"quedat (?:clar|res|temps)|"
    r"tenir (?:temps|cap)|"
    r"tingut (?:temps|cap)|cald|calg|agrad|grav|pregunt|di[rt]\b|saber|sabut|par[at]|cost|sent|tanc|decid|aprov|explic|"
    r"apunt|registr|envi|pass|convenc|fer (?:falta|servir|gaire|massa|pausa|cap (?:pausa|acta|foto))|"
    r"fet (?:falta|servir|gaire|massa|pausa|cap (?:pausa|acta|foto))|sobr|falt|"
    r"(?:ser|estat) (?:fins|facil|gaire|tan|massa|llarg|curt|presen|per|en|una|[0-9]|gens|dolent|[^.;]{0,40}\bsino\b)|"
    r"estar (?:mal|gens)|"
    r"anar (?:gens )?mal|anat (?:gens )?mal|haver|fall|perd|arrib\w+ a (?:acab|tot|parl|un acord|cap|tract|veure|"
    r"conclu)|"
    r"aixec|mir|resol|conclo|aclar|menc|toc|concret|poder (?:acab|veure|tract|parl|resol|tanc|grav|obrir|compart)|"
    r"pogut (?:acab|veure|tract|parl|resol|tanc|grav|obrir|compart))[a-z]"
)
# "(no està a la meva llista)", "perquè no hi podia pujar"
_EXPLAINED = re.compile(rf"^\(|{negations.REASON.pattern}")
_WORSE = re.compile(r"\b(?:pero|llastima|malauradament|per desgracia|i a (?:darrera|ultima) hora|i al final)\b")
_BY_OTHERS = re.compile(r"\b(?:va|van|ha|han|havia|era|eren|tenia|tenien|estava|estaven)\b")
_WELL = re.compile(
    r"\b(?:be|igual|igualment|fet|feta|fer|ferla|vam|hem|vaig|he|content\w*|profitos\w*|productiv\w*|interessant\w*|"
    r"util\w*|"
    r"recuper\w*|continu\w*|acab\w*|treball\w*|encara|anim\w*|contents|sort|plovia|marx\w*|rodat|anar|anat|"
    r"connect\w*|durar|durat|"
    r"arrib\w*|incorpor\w*|sort\w*|callad\w*|poc\w*|mica|micro\w*|camera\w*|obres)\b"
)


def _in_brackets(text: str, start: int, position: int) -> bool:
    return text.rfind("(", start, position) > text.rfind(")", start, position)


def hides_a_denial(facts: Facts) -> bool:
    """Whether something is denied beside a day or a length, or turns out otherwise, and nothing explains it."""
    text = negations.without_harmless(facts.text)
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
            and not _EXPLAINED.search(text, parts.around(denied.start())[0], denied.start())
        ):
            return True
        worse = _WORSE.search(text, start, end)
        if not worse or any(worse.start() < place < end for place in read):
            continue
        if (
            not _in_brackets(text, start, worse.start())
            and _BY_OTHERS.search(text, worse.end(), end)
            and not _WELL.search(text, worse.end(), end)
        ):
            return not negations.AFFIRMED.search(text, worse.end())
    return False

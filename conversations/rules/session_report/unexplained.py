"""What no rule has explained beside a day or a length: it is asked about rather than believed.

What whoever tells a session denies beside it is mostly of what was done in it. What a session that was not held did
not come to is known ("no va quallar", "no vam coincidir"). A day or a length told of somebody or something else, or
counted from another one, may not be the session's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conversations.rules.session_report import markers, matters, negations
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.harmless import without_harmless
from conversations.rules.session_report.model import Field
from conversations.rules.session_report.occasions import OUR_VERB, OWN_VERB, VERB, parts
from conversations.rules.session_report.talk import rest_of

# What a session that was not held did not come to; any other denial is of what was done in it.
_DENIED = re.compile(
    r"\bno (?:(?:hi|ho|es|la|les|els|en|ens|em|se|se'ns|se'm) |s'|l'|n')*(?:va|van|vam|vaig|varem|ha|han|hem|"
    r"he) (?![^.;]{0,24} fins (?:al?|les|la|l')\b)(?:poder |pogut |arribar a |acabar (?:de |d')?)?"
    rf"(?:fe[rt]{negations.WITHOUT_OBJECT}|ana[rt](?! (?:gens |gaire |tan |del tot |massa )?(?:mal|be|a)\b)|"
    r"sorti[rt](?! (?:res|cap|gaire|be|massa|a|de|amb|content\w*|gens)\b)|qualla|coincidi|quadra|prospera|materialitz|"
    r"arrenca|obri|obert|agafa|espera|despenj|localitz|deixa[rt](?! (?:parlar|clar|res|cap))|puja|baixa|connecta|veni|"
    r"vingu|presenta|apare|celebra|reuni|assisti|compare|tira|contesta|respo|(?:ser|estat)(?= (?:possible|viable|real|"
    r"cert|veritat|a temps)|[ ,.;]*$)|du[rt] a|queda[rt](?= (?:amb|per)|[ ,.;]*$)|comenca|reb(?:re|ut)|"
    r"entra[rt](?! en )|accedi|acosta|troba[rt]-)"
)
# "... i a Montblanc no en sabien res"
_UNAWARE = re.compile(
    r"(?<!tot )\b(?:i|pero) [^.;,(]{0,24}(?<!\bja )\bno (?:hi |en |ho |s'|se |es |m'|em |ens )*(?:sabi|hi havi|"
    r"er[ae]|esperav|constav)"
)
_WORSE = re.compile(r"\b(?:pero|llastima|malauradament|per desgracia|i a (?:darrera|ultima) hora|i al final)\b")
_BY_OTHERS = re.compile(r"\b(?:(?:va|van)(?! ser (?:[0-9]|una))|ha|han|havia|era|eren|tenia|tenien|estava|estaven)\b")
_WELL = re.compile(
    r"\b(?:be|igual|igualment|fet|feta|fer|ferla|vam|hem|vaig|he|content\w*|profitos\w*|productiv\w*|interessant\w*|"
    r"util\w*|allarg\w*|recuper\w*|continu\w*|acab\w*|treball\w*|encara|anim\w*|contents|sort|plovia|marx\w*|rodat|"
    r"anar|anat|connect\w*|durar|durat|arrib\w*|incorpor\w*|sort\w*|callad\w*|poc\w*|mica|micro\w*|camera\w*|obres)\b"
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
        if _UNAWARE.search(text, start, end) and not negations.DID.search(text, start, end):
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


# "Dilluns era festa i ho vam fer l'endemà", "si no és dilluns és dimarts"
_FROM_A_DAY = re.compile(
    r"(?<!no, l')(?<!ni l')\b(?:endema|(?:un|1|[2-6]|uns|pocs) dies? (?:abans|despres|mes tard)|dia (?:abans|despres|"
    r"seguent|anterior)|al cap d(?:e |')(?:un|1|[2-6]|uns|pocs) dies?)\b(?! mateix d| d(?![^_.;,]{0,12}_))|"
    r"\bsi no (?:es|era|va ser) (?:el |dia )?_|_ d'(?:abans|despres) d|\bla (?:vam|hem) (?:acabar|acabat|rematar) el _"
)
# "... en comptes del 8 va ser el 13": a day that nothing has read
_ANOTHER_DAY = re.compile(
    r"\b(?:va ser|era|fou|f(?:er|et|ent)(?:-l[ao])?|passar a|quedar) (?:finalment )?(?:el|dia) (?P<day>[1-9]|"
    r"[12][0-9]|3[01])(?= ?(?:$|[,;:)]|\.(?![0-9])| (?:i|per|amb|al?|va|vam|en)\b))"
)
# "El doble del que teníem previst", "la gravació dura"
_MANIFOLD = re.compile(
    r"\b(?:el (?:doble|triple)|(?:va|van|ha|han) (?:ser|estat|durar|durat|acabar sent|quedar en) la meitat)\b|"
    r"\b(?:gravacio|video|audio)\b[^.;,]{0,60} dura\b|\bsegons [^.;,]{2,30} (?:va|van) (?:ser|durar)\b|"
    r"\b(?:mitja|(?<=, )una|(?<= i )una)(?= amb\b| ?[,.;)]| ?$)|\bi mitja(?= d[e'](?! tornada)| al? )"
)
# "La Marta va fer 2 h"
_SOMEBODY_DID = re.compile(r"(?<!es )(?<!s')(?<!hi )(?<!ho )\b(?:va|ha) (?:fer|fet|estar|estat)(?: [a-z]+){0,2} $")
# "La Marta diu que ahir 2 h amb Vic", "Reenviat: ..."
_HEARD = re.compile(
    r"(?:\bdiu(?:en)?|\bm'han? (?:dit|escrit|comentat)|\b(?:em|m')(?: ?(?:diu|ha passat|ha enviat))(?: [a-z']+){1,2})"
    r" ?(?:que\b|:)[^.;\n?]*$|^ ?(?:reenvi\w+ ?:|segons (?:la|en|na|els) [a-z]+, )[^.;\n]*$"
)
_TOLD_OF = rf"\b(?:{markers.SESSION}|actuacio|assistencia|formacio|xerrada|durad[ae]|mentor\w*|intervencio)\b"
_OF_SESSION = re.compile(
    rf"{_TOLD_OF}|\b(?:data bona|toca\w*|em|ens|me|nos|mos|nosaltres|es a dir|[a-z]+[aei]m|van? (?:anar|avancar|dir|"
    rf"venir|assistir|dur a|tenir lloc|trucar))\b|\bm'|'(?:ns|m)\b|-(?:nos|me)\b|\bno (?:era|va ser)\b|es va fer\b|"
    r"\b(?:la|l'|lo|les) ?(?:de|d'|del) ?[_a-z]"
)
# "... però ho vam fer per telèfon"
_IT = re.compile(
    r"\b(?:ho|la|hi|ens|en|n'|l') ?(?:hi |en )?(?:vam|hem|va|van|ha|han)\b|-(?:ho|la|hi|ne|nos)\b|\bnosaltres\b|"
    r"\b(?:fet|fer) la\b|\bpero (?:igualment |tot i aixi |tambe )?(?:vam|vaig|varem|hem|he) (?:fe[rt]|treball)"
)
# "Tot i que ahir era festa, vam fer 2 h"
_CONCEDED = re.compile(r"\b(?:tot i (?:que )?|encara que |malgrat que |si be )_+ (?:era|feien?|hi havia|tenien)\b")
_PAPER = re.compile(r"\b(?:acta|conveni|factura|informe|contracte|plec)\b")
_MINE = re.compile(r"\b(?:vaig|he)\b(?! (?:haver d[e'] ?|de )?(?:posa|apunta|escri|anota|fer|fet|fe\b))")
_TOGETHER = re.compile(rf"{_TOLD_OF}|\b(?:amb|hi|vam|hem|van|va|sessio)\b|-(?:los|hi|les|li)\b")


def doubted(facts: Facts) -> Iterator[Field]:
    """The fields told of something else than the session, or that are only told as so much more or later."""
    left = facts.left
    if (after := _FROM_A_DAY.search(left)) and not matters.MATTER.search(left, after.end(), after.end() + 40):
        yield Field.DATE
    said = {str(hit.value.day) for hit in facts.days if hit.value}
    if said and any(other["day"] not in said for other in _ANOTHER_DAY.finditer(left)):
        yield Field.DATE
    if _MANIFOLD.search(left) or any(_HEARD.search(facts.text, 0, hit.start) for hit in facts.lengths[:1]):
        yield Field.MINUTES
    for sentence in sentences(facts.text):
        for start, end in parts(left, *sentence):
            dated, measured, *others = (
                any(start <= hit.start < end for hit in hits)
                for hits in (facts.days, facts.lengths, facts.signs, facts.mentions)
            )
            if measured:
                alone = _MINE.search(left, start, end) and rest_of(left[start:end]) and not any(others)
                theirs = (_SOMEBODY_DID.search(left, start, hit.start) for hit in facts.lengths if hit.start < end)
                if any(theirs) or (alone and not _TOGETHER.search(left, start, end)):
                    # "Vaig passar 2 h a la comissaria"
                    yield Field.MINUTES
            elif dated and VERB.search(left, start, end) and not (others[0] or _OF_SESSION.search(left, start, end)):
                own = OWN_VERB.search(left, start, end) or OUR_VERB.search(left, start, end)
                own = own or _CONCEDED.search(left, max(0, start - 12), end)
                if not own and (_PAPER.search(left, start, end) or not _IT.search(left, end)):
                    # "La tècnica va plegar dilluns i hem fet 2 h amb la substituta"
                    yield Field.DATE

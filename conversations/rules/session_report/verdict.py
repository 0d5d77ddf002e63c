"""Is it a report? A message tells of a session held only if it says so and nothing says that it was not."""

from __future__ import annotations

import re
from datetime import datetime

from conversations.rules.session_report import announced, markers, matters, negations, unexplained
from conversations.rules.session_report.asides import Aside
from conversations.rules.session_report.clauses import Clauses, sentences
from conversations.rules.session_report.council_context import Weight
from conversations.rules.session_report.facts import Facts
from conversations.rules.session_report.harmless import without_harmless
from conversations.rules.session_report.model import Kind, Reason
from conversations.rules.session_report.noise import blank_spans
from conversations.rules.session_report.occasions import OUR_VERB
from conversations.rules.session_report.partners import Choice
from conversations.rules.session_report.scopes import Reading
from conversations.rules.session_report.talk import rest_of

# A length among more words than these, with no day, council or session around it, tells of something else.
MOST_LOOSE_WORDS = 3
# With no council, session or modality said, a longer text leaves a doubt about what took that long.
MOST_WORDS_UNNAMED = 6
# "Tàrrega: en línia, plecs": a note of a session begins with the name.
FIRST_WORDS = 4
_LONG_WORD = re.compile(r"[a-z]{3,}")
_ENDS_IN_NO = re.compile(r"(?:[0-9] ?h|hores|zoom|teams|meet) no[ .!]*$")
_COMMAND = re.compile(r"\s*/[a-z_]")
# "Vull parlar amb l'Oficina"
_WISH = re.compile(r"[ ¿,]*(?:hola,? )?(?:vull|voldria|volia|m'agradaria|necessito|quiero|querria)\b")
_CORRECTION = re.compile(
    r"[ ¡]*(?:(?:i|ah|ah i|ai|ui|ei|eps?|uep|ups|uix|vaja|ostres?|hola|bones|bon dia|perdo|perdoneu|"
    r"perdona)[ ,.:!]+)*(?:perdo\b|perdoneu\b|no,|no\b(?=[ ,]+(?:era|eren|van ser|va ser))|nono\b|m'he equivocat|"
    r"em vaig equivocar|correccio|rectifico|rectificacio|corregeixo|corregir|esmen[oa]|fe d'errat[ae]s|correg\w+|"
    r"volia dir|vull dir|error|errata|havia de posar|on (?:vaig|he|havia) (?:posa|escri|apunta|di)\w*|(?:la data|"
    r"el dia|l'hora|la durada|les hores) (?:bon[ae]?s?|correct[ae]s?|real|reals) (?:es|era|son|eren)|m'he deixat|"
    r"em vaig deixar|m'havia deixat|va durar|"
    rf"va ser (?=(?:(?:el|dia|el dia) )?(?:{markers.DAY.pattern}))|"
    r"al final (?:van|va) ser|eren |era |em (?:vaig )?(?:confon|equivoc)\w*|m'havia (?:equivocat|confos))"
)
# "Perdó, volia dir Ripoll", "i era presencial": with what is meant right behind it.
_MEANT = re.compile(
    r"[ ¡]*(?:(?:no (?:era|va ser) [^.,;]{2,30}|i|ah|ai|ui|ep|no|perdo|perdoneu|disculp\w+|error)[ ,.:!]+)*"
    r"(?:(?:em vaig|m'he|m'havia|se'm va) "
    r"(?:deixa\w*|oblida\w*|equivoca\w*|confo\w*)[,:]? ?(?:(?:de )?(?:posar|dir) )?)?"
    r"(?:que )?(?:volia (?:dir|posar)|vull dir|havia de (?:dir|posar)|era|eren|va ser|(?:canvia|posa|canvieu|poseu|"
    r"corregeix|corregiu)-ho)(?: (?:amb|a|de|per|com a|la de|d))*[ ']"
)
# "Perdona, la de Capellades era presencial", "afegeix-hi que va ser per Zoom": of a session told before.
_OF_ONE_TOLD = re.compile(
    r"[ ¡]*(?:(?:perdo\w*|disculp\w+|ui|ep|eps|ai|no)[ ,.:!]+)+(?:la|l') ?(?:sessio )?(?:de |del |d'|amb |anterior )"
    r"[^.,;:]{0,40} ?(?:era|va ser|es) |[ ¡]*(?:(?:he|hem|volia|vull|cal|"
    r"em falta(?:va)?|(?:us|et) (?:havia|he)) (?:de |d')?)?(?:afeg|apunt|anot|pos|di[rtc]|aclari|precis|"
    r"especific)[a-z]*(?:-hi|-ho|-vos)? que (?:la sessio )?(?:era|va ser|es) |"
    r"[ ¡]*(?:ai,? )?(?:que )?(?:m'he|m'havia|em vaig) (?:deixa|oblida)\w* (?:de )?(?:dir|posar) que (?:era|va ser) "
)
_IT_WAS = re.compile(r"\b(?:era|eren|van ser|va ser|va durar|havia de (?:posar|dir)|volia (?:posar|dir)) (?:de |d')?$")
_SESSION_HELD = re.compile(
    r"\b(?:sessio|sessions|sesion|sesiones|mentoria|mentories|reunio|reunions|reunion|trobada|trobades|videotruca\w*|"
    r"videoconf\w*|videocrid\w*|assessorament|mentoring|feta|fetes|fet lo|fets|visita|(?:vam|varem|vaig|hem|he|van|"
    r"s'ha|hicimos|hice|estuve|estuvimos|hemos|s'han) (?:\w+ ){0,2}(?:fer|fet|treballar|treballat|parlar|parlat|estar|"
    r"estat|reunir\w*|reunit|veure\w*|vist|trobar\w*|trobat|connectar\w*|connectat|seure|segut|tractar|tractat|dedicar|"
    r"dedicat|tenir|tingut|anar|anat|trucar|trucat|acabar|acabat|quedar|quedat|pujar|pujat|baixar|baixat|explicar|"
    r"explicat|repassar|repassat|comencar|comencat|celebrar|celebrat|realitzat|atendre|ates|ser|hecho|hablado|"
    r"trabajado|avancar|avancat)|parlat|treballat|fet amb|fet la|fet el|acabem de|estuve|hicimos|hablamos|(?:ens|"
    r"mos) (?:hi )?(?:vam|hem|varem) [a-z]+)\b"
)
# What was read, and marks: the day, the length.
_OPENING = re.compile(r"[ ,:]*(?:_+[ ,:]*)+(?:[ (,.:;\n]|$)(?=[^a-z]*(?:$|[(.;:\n,]|[a-z]))")
# Whoever of a council was there.
_SOMEBODY = re.compile(
    r"\b(?:ells|elles|tecni(?:c|ca|cs|ques)|regidor\w*|alcald\w+|interventor\w*|secretari\w*|(?:els|les|li) (?:vaig|"
    r"vam|he|hem)|[a-z]{3,}-(?:los|les|lis)|parla\w+ (?:de|del|dels|d'|amb))\b"
)
_AGREED = re.compile(r"\b(?:hem|vam|he|vaig|tenim) (?:quedat|quedar|acordat|fixat|concertat|convocat|programat)\b")
# "Demà dues hores amb Tàrrega, ja us diré com va"
_TO_BE_TOLD = re.compile(r"\bja (?:us|et|t'|ho) ?(?:dire|explicare|comentare|informare)\b")
# "La d'ahir, per Zoom"
_OF_ONE = re.compile(r"\b(?:la|el) (?:de |d'|del )?_")
_NOW = re.compile(r"\b(?:ara|ja|dema|despres|ok|vinga|som|vaig|fem|faig|quedem|millor|vale)\b")
_PAST = re.compile(r"\b(?:vam|varem|vaig|hem|he|van|s'ha|ha|han|acab\w+|va)\b")
_SENT = re.compile(
    r"\b(?:envi\w+|adjunt\w+|pass(?:o|em)|(?<!ns )(?<!ts )(?<!ous )(?<!res )(?<!te )(?<!ge )(?<!dia )(?<!mes )passat|"
    r"pujat|penj\w+|demanat|pregunta\w*|rebut|record\w+|avis\w+)\b"
)


def is_command(text: str) -> bool:
    """Whether it is a command of Telegram."""
    return bool(_COMMAND.match(text))


def _denies_length(facts: Facts) -> bool:
    """Whether a "no" that nothing explains stands in the clause of a length."""
    text = without_harmless(facts.text)
    parts = Clauses(text)
    clauses = {parts.around(hit.start) for hit in facts.lengths}
    found = ((start, negations.NEGATED_LENGTH.search(text, start, end)) for start, end in clauses)
    return any(no and not negations.REASON.search(text, start, no.start()) for start, no in found)


def _looks_ahead(text: str, facts: Facts) -> bool:
    """Whether what stands behind the length tells of a session to come, and nothing of one that was: "si poden"."""
    if not facts.lengths or markers.TOLD_PAST.search(facts.text):
        return False
    end = facts.lengths[-1].end
    ahead = markers.LOOKING_AHEAD.search(text, end)
    return ahead is not None and not markers.SENTENCE_END.search(text, end, ahead.start())


_ANOTHER_TIME = re.compile(
    rf"(?<! a )(?<! al )(?<! pel )(?<! per )(?<!fins )(?:{markers.DAY.pattern})|\b(?:setmana|mes|"
    rf"cap de setmana) passa(?:da|t)\b|\b(?:altra|passada|primera|segona) setmana\b|"
    r"\b(?:l'altre dia|l'anterior|l'ultima|la d'abans|la primera|abans)\b"
)


def _of_another_day(text: str, aside: Reading) -> bool:
    """Whether what did not happen has its own day: "Avui Vic 2 h. Ahir no va poder ser"."""
    negated = [scope for scope in aside.scopes if scope.aside is Aside.NEGATION]
    return bool(negated) and all(_ANOTHER_TIME.search(text, scope.start, scope.end) for scope in negated)


def _is_of_something_else(facts: Facts) -> bool:
    """Whether a length that nothing else explains stands among other words."""
    headed = not _LONG_WORD.search(facts.left[: facts.lengths[0].start])
    if rest_of(facts.left) and not headed:
        return True
    return len(_LONG_WORD.findall(facts.text)) > MOST_LOOSE_WORDS


def _holds(facts: Facts, start: int, end: int) -> bool:
    places = [*(hit.start for hit in facts.days), *(hit.start for hit in facts.lengths)]
    return any(start <= place < end for place in places)


def _beside_another_matter(text: str, aside: Reading, facts: Facts) -> bool:
    """Whether what tells of another matter stands in the sentence of a length."""
    others = [scope.start for scope in aside.scopes if scope.aside is Aside.OTHER]
    around = [part for part in sentences(text) if any(part[0] <= hit.start < part[1] for hit in facts.lengths)]
    return any(start <= other < end for start, end in around for other in others)


def _noted(facts: Facts) -> bool:
    """Whether the message opens with a day and a length and nothing beside them: "Ahir dues hores. ..."."""
    opening = _OPENING.match(facts.left)
    return opening is not None and all(
        any(hit.start < opening.end() for hit in hits) for hits in (facts.days, facts.lengths)
    )


def judge(
    text: str, aside: Reading, facts: Facts, council: Choice, sent: datetime, *, elsewhere: bool = False
) -> tuple[Kind, bool]:
    """What the message is, and whether even so its date had better be confirmed.

    `elsewhere` is whether all that did not happen is of another council.
    """
    days = bool(facts.days)
    vague = bool(facts.vague)
    lengths = bool(facts.lengths)
    named = bool(council.mentions) and max(m.weight for m in council.mentions) >= Weight.PLACE
    held = bool(_SESSION_HELD.search(facts.text))
    moded = facts.modality is not None or facts.modality_reason is Reason.CONTRADICTORY
    correction = bool(_CORRECTION.match(text)) and (lengths or days)
    correction = correction or ((moded or named) and bool(_OF_ONE_TOLD.match(facts.text)))
    if lengths and not days and not named and _IT_WAS.search(facts.text[: facts.lengths[0].start]):
        correction = True
    whole = days and ((lengths and (named or held or moded)) or (named and held and moded))
    if aside.has(Aside.OTHER) and (not whole or matters.already_told(text)):
        return Kind.OTHER, False
    if aside.has(Aside.ACTIVITY) and not (lengths and named):
        return Kind.OTHER, False
    unrelated = None if named or matters.MENTORING.search(facts.text) else matters.UNRELATED.search(facts.text)
    if unrelated and not (whole and Clauses(facts.text).around(unrelated.start())[0] > facts.lengths[0].start):
        return Kind.OTHER, False
    alone = not (named or markers.MEANS.search(facts.text) or _SOMEBODY.search(facts.text))
    if alone and matters.PASTIME.search(facts.text):
        return Kind.OTHER, False
    if aside.has(Aside.QUESTION) and not named and matters.PREPARING.search(text):
        return Kind.QUESTION, False
    another = days and (named or (lengths and moded)) and (elsewhere or _of_another_day(text, aside))
    if _ENDS_IN_NO.search(text) and not aside.affirmed:
        return Kind.NEGATION, False
    if aside.dominated and not (lengths and (aside.affirmed or another or negations.DID.search(aside.text))):
        return Kind.NEGATION, False
    asking = aside.has(Aside.QUESTION) and (not (named or moded) or bool(markers.LIKE_THIS.search(text)))
    doubt = asking or (aside.dominated and not another) or _denies_length(facts) or unexplained.hides_a_denial(facts)
    doubt = doubt or bool(unrelated) or (not (named or aside.affirmed) and _beside_another_matter(text, aside, facts))
    doubt = doubt or _looks_ahead(text, facts) or markers.to_be_noted(text)
    if aside.has(Aside.QUESTION) and not lengths and (correction or (asking and not OUR_VERB.search(facts.text))):
        return Kind.QUESTION, False
    if meant := _MEANT.match(facts.text):
        said = [(m.start, m.end) for m in council.mentions] + [(hit.start, hit.end) for hit in facts.signs]
        correction = correction or any(start <= meant.end() < end for start, end in said)
    if correction and not (lengths and days):
        return Kind.CORRECTION, False
    if not lengths and all(s.aside is Aside.PLAN for s in aside.scopes) and announced.is_announced(facts, council):
        return Kind.REPORT, doubt
    if not lengths and (matters.DOCUMENT.search(text) or matters.ERRAND_CALL.search(facts.text)):
        return Kind.OTHER, False
    coming = days and all(hit.value and hit.value > sent.date() for hit in facts.days)
    if coming and all(hit.value is None for hit in facts.lengths) and not _PAST.search(facts.text):
        return Kind.PLAN, False
    if coming and (_AGREED.search(facts.text) or _TO_BE_TOLD.search(facts.text)):
        return Kind.PLAN, False
    if aside.has(Aside.QUESTION) and not (days or vague or held or moded):
        return Kind.QUESTION, False
    if lengths and not days and aside.has(Aside.NEGATION) and all(hit.value is None for hit in facts.lengths):
        # "No hem trobat cap dia, ni una hora"
        return Kind.NEGATION, False
    if lengths:
        bare = not (days or vague or named or held or moded)
        if bare and _is_of_something_else(facts):
            return Kind.OTHER, False
        around = " ".join(facts.text[start:end] for start, end in sentences(facts.text) if _holds(facts, start, end))
        strange = not (named or held or moded or _noted(facts) or _SOMEBODY.search(facts.text))
        strange = strange and len(_LONG_WORD.findall(around)) > MOST_WORDS_UNNAMED and len(rest_of(around)) > 1
        return Kind.REPORT, doubt or strange
    if aside.has(Aside.NEGATION):
        return Kind.NEGATION, False
    ahead = any(hit.reason is Reason.FUTURE or (hit.value and hit.value > sent.date()) for hit in facts.days)
    today = facts.times and not _PAST.search(facts.text) and any(hit.value == sent.date() for hit in facts.days)
    known = (
        (days or vague or aside.affirmed) and not ahead and moded and (named or held) and not _SENT.search(facts.text)
    )
    if (aside.has(Aside.PLAN) and not known) or ahead or today:
        if not ahead and negations.NEGATION.search(text):
            return Kind.NEGATION, False
        wish = _WISH.match(text) and not (days or vague or lengths or markers.OF_SESSION.search(text))
        return Kind.OTHER if wish else Kind.PLAN, False
    told = blank_spans(facts.left, [(sign.start, sign.end) for sign in facts.signs])
    if days or vague:
        brief = bool(council.name or _OF_ONE.search(told) or "ahir" in facts.text) and not rest_of(told)
        if (held or moded) and (named or held or brief) and not (_SENT.search(facts.text) and not moded):
            return Kind.REPORT, doubt
        if named and announced.is_note(facts, council):
            return Kind.REPORT, doubt
    elif named:
        note = council.mentions[0].start < FIRST_WORDS or not (rest_of(told) or _NOW.search(told))
        if moded and ((note and not _PAST.search(facts.text)) or (held and not _SENT.search(facts.text))):
            return Kind.REPORT, doubt
    return Kind.QUESTION if aside.has(Aside.QUESTION) else Kind.OTHER, False

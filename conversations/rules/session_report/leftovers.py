"""Figures that nothing has read: what is put in place of a length, and what had better be asked about.

A figure is explained by the thing that it counts or numbers ("3 cops", "informe 3"), as a year, or as the day that
was read beside it. Any other may be what the person meant for the length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from conversations.rules.session_report.lexicon import words
from conversations.rules.session_report.markers import LENGTH
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.portions import PLANNED

# A figure that may be hours said without the word.
LONGEST_HOURS = 7
_ROUND_MINUTES = ("15", "30", "45", "90", "120")
_WHOLE = re.compile(r"[.,' ]")
_FRACTIONS = {"mitja": 30, "mig": 30, "quart": 15, "1 quart": 15, "un quart": 15, "3 quarts": 45, "1/2": 30}
_CUE = (
    r"(?:no,|home,|dona,|noi,|que va,?|ca,|i ara,?|no pas,|be,|calla,|ui,|uix,|ai,|nono|no no|perdo(?:na|neu)?|"
    r"espereu?|mentida|rectifico|corregeixo|correccio|vull dir|volia dir|mes ben dit|millor dit|millor|en realitat|"
    r"realment|de fet|al final|mes aviat|m'he equivocat|m'equivoco|m'he confos|errata|dic|digo|quiero decir|"
    r"mejor dicho|sino|(?<=pero )(?:en )?(?:van ser|eren|han estat))"
)
_BE = (
    r"(?:(?:(?:en|hi)? ?(?:van ser|van acabar sent|eren|era|va ser|han (?:estat|sigut)|vam ser-hi|vam estar-hi|vam fer|"
    r"hem fet|en)|nomes|exactament|mes aviat|d'|de|que|pero|posa|poseu|apunta|apunteu) ?,? ?)*"
)
_SURE_CUE = (
    r"(?:mes ben dit|millor dit|vull dir|volia dir|rectifico|rectificacio|corregeixo|correccio|esmen[oa]|fe d'errates|"
    r"en realitat|m'he equivocat|perdo(?:na|neu)?|(?:be|ai|ui|uix|ep) no|ara que (?:ho|hi) [a-z]+|(?:ha|"
    r"hauria) de (?:dir|posar)|poseu(?:-hi)?|sino|posa-hi)[,:]* "
)
_FRACTION = r"(?P<fraction> i (?:mitja|mig|3 quarts|1/2|(?:1 |un )?quart))"
_HOURS = rf"(?P<n>[1-7]|una){_FRACTION}?"
# Nothing more of the figure, nor anything that it counts.
_END = r"(?= ?(?:$|[,;!?)\n]|\.(?![0-9])))(?!,[0-9])"
# What may follow it: how it was held, and no more of the figure.
_HOW = (
    r"(?:i(?! (?:mitja|mig|3 quarts|1/2|(?:1 |un )?quart))|que|perque|com|pq|xq|per|amb|a|en|zoom|teams|meet|"
    r"presencial|online)\b(?! [0-9])"
)
_END_OR_HOW = rf"(?= ?(?:$|[,;!?)\n]|\.(?![0-9])|{_HOW}))(?!,[0-9])"
_LATER = re.compile(rf"[^\n0-9]{{1,48}}?{_SURE_CUE}{_BE}{_HOURS}(?= ?(?:$|[,.;:!?)\n]))(?![.,][0-9])")
AMENDED = re.compile(
    r"[ ,.;:!?()…_-]{0,6}(?:(?:ai|ui|ep|ah|be|uf|ei|eps|vaja|ostres|bueno|pero|i) ?,? ?)*"
    rf"{_CUE}[ ,.:;]*(?:{_CUE}[ ,.:;]*)*{_BE}(?P<n>[1-7]|una|1[58]|[2-9][05]|1[0-9][05]){_FRACTION}?"
    rf"(?= ?(?:$|[,.;!?)\n]|{_HOW}))(?!,[0-9]|\.[0-9])"
)
_HELD = re.compile(
    r"(?:(?P<surely>(?:(?:en |n')?(?:va|van|ha|han|vam|hem) (?:durar|durat|acabar (?:sent|durant|fent)(?:-ne)?|"
    r"pass(?:ar|at) a|allarga[rt])|(?:es va|es van|s'ha|ens vam|ens hem) (?:allarga[rt]|queda[rt] en|reduir a|"
    r"escurca[rt] a))(?: fins)?(?: a)?(?: les)?(?: de| d'(?=una))?)|(?:\ben |n'|pero |\b[iy] |, )(?:van ser|va ser de|"
    r"fueron|han sido|van anar|van caure|han (?:estat|sigut)|(?:vam|hem|he|vaig) (?:fer|fet|acabar fent)(?:-ne)?)|"
    r"ens hi (?:vam|hem) estat?r?|vam (?:estar|fer|ser)-(?:ne|hi)|real(?:s|ment)?(?: en vam fer)?|(?<=_),|"
    r"(?P<spent>(?:\b(?:hi|en)|n'(?:hi)?) (?:va|van|vam|vaig|ha|han|hem|he)? ?(?:acabar |acabat )?(?:passa|gasta|"
    r"dedica|necessita|calgu|cald|esta|volgu|vole|queda|inverti|aprofita|caigu|caur|ana|acaba|surti|"
    r"sorti)[a-z]*(?:-[a-z]+)?|(?:acabar|acabat) [a-z]+nt-n?[a-z]+|(?:va|van|ha|han) (?:convertir|convertit) en|(?:vam|"
    r"hem|vaig|he|va|ha) (?:anar|anat|arribar|arribat) a(?: les)?))(?: nomes| tan sols| finalment| gairebe| quasi|"
    r" ben bones)?(?: |(?<=d'))"
    rf"{_HOURS}{_END_OR_HOW}"
)
_MEETING = r"(?:sessio|mentoria|reunio|trobada|assessorament)\b"
# "3 hores, 1 de preparació i 2 de sessió"
_OF_SESSION = re.compile(rf"(?:(?<= )|(?<=\()){_HOURS} (?:de les quals )?(?:eren |van ser )?de (?:la )?{_MEETING}")
# "... 4 hores a Vic; de mentoria, 2"
_NO_SESSION = re.compile(
    r"\b(?:prep|viat|cotxe|tren|bus|cami|carret|despla|cafe|dinar|esmor|esper|prov|acta|papers)\w*"
)
_ITS = re.compile(rf"\b(?:de|la) {_MEETING}(?: propiament(?: dita)?)?, (?:nomes )?{_HOURS}{_END}")
# "Van ser dues, no tres hores"
_NOT_SO_MANY = re.compile(
    rf"(?:\b(?:ser|va ser|eren|era|fer|fet|durar|durat|estat)|[,:;] ?|^)(?: de)? ?{_HOURS},? (?:i )?no (?:pas )?$"
)
# "Una hora amb Vic i en van sortir 2"
_BESIDE = re.compile(r"(?: amb _+| per _+|[ ,.])*(?:(?:i|pero)[ ,]*)?(?:ens |se'ns |els |se )?")
# "La primera en va durar 2"
_OF_OTHER = re.compile(
    r"\b(?:la|l'|les|el)? ?(?:primera|segona|tercera|anterior|altra|altre dia|ultima|darrera|propera|d'abans|"
    r"passada)\b[^.;,\n]*$"
)
# "Ja portem 6 hores; ahir en vam fer 2"
_OF_HOURS = re.compile(r"[0-9] hores\b(?!.*\b(?:sessions|trobades|reunions|mentories)\b)")
# "... però amb 2 en vam tenir prou"
_ENOUGH = re.compile(
    rf"\bamb {_HOURS} (?:ja )?(?:en |n'hi )?(?:vam|va|hem|ha|han|van) (?:tenir|tingut|haver|hagut|fer) prou\b"
)
_OUT_OF = re.compile(r"\bde les [0-9]")
_FIGURE = re.compile(
    r"(?<![a-z0-9_/.:,%#'{+-])(?:[0-9]{1,3})(?:[.,'][0-9]{1,2})?(?: (?:i |y )?(?:mitja|1/2|(?:3 |"
    r"un )?quarts?))?(?![a-z0-9_/:'%+-]|[.,][0-9])"
)
# "Ells en compten 3", "hi han d'anar 3"
_CLAIMED = re.compile(
    r"(?:\b(?:compt|apunt|anot|marc|diu|dei|cobr)[a-z]*|\bdonar(?:-[a-z]+)?|(?<!ja )(?<!ja en )(?<!nomes )\bson|"
    r"\b(?:havia|hauria|han|ha|hem|he) d(?:e |')(?:posar|dir|haver(?:-n'hi)?|anar)|\b(?:n'|en )(?:ha|han|va|"
    r"van) (?:tingut|tenir)|\b(?:escurc|all?arg|redui|reduir|retall)[a-z]*(?:-\w+)? (?:a|en|fins a)) $"
)
_AT_END = re.compile(r" ?(?:$|[,;!?)\n]|\.(?![0-9])| - )")
_AND_A_HALF = re.compile(r"\buna i (?:mitja|quart|3 quarts)\b")
# Words that say no more than a length beside them does: "zoom, en total 3", "van ser 2".
_SAYING = words(
    """
    que en hi eren era van va ser han ha estat sido em sembla crec diria potser total totals de d al final nomes unes
    quasi gairebe mes be aviat i o ho hem vam fer fet no perdo espera mentida millor dit vull volia dir realment
    realitat rectifico corregeixo rectificacio correccio esmena esmeno ara penso miro
    durant sobre vora cerca avui ahir mitja hora hores minuts tarda mati presencial
    presencialment telematica telematic telematicament virtual linia online zoom teams meet temps durada duracio
    dedicacio sessio reunio trobada mentoria videotrucada trucada assessorament les dues una bueno un entre aprox
    aproximadament reals efectives
    """
)
_EDGE = re.compile(r"[,.;()!?\n_-]| (?:amb|per|via|x)(?= (?!el |la |els |les |l'))")
_WORD = re.compile(r"[a-z]+")
# "3 de 4"
_OUT_OF_MANY = re.compile(
    r" ?(?:de|d'|/|sobre) ?(?:les |l')?(?:[0-9]{1,2}\b|_)|\. [a-z]|,? (?:comptant|incl)[a-z-]* (?:(?:el|la|en|els|"
    r"les) |l')(?!paus|desc|viat|esmor|cafe|temps|esto|anad|torn|desp|prep|acta)"
)
# "No eren 3", "vam ser 4", "2 hores de 6"
_NO_LENGTH_BEFORE = re.compile(
    r"[0-9] ?(?:de|d'|/|sobre) ?(?:les |l')?$|\bno (?:pas )?(?:eren |era |van ser |va ser )?(?:de |d')?$|\bvam ser $|"
    r"\bals? $|_ (?:de|d'|sobre) ?(?:les )?$"
)
# "Punts 1, 2 i 3"
_IN_LIST = re.compile(r"[_0-9](?:, | i |\. [a-z]+ )$")


def amended(left: str, hit: Hit[int]) -> Hit[int] | None:
    """The length put in place of `hit` as a bare figure ("3 hores. Bé, en realitat 2 i mitja").

    `left` is the line without what was read.
    """
    if match := AMENDED.match(left, hit.end):
        return Hit(hit.start, match.end(), _minutes(match))
    later = _LATER.match(left, hit.end)
    return Hit(later.start("n"), later.end(), _minutes(later)) if later else None


# What one had counted on, told in whatever words: only where another figure is put in its place.
_MEANT = re.compile(
    r"\b(?:idea|inten\w+|compta\w+|calcula\w+|pensa\w*|creia|creiem|imagina\w+|confia\w+|reserva\w+|demana\w+|quedat|"
    r"dit|proposa\w+|teni\w+|tenir|voli\w+|amb|en)\b[^.;\n]*$"
)
_PUT = re.compile(r"\b(?:posava|havia posat|vaig (?:posar|dir|apuntar|escriure)|havia dit|deia)\b")
# What was taken back or left in doubt.
_OPEN = (Reason.AMBIGUOUS, Reason.CONTRADICTORY)


def held(line: str, left: str, lengths: Sequence[Hit[int]]) -> Hit[int] | None:
    """What a planned length came to, as a bare figure: "havíem de fer dues hores i en vam fer una".

    `line` is the whole line, `left` what was read of it without the fields.
    """
    own = lengths and (_OF_SESSION.search(left, lengths[0].end) or _ITS.search(left, lengths[0].end))
    if own and (own.re is _ITS or "quals" in own.group() or _NO_SESSION.search(left, lengths[0].end)):
        return Hit(own.start(), own.end(), _minutes(own))
    for hit in lengths:
        if hit.value is None and (instead := _NOT_SO_MANY.search(left, max(0, hit.start - 40), hit.start)):
            return Hit(instead.start("n"), hit.end, _minutes(instead))
    match = _HELD.search(left)
    if match and _OF_OTHER.search(left, 0, match.start()):
        match = None
    if match is None:
        enough = _ENOUGH.search(left)
        return Hit(enough.start("n"), enough.end(), _minutes(enough)) if enough else None
    before = [hit for hit in lengths if hit.end <= match.start()]
    if before:
        hit = before[-1]
        near = max(0, hit.start - 40), hit.start
        due = PLANNED.search(line, *near) or _PUT.search(line, *near) or _MEANT.search(line, *near)
        beside = match["spent"] and _BESIDE.fullmatch(left, hit.end, match.start())
        follows = match["surely"] or due or beside or hit.reason in _OPEN or "pero " in left[hit.end : match.end()]
    else:
        due = PLANNED.search(line, 0, match.end()) or _OUT_OF.search(line, 0, match.start())
        counted = due and LENGTH.search(line, 0, match.start())
        follows = not lengths and (counted or "d'hores" in line or _OF_HOURS.search(line, 0, match.start()))
    return Hit(match.start(), match.end(), _minutes(match)) if follows else None


def _minutes(match: re.Match[str]) -> int:
    whole = 1 if match["n"] == "una" else int(match["n"])
    if whole > LONGEST_HOURS:
        return whole
    return whole * 60 + (_FRACTIONS[match["fraction"][3:]] if match["fraction"] else 0)


# Of people: "han vingut la Núria i en Pol, 4 en total".
_PRESENT = re.compile(
    r"\b(?:vingut|venir|venien|ser-hi|presents|erem|hi havia|assist\w+|connectats|persones|vam ser)\b"
)


def unexplained(text: str, left: str, days: Sequence[Hit[date]]) -> bool:
    """Whether some figure is left over that may be a length: nothing stands beside it that it could count or number.

    `left` is `text` without what was read; what is blank in both is noise.
    """
    said = {hit.value.day for hit in days if hit.value}
    present = _PRESENT.search(text)
    for match in _FIGURE.finditer(left):
        figure = match.group()
        hours = int(_WHOLE.split(figure)[0]) <= LONGEST_HOURS
        if (
            hours
            and _CLAIMED.search(left, max(0, match.start() - 60), match.start())
            and _AT_END.match(left, match.end())
        ):
            return True
        if (
            (figure.isdigit() and int(figure) in said)
            or _OUT_OF_MANY.match(left, match.end())
            or (present and (left.startswith(" en total", match.end()) or left.endswith(" ser ", 0, match.start())))
            or _NO_LENGTH_BEFORE.search(left, max(0, match.start() - 16), match.start())
            or _IN_LIST.search(text, max(0, match.start() - 24), match.start())
        ):
            continue
        likely = hours or figure in _ROUND_MINUTES
        if likely and _SAYING.issuperset(_beside(left, match.start(), match.end())):
            return True
    return bool(_AND_A_HALF.search(left))


def _beside(left: str, start: int, end: int) -> list[str]:
    """The words in the same part of the sentence as `start:end`."""
    first = max((edge.end() for edge in _EDGE.finditer(left, max(0, start - 60), start)), default=max(0, start - 60))
    edge = _EDGE.search(left, end, end + 60)
    return _WORD.findall(left[first : edge.start() if edge else end + 60])

"""Figures that nothing has read: what is put in place of a length, and what had better be asked about.

A figure is explained by the thing that it counts or numbers ("3 cops", "informe 3"), as a year, or as the day that
was read beside it. Any other may be what the person meant for the length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from conversations.rules.session_report.model import Hit

# A figure that may be hours said without the word.
LONGEST_HOURS = 7
_ROUND_MINUTES = ("15", "30", "45", "90", "120")
_WHOLE = re.compile(r"[.,' ]")
_FRACTIONS = {"mitja": 30, "mig": 30, "quart": 15, "1 quart": 15, "un quart": 15, "3 quarts": 45, "1/2": 30}
_CUE = (
    r"(?:no,|be,|calla,|ui,|uix,|ai,|nono|no no|perdo|perdoneu|espera|espereu|mentida|rectifico|corregeixo|"
    r"correccio|vull dir|volia dir|"
    r"mes ben dit|"
    r"millor dit|millor|en realitat|realment|de fet|al final|mes aviat|m'he equivocat|m'equivoco|m'he confos|errata|"
    r"dic|sino|"
    r"(?:en )?van ser|(?:en )?eren|(?:en )?han estat|va ser|era)"
)
_BE = (
    r"(?:(?:(?:en|hi)? ?(?:van ser|van acabar sent|eren|era|va ser|han estat|vam ser-hi|vam estar-hi|vam fer|"
    r"hem fet|en)|nomes|exactament|mes aviat|d'|de|que|pero|posa|poseu|apunta|apunteu) ?,? ?)*"
)
_SURE_CUE = (
    r"(?:mes ben dit|millor dit|vull dir|volia dir|rectifico|corregeixo|correccio|en realitat|m'he equivocat|perdo),? "
)
_LATER = re.compile(
    rf"[^\n0-9]{{1,48}}?{_SURE_CUE}{_BE}"
    r"(?P<n>[1-7]|una)(?P<fraction> i (?:mitja|mig|3 quarts|1/2|(?:1 |un )?quart))?(?= ?(?:$|[,.;!?)\n]))(?![.,][0-9])"
)
AMENDED = re.compile(
    r"[ ,.;:!?()…_-]{0,6}(?:(?:ai|ui|ep|ah|be|uf|ei|eps|vaja|ostres|bueno|pero|i) ?,? ?)*"
    rf"{_CUE}[ ,.:;]*(?:{_CUE}[ ,.:;]*)*{_BE}"
    r"(?P<n>[1-7]|una)(?P<fraction> i (?:mitja|mig|3 quarts|1/2|(?:1 |un )?quart))?"
    r"(?= ?(?:$|[,.;!?)\n]|(?:i|que|perque|com|pq|xq|amb|per|a)\b(?! [0-9])))(?!,[0-9]|\.[0-9])"
)
_FIGURE = re.compile(
    r"(?<![a-z0-9_/.:,%#'{+-])(?:[0-9]{1,3})(?:[.,'][0-9]{1,2})?(?: (?:i |y )?(?:mitja|1/2))?(?![a-z0-9_/:'%+-]|"
    r"[.,][0-9])"
)
# "Informe 3", "van ser 5:": what stands before names or counts something, or does not.
_NAMED_BEFORE = re.compile(r"(?:^|[^a-z])([a-z]{4,})(?: de| d'|:| num\.?| n)? ?$")
_SAYING = re.compile(
    r"(?:eren|sido|estat|perdo|espera|mentida|rectifico|corregeixo|realitat|final|millor|volia|vull|realment|aviat|"
    r"nomes|"
    r"quasi|gairebe|unes|aprox[a-z]*|potser|crec|entre|total|totals|durant|amb|sobre|vora|cerca|"
    r"avui|ahir|mitja|hora|hores|minuts|tarda|mati|presencial[a-z]*|telem[a-z]*|virtual|linia|online|zoom|teams|"
    r"meet|temps|"
    r"durada|duracio|dedicacio|sessio|sessions|reunio|trobada|mentoria|videotrucada|trucada|assessorament)$"
)
# What it counts; a length of something else; what was put in its place and has been read: "26, vull dir 27 de juliol".
_SPOKEN_FOR = re.compile(
    r" (?:amb|sense) (?:la |el )?(?:camera|micro)| ?(?:h|hor[a-z]+|min[a-z]*)(?![a-z])|[ ,.]*(?:vull dir|volia dir|"
    r"perdo|no|mes ben dit|millor dit|"
    r"rectifico)[ ,]*(?:el |dia )?_|\? no\b|"
    r" ?(?:o [0-9]+ )?(?:de |d'|dels? |del |petit[es]+ |grans |altres |noves |nous )*"
    r"(?!(?:que|per|amb|com|pero|perque|avui|ahir|presencial|telem)\b)[a-z]{3,}"
)
# "Quarts de 10", "a 3": of the clock, of people together.
_LISTED_BEFORE = re.compile(
    r"quarts? de $|\b(?:son|som|erem)(?: nomes| sols| uns)? $|\ba $|\bles $|[a-z]\"?: ?$|\bno (?:eren |era |"
    r"van ser |va ser )?$|"
    r"_ (?:de|sobre) (?:les )?$|\b(?:i |ja )?van $|\b(?:fins|"
    r"abans|partir|termini|"
    r"cap)(?: al?| del?| el)* (?:dia )?$"
)
# "Punts 1, 2 i 3"
_IN_LIST = re.compile(r"[_0-9](?:, | i |\. [a-z]+ )$")


def amended(left: str, hit: Hit[int]) -> Hit[int] | None:
    """The length put in place of `hit` as a bare figure ("3 hores. Bé, en realitat 2 i mitja").

    `left` is the line without what was read.
    """
    match = AMENDED.match(left, hit.end) or _LATER.match(left, hit.end)
    if match is None:
        return None
    whole = 1 if match["n"] == "una" else int(match["n"])
    extra = _FRACTIONS[match["fraction"][3:]] if match["fraction"] else 0
    return Hit(hit.start, match.end(), whole * 60 + extra)


def unexplained(text: str, left: str, days: Sequence[Hit[date]]) -> bool:
    """Whether some figure is left over that neither counts nor numbers anything.

    `left` is `text` without what was read; what is blank in both is noise.
    """
    said = {hit.value.day for hit in days if hit.value}
    for match in _FIGURE.finditer(left):
        before = left[max(0, match.start() - 24) : match.start()]
        named = _NAMED_BEFORE.search(before)
        if (
            (named and not _SAYING.search(named[1]))
            or _SPOKEN_FOR.match(left, match.end())
            or _LISTED_BEFORE.search(before)
            or _IN_LIST.search(text, max(0, match.start() - 24), match.start())
            or (match.group().isdigit() and int(match.group()) in said)
        ):
            continue
        if match.group() in _ROUND_MINUTES or int(_WHOLE.split(match.group())[0]) <= LONGEST_HOURS:
            return True
    return False

"""What a person takes back in the same message: "1 hora... espera, van ser 2", "Tortosa (no Amposta)"."""

from __future__ import annotations

import re
from typing import Protocol, TypeVar

_TAKEN_BACK = re.compile(
    r"(?:^|[,.;:!?(\n]|\.\.\.|-) *(?:ai|ui|uix|ep|perdo|perdoneu|perdona|espera|espereu|mentida|minto|miento|"
    r"corregeixo(?! el que)|rectifico(?! el que)|vull dir|volia dir|millor dit|dic|digo|quiero decir|perdon|"
    r"m'he equivocat|m'equivoco|(?:ara |que |ja )?(?:m'ho |ho )?(?:miro|consulto|reviso|comprovo|repasso)(?= (?:be |"
    r"i )?(?:l'agenda|el calendari|les notes|la llibreta|van|va|veig)\b|[.,;])|errata|correccio|rectificacio|"
    r"millor(?! que))\b|\bal final (?:nomes |ja )?(?:en |n'|la |l'|ho |"
    r"es |s'|els |hi )?(?:van|va|vam|ha|han|hem) (?:ser|estat|quedar|quedat|durar|durat|allargar|allargat|acabar sent|"
    r"passar|passat|fer|fet|moure|canviar)\b|\bha de (?:dir|ser)\b|^[ \n.*]*\*$|(?:^|[.;!?]) *(?:be|bueno),? +$|"
    r"\? no $|\bara que (?:ho|hi) (?:penso|miro|repasso|veig)\b|\bben mirat\b|\bpensant-ho\b|\b(?:be|no|bueno|"
    r"i),? de fet\b|\ben realitat\b|\bmes ben dit\b|\bmes aviat\b|\bcalla[,!.]|(?:^|[.,;(…]) *(?:be|bueno|vaja|uix|"
    r"ui),? $|\besmen[oa]\b|\b(?:ha|hauria) de (?:dir|posar)\b|\bposeu\b|\bno[,!.]|"
    r"\b(?:ai|ui|espera),? (?:no,? )?que (?:era|eren)\b|\b(?:vull dir|volia dir|millor dit|"
    r"perdo|perdon|rectifico(?! el que)|corregeixo(?! el que)|sino|espera)\b"
)
_DENIED_BEFORE = re.compile(
    r"\bno (?:pas |era |eren |va ser |van ser |fou |el |la |l'|els |les |de |d'|a |al |amb |en |son |"
    r"hi havia |es )*$|\bno (?:hi |en )?(?:(?:va|vam|van|ha|hem|han) )?(?:arriba|passa)[a-z]*(?:-hi)? (?:a|"
    r"de) ?(?:les |l')?$|\bni (?:era |eren |va ser )?(?:el |dia )?$"
)
_INSTEAD = re.compile(
    r"(?:\b(?:ai|ui|uix|uf|ep|eps|perdo|espera|calla|mentida|que dic),?|\?) no (?:era |eren |va ser |el |la )*$"
)
_DENIED_AFTER = re.compile(
    r"(?: llarg\w*| curt\w*)?(?:\?,|,)?(?: que [^,;.\n]{2,40},)? (?:no|tampoc) ?(?=[,.;:(!\n]|$)|\? no ?(?=:)|"
    r"\? no(?=[ ,.;:]+(?:era|es|va|fou|[a-z]+ (?:era|va)))|(?: ?:)?(?: al mati| a la tarda)? (?:res|cap)(?= "
    r"?[,.;!\n]|$)"
)


# "3 hores... ai no, van ser 2": what is put in its place stands there as a bare number.
_REPLACED = re.compile(
    r"[ ,.;:!?()…-]{0,6}(?:(?:ai|ui|ep|ah|be|uf|ei|eps|vaja|ostres) ?,? ?)*(?:no(?! (?:[0-9]|una|era|eren|va ser|"
    r"van ser))|nono|perdo|perdoneu|espera|mentida|rectifico|corregeixo|vull dir|volia dir|millor dit|al final|"
    r"dic)\b[^\n_.;]{0,24}?(?<![a-z0-9'/])(?:[0-9]{1,3}|una|un|mitja)(?![a-z0-9/:]| (?:mica|estona|altr[ae]|dia|cop|"
    r"sol|sola)\b)"
)


# "1 h... 2 h, perdó!"
_SORRY = re.compile(r"[ ,.;(]{0,3}(?:perdo|perdoneu|perdona|vull dir|volia dir|m'he equivocat|m'equivoco|sorry)\b")


class Placed(Protocol):
    """Anything found at a place of the line."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


P = TypeVar("P", bound=Placed)


def is_denied(text: str, hit: Placed) -> bool:
    """Whether the person says that it was not so ("no era 1h"); "ai no, dimarts" puts Tuesday instead."""
    before = text[max(0, hit.start - 32) : hit.start]
    return bool((_DENIED_BEFORE.search(before) and not _INSTEAD.search(before)) or _DENIED_AFTER.match(text, hit.end))


def is_replaced(left: str, hit: Placed) -> bool:
    """Whether something else is put in its place that nothing has read; `left` is the line without what was read."""
    return bool(_REPLACED.match(left, hit.end))


def supersede(text: str, hits: list[P]) -> list[P]:
    """The hits of one field that stand once corrections are applied; `hits` are in order."""
    if len(hits) < 2:
        return hits
    denied = [hit for hit in hits if is_denied(text, hit)]
    kept = [hit for hit in hits if hit not in denied] or hits
    standing: list[P] = []
    for hit in kept:
        if standing:
            between = text[standing[-1].end : hit.start]
            if len(between) < 60 and _TAKEN_BACK.search(between):
                standing.pop()
        standing.append(hit)
    if len(standing) > 1 and _SORRY.match(text, standing[-1].end) and standing[-1].start - standing[-2].end < 6:
        return standing[:-2] + standing[-1:]
    return standing

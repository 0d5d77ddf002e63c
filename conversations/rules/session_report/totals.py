"""A total and its parts, and what follows from other lengths: "3 hores menys mitja de cafè = 2,5 h"."""

from __future__ import annotations

import re

from conversations.rules.session_report.model import Hit

# "3 hores menys mitja de cafè = 2,5 h", "... o sigui que una hora"
_HENCE = re.compile(
    r"(?:=|\b(?:o sigui|es a dir|per tant|en resum|total,? que|deixem-ho|deixa-ho|deixeu-ho|ho deixem|ho deixo|"
    r"ho arrodoneixo|van? convertir|ha convertit|pos(?:o|eu|em|a)|compt(?:o|eu|em|a)|apunt(?:o|eu|em|a)|arrodonint|"
    r"arrodonim),?)(?:-\w+)?(?: (?:que|en|a|nomes))*,? ?$"
)
# "De 10 a 12, o sigui tres hores" contradicts itself.
_AGAIN_SAID = re.compile(r"(?:=|o sigui|es a dir|per tant|en resum)[ ,a-z]*")
_MORE = re.compile(r" (?:mes|tambe|si)\b")
# "30 min d'acta"
_PAPERS_BEFORE = re.compile(r"\b(?:acta|preparacio|desplacament|viatge|redaccio)(?: de)?[ :,(]*$")
_PAPERS_AFTER = re.compile(
    r" ?(?:mes )?(?:de |d'|per (?:a )?|fent )?(?:l'|la |el )?(?:acta|prep|despla[cs]|viatge|redact|informe|tren|cotxe|"
    r"bus|autobus|carretera|pass(?:ar|ant)(?:-\w+)? a net)(?![a-z]* ?[:=]? ?[0-9])"
)
_REST = re.compile(r"[^.;\n]{0,40}?\b(?:la resta|el resto)\b")
# "2 h: una hora de plecs i una de clàusules"
_AS_MUCH = re.compile(r" (?:de |d'|per (?:a )?|sobre )[^.;,\n0-9]{1,30} i una(?: altra)? (?:de |d'|per |sobre )")
_OF_SESSION = re.compile(r"\b(?:sessio|mentoria|reunio|trobada|assessorament)\b")
_INCLUDES = re.compile(r"\b(?:inclo[a-z]*|comptant-hi|compresos?)\b")
_HALF = re.compile(r"\b(?:mati|tarda|vespre|migdia)\b")


def totalled(text: str, lengths: list[Hit[int]], days: int) -> list[Hit[int]]:
    """Of a total and its parts, the total if all was on one occasion and else the parts; no length of papers."""
    held = [
        hit
        for hit in lengths
        if not _PAPERS_BEFORE.search(text, max(0, hit.start - 24), hit.start) and not _PAPERS_AFTER.match(text, hit.end)
    ]
    lengths = held or lengths
    hence = len(lengths) > 1 and lengths[-1].value and _HENCE.search(text, lengths[-2].end, lengths[-1].start)
    told_twice = hence and lengths[-2].value and not lengths[-2].reason and _AGAIN_SAID.fullmatch(hence.group())
    bare = hence and hence.start() - lengths[-2].end < 3 and len(lengths) == 2
    more = lengths and _MORE.match(text, lengths[-1].end)
    if hence and not (told_twice and bare) and not more and "+" not in text[lengths[0].end : lengths[-1].start]:
        return lengths[-1:]
    values = [hit.value or 0 for hit in lengths]
    whole = [hit for hit in lengths if hit.value and 2 * hit.value == sum(values)]
    if (
        len(lengths) > 1
        and values[0] > sum(values[1:])
        and (
            (_REST.match(text, lengths[-1].end) and not _OF_SESSION.search(text, lengths[0].end, lengths[-1].start))
            or _INCLUDES.search(text[lengths[0].end : lengths[1].start])
        )
    ):
        # "2 h (30 min de teoria i la resta de pràctica)"
        return lengths[:1]
    if len(lengths) == 2 and values[0] == 2 * values[1] and _AS_MUCH.match(text, lengths[1].end):
        return lengths[:1]
    if len(lengths) < 3 or not whole:
        return lengths
    parted = days > 1 or len(_HALF.findall(text)) > 1
    return [hit for hit in lengths if hit is not whole[0]] if parted else whole[:1]

"""Signs that people met: going there, their town hall, a place that may also be the topic."""

from __future__ import annotations

import re

from conversations.rules.session_report.model import Hit, Modality, Reason

_THEIRS = re.compile(
    r"\b(?:al|als|a la|a les|en el|en|des del?) (?:(?:seu|seva|seus|seves|meu|meva|meus|meves|nostre|"
    r"nostra|nostres|vostre|vostra|vostres|mateix|mateixa|propi) )+"
    r"(?:ajuntament|despatx\w*|local|seu|sala|oficin\w+|casa|consistori|biblioteca|viver|centre|edifici|"
    r"espai|poble|municipi|ateneu|mercat|"
    r"instal\w+|dependencies|taula)\b|"
    r"\b(?:a l'|en el |en l')(?:ajuntament|ajto)\b|\bal (?:consistori|ajuntament)\b|"
    r"\b(?:a|al|a la|a les|en el|en la|en|als|de la) (?:casa de la vila|sala de plens|sala de juntes|"
    r"sala de reunions|sala d'actes|sala gran|dependencies municipals|dependencies|"
    r"oficines municipals|oficines|casa consistorial|despatx(?:os)?)\b|\ba la seu (?:de l'ajuntament|"
    r"del consell|de l'ens|municipal|de la)\b|"
    r"\b[a-z]+ mateix\b(?= ?[,.;!)]|$| (?:de|d'|a|per|amb|i)\b)"
)
_MOVED = re.compile(
    r"\b(?:anant|pujant|baixant)-hi\b|\bagafa\w* el (?:tren|cotxe|bus|autobus)\b|\bhi vaig(?= ?(?:$|"
    r"[,.;!)]))|"
    r"\b(?:(?:hi |m'hi |ens hi |els |les |la |los )?(?:vaig|vam|varem|hem|he) (?:anar|pujar|baixar|"
    r"desplacar\w*|acostar\w*|apropar\w*|anat|pujat|baixat|desplacat|acostat|visitar|visitat)"
    r"(?! (?:be|molt|bastant|forca|millor|per feina|al gra|fent|tractant|parlant|veient|repassant|mirant|"
    r"a (?:pams|totes|per)))|"
    r"m'hi vaig (?:acostar|desplacar)|ens hem (?:desplacat|acostat)|m'he (?:desplacat|acostat)|(?:vam|"
    r"hem) (?:quedar|quedat|estar|estat|trobar-nos|trobat) (?:a|al|als) (?!dist|les\b|l'hora|"
    r"punt)(?=[a-z])|"
    r"(?:ens )?(?:vam|hem) (?:trobar|trobat|veure|vist|reunir|reunit)(?:-nos)? (?:a|al|als|en) (?!dist|"
    r"lin|les\b|rem)(?=[a-z])|"
    r"(?:han|van|va|ha) (?:vingut|venir|baixar|pujar) (?:a|al|ells|elles|els|el|la|l'|en|[0-9]+|_+|una?|"
    r"uns|dos|tots|tothom|amb|tres)|(?:em|ens) (?:van|va|han|ha) (?:rebre|rebut|acollir|acollit)|"
    r"visita (?:al?|a la|als)\b|fui a|fuimos a|estuvimos en|he ido a|hemos ido a|hi vaig ser|hi vam ser|"
    r"vaig ser-hi|vam ser a)\b"
)
_PLACE = re.compile(
    r"\b(?:a|al|als|a la|en el|en la|en) (?:l'|la |les |el )?(?:ajuntament|biblioteca|ateneu|viver|"
    r"mercat|centre civic|casal|local|oficina|escola|institut|masia|consistori|cafe|bar|"
    r"restaurant|placa|aula|sala|can [a-z]+|cal [a-z]+|parc|teatre|museu|fabrica|seu)\b"
)
_MATEIX_NOT = frozenset(
    {
        "ahir",
        "avui",
        "ara",
        "aixo",
        "dia",
        "dilluns",
        "dimarts",
        "dimecres",
        "dijous",
        "divendres",
        "el",
        "la",
        "si",
        "jo",
        "ell",
        "mati",
        "vespre",
        "tema",
        "equip",
        "aquest",
        "dissabte",
        "diumenge",
        "tarda",
        "lo",
        "del",
        "al",
        "amb",
        "un",
        "migdia",
        "per",
        "zoom",
        "dema",
    }
)


def read_places(text: str) -> list[Hit[Modality]]:
    """Signs of a place: going there, their office. Places that may be a topic ("a l'escola") carry a reason."""
    hits = []
    for match in _THEIRS.finditer(text):
        if match.group().endswith(" mateix") and (
            match.group().split()[0] in _MATEIX_NOT
            or not re.search(r"\ba (?:l'|la |el )?$", text[max(0, match.start() - 6) : match.start()])
        ):
            continue
        hits.append(Hit(match.start(), match.end(), Modality.IN_PERSON))
    hits += [Hit(m.start(), m.end(), Modality.IN_PERSON) for m in _MOVED.finditer(text)]
    hits += [Hit(m.start(), m.end(), Modality.IN_PERSON, Reason.AMBIGUOUS) for m in _PLACE.finditer(text)]
    return hits

"""Figures that are neither a date nor a duration: money, people, articles of laws, rooms, links, code.

They are blanked (with "_", so that positions hold) before dates and durations are read.
"""

from __future__ import annotations

import re

BLANK = "_"

_PEOPLE = (
    r"(?:persones?|assistents?|participants?|tecnics?|tecniques|tecnica|regidors?|regidor[ae]s?|comerciants?|"
    r"productors?|socis|socies|veins|veines|joves|alumnes|personas|asistentes|tecnicos|dones|homes|alcaldes|convidats|"
    r"families|paradistes|companys|companyes|treballadors|treballadores|membres|representants|facilitadors|estudiants|"
    r"mestres|pagesos|formadors|ponents|usuaris|usuaries|becaris?|becaria)\b"
)
_THINGS = (
    r"(?:entitats?|empreses|empresa|cooperatives|cooperativa|comercos|botigu\w+|municipis|ajuntaments|associacions|"
    r"regidories|botigues|productes|escoles|pobles|barris|departaments|arees|serveis|projectes|propostes|preguntes|"
    r"dubtes|temes|punts|blocs|fases|accions|lots|contractes|clausules|plecs|articles|pagines|fulls|folis|documents|"
    r"arxius|fitxers|fotos|pdfs?|annexos|correus|mails|trucades|euros?|eur|milions|anys?|mesos|dies habils|"
    r"dies laborables|dies naturals|habitants|km|quilometres|metres|m2|mb|gb|vots|places|llocs|convocatories|"
    r"ordenances|models|exemples|cents?|per cent|horts|parades|llicencies|subvencions|taules|grups|equips|idees|passos|"
    r"objectius|indicadors|criteris|opcions|coses|diapositives|casos|exercicis|pilars|eixos|kg|tones)\b"
)
# A figure before these may be a day or an hour: "dilluns 15 plecs", "de 10 a 12 clàusules".
_NO_TIME_BEFORE = "".join(
    f"(?<!{word} )"
    for word in (
        *(
            "dilluns",
            "dimarts",
            "dimecres",
            "dijous",
            "divendres",
            "dissabte",
            "diumenge",
            "dia",
            " a",
            " les",
            " fins",
            " quarts de",
        ),
        *(r"\bdl", r"\bdt", r"\bdm", r"\bdc", r"\bdj", r"\bdv", r"\bds", r"\bdg"),
    )
)
# Of so many there is never "de 10 a 12" for the hours.
SURELY_COUNTED = re.compile(
    rf" ?(?:{_PEOPLE}|(?:anys|mil|milions|euros|€|%|entitats|empreses|comercos|botigues|parades|cooperatives|"
    r"associacions|pobles|municipis|km|quilometres|hectarees|hores setmanals|punts percentuals|graus)(?![a-z]))"
)
COUNTED = re.compile(rf" ?(?:{_PEOPLE}|{_THINGS})")

_NOISE = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w+",  # links and addresses
            r"<(?:script|style)[^<]{0,300}(?:<|$)|<[^<>\n]{0,200}>|&\w{2,5};|\{\{[^{}\n]{0,80}\}\}|"
            r"\$\{[^{}\n]{0,80}\}|(?<!\S)=\S+",  # code, formulas
            r"(?:[0-9]' ?)?\b(?:or|and) ?['\"]?1['\"]? ?= ?['\"]?1['\"]?",
            r"\b(?:update \w+ (?:set|7)|insert into|delete from|drop table|alter table|select \S+ from)\b[^\n;]*",
            r"\b(?:arts?|articles?|llei|decret|rd|rdl|ordre|lcsp|da|disposicio|apartat|capitol|annex|clausula|"
            r"expedient|exp|lot|punt|pagina|pag|versio|sala|aula|porta|planta|num|numero|grup|fase|pas|etapa|tasca|"
            r"part|bloc|modul|cap|p|pp|"
            r"ext|extensio|ods|eix|objectiu|bus|nivell|tema|edicio|covid|coop|agenda)(?: |-|\. ?)(?:(?:n|num|"
            r"numero)\.? ?)?[0-9]+(?:[./-][0-9]+)*(?![0-9.,':]* ?(?:h\b|hor|min|'))|\b[cn]-[0-9]+",
            r"(?<![0-9/.-])[0-9]{1,3}/(?:19|20)[0-9]{2}(?![0-9/])",  # decree 159/2012
            r"\b(?:telefon|mobil|whatsapp|contacte|truqueu-me al|"
            r"al)\.?:? ?(?:\+34 ?)?[6-9][0-9]{2}(?:[ .]?[0-9]{2,3}){2,3}\b",
            r"\b(?:\+34 ?)?[6-9][0-9]{8}\b|\b(?!20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])\b)[0-9]{5,}\b",
            r"(?<![0-9])[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3} ?(?:[mk]?€|%|\$)|€ ?[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3}",
            rf"\b(?:[0-9]+|una?) (?:o|a|i|-) (?:[0-9]+|una?) {_PEOPLE}",
            rf"\b(?:[0-9]+|una?) o (?:[0-9]+|una?) {_THINGS}|\bentre [0-9.,]+ i [0-9.,]+ {_THINGS}",
            rf"(?<![0-9/.,:'-])\b[0-9]{{1,6}}(?:[.,'][0-9]{{1,3}}){{0,3}} (?:o [0-9]+ )?(?:de |altres )?"
            rf"(?:petit[es]+ |grans |nous |noves |possibles )?{_PEOPLE}",
            rf"{_NO_TIME_BEFORE}(?<![0-9/.,:'-])(?<![0-9] h )(?<![0-9]h )(?<!hora )(?<!hores "
            rf")\b[0-9]{{1,6}}(?:[.,'][0-9]{{1,3}}){{0,3}} (?:o [0-9]+ )?"
            rf"(?:de |altres )?(?:petit[es]+ |grans |nous |noves |possibles )?{_THINGS}|\b[0-9]+ per 100",
            r"\b(?:sessio|trobada|reunio|mentoria)\.? ?(?:num(?:ero)?\.? ?|n\.? ?)?[1-9](?: ?(?:/|"
            r"de) ?[1-9])?\b(?! a )(?! ?[/.,:'-]?[0-9]| ?(?:h|hor\w*|min\w*|hrs?|m|'|de|d'|gen|feb|mar|abr|ju|ag|set|"
            r"oct|nov|des)\b)",
            r"(?<![0-9a-z(/.-])(?<!dia )(?<!el )(?<!ser )(?<!eren )(?<!fer )(?<!son )[1-9]\)(?= )",
            r"\b(?:valoracio|nota|puntuacio|satisfaccio)\w*(?: ?:| de| d')? ?[0-9]{1,2}(?:[.,/][0-9]{1,2})?\b",
            r"(?<![a-z])(?:carrer|c/|placa|pl\.|av\.|avinguda|rambla|passeig|pg\.|ronda|ctra\.)(?: [a-z'·]+){0,4},? ?"
            r"(?:num\.? ?)?[0-9]{1,3}\b(?! ?(?:h\b|hor|min|'|[/:.][0-9]|metres))",
            r"\b(?:obre(?:n|m)?|obrim|oberts?|obertes?|(?:tenen|fan|hi ha) mercat|atenen|atencio al public|"
            r"horari (?:d'(?:atencio|oficina|obertura|estiu)|de(?:l| la) [a-z]+|comercial|al public))[^,.;\n0-9]{0,24}"
            r"[0-9]{1,2}(?:[.:][0-9]{2})? ?h?(?: (?:a|fins a|fins) |"
            r" ?- ?)(?:les )?[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?h\b)?(?: i (?:de |"
            r"d')?(?:les )?[0-9]{1,2}(?:[.:][0-9]{2})? ?h?"
            r"(?: a | ?- ?)(?:les )?[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?h\b)?)?",
            r"(?<![0-9.:,])(?<! a )(?<!les )(?<!fins )\b[0-9]{1,3} connectad?[ae]?t?s\b",
            r"\b[0-9] de cada [0-9]+\b|\b(?:pagines|punts|articles|apartats|lots|capitols|annexos|fulls|temes|blocs|"
            r"clausules) [0-9]+(?: ?(?:a|al|i|-|,) ?[0-9]+)+\b(?! ?h)",
            r"\([1-9] ?(?:/|de) ?[1-9]\)",
            r"\b(?:curs|temporada|any|anys|exercici|periode) (?:escolar |academic )?[0-9]{2}[-/][0-9]{2}\b",
            r"\b[0-9]+(?:a|n|r|t|e|na|on|er|ra|era)\b(?! ?(?:de |d')?(?:gener|febr|mar|abr|mai|may|jun|jul|ag|set|sep|"
            r"oct|nov|des|dic|ene))(?: (?:de|sessio de|trobada de) (?:les )?[0-9]{1,2}\b(?! ?(?:h|min|'|hores)))?",
            r"\b(?:19|20)[0-9]{2}-(?:19|20)?[0-9]{2}\b(?!-)",
        )
    )
)


_NUMBERED = re.compile(r"(?<![^ \n])[1-9]\.(?= )")

_MARK = re.compile(r"</?[a-z]{1,6}>")


def blank_noise(text: str) -> str:
    """The canonical text with irrelevant figures blanked; same length."""
    if text.startswith("1. ") and " 2. " in text:
        # "1. Vic 2. dilluns 3. dues hores"
        text = _NUMBERED.sub(BLANK * 2, text)
    return _NOISE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    # Between the marks of bold print a word stands alone; anything else is as if it had been read.
    found = match.group()
    return (" " if _MARK.fullmatch(found) else BLANK) * len(found)


def blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the given stretches blanked; same length."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)

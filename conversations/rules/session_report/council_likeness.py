"""Whether a word that may be the name of a council is one where it stands, or an everyday word or a person."""

from __future__ import annotations

import re

from conversations.rules.session_report.council_context import (
    COMPANY_BEFORE,
    DAY_BEFORE,
    FIELD_AFTER,
    FIELD_BEFORE,
    HEADING_AFTER,
    LENGTH_AFTER,
    OF_COUNCIL_BEFORE,
    PEOPLE_OF_BEFORE,
    STRONG_BEFORE,
)
from conversations.rules.session_report.council_names import ABSTRACT, ARTICLES, EVERYDAY, PERSONAL
from conversations.rules.session_report.talk import TALK
from conversations.rules.session_report.tokens import Line, fold

# A word of the line, with its start and end.
Token = tuple[str, int, int]

# "2 h amb pals": a council even there.
_LENGTH_BEFORE = re.compile(r"(?:[0-9] ?h(?:ores)?|[0-9]'|hora|mitja|minuts|min) amb$")
_ANCHOR = re.compile(
    r"(?:^|[\s(:/,;.-])(?:amb|a|de|d'|con|con|ab|i|y|ajuntament|municipi:?|[:/,;-])? ?(?:de |d')?(?:l'|"
    r"la |el |les )?$"
)


def means_council(line: Line, tokens: list[Token], position: int, end: int, key: tuple[str, ...]) -> bool:
    """Whether a council that is not assigned is really named there, and not an everyday word or a person."""
    start = tokens[position][1]
    if len(key) > 1:
        return True
    before = line.text[max(0, start - 30) : start]
    if re.search(r"(?:\ben|\bna|senyora?|sr\.?|sra\.?|regidora?|alcald\w+|tecnica?) $", before) and line.capital(start):
        return False
    name = re.search(r"(?<![a-z])(?:en|na|la|el|l') ?([a-z]+) $", before)
    if name and line.capital(start) and line.capital(start - len(name[1]) - 1):
        return False
    if key[0] in PERSONAL and re.search(r"(?<![a-z])(?:en|na|la|el|l')[ ]?$", before):
        return False
    if key[0] not in EVERYDAY:
        return len(key[0]) > 3 or line.capital(start) or bool(STRONG_BEFORE.search(before))
    following = line.text[tokens[end - 1][2] : tokens[end - 1][2] + 12]
    if before.endswith(", ") and line.capital(start) and (following[:1] in (",", ".") or not following):
        return True
    if start == 0 and line.capital(0) and HEADING_AFTER.match(following):
        return True
    mid = start > 0 and line.text[start - 1 : start] not in "\n" and not before.rstrip().endswith((".", "!", "?", ":"))
    if re.match(r" [a-z]", following) and line.capital(tokens[end - 1][2] + 1):
        return False
    if key[0] not in TALK and DAY_BEFORE.search(before) and LENGTH_AFTER.match(following):
        return True
    noted = FIELD_BEFORE.search(before) and (FIELD_AFTER.match(line.text, tokens[end - 1][2]) or not following)
    if noted and key[0] not in TALK | ABSTRACT:
        return True
    people = PEOPLE_OF_BEFORE.search(before)
    bare = key[0] in ABSTRACT and (key[0] in ARTICLES or not _LENGTH_BEFORE.search(before, 0, len(before) - 1))
    if (people or (not bare and COMPANY_BEFORE.search(before))) and not re.match(
        r" (?:de(?! [0-9])|d'|que)\b", following
    ):
        return True
    return (
        mid
        and line.capital(start)
        and bool(OF_COUNCIL_BEFORE.search(before) or re.search(r"\bde (?:l'|la |el |els |les |es )?$", before))
    )


def means_assigned(line: Line, tokens: list[Token], position: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether an everyday word that is also an assigned name ("sort", "quart") stands for the council."""
    word, start, stop = tokens[position]
    if end - position > 1 or (word not in EVERYDAY and word not in ("vic", "seu")):
        return True
    before, after = line.text[max(0, start - 16) : start], line.text[stop : stop + 16]
    if word in PERSONAL and re.search(r"(?<![a-z])(?:en|na|sra?\.?|senyora?|don|donya) $", before):
        return False
    if word in PERSONAL and re.search(r"(?<![a-z])(?:el|la) $", before) and re.match(r" (?:de |d')", after):
        return False
    theirs = re.search(r"(?<![a-z])(?:el|la) $", before)
    if word in EVERYDAY and theirs and not line.capital(start) and not any(theirs[0] == fold(n)[:3] for n in names):
        return False
    article = re.search(r"(?:(?<![a-z])(?:el|la|els|les) |l')$", before)
    if word != "seu" and article and any(fold(name).startswith(article.group().strip()) for name in names):
        return True
    shouting = line.original.isupper()
    if re.search(
        r"(?:\b(?:un|una|uns|unes|el seu|la seva|la seu|bona|molta|3|2|1|hora i|hores i|h i|aquest|les|els|portar|"
        r"compr\w+) ?|quin )\Z",
        before,
    ) and not line.capital(start):
        return False
    counted = re.search(r"(?:[0-9]|hora|hores|h|un|menys) (?:i )?$", before)
    if word == "quart" and counted and not re.search(r"[0-9]/[0-9]{1,2} $", before):
        return False
    if word == "seu":
        return bool(re.search(r"\bla $", before)) and not re.match(r" (?:de |del |d'[^u]|web|electr)", after)
    if re.search(r"\b(?:ten\w+|tin\w+|quina|per|mala|sense|desitj\w+) $", before) and not line.capital(start):
        return False
    with_it = line.capital(start) and COMPANY_BEFORE.search(before)
    if not with_it and re.match(r" (?:que |de (?:tot|cua|res)|endavant|qualitatiu|a la vista)", after):
        return False
    return (
        shouting
        or line.capital(start)
        or bool(_ANCHOR.search(before))
        or not before.strip()
        or after[:1] in ",:.;)/"
        or bool(re.search(r"[0-9a-z] $", before))
    )

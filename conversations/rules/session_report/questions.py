"""Which part of a sentence asks something, and which asks only to be told by what stands right behind it."""

from __future__ import annotations

import re

from conversations.rules.session_report import markers
from conversations.rules.session_report.clauses import clauses

# "2 h amb Vic, o era Manlleu?": a doubt about what is told.
_OR = re.compile(r"[ ,(]*o (?:era|eren|va ser|van ser|be|potser|amb) ")


# "Ahir Vic 2 h?"
_SHORT = re.compile(
    rf"(?:[^ ]+ ){{0,3}}(?:ahir|avui),?(?: [^ ]+){{0,4}} (?:{markers.LENGTH.pattern})[a-z]*(?: (?:per )?[a-z]+)? ?\?+ ?"
)


def question(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a sentence that asks; "dijous? no, dimecres" corrects and does not ask."""
    sentence = text[start:end]
    asks = sentence.rstrip().endswith("?")
    if asks and (re.match(r" ?no[,.!:]", text[end : end + 8]) or sentence.lstrip().startswith("o ")):
        return None
    if asks and markers.BLANK_FIELD.search(sentence) and markers.LENGTH.search(sentence):
        return None
    asking = markers.INTERROGATIVE.match(sentence)
    if not asking and markers.REQUEST.search(sentence) and markers.LENGTH.search(sentence):
        return None
    if asks and len(sentence.split()) > 2 and not markers.LENGTH.search(sentence) and markers.ANSWER.match(text, end):
        # "La de dimecres amb Vic? 2 h, per Zoom", "puc apuntar la d'ahir? 2 h amb Vic"
        return None
    if asks and _SHORT.fullmatch(sentence) and not markers.QUESTION_START.match(sentence):
        return None
    if asks and markers.COUNTING.match(sentence):
        return (start, end)
    if markers.QUESTION_START.match(sentence) and not sentence.endswith("!"):
        return (start, end)
    if asks and markers.WHICH_WAY.search(sentence) and markers.LENGTH.search(sentence) and text[end:].strip():
        # "2 h cara a cara o per Meet? Crec que les dues coses"
        return None
    if asks and markers.UNSURE.match(text, end + 1) and markers.LENGTH.search(sentence):
        return None
    if not asks:
        return None
    opened = text.rfind("(", start, end)
    if opened >= 0 and text.find(")", opened, end + 2) >= end - 2:
        return None if text.startswith("o ", opened + 1) else (opened, end)
    if markers.NOTED.search(sentence):
        return (start, end)
    if tag := markers.TAG.search(sentence):
        # "La primera va ser el 5 de maig, oi?" asks; "2 h amb Vic, oi?" tells
        long = markers.LENGTH.search(sentence) or markers.CLOCK.search(sentence)
        return (start + tag.start() if long else start, end)
    parts = clauses(text, start, end)
    last = parts[-1][0]
    if _OR.match(text, last):
        return None
    told = markers.LENGTH.search(text, start, last) and not markers.WONDERING.search(text, start, last)
    if told and markers.LENGTH.search(text, last, end):
        return None
    if (told and not markers.PROPOSAL.search(text, last, end)) or (
        len(parts) > 1 and markers.QUESTION_START.match(text[last:end].lstrip(" ,:(-"))
    ):
        return (last, end)
    if last > start and markers.TOLD_PAST.search(sentence) and markers.BARE_LENGTH.fullmatch(text, last, end):
        return None
    return (start, end)

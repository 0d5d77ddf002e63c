"""A yes or a no as people write it in passing, beside a button that says the same: the words of it, once for all."""

from __future__ import annotations

import re

from conversations.rules.plain import words

_PLEASE = r"(?: si us plau| sisplau)?"
_PLAIN = (
    r"si|ok|okey|vale|(?:hi )?(?:est(?:ic|em) )?d acord|correct[ea]|perfecte|exact[ea]|conforme|endavant|"
    r"tot (?:be|correcte)|(?:esta|es) (?:be|correct[ea]|aixi)|aixi es"
)
_PLEASED = r"entesos|fantastic|genial|(?:molt )?be|confirm\w*"
"""A yes to what was just said, but too little to be taken for a press."""

_COMES = r"(?:(?:ens|em) )?va be|hi serem|hi sere|ens (?:hi )?veiem|quedem aixi"
_ONLY = re.compile(rf"(?:(?:{_PLAIN}) ?)+{_PLEASE}")
_OPENS = re.compile(rf"(?:{_PLAIN}|{_PLEASED})\b")
_OPENS_TO_A_DATE = re.compile(rf"(?:{_PLAIN}|{_PLEASED}|{_COMES})\b")
_TO_A_DATE_ALONE = re.compile(rf"(?:{_COMES})\b")
_NO = re.compile(r"no\b")
_RIGHT = re.compile(
    r"\b(?:(?:es|son|esta|estan) (?:be|aixi|correct[ea]s?)|confirm\w+|(?:d acord|conforme)s? amb|"
    r"(?:les (?:dues|tres)|totes(?: (?:dues|tres))?|ambdues) (?:be|ok|vale|correctes|perfectes))\b"
)
_NOT_RIGHT = re.compile(r"\bno (?:\w+ )?(?:es|son|esta|estan|confirm\w+|hi|d acord|estic|estem)\b")
_NO_REASON = re.compile(
    r"(?:no|si|ok|vale|res|cap|gens|be|n a|(?:perque|que) (?:si|no)|no (?:ho |en )?(?:se|tinc)|ns|nc|"
    r"(?:sense|cap|no hi ha) (?:cap )?motius?|x+|[0-9])?"
)
_THUMB = re.compile(r"\W*[\N{THUMBS UP SIGN}\N{OK HAND SIGN}\N{WHITE HEAVY CHECK MARK}]\W*")


def agrees(text: str) -> bool:
    """Whether a text begins with a yes, whatever follows: «correcte, gràcies», «sí, però van ser 2 hores»."""
    return _matches(_OPENS, text)


def agrees_to_a_date(text: str) -> bool:
    """Whether a text begins with a yes to a day that is proposed: «ens va bé», «hi serem»."""
    return _matches(_OPENS_TO_A_DATE, text)


def speaks_of_a_date(text: str) -> bool:
    """Whether a text begins with words that are a yes to a day and to nothing else, not even to what is to be saved:
    «em va bé»."""
    return _TO_A_DATE_ALONE.match(" ".join(words(text))) is not None


def approved(text: str) -> bool:
    """Whether a text says of something, anywhere in it, that it is right: «la de dimarts és correcta», «confirmo totes
    dues»."""
    said = " ".join(words(text))
    return _RIGHT.search(said) is not None and _NOT_RIGHT.search(said) is None


def only_agrees(text: str) -> bool:
    """Whether a text is a plain yes and nothing else, which may stand for the button that it answers."""
    return _ONLY.fullmatch(" ".join(words(text))) is not None or _THUMB.fullmatch(text) is not None


def denies(text: str) -> bool:
    """Whether a text begins with a no."""
    return _NO.match(" ".join(words(text))) is not None


def gives_no_reason(text: str) -> bool:
    """Whether a text that should say why says nothing: «no», «res», «-»."""
    return _NO_REASON.fullmatch(" ".join(words(text))) is not None


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.match(" ".join(words(text))) is not None or _THUMB.fullmatch(text) is not None

"""Numbers written out, in Catalan and in the Castilian that slips in.

"un", "una" and "u" stay words: they are articles as often as numbers, and only the grammar around them tells.
"""

from __future__ import annotations

import re

_UNITS = {
    "u": 1, "un": 1, "una": 1, "dos": 2, "dues": 2, "tres": 3, "quatre": 4, "cinc": 5, "sis": 6, "set": 7,
    "vuit": 8, "huit": 8, "nou": 9, "uno": 1, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9,
}  # fmt: skip
_ALONE = {
    "zero": 0, "cero": 0, "deu": 10, "onze": 11, "dotze": 12, "tretze": 13, "catorze": 14, "quinze": 15,
    "setze": 16, "disset": 17, "divuit": 18, "dinou": 19, "diez": 10, "once": 11, "doce": 12, "trece": 13,
    "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
    "veintiuno": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
}  # fmt: skip
_TENS = {
    "vint": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "seixanta": 60, "setanta": 70, "vuitanta": 80,
    "noranta": 90, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90,
}  # fmt: skip
_HUNDREDS = {"cent": 100, "cien": 100, "ciento": 100, "dos-cents": 200}

_unit = "|".join(sorted(_UNITS, key=len, reverse=True))
_ten = "|".join(_TENS)
_plain = "|".join(sorted((set(_UNITS) - {"u", "un", "una", "uno"}) | set(_ALONE), key=len, reverse=True))
_BELOW = rf"(?:(?:{_ten})(?:(?:[ -]?[iy][ -]?|[ -])(?:{_unit}))?|{_plain})"
# "3 set." is September: a month follows its day.
NUMBER_WORDS = re.compile(
    r"(?<![a-z0-9])(?!(?<=[0-9] )set\b|(?<=[0-9] de )set\b)(?:dos-cents|(?:cent|ciento?|"
    rf"cien)(?:[ -]{_BELOW})?|{_BELOW})(?![a-z])"
)
_PIECE = re.compile("|".join(sorted([*_UNITS, *_ALONE, *_TENS, *_HUNDREDS], key=len, reverse=True)))
_ALL = _UNITS | _ALONE | _TENS | _HUNDREDS


def value_of(words: str) -> int:
    """The value of a match of `NUMBER_WORDS`: its pieces add up."""
    return sum(_ALL[piece] for piece in _PIECE.findall(words))

"""How many: a number in digits or in words, alone or in a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from conversations.forms.outcome import Accepted, Reading, Refused
from conversations.protocol.words import T
from conversations.rules.plain import one_line, vocabulary, words

_UNITS = {
    "zero": 0, "cero": 0, "u": 1, "un": 1, "una": 1, "uno": 1, "dos": 2, "dues": 2, "tres": 3, "quatre": 4,
    "cuatro": 4, "cinc": 5, "cinco": 5, "sis": 6, "seis": 6, "set": 7, "siete": 7, "vuit": 8, "huit": 8, "ocho": 8,
    "nou": 9, "nueve": 9, "deu": 10, "diez": 10, "onze": 11, "once": 11, "dotze": 12, "doce": 12, "tretze": 13,
    "trece": 13, "catorze": 14, "catorce": 14, "quinze": 15, "quince": 15, "setze": 16, "disset": 17, "desset": 17,
    "divuit": 18, "devuit": 18, "dinou": 19, "denou": 19, "vint": 20, "veinte": 20, "dotzena": 12, "desena": 10,
    "quinzena": 15, "centenar": 100, "miler": 1000, "parell": 2, "parella": 2, "duet": 2, "trio": 3,
}  # fmt: skip
_TENS = {"vint": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "seixanta": 60, "setanta": 70, "vuitanta": 80,
         "noranta": 90, "treinta": 30, "cuarenta": 40, "cincuenta": 50}  # fmt: skip
_HUNDREDS = {"cent": 100, "cents": 100, "centes": 100, "mil": 1000}
_NONE = vocabulary("cap ningu zero cero nadie ninguno ninguna")
_ONLY_ME = vocabulary("sol sola solo jo mateix mateixa nomes hi sere vindre soc")
# What is counted is something else: an hour, a date, a percentage, an age, money.
_OTHER_THINGS = vocabulary("""
    h hora hores minuts min dia dies setmana setmanes mes mesos any anys euro euros eur cent sessio sessions
    gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre tant percent
""")
_COLLECTIVES = vocabulary("parell parella dotzena desena quinzena centenar miler")
_OTHER_SIGN = re.compile(r"[%€$]|\d:\d|\d\s*[ºªh]\b")
_BELOW_ZERO = re.compile(r"(?:^|\s)[-−–]\s*\d")
_THOUSANDS = re.compile(r"(?<=\d)[.\s](?=\d{3}\b)")
_FRACTION = re.compile(r"\d\s*[.,]\s*\d")

_HOW_MANY = T("Write how many people, with a number, please.")


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of people from `least` to `most`."""

    most: int
    least: int = 1

    def read(self, text: str) -> Reading:
        """The one number that the text names; with two of them ("2 o 3") a person has to say which."""
        line = unicodedata.normalize("NFKC", one_line(text))
        if "?" in line or _OTHER_SIGN.search(line) or _BELOW_ZERO.search(line):
            return Refused(_HOW_MANY)
        joined = _THOUSANDS.sub("", line)
        if _FRACTION.search(joined):
            return Refused(T("People are counted whole: write a number without decimals, please."))
        tokens = words(joined)
        if not _OTHER_THINGS.isdisjoint(tokens):
            return Refused(_HOW_MANY)
        numbers = _numbers(tokens)
        if not numbers and not _NONE.isdisjoint(tokens):
            numbers = [0]
        if not numbers and "jo" in tokens and _ONLY_ME.issuperset(tokens):
            numbers = [1]
        if len(set(numbers)) > 1 or numbers.count(1) > 1:
            return Refused(T("There is more than one number. Write only the total, please."))
        if not numbers:
            return Refused(_HOW_MANY)
        number = numbers[0]
        if not self.least <= number <= self.most:
            return Refused(T("It has to be a number from {least} to {most}.", least=self.least, most=self.most))
        return Accepted(number)


def _numbers(tokens: tuple[str, ...]) -> list[int]:
    """The numbers that the words name; "un equip de tres" names one, "una tècnica i un regidor" two."""
    found: list[int] = []
    place = 0
    while place < len(tokens):
        length, number = _number(tokens[place:])
        if number is not None:
            found.append(number)
        place += length
    return found


def _number(tokens: tuple[str, ...]) -> tuple[int, int | None]:
    """The number that these words begin with and how many of them it takes ("vint", "i", "dos")."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    digits = re.fullmatch(r"(\d+)(?:p|pax|pers|persones|x)?|x(\d+)", first)
    if digits:
        return 1, int(digits[1] or digits[2])
    if first in _TENS:
        rest = tokens[2:3] if second == "i" else tokens[1:2]
        if rest and 0 < _UNITS.get(rest[0], 0) < len("0123456789"):
            return (3 if second == "i" else 2), _TENS[first] + _UNITS[rest[0]]
        return 1, _TENS[first]
    if first in _HUNDREDS:
        return 1, _HUNDREDS[first]
    if first in {"un", "una"} and second in _COLLECTIVES:
        return 2, _UNITS[second]
    if first == "un" and second in {"equip", "grup", "total"}:
        return 2, None
    if first == "mitja" and second in _COLLECTIVES:
        return 2, _UNITS[second] // 2
    return 1, _UNITS.get(first)

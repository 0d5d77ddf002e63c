"""A telephone as people type it: with spaces, dots, brackets, a prefix or inside a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers

from conversations.forms.outcome import Accepted, Doubtful, Reading, Refused
from conversations.protocol.words import T
from conversations.rules.plain import one_line

_REGION = "ES"
_DIGITS = 9
_LEAST = 7  # fewer digits beside a number are an hour, an extension or a floor
# Digits and what people put between them; a letter, "/", ";", "," or "o" between two numbers ends the first.
_RUN = re.compile(r"(?:\+\s*)?\(?\+?\d(?:[\s().\-–·_]*\d)*")
_SLASHED = re.compile(r"(?<=\d)\s*[/,]\s*(?=\d)")
_EXTENSION = re.compile(r"\s*(?:,|;|\()?\s*(?:ext(?:ensi[oó]n?)?|int(?:ern)?)\b[\s.:]*(\d{1,6})\)?", re.IGNORECASE)
_TRUNK = re.compile(r"(\+\s*\d{1,3})\s*\(0\)\s*")  # "+34 (0) 938…": the zero is not dialled
_LETTER_FOR_DIGIT = re.compile(r"(?<=\d)[\s.-]*[oOlI]|[oOlI][\s.-]*(?=\d)")
_LETTERS_AS_DIGITS = str.maketrans("oOlI", "0011")

_TWO = T("There is more than one telephone. Write only one, please.")


@dataclass(frozen=True, slots=True)
class Phone:
    """One number of any country, Spanish unless it has a prefix; kept as +34… with its extension, if it has one."""

    def read(self, text: str) -> Reading:
        """The number, a guess to be confirmed, or what is missing in it."""
        line = unicodedata.normalize("NFKC", one_line(text))
        extension = _EXTENSION.search(line)
        rest = _TRUNK.sub(r"\1 ", _EXTENSION.sub(" ", line))
        guessed = _with_digits(rest)
        if guessed is not None:
            return Doubtful(
                guessed, T("There is a letter where a digit should be. Is it {phone}?", phone=readable(guessed))
            )
        numbers = _numbers(rest)
        whole = [number for number in numbers if _digits(number) >= _LEAST]
        if len({_e164(number) or number for number in whole}) > 1:
            return Refused(_TWO)
        if not whole:
            return Refused(_too_few(max((_digits(number) for number in numbers), default=0)))
        found = _e164(whole[0])
        if found is None:
            return Refused(_TWO if _is_two(whole[0]) else _why(whole[0]))
        if len(set(found[-_DIGITS + 1 :])) == 1:
            return Doubtful(found, T("Is {phone} really the telephone?", phone=readable(found)))
        return Accepted(f"{found} ext. {extension[1]}" if extension else found)


def _numbers(text: str) -> list[str]:
    """The runs of digits; with slashes between pairs ("622/10/14/20") they are one number."""
    runs = _RUN.findall(text)
    if len(runs) > 1 and sum(map(_digits, runs)) <= _DIGITS + len("34"):
        joined = _RUN.findall(_SLASHED.sub(" ", text))
        if len(joined) == 1:
            return joined
    return runs


def _is_two(run: str) -> bool:
    """Whether the digits are two numbers with nothing but a space between them."""
    digits = "".join(char for char in run if char.isdigit())
    return len(digits) == 2 * _DIGITS and all(map(_e164, (digits[:_DIGITS], digits[_DIGITS:])))


def _with_digits(text: str) -> str | None:
    """The number if letters that look like digits were typed for them; None if there are none or it is no number."""
    if not _LETTER_FOR_DIGIT.search(text):
        return None
    for token in (text, *re.findall(r"[\doOlI][\doOlI\s.-]*[\doOlI]", text)):
        if any(char in "oOlI" for char in token) and re.fullmatch(r"[+\doOlI\s().-]+", token):
            found = _e164(token.translate(_LETTERS_AS_DIGITS))
            if found is not None:
                return found
    return None


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _e164(number: str) -> str | None:
    """The number with its prefix; None if no such number can be."""
    try:
        parsed = phonenumbers.parse(number, _REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def readable(e164: str) -> str:
    """The number as it is said: by groups, with the prefix only if it is foreign."""
    parsed = phonenumbers.parse(e164)
    national = phonenumbers.PhoneNumberFormat.NATIONAL
    foreign = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, national if parsed.country_code == 34 else foreign)


def _too_few(count: int) -> T:
    if count == 0:
        return T("Write the telephone in digits, please.")
    return _wrong_count(count)


def _wrong_count(count: int) -> T:
    return T(
        "This telephone has {n} digit and should have 9. Write it in full, please.",
        "This telephone has {n} digits and should have 9. Write it in full, please.",
        n=count,
    )


def _why(number: str) -> T:
    """What is wrong with digits that are no number."""
    count = _digits(number)
    if not number.lstrip("( ").startswith(("+", "00")) and count != _DIGITS:
        return _wrong_count(count)
    return T("No telephone has this number. Look at it again, please.")

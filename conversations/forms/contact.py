"""Who the person is: name and position. The addresses are in email.py and phone.py."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conversations.forms.content import is_code, letters, too_long, vague, without_markup, without_symbols
from conversations.forms.email import Email
from conversations.forms.outcome import Accepted, Doubtful, Reading, Refused
from conversations.forms.phone import Phone
from conversations.forms.texts import IN_WORDS, NOT_CODE
from conversations.protocol.words import T
from conversations.rules.plain import one_line

__all__ = ["Email", "PersonName", "Phone", "Role"]

# How people say their name instead of only writing it.
_INTRODUCTION = re.compile(
    r"""^(?:(?:hola|bon\ dia|bona\ tarda|bones)[\s,.!]+)?
        (?:em\ dic|em\ dig|me\ llamo|s[oó]c|soy|el\ meu\ nom\ [eé]s|mi\ nombre\ es|nom(?:\ i\ cognoms)?\s*:)\s+
        (?:l['’]\s*|(?:la|el|en|na)\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_A_NAME = re.compile(r"[\s,;!]+$")
# Letters of any script with their marks; initials, apostrophes, hyphens, "l·l", "Mª"; a note in brackets.
_NAME = re.compile(r"[^\W\d_](?:[\w\s.,'’´`·•ªº̀-ͯ-]|\([\w\s.,'’-]*\))*")
_NOT_IN_A_NAME = re.compile(r"[\d_]|--")

_ONLY_THE_NAME = T("Write only the name and the surname, please, without digits or symbols.")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of one person, in any script; capitals are not corrected."""

    most: int = 100

    def read(self, text: str) -> Reading:
        """The name without emoji and without "em dic", or what is missing in it."""
        line = one_line(text)
        if "@" in line:
            return Refused(T("This is an address. Write the name and the surname, please."))
        if is_code(line):
            return Refused(_ONLY_THE_NAME)
        name = _AFTER_A_NAME.sub("", _INTRODUCTION.sub("", without_symbols(line)))
        if not letters(without_markup(name)):
            return Refused(T("Write the name in letters, please."))
        long = too_long(name, self.most)
        if long is not None:
            return Refused(long)
        if not _NAME.fullmatch(name) or _NOT_IN_A_NAME.search(name):
            return Refused(_ONLY_THE_NAME)
        if len(letters(name)) == 1 and name.isascii():
            return Refused(T("Write the whole name, please."))
        if vague(name) is not None:
            return Doubtful(
                name, T("Is “{name}” the name of a person? Write the name and the surname, please.", name=name)
            )
        return Accepted(name)


@dataclass(frozen=True, slots=True)
class Role:
    """The position and the department, in one line."""

    most: int = 100

    def read(self, text: str) -> Reading:
        """The line as it was written, or what is missing in it."""
        line = one_line(text)
        if not letters(without_markup(line)):
            return Refused(IN_WORDS)
        long = too_long(line, self.most)
        if long is not None:
            return Refused(long)
        if is_code(line):
            return Refused(NOT_CODE)
        if len(letters(line)) == 1:
            return Refused(T("Write the whole position, please."))
        if "@" in line:
            return Refused(T("This is an address. Write the position and the department, please."))
        if vague(line) is not None:
            return Doubtful(
                line, T("Write the position and the department, please, such as «Technician, economic promotion».")
            )
        return Accepted(line)

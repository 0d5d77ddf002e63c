"""The Catalan sentences: messages.po read and compiled in memory, at the first use."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser

PO: Final = Path(__file__).parent / "ca" / "LC_MESSAGES" / "messages.po"

_log = logging.getLogger(__name__)
_strict = False


class UntranslatedError(LookupError):
    """A sentence has no Catalan, or a placeholder asks for a form that its value does not have."""


def be_strict(strict: bool = True) -> None:
    """Make every fault of the catalogue an error: for tests. Otherwise it is logged and something is said."""
    global _strict  # noqa: PLW0603 a setting of the whole process, set once at start
    _strict = strict


def fault(what: str) -> None:
    """Raise UntranslatedError if strict, otherwise log a warning, once for each fault."""
    if _strict:
        raise UntranslatedError(what)
    _warn(what)


def sentence(msgid: str, plural: str | None = None, n: int = 0) -> str:
    """The Catalan of a msgid, in the form for `n` if it has a plural; the msgid itself if there is none."""
    if not msgid:
        return ""  # that of the empty msgid is the header of the file
    if plural is None:
        return load().gettext(msgid)
    return load().ngettext(msgid, plural, n)


class Sentences(Catalog):
    """A catalogue that remembers what was translated twice and not the same."""

    def __init__(self) -> None:
        super().__init__(locale="ca", fuzzy=False)
        self.twice: list[tuple[str, object, object]] = []

    def __setitem__(self, id: object, message: Message) -> None:
        """Add a message; a second translation of the same msgid yields to the first."""
        earlier = self.get(message.id, message.context) if message.id else None
        if earlier and not any(strings(earlier)):
            earlier.string = message.string
        elif earlier and any(strings(message)) and earlier.string != message.string:
            self.twice.append((shown(message), earlier.string, message.string))
        super().__setitem__(message.id, message)


def parsed_po(text: str) -> Sentences:
    """A catalogue from the text of a .po file. Raises PoFileError if it is damaged."""
    catalogue = Sentences()
    PoFileParser(catalogue, abort_invalid=True).parse(BytesIO(text.encode()))
    return catalogue


def msgids(message: Message) -> tuple[str, ...]:
    """The msgid of a message, and its plural if it has one."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    """The Catalan of a message, in each plural form; empty ones where there is none."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def shown(message: Message) -> str:
    """The msgid of a message, for people."""
    return " / ".join(repr(text) for text in msgids(message))


@cache
def load() -> GNUTranslations:
    """The compiled sentences; call it at start to find a damaged file before the first message."""
    catalogue = parsed_po(PO.read_text(encoding="utf-8"))
    for message in list(catalogue):
        if message.id and not all(strings(message)):
            catalogue.delete(message.id)  # Babel would compile an empty plural form to its msgid
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    translations.add_fallback(_Untranslated())
    return translations


class _Untranslated(NullTranslations):
    def gettext(self, message: str) -> str:
        fault(f"no Catalan for {message!r}")
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        fault(f"no Catalan for {msgid1!r} / {msgid2!r}")
        return super().ngettext(msgid1, msgid2, n)


@lru_cache(maxsize=1024)
def _warn(what: str) -> None:
    _log.warning("%s", what)

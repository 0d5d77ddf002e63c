"""The Catalan sentences: messages.po read and compiled in memory, at the first use."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

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
    if plural is None:
        return load().gettext(msgid)
    return load().ngettext(msgid, plural, n)


@cache
def load() -> GNUTranslations:
    """The compiled sentences; call it at start to find a damaged file before the first message."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="ca", abort_invalid=True)
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

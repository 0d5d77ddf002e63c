"""The buttons of what waits to be saved, said in words: «sí», «desa-la», «descarta-ho», «descarta-les totes»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conversations.protocol.scenes import Reporting, Scene
from conversations.rules.plain import words

_PLEASE = r"(?: si us plau)?"
_SAVES = re.compile(
    rf"(?:(?:si|ok|d acord|correcte) )*(?:desa|deseu|guarda|guardeu|anota|anoteu|apunta|apunteu)"
    rf"(?: (?:l|la|ho|les|tot|tots|totes|dues|aquesta|sessio|sessions))*{_PLEASE}"
)
_SAVES_ONE = re.compile(
    r"(?:(?:si|ok|si us plau) )*(?:desa|deseu|guarda|guardeu|anota|anoteu|apunta|apunteu) (?:nomes )?(?:la|l) \w"
)
_AGREES = re.compile(
    rf"(?:(?:si|ok|okey|vale|d acord|correcte|perfecte|exacte|endavant|tot (?:be|correcte)|(?:esta|es) (?:be|correcte)|"
    rf"aixi es) ?)+{_PLEASE}"
)
_THUMB = re.compile(r"\W*[\N{THUMBS UP SIGN}\N{OK HAND SIGN}\N{WHITE HEAVY CHECK MARK}]\W*")
_DISCARDS = re.compile(
    r"(?:(?:al final|no|millor|si us plau|vull|voldria) )*"
    r"(?:(?:descart|esborr|elimin|oblid|anul)\w*(?: la)?|treu|traieu|deix(?:a|eu)(?= (?:ho|la correr|la estar)))"
    rf"(?: (?:l|la|ho|les|tot|tots|totes|dues|aquesta|aquestes|sessio|sessions|correr|estar))*{_PLEASE}"
)
_NOTHING = re.compile(r"(?:(?:al final|doncs|no|ja) )+res(?: de res)?(?: (?:deixa|deixeu)(?: ho)?)?(?: correr| estar)?")
_ALL = frozenset({"les", "tot", "tots", "totes", "aquestes"})


def saves(text: str) -> bool:
    """Whether a text asks that what waits be saved."""
    return _SAVES.fullmatch(" ".join(words(text))) is not None


def saves_one(text: str) -> bool:
    """Whether a text asks that one of several be saved, and not the others."""
    return _SAVES_ONE.match(" ".join(words(text))) is not None


def discards(text: str) -> bool:
    """Whether a text asks that what waits be discarded."""
    said = " ".join(words(text))
    return bool(_DISCARDS.fullmatch(said) or _NOTHING.fullmatch(said))


def of_all(text: str) -> bool:
    """Whether a text that discards speaks of all that waits."""
    return not _ALL.isdisjoint(words(text))


def button(scene: Scene, text: str, offered: Iterable[str]) -> str | None:
    """The data of the live button that saves, where a text asks for it in other words than its label; None if the text
    does not ask for it, or if something must be made clear first. A bare «sí» is no answer where something else is
    offered beside it."""
    if not isinstance(scene, Reporting):
        return None
    offered = tuple(offered)
    found = next((data for data in offered if data.partition(":")[2] == "save"), None)
    alone = not any(data.startswith("0:") for data in offered)
    agreed = alone and (_AGREES.fullmatch(" ".join(words(text))) or _THUMB.fullmatch(text))
    return found if saves(text) or agreed else None

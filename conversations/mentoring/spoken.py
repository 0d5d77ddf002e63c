"""The buttons of what waits to be saved, said in words: «sí», «desa-la», «descarta-ho», «descarta-les totes»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conversations.protocol.scenes import Claiming, Reporting, Scene
from conversations.rules.assent import only_agrees
from conversations.rules.plain import words

_PLEASE = r"(?: si us plau)?"
_SAVES = re.compile(
    rf"(?:(?:si|ok|d acord|correcte) )*(?:desa|deseu|guarda|guardeu|anota|anoteu|apunta|apunteu)"
    rf"(?: (?:l|la|ho|les|tot|tots|totes|dues|aquesta|sessio|sessions))*{_PLEASE}"
)
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
    offered = tuple(offered)
    if isinstance(scene, Claiming):
        return _agreed(text, offered)
    if not isinstance(scene, Reporting):
        return None
    anyway = next((data for data in offered if data.partition(":")[2] == "anyway"), None)
    if anyway is not None and not scene.drafts and (saves(text) or only_agrees(text)):
        return anyway
    found = next((data for data in offered if data.partition(":")[2] == "save"), None)
    alone = not any(data.startswith("0:") for data in offered)
    return found if saves(text) or (alone and only_agrees(text)) else None


def _agreed(text: str, offered: tuple[str, ...]) -> str | None:
    """The one value that a council is asked whether it was so, for a plain yes; None where several are offered."""
    values = [one for one in offered if not one.startswith("0:") and one.partition(":")[2] != "keep"]
    return values[0] if len(values) == 1 and only_agrees(text) else None

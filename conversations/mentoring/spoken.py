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
_WRONG = r"(?:m he|ens hem) (?:equivocat|confos)"
_BEFORE = (
    r"(?:(?:al final|no|res|ai|ui|perdo|disculp\w+|doncs|millor|si us plau|vull|voldria|deix(?:a|eu) ho(?: tot)?|"
    rf"{_WRONG}) )*"
)
_ALL_OF_THEM = r"(?:les (?:dues|tres)|tot|totes(?: (?:dues|tres))?)"
_DISCARDS = re.compile(
    rf"{_BEFORE}"
    r"(?:(?:descart|(?:es)?borr|elimin|oblid|anul)\w*(?: la)?|treu|traieu|"
    r"deix(?:a|eu)(?= (?:ho|(?:la|les) (?:correr|estar))))"
    r"(?: (?:l|la|ho|les|tot|tots|totes|dues|tres|ambdues|aquesta|aquestes|sessio|sessions|correr|estar))*"
    rf"{_PLEASE}(?: (?:que )?{_WRONG})?"
)
_SAVES_NONE = re.compile(
    rf"{_BEFORE}(?:{_ALL_OF_THEM} fora|fora {_ALL_OF_THEM}|"
    r"no (?=.*\b(?:les|en|cap|res)\b)(?:(?:les|en) )?"
    r"(?:desis|deseu|guardis|guardeu|anotis|anoteu|apuntis|apunteu)(?: (?:cap|res|totes|dues))*)"
)
_NOTHING = re.compile(r"(?:(?:al final|doncs|no|ja) )+res(?: de res)?(?: (?:deixa|deixeu)(?: ho)?)?(?: correr| estar)?")
_MANY = {"dues": 2, "ambdues": 2, "tres": 3}
_ALL = frozenset({"les", "tot", "tots", "totes", "aquestes"})


def saves(text: str) -> bool:
    """Whether a text asks that what waits be saved."""
    return _SAVES.fullmatch(" ".join(words(text))) is not None


def discards(text: str) -> bool:
    """Whether a text asks that what waits be discarded."""
    said = " ".join(words(text))
    return any(one.fullmatch(said) for one in (_DISCARDS, _SAVES_NONE, _NOTHING))


def of_all(text: str, waiting: int) -> bool:
    """Whether a text that discards speaks of all the sessions that wait, which are so many."""
    said = words(text)
    if any(many != waiting for word, many in _MANY.items() if word in said):
        return False
    return not _ALL.isdisjoint(said) or _SAVES_NONE.fullmatch(" ".join(said)) is not None


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

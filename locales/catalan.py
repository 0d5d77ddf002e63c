"""Catalan grammar of names: the article and the prepositions before a council, lists, alphabetical order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_ARTICLE: Final = re.compile(r"(el|els|la|les) (?=\S)|(l')(?=\S)", re.IGNORECASE)

# The Aranese article of es Bòrdes does not contract: d'es Bòrdes, a es Bòrdes.
_ARANESE: Final = re.compile(r"es (?=\S)", re.IGNORECASE)

_INSTITUTIONS: Final = {
    "Agència": "l'", "Agrupació": "l'", "Ajuntament": "l'", "Àrea": "l'", "Associació": "l'", "Ateneu": "l'",
    "Comissió": "la", "Comunitat": "la", "Conselh": "el", "Consell": "el", "Consorci": "el", "Diputació": "la",
    "Entitat": "l'", "Federació": "la", "Fundació": "la", "Generalitat": "la", "Institut": "l'",
    "Mancomunitat": "la", "Oficina": "l'", "Organisme": "l'", "Patronat": "el", "Xarxa": "la",
}  # fmt: skip

_DE: Final = {"el": "del ", "els": "dels ", "la": "de la ", "les": "de les ", "l'": "de l'"}
_A: Final = {"el": "al ", "els": "als ", "la": "a la ", "les": "a les ", "l'": "a l'"}
_PER: Final = {"el": "pel ", "els": "pels ", "la": "per la ", "les": "per les ", "l'": "per l'"}

_MARKS: Final = "\u0301\u0300\u0308\u0302"  # the order in which accents count: acute, grave, dieresis, circumflex

COUNCIL_FORMS: Final = (
    "", "name", "el", "de", "a", "per", "title", "body", "body-de", "body-a", "body-per",
)  # fmt: skip


def elides(word: str) -> bool:
    """Whether `de` and the article lose their vowel before the word: a vowel sound, with or without h."""
    letters = _bare(word).removeprefix("h")
    if letters[:1] in ("i", "u") and letters[1:2] in tuple("aeiou"):
        # A bare i or u before another vowel is a consonant (de Iacó); with an accent or dieresis it is not.
        return unicodedata.normalize("NFD", word.lower().removeprefix("h"))[1:2] in tuple(_MARKS)
    return letters[:1] in tuple("aeiou")


def capitalised(text: str) -> str:
    """The text with its first letter, after any markup, in upper case."""
    return re.sub(r"^((?:<[^>]*>|[«¿¡(])*)(\w)", lambda found: found[1] + found[2].upper(), text, count=1)


def uncapitalised(text: str) -> str:
    """The text as the middle of a sentence has it; an acronym stays as it is."""
    return re.sub(r"^((?:<[^>]*>)*)([^\W\d_])(?![A-Z])", lambda found: found[1] + found[2].lower(), text, count=1)


@lru_cache(maxsize=4096)
def council(name: str, form: str = "") -> str:
    """A display name in one of `COUNCIL_FORMS`. Raises KeyError for another form.

    An institution with a name of its own (a comarcal council, a consortium) is no town hall: its `body` is itself.
    """
    name = _normal(name)
    head = _INSTITUTIONS.get(name.split(" ", 1)[0])
    article, noun = (head, name) if head else _split(name)
    if form in ("", "name"):
        return name
    if form in ("el", "de", "a", "per"):
        return _before(form, article, noun)
    title = name if head else f"Ajuntament {_before('de', article, noun)}"
    if form == "title":
        return title
    return _before(_BODY_FORMS[form], head or "l'", title)


_BODY_FORMS: Final = {"body": "el", "body-de": "de", "body-a": "a", "body-per": "per"}


def joined(parts: Iterable[str], last: str = "i") -> str:
    """The parts as a list in a sentence: «a, b i c»."""
    present = [part for part in parts if part]
    if len(present) < 2:
        return "".join(present)
    return f"{', '.join(present[:-1])} {last} {present[-1]}"


@lru_cache(maxsize=4096)
def sort_key(name: str) -> tuple[str, tuple[int, ...], str]:
    """The key by which Catalan sorts names.

    The article goes after the noun, hyphens do not count, an apostrophe counts as a space, accents, ç and the l·l
    only break ties.
    """
    article, noun = _split(_normal(name))
    if not article and _ARANESE.match(noun):
        article, noun = noun.split(" ", 1)
    whole = f"{noun} {article}".strip()
    # Without the hyphen, a word keeps its place beside the ones written together: Vilaplana, Vila-rodona.
    plain = re.sub(r"[^\w]+", " ", re.sub(r"[-·]", "", _bare(whole))).strip()
    marks = tuple(_MARKS.find(char) + 1 for char in unicodedata.normalize("NFD", whole))
    return plain, marks, whole


def _before(form: str, article: str, noun: str) -> str:
    if form == "el":
        return noun if not article else article + ("" if article == "l'" else " ") + noun
    if article:
        return {"de": _DE, "a": _A, "per": _PER}[form][article] + noun
    if form == "de" and elides(noun):
        return f"d'{noun}"
    return f"{form} {noun}"


def _normal(name: str) -> str:
    name = " ".join(name.replace("’", "'").split())
    article, noun = _split(name)
    return _before("el", article, noun)


def _split(name: str) -> tuple[str, str]:
    found = _ARTICLE.match(name)
    return (found[0].strip().lower(), name[found.end() :]) if found else ("", name)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))

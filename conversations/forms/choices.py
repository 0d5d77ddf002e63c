"""Answers that are options: one of them, or several in groups, by buttons or typed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from conversations.forms.outcome import Accepted, Reading, Refused
from conversations.forms.phrases import Named, Phrases, named, phrases
from conversations.protocol.words import Listed, T, Verbatim, Words
from conversations.rules.plain import folded, vocabulary, words

_EVERYTHING = vocabulary("tots totes todo todas todos ambdues ambdos totesdues")
_BUT_NOT = vocabulary("no ni tampoc excepte menys llevat")
_QUALIFIED = re.compile(
    r"\b(?:pero|pot ser|potser|depen|segons|gaire|en part|parcialment|una mica|un poc|ben be|del tot|exactament|"
    r"directament|indirectament|mes o menys|mes aviat|tot i (?:que|aixi)|encara que|a mitges|nomes|podria|"
    r"(?:ho )?(?:se|sabem|tinc clar|tenim clar)|en (?:certa|alguna) manera)\b"
)
_YES = re.compile(r"\bsi\b(?! us plau\b)")
_ONLY_YES = re.compile(r"(?:que )?si+(?: (?:i tant|clar|es clar|que si|esclar|molt|sens dubte|evidentment|gracies))*")


@dataclass(frozen=True, slots=True)
class Option:
    """One option: `synonyms` are how people type it (accents and slips do not matter).

    An `exclusive` option ("none of them") cannot go with another one of its group.
    """

    id: str
    label: Words
    synonyms: tuple[str, ...] = ()
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Options of which between `least` and `most` are chosen; `name` says what, where there are more groups."""

    options: tuple[Option, ...]
    most: int = 1
    least: int = 1
    name: T | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one option; the value is its id."""

    options: tuple[Option, ...]

    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order."""
        return tuple(option.id for option in self.options)

    def label(self, option: str) -> Words:
        """The label of an option; an option of an older form says its id."""
        return _label(self.options, option)

    def read(self, text: str) -> Reading:
        """The one option that the text names. A question, a negation or two options name none.

        Where one of them is a bare «no», a «no» with a «but» or beside a «yes» is asked about with the buttons, and
        so is a «yes» that does not say which.
        """
        found = _named(text, self.options)
        if self._mixed(text, found.options):
            return Refused(T("To be sure: which of these answers is the closest to yours?"), again=True)
        everything = not _EVERYTHING.isdisjoint(found.rest)
        if len(found.options) > 1 or (everything and not found.options):
            return Refused(T("Choose only one: {options}.", options=_either(self.options)))
        if len(found.options) == 1 and "?" not in text and _BUT_NOT.isdisjoint(found.rest):
            return Accepted(found.options[0])
        return Refused(T("It is not clear which one. The options are: {options}.", options=_either(self.options)))

    def _mixed(self, text: str, named: tuple[str, ...]) -> bool:
        """Whether a text is a yes or a no that does not say enough to be taken for an option."""
        no = next((one.id for one in self.options if "no" in one.synonyms), None)
        said = " ".join(words(text))
        if no is None:
            return False
        if not named:
            return bool(_ONLY_YES.fullmatch(said) or _QUALIFIED.search(said))
        return named == (no,) and bool(_QUALIFIED.search(said) or _YES.search(said))


@dataclass(frozen=True, slots=True)
class Checklist:
    """Options of one or several groups in one question; the value is the list of their ids, in the form's order."""

    groups: tuple[Group, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """All options, group after group."""
        return tuple(option for group in self.groups for option in group.options)

    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order."""
        return tuple(option.id for option in self.options)

    def label(self, option: str) -> Words:
        """The label of an option; an option of an older form says its id."""
        return _label(self.options, option)

    def read(self, text: str) -> Reading:
        """The options that the text names, if they are a complete answer and nothing of it is left over."""
        found = _named(text, self.options)
        chosen = list(found.options)
        rest = tuple(word for word in found.rest if word not in _EVERYTHING)
        if rest != found.rest and not chosen:
            chosen = [option.id for option in self.options if not option.exclusive]
        if not chosen or "?" in text:
            return Refused(T("It is not clear which ones. The options are: {options}.", options=_either(self.options)))
        if rest:
            return Refused(T("«{words}» was not understood. Name only the options, please.", words=" ".join(rest)))
        chosen = [option for option in self.ids() if option in chosen]
        why = self.complete(chosen)
        return Accepted(chosen) if why is None else Refused(why)

    def toggle(self, selected: Collection[str], option: str) -> tuple[str, ...] | Refused:
        """What is chosen after one tap on an option; Refused if there would be too many of its group.

        In a group of one, and between an exclusive option and the others, the last tap wins.
        """
        group = next(group for group in self.groups if any(one.id == option for one in group.options))
        if option in selected:
            return self._in_order(set(selected) - {option})
        (tapped,) = (one for one in group.options if one.id == option)
        gives_way = {one.id for one in group.options if group.most == 1 or tapped.exclusive or one.exclusive}
        chosen = (set(selected) - gives_way) | {option}
        why = _too_many(group, chosen)
        return self._in_order(chosen) if why is None else Refused(why)

    def complete(self, selected: Collection[str]) -> T | None:
        """What is missing or too much in what is chosen; None if it is a whole answer."""
        for group in self.groups:
            chosen = [option for option in group.options if option.id in selected]
            alone = next((option for option in chosen if option.exclusive), None)
            if alone is not None and len(chosen) > 1:
                return T("«{option}» cannot go with another option.", option=alone.label)
            why = _too_many(group, selected)
            if why is not None:
                return why
            if len(chosen) < group.least:
                if group.name is not None:
                    return T("It still has to be said {what}.", what=group.name)
                return T("Choose at least one option, please.")
        return None

    def _in_order(self, selected: Collection[str]) -> tuple[str, ...]:
        return tuple(option for option in self.ids() if option in selected)


def _too_many(group: Group, selected: Collection[str]) -> T | None:
    if sum(option.id in selected for option in group.options) <= group.most:
        return None
    if group.name is not None:
        return T(
            "Choose only {n} option to say {what}.",
            "Choose up to {n} options to say {what}.",
            n=group.most,
            what=group.name,
        )
    return T("Choose only {n} option.", "Choose up to {n} options.", n=group.most)


def _label(options: tuple[Option, ...], wanted: str) -> Words:
    return next((option.label for option in options if option.id == wanted), Verbatim(wanted))


def _either(options: tuple[Option, ...]) -> Listed:
    return Listed(tuple(option.label for option in options), either=True)


def _named(text: str, options: tuple[Option, ...]) -> Named:
    return named(folded(text), _phrases(options))


@lru_cache(maxsize=256)
def _phrases(options: tuple[Option, ...]) -> Phrases:
    """The phrases of the options, built once: the options of a form do not change."""
    return phrases({option.id: _said(option) for option in options})


def _said(option: Option) -> tuple[str, ...]:
    return (*option.synonyms, option.label.text) if isinstance(option.label, Verbatim) else option.synonyms

"""From words to text: the sentence of each msgid with its values written as Catalan writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from string import Formatter
from typing import Final, assert_never

from conversations.protocol.words import (
    Council,
    Folded,
    Joined,
    Listed,
    Minutes,
    StartLink,
    T,
    Value,
    Verbatim,
    Words,
    Written,
)
from locales import amounts, catalan
from locales.sentences import fault, sentence

TEXT_FORMS: Final = ("", "text", "lower")

FORMS: Final = {
    "council": frozenset(catalan.COUNCIL_FORMS),
    "date": frozenset(amounts.DATE_FORMS),
    "time": frozenset(amounts.TIME_FORMS),
    "duration": frozenset(amounts.DURATION_FORMS),
    "number": frozenset(amounts.NUMBER_FORMS),
    "text": frozenset(TEXT_FORMS),
    "link": frozenset(("",)),
}
"""The forms of each kind of value. Any form but the empty one may be written with a capital: so is its text."""


def translate(words: Words, *, bot_name: str = "") -> str:
    """The final text in Telegram's HTML. Sentences of the catalogue may hold tags; every value is escaped."""
    match words:
        case T():
            return _said(words, bot_name)
        case Verbatim(text):
            return _escaped(text)
        case Written(text):
            return text
        case Folded(text):
            return f"<blockquote expandable>{_escaped(text)}</blockquote>" if text else ""
        case Joined(parts, between):
            said = (translate(part, bot_name=bot_name) for part in parts)
            return _escaped(between).join(part for part in said if part)
        case Listed():
            return _value(words, "", bot_name)
    assert_never(words)


def plain(words: Words, *, bot_name: str = "") -> str:
    """The same text without markup: for buttons, documents and commands. A link is followed by its address."""
    text = re.sub(r'<a href="([^"]*)">(.*?)</a>', _with_address, translate(words, bot_name=bot_name), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def parsed(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """A sentence as (text before, name of the placeholder or None, its form). Raises ValueError if malformed."""
    parts = []
    for literal, name, form, conversion in Formatter().parse(text):
        if name is not None and (not name.isidentifier() or conversion or "{" in (form or "")):
            raise ValueError(f"malformed placeholder {name!r} in {text!r}")
        parts.append((literal, name, form or ""))
    return tuple(parts)


_parsed = lru_cache(maxsize=4096)(parsed)


def _said(words: T, bot_name: str) -> str:
    n = words.values.get("n", 0)
    if words.plural is not None and not isinstance(n, int):
        raise TypeError(f"{words.msgid!r} has a plural and its n is no number")
    text = sentence(words.msgid, words.plural, n if isinstance(n, int) else 0)
    return "".join(_filled(text, words, bot_name))


def _filled(text: str, words: T, bot_name: str) -> Iterator[str]:
    for literal, name, form in _parsed(text):
        yield literal
        if name is None:
            continue
        if name in words.values:
            yield _value(words.values[name], form, bot_name)
        else:
            fault(f"no value for {{{name}}} of {words.msgid!r}")


def _value(value: Value, form: str, bot_name: str) -> str:
    kind = _kind(value)
    plainly = form[:1].lower() + form[1:]
    if kind != "list" and plainly not in FORMS[kind]:
        fault(f"a {kind} has no form {form!r}")
        form = plainly = ""
    text = _written(value, plainly, bot_name)
    return catalan.capitalised(text) if form != plainly else text


def _written(value: Value, form: str, bot_name: str) -> str:
    match value:
        case Council(name):
            return _escaped(catalan.council(name, form))
        case Minutes(minutes):
            return amounts.duration(minutes, form)
        case StartLink(token):
            if not bot_name:
                fault("a start link without the bot's name")
            return _escaped(f"https://t.me/{bot_name.removeprefix('@')}?start={token}")
        case Listed(parts, either):
            return catalan.joined((_value(part, form, bot_name) for part in parts), "o" if either else "i")
        case str():
            return _TEXT[form](_escaped(value))
        case datetime():
            return amounts.moment(value, form)
        case date():
            return amounts.day(value, form)
        case int():
            return amounts.number(value, form)
        case _:
            return _TEXT[form](translate(value, bot_name=bot_name))


def _kind(value: Value) -> str:
    match value:
        case Council():
            return "council"
        case Minutes():
            return "duration"
        case StartLink():
            return "link"
        case Listed():
            return "list"
        case datetime():
            return "time"
        case date():
            return "date"
        case int():
            return "number"
        case _:
            return "text"


_TEXT: Final[dict[str, Callable[[str], str]]] = {"": str, "text": str, "lower": catalan.uncapitalised}


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace('"', "&quot;")


def _with_address(link: re.Match[str]) -> str:
    return link[2] if link[1] in link[2] else f"{link[2]} ({link[1]})"

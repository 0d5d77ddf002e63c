"""Entities: those that Telegram finds by itself in a text, and a text with its entities as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from bot.simulator.errors import JSON
from bot.simulator.formatting import ordered, utf16

_FOUND = (
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]»’']")),
    ("email", re.compile(r"(?<![\w.+\-@])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}")),
    ("bot_command", re.compile(r"(?<![\w/<>@.])/[A-Za-z0-9_]{1,64}(?:@\w+)?(?![\w/])")),
)
_OPAQUE = {"code", "pre", "text_link", "url"}
_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
}


def with_found(text: str, entities: list[JSON]) -> list[JSON]:
    """The entities plus the addresses, mentions and commands that Telegram marks by itself."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    result = list(entities)
    for kind, pattern in _FOUND:
        for found in pattern.finditer(text):
            start = utf16(text[: found.start()])
            stop = start + utf16(found.group())
            if any(start < end and begin < stop for begin, end in taken):
                continue
            taken.append((start, stop))
            result.append({"type": kind, "offset": start, "length": stop - start})
    return ordered(result)


def render(text: str, entities: list[JSON]) -> str:
    """Safe HTML: tags only from entities, everything else escaped. Line breaks stay line breaks."""
    units = text.encode("utf-16-le")

    def piece(start: int, stop: int) -> str:
        return escape(units[2 * start : 2 * stop].decode("utf-16-le", "replace"))

    out: list[str] = []
    at = 0
    opened: list[JSON] = []
    total = len(units) // 2

    def close_until(limit: int) -> None:
        nonlocal at
        while opened and (end := min(_end(entity) for entity in opened)) <= limit:
            out.append(piece(at, end))
            at = end
            reopened: list[JSON] = []
            # An entity that overlaps without nesting is closed and opened again around the end of the other.
            while any(_end(entity) <= end for entity in opened):
                last = opened.pop()
                out.append(_tags(last, piece)[1])
                if _end(last) > end:
                    reopened.insert(0, last)
            for entity in reopened:
                out.append(_tags(entity, piece)[0])
                opened.append(entity)

    for entity in ordered(entities):
        start = min(entity["offset"], total)
        close_until(start)
        out.append(piece(at, start))
        at = start
        out.append(_tags(entity, piece)[0])
        opened.append(entity)
    close_until(total)
    while opened:
        out.append(piece(at, total))
        at = total
        out.append(_tags(opened.pop(), piece)[1])
    out.append(piece(at, total))
    return "".join(out)


def _end(entity: JSON) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _tags(entity: JSON, piece: Callable[[int, int], str]) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return _TAGS[kind]
    shown = piece(entity["offset"], _end(entity))
    target = {"url": shown, "email": f"mailto:{shown}"}.get(kind)
    if kind == "text_link":
        target = escape(str(entity.get("url", "")))
    if target and re.match(r"(?:https?://|mailto:|tg://)", target):
        return f'<a href="{target}" target="_blank" rel="noopener noreferrer">', "</a>"
    return "", ""

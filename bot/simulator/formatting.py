"""Telegram's HTML into plain text and entities, with Telegram's own complaints.

Offsets and lengths of entities count UTF-16 code units, as the Bot API does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.simulator.errors import JSON, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));?")
_PLAIN = re.compile(r"[^<&]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.\-]+))?""")


def utf16(text: str) -> int:
    """The length of `text` as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: list[JSON] = []

    def run(self) -> tuple[str, list[JSON]]:
        while self.at < len(self.source):
            if plain := _PLAIN.match(self.source, self.at):
                self._text(plain.group(), plain.end())
            elif self.source[self.at] == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.stack:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        return "".join(self.parts), self.entities

    def _text(self, text: str, end: int) -> None:
        self.parts.append(text)
        self.length += utf16(text)
        self.at = end

    def _reference(self) -> None:
        found = _REFERENCE.match(self.source, self.at)
        character = _character(found) if found else None
        if found and character:
            self._text(character, found.end())
        else:
            self._text("&", self.at + 1)

    def _start_tag(self) -> None:
        start = self.at
        name = re.compile(r"[^\s>]*").match(self.source, start + 1)
        assert name is not None
        tag, at = name.group().lower(), name.end()
        if at >= len(self.source):
            raise self._complain("Unclosed start tag", start)
        if tag not in TAGS:
            raise self._complain(f'Unsupported start tag "{tag}"', start)
        attributes: dict[str, str] = {}
        while True:
            while at < len(self.source) and self.source[at].isspace():
                at += 1
            if at >= len(self.source):
                raise self._complain("Unclosed start tag", start)
            if self.source[at] == ">":
                break
            found = _ATTRIBUTE.match(self.source, at)
            if found is None:
                raise self._complain(f'Empty attribute name in the tag "{tag}"', start)
            if found.group(2) is None and found.group(1) != "expandable":
                raise self._complain(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', start)
            attributes[found.group(1).lower()] = _decoded((found.group(2) or "").strip("\"'"))
            at = found.end()
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._complain('Tag "span" must have class "tg-spoiler"', start)
        self.stack.append(_Open(tag, self.length, attributes))
        self.at = at + 1

    def _end_tag(self) -> None:
        start = self.at
        end = self.source.find(">", start)
        if end < 0:
            raise self._complain("Unclosed end tag", start)
        name = self.source[start + 2 : end].strip().lower()
        if not self.stack:
            raise self._complain("Unexpected end tag", start)
        opened = self.stack.pop()
        if name not in ("", opened.tag):
            raise _complaint(
                f'Unmatched end tag at byte offset {self._bytes(start)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)
        self.at = end + 1

    def _close(self, opened: _Open) -> None:
        length = self.length - opened.start
        language = opened.attributes.get("class", "").removeprefix("language-")
        parent = self.stack[-1] if self.stack else None
        if opened.tag == "code" and language and parent and (parent.tag, parent.start) == ("pre", opened.start):
            parent.attributes["language"] = language
            return
        if length == 0:
            return
        entity: JSON = {"type": TAGS[opened.tag], "offset": opened.start, "length": length}
        if opened.tag == "a":
            entity["url"] = opened.attributes.get("href") or "".join(self.parts).encode("utf-16-le")[
                2 * opened.start :
            ].decode("utf-16-le")
            if not re.match(r"(?:[a-z][a-z+.\-]*:|[\w\-]+\.[\w\-])", entity["url"], re.IGNORECASE):
                return
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "pre" and "language" in opened.attributes:
            entity["language"] = opened.attributes["language"]
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        self.entities.append(entity)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _complain(self, what: str, at: int) -> Exception:
        return _complaint(f"{what} at byte offset {self._bytes(at)}")


def parse_html(source: str) -> tuple[str, list[JSON]]:
    """The text a person sees and its entities, outer before inner."""
    text, entities = _Parser(source).run()
    return text, ordered(entities)


def ordered(entities: list[JSON]) -> list[JSON]:
    """By place, the longer first where two begin together."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Without white space at both ends, as Telegram stores a message; entities move along."""
    kept = text.strip()
    if kept == text:
        return text, entities
    lead = utf16(text[: len(text) - len(text.lstrip())])
    end = utf16(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept, moved


def _complaint(what: str) -> Exception:
    return bad_request(f"can't parse entities: {what}")


def _decoded(value: str) -> str:
    return _REFERENCE.sub(lambda found: _character(found) or found.group(), value)


def _character(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _REFERENCES.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None

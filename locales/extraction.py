"""Finds the msgids in the source: every `T("…")`, with the names of its values.

Babel's own extractor takes `T("a", name="b")` for a singular and a plural; the syntax tree does not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_KINDS: Final = {
    "Council": "council", "Minutes": "duration", "StartLink": "link", "T": "text", "Verbatim": "text",
    "Folded": "text", "Joined": "text", "lines": "text", "paragraphs": "text", "str": "text", "len": "number",
    "int": "number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One `T` of the source. `kinds` has each value's name and, where the source shows it, its kind.

    `whole` is false if values are passed as `**`, so that not all names are known. `fault` says why this one cannot
    be translated.
    """

    file: str
    line: int
    msgid: str = ""
    plural: str | None = None
    kinds: dict[str, str | None] = field(default_factory=dict)
    whole: bool = True
    fault: str | None = None

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return f"{self.file}:{self.line}"


def found_in(root: Path, packages: Iterable[str]) -> list[Found]:
    """Every `T` of the packages, by file and place in the file."""
    files = sorted(path for package in packages for path in (root / package).rglob("*.py"))
    return [
        found
        for path in files
        for found in found_in_source(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    ]


def found_in_source(source: str, file: str) -> Iterator[Found]:
    """Every `T` of one file, from top to bottom."""
    calls = [node for node in ast.walk(ast.parse(source, file)) if isinstance(node, ast.Call) and _name(node) == "T"]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        yield _found(call, file)


def _found(call: ast.Call, file: str) -> Found:
    texts = [_constant(argument) for argument in call.args]
    if not 1 <= len(texts) <= 2 or not all(texts):
        return Found(file, call.lineno, fault="the msgid of a T is written out where it is said, as one or two strings")
    return Found(
        file,
        call.lineno,
        msgid=texts[0] or "",
        plural=texts[1] if len(texts) == 2 else None,
        kinds={word.arg: _kind(word.value) for word in call.keywords if word.arg},
        whole=all(word.arg for word in call.keywords),
    )


def _kind(value: ast.expr) -> str | None:
    if isinstance(value, ast.JoinedStr):
        return "text"
    if isinstance(value, ast.Constant):
        return {str: "text", int: "number"}.get(type(value.value))
    return _KINDS.get(_name(value)) if isinstance(value, ast.Call) else None


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def _constant(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None

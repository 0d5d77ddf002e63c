"""The mind is pure: a closed list of modules, no clock, no chance, no files, no network, nothing awaited."""

import ast
from pathlib import Path

import pytest

import conversations

ALLOWED = frozenset({
    "__future__", "bisect", "collections", "dataclasses", "datetime", "enum", "fractions", "functools", "hashlib",
    "html", "itertools", "json", "math", "re", "string", "tomllib", "types", "typing", "unicodedata", "zoneinfo",
    "email_validator", "holidays", "phonenumbers", "rapidfuzz", "snowballstemmer",
    "conversations",
})  # fmt: skip
IMPURE_NAMES = frozenset({"open", "print", "input", "exec", "eval", "compile", "breakpoint", "__import__"})
CLOCKS = frozenset({"now", "utcnow", "today"})
FILES = sorted(Path(conversations.__file__).parent.rglob("*.py"))


def impurities(source: str) -> list[str]:
    """What a module of the mind may not have, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                bad = [name.name for name in names if name.name.split(".")[0] not in ALLOWED]
            case ast.ImportFrom(module=module, level=level):
                bad = [module or "."] if level or (module or "").split(".")[0] not in ALLOWED else []
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_NAMES:
                bad = [name]
            case ast.Attribute(value=ast.Name(id="datetime" | "date" as owner), attr=attr) if attr in CLOCKS:
                bad = [f"{owner}.{attr}"]
            case ast.AsyncFunctionDef() | ast.Await() | ast.AsyncFor() | ast.AsyncWith():
                bad = ["await"]
            case ast.Global() | ast.Nonlocal():
                bad = ["global"]
            case _:
                bad = []
        found += [f"{getattr(node, 'lineno', 0)}: {one}" for one in bad]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FILES[0].parent)))
def test_the_mind_is_pure(file: Path) -> None:
    assert impurities(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import os", "import socket as s", "from pathlib import Path", "import random", "import secrets", "import time",
        "from . import x", "from sqlalchemy import select", "open('x')", "print(1)", "x = datetime.now(UTC)",
        "x = date.today()", "async def f(): pass", "import json, sys", "def f():\n    global x",
    ],
)  # fmt: skip
def test_impurities_are_found(source: str) -> None:
    assert len(impurities(source)) == 1

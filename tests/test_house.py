"""The house keeps itself in order: style, types, layers, pins, names, and a README that tells the truth."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, distribution
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer.main
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot import cli, fitxa
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
SOURCE = ("bot", "conversations", "locales", "storage")
TOP = {*SOURCE, "tests", "pyproject.toml", "README.md", "LICENSE"}

LONGEST = 300
LONG = {
    "bot/simulator/page/style.css": "one sheet for the page around the telephones, in the order of the page",
    "conversations/forms/application.py": "the form is one table: a question is one line of it",
    "conversations/protocol/changes.py": "a closed union: what becomes true is read in one place",
    "conversations/protocol/facts.py": "what storage answers: a closed set of frozen records, read side by side",
    "conversations/protocol/scenes.py": "a closed union of small records, read side by side",
    "conversations/protocol/wants.py": "a closed union: what may be asked of the memory is read in one place",
    "conversations/router.py": "the one door of the mind: each kind of update and each scene is a line of it",
    "storage/changes.py": "one exhaustive match from a change to its rows",
    "storage/models.py": "all tables together, as the database has them",
    "storage/snapshots.py": "one query for each want, in the order of the wants",
}
"""Modules above LONGEST lines and why. Tests may be as long as what they test is wide."""

PLACES = {
    "telegram": "bot/",
    "aiohttp": "bot/",
    "typer": "bot/",
    "structlog": "bot/",
    "starlette": "bot/webhook.py",
    "uvicorn": "bot/webhook.py",
    "apscheduler": "bot/scheduler.py",
    "openpyxl": "bot/spreadsheet.py",
    "typst": "bot/documents/render.py",
    "segno": "bot/documents/render.py",
    "icalendar": "bot/documents/ics.py",
    "babel": "locales/",
    "sqlmodel": "storage/",
    "alembic": "storage/",
    "psycopg": "storage/",
    "rapidfuzz": "conversations/",
}
"""Who may know a library: a folder or one module. Another place knows what it does, not that it is used."""

LEAKS = (
    r"pyp[i]\.org|pythonhoste[d]\.org|registry\.npm[j]s|deb\.debia[n]\.org",
    r"/(?:hom[e]|Users)/\w|(?<![\w.])/tm[p]/\w|(?<![\w.])/wor[k]/|(?<![\w.])/far[m]/",
    r"\b[Ii]ssues? #?[0-9]|\b(?:TOD[O]|FIXM[E])\b",
    r"\b[0-9]{8,10}:[\w-]{35}\b",
)
"""Package hosts, paths of somebody's machine, work that is not said here, tokens."""


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def test_code_has_no_known_faults() -> None:
    run("ruff", "check")


def test_code_is_formatted() -> None:
    run("ruff", "format", "--check")


@pytest.mark.long
def test_types_hold() -> None:
    # A fresh checkout has no cache, and to write one that nobody reads takes a sixth of the time.
    run("mypy", *(() if (ROOT / ".mypy_cache").exists() else ("--cache-dir", os.devnull)))


def test_layers_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@cache
def tracked() -> tuple[str, ...]:
    """The files of the repository, as Git has them or will have them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(name for name in listed.stdout.split("\0") if name and (ROOT / name).exists())


def modules() -> Iterator[str]:
    """The Python modules of the source; packages stand by their folder when they hold something."""
    for name in tracked():
        if name.endswith(".py") and name.startswith(tuple(f"{folder}/" for folder in SOURCE)):
            if name.startswith("storage/migrations/versions/"):
                continue
            yield name


def test_top_level_is_the_one_that_was_designed() -> None:
    top = {name.partition("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP
    assert {".ci", ".gitignore", ".pre-commit-config.yaml"} <= top


def test_nothing_of_the_workshop_is_left_lying_about() -> None:
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if not any(re.search(leak, text) for leak in LEAKS):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            found += [f"{name}:{number}: {line.strip()[:100]}" for leak in LEAKS if re.search(leak, line)]
    assert not found, "\n".join(found)


def test_long_modules_owe_a_reason() -> None:
    sizes = {
        name: len((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in tracked()
        if name.endswith((".py", ".js", ".css")) and not name.startswith(("tests/", "storage/migrations/versions/"))
    }
    long = {name for name, lines in sizes.items() if lines > LONGEST}
    assert sorted(long - LONG.keys()) == [], "split it, or write in LONG why it is one thing"
    assert sorted(LONG.keys() - long) == [], "no longer long: take it out of LONG"


def test_libraries_stay_where_they_belong() -> None:
    strangers = [
        f"{name} imports {library}, which belongs to {PLACES[library]}"
        for name in modules()
        for library in sorted(imported(ROOT / name) & PLACES.keys())
        if not name.startswith(PLACES[library])
    ]
    assert not strangers, "\n".join(strangers)


def test_only_the_settings_read_the_environment() -> None:
    # A proxy is what the system says; Alembic's own command line knows nothing of our settings.
    allowed = {"bot/settings.py", "bot/proxies.py", "storage/migrations/env.py"}
    readers = [
        name
        for name in modules()
        if name not in allowed
        and re.search(r"os\.environ\b(?!\.setdefault)|os\.getenv", (ROOT / name).read_text("utf-8"))
    ]
    assert readers == []


def imported(file: Path) -> set[str]:
    """The libraries of PLACES that a module imports."""
    text = file.read_text(encoding="utf-8")
    if not any(library in text for library in PLACES):
        return set()
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


# --- pins


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins() -> dict[str, str]:
    lines = project()["tool"]["uv"]["constraint-dependencies"]
    found: dict[str, str] = {}
    for line in lines:
        name, sign, version = line.partition("==")
        assert sign, f"{line}: not an exact version"
        found[canonicalize_name(name)] = version
    assert len(found) == len(lines), "a distribution is pinned twice"
    return found


def closure() -> dict[str, Distribution]:
    """Every installed distribution that the project needs here, to run and to be tested."""
    needs = project()["project"]["dependencies"] + project()["dependency-groups"]["dev"]
    waiting = [Requirement(line) for line in needs]
    found: dict[str, Distribution] = {}
    seen = set()
    while waiting:
        need = waiting.pop()
        if str(need) in seen:
            continue
        seen.add(str(need))
        found[canonicalize_name(need.name)] = installed = distribution(need.name)
        for line in installed.requires or ():
            further = Requirement(line)
            extras = need.extras or {""}
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(further)
    return found


def test_every_distribution_is_pinned_to_the_version_that_is_tested() -> None:
    wanted = {name: installed.version for name, installed in closure().items()}
    pinned = pins()
    assert {name: pinned.get(name) for name in wanted} == wanted


def test_no_pin_is_left_over() -> None:
    lock = ROOT / "uv.lock"
    if not lock.exists():
        pytest.skip("there is no uv.lock: this run was not started by uv")
    packages = tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
    locked = {package["name"]: package["version"] for package in packages if package["name"] != "xmess-bot"}
    assert locked == pins()


# --- README


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def purpose(name: str) -> str:
    text = ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


def test_map_in_the_readme_is_true() -> None:
    mapped = re.findall(r"^- `((?:bot|conversations|locales|storage)/[^`]+\.py)`: \S", readme(), re.MULTILINE)
    assert len(mapped) == len(set(mapped)), "a module has two lines"
    there = {name for name in modules() if not name.endswith("__init__.py") or imported_or_defined(ROOT / name)}
    lacking = [f"- `{name}`: {purpose(name)}" for name in sorted(there - set(mapped))]
    assert not lacking, "lines that the map lacks:\n" + "\n".join(lacking)
    assert not set(mapped) - there, "lines of modules that are not there"


def imported_or_defined(file: Path) -> bool:
    """Whether a package's own module has more than its docstring."""
    return len(ast.parse(file.read_text(encoding="utf-8")).body) > 1


def commands_shown() -> list[list[str]]:
    blocks = re.findall(r"```[a-z]*\n(.*?)```", readme(), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", readme(), flags=re.DOTALL))
    shown = [text[text.index("xmess-bot ") :].partition(" && ")[0] for text in (*lines, *spans) if "xmess-bot " in text]
    return [shlex.split(text, comments=True)[1:] for text in shown]


def test_commands_in_the_readme_exist() -> None:
    shown = commands_shown()
    assert len(shown) > 5
    for words in shown:
        command: Any = typer.main.get_command(cli.app)
        rest = list(words)
        while getattr(command, "commands", None) and rest and not rest[0].startswith("-"):
            assert rest[0] in command.commands, words
            command = command.commands[rest.pop(0)]
        options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for option in (word.partition("=")[0] for word in rest if word.startswith("-")):
            assert option in {*options, "--help"}, words


def test_every_command_is_in_the_readme() -> None:
    told = {tuple(word for word in words if not word.startswith("-")) for words in commands_shown()}
    for path in command_paths():
        assert any(words[: len(path)] == path for words in told), (
            f"the README does not tell of xmess-bot {' '.join(path)}"
        )


def command_paths() -> Iterator[tuple[str, ...]]:
    top: Any = typer.main.get_command(cli.app)
    waiting: list[tuple[tuple[str, ...], Any]] = [((name,), one) for name, one in top.commands.items()]
    while waiting:
        path, command = waiting.pop()
        below = getattr(command, "commands", {})
        waiting += [((*path, name), one) for name, one in below.items()]
        if not below:
            yield path


def answers_for_the_it_department() -> dict[str, list[str]]:
    """The questions of the table in the README, each with the tests that it names."""
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|.+\| ([^|]+) \|$", readme(), re.MULTILINE)
    return {question: re.findall(r"`([^`]+)`", named) for question, named in rows}


def test_every_answer_for_the_it_department_names_tests_that_exist() -> None:
    answers = answers_for_the_it_department()
    assert len(answers) > 8
    for question, named in answers.items():
        assert named, question
        for one in named:
            file, _, name = one.partition("::")
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
            assert name in there, one


def test_the_sheet_answers_the_questions_of_the_readme_in_their_order() -> None:
    lines = fitxa.text(Settings(database_url="sqlite:///nowhere/x.sqlite3")).splitlines()
    headings = [line for line, below in pairwise(lines) if line and below == "-" * len(line)]
    questions = list(answers_for_the_it_department())
    assert [heading for heading in headings if heading in questions] == questions


def test_every_setting_is_in_the_readme() -> None:
    names = {f"XMESS_{name.upper()}" for name in Settings.model_fields}
    told = set(re.findall(r"XMESS_[A-Z_]+", readme()))
    assert names - told <= {"XMESS_DEMO", "XMESS_FAULT"}  # the demonstration's and the tests' own
    assert told - names == set()

"""What every test shares: a voice that refuses to be without words, and the floors of coverage."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

from tests.support.databases import database
from tests.support.postgres import postgres

__all__ = ["database", "postgres"]

os.environ.setdefault("PTB_TIMEDELTA", "true")

FLOORS = {"conversations/rules/": 100.0, "conversations/": 95.0}
"""The least coverage of lines and branches in each folder, in per cent. A file counts in the first that it is in."""

_MEASURED = pytest.StashKey[coverage.Coverage]()


def pytest_configure(config: pytest.Config) -> None:
    if _is_whole_suite(config):
        # Measured in memory, so that two suites side by side do not spoil each other's figures.
        measured = coverage.Coverage(data_file=None, config_file=config.rootpath / "pyproject.toml")
        measured.set_option("run:relative_files", True)
        measured.start()
        config.stash[_MEASURED] = measured
    import locales  # noqa: PLC0415  only now: what is imported before the measurement counts as not run

    locales.be_strict()


def _is_whole_suite(config: pytest.Config) -> bool:
    """Whether every test is asked for: no paths, no selection, nothing left out, no other measurement."""
    option = config.option
    chosen = (option.keyword, option.markexpr, option.deselect, option.ignore, option.ignore_glob, option.collectonly)
    others = [getattr(option, name, None) for name in ("lf", "stepwise", "cov_source", "no_cov", "help")]
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(chosen) and not any(others)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write tests/transcripts/*.txt as they go now")


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Iterator[None]:
    result = yield
    measured = session.config.stash.get(_MEASURED, None)
    if measured is not None:
        measured.stop()
        if not session.shouldstop and not session.shouldfail:
            reporter = session.config.pluginmanager.getplugin("terminalreporter")
            for folder, problem in _below_the_floors(measured).items():
                report = pytest.CollectReport(f"coverage of {folder}", "failed", problem, [])
                reporter.stats.setdefault("error", []).append(report)
                session.testsfailed += 1
    return result


def _below_the_floors(measured: coverage.Coverage) -> dict[str, str]:
    """One text for each folder below its floor, with the lines and branches that no test runs."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        measured.json_report(outfile=str(report))
        files: dict[str, Any] = json.loads(report.read_text())["files"]
    problems = {}
    for folder, floor in FLOORS.items():
        mine = {name: file for name, file in files.items() if _folder(name) == folder}
        total = sum(_sum(file, "num_statements", "num_branches") for file in mine.values())
        covered = sum(_sum(file, "covered_lines", "covered_branches") for file in mine.values())
        percent = 100 * covered / total if total else 0.0
        if percent < floor:
            gaps = "".join(f"\n    {name}: {_gaps(file)}" for name, file in sorted(mine.items()) if _gaps(file))
            problems[folder] = f"{percent:.1f} %, below the floor of {floor:g} %.{gaps}"
    return problems


def _folder(name: str) -> str:
    return next(folder for folder in FLOORS if Path(name).as_posix().startswith(folder))


def _sum(file: dict[str, Any], *names: str) -> int:
    return sum(int(file["summary"][name]) for name in names)


def _gaps(file: dict[str, Any]) -> str:
    missing = file["missing_lines"]
    if not file["executed_lines"]:
        return "nothing"
    branches = [f"{start}→{end}" for start, end in file["missing_branches"] if start not in missing]
    return ", ".join([*map(str, missing), *branches])

"""The whole suite: on three workers, what takes long first, and judged by the floors of coverage at the end."""

from __future__ import annotations

import importlib
import json
import pkgutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import coverage
import pytest

WORKERS = 3
"""One more than the two processors of the machine that judges: long tests wait for browsers, servers and clocks."""
FLOORS = {"conversations/rules/": 100.0, "conversations/": 95.0}
"""The least coverage of lines and branches in each folder, in per cent. A file counts in the first that it is in."""

MEASURED = "tests/conversations"
"""The tests that aim at the mind. What of it only others run counts as not covered."""

_FOLDER = "coverage"


def configure(config: pytest.Config) -> None:
    """Prepares the run; nothing is done for a part of the suite. What is imported earlier counts as not run."""
    handed: Mapping[str, str] = getattr(config, "workerinput", {})
    if _FOLDER in handed:
        config.pluginmanager.register(_Measurement(config, Path(handed[_FOLDER]), handed["workerid"]))
    elif _is_whole(config):
        judge = _Judge(config)
        config.pluginmanager.register(judge)
        if config.option.numprocesses is None and not config.option.usepdb:
            config.option.tx = ["popen"] * WORKERS
        if config.option.tx:
            # Of the ways to distribute, the one that hands out single tests in the order of the collection.
            config.option.dist, config.option.loadscopereorder = "loadgroup", False
        else:
            config.pluginmanager.register(_Measurement(config, judge.folder, "alone"))


def arrange(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts the tests that are marked as long first, when workers run them, and those that are measured last: where
    they take turns with others, each works out anew what the mind remembers."""
    if hasattr(config, "workerinput"):
        root = config.rootpath
        items.sort(key=lambda one: (one.get_closest_marker("long") is None, not _aims_elsewhere(one, root)))


def _is_whole(config: pytest.Config) -> bool:
    """Whether every test is asked for: no paths, no selection, nothing left out, no other measurement."""
    option = config.option
    chosen = (option.keyword, option.markexpr, option.deselect, option.ignore, option.ignore_glob, option.collectonly)
    others = [getattr(option, name, None) for name in ("lf", "stepwise", "cov_source", "no_cov", "help")]
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(chosen) and not any(others)


def _coverage(config: pytest.Config, file: Path) -> coverage.Coverage:
    measured = coverage.Coverage(data_file=file, config_file=config.rootpath / "pyproject.toml")
    measured.set_option("run:relative_files", True)
    return measured


class _Measurement:
    """Measures what the tests of this process run, into a file of its own.

    Measuring makes a test half as long again, so those that aim at something else run without it.
    """

    def __init__(self, config: pytest.Config, folder: Path, name: str) -> None:
        self._root = config.rootpath
        self._remembering: list[Any] = []
        self._fresh = True
        self._coverage = _coverage(config, folder / f"part.{name}")
        self._coverage.start()

    def pytest_collection_finish(self) -> None:
        """Imports the mind while it is measured: the first test to need a module may be one that is not."""
        for found in pkgutil.walk_packages([str(self._root / "conversations")], "conversations."):
            module = importlib.import_module(found.name)
            self._remembering += [one for one in vars(module).values() if hasattr(one, "cache_clear")]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if not _aims_elsewhere(item, self._root):
            if not self._fresh:
                # What tests that are not measured had worked out, the next one works out itself.
                for one in self._remembering:
                    one.cache_clear()
                self._fresh = True
            return (yield)
        self._coverage.stop()
        try:
            return (yield)
        finally:
            self._fresh = False
            self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        try:
            return (yield)
        finally:
            self._coverage.stop()
            self._coverage.save()


def _aims_elsewhere(item: pytest.Item, root: Path) -> bool:
    """Whether this is no test of the mind, or the same dialogue once more on the other database, or a long walk: what
    chance passes by is no coverage to count on."""
    if item.get_closest_marker("long") or item.get_closest_marker("unmeasured"):
        return True
    folder = item.path.relative_to(root).as_posix()
    call = getattr(item, "callspec", None)
    return not folder.startswith(MEASURED) or (call is not None and call.params.get("database") == "postgresql")


class _Judge:
    """Puts together what every process has measured; a folder below its floor is an error."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._temporary = tempfile.TemporaryDirectory(prefix="xmess-coverage-")
        self.folder = Path(self._temporary.name)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput[_FOLDER] = str(self.folder)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Iterator[None]:
        result = yield
        if not session.shouldstop and not session.shouldfail:
            reporter = session.config.pluginmanager.getplugin("terminalreporter")
            for folder, problem in self._below_the_floors().items():
                report = pytest.CollectReport(f"coverage of {folder}", "failed", problem, [])
                reporter.stats.setdefault("error", []).append(report)
                session.testsfailed += 1
        return result

    def pytest_unconfigure(self) -> None:
        self._temporary.cleanup()

    def _below_the_floors(self) -> dict[str, str]:
        """One text for each folder below its floor, with the lines and branches that no test runs."""
        together = _coverage(self._config, self.folder / "all")
        together.combine([str(part) for part in self.folder.glob("part.*")], strict=True)
        report = self.folder / "report.json"
        together.json_report(outfile=str(report))
        return _gaps_by_folder(json.loads(report.read_text())["files"])


def _gaps_by_folder(files: dict[str, Any]) -> dict[str, str]:
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

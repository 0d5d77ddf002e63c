"""The floors of coverage hold: with workers and without, a gap is an error and what the workers ran is united."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import whole_suite

HALVES = '''"""Two halves."""


def half(first: bool) -> str:
    if first:
        return "first"
    return "second"
'''
CONFTEST = """
import whole_suite


def pytest_configure(config):
    whole_suite.configure(config)
"""


def suite(folder: Path, *halves: bool, workers: str | None = None) -> tuple[int, str]:
    """Runs a little suite that tests those halves, each in a test of its own. Returns its exit code and its output."""
    for name, text in {
        "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["tests"]\n[tool.coverage.run]\nbranch = true\n'
        'source = ["conversations"]\n',
        "conversations/__init__.py": "WHOLE = True\n",
        "conversations/rules/__init__.py": "",
        "conversations/rules/halves.py": HALVES,
        "tests/conftest.py": CONFTEST,
        "tests/whole_suite.py": Path(whole_suite.__file__).read_text(encoding="utf-8"),
        "tests/conversations/test_halves.py": "".join(
            f"def test_{one}():\n    from conversations.rules.halves import half\n    assert half({one})\n\n"
            for one in halves
        ),
    }.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text)
    options = [f"-n{workers}"] if workers is not None else []
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "xdist", *options],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr + done.stdout


@pytest.mark.parametrize("workers", [None, "0"])
def test_gap_is_an_error_that_names_its_lines(tmp_path: Path, workers: str | None) -> None:
    code, said = suite(tmp_path, True, workers=workers)
    assert code == pytest.ExitCode.TESTS_FAILED, said
    assert "coverage of conversations/rules/" in said
    assert "below the floor of 100 %" in said
    assert "halves.py: 7" in said
    assert "1 passed, 1 error" in said.splitlines()[-1]


def test_what_different_workers_run_counts_together(tmp_path: Path) -> None:
    code, said = suite(tmp_path, True, False)
    assert code == pytest.ExitCode.OK, said
    assert "2 passed" in said.splitlines()[-1]

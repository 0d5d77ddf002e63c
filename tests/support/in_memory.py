"""Where the tests' files lie: in memory if there is room, for a disk takes some milliseconds for each commit."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

DISK = tempfile.gettempdir()
"""The usual folder, for what is to be run: a folder in memory may refuse to."""

_MEMORY = Path("/dev/shm")
_LEAST = 2 << 30
_PREFIX = "xmess-suite-"


def configure(config: pytest.Config) -> None:
    """Makes a folder in memory the one for temporary files, of the workers and their processes too, until this
    process ends. Without one, or without 2 GB free in it, nothing changes."""
    if hasattr(config, "workerinput") or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _LEAST:
        return
    for left in _MEMORY.glob(f"{_PREFIX}*"):
        if not Path("/proc", left.name.removeprefix(_PREFIX)).exists():
            shutil.rmtree(left, ignore_errors=True)
    folder = _MEMORY / f"{_PREFIX}{os.getpid()}"
    folder.mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    if sys.dont_write_bytecode:
        # Where Python is told to leave no compiled modules behind, each process would compile all of them anew.
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(folder / "compiled")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.dont_write_bytecode = False
    # Not before the end of the process: helpers of the standard library have their files in it until then.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def kept_folder() -> str:
    """A new folder that stays until the end, wherever the test that asks for it has its temporary files put."""
    return tempfile.mkdtemp(prefix="xmess-tests-", dir=os.environ.get("TMPDIR"))

